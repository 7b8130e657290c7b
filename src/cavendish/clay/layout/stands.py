"""What stands over something without flying or being held stands on a little scaffold over it, which belongs to the
scenery: it is found anew whenever a scene is drawn, so that no edit can leave it behind.

Whoever asked for something that floats gets no stand: layout hangs that higher.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cavendish.clay.objects import KINDS
from cavendish.clay.scene import Item, Scene, Vector

from .extents import Bounds, bounds_of, union

__all__ = ["Stand", "gap_above", "is_aloft", "stands"]

WEIGHTLESS = {"space", "sky", "underwater"}
FLYING_FAMILIES = {"aircraft", "insects", "heavens", "inflatable"}
BUBBLES = {"speech_bubble", "thought_bubble"}
FLYING = {
    *BUBBLES,
    *("bird", "owl", "duck", "eagle", "parrot", "toucan", "swan", "goose", "flamingo"),
    *("dragon", "fairy", "superhero", "umbrella"),
}

STANDING_GAP, FLYING_GAP = (0.12, 0.16), (0.20, 0.30)
SPEAKING_GAP = (0.06, 0.08)
"""Metres between two that stand one over the other, and how much more for every metre of the upper one's height."""
FLAT, SEEN = 0.5, 0.75
FARTHEST, FLOATING = 1.3, 1.45  # times the room that a stand needs: how far there is one, and how far one floats
TOUCH = 0.06
LEVEL = 0.02
OVERHANG, POST = 0.06, 0.10
FEET = 0.85  # of a thing's depth: what it stands on
NARROWEST = 0.4  # of a stand's width: how deep it is at least


@dataclass(frozen=True, slots=True)
class Stand:
    """A board on posts: where the middle of its footprint is, how wide, high and deep it is, in metres."""

    at: Vector
    width: float
    height: float
    depth: float


def is_aloft(item: Item) -> bool:
    """Say whether an item needs nothing that carries it: it flies, or jumps, or is full of air."""
    kind = KINDS[item.kind]
    return kind.hover > 0 or kind.family in FLYING_FAMILIES or kind.base in FLYING


def gap_above(items: Sequence[Item], height: float, *, over: float, floating: bool) -> float:
    """Return how far over something that is `over` metres high things of that height are to be, in metres."""
    if all(item.kind in BUBBLES for item in items):
        return SPEAKING_GAP[0] + SPEAKING_GAP[1] * height
    if all(is_aloft(item) for item in items):
        return FLYING_GAP[0] + FLYING_GAP[1] * height
    return _room(height, over) * (FLOATING if floating else 1.0)


def _room(height: float, over: float) -> float:
    """Return how much room is under a stand: enough to see under its board what is flat."""
    least, share = STANDING_GAP
    return least + share * height + max(0.0, FLAT - over) * SEEN


def stands(scene: Scene) -> tuple[Stand, ...]:
    """Return the stands that a scene needs."""
    if scene.setting.place in WEIGHTLESS:
        return ()
    boxes = {item.id: bounds_of(item) for item in scene.items}
    carried = [item for item in scene.items if not is_aloft(item) and _is_free(item, boxes)]
    found = [_stand(group, boxes) for group in _level(carried, boxes)]
    return tuple(stand for stand in found if stand is not None)


def _is_free(item: Item, boxes: dict[str, Bounds]) -> bool:
    """Say whether an item is in the air and touches nothing."""
    box = boxes[item.id]
    near = Bounds((box.lo[0], box.lo[1] - TOUCH, box.lo[2]), box.hi)
    return box.lo[1] > TOUCH and not any(near.overlap(other) for name, other in boxes.items() if name != item.id)


def _level(items: Sequence[Item], boxes: dict[str, Bounds]) -> Iterator[list[Item]]:
    """Yield items of one noun that are at one height."""
    groups: dict[tuple[str, int], list[Item]] = {}
    for item in items:
        groups.setdefault((item.noun, round(boxes[item.id].lo[1] / LEVEL)), []).append(item)
    yield from groups.values()


def _stand(group: Sequence[Item], boxes: dict[str, Bounds]) -> Stand | None:
    """Return the stand of a group over what is beneath it; None if there is nothing, or too far below."""
    upper = union(boxes[item.id] for item in group)
    ids = {item.id for item in group}
    beneath = [box for name, box in boxes.items() if name not in ids and _is_beneath(box, upper)]
    if not beneath:
        return None
    lower = union(beneath)
    highest = max(box.size[1] for box in (boxes[item.id] for item in group))
    if upper.lo[1] - lower.hi[1] > FARTHEST * _room(highest, lower.size[1]):
        return None
    left, right = min(lower.lo[0] - POST, upper.lo[0]), max(lower.hi[0] + POST, upper.hi[0])
    width = right - left + 2 * OVERHANG
    depth = max(FEET * upper.size[2], NARROWEST * min(width, lower.size[2]))
    return Stand(((left + right) / 2, 0.0, upper.center[2]), width, upper.lo[1], depth)


def _is_beneath(box: Bounds, upper: Bounds) -> bool:
    x, _, z = upper.center
    across = min(box.hi[0], upper.hi[0]) > max(box.lo[0], upper.lo[0])
    over = box.lo[0] <= x <= box.hi[0] or upper.lo[0] <= box.center[0] <= upper.hi[0]
    return across and over and box.lo[2] - TOUCH <= z <= box.hi[2] + TOUCH and box.hi[1] <= upper.lo[1]
