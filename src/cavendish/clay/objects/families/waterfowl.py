"""Birds of the water's edge, heading for +x: swan and goose swim or walk, the flamingo stands on one leg."""

from cavendish.clay.objects.eyes import bead_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, ORANGE, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.sculpt import Material, Shape, srgb

from .plumage import Plumage, Point, feather, foot, neck, spread

__all__ = ["flamingo", "goose", "swan"]

GLOSSY = Material.GLOSSY
_ARCH = ((0.36, 0.40, 0.23), (0.54, 0.66, 0.15), (0.47, 0.94, 0.11), (0.36, 1.20, 0.10), (0.46, 1.42, 0.10),
         (0.66, 1.46, 0.12))  # fmt: skip
_HOOK = ((0.22, 1.18, 0.18), (0.45, 1.32, 0.11), (0.49, 1.53, 0.085), (0.32, 1.72, 0.08), (0.26, 1.95, 0.08),
         (0.38, 2.11, 0.085), (0.55, 2.10, 0.10))  # fmt: skip


def swan(look: Look) -> Shape:
    """A white swan on the water, its neck an S, its wings a little raised; or on the wing, its neck stretched out."""
    white = look.paint("#f7f5f0")
    shape = Shape("swan")
    if look.pose == "fly":
        return _on_the_wing(shape, white, shade(white, 0.9), _swan_head(white))
    shape.ellipsoid((-0.04, 0.30, 0), (0.62, 0.30, 0.38), white)
    shape.ellipsoid((0.26, 0.36, 0), (0.32, 0.28, 0.31), white, blend=0.12)
    for number in range(3):
        side = number - 1
        shape.cone((-0.46, 0.36, 0.08 * side), (-0.84, 0.56 - 0.05 * abs(side), 0.12 * side), 0.17, 0.045, white,
                   blend=0.06)  # fmt: skip
    for side in (-1, 1):
        _raised_wing(shape, side, white)
    neck(shape, _ARCH, white)
    return shape.merge(_swan_head(white), (0.66, 1.46, 0.0), yaw=62)


def _on_the_wing(shape: Shape, color: Color, under: Color, head: Shape, *, tips: Color | None = None) -> Shape:
    """A body in the air, heading for +x: the neck stretched out before it, the wings high."""
    shape.ellipsoid((-0.02, 0.44, 0), (0.58, 0.27, 0.30), color, rotate=(("z", 6),))
    shape.cone((-0.42, 0.42, 0), (-0.78, 0.42, 0), 0.16, 0.05, color, blend=0.10)
    neck(shape, ((0.36, 0.48, 0.20), (0.72, 0.62, 0.125), (1.06, 0.80, 0.105), (1.30, 0.94, 0.115)), color)
    plumage = Plumage(span=1.25, arm=color, upper=color, lower=under, tips=under if tips is None else tips, rise=0.62,
                      long=0.56, feathers=12)  # fmt: skip
    wings = Shape("wings")
    spread(wings, (0.20, 0.0, 0.0), plumage)
    shape.merge(wings, (0.10, 0.58, 0), yaw=74)
    return shape.merge(head, (1.32, 0.97, 0), yaw=62)


def _raised_wing(shape: Shape, side: int, white: Color) -> None:
    """A wing lifted off the back, in three layers of feathers, each shorter than the one beneath."""
    tones = (0.84, 0.93, 1.0)
    for layer, tone in enumerate(tones):
        for number in range(5):
            angle = 157.0 + 13.0 * number
            root = (0.20 + 0.03 * layer - 0.03 * number, 0.62 - 0.05 * number, side * (0.30 + 0.022 * layer))
            wing = Shape("wing")
            feather(wing, (0, 0, 0), angle, 0.84 - 0.22 * layer - 0.05 * number, 0.088, shade(white, tone))
            shape.merge(wing, root)


def _swan_head(white: Color) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0.03), (0.145, 0.14, 0.18), white, blend=0.06)
    head.cone((0, -0.02, 0.17), (0, -0.085, 0.43), 0.085, 0.055, ORANGE, blend=0.02, material=GLOSSY)
    head.ellipsoid((0, 0.045, 0.225), (0.045, 0.045, 0.055), BLACK, material=GLOSSY, blend=0.03)
    for side in (-1, 1):
        head.cone((side * 0.055, 0.01, 0.215), (side * 0.105, 0.02, 0.165), 0.026, 0.010, BLACK, blend=0.01)
        bead_eye(head, (side * 0.125, 0.05, 0.10), 0.042, toward=(side * 0.75, 0, 0.65))
    return head


def goose(look: Look) -> Shape:
    """A white goose with an orange beak, on its way."""
    white = look.paint("#f5f1e8")
    light = shade(white, 0.86)
    if look.pose == "fly":
        return _on_the_wing(Shape("goose"), white, light, _goose_head(white))
    swings = {"walk": (0.17, -0.15), "run": (0.26, -0.22)}.get(look.pose or "", (0.02, 0.02))
    shape = Shape("goose")
    shape.ellipsoid((-0.04, 0.58, 0), (0.52, 0.34, 0.35), white, rotate=(("z", 8),))
    shape.cone((-0.40, 0.58, 0), (-0.74, 0.70, 0), 0.18, 0.05, white, blend=0.10)
    neck(shape, ((0.28, 0.66, 0.27), (0.47, 0.96, 0.15), (0.46, 1.24, 0.125), (0.54, 1.46, 0.14)), white)
    for side, swing in zip((-1, 1), swings, strict=True):
        shape.ellipsoid((-0.10, 0.64, side * 0.31), (0.36, 0.19, 0.09), white, blend=0.03, rotate=(("z", -6),))
        for number in range(3):
            root, tip = (-0.08, 0.68 - 0.08 * number, side * 0.37), (-0.58, 0.66 - 0.09 * number, side * 0.27)
            shape.cone(root, tip, 0.07, 0.035, (white, light)[number % 2], blend=0.02)
        ankle = (0.04 + swing, 0.06, side * 0.14)
        shape.cone((0.0, 0.36, side * 0.14), ankle, 0.065, 0.045, ORANGE, blend=0.02)
        _web(shape, ankle)
    return shape.merge(_goose_head(white), (0.55, 1.52, 0.0), yaw=58)


