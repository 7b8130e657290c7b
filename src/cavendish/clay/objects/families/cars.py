"""Vehicles on four or more wheels, heading for +x."""

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, CREAM, DARK, GLASS, RED, STEEL, WHITE, YELLOW, Color, shade
from cavendish.clay.objects.patterns import bands, where
from cavendish.clay.sculpt import Material, Shape, srgb

from .tractors import tractor

__all__ = ["bus", "car", "taxi", "tractor", "train", "truck"]

GLOSSY = Material.GLOSSY
METAL = Material.METAL
TIRE = srgb("#222228")
BEAM = srgb("#fff3c4")
TAIL = srgb("#b3161d")


def _wheels(shape: Shape, xs: tuple[float, ...], radius: float, track: float) -> None:
    turn = (("x", 90.0),)
    for x in xs:
        for side in (-1, 1):
            shape.cylinder((x, radius, side * track), radius, 0.11, TIRE, round=0.06, rotate=turn)
            hub = side * (track + 0.095)
            shape.cylinder((x, radius, hub), radius * 0.56, 0.03, STEEL, round=0.02, rotate=turn, material=METAL)
            shape.ellipsoid((x, radius, side * (track + 0.12)), radius * 0.16, DARK)


def _lamps(shape: Shape, look: Look, *, front: float, rear: float, height: float, spread: float, size: float) -> None:
    lit = Material.EMISSIVE if look.lit else GLOSSY
    for side in (-1, 1):
        beam = BEAM * (3.0 if look.lit else 1.0)
        shape.ellipsoid((front, height, side * spread), (size * 0.6, size, size), beam, material=lit)
        shape.torus((front + 0.01, height, side * spread), size, 0.018, STEEL, rotate=(("y", 90),), material=METAL)
        tail = TAIL * (2.5 if look.lit else 1.0)
        shape.ellipsoid(
            (rear, height + 0.02, side * (spread + 0.03)), (0.045, size * 0.8, size * 0.9), tail, material=lit
        )


def car(look: Look) -> Shape:
    """A small round car."""
    paint = look.paint("#e23b2e")
    shape = Shape("car")
    shape.box((0, 0.50, 0), (1.12, 0.24, 0.50), paint, round=0.20, material=GLOSSY)
    shape.ellipsoid((0.62, 0.66, 0), (0.46, 0.15, 0.40), paint, blend=0.10, material=GLOSSY)
    shape.ellipsoid((-0.82, 0.68, 0), (0.30, 0.13, 0.38), paint, blend=0.10, material=GLOSSY)
    for x in (-0.64, 0.64):
        shape.cylinder((x, 0.31, 0), 0.355, 0.6, paint, round=0.02, rotate=(("x", 90),), op="subtract")
    shape.box((0, 0.40, 0), (0.98, 0.14, 0.42), DARK, round=0.05)
    _cabin(shape, paint)
    _wheels(shape, (-0.64, 0.64), 0.31, 0.41)
    _lamps(shape, look, front=1.06, rear=-1.08, height=0.56, spread=0.31, size=0.115)
    for x in (1.10, -1.10):
        shape.box((x, 0.35, 0), (0.05, 0.055, 0.43), STEEL, round=0.045, material=METAL)
    shape.box((1.115, 0.48, 0), (0.02, 0.05, 0.16), DARK, round=0.02)
    for side in (-1, 1):
        shape.box((-0.22, 0.62, side * 0.505), (0.07, 0.018, 0.02), STEEL, round=0.015, material=METAL)
        shape.ellipsoid((0.42, 0.80, side * 0.51), (0.05, 0.06, 0.08), paint, material=GLOSSY)
    return shape


def _cabin(shape: Shape, paint: Color) -> None:
    """A glass bubble under a roof that rests on pillars."""
    outline = [(-0.78, 0.66), (0.56, 0.66), (0.26, 1.10), (-0.56, 1.10)]
    shape.prism((0, 0, 0), outline, 0.43, GLASS, round=0.09, material=GLOSSY)
    shape.box((-0.15, 1.12, 0), (0.46, 0.065, 0.41), paint, round=0.06, material=GLOSSY)
    for side in (-1, 1):
        z = side * 0.405
        shape.cone((0.24, 1.10, z), (0.53, 0.68, z), 0.045, 0.05, paint, blend=0.03, material=GLOSSY)
        shape.cone((-0.54, 1.10, z), (-0.75, 0.68, z), 0.05, 0.065, paint, blend=0.03, material=GLOSSY)
        shape.cone((-0.15, 1.12, z), (-0.15, 0.68, z), 0.036, 0.036, paint, blend=0.02, material=GLOSSY)


