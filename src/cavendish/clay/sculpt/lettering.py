"""Words as clay letters: glyphs of a bold font become distance fields that are pushed into depth."""

import numpy as np

from .glyph_fields import EM, glyph_field
from .shapes import Floats, Material, Shape, srgb
from .typesetting import LINE_STEP, SetLine, typeset

__all__ = ["LINE_COLORS", "extent", "letters"]

LINE_COLORS = (srgb("#fff1cf"), srgb("#ffc02e"))


def letters(
    text: str, *, width: float, height: float, color: Floats | None = None, edge: Floats | None = None
) -> Shape:
    """Words within `width` x `height` metres, centred on the origin, facing +z; broken into lines that fill it best.

    `edge` is the colour of a rim behind each letter; None leaves it out. Text without any visible character gives an
    empty shape.
    """
    shape = Shape(text)
    for number, line in enumerate(typeset(text, width, height)):
        _sculpt(shape, line, LINE_COLORS[number % 2] if color is None else color, edge)
    return shape


def extent(text: str, *, width: float, height: float) -> tuple[float, float]:
    """How much of `width` x `height` the letters will really fill."""
    lines = typeset(text, width, height)
    return max((line.width for line in lines), default=0.0), sum(line.size for line in lines) * LINE_STEP


def _sculpt(shape: Shape, placed: SetLine, tone: Floats, edge: Floats | None) -> None:
    size, depth = placed.size, placed.size * 0.13
    for glyphs, start in placed.line.glyphs:
        field = glyph_field(glyphs)
        rows, columns = field.distances.shape
        across, upward = (columns - 1) * size / EM, (rows - 1) * size / EM
        x = placed.x + (start + field.left) * size + across / 2
        y = placed.y + field.top * size - upward / 2
        metres = field.distances * np.float32(size)
        if edge is not None:
            rim = metres - np.float32(size * 0.055)
            shape.glyph((x, y, -depth * 0.55), rim, across, upward, depth * 0.75, edge, round=size * 0.03)
        shape.glyph((x, y, 0.0), metres, across, upward, depth, tone, round=size * 0.035, material=Material.GLOSSY)
