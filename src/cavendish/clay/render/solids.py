"""Placed shapes made ready for rays, and the question that saves most of the work: which of them can a bundle meet?

A bundle is what all the rays of a tile have in common: origins within a ball, directions within a cone. Whatever the
bundle cannot meet is left out for all of its rays at once, first whole solids, then single parts of a solid.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats, Material, Part, box_around, turn

from .world import Placed

__all__ = ["Bundle", "Rays", "Solid", "Solids", "relevant"]

# Thinner parts cast no shadow: the sun is wider than they are, and a march would meet them by chance only.
_THINNEST_SHADOW = 0.016
_EVERYWHERE = 1e6
_LARGEST_BULGE = 0.25  # of a smooth union, as a share of its blend


@dataclass(frozen=True, slots=True, eq=False)
class Rays:
    """Columns (x, y, z, 1) of origins and (x, y, z, 0) of unit directions, both float32 (4, n)."""

    origins: Floats
    directions: Floats

    def __len__(self) -> int:
        return int(self.origins.shape[1])

    def take(self, chosen: NDArray[np.intp]) -> "Rays":
        """The rays with these indices (k)."""
        return Rays(self.origins.take(chosen, axis=1), self.directions.take(chosen, axis=1))

    def at(self, lengths: Floats) -> Floats:
        """The points (4, n) so many metres (n,) along the rays."""
        points: Floats = self.directions * lengths
        points += self.origins
        return points


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """Origins within `radius` of `middle`; directions within a cone of tangent `spread` round `axis`."""

    middle: Floats
    radius: float
    axis: Floats
    spread: float

    @classmethod
    def of(cls, rays: Rays) -> "Bundle":
        """The bundle of some rays, at least one; its spread is infinite where they point all over the place."""
        origins, directions = rays.origins[:3], rays.directions[:3]
        middle = (origins.min(axis=1) + origins.max(axis=1)) * np.float32(0.5)
        radius = float(np.sqrt(((origins - middle[:, None]) ** 2).sum(axis=0).max()))
        axis = directions.mean(axis=1)
        axis /= np.float32(np.linalg.norm(axis) + 1e-9)
        cosine = float((axis @ directions).min())
        return cls(middle, radius, axis, np.sqrt(max(1 - cosine**2, 0)) / cosine if cosine > 0.2 else np.inf)

    def meets(self, centers: Floats, radii: Floats) -> NDArray[np.bool_]:
        """For each ball (m, 3), (m,): may some ray of the bundle touch it?"""
        if self.spread == np.inf:
            return np.ones(len(radii), bool)
        offset = centers - self.middle
        along = offset @ self.axis
        aside = np.sqrt(np.maximum((offset * offset).sum(axis=1) - along * along, 0))
        reach = radii + self.radius
        met: NDArray[np.bool_] = (along + reach > 0) & (aside <= reach + self.spread * (along + reach) + 1e-3)
        return met


class Solid:
    """A placed shape: its parts in its own axes, and the matrices between them and the world."""

    def __init__(self, placed: Placed) -> None:
        self.parts: tuple[Part, ...] = tuple(placed.shape.parts)
        self.scale = float(placed.scale)
        self.casts_shadow = placed.casts_shadow
        self.rotation = turn("y", placed.yaw)
        self.to_local = _to_local(placed, self.rotation)
        self.low, self.high = box_around(self.parts, bulge=_LARGEST_BULGE)
        self.centers, self.radii = self._balls(placed)
        self.middle, self.radius = self._ball(placed)
        self.unions = np.array([part.op == "union" for part in self.parts], bool)
        self.all_parts = np.ones(len(self.parts), bool)
        self.clear = self._is_clear()
        self.shadow_parts = np.array([self._casts(part) for part in self.parts], bool)

    def _balls(self, placed: Placed) -> tuple[Floats, Floats]:
        """In the world, around each part; a part that trims all others is everywhere."""
        balls = [part.form.ball() for part in self.parts]
        centers = np.stack([middle for middle, _ in balls]) @ self.rotation.T * np.float32(self.scale)
        radii = [
            _EVERYWHERE if part.op == "intersect" else radius + part.blend
            for part, (_, radius) in zip(self.parts, balls, strict=True)
        ]
        return (centers + np.asarray(placed.at, np.float32)).astype(np.float32), np.array(
            radii, np.float32
        ) * np.float32(self.scale)

    def _ball(self, placed: Placed) -> tuple[Floats, float]:
        middle = self.rotation @ ((self.low + self.high) * np.float32(0.5)) * np.float32(self.scale)
        return middle + np.asarray(placed.at, np.float32), float(np.linalg.norm(self.high - self.low)) / 2 * self.scale

    def _is_clear(self) -> bool:
        """Whether it is mostly of glass."""
        made = [part.material for part in self.parts if part.op == "union"]
        return 2 * made.count(Material.GLASS) > len(made)

    def _casts(self, part: Part) -> bool:
        return part.op != "union" or part.form.girth() * self.scale >= _THINNEST_SHADOW


def _to_local(placed: Placed, rotation: Floats) -> Floats:
    matrix = np.zeros((4, 4), np.float32)
    matrix[:3, :3] = rotation.T / np.float32(placed.scale)
    matrix[:3, 3] = -(matrix[:3, :3] @ np.asarray(placed.at, np.float32))
    matrix[3, 3] = 1
    return matrix


def relevant(parts: Sequence[Part], kept: NDArray[np.bool_]) -> list[Part]:
    """The kept parts; none at all when no union is left, for a cut needs something to cut."""
    chosen = [part for part, keep in zip(parts, kept, strict=True) if keep]
    first = next((index for index, part in enumerate(chosen) if part.op == "union"), len(chosen))
    return chosen[first:]


class Solids:
    """All the solids of a world, with the balls around them side by side for fast culling."""

    def __init__(self, objects: Sequence[Placed]) -> None:
        self.items = [Solid(placed) for placed in objects if any(part.op == "union" for part in placed.shape.parts)]
        self.middles = np.array([solid.middle for solid in self.items], np.float32).reshape(-1, 3)
        self.radii = np.array([solid.radius for solid in self.items], np.float32)
        # Two more, for what is no solid: the ground and the sky have the indices -2 and -1.
        self.clear = np.array([*(solid.clear for solid in self.items), False, False], bool)
        self.cast = np.array([solid.casts_shadow for solid in self.items], bool)

    def near(self, bundle: Bundle, margin: float = 0.0) -> NDArray[np.intp]:
        """Indices of the solids that the bundle may meet, nearest first."""
        met = np.flatnonzero(bundle.meets(self.middles, self.radii + np.float32(margin)))
        along = (self.middles[met] - bundle.middle) @ bundle.axis - self.radii[met]
        return met[np.argsort(along, kind="stable")]
