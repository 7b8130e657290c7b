"""Coats and surfaces: functions that recolour points of a shape by where they lie.

A pattern takes the primitive's colour and float32 arrays x, y, z (n,) in the shape's own coordinates and returns
linear colours (n, 3).
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import noise

from .palette import SNOW, WHITE, Color

__all__ = [
    "Pattern",
    "around",
    "bands",
    "bark",
    "covered",
    "foliage",
    "frosted",
    "grain",
    "granite",
    "marble",
    "patches",
    "snow_cap",
    "speckles",
    "stripes",
    "where",
]

Coordinates = NDArray[np.float32]
Pattern = Callable[[Color, Coordinates, Coordinates, Coordinates], Color]
Mask = Callable[[Coordinates, Coordinates, Coordinates], NDArray[np.bool_]]


def around(x: Coordinates, z: Coordinates) -> Coordinates:
    """The angle about the y axis in radians, -pi to pi."""
    angle: Coordinates = np.arctan2(z, x).astype(np.float32)
    return angle


def toned(base: Color, factor: NDArray[np.floating[Any]]) -> Color:
    """Colours (n, 3) made darker or lighter point by point; `factor` (n,)."""
    colors: Color = (base * factor[:, None]).astype(np.float32)
    return colors


def covered(base: Color, layer: Color, share: NDArray[np.floating[Any]]) -> Color:
    """Colours under a layer that hides the `share` (n,) of each point, 0 to 1; `layer` is one colour or (n, 3)."""
    weight = share[:, None]
    colors: Color = (base * (1 - weight) + layer * weight).astype(np.float32)
    return colors


def where(mask: Mask, color: Color) -> Pattern:
    """The given colour wherever the mask holds."""

    def pattern(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        return np.where(mask(x, y, z)[:, None], color, base).astype(np.float32)

    return pattern


def stripes(color: Color, *, across: float, waviness: float = 0.0, width: float = 0.2) -> Pattern:
    """Stripes across the x axis, as on a zebra; `across` is radians per unit, `width` -1 (all) to 1 (none)."""
    return where(lambda x, y, z: np.sin(x * across + np.sin(y * 7) * waviness + np.abs(z) * 3) > width, color)


def patches(color: Color, *, scale: float, share: float = 0.5, offset: float = 5.0) -> Pattern:
    """Irregular patches, as on a cow or a giraffe; smaller `share` covers more."""
    factor, shift = np.float32(scale), np.float32(offset)
    half, flat = np.float32(offset / 2), np.float32(scale * 0.75)
    return where(lambda x, y, z: noise(x * factor + shift, y * factor + z * flat + half) > share, color)


def speckles(strength: float = 0.5, *, scale: float = 9.0) -> Pattern:
    """Lighter and darker streaks that run from pole to pole, as on an apple."""

    def pattern(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        streaks = noise(around(x, z) * np.float32(scale) + 30, y * 3)
        return toned(base, 1 - strength / 2 + strength * streaks)

    return pattern


def bark(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
    """Furrows that run up a trunk."""
    return toned(base, 0.55 + 0.9 * noise(around(x, z) * 9 + 20, y * 5 + 3))


def grain(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
    """Wood whose grain runs along x."""
    wavy = noise(x * 1.3, y * 4 + z * 4) * 4
    rings = 0.5 + 0.5 * np.sin((y + z) * 34 + wavy * 3)
    return toned(base, 0.58 + 0.52 * rings * noise(x * 3 + 7, (y + z) * 19) + 0.26 * noise(x * 2, y * 30))


def foliage(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
    """Leaves: fine grain, each clump a little different."""
    fine = noise(x * 34 + 3, y * 34 + z * 21)
    broad = noise(x * 2.2 + z * 1.7 + 9, y * 2.4 - z)
    return toned(base, 0.72 + 0.3 * fine + 0.34 * broad)


def bands(color: Color, *spans: tuple[float, float]) -> Pattern:
    """Rings between heights (low, high)."""

    def inside(_x: Coordinates, y: Coordinates, _z: Coordinates) -> NDArray[np.bool_]:
        held = np.zeros(y.shape, np.bool_)
        for low, high in spans:
            held |= (y > low) & (y < high)
        return held

    return where(inside, color)


def snow_cap(beneath: Pattern | None = None, *, above: float, depth: float = 0.25) -> Pattern:
    """Snow on whatever lies higher than `above`, with a ragged rim `depth` high."""

    def pattern(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        ragged = noise(x * 6 + 40, z * 6 + 17) * depth
        bare = base if beneath is None else beneath(base, x, y, z)
        return covered(bare, SNOW, np.clip((y - above - ragged) * 14, 0, 1))

    return pattern


def striped_sail(base: Color, _x: Coordinates, y: Coordinates, _z: Coordinates) -> Color:
    """The seams of a sail."""
    seam = np.abs((y % 0.42) - 0.21) < 0.012
    return np.where(seam[:, None], base * 0.8, base + WHITE * 0)


def marble(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
    """White stone with soft clouds and veins of two strengths."""
    cloudy = noise(x * 2.3 + z * 1.9, y * 2.3 - z) * 0.65 + noise(x * 7, y * 7 + z * 6) * 0.35
    broad = np.exp(-np.abs(np.sin((x + y * 0.7 + z * 0.8) * 2.4 + cloudy * 4.2)) * 6)
    fine = np.exp(-np.abs(np.sin((y - x * 0.6 + z) * 4.4 + cloudy * 6)) * 16)
    return toned(base, np.clip(0.86 + 0.22 * cloudy - 0.72 * broad - 0.36 * fine, 0.2, 1.05))


def granite(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
    """Grey stone of light and dark grains."""
    cloudy = noise(x * 3 + z * 2, y * 3 - z)
    grains = noise(x * 38 + z * 29, y * 38 - z * 17)
    dark = np.clip((noise(x * 24 - z * 19 + 7, y * 24 + z * 13) - 0.66) * 6, 0, 1)
    return toned(base, 0.62 + 0.26 * cloudy + 0.38 * grains - 0.42 * dark)


def frosted(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
    """Ice: clouds and cracks of frost. What a see-through colour has above 1 does not let light through."""
    cloudy = noise(x * 2.1 + z * 1.7 + 4, y * 2.4 - z) * 0.6 + noise(x * 6.5 + z * 5, y * 6.5 - z * 3) * 0.4
    cracks = np.exp(-np.abs(np.sin((x * 0.8 + y - z * 0.7) * 4.3 + cloudy * 8)) * 30)
    frost = np.clip((cloudy - 0.46) * 1.8, 0.0, 0.55) + 0.40 * cracks + 0.16
    return toned(base, (1 + frost) / base.max(axis=1))
