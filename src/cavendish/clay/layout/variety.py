"""No two seeds alike: the coats of animals, the paint of things, the side from which a scene is told and the
photographer's standpoint come from the seed, wherever the words leave them open."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from cavendish.clay.ink import backing
from cavendish.clay.language import Content
from cavendish.clay.objects import KINDS
from cavendish.clay.objects.prints import is_bare
from cavendish.clay.scene import Item

from .groups import heads_sideways

__all__ = ["is_told_from_the_right", "painted", "standpoint", "turned_about"]

_TURN, _RISE, _NEARNESS = 13.0, (-1.0, 3.5), (0.9, 1.02)
_ONE_SIDED = {"left", "right", "holding", "holding_by"}


def painted(items: Sequence[Item], seed: int) -> list[Item]:
    """Give whatever nobody gave a colour or material one that its kind may have; all of a kind have the same."""
    return [item if item.color or item.material else replace(item, color=_coat(item, seed)) for item in items]


def is_told_from_the_right(content: Content, seed: int) -> bool:
    """Say whether a scene is told the other way round, as every other is unless somebody said what is where."""
    sided = any(link.relation in _ONE_SIDED for link in content.links) or any(thing.side for thing in content.things)
    return seed % 2 == 1 and not sided


def turned_about(item: Item) -> Item:
    """Return an item that looks to the other side."""
    yaw = 180 - item.yaw if heads_sideways(item.kind) else -item.yaw
    return replace(item, yaw=(yaw + 180) % 360 - 180)


def standpoint(seed: int) -> tuple[float, float, float]:
    """How many degrees the photographer steps to the side and rises, and how large the subjects are, as a factor."""
    chance = random.Random(f"{seed} standpoint")  # noqa: S311 - a picture, not a secret
    return chance.uniform(-_TURN, _TURN), chance.uniform(*_RISE), chance.uniform(*_NEARNESS)


def _coat(item: Item, seed: int) -> str | None:
    if item.ink and is_bare(KINDS[item.kind].base):
        return backing(item.ink)
    coats = _coats().get(KINDS[item.kind].base, ())
    chance = random.Random(f"{seed} {item.kind}")  # noqa: S311 - a picture, not a secret
    return chance.choice(["", *coats]) or None if coats else None


@cache
def _coats() -> dict[str, list[str]]:
    text = resources.files(__package__).joinpath("coats.toml").read_text("utf-8")
    return {kind: colors.split() for kind, colors in tomllib.loads(text).items()}