def _web(shape: Shape, at: Point) -> None:
    """A webbed foot that points to +x."""
    x, y, z = at
    outline = ((-0.05, 0.03), (0.17, 0.12), (0.16, 0.05), (0.21, 0.0), (0.16, -0.05), (0.17, -0.12), (-0.05, -0.03))
    shape.prism((x, y - 0.03, z), outline, 0.026, ORANGE, round=0.02, blend=0.02, rotate=(("x", 90),))


def _goose_head(white: Color) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0.02), (0.175, 0.17, 0.20), white, blend=0.06)
    head.cone((0, -0.02, 0.17), (0, -0.06, 0.36), 0.10, 0.065, ORANGE, blend=0.01, material=GLOSSY)
    head.cone((0, -0.085, 0.18), (0, -0.105, 0.32), 0.06, 0.04, shade(ORANGE, 0.75), material=GLOSSY)
    for side in (-1, 1):
        head.ellipsoid((side * 0.04, 0.0, 0.315), (0.012, 0.018, 0.02), shade(ORANGE, 0.3))
        bead_eye(head, (side * 0.135, 0.05, 0.12), 0.046, toward=(side * 0.7, 0, 0.7))
    return head


def flamingo(look: Look) -> Shape:
    """A pink flamingo on one leg, the other drawn up, its neck an S and its beak bent down."""
    pink = look.paint("#f77f9c")
    deep, leg = shade(pink, 0.72), mix(pink, srgb("#e0506a"), 0.5)
    shape = Shape("flamingo")
    if look.pose == "fly":
        for side in (-0.06, 0.06):
            shape.cone((-0.5, 0.42, side), (-1.35, 0.36, side), 0.04, 0.034, leg)
        return _on_the_wing(shape, pink, deep, _flamingo_head(pink), tips=BLACK)
    shape.ellipsoid((-0.06, 1.12, 0), (0.42, 0.27, 0.27), pink, rotate=(("z", 8),))
    shape.cone((-0.34, 1.10, 0), (-0.62, 0.98, 0), 0.17, 0.05, pink, blend=0.10)
    dark = where(lambda x, _y, _z: x < -0.46, BLACK)
    for side in (-1, 1):
        shape.ellipsoid((-0.10, 1.18, side * 0.22), (0.32, 0.18, 0.09), deep, blend=0.03, rotate=(("z", 12),))
        for number in range(3):
            root, tip = (-0.10, 1.20 - 0.075 * number, side * 0.28), (-0.58, 1.04 - 0.06 * number, side * 0.17)
            shape.cone(root, tip, 0.065, 0.03, (pink, deep)[number % 2], blend=0.015, pattern=dark)
    neck(shape, _HOOK, pink)
    shape.merge(_flamingo_head(pink), (0.56, 2.10, 0.0), yaw=62)
    high = Shape("flamingo").merge(shape, (0, 0.28, 0))
    _flamingo_legs(high, leg)
    return high


def _flamingo_legs(shape: Shape, color: Color) -> None:
    """One straight leg, and one drawn up beside it."""
    for hip, knee, ankle in (
        ((-0.06, 1.24, -0.08), (-0.04, 0.66, -0.05), (0.0, 0.04, -0.02)),
        ((0.04, 1.24, 0.11), (0.34, 0.88, 0.13), (-0.08, 0.72, 0.13)),
    ):
        shape.cone(hip, knee, 0.05, 0.038, color)
        shape.ellipsoid(knee, 0.056, color, blend=0.02)
        shape.cone(knee, ankle, 0.038, 0.034, color)
    shape.cone((-0.08, 0.72, 0.13), (-0.18, 0.61, 0.13), 0.045, 0.022, color, blend=0.02)
    foot(shape, 0.0, -0.02, y=0.035, size=0.20, color=color)


def _flamingo_head(pink: Color) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0.02), (0.14, 0.145, 0.175), pink, blend=0.06)
    pale = mix(pink, WHITE, 0.75)
    tip = where(lambda _x, y, _z: y < -0.135, BLACK)
    beak = [(0, -0.03, 0.15), (0, -0.05, 0.30), (0, -0.16, 0.38), (0, -0.26, 0.34)]
    head.chain(beak, [0.095, 0.085, 0.070, 0.025], pale, blend=0.04, material=GLOSSY, pattern=tip)
    for side in (-1, 1):
        head.ellipsoid((side * 0.115, 0.035, 0.11), (0.055, 0.06, 0.055), srgb("#ffd83f"), material=GLOSSY)
        bead_eye(head, (side * 0.135, 0.038, 0.128), 0.038, toward=(side * 0.8, 0, 0.6))
    return head
