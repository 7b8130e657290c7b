"""Tools with a handle: hammer and axe, which lean; a wheelbarrow to fill."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import DARK, STEEL, shade
from cavendish.clay.objects.patterns import grain
from cavendish.clay.sculpt import Material, Shape, srgb, turn

__all__ = ["axe", "hammer", "wheelbarrow"]

METAL, GLOSSY = Material.METAL, Material.GLOSSY
IRON = srgb("#8b9099")
# An axe's head from the eye to the edge, and that edge.
_BIT = ((-0.20, 0.12), (0.05, 0.13), (0.20, 0.19), (0.34, 0.30), (0.40, 0.12), (0.41, -0.10), (0.38, -0.30),
        (0.33, -0.44), (0.24, -0.28), (0.10, -0.15), (-0.20, -0.13))  # fmt: skip
_EDGE = ((0.27, 0.25), (0.37, 0.33), (0.46, 0.18), (0.50, -0.04), (0.47, -0.28), (0.38, -0.48), (0.28, -0.34),
         (0.33, -0.05))  # fmt: skip


def _leaning(shape: Shape, degrees: float) -> Shape:
    """The tool, tilted to the right as if it leant on something, its lowest point on the ground."""
    tilted = Shape(shape.name)
    tilted.parts = [part.moved(turn("z", -degrees), np.zeros(3, np.float32), 1.0) for part in shape.parts]
    low, high = tilted.bounds()
    return Shape(shape.name).merge(tilted, (-(low[0] + high[0]) / 2, -low[1], 0))


def hammer(look: Look) -> Shape:
    """A claw hammer with a wooden handle."""
    grip = look.paint("#c98f4e")
    shape = Shape("hammer")
    shape.cone((0, 0.0, 0), (0, 0.46, 0), 0.085, 0.075, grip, pattern=grain)
    shape.cone((0, 0.46, 0), (0, 1.20, 0), 0.075, 0.055, grip, blend=0.03, pattern=grain)
    shape.ellipsoid((0, -0.04, 0), (0.10, 0.06, 0.10), shade(grip, 0.7), blend=0.02)
    shape.box((0, 1.20, 0), (0.13, 0.12, 0.10), IRON, round=0.05, material=METAL)
    across = (("z", 90.0),)
    shape.cylinder((0.22, 1.21, 0), 0.085, 0.12, IRON, round=0.03, rotate=across, blend=0.03, material=METAL)
    shape.cylinder((0.38, 1.21, 0), 0.135, 0.065, shade(IRON, 0.9), round=0.03, rotate=across, material=METAL)
    for side in (-1, 1):
        claw = [(-0.08, 1.23, side * 0.035), (-0.28, 1.22, side * 0.055), (-0.43, 1.12, side * 0.075),
                (-0.50, 1.00, side * 0.08)]  # fmt: skip
        shape.chain(claw, [0.085, 0.07, 0.05, 0.022], IRON, blend=0.03, material=METAL)
    return _leaning(shape, 24.0)


def axe(look: Look) -> Shape:
    """A felling axe with a bright edge."""
    grip = look.paint("#b9783f")
    shape = Shape("axe")
    handle = [(0.05, 0.0, 0.0), (0.0, 0.25, 0.0), (0.02, 0.75, 0.0), (-0.01, 1.36, 0.0)]
    shape.chain(handle, [0.075, 0.062, 0.06, 0.058], grip, blend=0.03, pattern=grain)
    shape.prism((0, 1.14, 0), _BIT, 0.085, srgb("#b32d26"), round=0.05, material=GLOSSY)
    shape.prism((0.03, 1.14, 0), _EDGE, 0.055, STEEL, round=0.045, material=METAL)
    return _leaning(shape, 20.0)


def wheelbarrow(look: Look) -> Shape:
    """A wheelbarrow heading for +x, its tray empty."""
    paint = look.paint("#2f9a57")
    wood = srgb("#a8703c")
    shape = Shape("wheelbarrow")
    tray = [(-0.50, 0.40), (0.42, 0.34), (0.82, 0.94), (-0.66, 0.94)]
    hollow = [(-0.44, 0.47), (0.39, 0.42), (0.75, 1.20), (-0.60, 1.20)]
    shape.prism((0, 0, 0), tray, 0.46, paint, round=0.05, material=GLOSSY)
    shape.prism((0, 0, 0), hollow, 0.39, shade(paint, 0.7), round=0.03, op="subtract")
    for side in (-1, 1):
        rim = ((-0.66, 0.93, side * 0.44), (0.81, 0.93, side * 0.44))
        shape.cone(*rim, 0.045, 0.045, shade(paint, 0.8), material=GLOSSY)
        bar = [(0.86, 0.26, side * 0.16), (-0.30, 0.40, side * 0.34), (-1.20, 0.66, side * 0.40)]
        shape.chain(bar, [0.05, 0.05, 0.05], wood, blend=0.02, pattern=grain)
        shape.cone((-1.10, 0.63, side * 0.395), (-1.32, 0.70, side * 0.405), 0.062, 0.06, DARK)
        leg = ((-0.34, 0.42, side * 0.36), (-0.44, 0.04, side * 0.38))
        shape.cone(*leg, 0.05, 0.05, DARK)
    for x in (-0.66, 0.82):
        shape.cone((x, 0.93, -0.44), (x, 0.93, 0.44), 0.045, 0.045, shade(paint, 0.8), material=GLOSSY)
    _wheel(shape, (0.92, 0.29, 0.0), 0.29)
    return shape


def _wheel(shape: Shape, at: tuple[float, float, float], radius: float) -> None:
    x, y, _ = at
    shape.torus(at, radius - 0.075, 0.075, srgb("#26262b"))
    for number in range(6):
        angle = math.tau * number / 6
        rim = (x + 0.7 * radius * math.cos(angle), y + 0.7 * radius * math.sin(angle), 0.0)
        shape.cone(at, rim, 0.024, 0.024, STEEL, material=METAL)
    shape.cylinder(at, 0.06, 0.18, shade(STEEL, 0.6), round=0.02, rotate=(("x", 90),))
