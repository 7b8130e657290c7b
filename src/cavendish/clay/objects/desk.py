"""What lies on a desk, propped up so that it can be seen."""

import numpy as np

from cavendish.clay.forms import turn
from cavendish.clay.shapes import Material, Shape, srgb

from .look import Look
from .palette import BLACK, DARK, RED, WHITE, mix, shade

__all__ = ["computer_mouse", "keyboard", "remote"]

GLOSSY = Material.GLOSSY


def keyboard(look: Look) -> Shape:
    """A computer keyboard that slopes to the viewer."""
    case = look.paint("#3a3d46")
    caps = mix(case, WHITE, 0.75) if look.color is None else mix(case, WHITE, 0.6)
    shape = Shape("keyboard")
    flat = Shape("flat").box((0, 0.0, 0), (1.0, 0.05, 0.40), case, round=0.04, material=GLOSSY)
    for row in range(4):
        for column in range(13):
            tone = RED if (row, column) == (0, 0) else caps
            key = (-0.87 + column * 0.145, 0.07, -0.27 + row * 0.145)
            flat.box(key, (0.06, 0.035, 0.06), tone, round=0.022)
    flat.box((0, 0.07, 0.315), (0.42, 0.035, 0.05), caps, round=0.022)
    shape.parts = [part.moved(turn("x", 16.0), np.array((0, 0.17, 0), np.float32), 1.0) for part in flat.parts]
    return shape


def computer_mouse(look: Look) -> Shape:
    """A mouse with its cable."""
    case = look.paint("#e6e8ec")
    shape = Shape("computer mouse")
    shape.ellipsoid((0, 0.10, 0), (0.30, 0.24, 0.46), case, material=GLOSSY)
    shape.box((0, -0.2, 0), (0.6, 0.2, 0.8), case, round=0.0, op="subtract")
    shape.cone((0, 0.335, 0.02), (0, 0.16, 0.44), 0.010, 0.010, DARK)
    shape.cylinder((0, 0.30, 0.22), 0.06, 0.03, DARK, rotate=(("z", 90),))
    shape.chain([(-0.29, 0.13, 0.04), (0, 0.345, 0.02), (0.29, 0.13, 0.04)], [0.008] * 3, DARK, blend=0.0)
    cable = [(0, 0.06, -0.44), (0.1, 0.03, -0.62), (0.36, 0.03, -0.64), (0.56, 0.03, -0.46), (0.66, 0.03, -0.2)]
    return shape.chain(cable, [0.03] * 5, BLACK, blend=0.02)


def remote(look: Look) -> Shape:
    """A remote control, standing."""
    case = look.paint("#2a2c33")
    shape = Shape("remote")
    shape.box((0, 0.62, 0), (0.24, 0.62, 0.09), case, round=0.08, material=GLOSSY)
    shape.cylinder((0, 1.10, 0.085), 0.055, 0.02, RED, rotate=(("x", 90),), material=GLOSSY)
    shape.torus((0, 0.82, 0.09), 0.115, 0.032, shade(WHITE, 0.5))
    shape.ellipsoid((0, 0.82, 0.09), (0.06, 0.06, 0.03), shade(WHITE, 0.75), material=GLOSSY)
    tones = ("#4fa0ff", "#4fc05a", "#ffc531")
    for row in range(4):
        for column in range(3):
            tone = srgb(tones[column]) if row == 0 else shade(WHITE, 0.75)
            shape.box((-0.12 + column * 0.12, 0.56 - row * 0.115, 0.09), (0.04, 0.035, 0.02), tone, round=0.018)
    return shape
