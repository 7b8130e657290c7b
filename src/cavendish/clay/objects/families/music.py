"""Instruments."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, CREAM, DARK, GOLD, STEEL, WHITE, WOOD, mix
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["drum", "guitar", "piano", "trumpet"]

GLOSSY = Material.GLOSSY
METAL = Material.METAL


def guitar(look: Look) -> Shape:
    """An acoustic guitar, standing, its front to the viewer."""
    wood = look.paint("#d08a3f")
    dark = srgb("#4a2a18")
    shape = Shape("guitar")
    shape.ellipsoid((0, 0.44, 0), (0.46, 0.43, 0.14), wood, blend=0.10, material=GLOSSY)
    shape.ellipsoid((0, 0.98, 0), (0.34, 0.34, 0.135), wood, blend=0.16, material=GLOSSY)
    shape.box((0, 0.7, 0.24), (0.8, 1.0, 0.13), wood, round=0.0, op="subtract")
    shape.box((0, 0.7, -0.24), (0.8, 1.0, 0.13), wood, round=0.0, op="subtract")
    shape.cylinder((0, 0.86, 0.105), 0.155, 0.012, dark, round=0.004, rotate=(("x", 90),))
    shape.torus((0, 0.86, 0.112), 0.17, 0.016, CREAM)
    shape.box((0, 0.36, 0.12), (0.18, 0.035, 0.025), dark, round=0.012)
    shape.box((0, 1.62, 0.09), (0.075, 0.60, 0.035), dark, round=0.02)
    for fret in range(9):
        shape.box((0, 1.22 + fret * 0.115, 0.128), (0.074, 0.007, 0.006), STEEL, round=0.003, material=METAL)
    head = [(-0.075, 2.2), (0.075, 2.2), (0.12, 2.56), (0.0, 2.60), (-0.12, 2.56)]
    shape.prism((0, 0, 0.08), head, 0.04, wood, round=0.02, material=GLOSSY)
    for side in (-1, 1):
        for peg in range(3):
            shape.ellipsoid((side * 0.14, 2.28 + peg * 0.11, 0.08), (0.05, 0.035, 0.03), CREAM, material=GLOSSY)
    for string in range(6):
        x = (string - 2.5) * 0.022
        shape.cone((x, 0.36, 0.148), (x, 2.25, 0.135), 0.005, 0.005, WHITE)
    return shape


def piano(look: Look) -> Shape:
    """A grand piano with its lid raised; the keys look at +z."""
    lacquer = look.paint("#201d22")
    shape = Shape("piano")
    outline = [(-0.85, 0.62), (0.85, 0.62), (0.85, 0.10), (0.55, -0.25), (0.25, -0.75), (-0.35, -1.05), (-0.85, -0.85)]
    flat = (("x", 90.0),)
    shape.prism((0, 0.82, 0), outline, 0.15, lacquer, round=0.04, rotate=flat, material=GLOSSY)
    inner = [(x * 0.92, z * 0.92 - 0.06) for x, z in outline]
    shape.prism((0, 0.965, -0.02), inner, 0.012, srgb("#c9973f"), round=0.01, rotate=flat)
    shape.prism(
        (-0.10, 1.33, -0.12),
        [(x * 0.95, z * 0.95) for x, z in outline],
        0.025,
        lacquer,
        round=0.02,
        rotate=(("z", 34), ("x", 90)),
        material=GLOSSY,
    )
    shape.cone((0.45, 0.95, 0.1), (0.28, 1.50, 0.08), 0.02, 0.02, BRASS, material=METAL)
    shape.box((0, 0.80, 0.74), (0.85, 0.06, 0.16), lacquer, round=0.03, material=GLOSSY)
    shape.box((0, 0.87, 0.76), (0.76, 0.025, 0.12), WHITE, round=0.01)
    for index in range(21):
        x = -0.72 + index * 0.072
        shape.box((x, 0.893, 0.76), (0.003, 0.006, 0.118), DARK, round=0.001)
        if index % 7 not in (2, 6) and index < 20:
            shape.box((x + 0.036, 0.905, 0.71), (0.020, 0.022, 0.065), BLACK, round=0.006)
    for x, z in ((-0.7, 0.5), (0.7, 0.5), (-0.35, -0.75)):
        shape.cone((x, 0.72, z), (x, 0.06, z), 0.075, 0.05, lacquer, material=GLOSSY)
        shape.ellipsoid((x, 0.045, z), 0.05, BRASS, material=METAL)
    shape.box((0, 1.10, 0.42), (0.42, 0.16, 0.02), lacquer, round=0.015, rotate=(("x", -18),), material=GLOSSY)
    return shape


def drum(look: Look) -> Shape:
    """A toy drum with laces and sticks."""
    side_paint = look.paint("#d8262b")
    shape = Shape("drum")
    shape.cylinder((0, 0.42, 0), 0.52, 0.36, side_paint, round=0.02, material=GLOSSY)
    for y in (0.08, 0.76):
        shape.cylinder((0, y, 0), 0.56, 0.07, GOLD, round=0.04, material=METAL)
    shape.cylinder((0, 0.82, 0), 0.51, 0.025, srgb("#f6efdc"), round=0.02)
    for index in range(10):
        first, second = index * math.tau / 10, (index + 0.5) * math.tau / 10
        high = (math.cos(first) * 0.53, 0.72, math.sin(first) * 0.53)
        low = (math.cos(second) * 0.53, 0.12, math.sin(second) * 0.53)
        after = (math.cos(first + math.tau / 10) * 0.53, 0.72, math.sin(first + math.tau / 10) * 0.53)
        shape.chain([high, low, after], [0.018] * 3, CREAM, blend=0.0)
    for side in (-1, 1):
        shape.cone((side * -0.22, 0.88, 0.08), (side * 0.52, 1.08, 0.12 * side), 0.03, 0.024, WOOD)
        shape.ellipsoid((side * -0.24, 0.885, 0.08), 0.055, mix(WOOD, CREAM, 0.4))
    return shape


def trumpet(look: Look) -> Shape:
    """A trumpet on a stand, its bell to the right."""
    brass = look.paint("#f2b632")
    shape = Shape("trumpet")
    shape.cylinder((0, 0.03, 0), 0.24, 0.03, DARK)
    shape.cone((0, 0.04, 0), (0, 0.55, 0), 0.03, 0.03, DARK)
    turn = (("z", -90.0),)
    bell = [(0.05, 0.0), (0.06, 0.30), (0.09, 0.50), (0.17, 0.64), (0.30, 0.70)]
    shape.lathe((0.10, 0.86, 0.0), bell, 0.022, brass, rotate=turn, material=METAL)
    shape.cone((-0.80, 0.86, 0), (0.2, 0.86, 0), 0.042, 0.05, brass, material=METAL)
    shape.cone((-0.92, 0.86, 0), (-0.80, 0.86, 0), 0.075, 0.04, brass, material=METAL)
    loop = [
        (0.2, 0.86, 0),
        (0.34, 0.78, 0.06),
        (0.34, 0.68, 0.06),
        (0.2, 0.60, 0.06),
        (-0.4, 0.60, 0.06),
        (-0.54, 0.68, 0.05),
        (-0.54, 0.78, 0.03),
        (-0.4, 0.86, 0),
    ]
    shape.chain(loop, [0.042] * len(loop), brass, blend=0.02, material=METAL)
    for x in (-0.22, -0.08, 0.06):
        shape.cylinder((x, 0.76, 0.04), 0.058, 0.22, brass, material=METAL)
        shape.cone((x, 0.98, 0.04), (x, 1.08, 0.04), 0.02, 0.02, STEEL, material=METAL)
        shape.ellipsoid((x, 1.09, 0.04), (0.045, 0.02, 0.045), CREAM, material=GLOSSY)
    return shape
