"""Words and phrases looked for in what people wrote: whole words, whatever their case and accents.

    "acme"            that word
    "logo of"         those words, one after the other
    "adverti*"        any word that begins so
    "remove … logo"   up to three words between the two

Scripts that put no blanks between words, such as Chinese and Thai, are read sign by sign, so that a phrase is found
wherever it stands.
"""

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["Phrases", "plain"]

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
GAP = "…"
STRUCK = "|"  # in the place of what was struck out; no word, so that what stood around it does not join


def plain(text: str) -> str:
    """The words of a text, case-folded, without accents and punctuation, one blank between them."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(WORD.findall("".join(sign for sign in letters if not unicodedata.combining(sign))))


class Phrases:
    """Some phrases, looked for in texts made `plain`."""

    def __init__(self, phrases: Iterable[str]) -> None:
        patterns = sorted(filter(None, map(_pattern, phrases)), key=len, reverse=True)
        self._found = re.compile(f"(?<![^ ])(?:{'|'.join(patterns) or '(?!)'})(?![^ ])")

    def begin(self, words: str) -> bool:
        """Whether the words begin with one of these."""
        return self._found.match(words) is not None

    def are_in(self, words: str) -> bool:
        """Whether the words hold one of these."""
        return self._found.search(words) is not None

    def struck_from(self, words: str) -> str:
        """The words without these."""
        return self._found.sub(STRUCK, words)


def _pattern(phrase: str) -> str:
    pieces = []
    for word in phrase.split():
        if word == GAP:
            pieces.append("(?:[^ ]+ ){0,3}")
        elif letters := plain(word):
            pieces.append(letters + ("[^ ]* " if word.endswith("*") else " "))
    return "".join(pieces).removesuffix(" ")
