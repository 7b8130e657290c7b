"""What words mean to Clay: longest match over the phrases of lexicon.toml.

A phrase may have several senses ("orange" is a fruit and a colour, "table" a thing and a place); which of them is
meant depends on the words around it, so the grammar decides. Misspellings are mended timidly: a word is only taken
for another when it is nearly that word and is not a real word of its own.
"""

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from PIL import ImageColor

from .tokens import plain_words

__all__ = ["Lexicon", "Sense", "lexicon"]

Phrase = tuple[str, ...]
SHORTEST_MISSPELLING = 5
LONGEST_MISSPELLING = 20
LONG_MISSPELLING = 10
LEAST_LIKENESS = 0.7


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a phrase: its role in a sentence ("thing", "color", "relation" …) and what it stands for."""

    role: str
    value: str
    plural: bool = False


class Lexicon:
    """All phrases and their senses, with the few tables that say what things are good for."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._senses: dict[Phrase, list[Sense]] = {}
        self.places: dict[str, tuple[str, ...]] = {}
        self.uses: dict[str, frozenset[str]] = {use: frozenset(_listed(text)) for use, text in data["uses"].items()}
        self.wider: dict[str, frozenset[str]] = {noun: frozenset(_listed(text)) for noun, text in data["wider"].items()}
        self.real = frozenset(_listed(data["real"]["words"]))
        self._natural_plurals = frozenset(_listed(data["natural_plural"]["words"]))
        for family in data["things"].values():
            self._add_family(family)
        self._add_odd_plurals(data["plurals"])
        self._add_colors(data)
        for table, role in _TABLES.items():
            for value, text in data[table].items():
                self._add(role, value, _listed(text))
        self._add("carrier", "poster", self.uses["carriers"])
        self._add("filler", "", _listed(data["fillers"]["words"]))
        self._add("content", "", _listed(data["contents"]["words"]))
        self.longest = max(map(len, self._senses))
        self._single_words = sorted({phrase[0] for phrase in self._mendable()})

    def match(self, words: Sequence[str], start: int) -> tuple[int, tuple[Sense, ...]]:
        """Return how many words from `start` on form the longest known phrase, and its senses; (0, ()) if none."""
        for length in range(min(self.longest, len(words) - start), 0, -1):
            if senses := self._senses.get(tuple(words[start : start + length])):
                return length, tuple(senses)
        return 0, ()

    def senses(self, phrase: str) -> tuple[Sense, ...]:
        """Return the senses of one whole phrase."""
        return tuple(self._senses.get(plain_words(phrase), ()))

    def entries(self) -> Iterator[tuple[str, tuple[Sense, ...]]]:
        """Yield every phrase with its senses."""
        for phrase, senses in self._senses.items():
            yield " ".join(phrase), tuple(senses)

    def mend(self, word: str) -> str | None:
        """Return the word that a misspelling was meant to be, None when that is not plain."""
        if not SHORTEST_MISSPELLING <= len(word) <= LONGEST_MISSPELLING or word in self.real or not word.isascii():
            return None
        for other in difflib.get_close_matches(word, self._single_words, n=5, cutoff=LEAST_LIKENESS):
            if word[0] == other[0] and not _is_inflected(word, other) and _is_slip(word, other):
                return other
        return None

    def _add(self, role: str, value: str, phrases: Iterable[str], *, plural: bool = False) -> None:
        for phrase in phrases:
            senses = self._senses.setdefault(plain_words(phrase), [])
            if (sense := Sense(role, value, plural)) not in senses:
                senses.append(sense)

    def _add_family(self, family: Mapping[str, str]) -> None:
        places = tuple(_listed(family["places"]))
        for kind, names in family.items():
            if kind == "places":
                continue
            self.places[kind] = places
            singular = [kind.replace("_", " "), *_listed(names)]
            self._add("thing", kind, singular)
            countable = [name for name in singular if name not in self._natural_plurals]
            self._add("thing", kind, (many for name in countable for many in _plurals(name)), plural=True)

    def _add_odd_plurals(self, plurals: Mapping[str, str]) -> None:
        for many, one in plurals.items():
            for sense in self.senses(one):
                if sense.role == "thing":
                    self._add("thing", sense.value, [many], plural=many != one)

    def _add_colors(self, data: Mapping[str, Any]) -> None:
        own: dict[str, str] = data["colors"]
        for name, value in own.items():
            self._add("color", value, [name])
        other_words = set(_listed(data["not_colors"]["words"])) | set(own)
        for name, css in ImageColor.colormap.items():
            if name not in other_words and isinstance(css, str):
                self._add("color", css, [name, *_parted(name)])

    def _mendable(self) -> Iterator[Phrase]:
        for phrase, senses in self._senses.items():
            named = any(sense.role in {"thing", "color", "setting"} for sense in senses)
            if named and len(phrase) == 1 and len(phrase[0]) >= SHORTEST_MISSPELLING:
                yield phrase


_TABLES = {
    "numbers": "number",
    "ordinals": "ordinal",
    "materials": "material",
    "sizes": "size",
    "settings": "setting",
    "camera": "camera",
    "relations": "relation",
    "sides": "side",
    "poses": "pose",
    "formations": "formation",
    "groups": "group",
    "idioms": "idiom",
    "bodies": "body",
    "firms": "firm",
    "verbs": "verb",
    "bigger": "bigger",
    "turns": "turn",
    "pronouns": "pronoun",
    "articles": "article",
}


@cache
def lexicon() -> Lexicon:
    """Return the one lexicon, read from its file at the first call."""
    return Lexicon(tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text("utf-8")))


def _listed(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := part.strip())]


def _plurals(name: str) -> list[str]:
    """The plural, and what those write who put an s behind everything."""
    if name.endswith(("s", "x", "ch", "sh")):
        return [f"{name}es", f"{name}s"]
    if name.endswith("y") and name[-2] not in "aeiou":
        return [f"{name[:-1]}ies"]
    return [f"{name}s", f"{name}es"] if name.endswith("o") else [f"{name}s"]


def _is_inflected(word: str, other: str) -> bool:
    """Say whether a word only has another ending: "presented" is no misspelt present, a violinist no violin."""
    return word.startswith(other.removesuffix("s").removesuffix("e"))


def _is_slip(word: str, other: str) -> bool:
    """Say whether two words are the same but for one slip of the pen, or for two if they are long and end alike."""
    if sorted(word) == sorted(other):
        return True
    slips = 2 if len(word) >= LONG_MISSPELLING and word[-1] == other[-1] else 1
    return len(word) > SHORTEST_MISSPELLING and _slips(word.replace("ph", "f"), other.replace("ph", "f")) <= slips


def _slips(word: str, other: str) -> int:
    """Count the letters that must be put in, left out, changed or swapped to make one word of another."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        now = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == wanted
            now.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, last = last, now
    return last[-1]


def _parted(name: str) -> list[str]:
    """Spellings of a CSS colour in two words: "darkred" is also "dark red"."""
    for prefix in ("dark", "light", "medium", "deep", "pale", "hot", "royal", "sky", "steel", "forest", "lime", "sea"):
        if name.startswith(prefix) and len(name) > len(prefix) + 2:
            return [f"{prefix} {name[len(prefix) :]}"]
    return []
