"""What relations work with: groups that can be moved, and how far to move them."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from cavendish.clay.scene import Item, Vector

from .extents import Bounds

__all__ = ["UPWARD", "Movable", "Relation", "Step", "gap_between", "way_over"]

UPWARD: Vector = (0.0, 1.0, 0.0)


class Movable(Protocol):
    """What relations need of a group of items."""

    items: list[Item]

    @property
    def bounds(self) -> Bounds:
        """The box round all of them."""

    def resize(self, factor: float) -> None:
        """Make all of them larger or smaller."""


class Step(NamedTuple):
    """How far to move; where to go on when something stands there; whether the two may touch; where to look."""

    by: Vector
    push: Vector
    touches: bool = False
    right: bool | None = None


Relation = Callable[[Movable, Movable, float], Step]


def gap_between(group: Movable, target: Movable) -> float:
    """Return a gap that looks close, whatever the sizes."""
    return 0.04 + 0.06 * min(group.bounds.size[0], target.bounds.size[0])


def way_over(group: Movable, target: Movable, y: float) -> Vector:
    """Return the way to right above or below the middle of the target, the underside at `y`."""
    here, there = group.bounds, target.bounds
    return (there.center[0] - here.center[0], y - here.lo[1], there.center[2] - here.center[2])
