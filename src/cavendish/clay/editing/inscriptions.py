"""Words on things that are there: written anew, changed, tinted, taken off; on a sign beside what has no place for
them."""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.language import Content, Link, Thing, Unit
from cavendish.clay.objects import KINDS
from cavendish.clay.objects.charts import CHART_KINDS
from cavendish.clay.objects.prints import carries_words
from cavendish.clay.scene import Item, Lettering

from .changes import Draft, add
from .commands import Command
from .references import resolve

__all__ = ["erase", "inscribe", "inscribed", "set_numbers", "tinted"]


def inscribed(content: Content) -> Content:
    """The content of a command with its letterings on the things they are said of; the rest stay letterings."""
    free = []
    for lettering, carrier in zip(content.letterings, content.written_on, strict=True):
        if carrier is None:
            free.append(lettering)
        else:
            thing = content.things[carrier.thing]
            thing.text, thing.ink = lettering.text, lettering.color
    content.letterings, content.written_on = free, [None] * len(free)
    return content


def set_numbers(found: Sequence[Command], rows: str | None) -> None:
    """Give the charts that commands speak of their numbers."""
    for thing in (thing for command in found for thing in command.content.things if thing.kind in CHART_KINDS):
        thing.text = rows


def inscribe(draft: Draft, items: Sequence[Item], lettering: Lettering) -> None:
    """Write a text on items, if in no other colour then in that of what they said before; where they have no place for
    it the first one says it, or a sign beside it shows it."""
    text, ink = lettering.text, lettering.color
    bearers = [item for item in items if carries_words(KINDS[item.kind].base)]
    if bearers:
        draft.swap([replace(item, text=text, ink=ink or item.ink) for item in bearers])
    elif items:
        kind, relation = ("speech_bubble", "above") if KINDS[items[0].kind].face else ("sign", "near")
        shown = Thing(kind=kind, noun=kind.replace("_", " "), text=text, ink=ink)
        add(draft, shown, Link(relation, 1, (0,)), items[:1])


def tinted(draft: Draft, command: Command) -> bool:
    """Let words that are there have another colour, if that is what a command asks for: "make the text blue"."""
    content = command.content
    color = _color_of_words(command.phrase)
    if content.letterings or not content.carrier or color is None or command.verb in {"add", "remove"}:
        return False
    named = [item for thing in content.things for item in resolve(thing, draft.scene, draft.spoken_of)]
    written = [item for item in named or draft.scene.items if item.text]
    draft.swap([replace(item, ink=color) for item in written])
    if not named:
        letterings = tuple(replace(lettering, color=color) for lettering in draft.scene.lettering)
        draft.scene = replace(draft.scene, lettering=letterings)
    draft.speak_of(written)
    return bool(written or draft.scene.lettering)


def _color_of_words(phrase: Sequence[Unit]) -> str | None:
    """Return the one colour that a command names; None where it names several, or none."""
    colors = [sense.value for unit in phrase for sense in unit.senses if sense.role == "color"]
    return colors[0] if len(set(colors)) == 1 and colors[0].startswith("#") else None


def erase(draft: Draft, items: Sequence[Item]) -> bool:
    """Take the words off items; false if there are none on them."""
    written = [item for item in items if item.text]
    draft.swap([replace(item, text=None, ink=None) for item in written])
    return bool(written)
