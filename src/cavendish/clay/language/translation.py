"""Tokens of any language become units that read like English: English phrases in English order, the caller's words.

Where another language is heard, its phrases and those of the lexicon are matched side by side, the longest first, so
that both may stand in one prompt. What neither knows stays as it is, to be told in the caller's own words.
"""

from collections.abc import Sequence

from .callings import with_people
from .compounds import compounded
from .emblems import with_emblem
from .hearing import heard
from .idioms import in_plain_words
from .lexicon import lexicon
from .likenesses import as_stone
from .order import in_english_order
from .phrases import Unit, english_units, join
from .tokens import Token
from .tongues import Meaning, Tongue

__all__ = ["units"]

_TOLD = {"thing", "group", "carrier", "setting", "camera"}


def units(tokens: Sequence[Token]) -> list[Unit]:
    """Return the units of a text in whatever language it is."""
    english = english_units(compounded(tokens))
    tongue = heard(tokens, english)
    if tongue is None:
        return _as_meant(with_people(english))
    return _as_meant(in_english_order(_translated(tongue.spelled(tokens), tongue), tongue.order))


def _as_meant(found: Sequence[Unit]) -> list[Unit]:
    return as_stone(with_emblem(in_plain_words(found)))


def _translated(tokens: Sequence[Token], tongue: Tongue) -> list[Unit]:
    words = [token.word for token in tokens]
    found: list[Unit] = []
    start, end_of_strange = 0, -1
    while start < len(tokens):
        length, meanings = tongue.match(words, start)
        native, senses = lexicon().match(words, start)
        if native > length:
            length, meanings = native, (Meaning(" ".join(words[start : start + native]), senses),)
        spoken = join(token.original for token in tokens[start : start + max(length, 1)])
        if length:
            found += _meant(spoken, meanings)
        elif _is_han(words[start]) and end_of_strange == start:
            found[-1] = Unit(found[-1].words + spoken, found[-1].plain + words[start])
        else:
            found.append(Unit(spoken, words[start], quote=tokens[start].quote))
        start += max(length, 1)
        end_of_strange = end_of_strange if length else start
    return found


def _meant(spoken: str, meanings: Sequence[Meaning]) -> list[Unit]:
    """Return a unit for every English phrase; the words go with those that tell what is drawn, or with the first."""
    bearers = [n for n, meaning in enumerate(meanings) if any(sense.role in _TOLD for sense in meaning.senses)] or [0]
    return [
        Unit(spoken if place in bearers else "", meaning.plain or spoken.lower(), meaning.senses)
        for place, meaning in enumerate(meanings)
    ]


def _is_han(word: str) -> bool:
    return len(word) == 1 and "㐀" <= word <= "鿿"
