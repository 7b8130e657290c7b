"""What is the likeness of something is that thing, of stone: "a statue of a horse", "a horse sculpture".

What it is made of may have been said before: "a marble statue of a horse".
"""

from collections.abc import Sequence

from .lexicon import Sense, lexicon
from .phrases import Unit
from .senses import MODIFIERS

__all__ = ["as_stone"]

STONE = Sense("material", "stone")


def as_stone(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with a material in the place of each word for a likeness."""
    found: list[Unit] = []
    for unit in units:
        noun, _, of = unit.plain.partition(" ")
        if noun not in lexicon().uses["likenesses"] or of not in ("", "of"):
            found.append(unit)
        elif of:
            found += _stone(unit, found)
        elif found and found[-1].has("thing") and not found[-1].has(*MODIFIERS):
            thing = found.pop()
            found += [*_stone(unit, found), thing]
        else:
            found.append(unit)
    return found


def _stone(unit: Unit, before: Sequence[Unit]) -> list[Unit]:
    for earlier in reversed(before):
        if earlier.has("material"):
            return []
        if not earlier.has(*MODIFIERS):
            break
    return [Unit(unit.words, unit.plain, (STONE,))]
