"""Savoury things, cooked and served."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import LEAF, YELLOW, Color, shade
from cavendish.clay.objects.patterns import toned, where
from cavendish.clay.sculpt import Floats, Material, Shape, noise, srgb

__all__ = ["CRUST", "baked", "bread", "burger", "cheese", "egg", "hot_dog", "pizza", "sandwich", "tilted"]

GLOSSY = Material.GLOSSY
CRUST = srgb("#c9853f")


def baked(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    """A crust browned unevenly: a pattern."""
    return toned(base, 0.8 + 0.4 * noise(x * 7 + 20, y * 7 + z * 5))


def tilted(
    point: tuple[float, float, float], degrees: float, center: tuple[float, float, float]
) -> tuple[float, float, float]:
    """A point of a disc that lies flat, after the disc was tipped towards the viewer and lifted to `center`."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y, z = point
    return (x + center[0], y * c - z * s + center[1], y * s + z * c + center[2])


def pizza(look: Look) -> Shape:
    """A whole pizza tipped towards the viewer."""
    cheese = look.paint("#ffcf54")
    tilt, center = 58.0, (0.0, 0.82, 0.0)
    lean = (("x", tilt),)
    sauce = where(lambda x, y, z: noise(x * 8 + 4, y * 8 - z * 5) > 0.70, srgb("#d9451f"))
    topping = sauce if look.color is None else None
    shape = Shape("pizza")
    shape.cylinder(center, 0.88, 0.05, CRUST, round=0.04, rotate=lean)
    shape.torus(center, 0.85, 0.09, CRUST, rotate=(("x", tilt - 90),), blend=0.04, pattern=baked)
    shape.cylinder(tilted((0, 0.05, 0), tilt, center), 0.79, 0.03, cheese, rotate=lean, pattern=topping)
    chance = np.random.default_rng(5)
    for x, z in (
        (0.0, 0.05),
        (0.42, 0.15),
        (-0.4, 0.25),
        (0.15, -0.45),
        (-0.32, -0.28),
        (0.44, -0.30),
        (0.05, 0.52),
        (-0.62, -0.02),
        (-0.1, -0.66),
    ):
        at = tilted((x, 0.085, z), tilt, center)
        shape.cylinder(at, 0.135, 0.022, srgb("#b3261e"), round=0.015, rotate=lean, material=GLOSSY)
    for _ in range(14):
        angle, reach = chance.uniform(0, math.tau), chance.uniform(0.15, 0.7)
        at = tilted((math.cos(angle) * reach, 0.10, math.sin(angle) * reach), tilt, center)
        shape.ellipsoid(at, (0.07, 0.016, 0.038), srgb("#3f8f2f"), rotate=(*lean, ("y", chance.uniform(0, 180))))
    return shape


def bread(look: Look) -> Shape:
    """A crusty loaf with cuts."""
    crust = look.paint("#c8823a")
    shape = Shape("bread")
    shape.cone((-0.55, 0.30, 0), (0.55, 0.30, 0), 0.30, 0.30, crust, pattern=baked)
    shape.ellipsoid((0, 0.36, 0), (0.86, 0.30, 0.34), crust, blend=0.12, pattern=baked)
    shape.box((0, -0.2, 0), (1.2, 0.21, 0.6), crust, round=0.02, op="subtract")
    for x in (-0.50, -0.17, 0.17, 0.50):
        cut = [(x + 0.4 * z, 0.36 + 0.3 * math.sqrt(max(1 - (x + 0.4 * z) ** 2 / 0.74 - z * z / 0.116, 0.04)), -z)
               for z in np.linspace(-0.28, 0.24, 9)]  # fmt: skip
        shape.chain(cut, [0.02, 0.035, 0.045, 0.05, 0.05, 0.05, 0.045, 0.035, 0.02], srgb("#f2d49a"), blend=0.02)
    return shape


def burger(look: Look) -> Shape:
    """A hamburger with everything."""
    bun = look.paint("#d9953f")
    shape = Shape("burger")
    shape.ellipsoid((0, 0.66, 0), (0.57, 0.38, 0.57), bun, pattern=baked, material=GLOSSY)
    shape.box((0, 0.42, 0), (0.8, 0.26, 0.8), bun, round=0.0, op="subtract")
    shape.cylinder((0, 0.70, 0), 0.565, 0.04, bun, round=0.035, pattern=baked, material=GLOSSY)
    shape.cylinder((0, 0.14, 0), 0.53, 0.14, bun, round=0.11, pattern=baked, material=GLOSSY)
    shape.cylinder((0, 0.40, 0), 0.545, 0.09, srgb("#5b3320"), round=0.08, pattern=baked)
    _frill(shape)
    melted, flat = srgb("#ffbf2e"), (("y", 45.0),)
    shape.box((0, 0.505, 0), (0.43, 0.022, 0.43), melted, round=0.02, rotate=flat, material=GLOSSY)
    for c, s in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        over = [(c * 0.46, 0.50, s * 0.46), (c * 0.57, 0.475, s * 0.57), (c * 0.605, 0.40, s * 0.605)]
        shape.chain(over, [0.05, 0.045, 0.03], melted, blend=0.05, material=GLOSSY)
    for x, z in ((-0.25, 0.2), (0.25, 0.2), (0.0, -0.28)):
        shape.cylinder((x, 0.585, z), 0.27, 0.04, srgb("#d8352a"), round=0.03, material=GLOSSY)
    shape.torus((0, 0.625, 0), 0.50, 0.03, srgb("#f4ecdc"), rotate=(("x", 90),), material=GLOSSY)
    for index in range(22):
        level = 0.96 - 0.6 * index / 22
        angle, reach = index * 2.39996, math.sqrt(1 - level * level)
        at = (math.cos(angle) * reach * 0.57, 0.66 + level * 0.38, math.sin(angle) * reach * 0.57)
        shape.ellipsoid(at, (0.03, 0.016, 0.02), srgb("#fbe9c0"), rotate=(("y", index * 50),))
    return shape


