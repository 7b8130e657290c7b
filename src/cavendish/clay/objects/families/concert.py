"""A violin, and a microphone to sing into."""

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, DARK, STEEL, WHITE, shade
from cavendish.clay.sculpt import Material, Shape, srgb, turn

__all__ = ["microphone", "violin"]

GLOSSY = Material.GLOSSY


def violin(look: Look) -> Shape:
    """A violin, upright, its strings to the viewer, the bow leaning beside it."""
    wood = look.paint("#b5561f")
    ebony = srgb("#241a18")
    shape = Shape("violin")
    shape.ellipsoid((0, 0.40, 0), (0.44, 0.38, 0.15), wood, material=GLOSSY)
    shape.ellipsoid((0, 0.98, 0), (0.35, 0.32, 0.15), wood, material=GLOSSY, blend=0.05)
    shape.box((0, 0.70, 0), (0.25, 0.30, 0.15), wood, round=0.06, blend=0.08, material=GLOSSY)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.42, 0.70, 0), (0.17, 0.165, 0.4), wood, op="subtract")
        shape.box((0, 0.70, side * 0.25), (0.8, 1.0, 0.13), wood, round=0.0, op="subtract")
    shape.box((0, 1.50, 0.10), (0.052, 0.44, 0.04), ebony, round=0.02)
    shape.box((0, 1.16, 0.16), (0.055, 0.28, 0.035), ebony, round=0.02, rotate=(("x", -4),))
    shape.prism((0, 0.24, 0.16), [(-0.05, -0.2), (0.05, -0.2), (0.085, 0.2), (-0.085, 0.2)], 0.025, ebony, round=0.02)
    shape.box((0, 0.60, 0.165), (0.115, 0.055, 0.016), CREAM, round=0.014)
    for side in (-1, 1):
        hole = [(0.16, 0.84, 0.122), (0.19, 0.72, 0.122), (0.155, 0.62, 0.122), (0.20, 0.50, 0.122)]
        shape.chain([(side * x, y, z) for x, y, z in hole], [0.028, 0.017, 0.017, 0.03], ebony, blend=0.01)
        for y in (1.96, 2.08):
            shape.cone((0, y, 0.08), (side * 0.16, y + 0.02 * side, 0.08), 0.02, 0.018, ebony)
            shape.ellipsoid((side * 0.17, y + 0.02 * side, 0.08), (0.05, 0.035, 0.025), ebony, material=GLOSSY)
    shape.cone((0, 1.90, 0.08), (0, 2.14, 0.05), 0.062, 0.05, wood, material=GLOSSY)
    shape.torus((0, 2.20, 0.06), 0.06, 0.038, wood, rotate=(("y", 90),), material=GLOSSY)
    for string in range(4):
        x = (string - 1.5) * 0.03
        shape.cone((x, 0.42, 0.195), (x * 0.8, 1.92, 0.150), 0.007, 0.007, WHITE)
    shape.ellipsoid((-0.16, 0.06, 0.10), (0.14, 0.08, 0.06), ebony, blend=0.02, material=GLOSSY)
    shape.cone((0.60, 0.03, 0.20), (0.34, 2.02, 0.06), 0.026, 0.02, shade(wood, 0.7), material=GLOSSY)
    shape.cone((0.545, 0.10, 0.23), (0.285, 1.98, 0.09), 0.016, 0.016, CREAM)
    shape.box((0.57, 0.14, 0.215), (0.055, 0.07, 0.03), ebony, round=0.02, rotate=(("z", 8),))
    return shape


def microphone(look: Look) -> Shape:
    """A singer's microphone on a low stand, leaning back."""
    body = look.paint("#2c2d34")
    shape = Shape("microphone")
    shape.cylinder((0, 0.04, 0), 0.34, 0.04, DARK, round=0.03)
    shape.cone((0, 0.05, 0), (0, 0.62, 0), 0.035, 0.03, STEEL, material=Material.METAL)
    shape.box((0, 0.66, 0.0), (0.08, 0.07, 0.07), BLACK, round=0.03)
    tilt = Shape("handle")
    tilt.cylinder((0, -0.02, 0), 0.10, 0.46, body, round=0.05, top_radius=0.17, material=GLOSSY)
    tilt.cylinder((0, 0.46, 0), 0.20, 0.045, STEEL, round=0.03, material=Material.METAL)
    tilt.ellipsoid((0, 0.66, 0), (0.27, 0.29, 0.27), STEEL, material=Material.METAL)
    for ring in (-40, 0, 40, 90):
        tilt.torus((0, 0.66, 0), 0.272, 0.016, shade(STEEL, 0.45), rotate=(("y", ring),))
    tilt.torus((0, 0.66, 0), 0.275, 0.03, shade(STEEL, 0.7), rotate=(("x", 90),), material=Material.METAL)
    tilt.box((0, 0.12, 0.135), (0.03, 0.06, 0.02), STEEL, round=0.015)
    leaning, nowhere = Shape("tilted"), np.zeros(3, np.float32)
    leaning.parts = [part.moved(turn("z", -24), nowhere, 1.0) for part in tilt.parts]
    return shape.merge(leaning, (0, 0.80, 0.02))
