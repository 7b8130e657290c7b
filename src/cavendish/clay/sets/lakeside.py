"""What a lake has round it and on it: a far bank with its woods, reeds at the sides, water lilies."""

import math

import numpy as np

from cavendish.clay.objects.palette import Color, shade
from cavendish.clay.objects.patterns import covered, toned
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Floats, Shape, fractal, srgb

from .clearance import Clearance
from .scatter import cells

__all__ = ["bank", "lilies", "reeds"]

BANK_DEPTH = -12.5
"""Where the far shore begins, in metres."""
LEAF, PAD, CATTAIL = srgb("#5f8f3a"), srgb("#3f8a3c"), srgb("#6b3f22")
PETALS = tuple(srgb(name) for name in ("#ff8fb3", "#fff4f8", "#ffd1e0"))


def bank(color: Color) -> list[Placed]:
    """The other shore: a low green bank with a sandy hem."""

    def hem(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        sand = np.clip((0.17 + 0.06 * fractal(x * 0.7, z * 0.7, 3) - y) * 30, 0, 1)
        turf = toned(base, 0.85 + 0.3 * fractal(x * 0.8 + 5, z * 1.1, 3))
        return covered(turf, srgb("#d9c596"), sand)

    shape = Shape("bank")
    for x, width, height in ((-19, 13, 0.75), (-4, 12, 0.55), (10, 12, 0.7), (25, 13, 0.8)):
        shape.ellipsoid((x, 0, 0), (width, height, 4.0), color, blend=0.5, pattern=hem)
    return [Placed(shape, (0, -0.1, BANK_DEPTH - 3.5), casts_shadow=False)]


def reeds(seed: int, clear: Clearance, *, dry: bool) -> list[Placed]:
    """Bunches of reeds in the shallows at both sides, some with cattails; in winter and autumn they are straw."""
    green = srgb("#b59a55") if dry else LEAF
    placed = []
    for x, z, chance in cells(seed, "reeds", step=1.5, share=0.55, x=(-8, 8), z=(-8.5, 1.5)):
        aside = abs(x) > 2.1 - z * 0.22
        if aside and clear.free(x, z, radius=0.45, height=1.2) and clear.seen((x, 0.5, z), 0.9):
            placed.append(Placed(_bunch(green, chance), (x, 0.0, z), casts_shadow=False))
    return placed


def _bunch(green: Color, chance: np.random.Generator) -> Shape:
    shape = Shape("reeds")
    for index in range(9):
        x, z = chance.uniform(-0.3, 0.3), chance.uniform(-0.2, 0.2)
        lean, tall = chance.uniform(-0.2, 0.2), chance.uniform(0.6, 1.25)
        blade = [(x, -0.05, z), (x + lean * 0.35, tall * 0.55, z), (x + lean, tall, z)]
        shape.chain(blade, [0.022, 0.018, 0.005], shade(green, chance.uniform(0.75, 1.2)), blend=0.0)
        if index % 3 == 0:
            top = (x + lean * 0.6, tall * 1.02, z)
            stalk = [(x, -0.05, z), (x + lean * 0.3, tall * 0.6, z), top]
            shape.chain(stalk, [0.014] * 3, shade(green, 0.8), blend=0.0)
            shape.cone((top[0], top[1] - 0.2, z), top, 0.045, 0.045, CATTAIL)
    return shape


def lilies(seed: int, clear: Clearance) -> list[Placed]:
    """Round leaves that lie on the water, some with a flower."""
    placed = []
    for x, z, chance in cells(seed, "lilies", step=1.1, share=0.3, x=(-5, 5), z=(-5.5, 2.8)):
        if clear.free(x, z, radius=0.4, height=0.15) and clear.seen((x, 0.0, z), 0.4):
            placed.append(Placed(_lily(chance), (x, 0.0, z), yaw=chance.uniform(0, 360), casts_shadow=False))
    return placed


def _lily(chance: np.random.Generator) -> Shape:
    shape = Shape("lily")
    for index in range(int(chance.integers(2, 5))):
        at = (0.3 * math.cos(index * 2.2), 0.01, 0.26 * math.sin(index * 2.2))
        shape.cylinder(at, chance.uniform(0.13, 0.22), 0.014, shade(PAD, chance.uniform(0.8, 1.2)), round=0.01)
    if chance.random() < 0.5:
        color = PETALS[int(chance.integers(len(PETALS)))]
        for step in range(8):
            angle = step * math.tau / 8
            at = (math.cos(angle) * 0.06, 0.07, math.sin(angle) * 0.06)
            turn = (("y", -math.degrees(angle)), ("z", 40.0))
            shape.ellipsoid(at, (0.085, 0.02, 0.04), color, rotate=turn)
        shape.ellipsoid((0, 0.09, 0), (0.04, 0.035, 0.04), srgb("#ffc83d"))
    return shape
