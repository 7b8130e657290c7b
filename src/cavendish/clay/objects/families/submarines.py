"""The submarine, heading for +x."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, DARK, Color, shade
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["submarine"]

GLOSSY, METAL = Material.GLOSSY, Material.METAL


def submarine(look: Look) -> Shape:
    """A round yellow submarine with portholes, a periscope and a brass screw."""
    paint = look.paint("#f7b917")
    dark = shade(paint, 0.7)
    shape = Shape("submarine")
    shape.ellipsoid((0, 0.62, 0), (1.12, 0.54, 0.50), paint, material=GLOSSY)
    shape.cone((-0.70, 0.62, 0), (-1.22, 0.62, 0), 0.34, 0.11, paint, blend=0.16, material=GLOSSY)
    shape.box((0.02, 1.20, 0), (0.34, 0.24, 0.21), paint, round=0.14, blend=0.08, material=GLOSSY)
    shape.box((0.02, 1.43, 0), (0.37, 0.04, 0.24), dark, round=0.04, material=GLOSSY)
    _periscope(shape, dark)
    for side in (-1, 1):
        for x, radius in ((0.62, 0.135), (0.12, 0.165), (-0.40, 0.135)):
            out = 0.50 * math.sqrt(max(0.0, 1 - (x / 1.12) ** 2))
            _porthole(shape, (x, 0.70, side * (out - 0.02)), radius, turned=side * 24.0 * x)
        _porthole(shape, (0.04, 1.22, side * 0.20), 0.09, turned=0.0)
    for quarter in range(4):
        angle = 90.0 * quarter
        fin = (-1.02, *_round(0.30, angle + 45.0))
        shape.box(fin, (0.17, 0.22, 0.035), dark, round=0.035, rotate=(("x", angle + 45.0),), material=GLOSSY)
        blade = (-1.36, *_round(0.17, angle))
        shape.ellipsoid(blade, (0.035, 0.17, 0.085), BRASS, rotate=(("x", angle), ("y", 26.0)), material=METAL)
    shape.ellipsoid((-1.36, 0.62, 0), (0.11, 0.075, 0.075), BRASS, material=METAL)
    lamp = srgb("#fff3c4") * (3.0 if look.lit else 1.0)
    shape.ellipsoid((1.08, 0.62, 0), (0.09, 0.13, 0.13), lamp, material=Material.EMISSIVE if look.lit else GLOSSY)
    return shape.torus((1.05, 0.62, 0), 0.14, 0.035, BRASS, rotate=(("y", 90),), material=METAL)


def _round(radius: float, angle: float) -> tuple[float, float]:
    """Height and depth of what stands round the hull's axis; `angle` is degrees from straight up."""
    return 0.62 + radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))


def _periscope(shape: Shape, color: Color) -> None:
    pipe = [(0.14, 1.44, 0.0), (0.14, 1.72, 0.0), (0.20, 1.82, 0.0), (0.34, 1.82, 0.0)]
    shape.chain(pipe, [0.048] * 4, color, blend=0.02, material=GLOSSY)
    shape.cylinder((0.38, 1.82, 0), 0.075, 0.04, color, round=0.02, rotate=(("z", 90),), material=GLOSSY)
    shape.cylinder((0.42, 1.82, 0), 0.05, 0.012, DARK, round=0.01, rotate=(("z", 90),), material=GLOSSY)


def _porthole(shape: Shape, at: tuple[float, float, float], radius: float, *, turned: float) -> None:
    """A window in a brass ring, on the flank."""
    lean = (("y", turned),)
    shape.ellipsoid(at, (radius, radius, 0.05), srgb("#8fd3ea"), rotate=lean, material=GLOSSY)
    shape.torus(at, radius, 0.036, BRASS, rotate=lean, material=METAL)
    for number in range(6):
        angle = math.tau * number / 6
        bolt = (at[0] + radius * math.cos(angle), at[1] + radius * math.sin(angle), at[2] + math.copysign(0.03, at[2]))
        shape.ellipsoid(bolt, 0.017, shade(BRASS, 0.7), material=METAL)
