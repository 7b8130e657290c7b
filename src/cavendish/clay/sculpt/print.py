"""Printed words: a pattern that lays letters on whatever surface passes through a patch in space.

The patch is flat, or bent round an upright cylinder; the letters are cast on along its normals, so that they follow
the clay beneath. Where the surface changes its colour under a line, the letters keep theirs.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .fonts import BOLD
from .frame import Floats, turn
from .glyph_fields import ABOVE, BELOW, EM, glyph_field
from .shapes import Pattern
from .typesetting import Line, SetLine, typeset

__all__ = ["Patch", "fitted", "ink_for", "printed"]

BLACKEST, WHITEST = np.float32(0.006), np.float32(0.92)
BRIGHT = 0.30
"""From this luminance on a surface takes dark letters."""
EDGE = 0.016
"""How wide the soft edge of a letter is, in ems."""
FARTHEST = np.float32(0.2)
MARGIN = 0.08
"""What a label leaves free round its words, as a share of its height."""


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Where print goes: its middle, its size, the way it faces (degrees), the cylinder it bends round, how deep it
    reaches to either side."""

    center: tuple[float, float, float]
    width: float
    height: float
    yaw: float = 0.0
    pitch: float = 0.0
    radius: float | None = None
    reach: float = 0.12

    def flat(self, x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        """Across, upward and outward, in metres from the middle, of points in the shape's axes."""
        back = (turn("y", self.yaw) @ turn("x", -self.pitch)).T
        across, upward, outward = back @ (np.stack([x, y, z]) - np.asarray(self.center, np.float32)[:, None])
        if self.radius is None:
            return across, upward, outward
        outward = outward + np.float32(self.radius)
        angle = np.arctan2(across, outward)
        return angle * np.float32(self.radius), upward, np.hypot(across, outward) - np.float32(self.radius)


def fitted(text: str, patch: Patch, *, label: bool) -> tuple[SetLine, ...]:
    """Lines that fill a patch, or with `label` leave a margin within it."""
    margin = MARGIN * min(patch.height, patch.width) * label
    return typeset(text, patch.width - 2 * margin, patch.height - 2 * margin, even=True, weight=BOLD)


def printed(
    lines: Sequence[SetLine],
    patch: Patch,
    *,
    ink: Floats | None,
    paper: Floats | None = None,
    beneath: Pattern | None = None,
) -> Pattern:
    """A pattern with lines on the patch; `beneath` is the pattern that was there, `paper` a label's colour.

    `ink` None is dark on bright colours and bright on dark ones.
    """

    def pattern(base: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
        colors = np.array(base if beneath is None else beneath(base, x, y, z), np.float32)
        across, upward, outward = patch.flat(x, y, z)
        shallow = np.abs(outward) < patch.reach
        if paper is not None:
            label = shallow & (np.abs(across) < patch.width / 2) & (np.abs(upward) < patch.height / 2)
            colors[label] = paper
        near = np.flatnonzero(shallow & (np.abs(across) < patch.width * 0.6) & (np.abs(upward) < patch.height * 0.75))
        if near.size:
            tone = ink_for(base[0]) if ink is None else ink
            cover = _cover(lines, across[near], upward[near])[:, None]
            colors[near] += (tone - colors[near]) * cover
        return colors

    return pattern


def ink_for(color: Floats) -> Floats:
    """The colour of letters that can be read on a linear RGB colour: nearly black or white, with a hint of it."""
    luminance = float(color @ np.array([0.2126, 0.7152, 0.0722], np.float32))
    if luminance > BRIGHT:
        return np.asarray(color * np.float32(0.025) + BLACKEST, np.float32)
    return np.asarray(color * np.float32(0.04) + WHITEST, np.float32)


def _cover(lines: Sequence[SetLine], across: Floats, upward: Floats) -> Floats:
    """How much of each point is ink, 0 to 1."""
    cover = np.zeros(across.shape, np.float32)
    for line in lines:
        x, y = (
            (across - np.float32(line.x)) / np.float32(line.size),
            (upward - np.float32(line.y)) / np.float32(line.size),
        )
        near = np.flatnonzero((y > -BELOW) & (y < ABOVE) & (x > -FARTHEST) & (x < line.line.width + FARTHEST))
        if near.size:
            distance = _sample(line.line, x[near], y[near])
            cover[near] = np.maximum(cover[near], np.clip(0.5 - distance / np.float32(EDGE), 0, 1))
    return cover


@lru_cache(128)
def _field(line: Line) -> Floats:
    """Distances of a whole line in ems; the first column lies FARTHEST left of its beginning, the first row ABOVE."""
    rows = math.ceil((ABOVE + BELOW) * EM) + 2
    columns = math.ceil((line.width + 2 * float(FARTHEST)) * EM) + 2
    whole = np.full((rows, columns), FARTHEST, np.float32)
    for glyphs, start in line.glyphs:
        field = glyph_field(glyphs)
        first = round((start + field.left + float(FARTHEST)) * EM)
        down = round((ABOVE - field.top) * EM)
        part = field.distances[: rows - down, max(-first, 0) : columns - first]
        there = whole[down : down + part.shape[0], max(first, 0) : max(first, 0) + part.shape[1]]
        np.minimum(there, part, out=there)
    return whole


def _sample(line: Line, x: Floats, y: Floats) -> Floats:
    """The line's field between four of its samples, at places in ems from its beginning on the baseline."""
    field = _field(line)
    column, row = (x + FARTHEST) * np.float32(EM), (np.float32(ABOVE) - y) * np.float32(EM)
    left, top = column.astype(np.int32), row.astype(np.int32)
    across, down = column - left, row - top
    corner = top * field.shape[1] + left
    flat = field.ravel()
    upper = flat.take(corner) * (1 - across) + flat.take(corner + 1, mode="clip") * across
    corner = np.minimum(corner + field.shape[1], flat.size - 2)
    lower = flat.take(corner) * (1 - across) + flat.take(corner + 1) * across
    sampled: Floats = upper * (1 - down) + lower * down
    return sampled
