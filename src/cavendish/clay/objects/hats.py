"""Hats of toy people on any head: as large as it is wide, or perched between its ears."""

import math
from functools import partial

import numpy as np

from cavendish.clay.sculpt import Shape

from .families.headgear import HATS
from .fitting import Axes, Fitting
from .headwear import skull_of
from .look import Look

__all__ = ["MODELS"]

BAND, BROW = 0.28, 0.20  # the radius of the hats' bands, and how high they are, where they are modelled
PERCHED, SNUG = 0.66, 1.0  # of a head's width


def _hat(what: str, color: str, fit: Fitting, look: Look) -> Shape:
    axes = skull_of(fit)
    width = min(max(fit.width, 0.9 * fit.head), (1.1 if fit.is_rolled_up else 1.4) * fit.head)
    height = _height(fit, axes)
    band, brow = SNUG * width, 0.58 * height
    if _has_ears(fit, axes, width, height):
        band = PERCHED * width
        brow = 0.94 * height * math.sqrt(1 - PERCHED**2)
    hat = Shape(what)
    HATS[what](hat, look.paint(color))
    scale = band / BAND
    return axes.placed(Shape(what).merge(hat, (0.0, brow - BROW * scale, 0.0), scale=scale))


def _height(fit: Fitting, axes: Axes) -> float:
    starts = np.array([axes.at(0, 0, z * fit.head) for z in (-0.2, 0.0, 0.2)], np.float32)
    lengths = fit.probe.way_out(starts, np.repeat(axes.up[None], 3, axis=0), 3 * fit.head)
    return min(float(lengths.min()), 1.5 * fit.head)


def _has_ears(fit: Fitting, axes: Axes, width: float, height: float) -> bool:
    """Say whether ears or horns stand beside the crown."""
    top = 3 * fit.head
    above = np.array([axes.at(x * width, top, z * width) for x in (-0.68, 0.68) for z in (0, -0.2)], np.float32)
    falls = fit.probe.way_in(above, np.repeat(-axes.up[None], len(above), axis=0), top)
    return top - float(falls.min()) > 0.95 * height


MODELS = {
    "santa_hat": partial(_hat, "stocking", "#c8262e"),
    "party_hat": partial(_hat, "party hat", "#ffc531"),
    "wizard_hat": partial(_hat, "starry", "#3b3a9e"),
    "witch_hat": partial(_hat, "buckled", "#2b2533"),
    "cowboy_hat": partial(_hat, "stetson", "#8a5a35"),
    "chef_hat": partial(_hat, "toque", "#f6f2ea"),
    "pirate_hat": partial(_hat, "tricorn", "#26242b"),
    "flower_crown": partial(_hat, "wreath", "#e0527f"),
}
