"""Text becomes lines: broken where a reader would breathe, as large as their box allows, each with its place.

Lengths of a `Line` are ems of its own size; a `SetLine` says how large the em is and where the line stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from .fonts import BLACK, BOLD, Glyphs, font, glyphs_of, is_right_to_left
from .glyph_fields import EM
from .signs import SIGN_WIDTH

__all__ = ["CAP_HEIGHT", "LINE_STEP", "Line", "SetLine", "one_line", "typeset", "wrapped"]

CAP_HEIGHT = 0.711
LINE_STEP = 0.98
BLANK = 0.06
"""How much wider than the font's a blank is, in ems: heavy words stand too close for a reader at a distance."""
LARGEST = 1.4
"""How much larger than the widest line a short line may be set."""
MOST_LINES = 12
MOST_KEPT = 15
"""So many characters at most are kept on one line because they belong together."""
LONGEST_NUMBER = 22
_HAN = r"\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff60"
_NEVER_FIRST = "。、，．！？：；）」』】〉》”’々ーゃゅょっァィゥェォッャュョ"
_PIECES = re.compile(rf"[{_HAN}][{_NEVER_FIRST}]*|[^\s{_HAN}]+|\s+")
_NUMBER = re.compile(r"[+(]?[\d.,:/()-]*\d[\d.,:/()-]*")
_UNIT = re.compile(
    r"(?:[%‰€$£¥₽₴°№&+–—-]|[ckm]?m[²³]?|k?g|[cm]?l|h|min|[ap]\.?m\.?|EUR|USD|GBP|Uhr|Std|руб|грн|р|кг|г|км|мл|л|ч|мин|"
    r"κ\.?|\d[\d.,:/-]*)\.?,?"
)
_SMALL = re.compile(r"(?:an?|the|of|to|in|at|on|by|und|der|die|das|im|am|le|la|de|du|el|и|в|с|на|к|о)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line's glyphs with where each begins, and how wide all are, in ems."""

    text: str
    glyphs: tuple[tuple[Glyphs, float], ...]
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line where it stands: `size` metres per em, its left end at `x`, its baseline at `y`."""

    line: Line
    size: float
    x: float
    y: float

    @property
    def width(self) -> float:
        """Metres."""
        return self.line.width * self.size


@lru_cache(256)
def typeset(text: str, width: float, height: float, *, even: bool = False, weight: int = BLACK) -> tuple[SetLine, ...]:
    """Lines that fill `width` x `height` round the origin as well as they can; newlines always break.

    Short lines are set larger, as on posters, unless `even`. What no font can write is left out.
    """
    lines = _broken(text, width / height, weight)
    sizes = _sizes(lines, width, height, even=even)
    top = sum(sizes) * LINE_STEP / 2
    placed: list[SetLine] = []
    for line, size in zip(lines, sizes, strict=True):
        top -= size * LINE_STEP
        placed.append(SetLine(line, size, -line.width * size / 2, top + size * (LINE_STEP - CAP_HEIGHT) / 2))
    return tuple(placed)


def one_line(text: str) -> Line:
    """A text on a line by itself."""
    return _line(" ".join(text.split()), BOLD)


def wrapped(text: str, ems: float) -> list[Line]:
    """The fewest and most even lines that are at most so many ems wide, as far as words allow; newlines break."""
    lines: list[Line] = []
    for pieces in (_pieces(paragraph) for paragraph in text.split("\n")):
        count = 1
        found = _balanced(pieces, count, BOLD) if pieces else []
        while pieces and _widest(found) > ems and count < len(pieces):
            count += 1
            found = _balanced(pieces, count, BOLD)
        lines += [line for line in found if line.glyphs]
    return lines


def _broken(text: str, ratio: float, weight: int) -> list[Line]:
    """The lines that let the letters grow largest in a box of that ratio."""
    rows = [row for row in (_pieces(paragraph) for paragraph in text.split("\n")) if row]
    if len(rows) > 1:
        return [line for row in rows for line in _wrapped(row, rows, ratio, weight) if line.glyphs]
    if not rows:
        return []
    choices = [_balanced(rows[0], count, weight) for count in range(1, min(len(rows[0]), MOST_LINES) + 1)]
    best = max(choices, key=lambda lines: min(ratio / _widest(lines), 1 / (len(lines) * LINE_STEP)))
    return [line for line in best if line.glyphs]


def _wrapped(row: list[str], rows: list[list[str]], ratio: float, weight: int) -> list[Line]:
    """One of several paragraphs, in more lines where it is much longer than all would like to be."""
    fair = max(ratio / (LINE_STEP * (len(rows) + 1)) ** 0.5 * 6.0, 9.0)
    count = 1
    lines = _balanced(row, count, weight)
    while _widest(lines) > fair and count < min(len(row), MOST_LINES):
        count += 1
        lines = _balanced(row, count, weight)
    return lines


def _widest(lines: Sequence[Line]) -> float:
    return max((line.width for line in lines), default=0.0) or 1.0


def _pieces(paragraph: str) -> list[str]:
    """What may not be broken: words with the blank before them, single Han characters, a number with its unit."""
    pieces: list[str] = []
    blank = ""
    for piece in _PIECES.findall(paragraph):
        if piece.isspace():
            blank = " "
        elif pieces and blank and _belong_together(pieces[-1], piece):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(blank * bool(pieces) + piece)
            blank = ""
    return pieces


def _belong_together(word: str, following: str) -> bool:
    """Whether a line should not end after the last word of `word`."""
    length = len(word) + len(following)
    word = word.split(" ")[-1]
    if _NUMBER.fullmatch(word) and _NUMBER.fullmatch(following) and word[-1] not in ",.":
        return length < LONGEST_NUMBER
    if length >= MOST_KEPT:
        return False
    if _NUMBER.fullmatch(word):
        return bool(_UNIT.fullmatch(following)) or (len(word) < 3 and following.strip(".,!?").isalpha())
    if _NUMBER.fullmatch(following):
        return word[:1].isupper()
    return bool(_SMALL.fullmatch(word)) or word in {"№", "&", "+", "–", "-", "$", "€", "Nr.", "No."}


@lru_cache(2048)
def _line(text: str, weight: int) -> Line:
    """Set one line; words of a right-to-left script come in the order in which they are seen."""
    placed: list[tuple[Glyphs, float]] = []
    x = 0.0
    for _, run in groupby(glyphs_of(_as_seen(text.strip()), weight), lambda glyphs: glyphs.face):
        several = list(run)
        for index, glyphs in enumerate(several):
            if not glyphs.text.isspace():
                placed.append((glyphs, x + _advance(several[:index])))
        x += _advance(several)
    return Line(text.strip(), tuple(placed), x)


def _advance(run: Sequence[Glyphs]) -> float:
    """How far glyphs of one face reach, in ems."""
    if not run:
        return 0.0
    if not run[0].face.path:
        return SIGN_WIDTH * len(run)
    words = "".join(glyphs.text for glyphs in run)
    return font(run[0].face, EM).getlength(words) / EM + BLANK * sum(glyphs.text.isspace() for glyphs in run)


def _as_seen(text: str) -> str:
    """Words from left to right: runs of right-to-left words are turned round, all if the text begins with one."""
    words = text.split(" ")
    runs = [(backward, list(run)) for backward, run in groupby(words, is_right_to_left)]
    if not any(backward for backward, _ in runs):
        return text
    ordered = [run[::-1] if backward else run for backward, run in runs]
    return " ".join(word for run in (ordered[::-1] if runs[0][0] else ordered) for word in run)


def _balanced(pieces: list[str], count: int, weight: int) -> list[Line]:
    """Pieces in at most `count` lines, the widest as narrow as can be found by filling towards a growing limit."""
    widths = [_line(piece, weight).width + (0.25 if piece.startswith(" ") else 0.0) for piece in pieces]
    limit = max(sum(widths) / count, *widths)
    while True:
        rows: list[list[str]] = [[]]
        reach = 0.0
        for piece, width in zip(pieces, widths, strict=True):
            if rows[-1] and reach + width > limit * 1.001:
                rows.append([])
                reach = 0.0
            rows[-1].append(piece)
            reach += width
        if len(rows) <= count:
            return [_line("".join(row), weight) for row in rows]
        limit *= 1.03


def _sizes(lines: Sequence[Line], width: float, height: float, *, even: bool) -> list[float]:
    """Metres per em of each line."""
    base = width / _widest(lines)
    sizes = [base if even else min(width / line.width, base * LARGEST) for line in lines]
    return [size * min(1.0, height / (sum(sizes) * LINE_STEP)) for size in sizes]
