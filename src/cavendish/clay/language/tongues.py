"""Languages besides English: each is a file in `words` that maps its words onto the English phrases of the lexicon.

So a language says nothing of what words mean to Clay, only what they mean in English: "Kater" is "cat", and whatever
the lexicon knows of cats holds for it. An English side of several phrases stands for all of them ("im" is "in the"),
an empty one for nothing, and "?" for a word that English would mistake (a French "main" is no main thing). Forms come
from the tables of `inflection`; every sign that `spellings` names may also be written in the other way.
"""

import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from .inflection import Inflection, listed
from .lexicon import Lexicon, Sense, lexicon
from .tokens import Token, parted, plain_words, tokenize

__all__ = ["Meaning", "Tongue", "tongues"]

LANGUAGES = ("de", "fr", "es", "zh")
Phrase = tuple[str, ...]
STRANGE = "?"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An English phrase and its senses; a mark, which only word order needs, is a sense of the role "mark"."""

    plain: str
    senses: tuple[Sense, ...]


class Tongue:
    """What the phrases of one language mean, how it orders them, and which of its words are English ones, too."""

    def __init__(self, data: Mapping[str, Any], english: Lexicon) -> None:
        self.order: frozenset[str] = frozenset(listed(data.get("order", "")))
        self._english = english
        self._spellings = str.maketrans(data.get("spellings", {}))
        self._contractions = {word: listed(text) for word, text in data.get("contractions", {}).items()}
        self._elisions = {word: listed(text) for word, text in data.get("elisions", {}).items()}
        self._phrases: dict[Phrase, list[Meaning]] = {}
        self._add_nouns(data)
        for table in ("adjectives", "words", "locatives"):
            self._add_table(table, data.get(table, {}), _inflection(data))
        for mark, text in data.get("marks", {}).items():
            self._add_forms(listed(text), [Meaning(mark, (Sense("mark", mark),))])
        self._add_measures(listed(data.get("measures", "")), data["words"])
        self._longest = max(map(len, self._phrases))
        self._also_english = {word for text in listed(data["also_english"]) for word in plain_words(text)}

    def meanings(self) -> Iterator[Sequence[Meaning]]:
        """Yield what every phrase means."""
        yield from self._phrases.values()

    def spelled(self, tokens: Iterable[Token]) -> list[Token]:
        """Return the tokens parted and in the other spelling, which tells "Äpfel" from "Apfel" and is known of all."""
        return [self._respelled(token) if token.quote is None else token for token in parted(tokens)]

    def _respelled(self, token: Token) -> Token:
        spelling = token.original.casefold()
        other = spelling.translate(self._spellings)
        return token if other == spelling else replace(token, word=_words(other)[0])

    def match(self, words: Sequence[str], start: int) -> tuple[int, Sequence[Meaning]]:
        """Return how many words from `start` on form the longest phrase that is known, and what it means."""
        for length in range(min(self._longest, len(words) - start), 0, -1):
            meanings = self._phrases.get(tuple(words[start : start + length]))
            if meanings is not None:
                return length, meanings
        return 0, ()

    def share(self, tokens: Iterable[Token], english: Container[str]) -> float:
        """Return how many words of a text are known; those that might be English count half if English has no use for
        them, and so do single letters."""
        words = [token.word for token in self.spelled(tokens)]
        start, known = 0, 0.0
        while start < len(words):
            length, _ = self.match(words, start)
            known += sum(1.0 if word in english else self._weight(word) for word in words[start : start + length])
            start += max(length, 1)
        return known

    def _weight(self, word: str) -> float:
        return 0.5 if word in self._also_english or (len(word) == 1 and word.isascii()) else 1.0

    def _add_nouns(self, data: Mapping[str, Any]) -> None:
        inflection = _inflection(data)
        for english, text in data["nouns"].items():
            one = self._english_side(english)
            several = [replace(meaning, senses=_several(meaning.senses)) for meaning in one]
            for entry in listed(text):
                singulars, plurals = inflection.noun(entry.casefold())
                self._add_forms(singulars[:1], one)
                self._add_forms([form for form in plurals if form not in singulars[:1]], several)
                self._add_forms([form for form in singulars if form not in plurals], one)

    def _add_table(self, table: str, entries: Mapping[str, str], inflection: Inflection) -> None:
        for english, text in entries.items():
            meanings = self._english_side(english)
            if table == "locatives":
                meanings = [replace(meaning, senses=(*meaning.senses, Sense("mark", "after"))) for meaning in meanings]
            for entry in listed(text):
                forms = inflection.adjectives(entry.casefold()) if table == "adjectives" else [entry]
                self._add_forms(forms, meanings)

    def _add_measures(self, measures: Sequence[str], words: Mapping[str, str]) -> None:
        """Let every number take every measure word: "三" and "三只" are both three."""
        for english, text in words.items():
            if any(sense.role in {"number", "article"} for sense in self._english.senses(english)):
                meanings = self._english_side(english)
                self._add_forms([number + measure for number in listed(text) for measure in measures], meanings)

    def _english_side(self, english: str) -> list[Meaning]:
        if english == STRANGE:
            return [Meaning("", ())]
        words, start = plain_words(english), 0
        meanings: list[Meaning] = []
        while start < len(words):
            length, senses = self._english.match(words, start)
            if not length:
                raise ValueError(f"the lexicon has no {' '.join(words[start:])!r}")
            meanings.append(Meaning(" ".join(words[start : start + length]), senses))
            start += length
        return meanings

    def _add_forms(self, forms: Iterable[str], meanings: Sequence[Meaning]) -> None:
        for form in forms:
            for spelling in {form, form.translate(self._spellings)}:
                self._add_spelling(_words(spelling), meanings)

    def _add_spelling(self, phrase: Phrase, meanings: Sequence[Meaning]) -> None:
        """Add a phrase; one that ends in a preposition also with what that becomes before an article or a vowel."""
        self._add(phrase, meanings)
        if len(phrase) > 1:
            for end in self._elisions.get(phrase[-1], ()):
                self._add((*phrase[:-1], end), meanings)
            for end in self._contractions.get(phrase[-1], ()):
                self._add((*phrase[:-1], end), [*meanings, *self._english_side("the")])

    def _add(self, phrase: Phrase, meanings: Sequence[Meaning]) -> None:
        """Add what a phrase means; to one English phrase the senses of another may come, the first stays the first."""
        known = self._phrases.get(phrase)
        if known is None:
            self._phrases[phrase] = list(meanings)
        elif len(known) == len(meanings) == 1:
            more = tuple(sense for sense in meanings[0].senses if sense not in known[0].senses)
            known[0] = replace(known[0], senses=known[0].senses + more)


@cache
def tongues() -> tuple[Tongue, ...]:
    """Return the languages besides English, read from their files at the first call."""
    folder = resources.files(__package__).joinpath("words")
    texts = (folder.joinpath(f"{language}.toml").read_text("utf-8") for language in LANGUAGES)
    return tuple(Tongue(tomllib.loads(text), lexicon()) for text in texts)


def _words(form: str) -> Phrase:
    if form.isascii() and form.islower() and form.replace(" ", "").isalpha():
        return tuple(form.split())
    return tuple(token.word for token in parted(tokenize(form)))


def _inflection(data: Mapping[str, Any]) -> Inflection:
    tables = data.get("endings", {})
    endings = {name: {end: listed(forms) for end, forms in table.items()} for name, table in tables.items()}
    return Inflection(first="nouns_first" in listed(data.get("order", "")), **endings)


def _several(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Return the senses of a plural: of places and the like it says nothing, unless it names nothing else."""
    things = tuple(replace(sense, plural=True) for sense in senses if sense.role == "thing")
    return things or tuple(senses)
