"""What goes with clothes: buttons, belts, boots, armour, wings; all of it follows the joints of the rig."""

from collections.abc import Callable, Mapping
from math import atan2, cos, degrees, pi, sin

from cavendish.clay.objects.palette import BLACK, BRASS, DARK, GOLD, STEEL, WHITE, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape

from .five_points import five_points
from .rig import FLAT, SIDES, Body, Point, along

__all__ = ["TRIMMINGS"]

METAL, GLOSSY = Material.METAL, Material.GLOSSY


def _buttons(body: Body, color: Color) -> None:
    for y in (1.22, 1.06, 0.92):
        body.shape.ellipsoid(body.at(0, y, 0.235 if y > 1 else 0.225), 0.02, color)


def _two_rows(body: Body, color: Color) -> None:
    """Two rows of buttons, and the edge of the cloth that they hold."""
    for y in (1.17, 1.04, 0.91):
        for side in SIDES:
            body.shape.ellipsoid(body.at(side * 0.085, y, 0.235), 0.024, color)
    edge = [body.at(0.03, 1.29, 0.175), body.at(0.13, 1.17, 0.205), body.at(0.135, 0.84, 0.185)]
    body.shape.chain(edge, [0.013] * 3, mix(body.figure.shirt, BLACK, 0.35), blend=0.0)


def _belt(body: Body, color: Color) -> None:
    girth = body.figure.height**0.5
    body.shape.torus(body.at(0, 0.81, 0), 0.212 * girth, 0.038, color, rotate=FLAT)
    body.shape.box(body.at(0, 0.81, 0.245), (0.05, 0.045, 0.015), GOLD, round=0.012, material=METAL)


def _sash(body: Body, color: Color) -> None:
    """A band round the waist, its ends hanging at the side."""
    for y in (0.82, 0.87):
        body.shape.torus(body.at(0, y, 0), 0.218, 0.04, color, rotate=FLAT)
    if not body.lap:
        body.shape.chain([body.at(0.17, 0.83, 0.15), body.at(0.2, 0.6, 0.19)], [0.045, 0.06], color)


def _baldric(body: Body, color: Color) -> None:
    """A broad ribbon from one shoulder to the other hip."""
    way = [(-0.2, 1.28, 0.06), (-0.11, 1.18, 0.20), (0.06, 1.02, 0.235), (0.19, 0.86, 0.15), (0.225, 0.81, 0.0)]
    body.shape.chain([body.at(*point) for point in way], [0.042] * 5, color, blend=0.02)


def _neckerchief(body: Body, color: Color) -> None:
    body.shape.torus(body.at(0, 1.315, 0.01), 0.115, 0.05, color, rotate=(("x", 80),))
    for side in SIDES:
        end = [body.at(side * 0.02, 1.27, 0.17), body.at(side * 0.075, 1.16, 0.235)]
        body.shape.chain(end, [0.03, 0.05], color, blend=0.02)
    body.shape.ellipsoid(body.at(0, 1.275, 0.17), 0.045, shade(color, 0.85))


def _ruff(body: Body, color: Color) -> None:
    """A frill round the neck."""
    for step in range(12):
        angle = step * 30.0
        petal = Shape().ellipsoid((0, 0, 0.2), (0.085, 0.035, 0.12), color)
        body.shape.merge(petal, body.at(0, 1.345, 0.01), yaw=angle)


def _fur_collar(body: Body, color: Color) -> None:
    body.shape.torus(body.at(0, 1.285, 0.0), 0.19, 0.075, color, rotate=FLAT)


def _stethoscope(body: Body, color: Color) -> None:
    for side in SIDES:
        way = [
            (side * 0.1, 1.34, -0.04),
            (side * 0.135, 1.27, 0.13),
            (side * 0.1, 1.12, 0.245),
            (0.03 * side, 1.02, 0.262),
        ]
        body.shape.chain([body.at(*point) for point in way], [0.016] * 4, color, blend=0.0)
    body.shape.cone(body.at(0, 1.02, 0.262), body.at(0, 0.95, 0.262), 0.016, 0.016, color)
    body.shape.cylinder(body.at(0, 0.925, 0.26), 0.045, 0.018, STEEL, rotate=FLAT, material=METAL)


