"""Parts in order become one distance field, and one coat of paint.

Smooth union is the quadratic one: two surfaces closer than `blend` bulge into each other by at most a quarter of it.
Neighbours of one kind (ellipsoids, limbs, boxes) are evaluated together: with few points, most of a step is NumPy
being called, not NumPy at work.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from .forms import Block, Cone, Ellipsoid, Form, inside_all
from .frame import Floats
from .shapes import Part

__all__ = ["Mass", "paint"]

_AT_ONCE = 1 << 14  # distances worked out together: as many as stay in the cache


class Mass:
    """The distance field of some parts; the first must be a union."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._runs: list[_Run] = []
        for kind, run in groupby(parts, lambda part: type(part.form)):
            members = list(run)
            together = _TOGETHER.get(kind, _Run) if len(members) > 1 else _Run
            self._runs.append(together(members))

    def distance(self, points: Floats) -> Floats:
        """Signed distance (n,) of points (4, n)."""
        distances = (pair for run in self._runs for pair in run.distances(points))
        _, total = next(distances)
        for part, added in distances:
            total = _join(total, added, part)
        return total


class _Run:
    """Parts one by one."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts

    def distances(self, points: Floats) -> Iterator[tuple[Part, Floats]]:
        for part in self.parts:
            yield part, part.form.distance(points)


class _Ellipsoids(_Run):
    def __init__(self, parts: list[Part]) -> None:
        super().__init__(parts)
        forms = [part.form for part in parts if isinstance(part.form, Ellipsoid)]
        self._units = np.stack([form.unit for form in forms])
        self._sums = np.stack([form.sums for form in forms])

    def distances(self, points: Floats) -> Iterator[tuple[Part, Floats]]:
        count = points.shape[1]
        step = max(1, _AT_ONCE // (3 * count))
        for first in range(0, len(self.parts), step):
            units, sums = self._units[first : first + step], self._sums[first : first + step]
            unit = (units.reshape(-1, 4) @ points).reshape(-1, 3, count)
            unit *= unit
            lengths = sums @ unit
            lengths += 1e-12
            np.sqrt(lengths, out=lengths)
            results = lengths[:, 0] - 1
            results *= lengths[:, 0]
            results /= lengths[:, 1]
            yield from zip(self.parts[first:], results, strict=False)


class _Cones(_Run):
    def __init__(self, parts: list[Part]) -> None:
        super().__init__(parts)
        forms = [part.form for part in parts if isinstance(part.form, Cone)]
        self._matrices = np.stack([form.matrix for form in forms])
        self._tips = np.stack([form.tip for form in forms])[:, :, None]
        self._reaches = np.array([form.reach for form in forms], np.float32)[:, None]
        self._leans = np.array([form.lean for form in forms], np.float32)[:, None]
        self._roots = np.array([form.root for form in forms], np.float32)[:, None]
        self._growth = np.array([form.end - form.root for form in forms], np.float32)[:, None]

    def distances(self, points: Floats) -> Iterator[tuple[Part, Floats]]:
        count = points.shape[1]
        step = max(1, _AT_ONCE // (4 * count))
        for first in range(0, len(self.parts), step):
            some = slice(first, first + step)
            local = (self._matrices[some].reshape(-1, 4) @ points).reshape(-1, 4, count)
            offset, share = local[:, :3], local[:, 3]
            aside = np.einsum("kin,kin->kn", offset, offset)
            aside -= share * share * self._reaches[some]
            np.maximum(aside, 0, out=aside)
            np.sqrt(aside, out=aside)
            aside *= self._leans[some]
            share += aside
            np.minimum(share, 1, out=share)
            np.maximum(share, 0, out=share)
            offset -= self._tips[some] * share[:, None]
            offset *= offset
            results = np.add.reduce(offset, axis=1)
            np.sqrt(results, out=results)
            share *= self._growth[some]
            results -= share
            results -= self._roots[some]
            yield from zip(self.parts[first:], results, strict=False)


class _Blocks(_Run):
    def __init__(self, parts: list[Part]) -> None:
        super().__init__(parts)
        forms = [part.form for part in parts if isinstance(part.form, Block)]
        self._matrices = np.stack([form.matrix for form in forms])
        self._cores = np.stack([form.core for form in forms])
        self._rounds = np.array([form.round for form in forms], np.float32)[:, None]

    def distances(self, points: Floats) -> Iterator[tuple[Part, Floats]]:
        count = points.shape[1]
        step = max(1, _AT_ONCE // (3 * count))
        for first in range(0, len(self.parts), step):
            some = slice(first, first + step)
            gaps = (self._matrices[some].reshape(-1, 4) @ points).reshape(-1, 3, count)
            np.abs(gaps, out=gaps)
            gaps -= self._cores[some]
            results = inside_all(gaps.transpose(1, 0, 2))
            results -= self._rounds[some]
            yield from zip(self.parts[first:], results, strict=False)


_TOGETHER: dict[type[Form], type[_Run]] = {Ellipsoid: _Ellipsoids, Cone: _Cones, Block: _Blocks}


def _join(total: Floats, added: Floats, part: Part) -> Floats:
    """The field with one part more. Overwrites both."""
    if part.op == "subtract":
        np.negative(added, out=added)
        return np.maximum(total, added, out=total)
    if part.op == "intersect":
        return np.maximum(total, added, out=total)
    if not part.blend:
        return np.minimum(total, added, out=total)
    overlap: Floats = total - added
    np.abs(overlap, out=overlap)
    np.subtract(part.blend, overlap, out=overlap)
    np.maximum(overlap, 0, out=overlap)
    overlap *= overlap
    overlap *= 0.25 / part.blend
    np.minimum(total, added, out=total)
    total -= overlap
    return total


def paint(parts: Sequence[Part], points: Floats) -> tuple[Floats, NDArray[np.int8]]:
    """Colours (n, 3) and materials (n,) at points on the surface; colours run together where parts blend."""
    total = parts[0].form.distance(points)
    colors = np.array(_coat(parts[0], points))
    materials = np.full(points.shape[1], parts[0].material, np.int8)
    for part in parts[1:]:
        added = part.form.distance(points)
        if part.op == "union":
            share = np.clip(0.5 + (total - added) / max(part.blend, 2e-4), 0, 1)
            near = np.flatnonzero(share)
            if near.size:
                colors[near] += (_coat(part, points[:, near]) - colors[near]) * share[near, None]
                materials[share > 0.5] = part.material
        total = _join(total, added, part)
    return colors, materials


def _coat(part: Part, points: Floats) -> Floats:
    plain = np.broadcast_to(part.color, (points.shape[1], 3))
    if part.pattern is None:
        return plain
    return np.asarray(part.pattern(plain, points[0], points[1], points[2]), np.float32)
