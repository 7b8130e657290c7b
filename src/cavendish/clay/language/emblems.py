"""What a logo shows where only the firm is told: what that firm sells, a cup for "a logo for a coffee shop"."""

from collections.abc import Sequence

from .lexicon import Sense
from .phrases import Unit

__all__ = ["with_emblem"]

_LOGOS = {"logo", "emblem", "badge", "logos"}
_LOOK_BACK = 4


def with_emblem(units: Sequence[Unit]) -> list[Unit]:
    """Return the units of a logo with an emblem in the place of the firm, if nothing else is to be on it."""
    found = list(units)
    firms = [number for number, unit in enumerate(units) if unit.has("firm")]
    shown = any(unit.has("thing", "group") and not unit.has("firm") for unit in units)
    if not firms or shown or not any(unit.plain in _LOGOS for unit in units):
        return found
    place = firms[0]
    firm = units[place].sense("firm")
    kind = firm.value if firm is not None else ""
    found[place] = Unit(units[place].words, kind.replace("_", " "), (Sense("thing", kind),))
    return [unit for number, unit in enumerate(found) if not (unit.plain == "for" and 0 < place - number <= _LOOK_BACK)]
