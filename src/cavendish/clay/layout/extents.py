"""How much room things take: boxes in the world, from ART's measures turned, scaled and set down."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cavendish.clay.objects import KINDS, measure
from cavendish.clay.scene import Item, Vector

__all__ = ["Bounds", "bounds_of", "corners", "moved", "support_height", "union"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box along the axes, from its low corner to its high one, in metres."""

    lo: Vector
    hi: Vector

    @property
    def size(self) -> Vector:
        """Width, height and depth in metres."""
        return (self.hi[0] - self.lo[0], self.hi[1] - self.lo[1], self.hi[2] - self.lo[2])

    @property
    def center(self) -> Vector:
        """The point in the middle."""
        return ((self.lo[0] + self.hi[0]) / 2, (self.lo[1] + self.hi[1]) / 2, (self.lo[2] + self.hi[2]) / 2)

    def moved(self, by: Vector) -> "Bounds":
        """Return the box elsewhere."""
        return Bounds(
            (self.lo[0] + by[0], self.lo[1] + by[1], self.lo[2] + by[2]),
            (self.hi[0] + by[0], self.hi[1] + by[1], self.hi[2] + by[2]),
        )

    def overlap(self, other: "Bounds", *, slack: float = 0.0) -> bool:
        """Say whether the boxes share more than `slack` metres in every direction."""
        return all(
            min(high, other_high) - max(low, other_low) > slack
            for low, high, other_low, other_high in zip(self.lo, self.hi, other.lo, other.hi, strict=True)
        )


def bounds_of(item: Item) -> Bounds:
    """Return the room that an item takes in the world."""
    points = list(corners(item))
    xs, ys, zs = zip(*points, strict=True)
    return Bounds((min(xs), min(ys), min(zs)), (max(xs), max(ys), max(zs)))


def corners(item: Item, *, trim: float = 0.0) -> Iterator[Vector]:
    """Yield the eight corners of an item's turned box; `trim` draws them in, for most things are round."""
    low, high = measure(item.kind, item.outfit)
    sine, cosine = math.sin(math.radians(item.yaw)), math.cos(math.radians(item.yaw))
    for x in (_drawn_in(low[0], high[0], trim), _drawn_in(high[0], low[0], trim)):
        for z in (_drawn_in(low[2], high[2], trim), _drawn_in(high[2], low[2], trim)):
            turned_x, turned_z = x * cosine + z * sine, z * cosine - x * sine
            for y in (low[1], high[1]):
                yield (
                    item.at[0] + turned_x * item.scale,
                    item.at[1] + y * item.scale,
                    item.at[2] + turned_z * item.scale,
                )


def union(boxes: Iterable[Bounds]) -> Bounds:
    """Return the box around boxes; there must be at least one."""
    lows, highs = zip(*((box.lo, box.hi) for box in boxes), strict=True)
    low_x, low_y, low_z = (min(values) for values in zip(*lows, strict=True))
    high_x, high_y, high_z = (max(values) for values in zip(*highs, strict=True))
    return Bounds((low_x, low_y, low_z), (high_x, high_y, high_z))


def moved(item: Item, by: Vector) -> Item:
    """Return the item elsewhere; `by` is in metres."""
    return replace(item, at=(item.at[0] + by[0], item.at[1] + by[1], item.at[2] + by[2]))


def support_height(item: Item) -> float:
    """Return how high above the ground the surface lies on which other things stand upon this one."""
    support = KINDS[item.kind].support
    height = float(measure(item.kind).hi[1]) if support is None else support
    return item.at[1] + height * item.scale


def _drawn_in(value: float, other: float, trim: float) -> float:
    return float(value) + trim * (float(other) - float(value)) / 2
