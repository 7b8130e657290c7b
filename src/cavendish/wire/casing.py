"""Google's proto JSON takes every name in lowerCamelCase and in snake_case, at every level, mixed."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

__all__ = ["camel_cased", "key_of", "pick"]

HUMP = re.compile(r"[A-Z]")
JOINT = re.compile(r"_([a-z])")


def key_of(document: Mapping[str, Any], name: str) -> str:
    """The key that `name` (camelCase) goes by in this document; `name` itself where it is absent."""
    if name in document:
        return name
    snake = _snake_cased(name)
    return snake if snake in document else name


@lru_cache(maxsize=256)  # of the names that the code asks for, again and again
def _snake_cased(name: str) -> str:
    return HUMP.sub(lambda hump: "_" + hump[0].lower(), name)


def camel_cased(document: Mapping[str, Any]) -> dict[str, Any]:
    """The same values under camelCase names; what lies deeper stays as it is."""
    return {_camel_cased(name) if "_" in name else name: value for name, value in document.items()}


def _camel_cased(name: str) -> str:
    return JOINT.sub(lambda joint: joint[1].upper(), name)


def pick(document: Mapping[str, Any], name: str) -> Any:
    """The value under `name` in either spelling, None where there is none."""
    return document.get(key_of(document, name))
