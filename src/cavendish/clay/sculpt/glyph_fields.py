"""Glyphs as fields of distances, from a picture of each; a softly drawn edge tells where it runs between two pixels."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from .fonts import Glyphs, font
from .frame import Floats
from .signs import SIGNS, Outline

__all__ = ["EM", "GlyphField", "glyph_field"]

EM = 128
"""Pixels per em in the fields; bilinear sampling makes more useless."""
REACH = 20
"""Pixels round a glyph in which its distances are known."""
ABOVE, BELOW = 1.16, 0.44
"""How far glyphs reach up and down from the baseline, in ems; accents on capitals and deep tails included."""
_FAR = np.float32(REACH * REACH)


@dataclass(frozen=True, slots=True, eq=False)
class GlyphField:
    """Signed distances (rows, columns) in ems, negative inside, EM samples per em.

    The first column lies `left` ems from where the glyph begins, the first row `top` ems above the baseline.
    """

    distances: Floats
    left: float
    top: float


@lru_cache(1024)
def glyph_field(glyphs: Glyphs) -> GlyphField:
    """The field of one glyph, or of a word in a joined script."""
    loaded = font(glyphs.face, EM) if glyphs.face.path else None
    low, _, high, _ = loaded.getbbox(glyphs.text, anchor="ls") if loaded else (0.0, 0.0, float(EM), 0.0)
    left, baseline = math.floor(low) - REACH, round(ABOVE * EM)
    size = (math.ceil(high) + REACH - left, baseline + round(BELOW * EM))
    image = Image.new("L", size, 0)
    if loaded:
        ImageDraw.Draw(image).text((-left, baseline), glyphs.text, 255, font=loaded, anchor="ls")
    else:
        image = _sign(SIGNS[glyphs.text], size, (-left, baseline))
    cover = np.asarray(image, np.float32) / np.float32(255)
    distances = _smooth(_signed(cover)) / np.float32(EM) - np.float32(glyphs.face.bolder)
    return GlyphField(np.ascontiguousarray(distances, np.float32), (left + 0.5) / EM, (baseline - 0.5) / EM)


def _sign(outlines: list[Outline], size: tuple[int, int], origin: tuple[int, int]) -> Image.Image:
    """A sign drawn from its polygons; what two of them share is left open."""
    fine = 4
    image = Image.new("1", (size[0] * fine, size[1] * fine), 0)
    for outline in outlines:
        layer = Image.new("1", image.size, 0)
        corners = [((origin[0] + x * EM) * fine, (origin[1] - y * EM) * fine) for x, y in outline]
        ImageDraw.Draw(layer).polygon(corners, fill=1)
        image = ImageChops.logical_xor(image, layer)
    return image.convert("L").resize(size, Image.Resampling.BOX)


def _signed(cover: Floats) -> Floats:
    """Signed distances in pixels from how much of each pixel is covered, exact up to REACH."""
    outside = np.where(cover > 0.5, 0, np.maximum(0.5 - cover, 0)) ** 2
    inside = np.where(cover < 0.5, 0, np.maximum(cover - 0.5, 0)) ** 2
    outside[cover <= 0], inside[cover >= 1] = _FAR, _FAR
    distances: Floats = np.sqrt(_spread(outside.astype(np.float32))) - np.sqrt(_spread(inside.astype(np.float32)))
    return distances


def _spread(squares: Floats) -> Floats:
    """For each pixel the least of what its neighbours hold plus the square of how far they are, rows then columns."""
    for _ in range(2):
        padded = np.pad(squares, ((REACH, REACH), (0, 0)), constant_values=_FAR)
        nearest = np.full(squares.shape, _FAR, np.float32)
        for shift in range(2 * REACH + 1):
            np.minimum(nearest, padded[shift : shift + len(squares)] + np.float32((shift - REACH) ** 2), out=nearest)
        squares = np.ascontiguousarray(nearest.T)
    return squares


def _smooth(field: Floats) -> Floats:
    """The field without the stairs that pixels leave in it, which a glossy edge would show."""
    for _ in range(2):
        padded = np.pad(field, ((1, 1), (0, 0)), mode="edge")
        field = (padded[:-2] + 2 * padded[1:-1] + padded[2:]).T * np.float32(0.25)
    return field
