"""A plain background of one colour: "on a dark gray background", "the background is pink"."""

from collections.abc import Sequence

from .phrases import Unit

__all__ = ["backdrop"]

BACKDROPS = {"background", "backdrop", "the background", "backgrounds", "canvas", "wall"}
LOOK_AHEAD = 4


def backdrop(units: Sequence[Unit], position: int) -> tuple[int, str] | None:
    """Return how many units from `position` on tell of a plain background, and its "#rrggbb"; None if they do not."""
    unit = units[position]
    if unit.plain == "on" and (last := _bare(units[position + 1 : position + 3])):
        return 2, last
    first = position + (unit.plain in BACKDROPS)
    for place in range(first, min(first + LOOK_AHEAD, len(units))):
        color = units[place].sense("color")
        if color is not None and color.value.startswith("#"):
            if first > position:
                behind = units[place + 1 : place + 2]
                ends = not behind or not behind[0].has("thing", "group", "carrier")
                return (place + 1 - position, color.value) if ends else None
            return _named(units, position, color.value)
        if first == position or not _joins(units[place]):
            break
    return None


def _bare(rest: Sequence[Unit]) -> str | None:
    """Return the colour that a clause ends with: "gold on black"."""
    color = rest[0].sense("color") if rest else None
    ends = len(rest) == 1 or (len(rest) > 1 and rest[1].is_stop)
    return color.value if color and ends and color.value.startswith("#") and not rest[0].has("thing") else None


def _named(units: Sequence[Unit], position: int, color: str) -> tuple[int, str] | None:
    """Return the background that follows its colour, or nothing where the colour is something else's."""
    for place in range(position + 1, min(position + 1 + LOOK_AHEAD, len(units))):
        if units[place].plain in BACKDROPS:
            return place + 1 - position, color
        if not units[place].has("filler", "material", "size") or units[place].has("thing", "relation", "article"):
            break
    return None


def _joins(unit: Unit) -> bool:
    """Say whether a word can stand between a background and its colour."""
    return unit.plain in {"is", "to", "in", "of", "a", "should be", "must be", "becomes", "into"} or (
        unit.has("filler", "material") and not unit.has("relation", "thing") and not unit.is_stop
    )
