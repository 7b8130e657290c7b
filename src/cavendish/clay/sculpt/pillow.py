"""A pillow: a flat outline blown up like a foil balloon, thickest where the outline is widest.

The skin is where z² = height². The height is sampled, and so is the distance to the outline, which leads rays from
further away. Neighbouring samples are close enough together that their facets do not show in a glossy skin.
"""

import numpy as np

from .forms import Form
from .frame import Floats, Frame

__all__ = ["Pillow"]

_LEAST = np.float32(1e-6)
_CAUTION = np.float32(0.9)
"""How much of a step is taken that was worked out from the slope, which changes on the way."""


class Pillow(Form):
    """A skin over a square of `side` metres round the origin, facing +z.

    `outline` (n, n) holds signed distances in metres, negative inside, the first row on top; `squares` (n, n) the
    square of the half thickness in square metres, falling below 0 outside.
    """

    __slots__ = ("_cell", "_high", "_low", "_matrix", "_samples", "half_depth", "outline", "side", "squares")

    def __init__(self, frame: Frame, outline: Floats, squares: Floats, side: float) -> None:
        super().__init__(frame)
        self.outline = np.ascontiguousarray(outline, np.float32)
        self.squares = np.ascontiguousarray(squares, np.float32)
        self.side = float(side)
        self.half_depth = float(np.sqrt(max(float(self.squares.max()), 0.0)))
        self._samples = np.stack([self.outline.ravel(), self.squares.ravel()], axis=1)
        cells = len(self.outline) - 1
        self._cell = np.float32(self.side / cells)
        self._low, self._high = np.zeros((2, 1), np.float32), np.full((2, 1), cells - 0.001, np.float32)
        # Takes points straight to columns and rows of the samples; depth stays in metres.
        self._matrix = frame.inverse()
        self._matrix[0] /= self._cell
        self._matrix[1] /= -self._cell
        self._matrix[:2, 3] += np.float32(cells / 2)

    def distance(self, points: Floats) -> Floats:
        place = self._matrix @ points
        clamped = np.clip(place[:2], self._low, self._high)
        beyond = (place[:2] - clamped) * self._cell
        depth = np.abs(place[2])
        outline, squares, slope = self._sample(clamped)
        outline += np.sqrt((beyond * beyond).sum(axis=0))
        # Two tangents: to the level on which the point lies, and to the skin right before it, which is the better one
        # where the skin is nearly flat.
        height = np.sqrt(np.maximum(squares, 0))
        along: Floats = (depth * depth - squares) / np.sqrt(slope + 4 * depth * depth + _LEAST)
        right_before = 2 * height * (depth - height) / np.sqrt(slope + 4 * height * height + _LEAST)
        np.maximum(along, right_before, out=along)
        along *= _CAUTION
        # Never further than to the seam, which lies on the outline in the middle of the depth; and from afar at least
        # past the outline and past the thickest part.
        aside = np.maximum(outline, 0)
        aside *= aside
        np.minimum(along, np.sqrt(aside + depth * depth), out=along)
        before = np.maximum(depth - self.half_depth, 0)
        afar = np.sqrt(aside + before * before) * np.float32(0.95)
        np.maximum(along, afar, out=along, where=afar > 0)
        return along

    def _sample(self, place: Floats) -> tuple[Floats, Floats, Floats]:
        """Outline, squares, and the square of the squares' slope at (2, n) columns and rows."""
        whole = place.astype(np.int32)
        across, down = place - whole
        width = len(self.outline)
        corner = whole[1] * width + whole[0]
        upper_left, upper_right = self._samples.take(corner, axis=0).T, self._samples.take(corner + 1, axis=0).T
        corner += width
        lower_left, lower_right = self._samples.take(corner, axis=0).T, self._samples.take(corner + 1, axis=0).T
        upper = upper_left + (upper_right - upper_left) * across
        lower = lower_left + (lower_right - lower_left) * across
        middle = upper + (lower - upper) * down
        rightward = (upper_right - upper_left)[1] * (1 - down) + (lower_right - lower_left)[1] * down
        downward = lower[1] - upper[1]
        slope = (rightward * rightward + downward * downward) / (self._cell * self._cell)
        return middle[0], middle[1], slope

    def box(self) -> tuple[Floats, Floats]:
        filled = self.outline < 0
        rows, columns = np.flatnonzero(filled.any(axis=1)), np.flatnonzero(filled.any(axis=0))
        if not rows.size:
            return np.zeros(3, np.float32), np.zeros(3, np.float32)
        left, right = (columns[[0, -1]] + (-1, 1)) * self._cell - self.side / 2
        top, bottom = self.side / 2 - (rows[[0, -1]] + (-1, 1)) * self._cell
        depth = self.half_depth
        return np.array([left, bottom, -depth], np.float32), np.array([right, top, depth], np.float32)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Pillow":
        size = np.float32(scale)
        frame = self.frame.moved(rotation, shift, scale)
        return Pillow(frame, self.outline * size, self.squares * size * size, self.side * scale)
