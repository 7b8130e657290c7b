"""Several in the room of one: side by side on a sofa, or as a bunch in a vase or in a hand."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from cavendish.clay.scene import Item, Vector

from .extents import Bounds, bounds_of, moved

__all__ = ["bunch", "share"]

BRIM = 1.04  # how far those on something may reach beyond it, as a share of its width
GOLDEN = math.radians(137.5)


class Movable(Protocol):
    """What sharing needs of a group of items."""

    items: list[Item]

    @property
    def bounds(self) -> Bounds:
        """The box round all of them."""

    def move(self, by: Vector) -> None:
        """Move all of them."""

    def resize(self, factor: float) -> None:
        """Make all of them larger or smaller."""


def share(groups: Sequence[Movable], target: Movable) -> None:
    """Set groups that are on the same thing side by side on it, smaller if they must be."""
    room = target.bounds
    factor = min(1.0, BRIM * room.size[0] / sum(group.bounds.size[0] for group in groups))
    level = min(group.bounds.lo[1] for group in groups)
    for group in groups:
        group.resize(factor)
    x = room.center[0] - sum(group.bounds.size[0] for group in groups) / 2
    for group in groups:
        box = group.bounds
        group.move((x - box.lo[0], level - box.lo[1], 0.0))
        x += box.size[0]


def bunch(items: Sequence[Item], foot: Vector, *, spread: float) -> list[Item]:
    """Return things with stems as a bunch whose stems meet at `foot`; `spread` is its radius in metres."""
    placed = []
    for number, item in enumerate(items):
        reach = spread * math.sqrt((number + 0.3) / len(items))
        x, z = reach * math.cos(number * GOLDEN), 0.6 * reach * math.sin(number * GOLDEN)
        box = bounds_of(item)
        lift = -0.10 * box.size[1] * (number % 3)
        standing = (foot[0] + x - box.center[0], foot[1] + lift - box.lo[1], foot[2] + z - box.center[2])
        placed.append(replace(moved(item, standing), yaw=item.yaw + 40.0 * number))
    return placed
