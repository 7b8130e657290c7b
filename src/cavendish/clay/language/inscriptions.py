"""Texts to be spelled out: what announces them without quotation marks, how long they may be, and what carries them.

"a sign that says STOP", "the word HELLO", "a mug with 'HELLO' on it": words belong to the thing that was named last,
and where that has no place for them a sign beside it shows them, or a bubble over its head says them.
"""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.objects import KINDS
from cavendish.clay.objects.prints import carries_words
from cavendish.clay.scene import MAX_TEXT, Lettering

from .content import Carrier, Content, Link, Thing
from .phrases import Unit

__all__ = [
    "announces",
    "captions",
    "carrier_of",
    "is_about_words",
    "is_aloud",
    "is_board",
    "leads_to_text",
    "seated",
    "shortened",
    "spoken",
]

_ANNOUNCING = {
    *("word", "words", "text", "title", "letters", "lettering"),
    *("caption", "slogan", "headline", "inscription"),
}

_READING = {"read", "reads", "reading"}
_NAMING = {"called", "named"}
_ALOUD = {
    *("say", "says", "saying", "that says", "which says", "that say"),
    *("qui dit", "disant", "que dice", "diciendo", "sagt", "der sagt", "die sagt", "das sagt"),
}
_BUBBLE = "speech_bubble"
_LYING = {"lie", "sleep", "flat"}
"""Poses in which what is written on somebody's front would not be seen."""


def announces(unit: Unit, rest: Sequence[Unit], *, on_sign: bool) -> bool:
    """Say whether the words after a unit are to be spelled out; `on_sign` says that there is something to read."""
    verb = unit.sense("verb")
    if (verb is not None and verb.value == "write") or (on_sign and unit.plain in _READING):
        return True
    if on_sign and unit.plain in _NAMING and bool(rest) and rest[0].quote is None and rest[0].words[:1].isupper():
        return True
    if unit.plain == "number" and bool(rest) and rest[0].is_number:
        return True
    return unit.plain in _ANNOUNCING and bool(rest) and rest[0].quote is None and rest[0].words[:1].isupper()


