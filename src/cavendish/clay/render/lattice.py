"""Borrowing visibility from neighbours: shadows and openness are costly and smooth, so they are marched for some
points and interpolated for those whose neighbours on the picture lie on the same piece of surface and agree."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats

__all__ = ["Lattice"]

_SAME_DEPTH = 0.03  # relative difference of distance within which two points belong to the same piece


@dataclass(frozen=True, slots=True, eq=False)
class Lattice:
    """Known visibilities, `spacing` pixels apart, the first at pixel coordinates (`left`, `top`).

    `solids` and `nearness` are (h, w), `values` (k, h, w). Neighbours more than `agree` apart are not averaged.
    """

    left: float
    top: float
    spacing: float
    solids: NDArray[np.int16]
    nearness: Floats
    values: Floats
    agree: float = 0.2

    def borrow(self, x: Floats, y: Floats, solids: NDArray[np.int16], nearness: Floats) -> tuple[Floats, Floats]:
        """Visibilities (k, n) for points of the picture, and how far each may be relied on: 0 not at all, 1 fully."""
        rows, columns = self.solids.shape
        u, v = (x - self.left) / self.spacing, (y - self.top) / self.spacing
        column = np.clip(np.floor(u).astype(np.int32), 0, max(columns - 2, 0))
        row = np.clip(np.floor(v).astype(np.int32), 0, max(rows - 2, 0))
        u, v = np.clip(u - column, 0, 1), np.clip(v - row, 0, 1)
        total = np.zeros(x.size, np.float32)
        mixed = np.zeros((len(self.values), x.size), np.float32)
        low, high = np.full_like(mixed, 2), np.full_like(mixed, -1)
        for down in (0, 1):
            for across in (0, 1):
                index = np.minimum(row + down, rows - 1) * columns + np.minimum(column + across, columns - 1)
                weight = (u if across else 1 - u) * (v if down else 1 - v) + 1e-3
                weight *= self.solids.ravel()[index] == solids
                weight *= np.abs(self.nearness.ravel()[index] - nearness) <= _SAME_DEPTH * nearness
                values = self.values.reshape(len(self.values), -1)[:, index]
                mixed += values * weight
                total += weight
                np.minimum(low, np.where(weight > 0, values, 2), out=low)
                np.maximum(high, np.where(weight > 0, values, -1), out=high)
        agree = (high - low).max(axis=0) < self.agree
        mixed /= np.maximum(total, 1e-6)
        trust: Floats = np.minimum(total, 1) * agree
        return mixed, trust
