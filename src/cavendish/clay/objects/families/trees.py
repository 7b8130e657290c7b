"""Trees and other green things that stand rooted in the ground."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import PINK, SNOW, Color, shade
from cavendish.clay.objects.patterns import Coordinates, Pattern, around, bark, foliage, snow_cap, toned
from cavendish.clay.sculpt import Material, Shape, noise, srgb

from .branches import branch
from .christmas import decked

__all__ = ["branch", "bush", "cactus", "christmas_tree", "palm", "pine", "tree"]

BARK = srgb("#7d4f2c")
GOLDEN_ANGLE = 2.39996


def tree(look: Look) -> Shape:
    """A round-crowned tree whose leaves are clumps of many sizes."""
    leaf = look.paint("#58a534")
    chance = np.random.default_rng(look.seed + 3)
    coat: Pattern = snow_cap(foliage, above=2.45, depth=0.7) if look.snowy else foliage
    shape = Shape("tree")
    shape.chain([(0, -0.05, 0), (0.02, 0.7, 0), (0.03, 1.5, 0)], [0.27, 0.20, 0.18], BARK, blend=0.05, pattern=bark)
    for index in range(5):
        angle = index * math.tau / 5 + 0.3
        root = (math.cos(angle) * 0.46, 0.0, math.sin(angle) * 0.46)
        shape.cone((0, 0.26, 0), root, 0.13, 0.05, BARK, blend=0.15, pattern=bark)
    for bough in ((0.7, 2.1, 0.1), (-0.75, 2.05, 0.1), (0.1, 2.3, -0.5)):
        shape.cone((0, 1.15, 0), bough, 0.14, 0.07, BARK, blend=0.14, pattern=bark)
    for x, y, z, radius in ((0, 2.6, 0, 0.80), (0.62, 2.4, 0.05, 0.56), (-0.66, 2.36, 0.05, 0.56), (0.1, 3.0, 0, 0.56)):
        core = (radius, radius * 0.86, radius)
        shape.ellipsoid((x, y, z), core, shade(leaf, 0.75), blend=0.05, material=Material.LEAF, pattern=coat)
    _clumps(shape, leaf, coat, chance)
    return shape


def _clumps(shape: Shape, leaf: Color, coat: Pattern, chance: np.random.Generator) -> None:
    """Cover the crown with clumps, spread evenly over the upper three quarters of an ellipsoid."""
    count = 62
    for index in range(count):
        level = 1 - 1.55 * (index + 0.5) / count
        angle = index * GOLDEN_ANGLE
        reach = math.sqrt(max(0.0, 1 - level * level)) * chance.uniform(0.88, 1.10)
        sag = 0.10 * abs(math.cos(angle)) * reach
        at = (
            math.cos(angle) * 1.22 * reach,
            2.55 + level * 0.97 * chance.uniform(0.94, 1.06) - sag,
            math.sin(angle) * 0.98 * reach,
        )
        radius = chance.uniform(0.17, 0.33)
        size = (radius, radius * chance.uniform(0.78, 0.98), radius)
        tone = shade(leaf, chance.uniform(0.82, 1.28) * (0.92 + 0.12 * level))
        shape.ellipsoid(at, size, tone, blend=0.04, material=Material.LEAF, pattern=coat)


def pine(look: Look) -> Shape:
    """A fir of ragged skirts."""
    needles = look.paint("#2f6b3a")
    turn = np.float32(9 + look.seed * 1.7)

    def skirts(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        angle = around(x, z)
        fresh = base * (0.62 + 0.8 * noise(angle * 11 + turn, y * 14))[:, None]
        if not look.snowy:
            return fresh
        rim = noise(angle * 5 + turn, y * 9) * 0.8 + ((y * 2.17 + 0.1) % 1.0) * 0.9
        return np.where((rim > 0.86)[:, None], SNOW, fresh)

    shape = Shape("pine")
    shape.cone((0, 0, 0), (0, 0.5, 0), 0.13, 0.10, BARK, pattern=bark)
    for tier in range(5):
        radius = 0.66 - tier * 0.118
        at = (0, 0.62 + tier * 0.42, 0)
        shape.cylinder(at, radius, 0.31, needles, round=0.05, top_radius=0.07, blend=0.03, pattern=skirts)
        for step in range(9):
            angle = step * math.tau / 9 + tier * 0.35 + float(turn)
            edge = radius * 0.93
            tip = (math.cos(angle) * edge, at[1] - 0.29, math.sin(angle) * edge)
            start = (math.cos(angle) * edge * 0.55, at[1] + 0.0, math.sin(angle) * edge * 0.55)
            shape.cone(start, tip, 0.09, 0.055, needles, blend=0.06, pattern=skirts)
    shape.cone((0, 2.4, 0), (0, 2.68, 0), 0.10, 0.02, needles, blend=0.05, pattern=skirts)
    return shape


def christmas_tree(look: Look) -> Shape:
    """A fir in a pot with baubles, lights and a star."""
    return decked(pine(look), look)


def _rings(base: Color, _x: Coordinates, y: Coordinates, _z: Coordinates) -> Color:
    return toned(base, np.where(np.sin(y * 34) > 0.2, 1.15, 0.8))


def palm(look: Look) -> Shape:
    """A leaning palm with coconuts."""
    leaf = look.paint("#4ea03a")
    shape = Shape("palm")
    trunk = [(-0.35, -0.03, 0), (-0.28, 0.6, 0), (-0.10, 1.3, 0), (0.18, 2.0, 0), (0.34, 2.35, 0)]
    shape.chain(trunk, [0.20, 0.145, 0.125, 0.11, 0.10], srgb("#a3764a"), blend=0.05, pattern=_rings)
    for index in range(9):
        angle = index * math.tau / 9 + 0.2
        _frond(shape, leaf, math.cos(angle), math.sin(angle), lift=0.34 if index % 2 else 0.12)
    for x, z in ((0.22, 0.14), (0.44, 0.12), (0.36, -0.12)):
        shape.ellipsoid((x, 2.26, z), 0.115, srgb("#6b3f1f"))
    return shape


def _frond(shape: Shape, leaf: Color, c: float, s: float, *, lift: float) -> None:
    """One drooping leaf: a rib that carries flat leaflets."""
    top = (0.34, 2.38, 0.0)
    previous = top
    for step in range(1, 7):
        share = step / 6
        reach = 1.15 * math.sin(share * 1.45)
        height = lift * math.sin(share * math.pi * 0.75) * 1.5 - 0.62 * share**2.2
        point = (top[0] + c * reach, top[1] + height, top[2] + s * reach)
        width = 0.17 * math.sin(math.pi * (0.15 + 0.8 * share)) + 0.02
        slope = math.degrees(
            math.atan2(point[1] - previous[1], math.hypot(point[0] - previous[0], point[2] - previous[2]))
        )
        middle = tuple((a + b) / 2 for a, b in zip(point, previous, strict=True))
        turn = (("y", -math.degrees(math.atan2(s, c))), ("z", slope))
        tone = shade(leaf, 0.85 + 0.3 * share)
        shape.ellipsoid(middle, (0.17, 0.028, width), tone, rotate=turn, blend=0.03, material=Material.CLAY)
        previous = point


def cactus(look: Look) -> Shape:
    """A saguaro with two arms and a flower."""
    skin = look.paint("#4f9a4a")

    def ribs(base: Color, x: Coordinates, _y: Coordinates, z: Coordinates) -> Color:
        return toned(base, 0.85 + 0.25 * np.cos(np.arctan2(z, x) * 14))

    shape = Shape("cactus")
    shape.chain([(0, 0.0, 0), (0, 0.8, 0), (0, 1.55, 0)], [0.27, 0.29, 0.24], skin, blend=0.05, pattern=ribs)
    shape.chain([(0.1, 0.62, 0), (0.52, 0.68, 0), (0.58, 1.15, 0)], [0.15, 0.155, 0.14], skin, blend=0.09)
    shape.chain([(-0.1, 0.85, 0), (-0.46, 0.90, 0), (-0.52, 1.28, 0)], [0.13, 0.135, 0.12], skin, blend=0.09)
    for index in range(6):
        angle = index * math.tau / 6
        at = (math.cos(angle) * 0.09, 1.80, math.sin(angle) * 0.09)
        shape.ellipsoid(at, (0.085, 0.055, 0.085), srgb("#ff6fa5"), blend=0.02)
    shape.ellipsoid((0, 1.84, 0), 0.05, srgb("#ffd166"))
    _spines(shape)
    return shape


def _spines(shape: Shape) -> None:
    for row in range(8):
        for step in range(7):
            angle = (step + row * 0.5) * math.tau / 7
            c, s = math.cos(angle), math.sin(angle)
            y = 0.2 + row * 0.19
            shape.cone((c * 0.26, y, s * 0.26), (c * 0.33, y + 0.02, s * 0.33), 0.012, 0.003, srgb("#f4ecc8"))


def bush(look: Look) -> Shape:
    """A low round bush with a few blossoms."""
    leaf = look.paint("#4d9433")
    chance = np.random.default_rng(look.seed + 11)
    coat: Pattern = snow_cap(foliage, above=0.45, depth=0.3) if look.snowy else foliage
    shape = Shape("bush")
    shape.ellipsoid((0, 0.34, 0), (0.62, 0.40, 0.5), shade(leaf, 0.75), material=Material.LEAF, pattern=coat)
    for index in range(30):
        level = 1 - 1.35 * (index + 0.5) / 30
        angle, reach = index * GOLDEN_ANGLE, math.sqrt(1 - level * level)
        at = (math.cos(angle) * 0.62 * reach, 0.30 + level * 0.42, math.sin(angle) * 0.5 * reach)
        radius = chance.uniform(0.14, 0.23)
        tone = shade(leaf, chance.uniform(0.82, 1.25))
        shape.ellipsoid(at, radius, tone, blend=0.03, material=Material.LEAF, pattern=coat)
        if index % 5 == 1 and not look.snowy:
            bloom = tuple(v * 1.22 if axis != 1 else v + 0.16 for axis, v in enumerate(at))
            shape.ellipsoid(bloom, 0.06, PINK)
    _leaves(shape, leaf, coat, chance)
    return shape


def _leaves(shape: Shape, leaf: Color, coat: Pattern, chance: np.random.Generator) -> None:
    """Single leaves that stick out all round a bush, so that it is one in any colour."""
    count = 110
    for index in range(count):
        level = 1 - 1.2 * (index + 0.5) / count
        angle = index * GOLDEN_ANGLE
        around_, up = math.sqrt(1 - level * level), level + 0.25
        at = (math.cos(angle) * 0.76 * around_, 0.31 + level * 0.56, math.sin(angle) * 0.64 * around_)
        drooping = math.degrees(math.atan2(up, around_)) - chance.uniform(25, 75)
        turned = (("y", -math.degrees(angle) + chance.uniform(-40, 40)), ("z", drooping))
        tone = shade(leaf, chance.uniform(0.8, 1.35))
        shape.ellipsoid(at, (0.125, 0.022, 0.07), tone, rotate=turned, material=Material.LEAF, pattern=coat)