def taxi(look: Look) -> Shape:
    """A car with a lit sign on the roof and a chequered belt."""
    paint = look.paint("#ffc21a")
    shape = car(Look(color=paint, lit=look.lit))
    shape.box((-0.15, 1.25, 0), (0.20, 0.085, 0.11), CREAM * 1.6, round=0.04, material=Material.EMISSIVE)
    checks = where(lambda x, y, _z: ((x * 12 // 1) + (y * 12 // 1)) % 2 < 1, BLACK)
    for side in (-1, 1):
        shape.box((-0.06, 0.51, side * 0.495), (0.40, 0.045, 0.012), WHITE, round=0.005, pattern=checks)
    return shape


def truck(look: Look) -> Shape:
    """A lorry: a round cab in front, a box behind."""
    paint = look.paint("#2f78c4")
    shape = Shape("truck")
    shape.box((0, 0.42, 0), (1.35, 0.10, 0.42), DARK, round=0.05)
    trunk, band = (CREAM, paint) if look.color is None else (paint, CREAM)
    shape.box((-0.42, 1.08, 0), (0.92, 0.58, 0.56), trunk, round=0.06, pattern=bands(band, (0.66, 0.80)))
    shape.box((0.96, 0.80, 0), (0.42, 0.40, 0.52), paint, round=0.16, material=GLOSSY)
    shape.box((0.88, 1.16, 0), (0.34, 0.20, 0.47), paint, round=0.14, blend=0.08, material=GLOSSY)
    shape.box((0.97, 1.14, 0), (0.31, 0.145, 0.42), GLASS, round=0.10, material=GLOSSY)
    shape.box((0.90, 1.13, 0), (0.19, 0.13, 0.49), GLASS, round=0.07, material=GLOSSY)
    shape.box((1.37, 0.42, 0), (0.06, 0.08, 0.5), STEEL, round=0.05, material=METAL)
    for row in range(3):
        shape.box((1.385, 0.60 + row * 0.075, 0), (0.012, 0.02, 0.26), STEEL, round=0.01, material=METAL)
    _wheels(shape, (-0.92, -0.32, 0.92), 0.30, 0.44)
    _lamps(shape, look, front=1.36, rear=-1.34, height=0.60, spread=0.38, size=0.09)
    return shape


def bus(look: Look) -> Shape:
    """A school-bus sort of bus."""
    paint = look.paint("#f5b21b")
    shape = Shape("bus")
    shape.box((-0.05, 0.92, 0), (1.50, 0.62, 0.55), paint, round=0.16, material=GLOSSY)
    shape.box((-0.05, 0.40, 0), (1.45, 0.14, 0.46), DARK, round=0.05)
    shape.box((-0.05, 1.54, 0), (1.35, 0.05, 0.45), WHITE, round=0.05, blend=0.04, material=GLOSSY)
    for side in (-1, 1):
        for index in range(6):
            at = (-1.19 + index * 0.42, 1.16, side * 0.545)
            pane, material = (YELLOW * 1.7, Material.EMISSIVE) if look.lit else (GLASS, GLOSSY)
            shape.box(at, (0.165, 0.19, 0.02), pane, round=0.05, material=material)
        shape.box((-0.05, 0.80, side * 0.552), (1.40, 0.03, 0.012), BLACK, round=0.01)
        shape.box((-0.05, 0.66, side * 0.552), (1.40, 0.02, 0.012), BLACK, round=0.01)
    shape.box((1.44, 1.14, 0), (0.02, 0.23, 0.44), GLASS, round=0.06, material=GLOSSY)
    shape.box((1.45, 0.44, 0), (0.05, 0.07, 0.5), STEEL, round=0.045, material=METAL)
    shape.box((1.455, 0.66, 0), (0.02, 0.09, 0.24), DARK, round=0.03)
    _wheels(shape, (-0.92, 0.92), 0.32, 0.47)
    _lamps(shape, look, front=1.45, rear=-1.55, height=0.66, spread=0.38, size=0.095)
    return shape


def train(look: Look) -> Shape:
    """A steam engine with a coal-red boiler and a brass dome."""
    paint = look.paint("#2f7d4a")
    trim = RED if look.color is None else shade(paint, 0.8)
    turn = (("z", 90.0),)
    shape = Shape("train")
    shape.box((0, 0.46, 0), (1.35, 0.09, 0.40), DARK, round=0.03)
    shape.cylinder((0.45, 0.93, 0), 0.40, 0.82, paint, round=0.08, rotate=turn, material=GLOSSY)
    for x in (-0.1, 0.45, 0.98):
        shape.cylinder((x, 0.93, 0), 0.412, 0.035, BRASS, round=0.02, rotate=turn, material=METAL)
    shape.cylinder((1.28, 0.93, 0), 0.34, 0.03, DARK, round=0.02, rotate=turn)
    shape.cylinder((1.0, 1.47, 0), 0.11, 0.26, DARK, round=0.03, top_radius=0.19)
    shape.torus((1.0, 1.72, 0), 0.17, 0.045, trim, rotate=(("x", 90),))
    shape.ellipsoid((0.35, 1.34, 0), (0.16, 0.17, 0.16), BRASS, material=METAL)
    shape.box((-0.82, 1.0, 0), (0.50, 0.52, 0.46), paint, round=0.05, material=GLOSSY)
    shape.box((-0.82, 1.56, 0), (0.60, 0.055, 0.55), trim, round=0.05)
    for side in (-1, 1):
        shape.box(
            (-0.82, 1.18, side * 0.455),
            (0.27, 0.20, 0.02),
            GLASS if not look.lit else YELLOW * 3,
            round=0.05,
            material=Material.EMISSIVE if look.lit else GLOSSY,
        )
        shape.box((-0.15, 0.34, side * 0.545), (0.72, 0.04, 0.02), STEEL, round=0.02, material=METAL)
    _wheels(shape, (-0.85, -0.15, 0.5), 0.33, 0.42)
    _wheels(shape, (1.05,), 0.22, 0.42)
    plough = [(0, 0.0), (0.34, 0.06), (0, 0.42)]
    shape.prism((1.3, 0.05, 0), plough, 0.36, trim, round=0.03)
    shape.ellipsoid((1.31, 1.20, 0), (0.09, 0.12, 0.12), BEAM * (3 if look.lit else 1), material=Material.EMISSIVE)
    for x, y, radius in ((1.0, 1.98, 0.17), (0.84, 2.2, 0.23), (0.58, 2.45, 0.29)):
        shape.ellipsoid((x, y, 0), radius, srgb("#f4f4f6"), blend=0.10, material=Material.CLOUD)
    shape.box((-0.1, 0.62, 0), (1.1, 0.06, 0.43), shade(trim, 0.9), round=0.03)
    return shape
