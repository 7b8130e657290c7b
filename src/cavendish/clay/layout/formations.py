"""Several of one kind as somebody wants to see them: in a row, in a circle, stacked, in a pile."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from cavendish.clay.objects import KINDS, nearest
from cavendish.clay.scene import Item

from .extents import bounds_of, moved, support_height, union

__all__ = ["FORMATIONS"]

GAP = 0.08  # between those in a row, as a share of their width
ROOM = 1.16  # of those in a circle, as shares of their width
FLATTER = 0.8  # a circle is seen at a low angle: drawn deep, it would hide those behind
STEADY = 0.03  # how far things in a stack stand out of line, as a share of their width

Formation = Callable[[list[Item], random.Random], list[Item]]


def _row(items: list[Item], _: random.Random) -> list[Item]:
    """Side by side, all turned alike."""
    placed: list[Item] = []
    for item in items:
        item = replace(item, yaw=items[0].yaw)
        box = bounds_of(item)
        edge = bounds_of(placed[-1]).hi[0] + GAP * box.size[0] if placed else box.lo[0]
        placed.append(moved(item, (edge - box.lo[0], 0.0, 0.0)))
    return _centered(placed)


def _circle(items: list[Item], _: random.Random) -> list[Item]:
    """In a ring, the first in front."""
    width = max(max(bounds_of(item).size[0], bounds_of(item).size[2]) for item in items)
    radius = max(ROOM * width / (2 * math.sin(math.pi / max(len(items), 2))), 0.8 * width)
    angles = [2 * math.pi * (number + 0.5) / len(items) for number in range(len(items))]
    return [
        moved(item, (radius * math.sin(angle), 0.0, radius * FLATTER * math.cos(angle)))
        for item, angle in zip(items, angles, strict=True)
    ]


def _stack(items: list[Item], chance: random.Random) -> list[Item]:
    """On top of one another, not quite in line."""
    flat = nearest(KINDS[items[0].kind], "lie") if not KINDS[items[0].kind].face else None
    placed: list[Item] = []
    for item in (replace(item, kind=flat or item.kind) for item in items):
        step = STEADY * bounds_of(item).size[0]
        y = support_height(placed[-1]) - item.at[1] if placed else 0.0
        placed.append(moved(item, (chance.uniform(-step, step), y, chance.uniform(-step, step))))
    return placed


def _pile(items: list[Item], _: random.Random) -> list[Item]:
    """In rows that grow shorter upwards, each in the gaps of the one below."""
    width, height, _depth = bounds_of(items[0]).size
    placed: list[Item] = []
    for level, count in enumerate(_levels(len(items))):
        for place in range(count):
            x = (place - (count - 1) / 2) * width * 0.94
            placed.append(moved(items[len(placed)], (x, 0.8 * level * height, -0.06 * level * width)))
    return placed


def _levels(count: int) -> list[int]:
    """Return how many lie in each row of a pile, from the lowest."""
    base = math.ceil((math.sqrt(8 * count + 1) - 1) / 2)
    levels: list[int] = []
    while count > 0:
        levels.append(min(base, count))
        count -= levels[-1]
        base = max(1, base - 1)
    return levels


def _centered(items: Sequence[Item]) -> list[Item]:
    middle = union(bounds_of(item) for item in items).center[0]
    return [moved(item, (-middle, 0.0, 0.0)) for item in items]


FORMATIONS: dict[str, Formation] = {"row": _row, "facing": _row, "circle": _circle, "stack": _stack, "pile": _pile}
