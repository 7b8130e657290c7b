"""A flag on its pole, a desk, and a door in its frame."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, CREAM, DARK, GOLD, STEEL, WHITE, shade
from cavendish.clay.objects.patterns import grain
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["desk", "door", "flag"]


def flag(look: Look) -> Shape:
    """A flag that waves to the right of its pole."""
    cloth = look.paint("#d8262b")
    shape = Shape("flag")
    shape.cylinder((-0.60, 0.05, 0), 0.22, 0.05, DARK, round=0.04)
    shape.cone((-0.60, 0.06, 0), (-0.60, 2.16, 0), 0.035, 0.03, STEEL, material=Material.METAL)
    shape.ellipsoid((-0.60, 2.22, 0), 0.07, GOLD, material=Material.METAL)
    strips, width = 26, 1.36
    for strip in range(strips):
        share = (strip + 0.5) / strips
        phase, swing = share * 8.4, 0.20 * share**0.5
        x, y, z = -0.57 + share * width, 1.70 - 0.05 * math.sin(phase - 0.6), swing * math.sin(phase)
        lean = (("y", -math.degrees(math.atan(swing * math.cos(phase) * 8.4 / width))),)
        shape.box((x, y, z), (width / strips, 0.42, 0.02), cloth, round=0.018, rotate=lean, blend=0.06)
    return shape


def desk(look: Look) -> Shape:
    """A writing desk with drawers on the right."""
    wood = look.paint("#b9783f")
    front, knob = shade(wood, 0.86), BRASS
    shape = Shape("desk")
    shape.box((0, 0.86, 0), (1.05, 0.05, 0.52), wood, round=0.03, pattern=grain)
    shape.box((0.70, 0.42, 0), (0.29, 0.40, 0.46), wood, round=0.02, pattern=grain)
    for drawer in range(3):
        y = 0.68 - drawer * 0.25
        shape.box((0.70, y, 0.46), (0.25, 0.105, 0.025), front, round=0.02, pattern=grain)
        shape.ellipsoid((0.70, y, 0.505), (0.075, 0.026, 0.03), knob, material=Material.METAL)
    shape.box((-0.22, 0.76, 0.44), (0.60, 0.055, 0.03), front, round=0.02)
    shape.box((-0.20, 0.50, -0.42), (0.66, 0.28, 0.025), shade(wood, 0.8), round=0.01)
    for z in (-0.42, 0.42):
        shape.cone((-0.94, 0.84, z), (-0.94, 0.05, z), 0.06, 0.045, wood)
    return shape


def door(look: Look) -> Shape:
    """A panelled door, shut, in a frame with a step."""
    paint = look.paint("#2f8f6a")
    frame, panel = CREAM, shade(paint, 0.82)
    shape = Shape("door")
    shape.box((0, 0.05, 0.06), (0.72, 0.05, 0.24), srgb("#a9a49c"), round=0.03)
    for side in (-1, 1):
        shape.box((side * 0.56, 1.08, 0), (0.085, 1.0, 0.12), frame, round=0.03)
    shape.box((0, 2.08, 0), (0.70, 0.10, 0.14), frame, round=0.03)
    shape.box((0, 2.20, 0.01), (0.74, 0.035, 0.17), WHITE, round=0.02)
    shape.box((0, 1.06, 0.01), (0.485, 0.965, 0.06), paint, round=0.02, material=Material.GLOSSY)
    for side in (-1, 1):
        for y, half in ((0.52, 0.30), (1.44, 0.44)):
            shape.box((side * 0.225, y, 0.068), (0.165, half, 0.012), panel, round=0.012)
            shape.box(
                (side * 0.225, y, 0.076), (0.12, half - 0.05, 0.016), paint, round=0.016, material=Material.GLOSSY
            )
    shape.cylinder((0.40, 0.94, 0.09), 0.05, 0.012, BRASS, round=0.01, rotate=(("x", 90),), material=Material.METAL)
    shape.ellipsoid((0.40, 0.94, 0.15), 0.06, BRASS, material=Material.METAL)
    shape.torus((0, 1.56, 0.10), 0.07, 0.018, BRASS, material=Material.METAL)
    return shape