def _emblem(body: Body, color: Color) -> None:
    """A star on the chest."""
    body.shape.ellipsoid(body.at(0, 1.09, 0.20), (0.14, 0.13, 0.07), WHITE)
    body.shape.prism(body.at(0, 1.09, 0.265), five_points(0.115, 0.052), 0.02, color, round=0.012)


def _badge(body: Body, color: Color) -> None:
    body.shape.prism(body.at(0.125, 1.12, 0.25), five_points(0.07, 0.032), 0.02, color, round=0.01, material=METAL)


def _epaulettes(body: Body, color: Color) -> None:
    for shoulder, _, _ in body.arms:
        body.shape.cylinder((shoulder[0], shoulder[1] + 0.09, 0), 0.11, 0.03, color, round=0.03)


def _plates(body: Body, color: Color) -> None:
    """Armour: shoulders, elbows, knees and a breastplate with a ridge."""
    shape = body.shape
    for shoulder, elbow, wrist in body.arms:
        side = 1 if shoulder[0] > 0 else -1
        shape.ellipsoid(
            (shoulder[0] + 0.025 * side, shoulder[1] + 0.035, 0), (0.165, 0.125, 0.155), color, material=METAL
        )
        shape.torus(
            (shoulder[0] + 0.025 * side, shoulder[1] - 0.01, 0), 0.14, 0.022, BRASS, rotate=FLAT, material=METAL
        )
        shape.ellipsoid(elbow, 0.115, shade(color, 0.8), material=METAL)
        shape.cone(along(elbow, wrist, 0.45), along(elbow, wrist, 0.95), 0.085, 0.115, color, material=METAL)
    for _, knee, _ in body.legs:
        shape.ellipsoid((knee[0], knee[1], knee[2] + 0.03), (0.125, 0.115, 0.125), shade(color, 0.8), material=METAL)
    shape.ellipsoid(body.at(0, 1.10, 0.06), (0.25, 0.21, 0.215), color, blend=0.03, material=METAL)
    shape.cone(body.at(0, 1.24, 0.215), body.at(0, 0.97, 0.262), 0.02, 0.03, BRASS, blend=0.02, material=METAL)


def _cuffs(body: Body, color: Color) -> None:
    """A band round each lower arm, and round each shin that shows."""
    for _, elbow, wrist in body.arms:
        body.shape.cone(along(elbow, wrist, 0.72), along(elbow, wrist, 0.9), 0.098, 0.095, color)
    if body.figure.cut == "trousers":
        for _, knee, ankle in body.legs:
            body.shape.cone(along(knee, ankle, 0.45), along(knee, ankle, 0.62), 0.124, 0.12, color)


def _reflectors(body: Body, color: Color) -> None:
    """Bright bands round coat, sleeves and legs."""
    _cuffs(body, color)
    for y, radius in ((1.03, 0.222), (0.86, 0.208)):
        body.shape.torus(body.at(0, y, 0), radius, 0.034, color, rotate=FLAT)


def _boots(body: Body, color: Color) -> None:
    for _, knee, ankle in body.legs:
        body.shape.cone(along(knee, ankle, 0.25), ankle, 0.135, 0.118, color, blend=0.02)
        body.shape.torus(along(knee, ankle, 0.18), 0.118, 0.026, shade(color, 0.8), rotate=_around(knee, ankle))


def _fur_trim(body: Body, color: Color) -> None:
    """Fur at the wrists and below the belt."""
    for _, elbow, wrist in body.arms:
        body.shape.cone(along(elbow, wrist, 0.8), along(elbow, wrist, 0.95), 0.105, 0.105, color)
    if not body.lap:
        body.shape.torus(body.at(0, 0.66, 0.02), 0.26, 0.075, color, rotate=FLAT)


