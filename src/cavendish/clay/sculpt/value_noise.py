"""Value noise: smooth, seeded randomness for leaves, wood, waves and clouds. The same numbers on every run."""

import numpy as np

from .frame import Floats

__all__ = ["fractal", "hash_cells", "noise"]

_SIZE = 256
_TABLE = np.random.default_rng(7).random((_SIZE, _SIZE)).astype(np.float32)
_FLAT = _TABLE.ravel()


def hash_cells(column: Floats, row: Floats) -> Floats:
    """A number in [0, 1) for each integer cell; pass whole numbers as floats or integers."""
    columns, rows = np.asarray(column).astype(np.int32), np.asarray(row).astype(np.int32)
    return _FLAT[(rows & 255) * _SIZE + (columns & 255)]


def noise(x: Floats, y: Floats) -> Floats:
    """Smooth noise in [0, 1] that changes over a distance of about 1; it repeats after 256."""
    left, top = np.floor(x), np.floor(y)
    across, down = x - left, y - top
    column, row = left.astype(np.int32) & 255, top.astype(np.int32) & 255
    next_column, next_row = (column + 1) & 255, ((row + 1) & 255) * _SIZE
    row *= _SIZE
    across *= across * (3 - 2 * across)
    down *= down * (3 - 2 * down)
    upper, lower = _FLAT[row + column], _FLAT[next_row + column]
    upper = upper + (_FLAT[row + next_column] - upper) * across
    lower = lower + (_FLAT[next_row + next_column] - lower) * across
    blended: Floats = (upper + (lower - upper) * down).astype(np.float32)
    return blended


def fractal(x: Floats, y: Floats, octaves: int = 4) -> Floats:
    """Noise of several sizes, each half as big and half as strong as the one before; in [0, 1), its mean near 0.5."""
    total = np.zeros(np.shape(x), np.float32)
    strength = 0.5
    for octave in range(octaves):
        total += np.float32(strength) * noise(x + octave * 17.3, y - octave * 9.1)
        x, y, strength = x * 2.03, y * 2.03, strength / 2
    return total
