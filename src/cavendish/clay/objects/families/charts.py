"""Charts: bars, pies and lines of clay before a board, with every number where it is read with what it stands for."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cavendish.clay.objects.charts import Row, rows_of
from cavendish.clay.objects.legibility import ground_for
from cavendish.clay.objects.look import Look
from cavendish.clay.sculpt import Floats, Material, Patch, SetLine, Shape, extent, printed, srgb, typeset

__all__ = ["bar_chart", "line_chart", "pie_chart"]

GLOSSY = Material.GLOSSY
INK = srgb("#221a2e")
TONES = ("#e5484d", "#3f8fe0", "#ffb81f", "#3fae5a", "#8e5be8", "#ff7f50", "#14a3a3", "#e0569f")
PLAIN = [Row("", value, "") for value in (2.0, 4.0, 3.0, 5.0)]
MIDDLE, HALF_WIDTH, HALF_HEIGHT = 0.80, 1.0, 0.80
FRONT = 0.12
"""How far a slice stands out from the board's middle, in metres."""
NARROW = 0.07
"""Of a slice with a smaller share the number stands beside the pie."""
FLOOR, LEFT, RIGHT = 0.30, -0.86, 0.86
"""The axes of a line."""
BARS_FLOOR, BARS_TOP, BARS_HALF = 0.29, 1.22, 0.92
"""Where bars stand and end, and how far they reach to either side."""


def bar_chart(look: Look) -> Shape:
    """Bars, each as high as its number, with the number over it and what it stands for under it."""
    title, rows = rows_of(look.text or "")
    rows = rows or PLAIN
    shape, words = Shape("bar chart"), _words(title, (0.0, 1.44), 1.7, 0.2)
    shape.box((0, BARS_FLOOR - 0.02, 0.03), (BARS_HALF, 0.015, 0.06), _ink(look), round=0.01)
    step = 2 * BARS_HALF / len(rows)
    highest = max(row.value for row in rows) or 1.0
    room = BARS_TOP - BARS_FLOOR - (0.0 if title else -0.12)
    half = min(step * 0.34, 0.16)
    numbers = _common_height([row.shown for row in rows], step * 0.86, 0.13)
    labels = _common_height([row.label for row in rows], step * 0.92, 0.16)
    for number, row in enumerate(rows):
        x, height = -BARS_HALF + (number + 0.5) * step, room * row.value / highest
        if height > 0:
            color = srgb(TONES[number % len(TONES)])
            middle = (x, BARS_FLOOR + height / 2, 0.05)
            shape.box(middle, (half, height / 2, 0.09), color, round=min(0.03, half / 2, height / 2), material=GLOSSY)
        words += _words(row.shown, (x, BARS_FLOOR + height + 0.09), step, numbers)
        words += _words(row.label, (x, BARS_FLOOR - 0.155), step, labels)
    return _on_board(shape, words, look)


def pie_chart(look: Look) -> Shape:
    """Slices, their numbers on them, and beside them what each stands for."""
    title, rows = rows_of(look.text or "")
    rows = rows or PLAIN
    total = sum(row.value for row in rows) or 1.0
    named = any(row.label for row in rows)
    radius = 0.50 if named else 0.62
    middle = (-0.44 if named else 0.0, MIDDLE - (0.12 if title else 0.0))
    radius -= 0.04 if title else 0.0
    shape, words = Shape("pie chart"), _words(title, (0.0, 1.45), 1.7, 0.2)
    size = _common_height([row.shown for row in rows], 0.72 * radius, 0.17)
    angle = math.pi / 2
    for number, row in enumerate(rows):
        share, color = row.value / total, srgb(TONES[number % len(TONES)])
        inside = share >= NARROW
        reach = radius * (0.62 if len(rows) > 1 else 0.0) if inside else radius * 1.16
        half = angle - share * math.pi
        place = (middle[0] + reach * math.cos(half), middle[1] + reach * math.sin(half))
        shown = _words(row.shown, place, 0.9 * radius, size)
        if row.value > 0:
            _slice(shape, middle, radius, (angle, angle - share * math.tau), color, shown if inside else [])
        words += [] if inside else shown
        angle -= share * math.tau
    if named:
        words += _legend(shape, rows, middle[1], title=bool(title))
    return _on_board(shape, words, look)


