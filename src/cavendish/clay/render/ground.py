"""The plane y = 0: what each kind of ground looks like, as a function of where one stands on it.

A kind gives colours (3, n), the slopes of its small bumps along x and z, and how much of a mirror it is (0 to 1).
Detail fades with distance before it becomes finer than a pixel.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from cavendish.clay.sculpt import Floats, fractal, hash_cells, noise

from .world import Ground

__all__ = ["PLAIN_COLORS", "Soil", "soil"]


class Soil(NamedTuple):
    """A piece of ground: colours (3, n), slopes along x and z and the share that is mirrored, each (n,)."""

    colors: Floats
    slope_x: Floats
    slope_z: Floats
    mirror: Floats


PLAIN_COLORS: dict[Ground, tuple[float, float, float]] = {
    "grass": (0.17, 0.36, 0.06),
    "wood": (0.42, 0.22, 0.085),
    "sand": (0.76, 0.58, 0.33),
    "snow": (0.84, 0.90, 0.98),
    "water": (0.02, 0.12, 0.20),
    "wet": (0.030, 0.030, 0.045),
    "asphalt": (0.10, 0.10, 0.11),
    "stone": (0.36, 0.33, 0.30),
    "tiles": (0.62, 0.60, 0.58),
    "floor": (0.72, 0.70, 0.68),
    "moon": (0.40, 0.39, 0.38),
}


def soil(kind: Ground, color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    """The ground at (x, z), looked at from `distance` metres; all (n,)."""
    return _KINDS[kind](color[:, None], x, z, distance)


def _flat(colors: Floats, mirror: float = 0.0) -> Soil:
    zero = np.zeros(colors.shape[1], np.float32)
    return Soil(colors.astype(np.float32), zero, zero, np.full_like(zero, mirror))


def _grass(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    near, close = np.exp(distance * -0.07), np.exp(distance * -0.16)
    meadow, patches, blades = fractal(x * 0.5, z * 0.5, 3), noise(x * 2.6, z * 3.4), fractal(x * 11, z * 23, 2)
    fine = noise(x * 46, z * 70)
    dry = np.clip(meadow * 1.6 - 0.35, 0, 1)
    colors = (
        color * (0.72 + 0.55 * dry) * np.array([[0.85], [1], [0.9]]) + color * np.array([[0.42], [0.12], [0.0]]) * dry
    )
    colors *= 1 + (patches - 0.5) * 0.28 * near + (blades - 0.38) * 1.05 * near + (fine - 0.5) * 0.5 * close
    slope_x = (fractal(x * 11 + 0.35, z * 23, 2) - blades) * -1.5 * near
    slope_z = (noise(x * 46, z * 70 + 0.4) - fine) * 0.5 * close
    return Soil(colors.astype(np.float32), slope_x.astype(np.float32), slope_z.astype(np.float32), np.zeros_like(x))


def _wood(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    plank = np.floor(z / 0.62)
    along = x + plank * 3.7
    near = np.exp(distance * -0.05)
    grain = fractal(along * 0.9, z * 11 + plank * 5, 4)
    rings = 0.5 + 0.5 * np.sin((z * 9 + fractal(along * 0.5, z * 2.5 + plank, 3) * 14) * 2)
    pores = noise(along * 3, z * 90) * near
    light = np.clip(grain * 0.95 + rings * 0.22 - 0.15 + (pores - 0.5) * 0.12, 0, 1)
    colors = color * (0.52 + 0.95 * light) * (0.86 + 0.28 * hash_cells(plank * 31, plank * 0 + 5))
    seam = np.clip((np.abs(z / 0.62 - plank - 0.5) - 0.484) / 0.008, 0, 1)
    colors *= 1 - 0.7 * seam
    slope_z = (noise(along * 0.9, z * 11 + plank * 5 + 0.2) - noise(along * 0.9, z * 11 + plank * 5)) * 0.12 * near
    return Soil(colors.astype(np.float32), np.zeros_like(x), slope_z.astype(np.float32), 0.16 * (1 - seam))


def _sand(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    near = np.exp(distance * -0.09)
    dunes, grains = fractal(x * 1.2, z * 3, 4), noise(x * 70, z * 70)
    ripples = fractal(x * 2.2, z * 9, 3)
    colors = color * (0.84 + 0.30 * dunes + (grains - 0.5) * 0.16 * near)
    slope_x = (fractal(x * 2.2 + 0.12, z * 9, 3) - ripples) * 1.6 * near
    slope_z = (fractal(x * 2.2, z * 9 + 0.2, 3) - ripples) * 1.6 * near
    return Soil(colors.astype(np.float32), slope_x, slope_z, np.zeros_like(x))


def _snow(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    drifts = fractal(x * 0.7, z * 0.7, 4)
    near = np.exp(distance * -0.12)
    crystals = np.clip(noise(x * 90, z * 90) - 0.86, 0, 1) * near
    colors = color * (0.93 + 0.10 * drifts) + crystals * 1.6
    slope_x: Floats = (fractal(x * 0.7 + 0.12, z * 0.7, 3) - drifts) * np.float32(1.8)
    slope_z: Floats = (fractal(x * 0.7, z * 0.7 + 0.12, 3) - drifts) * np.float32(1.8)
    return Soil(colors.astype(np.float32), slope_x, slope_z, np.zeros_like(x))


def _water(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    calm = 1 / (1 + distance * 0.045)
    swell = fractal(x * 1.5, z * 4.2, 4)
    slope_x: Floats = (fractal(x * 1.5 + 0.12, z * 4.2, 4) - swell) * calm.astype(np.float32)
    slope_z: Floats = (fractal(x * 1.5, z * 4.2 + 0.25, 4) - swell) * (calm * 1.5).astype(np.float32)
    colors = color * (0.75 + 0.7 * swell)
    return Soil(colors.astype(np.float32), slope_x, slope_z, np.ones_like(x))


def _wet(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    near = np.exp(distance * -0.14)
    rough = np.clip(fractal(x * 0.8 + 3, z * 1.1, 4) * 3.4 - 1.35, 0, 1)  # 0 in a puddle
    grit = fractal(x * 7, z * 7, 3)
    colors = color * (0.7 + 0.9 * grit * rough)
    slope_x = (noise(x * 5 + 0.2, z * 3) - noise(x * 5, z * 3)) * (0.03 + 0.12 * rough) * near
    # Waves across the line of sight draw reflections out towards the viewer, as wet asphalt does.
    slope_z = (noise(x * 4, z * 12 + 0.3) - noise(x * 4, z * 12)) * (0.06 + 0.22 * rough) * near
    return Soil(colors.astype(np.float32), slope_x, slope_z, 1 - 0.45 * rough)


def _asphalt(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    near = np.exp(distance * -0.12)
    stain, grit = fractal(x * 0.6, z * 0.6, 4), noise(x * 55, z * 55)
    colors = color * (0.75 + 0.5 * stain + (grit - 0.5) * 0.7 * near)
    slope = (noise(x * 55 + 0.4, z * 55) - grit) * 0.35 * near
    return Soil(colors.astype(np.float32), slope, -slope, np.zeros_like(x))


def _stone(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    """Cobbles in courses, each a cushion."""
    near = np.exp(distance * -0.06)
    row = np.floor(z / 0.34)
    shifted = x / 0.46 + 0.5 * np.mod(row, 2)
    column = np.floor(shifted)
    across, along = (shifted - column) * 2 - 1, (z / 0.34 - row) * 2 - 1
    bulge_x, bulge_z = across**7, along**7
    joint = np.clip((np.maximum(np.abs(across), np.abs(along)) - 0.86) / 0.12, 0, 1)
    tone = 0.72 + 0.5 * hash_cells(column * 7, row * 13) + (fractal(x * 9, z * 9, 2) - 0.38) * 0.35 * near
    colors = color * tone * (1 - 0.55 * joint * (0.35 + 0.65 * near))
    return Soil(colors.astype(np.float32), -bulge_x * 0.8 * near, -bulge_z * 0.8 * near, np.zeros_like(x))


def _tiles(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    column, row = np.floor(x / 0.8), np.floor(z / 0.8)
    edge = np.maximum(np.abs(x / 0.8 - column - 0.5), np.abs(z / 0.8 - row - 0.5))
    width = np.clip(0.004 + distance * 0.0007, 0, 0.03)
    joint = np.clip((edge - 0.5 + 2 * width) / width, 0, 1)
    dark = np.where(np.mod(column + row, 2) > 0.5, 0.62, 1.0)
    colors = color * dark * (0.94 + 0.12 * hash_cells(column * 3, row * 5)) * (1 - 0.45 * joint)
    zero = np.zeros_like(x)
    return Soil(colors.astype(np.float32), zero, zero, (0.30 * (1 - joint)).astype(np.float32))


def _floor(color: Floats, x: Floats, _z: Floats, _distance: Floats) -> Soil:
    return _flat(np.broadcast_to(color, (3, x.size)), 0.10)


def _moon(color: Floats, x: Floats, z: Floats, distance: Floats) -> Soil:
    near = np.exp(distance * -0.05)
    hills, dust = fractal(x * 0.9, z * 0.9, 4), fractal(x * 8, z * 8, 3)
    colors = color * (0.7 + 0.5 * hills + (dust - 0.43) * 0.5 * near)
    slope_x = (fractal(x * 0.9 + 0.1, z * 0.9, 4) - hills) * 3.0
    slope_z = (fractal(x * 0.9, z * 0.9 + 0.1, 4) - hills) * 3.0
    return Soil(colors.astype(np.float32), slope_x, slope_z, np.zeros_like(x))


_KINDS: dict[Ground, Callable[[Floats, Floats, Floats, Floats], Soil]] = {
    "grass": _grass,
    "wood": _wood,
    "sand": _sand,
    "snow": _snow,
    "water": _water,
    "wet": _wet,
    "asphalt": _asphalt,
    "stone": _stone,
    "tiles": _tiles,
    "floor": _floor,
    "moon": _moon,
}
