"""Texts that a prompt spells out without quotation marks: "a sign that says STOP", "the word HELLO"."""

from collections.abc import Sequence

from .phrases import Unit

__all__ = ["announces", "spoken"]

_ANNOUNCING = {
    *("word", "words", "text", "title", "letters", "lettering"),
    *("caption", "slogan", "headline", "inscription"),
}

_READING = {"read", "reads", "reading"}


def announces(unit: Unit, rest: Sequence[Unit], *, on_sign: bool) -> bool:
    """Say whether the words after a unit are to be spelled out; `on_sign` says that there is something to read."""
    verb = unit.sense("verb")
    if (verb is not None and verb.value == "write") or (on_sign and unit.plain in _READING):
        return True
    return unit.plain in _ANNOUNCING and bool(rest) and rest[0].quote is None and rest[0].words[:1].isupper()


def spoken(rest: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units to be spelled out, up to a stop; none where a quoted text follows, for that is read by itself.

    Where they start with a capital, a relation in small letters ends them: "a sign that says STOP on a street".
    """
    capital = bool(rest) and rest[0].words[:1].isupper()
    for number, unit in enumerate(rest):
        if unit.quote is not None:
            return ()
        small = unit.words[:1].islower() and unit.has("relation", "side", "setting")
        if unit.is_stop or (capital and small):
            return rest[:number]
    return rest
