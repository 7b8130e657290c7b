"""What floats, heading for +x; the waterline lies at the kind's draught."""

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, CREAM, DARK, RED, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, bands, grain, striped_sail, where
from cavendish.clay.sculpt import Material, Shape, srgb

from .submarines import submarine

__all__ = ["rowboat", "sailboat", "ship", "submarine"]

GLOSSY = Material.GLOSSY


def _hull(
    shape: Shape, paint: Color, *, length: float, height: float, width: float, stripe: Color | None = None
) -> None:
    """An open boat from y = 0 to `height`: pointed bow, flat deck."""
    pattern = None if stripe is None else bands(stripe, (height * 0.74, height * 0.90))
    size = (length, height * 1.28, width)
    shape.ellipsoid((0, height, 0), size, paint, material=GLOSSY, pattern=pattern)
    shape.box((0, height * 0.5, 0), (length * 1.1, height * 0.5, width * 1.2), paint, round=0.01, op="intersect")


def sailboat(look: Look) -> Shape:
    """A sloop with two sails, a cabin and a pennant."""
    paint = look.paint("#b3372f")
    sail = srgb("#fbf3e4") if look.color is None else mix(paint, WHITE, 0.05)
    shape = Shape("sailboat")
    _hull(shape, paint, length=1.5, height=0.50, width=0.50, stripe=CREAM)
    shape.ellipsoid((0, 0.50, 0), (1.43, 0.055, 0.45), WOOD, pattern=grain)
    shape.box((-0.50, 0.60, 0), (0.38, 0.14, 0.25), WHITE, round=0.07)
    for x in (-0.70, -0.48, -0.26):
        shape.ellipsoid((x, 0.62, 0.245), (0.06, 0.06, 0.02), srgb("#29405c"), material=GLOSSY)
    shape.cone((0.12, 0.4, 0), (0.12, 3.18, 0), 0.05, 0.03, WOOD)
    shape.cone((0.12, 0.84, 0), (-1.20, 0.88, 0), 0.036, 0.028, WOOD)
    main = [(0.05, 0.94), (0.05, 3.06), (-0.14, 2.7), (-0.45, 2.05), (-0.80, 1.45), (-1.14, 0.98)]
    jib = [(0.22, 2.86), (0.21, 0.82), (1.32, 0.62), (1.02, 1.08), (0.62, 1.86)]
    shape.prism((0, 0, 0.0), main, 0.035, sail, pattern=striped_sail)
    shape.prism((0, 0, 0.02), jib, 0.032, mix(sail, paint, 0.12), pattern=striped_sail)
    shape.prism((0, 0, 0), [(0.12, 3.12), (0.12, 3.38), (-0.36, 3.25)], 0.018, RED)
    shape.cone((1.42, 0.50, 0), (1.62, 0.60, 0), 0.035, 0.02, WOOD)
    return shape


def rowboat(look: Look) -> Shape:
    """A rowing boat with two thwarts and oars."""
    paint = look.paint("#2f7fb5")
    shape = Shape("rowing boat")
    shape.ellipsoid((0, 0.46, 0), (1.12, 0.58, 0.46), paint, material=GLOSSY, pattern=bands(CREAM, (0.36, 0.46)))
    shape.box((0, 0.24, 0), (1.3, 0.24, 0.7), paint, round=0.01, op="intersect")
    shape.ellipsoid((0, 0.50, 0), (1.03, 0.44, 0.39), WOOD, op="subtract")
    shape.ellipsoid((0, 0.13, 0), (0.80, 0.05, 0.26), WOOD, pattern=grain)
    for x in (-0.42, 0.3):
        shape.box((x, 0.38, 0), (0.11, 0.03, 0.37), WOOD, round=0.02, pattern=grain)
    for side in (-1, 1):
        shape.cone((-0.05, 0.58, side * 0.12), (0.35, 0.44, side * 0.95), 0.03, 0.03, WOOD)
        shape.ellipsoid((0.38, 0.42, side * 1.04), (0.09, 0.03, 0.22), shade(WOOD, 1.15), rotate=(("y", side * 22),))
    return shape


def ship(look: Look) -> Shape:
    """A steamer with three decks and two funnels."""
    paint = look.paint("#2a4d8f")
    funnel = RED
    hull = [(-1.45, 0.0), (1.35, 0.0), (1.85, 0.78), (-1.6, 0.78)]
    shape = Shape("ship")
    shape.prism((0, 0, 0), hull, 0.42, paint, round=0.12, material=GLOSSY, pattern=bands(RED, (-1.0, 0.2)))
    shape.prism((0, 0, 0), [(-1.62, 0.74), (1.86, 0.74), (1.9, 0.86), (-1.64, 0.86)], 0.44, WHITE, round=0.03)
    decks = ((-0.12, 1.04, 1.12, 0.34), (-0.2, 1.36, 0.86, 0.29), (0.12, 1.66, 0.42, 0.24))
    for x, y, half, depth in decks:
        shape.box((x, y, 0), (half, 0.17, depth), WHITE, round=0.04, pattern=_portholes(y))
        shape.box((x, y + 0.17, 0), (half + 0.05, 0.025, depth + 0.05), shade(CREAM, 0.95), round=0.02)
    for x in (-0.75, -0.25):
        stack = bands(DARK, (2.06, 2.4))
        shape.cylinder(
            (x, 1.84, 0), 0.17, 0.34, funnel, top_radius=0.15, rotate=(("z", 6),), material=GLOSSY, pattern=stack
        )
    shape.cone((1.2, 0.8, 0), (1.2, 1.6, 0), 0.03, 0.02, BRASS)
    return shape


def _portholes(level: float) -> Pattern:
    return where(lambda x, y, z: ((x % 0.2 - 0.1) ** 2 + (y - level) ** 2 < 0.0042) & (abs(z) > 0.15), srgb("#29405c"))
