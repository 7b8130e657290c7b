"""Values from a stranger's document, checked one by one: each comes back as what it should be, or raises ValueError."""

import re
from collections.abc import Callable, Container, Mapping
from typing import TypeVar

__all__ = [
    "MAX_TEXT",
    "as_color",
    "as_list",
    "as_mapping",
    "as_matching",
    "as_number",
    "as_one_of",
    "as_optional",
    "as_text",
    "as_vector",
]

Checked = TypeVar("Checked")
MAX_TEXT = 200
MAX_METRES = 1000.0


def as_mapping(value: object) -> Mapping[str, object]:
    """An object."""
    if not isinstance(value, dict):
        raise ValueError("an object is wanted")
    return value


def as_list(value: object, most: int) -> list[object]:
    """A list of at most so many."""
    if not isinstance(value, list) or len(value) > most:
        raise ValueError(f"a list of at most {most} is wanted")
    return value


def as_optional(fields: Mapping[str, object], name: str, check: Callable[[object], Checked]) -> Checked | None:
    """A field, checked if it is there."""
    value = fields.get(name)
    return None if value is None else check(value)


def as_one_of(words: Container[str]) -> Callable[[object], str]:
    """A check for one of the words that are known."""

    def check(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise ValueError("a word is not among those known here")
        return value

    return check


def as_text(value: object) -> str:
    """Text of at most MAX_TEXT characters that can be written to a file."""
    if not isinstance(value, str) or len(value) > MAX_TEXT or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise ValueError(f"text of at most {MAX_TEXT} characters is wanted")
    return value


def as_matching(value: object, pattern: str) -> str:
    """Text of a regular form."""
    text = as_text(value)
    if not re.fullmatch(pattern, text):
        raise ValueError("a name is malformed")
    return text


def as_color(value: object) -> str:
    """A “#rrggbb”."""
    return as_matching(value, "#[0-9a-f]{6}")


def as_vector(value: object) -> tuple[float, float, float]:
    """Three numbers of metres."""
    numbers = [as_number(number, low=-MAX_METRES, high=MAX_METRES) for number in as_list(value, 3)]
    if len(numbers) != 3:
        raise ValueError("three numbers are wanted")
    return numbers[0], numbers[1], numbers[2]


def as_number(value: object, *, low: float, high: float) -> float:
    """A number within bounds."""
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not low <= value <= high:
        raise ValueError(f"a number from {low:g} to {high:g} is wanted")
    return float(value)
