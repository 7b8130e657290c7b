"""What is worn on the head, modelled in the axes of a face, round the middle of the skull."""

import math

import numpy as np

from cavendish.clay.sculpt import Floats, Material, Shape, srgb

from .fitting import Axes, Fitting
from .look import Look
from .palette import DARK, STEEL

__all__ = ["MODELS", "skull_of"]

GLOSSY = Material.GLOSSY
BAND = 23
MOST = 1.8  # radii of the head that ears may stand out


def headphones(fit: Fitting, look: Look) -> Shape:
    """Large headphones: a band over the head, a cup on either ear."""
    shell = look.paint("#2f6fd0")
    axes = skull_of(fit)
    side, top = _measures(fit, axes)
    thick, cup = 0.11 * fit.head, 0.44 * fit.head
    angles = np.radians(np.linspace(0, 180, BAND))
    arch = [((side + thick) * math.cos(a), (top + thick) * math.sin(a), 0.0) for a in angles]
    shape = Shape("headphones")
    shape.chain(arch, [0.55 * thick] * len(arch), DARK, blend=0.0)
    shape.chain(arch[5:-5], [thick] * (len(arch) - 10), shell, blend=0.0, material=GLOSSY)
    for out in (-1, 1):
        flat = (("z", -90.0 * out),)
        cushion, plate = (out * (side + 0.4 * thick), 0, 0), (out * (side + 2.6 * thick), 0, 0)
        shape.cylinder(cushion, 0.92 * cup, 0.9 * thick, srgb("#33313a"), round=0.8 * thick, rotate=flat)
        at = (out * (side + 1.7 * thick), 0, 0)
        shape.cylinder(at, cup, 0.9 * thick, shell, round=0.7 * thick, rotate=flat, material=GLOSSY)
        shape.cylinder(plate, 0.5 * cup, 0.14 * thick, STEEL, round=0.1 * thick, rotate=flat, material=Material.METAL)
    return axes.placed(shape)


def skull_of(fit: Fitting) -> Axes:
    """The middle of the head; lower than between the eyes where these stand out above it."""
    face = fit.face.axes
    middle = fit.skull[0]
    for _ in range(4):
        if float(fit.probe.distance(middle[None])[0]) < -0.3 * fit.head:
            break
        middle = middle - face.up * np.float32(0.3 * fit.head)
    return Axes(middle, face.right, face.up, face.front)


def _measures(fit: Fitting, axes: Axes) -> tuple[float, float]:
    """From the middle of the head to its sides and to its top, where ears and horns do not count."""
    angles = np.radians([-4, 4, 75, 90, 105, 176, 184])
    ways: Floats = np.array([math.cos(a) * axes.right + math.sin(a) * axes.up for a in angles], np.float32)
    lengths = fit.probe.way_out(np.repeat(axes.middle[None], len(ways), axis=0), ways, 3 * fit.head)
    side, top = float(lengths[[0, 1, 5, 6]].mean()), float(lengths[2:5].min())
    return min(side, MOST * fit.head), min(top, MOST * fit.head)


MODELS = {"headphones": headphones}
