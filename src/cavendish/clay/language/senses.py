"""Which sense of a phrase is meant: what stands round it decides.

"Orange" is a colour before a noun and a fruit elsewhere; "table" is a place in "on a table" and a thing in "a table";
"one" may be a number, or the thing that was spoken of before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon import Sense
from .phrases import Unit

__all__ = ["Surroundings", "choose", "noun_follows"]

LOOK_AHEAD = 6
MODIFIERS = ("article", "color", "number", "material", "size", "ordinal")
ENDS = ("relation", "verb", "side", "article", "number")
PLACE_RELATIONS = {"on", "in", "at"}
FURNITURE = {"table", "desk"}  # one sits at it; other things are on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What has been read when a phrase comes: a relation that waits for its noun, modifiers, a noun before."""

    edit: bool
    existing: frozenset[str]
    relation: str | None
    modified: bool
    colored: bool
    counted: bool
    ordered: bool
    after_noun: bool
    noun_follows: bool


def choose(unit: Unit, around: Surroundings) -> Sense | None:
    """Return the sense that the surroundings ask for, None for a phrase that says nothing here."""
    modifier = unit.sense("color", "material", "size", "ordinal")
    thing = unit.sense("thing")
    if modifier and (around.noun_follows or (modifier.role == "material" and around.relation == "of")):
        return modifier
    if unit.plain in {"no", "without", "no more"}:
        return unit.sense("verb")
    if thing and thing.value in around.existing:
        return thing
    if around.edit and unit.plain == "camera" and not around.counted:
        return None
    if (place := unit.sense("setting")) and thing:
        scenery = thing.plural and not around.counted
        as_place = scenery or around.noun_follows or (around.relation in PLACE_RELATIONS and not around.colored)
        as_place = as_place and not (around.relation == "at" and around.after_noun and thing.value in FURNITURE)
        return place if as_place else thing
    if thing and modifier and not (around.modified or thing.plural or not around.after_noun):
        return modifier
    return (
        thing
        or (_edit_sense(unit, around) if around.edit else None)
        or unit.sense("carrier", "group", "setting", "camera", "relation", "side", "number", "article", "color")
        or unit.sense("material", "size", "content", "pronoun", "ordinal")
    )


def noun_follows(rest: Sequence[Unit]) -> bool:
    """Say whether a thing comes before anything that would end the noun phrase."""
    for unit in rest[:LOOK_AHEAD]:
        if unit.has("thing", "group"):
            return True
        if unit.is_stop or unit.is_number or unit.quote is not None or unit.has(*ENDS):
            return False
        if unit.plain not in {"and", "or"} and unit.has("filler", "setting") and not unit.has(*MODIFIERS):
            return False
    return False


def _edit_sense(unit: Unit, around: Surroundings) -> Sense | None:
    """Pick the senses that only matter where something exists already."""
    nameless = around.ordered and unit.plain in {"one", "ones"}
    if unit.has("pronoun") and (nameless or not unit.has("number", "article") or not around.noun_follows):
        return unit.sense("pronoun")
    return unit.sense("bigger") or (None if unit.has("side") else unit.sense("turn"))
