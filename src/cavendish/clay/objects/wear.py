"""Things worn or carried by hand."""

import math

import numpy as np

from cavendish.clay.shapes import Floats, Material, Shape, srgb

from .look import Look
from .palette import BRASS, CREAM, Color, mix, shade
from .patterns import around, toned, where

__all__ = ["basket", "handbag", "tie"]


def handbag(look: Look) -> Shape:
    """A lady's handbag with a clasp."""
    leather = look.paint("#b5324a")
    shape = Shape("handbag")
    outline = [(-0.62, 0.05), (0.62, 0.05), (0.48, 0.72), (-0.48, 0.72)]
    shape.prism((0, 0, 0), outline, 0.24, leather, round=0.12, material=Material.GLOSSY)
    flap = [(-0.50, 0.76), (0.50, 0.76), (0.44, 0.44), (0.0, 0.34), (-0.44, 0.44)]
    shape.prism((0, 0, 0.10), flap, 0.16, shade(leather, 0.85), round=0.08, material=Material.GLOSSY)
    shape.ellipsoid((0, 0.42, 0.26), (0.075, 0.06, 0.03), BRASS, material=Material.METAL)
    for z in (-0.12, 0.12):
        arch = [(math.cos(a) * 0.32, 0.70 + math.sin(a) * 0.42, z) for a in np.linspace(0, math.pi, 9)]
        shape.chain([tuple(map(float, point)) for point in arch], [0.035] * 9, shade(leather, 0.6), blend=0.0)
    for x in (-0.32, 0.32):
        shape.torus((x, 0.70, 0.13), 0.05, 0.018, BRASS, material=Material.METAL)
    return shape


def tie(look: Look) -> Shape:
    """A striped necktie, hanging."""
    silk = look.paint("#2f5fb0")
    stripe = where(lambda x, y, _z: ((x + y) * 6) % 1 < 0.28, mix(silk, CREAM, 0.75))
    shape = Shape("tie")
    blade = [(-0.10, 1.28), (0.10, 1.28), (0.24, 0.28), (0.0, 0.0), (-0.24, 0.28)]
    shape.prism((0, 0, 0), blade, 0.05, silk, round=0.045, pattern=stripe)
    knot = [(-0.16, 1.56), (0.16, 1.56), (0.10, 1.28), (-0.10, 1.28)]
    shape.prism((0, 0, 0.02), knot, 0.09, silk, round=0.08, pattern=stripe)
    for side in (-1, 1):
        loop = [(side * 0.12, 1.54, 0), (side * 0.26, 1.72, -0.10), (side * 0.16, 1.84, -0.24), (0, 1.86, -0.28)]
        shape.chain(loop, [0.055] * 4, shade(silk, 0.85), blend=0.03)
    return shape


def basket(look: Look) -> Shape:
    """A wicker basket with a handle."""
    wicker = look.paint("#c08a4a")
    shape = Shape("basket")
    profile = [(0.0, 0.05), (0.42, 0.05), (0.52, 0.30), (0.60, 0.56)]
    shape.lathe((0, 0, 0), profile, 0.05, wicker, pattern=_weave)
    for y, radius in ((0.58, 0.60), (0.05, 0.42)):
        shape.torus((0, y, 0), radius, 0.06, shade(wicker, 0.8), rotate=(("x", 90),))
    arch = [(math.cos(a) * 0.60, 0.56 + math.sin(a) * 0.62, 0) for a in np.linspace(0, math.pi, 11)]
    shape.chain([tuple(map(float, point)) for point in arch], [0.05] * 11, shade(wicker, 0.8), blend=0.02)
    cloth = srgb("#d8433a")
    checks = where(lambda x, _y, z: ((x * 9 // 1) + (z * 9 // 1)) % 2 < 1, CREAM)
    for index in range(9):
        angle = index * math.tau / 9
        at = (math.cos(angle) * 0.36, 0.56, math.sin(angle) * 0.36)
        shape.ellipsoid(at, (0.25, 0.12, 0.25), cloth, blend=0.08, pattern=checks)
    return shape.ellipsoid((0, 0.58, 0), (0.42, 0.12, 0.42), cloth, blend=0.08, pattern=checks)


def _weave(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    woven = np.sin(around(x, z) * 26) * np.sin(y * 48) > 0
    return toned(base, np.where(woven, 1.12, 0.74))
