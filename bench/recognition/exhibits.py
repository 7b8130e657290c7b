"""What is hung: every kind of thing by itself, and prompts of a seed, under numbers that tell nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from cavendish.clay.objects import KINDS
from fidelity.generator import generated

__all__ = ["Exhibit", "exhibits"]

SEED, PROMPTS = 20261124, 100


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One picture: its number on the wall, what was asked for, and the nouns that a viewer should name."""

    number: str
    prompt: str
    nouns: tuple[str, ...]


def exhibits(part: str) -> list[Exhibit]:
    """The exhibits of a part, "objects" or "prompts", in the order of their numbers."""
    asked = _objects() if part == "objects" else _prompts()
    return sorted((Exhibit(_number(prompt), prompt, nouns) for prompt, nouns in asked), key=lambda each: each.number)


def _number(prompt: str) -> str:
    """A number that stays the prompt's whatever else is hung."""
    return sha256(prompt.encode()).hexdigest()[:6]


def _objects() -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in KINDS:
        noun = kind.replace("_", " ")
        yield f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}", (noun,)


def _prompts() -> Iterator[tuple[str, tuple[str, ...]]]:
    for asked in generated(SEED, count=PROMPTS):
        yield asked.prompt, tuple(dict.fromkeys(wanted.noun for wanted in asked.wanted))
