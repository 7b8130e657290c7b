"""What things do and how they stand together, as far as words tell: "two dogs running", "a sleeping cat", "in a row".

What somebody does is said before the noun or behind it, and then of all who were just named and are not busy yet; where
those are no creatures ("a cat on a sofa, sleeping"), of the last creature before. Of what no model shows, nothing is
kept: the word is told as one that could not be drawn.
"""

from collections.abc import Sequence

from cavendish.clay.objects import KINDS, nearest

from .content import Content, Link, Thing
from .lexicon import lexicon
from .phrases import Unit

__all__ = ["busy", "doers", "furnished", "is_making", "is_shown", "shown", "works_as"]

UPRIGHT = {"sit", "stand", "walk"}
BESIDES = {"read", "wave"}
MAKING = {"building"}
STILL = {"sit", "stand", "lie", "read", "fly", "swim", "walk"}


def doers(things: Sequence[Thing], chain: Sequence[int], pose: str) -> list[Thing]:
    """Return those of whom a pose is said, none if that is still to be named."""
    named = [things[number] for number in chain if _is_creature(things[number])]
    living = named or [thing for thing in things if _is_creature(thing)][-1:]
    free = [thing for thing in living if thing.pose is None]
    return free or [thing for thing in living if thing.pose in UPRIGHT and pose in BESIDES]


def busy(things: Sequence[Thing], chain: Sequence[int]) -> list[Thing]:
    """Return things that do something without being creatures: a kite flies, a car stands."""
    return [things[number] for number in chain if not _is_creature(things[number])]


def is_making(units: Sequence[Unit]) -> bool:
    """Say whether a word is no noun but what somebody does to the noun that follows: "building a house"."""
    return len(units) > 1 and units[0].plain in MAKING and units[1].has("article", "number")


def works_as(before: Unit, trade: str) -> bool:
    """Say whether a noun only tells what the creature before it is by trade: "a robot chef"."""
    thing = before.sense("thing")
    kind = KINDS.get(thing.value) if thing is not None else None
    modelled = kind is not None and kind.face and kind.family != "inflatable"
    return modelled and trade in lexicon().uses["trades"]


def shown(thing: Thing) -> str | None:
    """Return the name of the kind in its pose; the kind itself where it has none or cannot show it."""
    if thing.kind is None or thing.pose is None or thing.kind not in KINDS:
        return thing.kind
    return nearest(KINDS[thing.kind], thing.pose) or thing.kind


def is_shown(thing: Thing) -> bool:
    """Say whether what a thing does can be seen, or needs no showing: a book that lies on a table lies there anyhow."""
    if thing.kind is None or thing.pose is None or thing.kind not in KINDS:
        return True
    kind = KINDS[thing.kind]
    return thing.pose == "fly" or (thing.pose in STILL and not kind.face) or nearest(kind, thing.pose) is not None


def furnished(content: Content) -> Content:
    """Return the content with what goes without saying: a book for who reads, a dog that walks with its master; what
    nobody can be shown doing becomes unknown."""
    for number, thing in enumerate(content.things[:]):
        held = any(link.subject == number and link.relation == "holding" for link in content.links)
        if thing.pose == "read" and is_shown(thing) and not held:
            content.things.append(Thing(kind="book", noun="book", plain="book"))
            content.links.append(Link("holding", number, (len(content.things) - 1,)))
    for number, link in enumerate(content.links):
        if _sits_at(content, link):
            content.things.append(Thing(kind="chair", noun="chair", plain="chair"))
            chair = len(content.things) - 1
            content.links[number] = Link("near", chair, link.targets)
            content.links.append(Link("on", link.subject, (chair,)))
    for link in content.links:
        if link.relation == "near" and content.things[link.subject].pose == "walk":
            for target in link.targets:
                _take_along(content.things[target])
    for thing in content.things:
        if thing.pose is not None and not is_shown(thing):
            content.unknown.append(thing.deed)
            thing.pose = None
    return content


def _sits_at(content: Content, link: Link) -> bool:
    """Say whether somebody sits at a table without a chair being named."""
    sitter = content.things[link.subject]
    seated = any(other.subject == link.subject and other.relation == "on" for other in content.links)
    at_table = any(content.things[target].kind in {"table", "desk"} for target in link.targets)
    return link.relation == "at" and at_table and sitter.pose in {"sit", "read"} and sitter.count == 1 and not seated


def _take_along(thing: Thing) -> None:
    if thing.kind in {"dog", "horse"} and thing.pose is None:
        thing.pose = "walk"


def _is_creature(thing: Thing) -> bool:
    kind = KINDS.get(thing.kind or "")
    return thing.pronoun is not None or (kind is not None and kind.face)
