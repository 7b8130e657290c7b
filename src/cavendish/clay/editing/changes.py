"""What one command does to the items of a scene: they are added, removed, replaced, moved, turned, painted."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cavendish.clay.language import Link, Thing
from cavendish.clay.layout import (
    Bounds,
    Group,
    bounds_of,
    can_hold,
    collide,
    facing,
    free_spot,
    hand_of,
    holding,
    make_group,
    offset,
    union,
    way_out,
)
from cavendish.clay.objects import KINDS, nearest
from cavendish.clay.objects.charts import CHART_KINDS
from cavendish.clay.scene import MAX_ITEMS, Item, Scene, Vector

from .falling import fallen

__all__ = ["Draft", "add", "alter", "exchange", "move", "place_by", "put_instead", "remove"]

STEP = 0.9
REACH = 0.12  # metres from the middle of a hand within which a thing is in it


@dataclass(slots=True)
class Draft:
    """A scene that is being edited: `spoken_of` are the ids last meant, `touched` those that may leave the frame."""

    scene: Scene
    ratio: float
    spoken_of: list[str] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    drawn: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    changed: bool = False

    def put(self, items: Iterable[Item]) -> None:
        """Let these be the scene's items."""
        scene = replace(self.scene, items=tuple(items)[:MAX_ITEMS])
        ids = {item.id for item in scene.items}
        if scene.camera.focus not in ids:
            scene = replace(scene, camera=replace(scene.camera, focus=None))
        self.changed = self.changed or scene != self.scene
        self.scene = scene

    def swap(self, changed: Sequence[Item]) -> None:
        """Let these items take the place of those with the same ids."""
        by_id = {item.id: item for item in changed}
        self.put(by_id.get(item.id, item) for item in self.scene.items)

    def speak_of(self, items: Iterable[Item]) -> None:
        """Remember whom "it" means from now on."""
        self.spoken_of = [item.id for item in items]

    def recent(self) -> list[Item]:
        """Return those last spoken of that are still there, in the scene's order."""
        return [item for item in self.scene.items if item.id in self.spoken_of]


def add(draft: Draft, thing: Thing, link: Link | None, targets: Sequence[Item]) -> list[Item]:
    """Add what a noun phrase names, related to items that exist, or else at a free spot; return the new items."""
    thing.settle()
    scene = draft.scene
    numbers = _highest_numbers(scene)
    chance = random.Random(f"{scene.seed} {len(scene.items)} {thing.kind}")  # noqa: S311 - a picture, not a secret
    group = make_group(thing, numbers, chance, ratio=1.0)
    if link is not None and targets:
        if link.relation == "holding":
            draft.swap([holding(targets[0], group.items[0], scene.items)])
            scene, targets = draft.scene, [item for item in draft.scene.items if item.id == targets[0].id]
        _relate(group, link.relation, targets, scene.items, chance)
    else:
        group.move(free_spot(group.items, scene.items, scene.camera))
        group.move(_side_step(thing.side, group.bounds))
    draft.put((*scene.items, *group.items))
    draft.touched |= {item.id for item in group.items}
    draft.speak_of(group.items)
    return group.items


def remove(draft: Draft, items: Sequence[Item]) -> None:
    """Take items away."""
    gone = {item.id for item in items}
    kept = [item for item in draft.scene.items if item.id not in gone]
    draft.put(fallen(kept, items))


def put_instead(draft: Draft, old: Sequence[Item], thing: Thing) -> None:
    """Let other things stand where items stood."""
    thing.settle()
    numbers = _highest_numbers(draft.scene)
    fresh: dict[str, Item] = {}
    for item in old:
        single = replace(thing, count=1)
        new = make_group(single, numbers, random.Random(item.id), ratio=1.0).items[0]  # noqa: S311
        if {item.kind, new.kind} <= CHART_KINDS:
            new = replace(new, text=item.text, ink=item.ink)
        y = item.at[1] if item.at[1] > 0.05 and not KINDS[item.kind].hover else new.at[1]
        fresh[item.id] = replace(new, at=(item.at[0], y, item.at[2]))
    draft.put(fresh.get(item.id, item) for item in draft.scene.items)
    draft.touched |= {item.id for item in fresh.values()}
    draft.speak_of(fresh.values())


def alter(draft: Draft, items: Sequence[Item], thing: Thing) -> None:
    """Paint, resize and turn items as was said behind their noun."""
    changed = [_altered(item, thing) for item in items]
    if thing.pose is not None:
        changed += _taken_along(items, changed, draft.scene.items)
    if thing.factor is not None:
        draft.touched |= {item.id for item in items}
    draft.swap(changed)


def move(draft: Draft, items: Sequence[Item], side: str) -> None:
    """Move items a step to a side; nobody ends up in somebody else or below the ground."""
    step = _STEPS.get(side, (0.0, 0.0, 0.0))
    moved = [replace(item, at=_shift(item.at, step)) for item in items]
    if side == "middle":
        middle = union(bounds_of(item) for item in items).center
        moved = [replace(item, at=_shift(item.at, (-middle[0], 0.0, 0.0))) for item in items]
    ids = {item.id for item in items}
    others = [item for item in draft.scene.items if item.id not in ids]
    for _ in range(16):
        if side in {"up", "down", "middle"} or not collide(moved, others):
            break
        moved = [replace(item, at=_shift(item.at, (step[0] / 3, 0.0, step[2] / 3))) for item in moved]
    draft.touched |= ids
    draft.swap(moved)


