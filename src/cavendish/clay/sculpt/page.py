"""A page of text as a designer would set it: a headline, then the rest, all as large as the page allows.

Menus are pages of their own: dishes on the left, prices on the right, and dots that lead from one to the other.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from .typesetting import CAP_HEIGHT, Line, SetLine, one_line, wrapped

__all__ = ["Page", "menu_page", "page"]

STEP = 1.14
"""From one baseline to the next, in ems."""
GAP = 0.42
"""Between two blocks, in ems of the smaller one."""
LARGEST = 0.165
"""The em of a page's text at most, as a share of its shorter side: words that fill a wall are hard to read."""
SMALLER = (1.0, 0.92, 0.85, 0.78, 0.71)
LONELY = 0.55
"""How much smaller letters may be, as a share, for the sake of no word alone on its line."""
HEADLINES, BODY = (1.7, 1.4, 1.2), 1.0
SHORTEST_HEADLINE, LONGEST_HEADLINE = 5, 26
_PHRASE = re.compile(r"(?<=[:!?…—–])\s+|(?<=[^\d][.;,])\s+(?=[A-ZА-ЯЁΑ-Ω\d+])")
_PRICED = re.compile(
    r"(?P<dish>.*?\S)[\s.…:–-]*?\s(?P<price>[€$£¥₽₴]?\s?\d+(?:[.,]\d+)?\s?(?:[€$£¥₽₴]|EUR|USD|руб\.?|грн|₽)?)"
)
_PRICES = re.compile(r"(?<=\d[.,]\d\d)\s+(?![€$£¥₽₴])|(?<=[€$£¥₽₴])\s+|(?<=\d),\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its size in proportion to the others, and which of the page's inks it has."""

    text: str
    scale: float = BODY
    ink: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """Lines where they stand, round the page's middle, ink by ink: 0 the headline's, 1 the text's, 2 the leaders'."""

    lines: tuple[tuple[SetLine, int], ...]

    def of(self, ink: int) -> tuple[SetLine, ...]:
        """The lines of one ink."""
        return tuple(line for line, own in self.lines if own == ink)


def page(text: str, width: float, height: float, *, largest: float = LARGEST) -> Page:
    """A headline and what follows it, centred. Where the text has lines of its own, the first one is the headline."""
    pages = []
    for headline in HEADLINES:
        blocks = _blocks(text, headline)
        found = _largest(partial(_stacked, blocks, width=width), width, height, largest, airy=1.12)
        pages.append((min((line.size for line, _ in found.lines), default=0.0) * (1 + 0.35 * headline), found))
    return max(pages, key=lambda rated: rated[0])[1]


def _blocks(text: str, headline: float) -> list[Block]:
    rows = [row for row in text.split("\n") if row.strip()]
    if len(rows) == 1:
        rows = _PHRASE.split(rows[0])
        rows = rows if SHORTEST_HEADLINE <= len(rows[0]) <= LONGEST_HEADLINE else [" ".join(rows)]
    if len(rows) < 2 or len(rows[0]) > LONGEST_HEADLINE:
        return [Block(row) for row in rows]
    return [Block(rows[0], headline, 0), *(Block(row) for row in rows[1:])]


def menu_page(text: str, width: float, height: float) -> Page:
    """Dishes and prices in two columns; rows without a price are headings."""
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    if len(rows) == 1:
        rows = [row.strip() for row in _PRICES.split(rows[0]) if row.strip()]
    return _largest(partial(_listed, rows, width=width), width, height, LARGEST, airy=2.0)


@dataclass(frozen=True, slots=True)
class _Draft:
    lines: list[tuple[SetLine, int]]
    width: float
    height: float


def _largest(draft: Callable[[float], _Draft], width: float, height: float, largest: float, *, airy: float) -> Page:
    """The draft with the largest letters that fits, moved to the middle of the page; its lines may be `airy` times as
    far apart."""
    low, high = 0.0, largest * min(width, height)
    for _ in range(22):
        size = (low + high) / 2
        found = draft(size)
        fits = found.width <= width * 1.0001 and found.height <= height
        low, high = (size, high) if fits else (low, size)
    best = max((draft(low * share) for share in SMALLER), key=_rating)
    spread = min(airy, height / best.height) if best.lines else 1.0
    shift = best.height * spread / 2
    lines = ((replace(line, y=line.y * spread + shift), ink) for line, ink in best.lines)
    return Page(tuple(lines))


def _rating(draft: _Draft) -> float:
    """How well a draft reads: large letters are good, words that stand alone on their line are not."""
    lines = [line for line, ink in draft.lines if ink]
    if not lines:
        return sum(line.size for line, _ in draft.lines)
    alone = sum(" " not in line.line.text for line in lines) / len(lines)
    return min(line.size for line in lines) * (1 - LONELY * alone)


def _stacked(blocks: Sequence[Block], size: float, width: float) -> _Draft:
    """Blocks one below the other, the top of the first at y = 0."""
    placed: list[tuple[SetLine, int]] = []
    y, widest = 0.0, 0.0
    for number, block in enumerate(blocks):
        em = size * block.scale
        y -= GAP * size if number else 0.0
        for line in wrapped(block.text, width / em):
            y -= CAP_HEIGHT * em if not placed else STEP * em
            placed.append((SetLine(line, em, -line.width * em / 2, y), block.ink))
            widest = max(widest, line.width * em)
    return _Draft(placed, widest, -y + 0.22 * size)


def _listed(rows: Sequence[str], size: float, width: float) -> _Draft:
    placed: list[tuple[SetLine, int]] = []
    y, widest = 0.0, 0.0
    for number, row in enumerate(rows):
        priced = _PRICED.fullmatch(row)
        em = size if priced else size * 1.35
        y -= CAP_HEIGHT * em if not number else STEP * 1.25 * em
        if priced is None:
            line = one_line(row)
            placed.append((SetLine(line, em, -line.width * em / 2, y), 0))
            widest = max(widest, line.width * em)
            continue
        dish, price = one_line(priced["dish"]), one_line(priced["price"])
        placed += _row(dish, price, em, y, width)
        widest = max(widest, (dish.width + price.width + 0.7) * em)
    return _Draft(placed, widest, -y + 0.22 * size)


def _row(dish: Line, price: Line, em: float, y: float, width: float) -> list[tuple[SetLine, int]]:
    """A dish, its price, and the dots between them."""
    start, end = -width / 2 + (dish.width + 0.4) * em, width / 2 - (price.width + 0.4) * em
    dots = one_line("." * max(int((end - start) / (one_line(".").width * em * 1.0)), 0)) if end > start else None
    row = [(SetLine(dish, em, -width / 2, y), 1), (SetLine(price, em, width / 2 - price.width * em, y), 1)]
    return row if dots is None or not dots.glyphs else [*row, (SetLine(dots, em, end - dots.width * em, y), 2)]
