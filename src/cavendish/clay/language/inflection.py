"""How the words of a language change their ends, as data: the longest ending that fits gives all forms of a word.

A table of endings maps what a word ends in to what stands there instead: `"eau" = "eau, eaux"` in French, `"o" = "o, a,
os, as"` in Spanish; "-" is no ending at all, and "" fits every word. What no table says is listed word by word, the
plural behind a slash: "Apfel/Äpfel"; nothing behind the slash means that there is none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Inflection", "listed"]

Endings = Mapping[str, Sequence[str]]
NO_ENDING = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """The tables of one language: `plural` makes plurals of nouns, `one` and `many` add what cases do to either.

    `first` says that of a noun of several words the first is the one that changes ("pomme de terre"), not the last.
    """

    first: bool = False
    plural: Endings = field(default_factory=dict)
    one: Endings = field(default_factory=dict)
    many: Endings = field(default_factory=dict)
    adjective: Endings = field(default_factory=dict)

    def noun(self, entry: str) -> tuple[list[str], list[str]]:
        """Return the forms that mean one and those that mean several, of "word" or "word/its plural"."""
        single, slash, several = (part.strip() for part in entry.partition("/"))
        plurals = [several] if slash and several else [] if slash else self._noun_forms(single, self.plural)
        singulars = [single, *self._noun_forms(single, self.one)] if single else []
        return singulars, [form for plural in plurals for form in (plural, *self._noun_forms(plural, self.many))]

    def adjectives(self, entry: str) -> list[str]:
        """Return the forms of a word that agrees with its noun; only what is a single word changes."""
        return [entry] if " " in entry else [entry, *_formed(entry, self.adjective)]

    def _noun_forms(self, noun: str, endings: Endings) -> list[str]:
        first, blank, rest = noun.partition(" ") if self.first else ("", "", noun)
        if self.first:
            return [f"{form}{blank}{rest}" for form in _formed(first, endings)]
        return _formed(rest, endings)


def listed(text: str) -> list[str]:
    """Return the parts of a list that commas part."""
    return [name for part in text.split(",") if (name := part.strip())]


def _formed(word: str, endings: Endings) -> list[str]:
    for length in range(len(word), -1, -1):
        end = word[len(word) - length :]
        if end in endings:
            stem = word[: len(word) - length]
            return [stem + form.replace(NO_ENDING, "") for form in endings[end]]
    return []
