"""Where a relation puts a thing: left of, on, under, behind, between, in somebody's hand …

Each relation is a function of two boxes. "Above" is meant literally; "on" uses the surface that carries things; "under"
means beneath the crown of a tree, a little in front of its trunk, so that the one who sits there is seen.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cavendish.clay.language import lexicon

from .carrying import (
    BOARDS,
    GRIPS,
    crown_of,
    hand_of,
    hat_width,
    held_scale,
    is_person,
    minus,
    mounted,
    seat_on,
    sitting,
)
from .encounters import ENCOUNTERS
from .extents import Bounds, bounds_of, moved, support_height, union
from .sharing import bunch
from .spacing import squeeze
from .stands import gap_above
from .steps import UPWARD, Movable, Relation, Step, gap_between, way_over

__all__ = ["TRUNKS", "offset"]

TRUNKS = {
    "mushroom": 0.12,
    "sunflower": 0.06,
    "flower": 0.05,
    "cactus": 0.2,
    "traffic_light": 0.1,
    "tree": 0.30,
    "pine": 0.2,
    "palm": 0.2,
    "umbrella": 0.1,
    "street_lamp": 0.1,
    "lamp": 0.1,
}

MOST_HIDDEN = 0.3  # share of a thing's box that another may cover
NEARER = 0.08  # how much wider things look for every metre that they stand before others

STEMMED = {"flower", "rose", "sunflower", "tulip", "balloon"}

# How high one sits in what has no seat, as a share of its height: below a mast, below a crown.
DECKS = {"sailboat": 0.15, "ship": 0.4, "tree": 0.34}


def offset(relation: str, group: Movable, targets: Sequence[Movable], *, side: float) -> Step:
    """Return how to move a group so that it stands in the relation; `side` (1 or -1) decides where either will do.

    May resize the group, where it has to fit on or into its target.
    """
    if relation == "between" and len(targets) > 1:
        return _between(group, targets)
    return _RELATIONS.get(relation, _near)(group, targets[0], side)


def _beside(group: Movable, target: Movable, sign: float) -> Step:
    """Stand side by side; of two that differ in height the lower one comes forward, and they move together."""
    here, there = group.bounds, target.bounds
    x = there.hi[0] - here.lo[0] if sign > 0 else there.lo[0] - here.hi[0]
    alike = 0.8 < here.size[1] / there.size[1] < 1.25
    depth = 0.0 if alike else 0.22 * (here.size[2] + there.size[2])
    forward = depth if here.size[1] < there.size[1] else -depth
    by = (x + sign * gap_between(group, target), 0.0, there.center[2] - here.center[2] + forward)
    beside = [moved(item, by) for item in group.items]
    most = (0.12 if alike else 0.26) * min(here.size[0], there.size[0])
    closer = squeeze(beside, target.items, sign=sign, most=most)
    return Step((by[0] + closer, 0.0, by[2]), (sign, 0.0, 0.0), right=sign < 0)


def _left(group: Movable, target: Movable, _: float) -> Step:
    return _beside(group, target, -1.0)


def _right(group: Movable, target: Movable, _: float) -> Step:
    return _beside(group, target, 1.0)


def _near(group: Movable, target: Movable, side: float) -> Step:
    return _beside(group, target, side)


def _above(group: Movable, target: Movable, _: float, *, floating: bool = False) -> Step:
    gap = gap_above(group.items, group.bounds.size[1], over=target.bounds.size[1], floating=floating)
    return Step(way_over(group, target, target.bounds.hi[1] + gap), (0.0, 1.0, 0.0))


def _below(group: Movable, target: Movable, _: float) -> Step:
    gap = gap_above(target.items, target.bounds.size[1], over=group.bounds.size[1], floating=False)
    return Step(way_over(group, target, target.bounds.lo[1] - gap - group.bounds.size[1]), (0.0, -1.0, 0.0))


def _on(group: Movable, target: Movable, side: float) -> Step:
    seated = [sitting(item, target.items[0]) for item in group.items]
    if len(seated) == 1 and seated[0] is not None:
        group.items = [seated[0]]
        return Step(minus(seat_on(seated[0], target.items[0])[0], seated[0].at), UPWARD, touches=True)
    room = target.bounds.size
    spare = 1.0 if len(group.items) == 1 else 0.62
    depth = max(room[2], 0.35 * room[0])
    needed = max(group.bounds.size[0] / (1.25 * spare * room[0]), group.bounds.size[2] / (1.6 * spare * depth))
    if needed > 1:
        group.resize(max(1 / needed, 0.3))
    surface = max(support_height(item) for item in target.items)
    return Step(way_over(group, target, surface), (side, 0.0, 0.0), touches=True)


def _riding(group: Movable, target: Movable, side: float) -> Step:
    if target.items[0].kind in lexicon().uses["vessel"]:
        return _in(group, target, side)
    group.items = [mounted(item, target.items[0]) for item in group.items]
    if is_person(group.items[0]):
        saddle, _ = seat_on(group.items[0], target.items[0])
        return Step(minus(saddle, group.items[0].at), UPWARD, touches=True)
    item = target.items[0]
    if item.kind in BOARDS:
        return _on(group, target, side)
    group.resize(min(1.0, 1.2 * target.bounds.size[1] / group.bounds.size[1]))
    surface = min(support_height(item), item.at[1] + 0.62 * target.bounds.size[1])
    return Step(way_over(group, target, surface - 0.16 * group.bounds.size[1]), UPWARD, touches=True)


def _in(group: Movable, target: Movable, side: float) -> Step:
    kind, room, low = target.items[0].kind, target.bounds.size, target.bounds.lo[1]
    if kind in lexicon().uses["hollow"] and all(item.kind in STEMMED for item in group.items):
        return _in_bunch(group, target)
    if kind in lexicon().uses["hollow"]:
        group.resize(min(1.0, 0.74 * min(room[0], room[2]) / max(group.bounds.size[0], group.bounds.size[2])))
        level = min(support_height(target.items[0]) - low, 0.55 * room[1])
        return Step(way_over(group, target, low + level), (0.0, 1.0, 0.0), touches=True)
    if kind not in lexicon().uses["vessel"]:
        return _front(group, target, side)
    group.resize(min(1.0, 0.6 * room[0] / group.bounds.size[0], 0.75 * room[1] / group.bounds.size[1]))
    level = min(support_height(target.items[0]) - low, DECKS.get(kind, 0.5) * room[1])
    by = way_over(group, target, low + level)
    forward = 0.52 if kind == "tree" else 0.2
    return Step((by[0], by[1], by[2] + forward * room[2]), (0.0, 1.0, 0.0), touches=True)


def _in_bunch(group: Movable, target: Movable) -> Step:
    """Put flowers into a vase: the stems inside, the blossoms above its rim."""
    there = target.bounds
    factor = min(1.0, 0.95 * there.size[1] / max(bounds_of(item).size[1] for item in group.items))
    items = [replace(item, scale=item.scale * factor) for item in group.items]
    height = max(bounds_of(item).size[1] for item in items)
    foot = (there.center[0], there.hi[1] - 0.42 * height, there.center[2])
    group.items = bunch(items, foot, spread=0.0 if len(items) == 1 else 0.34 * there.size[0])
    return Step((0.0, 0.0, 0.0), UPWARD, touches=True)


def _under(group: Movable, target: Movable, side: float) -> Step:
    kind, there = target.items[0].kind, target.bounds
    if kind in TRUNKS:
        return _under_crown(group, target, side)
    if kind not in lexicon().uses["roof"] and kind not in {"chair", "bench"}:
        return _below(group, target, side)
    clear = 0.8 * (support_height(target.items[0]) - there.lo[1])
    group.resize(max(0.4, min(1.0, clear / group.bounds.size[1])))
    by = way_over(group, target, there.lo[1])
    return Step((by[0], by[1], by[2] + 0.12 * there.size[2]), (0.0, 0.0, 1.0), touches=True)


def _under_crown(group: Movable, target: Movable, side: float) -> Step:
    here, there = group.bounds, target.bounds
    trunk = TRUNKS[target.items[0].kind] * target.items[0].scale
    if here.size[1] > 0.62 * there.size[1]:
        group.resize(max(0.45, 0.62 * there.size[1] / here.size[1]))
        here = group.bounds
    middle = target.items[0].at
    reach = max(0.0, 0.5 * there.size[0] - 0.35 * here.size[0])
    x = middle[0] + side * min(trunk + 0.36 * here.size[0], reach)
    z = middle[2] + trunk + 1.0 * here.size[2]
    return Step((x - here.center[0], there.lo[1] - here.lo[1], z - here.center[2]), (side, 0.0, 0.0), True)


def _aside(back: Bounds, *, before: Bounds) -> float:
    """Return how far from the middle of what stands before it a thing must stand so that most of it is seen."""
    hidden_height = min(1.0, 1.1 * before.size[1] / back.size[1])
    hidden_width = min(1.0, MOST_HIDDEN / hidden_height)
    nearer = 1.0 + NEARER * (before.size[2] + back.size[2])
    clear = (nearer * before.size[0] + back.size[0]) / 2 - hidden_width * back.size[0]
    return max(0.12 * before.size[0], clear)


def _behind(group: Movable, target: Movable, side: float) -> Step:
    here, there = group.bounds, target.bounds
    x = there.center[0] + side * _aside(here, before=there) - here.center[0]
    return Step((x, 0.0, there.lo[2] - here.hi[2] - 0.12), (0.0, 0.0, -1.0))


def _front(group: Movable, target: Movable, side: float) -> Step:
    here, there = group.bounds, target.bounds
    x = there.center[0] + side * _aside(there, before=here) - here.center[0]
    return Step((x, 0.0, there.hi[2] - here.lo[2] + 0.1), (0.0, 0.0, 1.0))


def _between(group: Movable, targets: Sequence[Movable]) -> Step:
    here = group.bounds
    left, right = sorted((target.bounds for target in targets[:2]), key=lambda box: box.center[0])
    x = (left.hi[0] + right.lo[0]) / 2 - here.center[0]
    middle = union((left, right)).center
    forward = 0.3 * here.size[2] if targets[0].items[0].kind in TRUNKS else 0.0
    return Step((x, 0.0, middle[2] - here.center[2] + forward), (0.0, 0.0, 1.0), touches=forward > 0)


def _held(group: Movable, target: Movable, side: float) -> Step:
    """Put it into the hand, in a size that hands can hold."""
    holder = target.items[0]
    if len(group.items) > 1:
        scale = held_scale(group.items[0], holder)
        items = [replace(item, scale=scale) for item in group.items]
        size = bounds_of(items[0]).size
        x, y, z = hand_of(holder, size, side)
        outward = 0.3 * size[0] * (1.0 if x > holder.at[0] else -1.0)
        foot = (x + outward, y - GRIPS.get(items[0].kind, 0.5) * size[1], z)
        group.items = bunch(items, foot, spread=0.5 * size[0])
        return Step((0.0, 0.0, 0.0), UPWARD, touches=True)
    group.resize(held_scale(group.items[0], holder) / group.items[0].scale)
    here = group.bounds
    x, y, z = hand_of(holder, here.size, side)
    grip = GRIPS.get(group.items[0].kind, 0.5)
    step = (x - here.center[0], y - grip * here.size[1] - here.lo[1], z - here.center[2])
    return Step(step, UPWARD, touches=True)


def _worn(group: Movable, target: Movable, _: float) -> Step:
    """Put it on the head, wherever that is."""
    wearer = target.items[0]
    group.resize(max(0.25, min(1.0, hat_width(wearer) / group.bounds.size[0])))
    here = group.bounds
    x, y, z = crown_of(wearer)
    return Step((x - here.center[0], y - here.lo[1], z - here.center[2]), UPWARD, touches=True)


_RELATIONS: dict[str, Relation] = {
    "left": _left,
    "right": _right,
    "above": _above,
    "floating": partial(_above, floating=True),
    "below": _below,
    "on": _on,
    "riding": _riding,
    "in": _in,
    "under": _under,
    "behind": _behind,
    "front": _front,
    "near": _near,
    "between": _near,
    "holding_by": _held,
    "wearing_by": _worn,
    **ENCOUNTERS,
}
