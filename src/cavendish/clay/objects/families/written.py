"""Things that are made to be read: speech bubbles, charts, printed shirts."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, WHITE, WOOD, mix, shade
from cavendish.clay.sculpt import Material, Patch, SetLine, Shape, extent, fitted, printed, srgb, typeset

__all__ = ["bar_chart", "speech_bubble", "t_shirt"]

GLOSSY = Material.GLOSSY
INK = srgb("#221a2e")
BARS = ("#e5484d", "#3f8fe0", "#ffb81f", "#3fae5a", "#8e5be8", "#ff7f50", "#14a3a3", "#e0569f")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def speech_bubble(look: Look) -> Shape:
    """A bubble with what somebody says; its tail points down and a little to the left."""
    paper = look.paint("#fffdf6")
    patch = Patch((0, 0.66, 0.09), 1.24, 0.58, reach=0.06)
    words = printed(fitted(look.text, patch, label=False), patch, ink=None) if look.text else None
    shape = Shape("speech bubble")
    for grow, z, color in ((0.035, -0.03, INK), (0.0, 0.03, paper)):
        tail = [(-0.34 - grow, 0.40), (0.02 + grow, 0.40), (-0.26, 0.0 - grow)]
        shape.prism((0, 0.035, z), tail, 0.05, color, round=0.02, material=GLOSSY)
        outline = _rounded(0.72 + grow, 0.37 + grow, 0.24 + grow)
        shape.prism((0, 0.66, z), outline, 0.06, color, round=0.05, material=GLOSSY, pattern=words)
    return shape


def _rounded(half_width: float, half_height: float, radius: float) -> list[tuple[float, float]]:
    """A rectangle with round corners."""
    outline = []
    for turn in range(4):
        x = (half_width - radius) * (1 if turn in (0, 3) else -1)
        y = (half_height - radius) * (1 if turn in (0, 1) else -1)
        for step in range(7):
            angle = (turn + step / 6) * math.pi / 2
            outline.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return outline


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    value: float
    shown: str


def _read(text: str) -> tuple[str, list[_Bar]]:
    """The title and the bars of a chart, one to a line: "Mon: 3", "Tue: 5 %"; a line without a colon is the title."""
    title, bars = "", []
    for row in text.split("\n"):
        label, colon, shown = row.rpartition(":")
        value = _NUMBER.search(re.sub(r"(?<=\d)[\s,](?=\d{3}\b)", "", shown))
        if colon and value:
            bars.append(_Bar(label.strip(), float(value.group().replace(",", ".")), shown.strip()))
        else:
            title = f"{title} {row}".strip()
    return title, bars


PLAIN = [_Bar("", value, "") for value in (2.0, 4.0, 3.0, 5.0)]
HALF, FLOOR, TOP = 0.92, 0.29, 1.22


def bar_chart(look: Look) -> Shape:
    """Bars of clay before a board, each as high as its number, with the number over it and its name under it."""
    board = look.paint("#f8f1e2")
    title, bars = _read(look.text or "")
    bars = bars or PLAIN
    shape = Shape("bar chart")
    words: list[SetLine] = []
    shape.box((0, FLOOR - 0.02, 0.03), (HALF, 0.015, 0.06), INK, round=0.01)
    step = 2 * HALF / len(bars)
    highest = max(bar.value for bar in bars) or 1.0
    room = TOP - FLOOR - (0.0 if title else -0.12)
    half = min(step * 0.34, 0.16)
    numbers = _common_height([bar.shown for bar in bars], step * 0.86, 0.13)
    labels = _common_height([bar.label for bar in bars], step * 0.92, 0.16)
    for number, bar in enumerate(bars):
        x, height = -HALF + (number + 0.5) * step, room * bar.value / highest
        if height > 0:
            color = srgb(BARS[number % len(BARS)])
            middle = (x, FLOOR + height / 2, 0.05)
            shape.box(middle, (half, height / 2, 0.09), color, round=min(0.03, half / 2, height / 2), material=GLOSSY)
        words += _caption(bar.shown, (x, FLOOR + height + 0.09), step, numbers)
        words += _caption(bar.label, (x, FLOOR - 0.155), step, labels)
    words += _caption(title, (0, 1.44), 1.7, 0.2)
    printing = printed(words, Patch((0, 0.8, -0.015), 2 * HALF + 0.16, 1.6, reach=0.03), ink=INK)
    return shape.box((0, 0.80, -0.06), (HALF + 0.08, 0.80, 0.045), board, round=0.04, pattern=printing)


def _common_height(texts: Sequence[str], width: float, height: float) -> float:
    """How high one line of letters may be, so that each of the texts fits the width."""
    return min((extent(text, width=width, height=height)[1] for text in texts if text), default=height)


def _caption(text: str, middle: tuple[float, float], width: float, height: float) -> list[SetLine]:
    """A line or two round a place on the board, whose own middle is 0.8 high."""
    lines = typeset(text, width, height, even=True) if text else ()
    return [replace(line, x=line.x + middle[0], y=line.y + middle[1] - 0.8) for line in lines]


def t_shirt(look: Look) -> Shape:
    """A shirt on its hanger."""
    cloth = look.paint("#f4f4f2")
    half = [(0.0, 0.0), (0.44, 0.0), (0.44, 0.70), (0.62, 0.56), (0.80, 0.74), (0.50, 1.06), (0.20, 1.12), (0.0, 1.12)]
    outline = half + [(-x, y) for x, y in reversed(half) if x]
    shape = Shape("t-shirt")
    shape.prism((0, 0.02, 0), outline, 0.14, cloth, round=0.12)
    shape.ellipsoid((0, 1.16, 0.06), (0.19, 0.16, 0.3), shade(cloth, 0.8), op="subtract", blend=0.02)
    shape.torus((0, 1.14, 0.02), 0.185, 0.025, mix(cloth, BLACK, 0.18))
    shape.box((0, 1.30, 0), (0.2, 0.145, 0.2), CREAM, op="subtract", round=0.0)
    for side in (-1, 1):
        shape.cone((0, 1.20, -0.03), (side * 0.44, 1.06, -0.03), 0.03, 0.03, WOOD)
    hook = [(0, 1.20, -0.03), (0, 1.30, -0.03), (0.06, 1.36, -0.03), (0.0, 1.42, -0.03), (-0.06, 1.37, -0.03)]
    return shape.chain(hook, [0.014] * 5, shade(WHITE, 0.6), blend=0.0, material=Material.METAL)
