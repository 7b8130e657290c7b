"""Words on things that are there: written anew, changed, taken off; on a sign beside what has no place for them."""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.language import Content, Link, Thing
from cavendish.clay.objects import KINDS
from cavendish.clay.objects.prints import carries_words
from cavendish.clay.scene import Item

from .changes import Draft, add

__all__ = ["erase", "inscribe", "inscribed"]


def inscribed(content: Content) -> Content:
    """The content of a command with its letterings on the things they are said of; the rest stay letterings."""
    free = []
    for lettering, carrier in zip(content.letterings, content.written_on, strict=True):
        if carrier is None:
            free.append(lettering)
        else:
            thing = content.things[carrier.thing]
            thing.text = lettering.text
    content.letterings, content.written_on = free, [None] * len(free)
    return content


def inscribe(draft: Draft, items: Sequence[Item], text: str) -> None:
    """Write a text on items; where they have no place for it the first one says it, or a sign beside it shows it."""
    bearers = [item for item in items if carries_words(KINDS[item.kind].base)]
    if bearers:
        draft.swap([replace(item, text=text) for item in bearers])
    elif items:
        kind, relation = ("speech_bubble", "above") if KINDS[items[0].kind].face else ("sign", "near")
        shown = Thing(kind=kind, noun=kind.replace("_", " "), text=text)
        add(draft, shown, Link(relation, 1, (0,)), items[:1])


def erase(draft: Draft, items: Sequence[Item]) -> bool:
    """Take the words off items; false if there are none on them."""
    written = [item for item in items if item.text]
    draft.swap([replace(item, text=None) for item in written])
    return bool(written)
