"""Which words a picture spells out, where, and in how many lines."""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.language import Content
from cavendish.clay.scene import MAX_LETTERINGS, Lettering

__all__ = ["in_lines", "letterings_of", "spelled_out"]

MOST_LETTERS = 60
MOST_LINES = 6
LETTER_WIDTH, LINE_HEIGHT = 0.62, 1.2
BAND = 0.44


def letterings_of(content: Content, *, ratio: float) -> tuple[Lettering, ...]:
    """Return the letterings of a new picture: in the middle when they are alone, else above the things."""
    place = "top" if content.things or content.village else "center"
    quotes = content.letterings[:MAX_LETTERINGS]
    places = [place] if len(quotes) < 2 or place == "top" else ["top", *["center"] * (len(quotes) - 2), "bottom"]
    return tuple(
        replace(lettering, text=in_lines(lettering.text, ratio=ratio * len(quotes)), place=places[number % len(places)])
        for number, lettering in enumerate(quotes)
    )


def spelled_out(words: Sequence[str], *, ratio: float) -> tuple[Lettering, ...]:
    """Return words as the lettering of a poster, for want of anything to draw."""
    text = " ".join(words)[:MOST_LETTERS].strip()
    return (Lettering(in_lines(text, ratio=ratio)),) if text else ()


def in_lines(text: str, *, ratio: float) -> str:
    """Break a text into the lines that let its letters be largest in a frame of width to height `ratio`."""
    words = text.split()
    candidates = [
        _broken(words, width) for width in sorted({len(" ".join(words[:n])) for n in range(1, len(words) + 1)})
    ]
    few = [lines for lines in candidates if len(lines) <= MOST_LINES] or [[text]]
    return "\n".join(max(few, key=lambda lines: _letter_size(list(lines), ratio)))


def _broken(words: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _letter_size(lines: list[str], ratio: float) -> float:
    longest = max(len(line) for line in lines)
    return min(ratio / (longest * LETTER_WIDTH), BAND / (len(lines) * LINE_HEIGHT))
