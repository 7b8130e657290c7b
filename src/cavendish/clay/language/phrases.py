"""Tokens become units: the longest phrases that the lexicon knows, quoted passages, stops and strange words.

A unit from another language carries the English phrase that it means as `plain`, and keeps the caller's own `words`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .lexicon import Sense, lexicon
from .tokens import Token

__all__ = ["Unit", "english_units", "join"]

MOST_MENDED = 24
_NO_BLANK = re.compile(r"(?<=['’]) | (?=[㐀-鿿])|(?<=[㐀-鿿]) ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A phrase with its senses. `words` is how the caller wrote it, `plain` how the lexicon spells it."""

    words: str
    plain: str
    senses: tuple[Sense, ...] = ()
    quote: str | None = None
    mended: str | None = None

    def sense(self, *roles: str) -> Sense | None:
        """Return the first sense that has one of the roles."""
        return next((sense for role in roles for sense in self.senses if sense.role == role), None)

    def has(self, *roles: str) -> bool:
        """Say whether some sense has one of the roles."""
        return self.sense(*roles) is not None

    @property
    def is_stop(self) -> bool:
        """Say whether it is a comma or the end of a sentence."""
        return self.plain in {",", "."}

    @property
    def is_number(self) -> bool:
        """Say whether it is written in digits."""
        return self.plain.isdecimal()


def english_units(tokens: Sequence[Token]) -> list[Unit]:
    """Return the units of a text, read as English."""
    words = [token.word for token in tokens]
    found: list[Unit] = []
    start, mends = 0, MOST_MENDED
    while start < len(tokens):
        length, senses = lexicon().match(words, start)
        length = max(length, 1)
        token = tokens[start]
        unit = Unit(
            join(token.original for token in tokens[start : start + length]),
            " ".join(words[start : start + length]),
            senses,
            token.quote,
        )
        if not senses and not unit.is_stop and token.quote is None and mends:
            mends -= 1
            unit = _mend(unit)
        found.append(unit)
        start += length
    return found


def join(words: Iterable[str]) -> str:
    """Return words written one after the other, without a blank after an apostrophe and in Chinese."""
    return _NO_BLANK.sub("", " ".join(words))


def _mend(unit: Unit) -> Unit:
    mended = lexicon().mend(unit.plain)
    if mended is None or "-" in unit.plain:
        return unit
    return Unit(unit.words, mended, lexicon().senses(mended), mended=mended)
