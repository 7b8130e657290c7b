"""What colour words are written in: `says "HELLO" in red letters`, `with white text "SALE"`, `"SALE" in blue`."""

from collections.abc import Sequence

from .phrases import Unit

__all__ = ["Ink", "ink"]

_LEADS = {"in", "with", "in a", "using", "of"}
_WRITING = {
    *("letters", "letter", "lettering", "text", "texts", "writing", "words", "word", "font", "type", "typography"),
    *("print", "ink", "script", "title", "inscription", "handwriting", "typeface", "paint", "chalk"),
}
_METALS = {"gold": "#d9a016", "silver": "#c0c6ce", "copper": "#b8643a", "bronze": "#9c6b30"}
LOOK_AHEAD = 6

Ink = tuple[int, str]
"""How many units tell of a colour, and its "#rrggbb"."""


def ink(units: Sequence[Unit], position: int, *, behind_text: bool) -> Ink | None:
    """What is said from `position` on, right `behind_text` or elsewhere, of the colour of words; None if nothing is.

    A noun that the words themselves follow is left to be read: it announces them.
    """
    start = position + (units[position].plain in _LEADS)
    if start == position and _shade(units[position]) is None:
        return None
    color = None
    for place in range(start, min(start + LOOK_AHEAD, len(units))):
        unit = units[place]
        shade = _shade(unit)
        if shade is not None and unit.plain not in _WRITING:
            color = color or shade
        elif unit.plain in _WRITING:
            return (place + _is_told(units, place) - position, color) if color else None
        elif unit.is_stop or unit.quote is not None or not (unit.has("article", "size", "material", "filler")):
            break
    else:
        place = min(start + LOOK_AHEAD, len(units))
    ends = place == len(units) or units[place].is_stop or units[place].has("relation") or units[place].plain == "and"
    return (place - position, color) if behind_text and start > position and color and ends else None


def _shade(unit: Unit) -> str | None:
    """Return the "#rrggbb" of a colour or a metal."""
    color, material = unit.sense("color"), unit.sense("material")
    if color is not None and color.value.startswith("#"):
        return color.value
    return _METALS.get(material.value) if material is not None else None


def _is_told(units: Sequence[Unit], place: int) -> bool:
    """Say whether all is said with the noun: nothing that it announces follows, unless in quotation marks."""
    rest = units[place + 1 : place + 2]
    if not rest or rest[0].quote is not None or rest[0].is_stop:
        return True
    return not (rest[0].words[:1].isupper() or rest[0].is_number or rest[0].has("verb"))
