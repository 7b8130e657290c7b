"""What people say in other words than those that tell what to draw, told in those: data of the lexicon.

"A couple" is a man and a woman, and whoever plays soccer has a ball at his feet. What is on a part of somebody's body
is in a relation of its own to him: "on the shoulder of a pirate", "on a pirate's shoulder", "on his shoulder".
"""

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import Sense, lexicon
from .phrases import Unit, english_units
from .senses import MODIFIERS
from .tokens import tokenize

__all__ = ["in_plain_words"]

_CARRYING = {"on", "in", "at"}
_POSSESSIVES = {"its", "his", "her", "their", "my", "your", "our", "the"}
_LONGEST_NAME = 5


def in_plain_words(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with idioms spelled out, and with parts of the body as relations to whose they are."""
    found: list[Unit] = []
    owner_follows = False
    for number, unit in enumerate(units):
        idiom, body = unit.sense("idiom"), unit.sense("body")
        goes_on, owner_follows = owner_follows and unit.plain == "of", False
        if goes_on:
            continue
        if idiom is not None and not unit.has("thing"):
            found += english_units(tokenize(idiom.value))
        elif body is not None and not unit.has("thing"):
            following = units[number + 1 : number + 2]
            named = bool(found) and found[-1].plain == "the" and bool(following) and following[0].has("article")
            owner_follows = bool(following) and (named or following[0].plain == "of")
            _place(unit, body.value, found, owner_follows=owner_follows)
        else:
            found.append(unit)
    return found


def _place(unit: Unit, relation: str, found: list[Unit], *, owner_follows: bool) -> None:
    """Let the relation before say of which part of whose body it is; a part that nothing is on is told by its name."""
    is_named = bool(found) and found[-1].has("thing") and not owner_follows
    is_his = is_named or (bool(found) and found[-1].plain in _POSSESSIVES)
    link = len(found) - 2
    if is_named:
        told = (place for place in range(link, -1, -1) if not found[place].has("thing", *MODIFIERS))
        link = next(told, -1)
    if not is_his or link < 0 or link < len(found) - _LONGEST_NAME or not _carries(found[link]):
        found.append(replace(unit, senses=()))
        return
    found[link] = _relation(found[link], relation)
    if owner_follows:
        found.pop()
    elif not is_named:
        found[-1] = Unit("", "it", lexicon().senses("it"))


def _carries(unit: Unit) -> bool:
    sense = unit.sense("relation")
    return sense is not None and sense.value in _CARRYING


def _relation(unit: Unit, relation: str) -> Unit:
    return Unit(unit.words, relation, (Sense("relation", relation),))
