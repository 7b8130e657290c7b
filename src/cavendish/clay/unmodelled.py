"""Nouns that Clay neither models nor inflates: the word itself is set into the scene, on a sign.

A prompt is told anew with a stand-in for each of them, a sign that the grammar knows and so can count, place and relate
like anything else; afterwards the signs get their words. Which unknown word is such a noun is told by what stands round
it: an article or a number before it, or the beginning of the prompt, and no noun behind it. In doubt it is none: the
answer tells of every word that was not drawn anyhow.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from .composition import Composition
from .language import Unit, tokenize, units
from .scene import MAX_TEXT, MAX_WORDS, Item, Scene

__all__ = ["Retelling", "labelled", "refound", "retold"]

STAND_INS = ("first stand in", "second stand in", "third stand in")
_HALF_NOUNS = ("color", "material", "size", "ordinal", "filler")
_TELLING = ("thing", "group", "carrier", "setting", "relation", "side", "pronoun")
_LIKE_ADJECTIVES = re.compile(r"(al|ic|ful|ous|ive|less|[ai]ble|ish|esque|like|ed|ing|(?<!f)ly|[dht]ern|ary|est)$")
_LINKS = re.compile(r"(to|of|for|from|and|or|with|as|so|by|on|in|at|is|are|it|its|not|but|than|that|which)")
_MAKERS = re.compile(r"(style|styled|like|shaped|inspired|themed|colored|coloured|based|free|made|looking)")
_HAVING = {"with", "has", "having", "wearing", "wears", "smoking"}
MOST_WORDS = 2
LONG, OPENING = 40, 12  # in a prompt of so many words only those at its beginning say what it is about
_LIKE_VERBS = re.compile(r"(ing|ed|ly)$")


@dataclass(frozen=True, slots=True)
class Retelling:
    """A prompt with stand-ins, and the words that they stand in for, in their order."""

    prompt: str
    words: tuple[str, ...]


def retold(prompt: str, *, edit: bool = False) -> Retelling:
    """The prompt with stand-ins for unknown nouns, the first few; it is as it was where there are none.

    An edit says what it adds: what it begins with is no noun.
    """
    found = units(tokenize(prompt))
    words: list[str] = []
    for start, end in _strange_runs(found):
        text = " ".join(unit.words for unit in found[start:end])
        subordinate = len(found) > LONG and start > OPENING
        said = subordinate or _is_attribute(found[:start])
        if len(words) == len(STAND_INS) or said or not _is_noun(found, start, end, edit):
            continue
        told, times = re.subn(_spelled(found[start:end]), STAND_INS[len(words)], prompt)
        if times:
            prompt = told
            words.append(text)
    return Retelling(prompt, tuple(words))


def refound(prompt: str, scene: Scene) -> str:
    """The prompt with "the sign" for the word on it, so that who asked for a quokka can speak of it again."""
    signs = [item for item in scene.items if item.kind == "sign"]
    if len(signs) != 1 or signs[0].noun != signs[0].text:
        return prompt
    return re.sub(rf"\bthe {re.escape(signs[0].noun)}\b", "the sign", prompt, flags=re.IGNORECASE)


def labelled(made: Composition, words: Sequence[str]) -> Composition:
    """The composition with the words on those signs that stand in for them, and told as not drawn."""
    texts = dict(zip(STAND_INS, words, strict=False))
    items = tuple(_with_word(item, texts.get(item.noun.lower())) for item in made.scene.items)
    unknown = tuple(dict.fromkeys((*words, *made.unknown)))[:MAX_WORDS]
    scene = replace(made.scene, items=items, unknown=unknown if words else made.scene.unknown)
    drawn = tuple(word for word in made.drawn if word.lower() not in STAND_INS)
    return replace(made, scene=scene, unknown=unknown, drawn=drawn)


def _with_word(item: Item, word: str | None) -> Item:
    return item if word is None else replace(item, noun=word[:MAX_TEXT], text=item.text or word[:MAX_TEXT])


def _strange_runs(found: Sequence[Unit]) -> Iterable[tuple[int, int]]:
    """Where unknown words stand in a row, without the adjectives before and the verbs behind them."""
    start = 0
    while start < len(found):
        end = start
        while (
            end < len(found) and _is_strange(found[end]) and not (end > start and _LIKE_VERBS.search(found[end].plain))
        ):
            end += 1
        if end > start and not (_LIKE_ADJECTIVES.search(found[start].plain) and end - start > 1):
            yield start, end
            start = end
        else:
            start += 1


def _is_strange(unit: Unit) -> bool:
    return not (unit.senses or unit.is_stop or unit.is_number or unit.quote) and unit.plain.isalpha()


def _is_noun(found: Sequence[Unit], start: int, end: int, edit: bool) -> bool:
    last = found[end - 1].plain
    shapeless = last in _shapeless() or last.removesuffix("s") in _shapeless()
    if end - start > MOST_WORDS or shapeless or _LIKE_ADJECTIVES.search(last):
        return False
    return not _goes_on(found[end:]) and _is_introduced(found[:start], edit)


def _is_attribute(before: Sequence[Unit]) -> bool:
    """Say whether the unknown is only had by what is drawn, as in "a wizard with a staff": a sign would be louder."""
    said = (unit for unit in reversed(before) if unit.senses and not unit.has(*_HALF_NOUNS[:4], "article", "number"))
    link = next(said, None)
    return link is not None and link.plain in _HAVING and any(unit.has("thing") for unit in before)


def _goes_on(rest: Sequence[Unit]) -> bool:
    """Say whether a noun is still to come: the word before was an adjective."""
    while rest and _is_strange(rest[0]) and rest[0].plain.endswith("ed"):
        rest = rest[1:]
    if not rest:
        return False
    if rest[0].plain != ",":
        noun_follows = rest[0].has("thing", "group", "carrier", "setting", *_HALF_NOUNS[:3])
        return noun_follows or bool(_MAKERS.fullmatch(rest[0].plain))
    end = next((number for number, unit in enumerate(rest[1:], start=1) if unit.is_stop), len(rest))
    listed = rest[1:end]
    return len(listed) > 1 and not (listed[0].is_number or listed[0].has("article", "number"))


def _is_introduced(before: Sequence[Unit], edit: bool) -> bool:
    """Say whether a noun phrase begins here: with "a" or a number, or with the prompt."""
    for number in range(len(before) - 1, -1, -1):
        unit = before[number]
        if unit.is_number or unit.has("number") or any(s.role == "article" and s.value == "any" for s in unit.senses):
            return True
        if (
            _LINKS.fullmatch(unit.plain)
            or not (unit.has(*_HALF_NOUNS, "article") or _LIKE_ADJECTIVES.search(unit.plain))
            or unit.has(*_TELLING)
        ):
            return unit.has("verb") and not any(other.has(*_TELLING[:4]) for other in before[:number])
    return not edit


def _spelled(run: Sequence[Unit]) -> str:
    return r"(?<!\w)" + r"[\W_]+".join(re.escape(unit.words) for unit in run) + r"(?!\w)"


@cache
def _shapeless() -> frozenset[str]:
    data = tomllib.loads(resources.files(__package__).joinpath("unmodelled.toml").read_text("utf-8"))
    return frozenset(word.strip() for words in data["shapeless"].values() for word in words.split(","))