def _frill(shape: Shape) -> None:
    """A leaf of lettuce that hangs out in waves."""
    for index in range(16):
        angle = index * math.tau / 16
        at = (math.cos(angle) * 0.50, 0.30 + 0.025 * (-1) ** index, math.sin(angle) * 0.50)
        shape.ellipsoid(at, (0.15, 0.03, 0.15), shade(LEAF, 0.9 + 0.2 * (index % 2)), blend=0.04)


def sandwich(look: Look) -> Shape:
    """A sandwich cut across, its filling to the viewer."""
    bread_tone = look.paint("#f0d2a0")
    wedge = [(-0.75, 0.0), (0.75, 0.0), (0.0, -0.78)]
    shape = Shape("sandwich")
    rind = where(lambda x, _y, z: np.abs(x) * 0.72 - z * 0.69 > 0.318, shade(CRUST, 0.85))
    layers = (
        (0.11, 0.11, bread_tone, 1.0),
        (0.255, 0.035, LEAF, 1.06),
        (0.32, 0.035, srgb("#e0483a"), 1.0),
        (0.385, 0.03, srgb("#ffc93a"), 1.04),
        (0.45, 0.035, srgb("#f0a0a0"), 1.0),
        (0.59, 0.11, bread_tone, 1.0),
    )
    for y, half, color, spread in layers:
        outline = [(x * spread, z * spread) for x, z in wedge]
        crust = rind if color is bread_tone else None
        edge = min(half * 0.9, 0.05)
        shape.prism((0, y, 0.25), outline, half, color, round=edge, rotate=(("x", 90),), pattern=crust)
    for step in range(9):
        frill = (-0.68 + step * 0.17, 0.255 + 0.02 * (-1) ** step, 0.26)
        shape.ellipsoid(frill, (0.12, 0.03, 0.06), shade(LEAF, 0.9 + 0.2 * (step % 2)), blend=0.03)
    shape.cone((0, 0.6, -0.05), (0.02, 1.05, -0.05), 0.018, 0.014, srgb("#d9b07a"))
    shape.ellipsoid((0.02, 1.02, -0.05), 0.085, srgb("#7f9a3a"), material=GLOSSY)
    return shape.ellipsoid((0.02, 1.02, 0.03), 0.022, srgb("#c8402e"))


def hot_dog(look: Look) -> Shape:
    """A hot dog with a line of mustard."""
    bun = look.paint("#d9a05a")
    shape = Shape("hot dog")
    for side in (-1, 1):
        shape.cone((-0.62, 0.20, side * 0.20), (0.62, 0.20, side * 0.20), 0.20, 0.20, bun, blend=0.04, pattern=baked)
    sausage = [(-0.84, 0.40, 0), (-0.4, 0.33, 0), (0.4, 0.33, 0), (0.84, 0.40, 0)]
    shape.chain(sausage, [0.15, 0.165, 0.165, 0.15], srgb("#b5482f"), blend=0.05, material=GLOSSY)
    mustard = [(-0.66 + 0.12 * step, 0.515, 0.075 * (-1) ** step) for step in range(12)]
    shape.chain(mustard, [0.035] * 12, YELLOW, blend=0.03, material=GLOSSY)
    return shape


def egg(look: Look) -> Shape:
    """An egg on its blunt end."""
    shell = look.paint("#f2dcc0")
    shape = Shape("egg").ellipsoid((0, 0.36, 0), (0.36, 0.57, 0.36), shell, material=GLOSSY)
    shape.box((0, 0.0, 0), (0.6, 0.35, 0.6), shell, round=0.0, op="subtract")
    return shape.ellipsoid((0, 0.36, 0), 0.36, shell, material=GLOSSY)


def cheese(look: Look) -> Shape:
    """A wedge of holey cheese."""
    paste = look.paint("#ffc43a")
    shape = Shape("cheese")
    wedge = [(-0.72, -0.40), (0.62, 0.0), (-0.72, 0.45)]
    rind = where(lambda x, _y, _z: x < -0.655, shade(paste, 0.6))
    shape.prism((0, 0.32, 0), wedge, 0.32, paste, round=0.05, rotate=(("x", 90),), pattern=rind)
    for x, y, z, radius in (
        (-0.30, 0.40, 0.36, 0.12),
        (0.10, 0.22, 0.22, 0.09),
        (-0.05, 0.50, 0.26, 0.07),
        (-0.55, 0.16, 0.44, 0.10),
        (-0.35, 0.64, 0.1, 0.11),
        (-0.02, 0.64, -0.02, 0.08),
        (-0.55, 0.64, -0.15, 0.09),
        (0.3, 0.42, 0.12, 0.06),
    ):
        shape.ellipsoid((x, y, z), radius, shade(paste, 0.72), op="subtract")
    return shape
