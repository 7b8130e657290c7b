"""Adjectives made of several words, as in "sun-etched" and "two-story": no half of them is a thing or a number.

They become one word, which is told as a whole; those that the lexicon knows as a phrase ("rim-lit", "ice-cream") stay.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from .lexicon import lexicon
from .tokens import Token

__all__ = ["compounded"]

_ADJECTIVE = re.compile(r"([a-z]{2,}(ed|ing)|lit|like|style|free|based|themed|inspired|sized|proof|made|faced|eyed)")
_MEASURE = re.compile(r"(stor(e?y|ied)|panels?|degrees?|page|piece|seater|person|wheeled|wheeler|door|year|layer)")
_TAKEN_APART = {"style", "styled", "shaped", "sized", "colored", "coloured"}
_TELLING = {"thing", "number", "pose", "formation"}


def compounded(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with each hyphenated adjective that names a thing or a number in one piece."""
    found: list[Token] = []
    start = 0
    while start < len(tokens):
        end = start + 1
        while end < len(tokens) and tokens[end].joined:
            end += 1
        run = tokens[start:end]
        found += [_whole(run)] if _is_adjective(run) else run
        start = end
    return found


def _is_adjective(run: Sequence[Token]) -> bool:
    words = [token.word for token in run]
    if len(run) < 2 or words[-1] in _TAKEN_APART or lexicon().match(words, 0)[0] == len(words):
        return False
    if not (_ADJECTIVE.fullmatch(words[-1]) or _MEASURE.fullmatch(words[-1])):
        return False
    senses = [sense for word in words[:-1] for sense in lexicon().senses(word)]
    telling = any(sense.role in _TELLING for sense in senses) or words[0].isdecimal()
    return telling and not any(sense.role in {"setting", "color", "material"} for sense in senses)


def _whole(run: Sequence[Token]) -> Token:
    return replace(
        run[0], word="-".join(token.word for token in run), original="-".join(token.original for token in run)
    )
