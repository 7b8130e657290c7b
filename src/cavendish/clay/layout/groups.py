"""Things of one noun: a group that moves as one, set in rows, each turned a little by chance."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cavendish.clay.language import Thing, shown
from cavendish.clay.objects import KINDS
from cavendish.clay.objects.poses import goes_on_four
from cavendish.clay.scene import Item, Vector

from .extents import Bounds, bounds_of, moved, union
from .formations import FORMATIONS
from .spacing import squeeze

__all__ = ["Group", "facing", "heads_sideways", "make_group", "next_id", "turned_to"]

# Families whose members run, drive, sail or fly along +x; all others look at +z.
_HEADING = {"hoofed", "cars", "cycles", "boats", "aircraft"}
_HEADING_KINDS = {
    *("elephant", "turtle", "dinosaur", "dragon", "crocodile"),
    *("duck", "swan", "goose", "flamingo", "parrot", "toucan"),
    *("fish", "whale", "dolphin", "shark"),
}

READ = 0.25  # how far what is to be read is turned from the viewer, as a share of what flatters its kind
LEFTWARD = -138.0  # heads are turned to the viewer of who heads right; whoever heads left must turn more
TOWARDS = 50.0  # degrees by which people turn to whom they meet
LOOSE = 0.46  # gap between those in a row, as a share of their width, where others stand behind


@dataclass(slots=True)
class Group:
    """Items that move as one."""

    items: list[Item]
    touches: set[int] = field(default_factory=set)

    @property
    def bounds(self) -> Bounds:
        """The box round all of them."""
        return union(bounds_of(item) for item in self.items)

    def move(self, by: Vector) -> None:
        """Move all of them."""
        self.items = [moved(item, by) for item in self.items]

    def resize(self, factor: float) -> None:
        """Make all of them larger or smaller, and their distances with them."""
        box = self.bounds
        middle = (box.center[0], box.lo[1], box.center[2])
        self.items = [
            replace(item, at=_toward(item.at, middle, factor), scale=item.scale * factor) for item in self.items
        ]


def make_group(thing: Thing, numbers: dict[str, int], chance: random.Random, *, ratio: float) -> Group:
    """Return the items of one noun, in rows round the origin, for a frame of width to height `ratio`.

    `numbers` counts the ids given out so far. Raises ValueError for a thing that is of no kind.
    """
    if thing.kind is None:
        raise ValueError("a thing without a kind cannot be placed")
    kind = KINDS[shown(thing) or thing.kind]
    items = []
    for number in range(thing.count):
        jitter = chance.uniform(-5, 5) if thing.count == 1 else chance.uniform(-12, 12)
        items.append(
            Item(
                next_id(kind.base, numbers),
                kind.name,
                thing.noun,
                (0.0, kind.hover, 0.0),
                scale=thing.size,
                yaw=(kind.yaw + jitter) * (READ if thing.text else 1.0),
                color=thing.colors[number % len(thing.colors)] if thing.colors else None,
                material=thing.material,
                text=thing.text,
                ink=thing.ink,
                worn=thing.worn,
            )
        )
    form = FORMATIONS.get(thing.formation or "") if thing.count > 1 else None
    placed = form(items, chance) if form else _in_rows(items, chance, ratio=ratio)
    if thing.formation == "facing":
        placed = [turned_to(item, right=item.at[0] < 0) for item in placed]
    return Group(placed)


def next_id(kind: str, numbers: dict[str, int]) -> str:
    """Return an id that no item has; `numbers` counts the ids given out, kind by kind."""
    numbers[kind] = numbers.get(kind, 0) + 1
    return f"{kind}{numbers[kind]}"


def facing(item: Item, *, right: bool) -> float:
    """Return the yaw with which an item looks to the right or to the left, and still a little at the viewer."""
    kind = KINDS[item.kind]
    if heads_sideways(item.kind):
        tilt = abs(kind.yaw) or 20.0
        return -tilt if right else max(tilt - 180.0, LEFTWARD) if kind.face else tilt - 180.0
    if not kind.face:
        return item.yaw
    return abs(item.yaw) if right else -abs(item.yaw)


def turned_to(item: Item, *, right: bool) -> Item:
    """Return who turns to somebody on the right or on the left, rather than to the viewer."""
    if heads_sideways(item.kind) or not KINDS[item.kind].face:
        return replace(item, yaw=facing(item, right=right))
    return replace(item, yaw=TOWARDS if right else -TOWARDS)


def heads_sideways(name: str) -> bool:
    """Say whether a kind runs, drives or sails along x, where others look along z."""
    kind = KINDS[name]
    return kind.family in _HEADING or kind.base in _HEADING_KINDS or goes_on_four(kind)


def _in_rows(items: list[Item], chance: random.Random, *, ratio: float) -> list[Item]:
    """Set items of one kind in rows, the first in front; each row stands in the gaps of the one before it."""
    if len(items) == 1:
        return items
    sizes = [bounds_of(item).size for item in items]
    width, height, depth = (max(sides) for sides in zip(*sizes, strict=True))
    step = max(1.2 * depth, 0.45 * height)  # seen from above, those behind rise over those in front
    floating = items[0].at[1] > 0
    rows = _rows(len(items), ratio * max(1.0, height / width))
    placed: list[Item] = []
    for row, count in enumerate(rows):
        row_items = _in_row(items[len(placed) : len(placed) + count], chance, loose=len(rows) > 1)
        aside = (1 + LOOSE) * width / 4 * (-1) ** (row + count) if len(rows) > 1 else 0.0
        for item in row_items:
            y = chance.uniform(0, 0.3) * height + row * 0.5 * height if floating else 0.0
            placed.append(moved(item, (aside, y, -row * step)))
    middle = union(bounds_of(item) for item in placed).center[0]
    return [moved(item, (-middle, 0.0, 0.0)) for item in placed]


def _in_row(items: Sequence[Item], chance: random.Random, *, loose: bool) -> list[Item]:
    """Set items side by side round x = 0, every other one a little forward.

    In several rows there are gaps, through which those behind are seen; in a single row they move together.
    """
    row: list[Item] = []
    for number, item in enumerate(items):
        box = bounds_of(item)
        edge = bounds_of(row[-1]).hi[0] if row else box.lo[0]
        x = edge - box.lo[0] + ((LOOSE if loose else 0.04) + chance.uniform(0, 0.03)) * box.size[0] * bool(row)
        bow = (0.08 if loose else 0.3) * box.size[2] * (number % 2) * (-1 if len(items) == 2 else 1)
        beside = moved(item, (x, 0.0, bow))
        closer = squeeze([beside], row[-1:], sign=1.0, most=0.15 * box.size[0]) if row and not loose else 0.0
        row.append(moved(beside, (closer, 0.0, 0.0)))
    middle = union(bounds_of(item) for item in row).center[0]
    return [moved(item, (-middle, 0.0, 0.0)) for item in row]


def _rows(count: int, ratio: float) -> list[int]:
    """Return how many stand in each row, from the front: wide frames take long rows."""
    longest = 3 if ratio < 1.2 else 4 if ratio < 1.9 else 6 if ratio < 3 else 12
    longest = 2 if ratio < 0.6 else longest
    rows = -(-count // longest)
    return [count // rows + (row < count % rows) for row in range(rows)]


def _toward(point: Vector, middle: Vector, factor: float) -> Vector:
    x, y, z = ((value - center) * factor + center for value, center in zip(point, middle, strict=True))
    return (x, point[1] if point[1] <= 0 else y, z)