def _belly(body: Body, color: Color) -> None:
    body.shape.ellipsoid(body.at(0, 0.95, 0.06), (0.31, 0.26, 0.29), color, blend=0.06)
    body.shape.torus(body.at(0, 0.88, 0.06), 0.285, 0.045, DARK, rotate=FLAT)
    body.shape.box(body.at(0, 0.88, 0.375), (0.07, 0.06, 0.02), GOLD, round=0.015, material=METAL)


def _pearls(body: Body, color: Color) -> None:
    for step in range(-3, 4):
        x = step * 0.045
        body.shape.ellipsoid(body.at(x, 1.235 + 0.9 * x * x, 0.215 - 1.6 * x * x), 0.028, color, material=GLOSSY)


def _bib(body: Body, color: Color) -> None:
    body.shape.ellipsoid(body.at(0, 1.16, 0.215), body.at(0.2, 0.25, 0.09), color)
    body.shape.torus(body.at(0, 1.31, 0.02), 0.125, 0.03, color, rotate=FLAT)


def _pompons(body: Body, color: Color) -> None:
    for y in (1.18, 1.02, 0.87):
        body.shape.ellipsoid(body.at(0, y, 0.25), 0.052, color)


def _wings(body: Body, color: Color) -> None:
    """Two pairs of rounded wings behind the shoulders."""
    for side in SIDES:
        for place, size, lean, tint in (
            ((0.46, 1.46, -0.30), (0.44, 0.24), 38, color),
            ((0.36, 1.0, -0.28), (0.29, 0.17), -32, shade(color, 0.88)),
        ):
            x, y, z = body.at(*place)
            turned = (("y", side * 14), ("z", side * lean))
            body.shape.prism((side * x, y, z), _oval(*size), 0.02, tint, round=0.02, rotate=turned, material=GLOSSY)
    body.shape.ellipsoid(body.at(0, 1.2, -0.22), (0.1, 0.12, 0.08), shade(color, 0.9))


def _oval(width: float, height: float) -> list[tuple[float, float]]:
    """The corners of an oval round the origin, given half its extents."""
    return [(width * cos(turn * pi / 12), height * sin(turn * pi / 12)) for turn in range(24)]


def _red_cross(body: Body, color: Color) -> None:
    for half in ((0.055, 0.018, 0.015), (0.018, 0.055, 0.015)):
        body.shape.box(body.at(0.12, 1.12, 0.235), half, color, round=0.008)


def _flower(body: Body, color: Color) -> None:
    """A flower in the lapel."""
    for x, y in ((-0.03, 0.0), (0.03, 0.0), (0.0, -0.03), (0.0, 0.03)):
        body.shape.ellipsoid(body.at(0.145 + x, 1.16 + y, 0.225), (0.032, 0.032, 0.02), color)
    body.shape.ellipsoid(body.at(0.145, 1.16, 0.245), 0.022, GOLD)


def _around(start: Point, end: Point) -> tuple[tuple[str, float], ...]:
    """How a ring is turned to lie round a shin."""
    return (("x", 90 - degrees(atan2(end[2] - start[2], start[1] - end[1]))),)


TRIMMINGS: Mapping[str, Callable[[Body, Color], None]] = {
    "badge": _badge,
    "baldric": _baldric,
    "belly": _belly,
    "belt": _belt,
    "bib": _bib,
    "boots": _boots,
    "buttons": _buttons,
    "cross": _red_cross,
    "cuffs": _cuffs,
    "emblem": _emblem,
    "epaulettes": _epaulettes,
    "flower": _flower,
    "fur collar": _fur_collar,
    "fur trim": _fur_trim,
    "neckerchief": _neckerchief,
    "pearls": _pearls,
    "plates": _plates,
    "pompons": _pompons,
    "reflectors": _reflectors,
    "ruff": _ruff,
    "sash": _sash,
    "stethoscope": _stethoscope,
    "two rows": _two_rows,
    "wings": _wings,
}
"""What goes with clothes, by name: each takes a body and a colour."""
