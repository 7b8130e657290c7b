"""Typed reads from a caller's document; what is of the wrong type is an InvalidRequest that names its place."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from cavendish.core.errors import InvalidRequest
from cavendish.wire.compact import compact
from cavendish.wire.lift import Lifted, text_of

__all__ = ["expect", "integer", "literal_text", "object_at", "text"]

T = TypeVar("T")
DIGITS = re.compile(r"-?[0-9]{1,19}")
NAMES = {str: "a string", int: "a whole number", dict: "an object", list: "a list", bool: "true or false"}


def expect(value: Any, kind: type[T], *, field: str) -> T:
    """`value` if it is of this JSON type."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise InvalidRequest(f"{field} must be {NAMES[kind]}.", field=field)
    return value


def object_at(document: Mapping[str, Any], name: str, *, field: str | None = None) -> dict[str, Any]:
    """The object under `name`; an empty one where there is none."""
    value = document.get(name)
    return {} if value is None else expect(value, dict, field=field or name)


def integer(value: Any, *, field: str, least: int, most: int) -> int | None:
    """A whole number within bounds, or None; `"7"` is taken for 7, as proto JSON does."""
    if value is None:
        return None
    if isinstance(value, str) and DIGITS.fullmatch(value):
        value = int(value)
    number = expect(value, int, field=field)
    if not least <= number <= most:
        raise InvalidRequest(f"{field} must be between {least} and {most}.", field=field)
    return number


def text(value: Any, strings: Sequence[bytes], *, field: str) -> str:
    """A text, lifted or not."""
    try:
        return expect(text_of(value, strings), str, field=field)
    except ValueError:
        raise InvalidRequest(f"{field} is not a valid JSON string.", field=field) from None


def literal_text(value: Any, strings: Sequence[bytes], *, field: str) -> bytes:
    """A text as it stands between the quotes of a JSON string, escapes and all."""
    if isinstance(value, Lifted):
        return strings[value.index]
    return compact(expect(value, str, field=field))[1:-1]
