"""Rays against solids: what does each ray meet first, how much sun reaches a point, how open is the sky above it?

Rays march: at each step they may safely advance by the distance to the nearest surface. They are marched together, all
rays of a tile against one solid at a time, nearest solid first, so that a step is a handful of NumPy calls.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats, Mass, Part

from .solids import Bundle, Rays, Solid, Solids, relevant

__all__ = ["GROUND", "NOTHING", "Hits", "ambient", "closest", "near_points", "sunlight"]

NOTHING, GROUND = -1, -2
_STEPS = 64
_CREEPING = 0.04
_SHADOW_STEPS = 20
_SOFT = 0.11  # width of a shadow's edge per metre of distance to what casts it …
_GLASS_SHADOW = 0.38  # of the light falls where glass stands in its way
_SOFTEST = 0.22  # … and at most
_AMBIENT_TAPS = ((0.07, 0.85), (0.26, 0.75), (0.75, 0.45))  # how far out to look, how much it counts


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """For each ray the length to what it meets (infinite for nothing) and the solid's index, GROUND or NOTHING."""

    lengths: Floats
    solids: NDArray[np.int16]


def closest(solids: Solids, rays: Rays, *, ground: bool, precision: float = 1e-4, skip: int = NOTHING) -> Hits:
    """The first thing each ray meets, the solid `skip` left out. `precision`: the width of a pixel per metre."""
    lengths = np.full(len(rays), np.inf, np.float32)
    found = np.full(len(rays), NOTHING, np.int16)
    if ground:
        downward = np.flatnonzero(rays.directions[1] < -1e-5)
        lengths[downward] = -rays.origins[1, downward] / rays.directions[1, downward]
        found[downward] = GROUND
        buried = lengths <= 1e-3
        lengths[buried], found[buried] = np.inf, NOTHING
    for index in solids.near(Bundle.of(rays)):
        if index == skip:
            continue
        _meet(solids.items[index], rays, lengths, found, int(index), precision)
    return Hits(lengths, found)


def _meet(solid: Solid, rays: Rays, lengths: Floats, found: NDArray[np.int16], index: int, precision: float) -> None:
    """Write the hits on the solid that come first into `lengths` and `found`."""
    march = _march(solid, rays, solid.all_parts, lengths, margin=0.01)
    if march is None:
        return
    tolerance, grain = 2e-4, 0.25 * precision
    for step in range(_STEPS):
        gap = march.gap()
        # Rays that graze a surface creep; after many steps near is near enough, and in the end what they crept along
        # is what they meet: they must not slip through to the bright sky behind.
        close = tolerance + grain * march.reached if step < _STEPS - 1 else _CREEPING
        hit = np.flatnonzero((gap < close) & (march.reached < march.stop))
        if hit.size:
            lengths[march.chosen[hit]], found[march.chosen[hit]] = march.reached[hit], index
            march.stop[hit] = -1
        gap *= 0.94
        march.reached += gap
        if not march.go_on():
            return
        tolerance, grain = tolerance * 1.07, grain * 1.07


class _March:
    """Rays on their way through one solid: which of all rays they are, how far each has come, how far it may go."""

    def __init__(self, solid: Solid, parts: list[Part], rays: Rays, chosen: NDArray[np.intp]) -> None:
        self._mass, self._scale = Mass(parts), solid.scale
        self._origins, self._directions = solid.to_local @ rays.origins, solid.to_local @ rays.directions
        self.chosen = chosen
        self.reached = self.stop = np.empty(0, np.float32)

    def gap(self) -> Floats:
        """How far the surface is from where the rays are, in the world's metres."""
        points = self._directions * self.reached
        points += self._origins
        gap = self._mass.distance(points)
        gap *= self._scale
        return gap

    def go_on(self) -> bool:
        """Drop the rays that have reached their stop, once they are many; false when none is left to go on."""
        alive = np.flatnonzero(self.reached < self.stop)
        if alive.size < 0.8 * self.stop.size:
            self.chosen, self.reached, self.stop = self.chosen[alive], self.reached[alive], self.stop[alive]
            self._origins = self._origins.take(alive, axis=1)
            self._directions = self._directions.take(alive, axis=1)
        return alive.size > 0


def _march(
    solid: Solid, rays: Rays, wanted: NDArray[np.bool_], limit: Floats | float, *, margin: float
) -> _March | None:
    """Set out with the rays that come within `margin` of the wanted parts before `limit`; None if there are none."""
    start, stop = _through_box(solid, rays, margin)
    np.minimum(stop, limit, out=stop)
    chosen = np.flatnonzero(start < stop)
    if not chosen.size:
        return None
    some = rays.take(chosen)
    kept = wanted & Bundle.of(some).meets(solid.centers, solid.radii + np.float32(margin))
    if not (kept & solid.unions).any():
        return None
    enter, leave = _through_balls(solid, kept, some, margin)
    np.maximum(enter, start[chosen], out=enter)
    np.minimum(leave, stop[chosen], out=leave)
    passing = np.flatnonzero(enter < leave)
    if not passing.size:
        return None
    march = _March(solid, relevant(solid.parts, kept), some.take(passing), chosen[passing])
    march.reached, march.stop = enter[passing], leave[passing]
    return march


