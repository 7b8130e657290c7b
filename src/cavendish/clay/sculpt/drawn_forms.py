"""The primitives made from a drawing: a polygon or a glyph pushed into depth, an outline turned on a lathe."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .forms import Form, inside_all
from .frame import Floats, Frame

__all__ = ["Glyph", "Lathe", "Prism"]


_AT_ONCE = 1 << 15  # pairs of point and edge worked out together: as many as stay in the cache


class _Outline:
    """Straight edges in a plane, from each of `starts` to each of `ends`, both (k, 2)."""

    __slots__ = ("_length", "_run", "_slant", "_start", "count")

    def __init__(self, starts: Floats, ends: Floats) -> None:
        self.count = len(starts)
        self._start, self._run = starts.T[..., None], (ends - starts).T[..., None]
        self._length = 1 / ((self._run**2).sum(axis=0) + np.float32(1e-12))
        self._slant = self._run[0] / np.where(self._run[1] == 0, np.float32(1), self._run[1])

    def distance(self, x: Floats, y: Floats, *, closed: bool) -> Floats:
        """How far points (n,) are from the nearest edge; negative within a closed outline."""
        step = max(1, _AT_ONCE // self.count)
        pieces = [self._some(x[i : i + step], y[i : i + step], closed) for i in range(0, x.size, step)]
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    def _some(self, x: Floats, y: Floats, closed: bool) -> Floats:
        off_x, off_y = x - self._start[0], y - self._start[1]
        inside = self._inside(off_x, off_y) if closed else None
        share = off_x * self._run[0]
        share += off_y * self._run[1]
        share *= self._length
        np.minimum(share, 1, out=share)
        np.maximum(share, 0, out=share)
        off_x -= share * self._run[0]
        off_y -= share * self._run[1]
        off_x *= off_x
        off_y *= off_y
        off_x += off_y
        nearest: Floats = np.sqrt(np.minimum.reduce(off_x))
        return nearest if inside is None else np.where(inside, -nearest, nearest)

    def _inside(self, off_x: Floats, off_y: Floats) -> NDArray[np.bool_]:
        """A line from a point towards +x crosses the outline an odd number of times."""
        crossed = (off_y >= 0) != (off_y >= self._run[1])
        crossed &= off_x < off_y * self._slant
        inside: NDArray[np.bool_] = np.logical_xor.reduce(crossed)
        return inside


class Prism(Form):
    """A polygon in the xy plane, pushed to `half_depth` both ways along z."""

    __slots__ = ("_matrix", "_outline", "half_depth", "polygon", "round")

    def __init__(self, frame: Frame, polygon: ArrayLike, half_depth: float, round_: float) -> None:
        super().__init__(frame)
        self.polygon = np.asarray(polygon, np.float32)
        self._outline = _Outline(self.polygon, np.roll(self.polygon, -1, axis=0))
        self.half_depth = float(half_depth)
        self.round = min(float(round_), self.half_depth)
        self._matrix = frame.inverse()

    def distance(self, points: Floats) -> Floats:
        x, y, z = self._matrix @ points
        gaps = np.empty((2, x.size), np.float32)
        gaps[0] = self._outline.distance(x, y, closed=True)
        gaps[0] += self.round
        np.abs(z, out=gaps[1])
        gaps[1] -= self.half_depth - self.round
        return inside_all(gaps) - np.float32(self.round)

    def box(self) -> tuple[Floats, Floats]:
        low, high = self.polygon.min(axis=0), self.polygon.max(axis=0)
        depth = np.float32(self.half_depth)
        return np.append(low, -depth), np.append(high, depth)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Prism":
        frame = self.frame.moved(rotation, shift, scale)
        return Prism(frame, self.polygon * np.float32(scale), self.half_depth * scale, self.round * scale)


class Lathe(Form):
    """An open outline of (radius, y) corners, turned round the y axis; the wall is `thickness` thick on both sides."""

    __slots__ = ("_matrix", "_outline", "profile", "thickness")

    def __init__(self, frame: Frame, profile: ArrayLike, thickness: float) -> None:
        super().__init__(frame)
        self.profile = np.asarray(profile, np.float32)
        self._outline = _Outline(self.profile[:-1], self.profile[1:])
        self.thickness = float(thickness)
        self._matrix = frame.inverse()

    def distance(self, points: Floats) -> Floats:
        x, y, z = self._matrix @ points
        nearest = self._outline.distance(np.sqrt(x * x + z * z), y, closed=False)
        nearest -= self.thickness
        return nearest

    def box(self) -> tuple[Floats, Floats]:
        radius = float(self.profile[:, 0].max()) + self.thickness
        low, high = float(self.profile[:, 1].min()) - self.thickness, float(self.profile[:, 1].max()) + self.thickness
        return np.array([-radius, low, -radius], np.float32), np.array([radius, high, radius], np.float32)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Lathe":
        frame = self.frame.moved(rotation, shift, scale)
        return Lathe(frame, self.profile * np.float32(scale), self.thickness * scale)


class Glyph(Form):
    """A sampled outline pushed into depth.

    `field` holds signed distances in metres over a `width` x `height` rectangle around the origin, first row on top.
    """

    __slots__ = ("_cell", "_high", "_low", "_matrix", "field", "half_depth", "height", "round", "width")

    def __init__(
        self, frame: Frame, field: Floats, size: tuple[float, float], half_depth: float, round_: float
    ) -> None:
        super().__init__(frame)
        self.field = np.ascontiguousarray(field, np.float32)
        self.width, self.height = map(float, size)
        self.half_depth = float(half_depth)
        self.round = min(float(round_), self.half_depth)
        rows, columns = self.field.shape
        cells = np.array([columns - 1, rows - 1], np.float32)
        self._cell = np.array([[self.width], [self.height]], np.float32) / cells[:, None]
        self._low, self._high = np.zeros((2, 1), np.float32), cells[:, None] - np.float32(0.001)
        # Takes points straight to columns and rows of the field; depth stays in metres.
        self._matrix = frame.inverse()
        self._matrix[0] *= cells[0] / self.width
        self._matrix[1] *= -cells[1] / self.height
        self._matrix[:2, 3] += cells / 2

    def distance(self, points: Floats) -> Floats:
        place = self._matrix @ points
        clamped = np.clip(place[:2], self._low, self._high)
        # Beyond the sampled rectangle the way back to it is added, so that rays outside still make progress.
        beyond = place[:2] - clamped
        beyond *= self._cell
        beyond *= beyond
        gaps = np.empty((2, points.shape[1]), np.float32)
        np.sqrt(beyond[0] + beyond[1], out=gaps[0])
        gaps[0] += self._sample(clamped)
        gaps[0] += self.round
        np.abs(place[2], out=gaps[1])
        gaps[1] -= self.half_depth - self.round
        return (inside_all(gaps) - np.float32(self.round)) * np.float32(0.9)

    def _sample(self, place: Floats) -> Floats:
        """The field between four of its samples; `place` (2, n) is column and row."""
        whole = place.astype(np.int32)
        across, down = place - whole
        width = self.field.shape[1]
        corner = whole[1] * width
        corner += whole[0]
        flat = self.field.ravel()
        upper: Floats = flat.take(corner)
        lower: Floats = flat.take(corner + width)
        upper += (flat.take(corner + 1) - upper) * across
        lower += (flat.take(corner + (width + 1)) - lower) * across
        lower -= upper
        lower *= down
        lower += upper
        return lower

    def box(self) -> tuple[Floats, Floats]:
        filled = self.field < 0
        rows, columns = np.flatnonzero(filled.any(axis=1)), np.flatnonzero(filled.any(axis=0))
        if not rows.size:
            return np.zeros(3, np.float32), np.zeros(3, np.float32)
        down, across = self.height / (len(filled) - 1), self.width / (filled.shape[1] - 1)
        left, right = (columns[[0, -1]] + (-1, 1)) * across - self.width / 2
        top, bottom = self.height / 2 - (rows[[0, -1]] + (-1, 1)) * down
        depth = self.half_depth
        return np.array([left, bottom, -depth], np.float32), np.array([right, top, depth], np.float32)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Glyph":
        frame = self.frame.moved(rotation, shift, scale)
        size = (self.width * scale, self.height * scale)
        return Glyph(frame, self.field * np.float32(scale), size, self.half_depth * scale, self.round * scale)
