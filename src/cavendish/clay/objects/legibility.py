"""Whether letters can be told from what they stand on, and what they can be read on where they cannot."""

import numpy as np

from cavendish.clay.ink import GROUNDS
from cavendish.clay.sculpt import Floats, srgb

__all__ = ["EASY", "LEGIBLE", "contrast", "ground_for"]

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
LEGIBLE = 2.1
"""The least contrast between letters and what they stand on."""
EASY = 3.0
"""The least on what is there to be read."""


def contrast(color: Floats, other: Floats) -> float:
    """How many times brighter one of two linear colours is than the other, as far as an eye can tell."""
    dark, bright = sorted(float(each @ LUMINANCE) + 0.05 for each in (color, other))
    return bright / dark


def ground_for(ink: Floats, usual: Floats) -> Floats:
    """The usual ground, linear RGB like the ink, where it is easy to read on; else the one that suits it better."""
    if contrast(ink, usual) >= EASY:
        return usual
    return max(map(srgb, GROUNDS), key=lambda ground: contrast(ink, ground))