def _through_box(solid: Solid, rays: Rays, margin: float) -> tuple[Floats, Floats]:
    """Where each ray enters and leaves the solid's box; start > stop for those that miss it."""
    pad = np.float32(margin / solid.scale + 1e-4)
    origins, directions = solid.to_local[:3] @ rays.origins, solid.to_local[:3] @ rays.directions
    directions += np.float32(1e-9)
    low = ((solid.low - pad)[:, None] - origins) / directions
    high = ((solid.high + pad)[:, None] - origins) / directions
    start = np.maximum.reduce(np.minimum(low, high))
    stop: Floats = np.minimum.reduce(np.maximum(low, high))
    np.maximum(start, 1e-3, out=start)
    return start, stop


def _through_balls(solid: Solid, kept: NDArray[np.bool_], rays: Rays, margin: float) -> tuple[Floats, Floats]:
    """Where each ray first enters and last leaves the balls round the kept parts: far less empty space than the box.

    Takes back the keeping of parts that no ray comes near.
    """
    unions = np.flatnonzero(kept & solid.unions)
    origins, directions = rays.origins[:3], rays.directions[:3]
    centers, radii = solid.centers[unions], solid.radii[unions, None] + np.float32(margin)
    along = centers @ directions
    along -= (origins * directions).sum(axis=0)
    chord = centers @ (origins * np.float32(-2))
    chord += (centers * centers).sum(axis=1)[:, None] + (origins * origins).sum(axis=0)
    np.subtract(along * along, chord, out=chord)
    chord += radii * radii
    missed = chord < 0
    kept[unions] = ~missed.all(axis=1)
    np.maximum(chord, 0, out=chord)
    np.sqrt(chord, out=chord)
    enter, leave = along - chord, along + chord
    enter[missed], leave[missed] = np.inf, -np.inf
    return np.minimum.reduce(enter), np.maximum.reduce(leave)


def sunlight(solids: Solids, rays: Rays, reach: Floats | float = 16.0) -> Floats:
    """How much of a wide lamp in the rays' direction each origin sees, 0 to 1; things beyond `reach` do not count."""
    seen = np.ones(len(rays), np.float32)
    for index in solids.near(Bundle.of(rays), _SOFTEST):
        if solids.cast[index]:
            _veil(solids.items[index], rays, seen, reach)
    np.clip(seen, 0, 1, out=seen)
    return seen * seen * (3 - 2 * seen)


def _veil(solid: Solid, rays: Rays, seen: Floats, reach: Floats | float) -> None:
    """Lower `seen` where the solid stands in the way or nearly so."""
    lightest = _GLASS_SHADOW if solid.clear else 0.0
    dark = max(lightest, 0.02)
    march = _march(solid, rays, solid.shadow_parts, np.where(seen > dark, reach, 0), margin=_SOFTEST)
    if march is None:
        return
    np.maximum(march.reached, 0.025, out=march.reached)
    light = seen[march.chosen]
    for _ in range(_SHADOW_STEPS):
        gap = march.gap()
        veil = gap / np.minimum(march.reached * _SOFT, _SOFTEST)
        np.minimum(light, np.maximum(veil, lightest, out=veil), out=light)
        seen[march.chosen] = light
        gap *= 1.1
        march.reached += np.clip(gap, 0.02, 0.9)
        march.stop[light <= dark] = -1
        if not march.go_on():
            return
        light = seen[march.chosen]


def ambient(solids: Solids, points: Floats, normals: Floats, *, ground: bool) -> Floats:
    """How open the surroundings of points (4, n) with normals (3, n) are: 1 in the open, towards 0 in a crevice."""
    closed = np.zeros(points.shape[1], np.float32)
    for height, weight in _AMBIENT_TAPS:
        probes = points.copy()
        probes[:3] += normals * np.float32(height)
        gap = np.full(closed.shape, height, np.float32)
        if ground:
            np.minimum(gap, probes[1], out=gap)
        _narrow(solids, probes, gap, height)
        closed += np.clip((height - gap) * (weight / height), 0, 1.5 * weight)
    openness: Floats = np.clip(1 - 0.46 * closed, 0.05, 1)
    return openness


def _narrow(solids: Solids, probes: Floats, gap: Floats, height: float) -> None:
    """Lower `gap` to the distance of the nearest solid, where that is below `height`."""
    low, high = probes[:3].min(axis=1), probes[:3].max(axis=1)
    close = np.maximum(np.abs(solids.middles - (low + high) / 2) - (high - low) / 2, 0)
    for index in np.flatnonzero((close**2).sum(axis=1) < (solids.radii + height) ** 2):
        solid = solids.items[index]
        local = solid.to_local @ probes
        pad = np.float32(height / solid.scale)
        inside = (local[:3] > (solid.low - pad)[:, None]) & (local[:3] < (solid.high + pad)[:, None])
        chosen = np.flatnonzero(inside.all(axis=0))
        if chosen.size:
            local = local[:, chosen]
            parts = near_points(solid, probes[:3, chosen], height)
            if parts:
                gap[chosen] = np.minimum(gap[chosen], Mass(parts).distance(local) * np.float32(solid.scale))


def near_points(solid: Solid, points: Floats, margin: float) -> list[Part]:
    """The parts of a solid within `margin` of the box around world points (3, n)."""
    low, high = points.min(axis=1), points.max(axis=1)
    close = np.maximum(np.abs(solid.centers - (low + high) / 2) - (high - low) / 2, 0)
    return relevant(solid.parts, (close**2).sum(axis=1) < (solid.radii + np.float32(margin)) ** 2)