def exchange(draft: Draft, some: Sequence[Item], others: Sequence[Item]) -> None:
    """Let two lots of items change places."""
    here, there = Group(list(some)), Group(list(others))
    old_here, old_there = here.bounds.center, there.bounds.center
    across = (old_there[0] - old_here[0], 0.0, old_there[2] - old_here[2])
    here.move(across)
    there.move((-across[0], 0.0, -across[2]))
    draft.touched |= {item.id for item in (*some, *others)}
    draft.swap([*here.items, *there.items])


def place_by(draft: Draft, items: Sequence[Item], link: Link, targets: Sequence[Item]) -> None:
    """Move items to where a relation to others puts them."""
    ids = {item.id for item in items}
    group = Group([_grounded(item) for item in items])
    others = [item for item in draft.scene.items if item.id not in ids]
    _relate(group, link.relation, targets, others, random.Random(draft.scene.seed))  # noqa: S311
    draft.touched |= ids
    draft.swap(group.items)


def _relate(
    group: Group, relation: str, targets: Sequence[Item], others: Sequence[Item], chance: random.Random
) -> None:
    """Move a group into a relation; of two sides that are alike the freer one is taken."""
    relation = {"wearing": "wearing_by", "holding": "holding_by"}.get(relation, relation)
    clear_of = [item for item in others if item not in targets or relation == "between"]
    holders = [Group([target]) for target in targets] if relation == "between" else [Group(list(targets))]
    sides = [1.0, -1.0] if chance.random() < 0.5 else [-1.0, 1.0]
    start = list(group.items)
    for side in (*sides, None):
        group.items = list(start)
        step = offset(relation, group, holders, side=sides[0] if side is None else side)
        group.move(step.by)
        if side is not None and not collide(group.items, clear_of):
            break
    for _ in range(8):
        hit = next((bounds_of(item) for item in clear_of if collide(group.items, [item])), None)
        if hit is None or step.touches:
            break
        group.move(way_out(group.bounds, hit, step.push))
    lowest = group.bounds.lo[1]
    group.move((0.0, max(0.0, -lowest), 0.0))


def _altered(item: Item, thing: Thing) -> Item:
    if thing.later_color:
        item = replace(item, color=thing.later_color)
    if thing.later_material:
        item = replace(item, material=thing.later_material)
    if thing.factor is not None:
        item = replace(item, scale=min(max(item.scale * thing.factor, 0.1), 6.0))
    if thing.pose is not None:
        item = _doing(item, thing.pose)
    return replace(item, yaw=_turned(item, thing.turn)) if thing.turn else item


def _taken_along(before: Sequence[Item], after: Sequence[Item], items: Sequence[Item]) -> list[Item]:
    """Return what was in the hands of those who changed their pose, where their hands are now."""
    ids = {item.id for item in before}
    moved_along = []
    for old, new in zip(before, after, strict=True):
        if old.kind == new.kind or not can_hold(old, "balloon"):
            continue
        for item in (item for item in items if item.id not in ids and can_hold(old, item.kind)):
            size = bounds_of(item).size
            here, there = hand_of(old, size, 1.0), hand_of(new, size, 1.0)
            if bounds_of(item).overlap(Bounds(_shift(here, (-REACH,) * 3), _shift(here, (REACH,) * 3))):
                step = (there[0] - here[0], there[1] - here[1], there[2] - here[2])
                moved_along.append(replace(item, at=_shift(item.at, step)))
    return moved_along


def _doing(item: Item, pose: str) -> Item:
    """Return an item in a pose, as high above what carries it as before; the same one if it cannot be shown so."""
    old = KINDS[item.kind]
    name = nearest(KINDS[old.base], pose)
    if name is None or name == item.kind:
        return item
    new = KINDS[name]
    x, y, z = item.at
    return replace(item, kind=name, at=(x, max(0.0, y - old.hover) + new.hover, z), yaw=new.yaw)


def _turned(item: Item, turn: str) -> float:
    match turn:
        case "front":
            return KINDS[item.kind].yaw
        case "left" | "right":
            return facing(item, right=turn == "right")
    return (item.yaw + float(turn) + 180) % 360 - 180


_STEPS: dict[str, Vector] = {
    "left": (-STEP, 0.0, 0.0),
    "right": (STEP, 0.0, 0.0),
    "up": (0.0, 0.7, 0.0),
    "down": (0.0, -0.7, 0.0),
    "front": (0.0, 0.0, STEP),
    "back": (0.0, 0.0, -1.2),
}


def _side_step(side: str | None, bounds: Bounds) -> Vector:
    if side == "back":
        return (0.0, 0.0, -1.6 - bounds.size[2])
    return (0.0, max(0.0, 1.4 - bounds.lo[1]), 0.0) if side == "up" else (0.0, 0.0, 0.0)


def _shift(point: Vector, by: Vector) -> Vector:
    return (point[0] + by[0], max(0.0, point[1] + by[1]), point[2] + by[2])


def _grounded(item: Item) -> Item:
    return replace(item, at=(item.at[0], KINDS[item.kind].hover, item.at[2]))


def _highest_numbers(scene: Scene) -> dict[str, int]:
    kinds = {KINDS[item.kind].base for item in scene.items}
    return {kind: _highest_number(scene, kind) for kind in kinds}


def _highest_number(scene: Scene, kind: str) -> int:
    own = [item.id[len(kind) :] for item in scene.items if KINDS[item.kind].base == kind]
    numbers = [int(number) for number in own if number.isdigit()]
    return max(numbers, default=0)