def _slice(
    shape: Shape,
    middle: tuple[float, float],
    radius: float,
    span: tuple[float, float],
    color: Floats,
    words: Sequence[SetLine],
) -> None:
    """A part of the pie from one angle to the other, radians, clockwise."""
    start, end = span
    steps = max(2, math.ceil((start - end) / 0.12))
    arc = [start + (end - start) * step / steps for step in range(steps + 1)]
    outline = [(radius * math.cos(angle), radius * math.sin(angle)) for angle in arc]
    outline = outline[:-1] if start - end > 6.28 else [(0.0, 0.0), *outline]
    gap = 0.012 if start - end < 6.28 else 0.0
    away = ((start + end) / 2, gap)
    center = (middle[0] + away[1] * math.cos(away[0]), middle[1] + away[1] * math.sin(away[0]), FRONT / 2 - 0.02)
    patch = Patch((0.0, MIDDLE, FRONT), 2 * HALF_WIDTH, 2 * HALF_HEIGHT, reach=0.08)
    printing = printed(words, patch, ink=None) if words else None
    shape.prism(center, outline, FRONT / 2 + 0.02, color, round=0.02, material=GLOSSY, pattern=printing)


def _legend(shape: Shape, rows: Sequence[Row], middle: float, *, title: bool) -> list[SetLine]:
    """What each slice stands for, one below the other beside a piece of its colour."""
    step = min(0.24, (1.15 if title else 1.36) / len(rows))
    height = _common_height([row.label for row in rows], 0.56, 0.62 * step)
    words: list[SetLine] = []
    for number, row in enumerate(rows):
        y = middle + ((len(rows) - 1) / 2 - number) * step
        color = srgb(TONES[number % len(TONES)])
        shape.box((0.25, y, 0.0), (0.055, 0.055, 0.035), color, round=0.02, material=GLOSSY)
        lines = _words(row.label, (0.0, y), 0.56, height)
        start = min((line.x for line in lines), default=0.0)
        words += [replace(line, x=line.x - start + 0.35) for line in lines]
    return words


def line_chart(look: Look) -> Shape:
    """Points joined by a line, each with its number, over an axis with what they stand for."""
    title, rows = rows_of(look.text or "")
    rows = rows or PLAIN
    shape, words = Shape("line chart"), _words(title, (0.0, 1.45), 1.7, 0.2)
    low, high = _range([row.value for row in rows])
    room = (1.16 if title else 1.34) - FLOOR - 0.08
    step = (RIGHT - LEFT) / len(rows)
    points = [
        (LEFT + (number + 0.5) * step, FLOOR + 0.08 + room * (row.value - low) / (high - low), 0.05)
        for number, row in enumerate(rows)
    ]
    shape.box((0, FLOOR - 0.02, 0.02), (RIGHT, 0.015, 0.03), _ink(look), round=0.01)
    shape.box((LEFT, FLOOR + 0.5 * room, 0.02), (0.015, 0.5 * room + 0.02, 0.03), _ink(look), round=0.01)
    color = srgb(TONES[1])
    for here, there in pairwise(points):
        shape.cone(here, there, 0.024, 0.024, color, material=GLOSSY)
    numbers = _common_height([row.shown for row in rows], step * 0.8, 0.13)
    labels = _common_height([row.label for row in rows], step * 0.92, 0.16)
    for number, (row, (x, y, z)) in enumerate(zip(rows, points, strict=True)):
        shape.ellipsoid((x, y, z), 0.052, srgb(TONES[0]), material=GLOSSY)
        neighbours = points[max(number - 1, 0) : number] + points[number + 1 : number + 2]
        valley = all(other[1] > y for other in neighbours) and y > FLOOR + 0.24 and bool(neighbours)
        words += _words(row.shown, (x, y + (-0.13 if valley else 0.13)), step, numbers)
        words += _words(row.label, (x, FLOOR - 0.155), step, labels)
    return _on_board(shape, words, look)


def _range(values: Sequence[float]) -> tuple[float, float]:
    """From where to where the numbers are shown: from nought, unless they would all look alike."""
    low, high = min(values), max(values)
    if low > 0.6 * high and high > low:
        return low - 0.5 * (high - low), high
    return 0.0, high or 1.0


def _on_board(shape: Shape, words: Sequence[SetLine], look: Look) -> Shape:
    ink = _ink(look)
    board = ground_for(ink, look.paint("#f8f1e2"))
    printing = printed(words, Patch((0, MIDDLE, -0.015), 2 * HALF_WIDTH, 2 * HALF_HEIGHT, reach=0.03), ink=ink)
    half = (HALF_WIDTH, HALF_HEIGHT, 0.045)
    return shape.box((0, MIDDLE, -0.06), half, board, round=0.04, pattern=printing)


def _ink(look: Look) -> Floats:
    """What the axes and the words beside the bars, slices and points are drawn in."""
    return INK if look.ink is None else srgb(look.ink)


def _common_height(texts: Sequence[str], width: float, height: float) -> float:
    """How high one line of letters may be, so that each of the texts fits the width."""
    return min((extent(text, width=width, height=height)[1] for text in texts if text), default=height)


def _words(text: str, middle: tuple[float, float], width: float, height: float) -> list[SetLine]:
    """A line or two round a place, measured from the board's middle."""
    lines = typeset(text, width, height, even=True) if text else ()
    return [replace(line, x=line.x + middle[0], y=line.y + middle[1] - MIDDLE) for line in lines]
