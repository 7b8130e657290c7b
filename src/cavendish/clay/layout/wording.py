"""Which words a picture spells out, where, and in how many lines."""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.language import Content
from cavendish.clay.scene import MAX_LETTERINGS, MAX_TEXT, Lettering

__all__ = ["in_lines", "letterings_of", "spelled_out"]

MOST_LETTERS = 60
MOST_LINES = 6
LETTER_WIDTH, LINE_HEIGHT = 0.62, 1.2
BAND = 0.44
LONGEST_SHOUT = 34
_BOARDS = {
    "menu": ("menu", "price", "prices"),
    "card": ("card", "invitation", "postcard", "certificate"),
    "logo": ("logo", "emblem", "badge"),
    "sign": ("sign", "signboard"),
    "banner": ("banner",),
}
_POSTERS = {"", "poster", "flyer", "flier", "leaflet", "notice", "placard", "billboard"}


def letterings_of(content: Content, *, ratio: float) -> tuple[Lettering, ...]:
    """Return the letterings of a new picture: in the middle when they are alone, else above the things.

    What is on a menu, a card and the like is on one board, and so is a poster's text where it is no mere shout.
    """
    place = "top" if content.things or content.village else "center"
    quotes = content.letterings[:MAX_LETTERINGS]
    if not (content.things or content.village):
        quotes = [replace(lettering, on=None) for lettering in quotes]
    if captions := [lettering for lettering in quotes if lettering.on]:
        high = captions[: len(captions) - 1]
        return tuple(
            replace(lettering, place="bottom" if lettering.on and lettering not in high else "top")
            for lettering in quotes
        )
    text = "\n".join(lettering.text for lettering in quotes)
    pictured = bool(content.things or content.village or content.settings.get("place"))
    if board := _board(content.carrier or "", text, pictured=pictured, things=bool(content.things)):
        return (replace(quotes[0], text=text[:MAX_TEXT], place=place, on=board),)
    places = [place] if len(quotes) < 2 or place == "top" else ["top", *["center"] * (len(quotes) - 2), "bottom"]
    return tuple(
        replace(lettering, text=in_lines(lettering.text, ratio=ratio * len(quotes)), place=places[number % len(places)])
        for number, lettering in enumerate(quotes)
    )


def _board(carrier: str, text: str, *, pictured: bool, things: bool) -> str | None:
    """Return the board that a text stands on, None for letters that stand free; `pictured` where there is more to see
    than the text, which a board would hide. An emblem of `things` needs no logo's board with a star."""
    if not text:
        return None
    named = next((board for board, words in _BOARDS.items() if set(words) & set(carrier.split())), None)
    named = None if carrier == "neon sign" or (named == "logo" and things) else named
    free = _is_shout(text) or (pictured and len(text) <= LONGEST_SHOUT)
    free = free or (carrier not in _POSTERS and len(text) <= MOST_LETTERS)
    return named or (None if free else "poster")


def _is_shout(text: str) -> bool:
    """Say whether a text is short and loud, to be set in free letters between balloons."""
    loud = text.isupper() or text.endswith("!")
    return loud and len(text) <= LONGEST_SHOUT and not any(sign.isdecimal() for sign in text)


def spelled_out(words: Sequence[str], *, ratio: float) -> tuple[Lettering, ...]:
    """Return words as the lettering of a poster, for want of anything to draw."""
    text = " ".join(words)[:MOST_LETTERS].strip()
    return (Lettering(in_lines(text, ratio=ratio)),) if text else ()


def in_lines(text: str, *, ratio: float) -> str:
    """Break a text into the lines that let its letters be largest in a frame of width to height `ratio`."""
    if "\n" in text:
        return text
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
