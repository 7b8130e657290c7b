"""Colours that many things share, and the mixing of two."""

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import srgb

__all__ = [
    "BLACK",
    "BRASS",
    "BROWN",
    "CREAM",
    "DARK",
    "GLASS",
    "GOLD",
    "GREEN",
    "IRON",
    "LEAF",
    "ORANGE",
    "PINK",
    "RED",
    "SKIN",
    "SNOW",
    "STEEL",
    "WHITE",
    "WOOD",
    "YELLOW",
    "Color",
    "mix",
    "shade",
]  # fmt: skip

Color = NDArray[np.float32]

BLACK = srgb("#1c1a1e")
WHITE = srgb("#f6f2ea")
BROWN = srgb("#4a2a18")
CREAM = srgb("#f5e7c8")
PINK = srgb("#f2a0a0")
RED = srgb("#d8262b")
ORANGE = srgb("#ff9a1f")
YELLOW = srgb("#ffc531")
GREEN = srgb("#4f9a35")
LEAF = srgb("#5aa636")
WOOD = srgb("#8b5a33")
DARK = srgb("#2a2c33")
IRON = srgb("#33363d")
STEEL = srgb("#c9ccd2")
BRASS = srgb("#d9a441")
GOLD = srgb("#f2b632")
GLASS = srgb("#29405c")
SNOW = srgb("#f3f6fb")
SKIN = srgb("#f1c39a")


def mix(first: Color, second: Color, share: float = 0.5) -> Color:
    """Between two colours; `share` of the second."""
    return first * np.float32(1.0 - share) + second * np.float32(share)


def shade(color: Color, factor: float) -> Color:
    """The colour, darker (below 1) or lighter (above 1)."""
    return color * np.float32(factor)
