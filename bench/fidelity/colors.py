"""What people call a colour, of the eleven basic terms of English, told from hue, chroma and lightness in OKLab.

A thing is of a colour that covers three tenths of it, or a fifth of it and most of its coloured parts: a bicycle with
black tyres is red if its frame is.
"""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats

__all__ = ["NEUTRAL", "color_of", "is_colored", "names_of"]

NEUTRAL = ("black", "gray", "white")
_ENOUGH, _LEAST = 0.3, 0.2  # the share of a thing that its colour must cover: in any case, and where it prevails

_TO_CONES = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
_TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip


def color_of(colors: Floats) -> str:
    """The name that most of the linear colours (n, 3) of a thing's pixels have; n > 0."""
    return Counter(names_of(colors)).most_common(1)[0][0]


def is_colored(colors: Floats, name: str) -> bool:
    """Whether a thing whose pixels have the linear colours (n, 3), n > 0, would be said to be of that colour."""
    names = Counter(names_of(colors))
    share = names[name] / len(colors)
    rivals = [count for each, count in names.items() if name in NEUTRAL or each not in NEUTRAL]
    return share >= _ENOUGH or (share >= _LEAST and names[name] == max(rivals))


def names_of(colors: Floats) -> list[str]:
    """The names of linear colours (n, 3)."""
    cones = np.cbrt(np.clip(colors, 0, 1).astype(np.float64) @ _TO_CONES.T)
    light, a, b = (cones @ _TO_LAB.T).T
    chroma, hue = np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360
    pale, dark, brownish = chroma < 0.045, light < 0.22, (light < 0.62) | (chroma < 0.11)
    rules: list[tuple[NDArray[np.bool_], str]] = [
        (dark | (pale & (light < 0.42)), "black"),
        (pale & (light > 0.84), "white"),
        (pale, "gray"),
        (((hue < 18) | (hue >= 332)) & (light > 0.62), "pink"),
        ((hue < 40) & (light > 0.70), "pink"),
        ((hue < 40) | (hue >= 332), "red"),
        ((hue < 75) & brownish, "brown"),
        (hue < 75, "orange"),
        ((hue < 112) & (light >= 0.72) & ((chroma >= 0.08) | (light >= 0.86)), "yellow"),
        (hue < 95, "brown"),
        (hue < 200, "green"),
        (hue < 287, "blue"),
    ]
    found: list[str] = np.select([rule for rule, _ in rules], [name for _, name in rules], "purple").tolist()
    return found
