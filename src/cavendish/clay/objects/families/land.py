"""Pieces of the land itself, and its fires and clouds."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import SNOW, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import bark, covered, snow_cap, toned
from cavendish.clay.sculpt import Floats, Material, Shape, fractal, srgb

__all__ = ["campfire", "cloud", "mountain", "rock", "volcano"]


def _stone(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    return toned(base, 0.62 + 0.75 * fractal(x * 3 + z, y * 3 - z * 2, 4))


def rock(look: Look) -> Shape:
    """A boulder with two smaller stones."""
    stone = look.paint("#8b8680")
    chance = np.random.default_rng(look.seed + 5)
    coat = snow_cap(_stone, above=0.35, depth=0.15) if look.snowy else _stone
    shape = Shape("rock")
    for x, z, size in ((0, 0, 0.46), (-0.28, 0.08, 0.30), (0.26, 0.12, 0.34), (0.02, -0.2, 0.36)):
        turn = (("y", chance.uniform(0, 90)), ("z", chance.uniform(12, 36)), ("x", chance.uniform(-28, 28)))
        half = (size * 0.82, size * chance.uniform(0.62, 0.78), size * 0.74)
        shape.box((x, half[1] * 0.8, z), half, stone, round=size * 0.38, rotate=turn, blend=0.10, pattern=coat)
    shape.ellipsoid((0.62, 0.09, 0.26), (0.15, 0.10, 0.13), shade(stone, 0.9), pattern=_stone)
    return shape


def mountain(look: Look) -> Shape:
    """A snow-capped peak with lesser ones at its side."""
    stone = look.paint("#6a6f86")

    def strata(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        rough = fractal(x * 2.4 + z * 2, y * 2.4, 4)
        white = np.clip((y / 3.0 - (0.2 if look.snowy else 0.52) + (rough - 0.45) * 0.7) * 9, 0, 1)
        return covered(toned(base, 0.5 + 0.9 * rough), SNOW, white)

    shape = Shape("mountain")
    for x, z, height, width in ((0, 0, 3.0, 1.5), (-1.0, 0.2, 1.8, 1.0), (1.05, 0.15, 2.1, 1.05), (0.3, 0.8, 1.3, 0.9)):
        at = (x, height / 2, z)
        shape.cylinder(at, width, height / 2, stone, round=0.05, top_radius=0.06, blend=0.18, pattern=strata)
    return shape


def volcano(look: Look) -> Shape:
    """A smoking volcano with streams of lava."""
    stone = look.paint("#5b4a48")
    lava = srgb("#ff5a1a") * 2.4

    def flanks(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        rough = fractal(x * 2.4 + z * 2, y * 2.4, 4)
        return toned(base, 0.5 + 0.9 * rough)

    shape = Shape("volcano")
    shape.cylinder((0, 0.95, 0), 1.55, 0.95, stone, round=0.06, top_radius=0.42, pattern=flanks)
    shape.cylinder((0, 1.95, 0), 0.30, 0.3, stone, op="subtract")
    shape.ellipsoid((0, 1.80, 0), (0.32, 0.09, 0.32), lava, material=Material.EMISSIVE)
    for angle, reach in ((80, 0.72), (35, 0.5), (130, 0.55)):
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        points = []
        for step in range(6):
            share = step / 5 * reach
            radius = 0.42 + 1.13 * share + 0.005
            sway = 0.06 * math.sin(step * 1.8)
            points.append((c * radius + sway, 1.9 * (1 - share), s * radius))
        shape.chain(points, [0.10, 0.085, 0.08, 0.075, 0.07, 0.08], lava, blend=0.03, material=Material.EMISSIVE)
    for x, y, radius in ((0.02, 2.2, 0.24), (0.18, 2.5, 0.32), (-0.08, 2.75, 0.34), (0.28, 3.0, 0.4)):
        shape.ellipsoid((x, y, 0), radius, srgb("#8d8585"), blend=0.12, material=Material.CLOUD)
    return shape


def cloud(look: Look) -> Shape:
    """A soft cloud."""
    vapour = look.paint("#f7f9fd")
    shape = Shape("cloud")
    for x, y, z, radius in (
        (0, 0.62, 0, 0.56),
        (-0.58, 0.48, 0.05, 0.42),
        (0.6, 0.5, 0, 0.44),
        (0.26, 0.82, -0.05, 0.42),
        (-0.28, 0.78, 0.05, 0.38),
        (1.02, 0.34, 0, 0.30),
        (-1.0, 0.34, 0, 0.29),
        (0.1, 0.4, 0.3, 0.36),
    ):
        shape.ellipsoid((x, y, z), radius, vapour, blend=0.14, material=Material.CLOUD)
    return shape.ellipsoid((0, 0.2, 0), (1.1, 0.2, 0.42), vapour, blend=0.16, material=Material.CLOUD)


def campfire(look: Look) -> Shape:
    """Flames on crossed logs in a ring of stones."""
    flame = look.paint("#ff8a1f")
    shape = Shape("campfire")
    for index in range(9):
        angle = index * math.tau / 9
        at = (math.cos(angle) * 0.62, 0.09, math.sin(angle) * 0.62)
        shape.ellipsoid(at, (0.15, 0.11, 0.13), shade(srgb("#8f8a86"), 0.8 + 0.08 * (index % 4)), pattern=_stone)
    for index in range(5):
        angle = index * math.tau / 5 + 0.3
        c, s = math.cos(angle), math.sin(angle)
        shape.cone((c * 0.44, 0.07, s * 0.44), (-c * 0.06, 0.42, -s * 0.06), 0.075, 0.06, WOOD, pattern=bark)
    hot = Material.EMISSIVE
    tongues = ((0, 0, 1.06, 0.21), (0.16, 0.05, 0.78, 0.14), (-0.17, 0.04, 0.85, 0.15), (0.03, 0.15, 0.68, 0.13))
    for x, z, top, radius in tongues:
        shape.chain(
            [(x * 0.6, 0.25, z), (x, 0.25 + top * 0.35, z), (x * 1.2, top, z)],
            [radius, radius * 0.8, 0.02],
            flame * 1.5,
            blend=0.08,
            material=hot,
        )
        shape.chain(
            [(x * 0.6, 0.25, z + 0.1), (x, 0.2 + top * 0.32, z + 0.11)],
            [radius * 0.6, 0.03],
            mix(srgb("#ffd84a"), WHITE, 0.1) * 1.7,
            blend=0.05,
            material=hot,
        )
    return shape
