"""Sports gear that nobody would call a toy; it stands upright."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, DARK, RED, STEEL, WHITE, mix, shade
from cavendish.clay.objects.patterns import bands, grain
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["baseball_bat", "baseball_glove", "skis", "snowboard"]

GLOSSY = Material.GLOSSY


def baseball_bat(look: Look) -> Shape:
    """A wooden bat on its end, a ball beside it."""
    wood = look.paint("#c98d4f")
    shape = Shape("baseball bat")
    points = [(0, 0.16, 0), (0, 0.70, 0), (0, 1.15, 0), (0, 1.60, 0)]
    shape.chain(points, [0.155, 0.148, 0.085, 0.055], wood, blend=0.0, pattern=grain)
    shape.cone((0, 1.28, 0), (0, 1.60, 0), 0.066, 0.06, DARK)
    shape.ellipsoid((0, 1.66, 0), (0.095, 0.045, 0.095), DARK)
    shape.ellipsoid((0.36, 0.16, 0.12), 0.16, WHITE)
    for side in (-1, 1):
        shape.torus((0.36 + side * 0.10, 0.16, 0.12), 0.125, 0.008, RED, rotate=(("y", 90 - side * 25),))
    return shape


def baseball_glove(look: Look) -> Shape:
    """A leather glove that holds a ball."""
    leather = look.paint("#a8602e")
    dark = shade(leather, 0.6)
    shape = Shape("baseball glove")
    shape.ellipsoid((0, 0.42, -0.04), (0.44, 0.42, 0.20), leather)
    fingers = ((-0.40, 0.86), (-0.16, 1.04), (0.10, 1.06), (0.34, 0.94))
    for x, y in fingers:
        points = [(x * 0.7, 0.55, -0.02), (x, y - 0.16, 0.0), (x * 1.04, y, 0.10)]
        shape.chain(points, [0.17, 0.135, 0.11], leather, blend=0.05)
    shape.chain([(0.36, 0.34, 0.04), (0.56, 0.56, 0.12), (0.56, 0.74, 0.18)], [0.17, 0.14, 0.11], leather, blend=0.06)
    for level in (0.72, 0.82, 0.92):
        shape.cone((0.40, level, 0.12), (0.56, level - 0.08, 0.20), 0.018, 0.018, dark)
    shape.ellipsoid((0.02, 0.48, 0.06), (0.27, 0.29, 0.16), dark)
    shape.ellipsoid((0.02, 0.50, 0.20), 0.19, WHITE)
    for side in (-1, 1):
        shape.torus((0.02 + side * 0.12, 0.50, 0.20), 0.145, 0.010, RED, rotate=(("y", 90 - side * 25),))
    return shape.torus((0, 0.10, 0), 0.24, 0.05, dark, rotate=(("x", 90),))


def skis(look: Look) -> Shape:
    """A pair of skis with their poles, stood up."""
    paint = look.paint("#e2452f")
    stripe = bands(CREAM, (1.2, 1.3), (1.36, 1.40))
    shape = Shape("skis")
    for side in (-1, 1):
        x = side * 0.17
        shape.box((x, 0.86, 0), (0.09, 0.86, 0.025), paint, round=0.022, material=GLOSSY, pattern=stripe)
        tip = [(x, 1.68, 0), (x, 1.82, 0.03), (x, 1.94, 0.13)]
        shape.chain(tip, [0.075, 0.06, 0.03], paint, blend=0.04, material=GLOSSY)
        shape.box((x, 0.82, 0.06), (0.075, 0.15, 0.045), DARK, round=0.03)
        pole = side * 0.44
        shape.cone((pole, 0.0, 0), (pole * 0.92, 1.36, 0), 0.02, 0.022, STEEL, material=Material.METAL)
        shape.cone((pole * 0.92, 1.26, 0), (pole * 0.915, 1.44, 0), 0.042, 0.042, BLACK)
        shape.torus((pole, 0.14, 0), 0.085, 0.02, BLACK, rotate=(("x", 90),))
    return shape


def snowboard(look: Look) -> Shape:
    """A snowboard standing on its tail."""
    paint = look.paint("#3a6fd8")
    shape = Shape("snowboard")
    for y, lean in ((0.20, -1), (1.50, 1)):
        shape.cylinder((0, y, 0.02), 0.24, 0.028, paint, round=0.025, rotate=(("x", 90 + lean * 4),), material=GLOSSY)
    shape.box((0, 0.85, 0), (0.24, 0.68, 0.028), paint, round=0.025, blend=0.02, material=GLOSSY)
    for index in range(3):
        turn = (("z", 32.0),)
        tone = (mix(paint, WHITE, 0.85), srgb("#ffc531"), srgb("#ff5a6f"))[index]
        shape.box((0, 0.74 + index * 0.11, 0.024), (0.19, 0.028, 0.008), tone, round=0.006, rotate=turn)
    for y in (0.50, 1.22):
        shape.cylinder((0, y, 0.05), 0.13, 0.025, DARK, rotate=(("x", 90),))
        for side in (-1, 1):
            shape.box((side * 0.11, y, 0.12), (0.03, 0.06, 0.08), DARK, round=0.025)
        arch = [(math.cos(a) * 0.12, y + 0.02, 0.12 + math.sin(a) * 0.09) for a in (0.1, 0.9, 1.57, 2.24, 3.04)]
        shape.chain(arch, [0.028] * 5, BLACK, blend=0.01)
    return shape
