"""A tile of the picture, as sharp as it needs to be.

Each pixel gets one ray; those on outlines get four more, those on other steps of brightness two. A large picture is
traced at half size first and then sharpened: smooth places are interpolated, the pixels along edges are traced anew.
In both, visibility is marched on a coarse lattice and borrowed where neighbours agree.
"""

import math

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats

from .lattice import Lattice
from .light import Light
from .solids import Rays
from .surface import Surface
from .trace import Hits

__all__ = ["Patch", "edges", "sharpen", "trace_tile"]

_BRIGHTNESS_STEP, _DEPTH_STEP = 0.075, 0.02
_GLIMMER = 0.5
_OFFSETS = ((-0.125, -0.375), (0.125, 0.375), (0.375, -0.125), (-0.375, 0.125))
_SHARP_OFFSETS = ((-0.25, -0.25), (0.25, 0.25))
_BRIGHTEST = 4.0  # what a single ray may add to a pixel that several share


class Patch:
    """One ray for each pixel of a rectangle: colours (3, h, w), nearness and solids (h, w), visibility (k, h, w)."""

    def __init__(self, light: Light, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        self.light, self.left, self.top = light, left, top
        rows, columns = np.mgrid[top:bottom, left:right]
        self.size = rows.shape
        rays = light.camera.rays(columns.ravel() + 0.5, rows.ravel() + 0.5)
        hits = light.trace(rays)
        self.solids = hits.solids.reshape(self.size)
        self.nearness = (1 / hits.lengths).reshape(self.size)
        self.visible = np.ones((light.rows, rows.size), np.float32)
        colors = light.see(rays, hits, self._visibility)
        colors += light.air(rays, hits.lengths)
        self.colors = colors.reshape(3, *self.size)
        self.visible = self.visible.reshape(-1, *self.size)

    def _visibility(self, seen: Surface, met: NDArray[np.intp]) -> Floats:
        """Marched for every second pixel of every second row, borrowed or marched for the rest; kept in `visible`."""
        rows, columns = np.divmod(met, self.size[1])
        coarse = np.flatnonzero((rows % 2 == 0) & (columns % 2 == 0))
        values = np.zeros((self.light.rows, met.size), np.float32)
        if coarse.size:
            values[:, coarse] = self.light.visibility(seen.take(coarse))
        known = np.ones((self.light.rows, *self.size), np.float32)
        known.reshape(len(known), -1)[:, met] = values
        lattice = Lattice(0, 0, 2, self.solids[::2, ::2], self.nearness[::2, ::2], known[:, ::2, ::2])
        rest = np.flatnonzero((rows % 2 == 1) | (columns % 2 == 1))
        self.visible[:, met] = _complete(self.light, lattice, seen, rest, (columns, rows), values)
        return values

    def lattice(self) -> Lattice:
        """What is known of visibility here, for rays between the pixels."""
        return Lattice(self.left + 0.5, self.top + 0.5, 1, self.solids, self.nearness, self.visible, agree=2)


def _complete(
    light: Light,
    lattice: Lattice,
    seen: Surface,
    wanted: NDArray[np.intp],
    places: tuple[NDArray[np.intp], NDArray[np.intp]] | tuple[Floats, Floats],
    values: Floats,
) -> Floats:
    """Fill the `wanted` columns of `values`: borrowed from the lattice, marched where it cannot tell."""
    x, y = (np.asarray(place[wanted], np.float32) for place in places)
    borrowed, trust = lattice.borrow(x, y, seen.solids[wanted], np.float32(1) / seen.lengths[wanted])
    values[:, wanted] = borrowed
    doubtful = wanted[trust < 0.2]
    if doubtful.size:
        values[:, doubtful] = light.visibility(seen.take(doubtful))
    return values


def _colors(light: Light, rays: Rays, lattice: Lattice, places: tuple[Floats, Floats]) -> tuple[Floats, Hits]:
    """What extra rays see, with visibility borrowed from the pixels around."""

    def borrowed(seen: Surface, met: NDArray[np.intp]) -> Floats:
        values = np.zeros((light.rows, met.size), np.float32)
        return _complete(light, lattice, seen, np.arange(met.size), (places[0][met], places[1][met]), values)

    hits = light.trace(rays)
    colors = light.see(rays, hits, borrowed)
    colors += light.air(rays, hits.lengths)
    return np.minimum(colors, _BRIGHTEST), hits


def _brightness(colors: Floats) -> Floats:
    bright: Floats = np.sqrt(np.clip(0.3 * colors[0] + 0.6 * colors[1] + 0.1 * colors[2], 0, 4))
    return bright


def edges(colors: Floats, solids: NDArray[np.int16], nearness: Floats, clear: NDArray[np.bool_]) -> NDArray[np.int8]:
    """For each pixel (h, w): 2 on the outline of something, 1 where only the brightness changes much, else 0.

    `clear` says of each solid whether it is of glass: what glimmers in it is worth few rays, and they are costly.
    """
    brightness = _brightness(colors)
    edge = np.zeros(solids.shape, np.int8)
    for first, second in ((np.s_[:-1], np.s_[1:]), (np.s_[:, :-1], np.s_[:, 1:])):
        contrast = np.abs(brightness[first] - brightness[second])
        glimmer = clear[solids[first]] & (solids[first] == solids[second])
        contrast[glimmer] = np.minimum(contrast[glimmer] * _GLIMMER, 2.9 * _BRIGHTNESS_STEP)
        near = np.maximum(nearness[first], nearness[second])
        outline = (np.abs(nearness[first] - nearness[second]) > _DEPTH_STEP * near) & (solids[first] >= 0)
        outline &= ~glimmer
        outline |= (solids[first] != solids[second]) | (contrast > 3 * _BRIGHTNESS_STEP)
        step = np.where(outline, 2, contrast > _BRIGHTNESS_STEP).astype(np.int8)
        np.maximum(edge[first], step, out=edge[first])
        np.maximum(edge[second], step, out=edge[second])
    return edge


def trace_tile(light: Light, box: tuple[int, int, int, int], *, smooth: bool) -> Patch:
    """The tile (left, top, right, bottom) of the camera's picture; `smooth` adds the rays that soften edges."""
    left, top, right, bottom = box
    last_column, last_row = math.ceil(light.camera.width), math.ceil(light.camera.height)
    wide = (max(left - 1, 0), max(top - 1, 0), min(right + 1, last_column), min(bottom + 1, last_row))
    patch = Patch(light, wide)
    if smooth:
        _soften(patch)
    rows, columns = slice(top - wide[1], bottom - wide[1]), slice(left - wide[0], right - wide[0])
    patch.colors, patch.visible = patch.colors[:, rows, columns], patch.visible[:, rows, columns]
    patch.nearness, patch.solids = patch.nearness[rows, columns], patch.solids[rows, columns]
    return patch


def _soften(patch: Patch) -> None:
    """Four more rays for each pixel on an outline, two for those on other edges."""
    edge, lattice = edges(patch.colors, patch.solids, patch.nearness, patch.light.solids.clear), patch.lattice()
    for kind, offsets in ((1, _OFFSETS[:2]), (2, _OFFSETS)):
        rows, columns = np.nonzero(edge == kind)
        if not rows.size:
            continue
        x = np.concatenate([columns + (patch.left + 0.5 + across) for across, _ in offsets]).astype(np.float32)
        y = np.concatenate([rows + (patch.top + 0.5 + down) for _, down in offsets]).astype(np.float32)
        extra, _ = _colors(patch.light, patch.light.camera.rays(x, y), lattice, (x, y))
        total = extra.reshape(3, len(offsets), -1).sum(axis=1)
        total += np.minimum(patch.colors[:, rows, columns], _BRIGHTEST)
        patch.colors[:, rows, columns] = total / (len(offsets) + 1)


def sharpen(
    light: Light, lattice: Lattice, colors: Floats, nearness: Floats, edge: NDArray[np.int8], corner: tuple[int, int]
) -> None:
    """Trace the pixels of an enlarged tile that lie on edges; `corner` is the tile's place in the picture.

    `colors` (h, w, 3) and `nearness` (h, w) are overwritten there; `lattice` holds what the smaller trace knew.
    """
    rows, columns = np.nonzero(edge)
    if not rows.size:
        return
    total, near = np.zeros((3, rows.size), np.float32), np.zeros(rows.size, np.float32)
    for across, down in _SHARP_OFFSETS:
        x = (columns + (corner[0] + 0.5 + across)).astype(np.float32)
        y = (rows + (corner[1] + 0.5 + down)).astype(np.float32)
        seen, hits = _colors(light, light.camera.rays(x, y), lattice, (x * np.float32(0.5), y * np.float32(0.5)))
        total += seen
        near += 1 / hits.lengths
    colors[rows, columns] = (total / len(_SHARP_OFFSETS)).T
    nearness[rows, columns] = near / len(_SHARP_OFFSETS)