def spoken(rest: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units to be spelled out, up to a stop; none where a quoted text follows, for that is read by itself.

    Where they start with a capital, a relation in small letters ends them: "a sign that says STOP on a street".
    """
    capital = bool(rest) and (rest[0].words[:1].isupper() or rest[0].is_number)
    for number, unit in enumerate(rest):
        if unit.quote is not None:
            return ()
        small = unit.words[:1].islower() and unit.has("relation", "side", "setting")
        if unit.is_stop or (capital and small):
            return rest[:number]
    return rest


def is_aloud(unit: Unit) -> bool:
    """Say whether a verb of writing may as well be one of speaking."""
    return unit.words.lower() in _ALOUD


def is_about_words(unit: Unit) -> bool:
    """Say whether a noun means nothing but words, which something else carries: "a mug with the slogan …"."""
    return unit.plain in _ANNOUNCING


def is_board(carrier: str | None) -> bool:
    """Say whether a carrier is a thing made to be read, so that words spoken of later are on it: a poster, a card."""
    return carrier is not None and carrier not in _ANNOUNCING


def carrier_of(unit: Unit, before: str | None) -> str:
    """Return what carries the words, after one that may: a logo goes on to do so when "the text" is spoken of."""
    return before if before is not None and is_board(before) and is_about_words(unit) else unit.plain


def captions(unit: Unit) -> bool:
    """Say whether words announced by a unit stand below the picture."""
    return not {"caption", "captions"}.isdisjoint(unit.plain.split())


def leads_to_text(units: Sequence[Unit], position: int) -> bool:
    """Say whether a stop only leads to a quoted text, as in `a mug that says: "HELLO"`."""
    unit, following = units[position], units[position + 1 : position + 2]
    if not unit.is_stop or not following or following[0].quote is None:
        return False
    verb = units[position - 1].sense("verb") if position else None
    return unit.words == ":" or (verb is not None and verb.value == "write")


def shortened(text: str) -> tuple[str, list[str]]:
    """Return as much of a text as a picture can show, and what is left of it, to be told."""
    if len(text) <= MAX_TEXT:
        return text, []
    cut = max(text.rfind(" ", 0, MAX_TEXT + 1), text.rfind("\n", 0, MAX_TEXT + 1))
    cut = cut if cut > MAX_TEXT // 2 else MAX_TEXT
    return text[:cut], [f"… {text[cut:].strip()}"[:MAX_TEXT]]


def seated(content: Content) -> Content:
    """Return the content with its letterings on the things that carry them, on signs beside them or in bubbles.

    A sign alone is nothing but its words. What belongs to no thing goes on the first sign that has none yet.
    """
    content = _dressed(content)
    free = []
    for lettering, carrier in zip(content.letterings, content.written_on, strict=True):
        if carrier is None or not _inscribe(content, carrier, lettering):
            free.append(lettering)
    for thing in content.things:
        if thing.kind == "sign" and thing.text is None and free:
            _write(thing, free.pop(0))
    content.letterings, content.written_on = free, [None] * len(free)
    if len(content.things) == 1 and _is_plain_sign(content.things[0]):
        return _alone(content)
    return content


def _is_plain_sign(thing: Thing) -> bool:
    """Say whether a thing is nothing but its words, painted in no colour in particular."""
    plain = not (thing.colors or thing.material or thing.count > 1)
    return thing.kind == "sign" and bool(thing.text) and plain and thing.ink is None


def _dressed(content: Content) -> Content:
    """Return the content with printed shirts on those who wear them, and no longer beside them."""
    for link in content.links:
        wearer, worn = content.things[link.subject], content.things[link.targets[0]]
        kind = KINDS.get(wearer.kind or "")
        dresses = kind is not None and kind.family == "people" and worn.kind == "t_shirt"
        if dresses and link.relation in {"wearing", "in", "with"}:
            wearer.colors = worn.colors or wearer.colors
            shirt = link.targets[0]
            written = [
                Carrier(link.subject) if carrier and carrier.thing == shirt else carrier
                for carrier in content.written_on
            ]
            return _without(replace(content, written_on=written), shirt)
    return content


def _without(content: Content, number: int) -> Content:
    """Return the content without one of its things and what was said of it."""

    def moved(other: int) -> int:
        return other - (other > number)

    return replace(
        content,
        things=[thing for other, thing in enumerate(content.things) if other != number],
        links=[
            Link(link.relation, moved(link.subject), tuple(map(moved, link.targets)))
            for link in content.links
            if number not in {link.subject, *link.targets}
        ],
        written_on=[carrier and replace(carrier, thing=moved(carrier.thing)) for carrier in content.written_on],
    )


def _alone(content: Content) -> Content:
    [sign] = content.things
    lettering = next(iter(content.letterings), None)
    words = sign.text or ""
    texts = [words] if lettering is None else [words, lettering.text]
    letterings = [Lettering(text) for text in texts]
    return replace(
        content, things=[], links=[], carrier="sign", letterings=letterings, written_on=[None] * len(letterings)
    )


def _inscribe(content: Content, carrier: Carrier, lettering: Lettering) -> bool:
    """Write a text on a thing or next to it; False where it is better seen by itself."""
    thing = content.things[carrier.thing]
    kind = KINDS.get(thing.kind or "")
    if carrier.spoken and kind is not None and kind.face:
        _beside(content, carrier.thing, _BUBBLE, "above", lettering)
        return True
    if carries_words(thing.kind) and thing.pose not in _LYING:
        text, told = shortened(f"{thing.text}\n{lettering.text}" if thing.text else lettering.text)
        _write(thing, replace(lettering, text=text))
        content.unknown += told
        return True
    _beside(content, carrier.thing, "sign", "near", lettering)
    return True


def _write(thing: Thing, lettering: Lettering) -> None:
    thing.text, thing.ink = lettering.text, lettering.color or thing.ink


def _beside(content: Content, number: int, kind: str, relation: str, lettering: Lettering) -> None:
    content.things.append(Thing(kind=kind, noun=kind.replace("_", " "), text=lettering.text, ink=lettering.color))
    content.links.append(Link(relation, len(content.things) - 1, (number,)))
