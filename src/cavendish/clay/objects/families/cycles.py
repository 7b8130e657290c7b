"""Two-wheelers, seen from the side and heading for +x."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, DARK, STEEL, WHITE, Color, shade
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["bicycle", "motorcycle"]

TIRE = srgb("#26262b")
METAL = Material.METAL
GLOSSY = Material.GLOSSY


def _wheel(shape: Shape, x: float) -> None:
    middle = 0.56
    shape.torus((x, middle, 0), 0.50, 0.058, TIRE)
    shape.torus((x, middle, 0), 0.44, 0.024, STEEL, material=METAL)
    shape.cylinder((x, middle, 0), 0.055, 0.09, STEEL, rotate=(("x", 90),), material=METAL)
    for index in range(8):
        angle = index * math.pi / 8
        c, s = math.cos(angle) * 0.43, math.sin(angle) * 0.43
        shape.cone((x - c, middle - s, 0), (x + c, middle + s, 0), 0.009, 0.009, STEEL, material=METAL)


def bicycle(look: Look) -> Shape:
    """A city bicycle with mudguards, a bell and a lamp."""
    paint = look.paint("#e23b2e")
    rear, crank, saddle = (-0.78, 0.56, 0), (-0.12, 0.52, 0), (-0.31, 1.12, 0)
    head, front = (0.52, 1.18, 0), (0.78, 0.56, 0)
    shape = Shape("bicycle")
    for x in (-0.78, 0.78):
        _wheel(shape, x)
    tubes = ((rear, crank), (rear, saddle), (crank, saddle), (crank, (0.57, 1.02, 0)), (saddle, head))
    for start, end in tubes:
        shape.cone(start, end, 0.056, 0.056, paint, blend=0.02, material=GLOSSY)
    shape.cone(front, head, 0.05, 0.056, paint, blend=0.02, material=GLOSSY)
    shape.cone(head, (0.47, 1.37, 0), 0.035, 0.035, STEEL, material=METAL)
    for side in (-1, 1):
        bar = [(0.47, 1.37, 0), (0.52, 1.40, side * 0.20), (0.36, 1.38, side * 0.31)]
        shape.chain(bar, [0.03, 0.03, 0.03], STEEL, blend=0.02, material=METAL)
        shape.cone((0.42, 1.39, side * 0.275), (0.32, 1.375, side * 0.33), 0.045, 0.045, BLACK)
        pedal = (crank[0] + side * 0.17, crank[1] - side * 0.09, side * 0.15)
        shape.cone(
            (crank[0], crank[1], side * 0.06), (pedal[0], pedal[1], side * 0.10), 0.02, 0.02, STEEL, material=METAL
        )
        shape.box(pedal, (0.09, 0.025, 0.055), BLACK)
    _saddle_and_guards(shape, saddle, crank, paint)
    return shape


def _saddle_and_guards(
    shape: Shape, post: tuple[float, float, float], crank: tuple[float, float, float], paint: Color
) -> None:
    x, y, _ = post
    shape.cone(post, (x - 0.03, y + 0.14, 0), 0.032, 0.032, STEEL, material=METAL)
    shape.ellipsoid((x - 0.06, y + 0.19, 0), (0.21, 0.065, 0.13), BLACK, material=GLOSSY)
    shape.ellipsoid((x + 0.12, y + 0.18, 0), (0.15, 0.05, 0.06), BLACK, blend=0.04, material=GLOSSY)
    shape.torus(crank, 0.14, 0.022, STEEL, material=METAL)
    shape.cylinder(crank, 0.06, 0.06, DARK, rotate=(("x", 90),))
    for wheel, start, end in ((-0.78, 55, 175), (0.78, 35, 125)):
        arc = [math.radians(start + (end - start) * step / 6) for step in range(7)]
        points = [(wheel + math.cos(angle) * 0.585, 0.56 + math.sin(angle) * 0.585, 0) for angle in arc]
        shape.chain(points, [0.034] * 7, shade(paint, 0.85), blend=0.03, material=GLOSSY)
    shape.ellipsoid((0.63, 1.13, 0), (0.075, 0.085, 0.085), STEEL, material=METAL)
    shape.ellipsoid((0.685, 1.13, 0), (0.035, 0.066, 0.066), srgb("#fff3c4"), material=GLOSSY)


def motorcycle(look: Look) -> Shape:
    """A round-bellied motorcycle."""
    paint = look.paint("#c92a2a")
    shape = Shape("motorcycle")
    for x in (-0.80, 0.86):
        shape.torus((x, 0.42, 0), 0.31, 0.115, TIRE)
        shape.torus((x, 0.42, 0), 0.21, 0.03, STEEL, material=METAL)
        shape.cylinder((x, 0.42, 0), 0.08, 0.13, STEEL, rotate=(("x", 90),), material=METAL)
        for index in range(5):
            angle = index * math.pi / 5
            c, s = math.cos(angle) * 0.2, math.sin(angle) * 0.2
            shape.cone((x - c, 0.42 - s, 0), (x + c, 0.42 + s, 0), 0.02, 0.02, STEEL, material=METAL)
    shape.box((-0.02, 0.42, 0), (0.34, 0.19, 0.17), paint, round=0.06, material=GLOSSY)
    for row in range(4):
        shape.box((0.06, 0.50 + row * 0.06, 0), (0.17, 0.018, 0.19), STEEL, round=0.01, material=METAL)
    shape.ellipsoid((0.17, 0.88, 0), (0.38, 0.20, 0.21), paint, material=GLOSSY)
    shape.chain([(0.0, 0.80, 0), (-0.45, 0.80, 0), (-0.95, 0.94, 0)], [0.14, 0.17, 0.09], BLACK, blend=0.08)
    shape.ellipsoid((-0.86, 0.78, 0), (0.30, 0.13, 0.15), paint, blend=0.05, material=GLOSSY)
    shape.ellipsoid((0.92, 0.80, 0), (0.30, 0.07, 0.15), paint, material=GLOSSY)
    for side in (-1, 1):
        fork = [(0.86, 0.42, side * 0.15), (0.56, 1.12, side * 0.13)]
        shape.chain(fork, [0.045, 0.045], STEEL, blend=0.0, material=METAL)
        bar = [(0.54, 1.15, side * 0.1), (0.48, 1.26, side * 0.3), (0.34, 1.24, side * 0.42)]
        shape.chain(bar, [0.03, 0.03, 0.03], STEEL, blend=0.02, material=METAL)
        shape.cone((0.39, 1.25, side * 0.38), (0.28, 1.23, side * 0.46), 0.048, 0.048, BLACK)
        shape.chain(
            [(0.1, 0.28, side * 0.2), (-0.9, 0.32, side * 0.22)], [0.06, 0.085], STEEL, blend=0.0, material=METAL
        )
        shape.cone((-0.15, 0.62, side * 0.14), (-0.8, 0.44, side * 0.15), 0.07, 0.06, paint, material=GLOSSY)
    shape.ellipsoid((0.68, 1.0, 0), (0.15, 0.16, 0.16), paint, material=GLOSSY)
    shape.ellipsoid((0.77, 1.0, 0), (0.06, 0.105, 0.105), srgb("#fff3c4"), material=GLOSSY)
    shape.ellipsoid((-1.12, 0.84, 0), (0.05, 0.05, 0.08), srgb("#e01f1f"), material=GLOSSY)
    shape.cone((0.1, 0.24, 0.16), (-0.06, 0.02, 0.30), 0.03, 0.03, WHITE, material=METAL)
    return shape
