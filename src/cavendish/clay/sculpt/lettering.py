"""Words as clay letters: glyphs of a bold font become distance fields that are pushed into depth.

The font is Roboto, which comes with the package `fontpkg-roboto`; the fonts of the machine are never asked.
"""

from dataclasses import dataclass
from functools import cache

import fontpkg  # type: ignore[import-untyped]
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from .shapes import Floats, Material, Shape, srgb

__all__ = ["LINE_COLORS", "extent", "letters"]

LINE_COLORS = (srgb("#fff1cf"), srgb("#ffc02e"))
EM = 160
"""Pixels per em in the fields; bilinear sampling makes more useless."""
MARGIN = 26
"""Pixels round a glyph in which its distances are known."""
REACH = 2 * MARGIN
CAP_HEIGHT = 0.711
LINE_STEP = 0.98
LARGEST = 1.4
"""How much larger than the widest line a short line may be set."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    width: float
    """In ems."""


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(fontpkg.path("Roboto")), size)
    weights = {b"Weight": 900, b"Width": 100}
    font.set_variation_by_axes(
        [float(weights.get(axis["name"] or b"", axis["default"] or 0)) for axis in font.get_variation_axes()]
    )
    return font


def letters(
    text: str, *, width: float, height: float, color: Floats | None = None, edge: Floats | None = None
) -> Shape:
    """Words within `width` x `height` metres, centred on the origin, facing +z; broken into lines that fill it best.

    `edge` is the colour of a rim behind each letter; None leaves it out. Text without any visible character gives an
    empty shape.
    """
    lines = _broken(text, width / height)
    shape = Shape(text)
    if not lines:
        return shape
    sizes = _sizes(lines, width, height)
    top = sum(sizes) * LINE_STEP / 2
    for number, (line, size) in enumerate(zip(lines, sizes, strict=True)):
        top -= size * LINE_STEP
        baseline = top + size * (LINE_STEP - CAP_HEIGHT) / 2
        tone = LINE_COLORS[number % 2] if color is None else color
        _set_line(shape, line, size, baseline, tone, edge)
    return shape


def extent(text: str, *, width: float, height: float) -> tuple[float, float]:
    """How much of `width` x `height` the letters will really fill."""
    lines = _broken(text, width / height)
    if not lines:
        return 0.0, 0.0
    sizes = _sizes(lines, width, height)
    return max(line.width * size for line, size in zip(lines, sizes, strict=True)), sum(sizes) * LINE_STEP


def _broken(text: str, ratio: float) -> list[_Line]:
    """The lines that let the letters grow largest in a box of that ratio; newlines always break."""
    paragraphs = [words for row in text.split("\n") if (words := row.split())]
    words = [word for paragraph in paragraphs for word in paragraph]
    if not words:
        return []
    if len(paragraphs) > 1:
        return [_line(paragraph) for paragraph in paragraphs]
    choices = [_balanced(words, count) for count in range(1, min(len(words), 6) + 1)]
    return max(choices, key=lambda lines: min(ratio / max(line.width for line in lines), 1 / (len(lines) * LINE_STEP)))


def _line(words: list[str]) -> _Line:
    text = " ".join(words)
    return _Line(text, _font(EM).getlength(text) / EM)


def _balanced(words: list[str], count: int) -> list[_Line]:
    """Words in `count` lines, the widest as narrow as can be found by filling towards a growing limit."""
    limit = max(_line(words).width / count, max(_line([word]).width for word in words))
    while True:
        rows: list[list[str]] = [[]]
        for word in words:
            if rows[-1] and _line([*rows[-1], word]).width > limit:
                rows.append([])
            rows[-1].append(word)
        if len(rows) <= count:
            return [_line(row) for row in rows]
        limit *= 1.04


def _sizes(lines: list[_Line], width: float, height: float) -> list[float]:
    """Metres per em of each line: short lines are set larger, as on posters, as far as the height allows."""
    base = width / max(line.width for line in lines)
    sizes = [min(width / line.width, base * LARGEST) for line in lines]
    return [size * min(1.0, height / (sum(sizes) * LINE_STEP)) for size in sizes]


def _set_line(shape: Shape, line: _Line, size: float, baseline: float, tone: Floats, edge: Floats | None) -> None:
    font = _font(EM)
    left = -line.width * size / 2
    depth = size * 0.13
    for index, character in enumerate(line.text):
        if character.isspace():
            continue
        field, offset = _glyph(character)
        rows, columns = field.shape
        across, upward = (columns - 1) * size / EM, (rows - 1) * size / EM
        start = left + font.getlength(line.text[:index]) * size / EM
        center = (
            start + offset * size / EM + across / 2,
            baseline + (MARGIN * size / EM - upward / 2) + _ascent() * size,
            0.0,
        )
        metres = field * np.float32(size / EM)
        if edge is not None:
            back = (center[0], center[1], -depth * 0.55)
            shape.glyph(back, metres - np.float32(size * 0.055), across, upward, depth * 0.75, edge, round=size * 0.03)
        shape.glyph(center, metres, across, upward, depth, tone, round=size * 0.035, material=Material.GLOSSY)


@cache
def _ascent() -> float:
    return _font(EM).getmetrics()[0] / EM


@cache
def _glyph(character: str) -> tuple[Floats, float]:
    """Signed distances to a glyph's outline in pixels, negative inside, and where its first column lies on the line.

    The first row lies MARGIN above the ascender, the last MARGIN below the descender.
    """
    font = _font(EM * 2)
    left, _, right, _ = font.getbbox(character)
    ascent, descent = font.getmetrics()
    start = int(left) - 2 * MARGIN
    columns, rows = int(right) - int(left) + 4 * MARGIN, ascent + descent + 4 * MARGIN
    image = Image.new("L", (columns + columns % 2, rows + rows % 2), 0)
    ImageDraw.Draw(image).text((-start, 2 * MARGIN), character, 255, font=font)
    inside = np.asarray(image) > 127
    signed = _distance(inside) - _distance(~inside)
    signed = np.where(signed > 0, signed - 0.5, signed + 0.5) / 2
    halved = signed.reshape(signed.shape[0] // 2, 2, signed.shape[1] // 2, 2).mean(axis=(1, 3))
    return _smooth(_smooth(halved)), start / 2 + 0.25


def _smooth(field: Floats) -> Floats:
    """The field without the stairs that pixels leave in it, which a glossy edge would show."""
    for _ in range(2):
        padded = np.pad(field, ((1, 1), (0, 0)), mode="edge")
        field = (padded[:-2] + 2 * padded[1:-1] + padded[2:]).T * np.float32(0.25)
    return np.ascontiguousarray(field, np.float32)


def _distance(mask: NDArray[np.bool_]) -> Floats:
    """Euclidean distance of every pixel to the nearest True one: down the columns first, then along the rows.

    It is exact up to REACH pixels and REACH beyond.
    """
    down = np.where(mask, 0, REACH).astype(np.float32)
    for row in range(1, len(down)):
        np.minimum(down[row], down[row - 1] + 1, out=down[row])
    for row in range(len(down) - 2, -1, -1):
        np.minimum(down[row], down[row + 1] + 1, out=down[row])
    padded = np.pad(down * down, ((0, 0), (REACH, REACH)), constant_values=REACH * REACH)
    squares = np.full(mask.shape, REACH * REACH, np.float32)
    for shift in range(2 * REACH + 1):
        apart = np.float32((shift - REACH) ** 2)
        np.minimum(squares, padded[:, shift : shift + mask.shape[1]] + apart, out=squares)
    nearest: Floats = np.sqrt(squares)
    return nearest
