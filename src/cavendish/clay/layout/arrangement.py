"""Content becomes items: every thing gets a place of its own, near enough to its neighbours to share a picture.

Things of one noun form a group that moves as one. Groups tied by relations are set down one after the other, each
where its relation puts it; what is not tied stands side by side, in the order in which it was named.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.language import Content, Link, Thing
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import Item, Vector

from .carrying import holding, is_handy, is_too_large
from .extents import Bounds, bounds_of, union
from .groups import Group, facing, heads_sideways, make_group
from .relations import TRUNKS, offset
from .sharing import share
from .spacing import collide, squeeze, way_out
from .variety import is_told_from_the_right, painted, turned_about
from .village import village

__all__ = ["arrange"]

MOST_PUSHES = 12
_LOOSE = {"with", "near"}  # who runs in a circle of relations is not where these put him
_CARRIED = {"holding_by", "wearing_by", "shoulder", "lap", "nose", "clearing"}


def arrange(content: Content, *, seed: int, ratio: float) -> tuple[Item, ...]:
    """Return the items of a new picture, set round x = 0 and z = 0, for a frame of width to height `ratio`."""
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    numbers: dict[str, int] = {}
    narrow = min(ratio, 0.5) if len(content.things) > 1 and ratio < 1.6 else ratio
    groups = [make_group(thing, numbers, chance, ratio=narrow) for thing in content.things]
    about = is_told_from_the_right(content, seed)
    if about:
        for group in groups:
            group.items = [_showing_face(turned_about(item)) for item in group.items]
    clusters = [_settle(cluster, groups, content, chance) for cluster in _clusters(content)]
    ordered = sorted(clusters, key=lambda cluster: _SIDES.get(_side(cluster, content.things), 0))
    row = [[groups[number] for number in cluster] for cluster in ordered]
    _stand_in_row(row[::-1] if about else row)
    for thing, group in zip(content.things, groups, strict=True):
        _step_aside(thing, group)
    items = [item for group in groups for item in group.items]
    if content.village:
        items = [*village(items, numbers, seed=seed, ratio=ratio)]
    elif all(link.relation in {"left", "right", "near", "with"} for link in content.links):
        items = _look_inward(items)
    return tuple(painted(items, seed))


def _clusters(content: Content) -> list[list[int]]:
    """Return the numbers of the things that are tied together, cluster by cluster."""
    label = list(range(len(content.things)))
    for link in content.links:
        for target in link.targets:
            old, new = sorted((label[link.subject], label[target]), reverse=True)
            label = [new if name == old else name for name in label]
    return [[number for number, name in enumerate(label) if name == first] for first in sorted(set(label))]


def _settle(cluster: list[int], groups: list[Group], content: Content, chance: random.Random) -> list[int]:
    """Set down the groups of a cluster, targets before subjects; a circle of relations is cut where it starts."""
    links = [_turned(link, groups) for link in content.links if link.subject in cluster]
    waiting = list(cluster)
    settled: list[int] = []
    while waiting:
        ready = [number for number in waiting if _ready(number, links, settled)]
        firm = [link for link in links if link.relation not in _LOOSE]
        number = next(iter(ready or [number for number in waiting if _ready(number, firm, settled)] or waiting))
        waiting.remove(number)
        own = [link for link in links if link.subject == number and set(link.targets) <= set(settled)]
        if own:
            # "a cup with a clock on top of it": what is said last of the same two is meant.
            meant = next(link for link in reversed(own) if link.targets == own[0].targets)
            _place(meant, groups, settled, content, chance)
        elif settled:
            _beside(groups[number], [groups[other] for other in settled])
        settled.append(number)
    lowest = min(groups[number].bounds.lo[1] for number in cluster)
    if lowest < 0:
        for number in cluster:
            groups[number].move((0.0, -lowest, 0.0))
    return cluster


def _turned(link: Link, groups: Sequence[Group]) -> Link:
    """Let the hat depend on the head and the balloon on the hand, whoever the sentence is about."""
    if link.relation == "with" and is_handy(groups[link.subject].items, groups[link.targets[0]].items):
        return Link("holding_by", link.targets[0], (link.subject,))
    owner, thing = groups[link.subject].items[0], groups[link.targets[0]].items[0]
    if link.relation == "above" and KINDS[owner.kind].pose == "jump":
        return Link("clearing", link.subject, link.targets)
    if link.relation == "holding" and is_too_large(owner, thing):
        return Link("near", link.subject, link.targets)
    if link.relation in {"wearing", "holding", "feet"}:
        return Link(f"{link.relation}_by", link.targets[0], (link.subject,))
    return link


def _ready(number: int, links: Sequence[Link], settled: Sequence[int]) -> bool:
    return all(set(link.targets) <= set(settled) for link in links if link.subject == number)


def _place(link: Link, groups: list[Group], settled: list[int], content: Content, chance: random.Random) -> None:
    group = groups[link.subject]
    targets = [groups[number] for number in link.targets]
    if link.relation == "between" and len(targets) > 1:
        _part(targets[0], targets[1], group.bounds.size[0])
    if link.relation == "holding_by":
        beside = [item for number in settled if number != link.targets[0] for item in groups[number].items]
        targets[0].items = [holding(item, group.items[0], beside) for item in targets[0].items]
    side = _free_side(link, content.links) or (-1.0 if chance.random() < 0.5 else 1.0)
    step = offset(link.relation, group, targets, side=side)
    group.move(step.by)
    if not content.village and step.right is not None and len(group.items) == 1:
        group.items = [replace(group.items[0], yaw=facing(group.items[0], right=step.right))]
    group.touches |= set(link.targets) if step.touches else set()
    mates = [n for n in settled if n != link.targets[0] and link.relation == "on" and _is_on(n, link, content)]
    if mates:
        share([*(groups[number] for number in mates), group], targets[0])
        group.touches |= set(mates)
        return
    for _ in range(0 if _is_carried(link, group) else MOST_PUSHES):
        others = [number for number in settled if number not in group.touches]
        hit = next((number for number in others if collide(group.items, groups[number].items)), None)
        if hit is None:
            return
        group.move(way_out(group.bounds, groups[hit].bounds, step.push))


def _is_carried(link: Link, group: Group) -> bool:
    """Say whether a group is where it is because of a hand, a head or a seat, so that nothing may push it away."""
    seated = KINDS[group.items[0].kind].pose in {"perch", "study", "ride", "surf"}
    return link.relation in _CARRIED or (seated and link.relation in {"on", "riding"})


def _is_on(number: int, link: Link, content: Content) -> bool:
    """Say whether another thing is on what a link puts something on."""
    return any(x.subject == number and x.relation == "on" and x.targets == link.targets for x in content.links)


def _free_side(link: Link, links: Sequence[Link]) -> float:
    """Return 1 or -1 where somebody else stands on the other side of the same target, else 0."""
    taken = {other.relation for other in links if set(other.targets) & set(link.targets) and other != link}
    return ("left" in taken) - ("right" in taken)


def _part(left: Group, right: Group, room: float) -> None:
    """Draw two groups apart so that a third fits between them, or between their trunks; the first on the left."""
    gap = room * 1.15
    if all(group.items[0].kind in TRUNKS for group in (left, right)):
        gap = max(room, 0.9) - 0.42 * (left.bounds.size[0] + right.bounds.size[0])
    right.move((left.bounds.hi[0] + gap - right.bounds.lo[0], 0.0, left.bounds.center[2] - right.bounds.center[2]))


def _beside(group: Group, others: Sequence[Group]) -> None:
    room = union(other.bounds for other in others)
    group.move((room.hi[0] + 0.1 * group.bounds.size[0] - group.bounds.lo[0], 0.0, 0.0))


def _stand_in_row(clusters: Sequence[Sequence[Group]]) -> None:
    """Set clusters side by side and the whole row round x = 0; of neighbours the lower one stands forward."""
    standing: list[Item] = []
    boxes = [union(group.bounds for group in cluster) for cluster in clusters]
    tallest = max(boxes, key=lambda box: box.size[1], default=None)
    for number, (cluster, box) in enumerate(zip(clusters, boxes, strict=True)):
        width = min(box.size[0], boxes[max(number - 1, 0)].size[0])
        low, forward = _forward(box, tallest or box)
        z = forward - box.center[2]
        edge = max((bounds_of(item).hi[0] for item in standing), default=box.lo[0])
        moves: Vector = (edge - box.lo[0] + (0.05 if standing else 0.0), 0.0, z)
        for group in cluster:
            group.move(moves)
        items = [item for group in cluster for item in group.items]
        closer = squeeze(items, standing, sign=1.0, most=low * width) if standing else 0.0
        for group in cluster:
            group.move((closer, 0.0, 0.0))
        standing += [item for group in cluster for item in group.items]
    middle = union(bounds_of(item) for item in standing).center if standing else (0.0, 0.0, 0.0)
    for group in (group for cluster in clusters for group in cluster):
        group.move((-middle[0], 0.0, 0.0))


def _forward(box: Bounds, tallest: Bounds) -> tuple[float, float]:
    """Return how much of its width a cluster may stand before its neighbour, and how far forward it stands for it.

    What is much lower than a house or a tree stands before it, what is a little lower half beside it.
    """
    share = box.size[1] / tallest.size[1]
    if share < 0.62:
        return 0.5, (box.size[2] + tallest.size[2]) / 2
    return (0.26, 0.32 * box.size[2]) if share < 0.8 else (0.14, 0.0)


_SIDES = {"left": -1, "right": 1}


def _side(cluster: Sequence[int], things: Sequence[Thing]) -> str:
    return next((side for number in cluster if (side := things[number].side)), "")


def _step_aside(thing: Thing, group: Group) -> None:
    """Heed "in the background", "flying" and the like."""
    width, height, depth = group.bounds.size
    match thing.side:
        case "back":
            group.move((0.45 * width, 0.0, -1.6 - depth))
        case "front":
            group.move((0.0, 0.0, 0.8 + 0.5 * depth))
        case "up" if not KINDS[group.items[0].kind].draught:
            group.move((0.0, max(0.0, 0.6 + 0.4 * height - group.bounds.lo[1]), 0.0))
        case _:
            pass


def _showing_face(item: Item) -> Item:
    """Turn a creature that heads left until its face is seen."""
    leftward = heads_sideways(item.kind) and KINDS[item.kind].face and abs(item.yaw) > 90
    return replace(item, yaw=facing(item, right=False)) if leftward else item


def _look_inward(items: list[Item]) -> list[Item]:
    """Turn those on the left to the right and the other way round, so that a picture closes upon itself."""
    if len({item.kind for item in items}) < 2 or len(items) > 4:
        return items
    return [replace(item, yaw=facing(item, right=item.at[0] < 0)) for item in items]
