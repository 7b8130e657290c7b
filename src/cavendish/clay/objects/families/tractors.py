"""The tractor, heading for +x."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import DARK, STEEL, YELLOW, Color, shade
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["tractor"]

TIRE = srgb("#26262b")
GLOSSY, METAL = Material.GLOSSY, Material.METAL


def tractor(look: Look) -> Shape:
    """A red tractor with an open seat, its hind wheels taller than its bonnet."""
    paint = look.paint("#d2322a")
    shape = Shape("tractor")
    shape.box((0.52, 0.92, 0), (0.62, 0.25, 0.27), paint, round=0.12, material=GLOSSY)
    shape.box((0.45, 0.62, 0), (0.72, 0.12, 0.20), DARK, round=0.05)
    shape.box((1.13, 0.90, 0), (0.03, 0.19, 0.19), DARK, round=0.03)
    for row in range(4):
        shape.box((1.155, 0.78 + 0.085 * row, 0), (0.018, 0.015, 0.17), STEEL, round=0.01, material=METAL)
    shape.box((-0.48, 0.86, 0), (0.44, 0.22, 0.36), paint, round=0.08, material=GLOSSY)
    _seat(shape, paint)
    for side in (-1, 1):
        shape.ellipsoid((1.10, 1.07, side * 0.19), (0.05, 0.065, 0.065), srgb("#fff3c4") * (3.0 if look.lit else 1.0),
                        material=Material.EMISSIVE if look.lit else GLOSSY)  # fmt: skip
        _wheel(shape, (-0.56, 0.66, side * 0.60), 0.66, 0.17, lugs=16)
        _wheel(shape, (0.82, 0.36, side * 0.46), 0.36, 0.12, lugs=12)
        fender = [
            (-0.56 + 0.76 * math.cos(a), 0.66 + 0.76 * math.sin(a), side * 0.55)
            for a in (0.45, 0.9, 1.4, 1.9, 2.4, 2.8)
        ]
        shape.chain(fender, [0.075] * 6, paint, blend=0.02, material=GLOSSY)
    shape.cone((0.66, 1.10, 0.16), (0.66, 1.72, 0.16), 0.05, 0.05, STEEL, material=METAL)
    return shape.cone((0.66, 1.70, 0.16), (0.60, 1.80, 0.16), 0.055, 0.045, DARK)


def _seat(shape: Shape, paint: Color) -> None:
    """A seat with a back, the steering wheel before it, and a bow behind."""
    shape.box((-0.50, 1.13, 0), (0.24, 0.055, 0.25), DARK, round=0.05)
    shape.box((-0.76, 1.32, 0), (0.055, 0.20, 0.24), DARK, round=0.05, rotate=(("z", 10),))
    shape.cone((0.02, 1.08, 0), (-0.14, 1.36, 0), 0.035, 0.03, STEEL, material=METAL)
    shape.torus((-0.15, 1.38, 0), 0.19, 0.03, TIRE, rotate=(("z", 30), ("x", 90)))
    shape.cone((-0.15, 1.38, -0.18), (-0.15, 1.38, 0.18), 0.022, 0.022, TIRE)
    bow = [(-0.92, 1.00, -0.36), (-0.92, 1.74, -0.34), (-0.92, 1.86, -0.22), (-0.92, 1.86, 0.22), (-0.92, 1.74, 0.34),
           (-0.92, 1.00, 0.36)]  # fmt: skip
    shape.chain(bow, [0.05] * 6, paint, blend=0.03, material=GLOSSY)
    shape.ellipsoid((-0.92, 1.95, 0), (0.06, 0.07, 0.06), srgb("#ff9a1f"), material=GLOSSY)


def _wheel(shape: Shape, at: tuple[float, float, float], radius: float, half: float, *, lugs: int) -> None:
    """A tyre with lugs round a yellow rim."""
    x, y, z = at
    turned = (("x", 90.0),)
    shape.cylinder(at, 0.93 * radius, half, TIRE, round=0.08, rotate=turned)
    for number in range(lugs):
        angle = math.tau * number / lugs
        out = (x + 0.92 * radius * math.cos(angle), y + 0.92 * radius * math.sin(angle), z)
        lean = (("z", math.degrees(angle)), ("x", 18.0))
        shape.box(out, (0.08 * radius, 0.055 * radius, half * 0.95), shade(TIRE, 0.8), round=0.02, rotate=lean)
    hub = z + math.copysign(half * 0.9, z)
    shape.cylinder((x, y, hub), 0.56 * radius, 0.035, YELLOW, round=0.03, rotate=turned, material=GLOSSY)
    shape.cylinder(
        (x, y, hub + math.copysign(0.03, z)), 0.36 * radius, 0.02, shade(YELLOW, 0.75), round=0.02, rotate=turned
    )
    shape.ellipsoid((x, y, hub + math.copysign(0.05, z)), 0.13 * radius, DARK)
