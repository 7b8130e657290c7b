"""Flowers large enough to be the subject, a pot plant, and mushrooms."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import GREEN, LEAF, WHITE, Color, shade
from cavendish.clay.objects.patterns import toned, where
from cavendish.clay.sculpt import Floats, Material, Shape, noise, srgb

__all__ = ["flower", "mushroom", "potted_plant", "rose", "sunflower", "tulip"]


def _stem(shape: Shape, height: float, *, leaves: bool = True) -> None:
    shape.chain([(0, 0, 0), (0.02, height * 0.5, 0), (0, height, 0)], [0.035, 0.03, 0.028], GREEN, blend=0.02)
    if not leaves:
        return
    for side, level in ((-1, 0.26), (1, 0.4)):
        at = (side * 0.17, height * level + 0.07, 0.02)
        shape.ellipsoid(at, (0.19, 0.022, 0.075), LEAF, rotate=(("z", side * 28),), blend=0.02)


def _petals(
    shape: Shape,
    count: int,
    center: tuple[float, float, float],
    *,
    reach: float,
    size: tuple[float, float, float],
    color: Color,
    cup: float,
    turn: float = 0.0,
) -> None:
    """A wreath of petals in the xy plane that look at +z; `cup` bends them to the front, in degrees."""
    x, y, z = center
    for index in range(count):
        angle = index * math.tau / count + turn
        at = (x + math.cos(angle) * reach, y + math.sin(angle) * reach, z)
        rotation = (("z", math.degrees(angle)), ("y", -cup))
        shape.ellipsoid(at, size, shade(color, 0.94 + 0.12 * (index % 2)), rotate=rotation)


def flower(look: Look) -> Shape:
    """A daisy-like flower that looks at the viewer."""
    petal = look.paint("#ff6f9f")
    shape = Shape("flower")
    _stem(shape, 0.86)
    center = (0.0, 0.98, 0.06)
    _petals(shape, 8, center, reach=0.24, size=(0.17, 0.105, 0.035), color=petal, cup=14)
    shape.ellipsoid((0, 0.98, 0.085), (0.135, 0.135, 0.07), srgb("#ffc22e"), pattern=_pollen)
    return shape


def _pollen(base: Color, x: Floats, y: Floats, _z: Floats) -> Color:
    return toned(base, 0.75 + 0.45 * noise(x * 60, y * 60))


def sunflower(look: Look) -> Shape:
    """A tall sunflower."""
    petal = look.paint("#ffc21f")
    shape = Shape("sunflower")
    _stem(shape, 1.3)
    center = (0.0, 1.5, 0.08)
    for count, reach, turn, tone in ((16, 0.37, 0.0, 0.85), (16, 0.33, 0.2, 1.05)):
        _petals(
            shape,
            count,
            (0, 1.5, 0.04 + 0.04 * (tone > 1)),
            reach=reach,
            size=(0.17, 0.062, 0.022),
            color=shade(petal, tone),
            cup=10,
            turn=turn,
        )
    shape.ellipsoid(center, (0.27, 0.27, 0.10), srgb("#6b3d1a"), pattern=_pollen)
    shape.ellipsoid((0, 1.5, 0.13), (0.14, 0.14, 0.07), srgb("#4a2a12"), pattern=_pollen)
    return shape


def rose(look: Look) -> Shape:
    """A long-stemmed rose, its petals wound round one another."""
    petal = look.paint("#d0152e")
    shape = Shape("rose")
    _stem(shape, 0.82)
    for index in range(5):
        angle = index * math.tau / 5
        at = (math.cos(angle) * 0.1, 0.80, math.sin(angle) * 0.1)
        shape.ellipsoid(at, (0.10, 0.02, 0.045), LEAF, rotate=(("y", -math.degrees(angle)), ("z", 20)))
    shape.ellipsoid((0, 0.98, 0), (0.13, 0.16, 0.13), shade(petal, 0.75))
    for ring, (count, reach, height, lean) in enumerate(
        ((3, 0.075, 1.03, 8), (5, 0.135, 0.99, 18), (6, 0.19, 0.95, 32))
    ):
        for index in range(count):
            angle = index * math.tau / count + ring * 0.7
            at = (math.cos(angle) * reach, height, math.sin(angle) * reach)
            turn = (("y", -math.degrees(angle)), ("z", -lean))
            shape.ellipsoid(at, (0.028, 0.165, 0.15 - 0.012 * ring), shade(petal, 0.82 + 0.13 * ring), rotate=turn)
    for side, level in ((1, 0.3), (-1, 0.58)):
        shape.cone((side * 0.02, level, 0.02), (side * 0.07, level + 0.03, 0.02), 0.018, 0.003, GREEN)
    return shape


def tulip(look: Look) -> Shape:
    """A tulip with two long leaves."""
    petal = look.paint("#f0447c")
    shape = Shape("tulip")
    _stem(shape, 0.75, leaves=False)
    for side in (-1, 1):
        blade = [(side * 0.03, 0.02, 0.02), (side * 0.14, 0.3, 0.03), (side * 0.22, 0.6, 0.0)]
        shape.chain(blade, [0.06, 0.07, 0.012], LEAF, blend=0.03)
    shape.ellipsoid((0, 0.90, 0), (0.16, 0.19, 0.16), shade(petal, 0.8))
    for index in range(6):
        angle = index * math.tau / 6 + 0.5
        c, s = math.cos(angle), math.sin(angle)
        tone = shade(petal, 0.92 + 0.14 * (index % 2))
        shape.chain(
            [(c * 0.1, 0.80, s * 0.1), (c * 0.16, 0.96, s * 0.16), (c * 0.12, 1.14, s * 0.12)],
            [0.09, 0.09, 0.018],
            tone,
            blend=0.03,
        )
    return shape


def potted_plant(look: Look) -> Shape:
    """Broad leaves in a clay pot."""
    leaf = look.paint("#4d9a44")
    clay = srgb("#c8693f")
    shape = Shape("potted plant")
    shape.cylinder((0, 0.26, 0), 0.24, 0.26, clay, round=0.04, top_radius=0.34)
    shape.cylinder((0, 0.50, 0), 0.385, 0.06, clay, round=0.03)
    shape.cylinder((0, 0.55, 0), 0.33, 0.02, srgb("#4a3324"))
    for index in range(11):
        angle = index * 2.39996
        spread = 0.16 + 0.42 * (index / 10)
        height = 1.26 - 0.42 * (index / 10)
        c, s = math.cos(angle), math.sin(angle)
        tip = (c * spread, height, s * spread)
        shape.chain(
            [(c * 0.05, 0.5, s * 0.05), (c * spread * 0.5, 0.5 + (height - 0.5) * 0.7, s * spread * 0.5), tip],
            [0.02, 0.017, 0.014],
            shade(leaf, 0.8),
            blend=0.01,
        )
        middle = (tip[0] + c * 0.10, tip[1] - 0.01, tip[2] + s * 0.10)
        turn = (("y", -math.degrees(angle)), ("z", -28 - 30 * index / 10))
        shape.ellipsoid(middle, (0.23, 0.024, 0.125), shade(leaf, 0.85 + 0.04 * index), rotate=turn)
    return shape


def mushroom(look: Look) -> Shape:
    """A toadstool with white warts."""
    cap = look.paint("#d8262b")
    shape = Shape("mushroom")
    shape.cone((0, 0.08, 0), (0, 0.56, 0), 0.17, 0.12, srgb("#f4ead6"), blend=0.05)
    under = where(lambda _x, y, _z: y < 0.52, srgb("#f1e2c4"))
    shape.ellipsoid((0, 0.54, 0), (0.47, 0.36, 0.47), cap, material=Material.GLOSSY, pattern=under)
    shape.ellipsoid((0, 0.30, 0), (0.54, 0.215, 0.54), srgb("#f1e2c4"), op="subtract")
    chance = np.random.default_rng(4)
    for index in range(15):
        level = 0.97 - 0.72 * index / 15
        angle, reach = index * 2.39996, math.sqrt(1 - level * level)
        at = (math.cos(angle) * reach * 0.465, 0.54 + level * 0.355, math.sin(angle) * reach * 0.465)
        shape.ellipsoid(at, chance.uniform(0.04, 0.07), WHITE)
    return shape.cone((0, 0.08, 0), (0, 0.5, 0), 0.17, 0.12, srgb("#f4ead6"))
