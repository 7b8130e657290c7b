"""What a viewer said against what was asked for: every noun has to be named, by itself or by a name listed before."""

import re
import tomllib
from functools import cache
from pathlib import Path

from fidelity.nouns import plural

from .exhibits import Exhibit

__all__ = ["missed"]

_NAMES = Path(__file__).parent / "names.toml"


def missed(exhibit: Exhibit, answer: str) -> list[str]:
    """The nouns that a viewer's words do not name."""
    said = f" {' '.join(re.findall(r'[a-z]+', answer.lower()))} "
    return [noun for noun in exhibit.nouns if not any(f" {name} " in said for name in _names(noun))]


@cache
def _names(noun: str) -> frozenset[str]:
    listed = _listed()
    others = listed.get(noun.replace(" ", "_"), listed.get(noun, ""))
    names = [noun, *filter(None, (name.strip() for name in others.split(",")))]
    return frozenset(re.sub("[^a-z]+", " ", form) for name in names for form in (name, plural(name)))


@cache
def _listed() -> dict[str, str]:
    listed: dict[str, str] = tomllib.loads(_NAMES.read_text("utf-8"))
    return listed
