"""Relations between bodies: on a shoulder, a lap or a nose, at the feet, face to face, and in a leap over something.

Of people the places are told by their rig; of all others the box round them must do.
"""

from dataclasses import replace

from cavendish.clay.objects import KINDS, natural_scale
from cavendish.clay.objects.limbs import STATURES, seat
from cavendish.clay.scene import Item, Vector

from .carrying import is_person, tallness, turned
from .groups import heads_sideways, turned_to
from .steps import UPWARD, Movable, Relation, Step, gap_between, way_over

__all__ = ["ENCOUNTERS"]

PERCHING, NURSED, ALIGHTED, KICKED = 0.30, 0.36, 0.14, 0.26
"""How high those on a shoulder, a lap, a nose and at the feet are, as shares of the bearer's height."""
TRAILING = 0.08  # of the height of who leaps: hind legs that trail below what is cleared
LONG = 1.6  # times as wide as deep: what is leapt over lies across the leap


def _shoulder(group: Movable, target: Movable, side: float) -> Step:
    bearer, box = target.items[0], target.bounds
    _shrink(group, PERCHING * tallness(bearer))
    group.items = [turned_to(item, right=side > 0) if heads_sideways(item.kind) else item for item in group.items]
    wide = group.bounds.size[0]
    if not is_person(bearer):
        x, y, z = box.center
        return _to(group, (x + side * 0.36 * box.size[0], y + 0.12 * box.size[1], z))
    return _to(group, _on_rig(bearer, (side * (0.25 + 0.24 * wide), _hips(bearer) + 0.52 * _k(bearer), 0.10)))


def _lap(group: Movable, target: Movable, _: float) -> Step:
    bearer = target.items[0]
    if not is_person(bearer):
        return _to(group, (bearer.at[0], bearer.at[1] + 0.3 * target.bounds.size[1], target.bounds.hi[2]))
    pose = KINDS[bearer.kind].pose
    if pose not in {"sit", "perch", "read", "study"} and f"{KINDS[bearer.kind].base}.sit" in KINDS:
        bearer = replace(bearer, kind=f"{KINDS[bearer.kind].base}.sit")
        target.items = [bearer, *target.items[1:]]
    _shrink(group, NURSED * tallness(bearer))
    return _to(group, _on_rig(bearer, (0.0, _hips(bearer) + 0.08, 0.40)))


def _nose(group: Movable, target: Movable, _: float) -> Step:
    bearer, box = target.items[0], target.bounds
    _shrink(group, ALIGHTED * tallness(bearer))
    half = group.bounds.size[2] / 2
    if not is_person(bearer):
        return _to(group, (box.center[0], box.lo[1] + 0.72 * box.size[1], box.hi[2] + half))
    return _to(group, _on_rig(bearer, (0.0, _hips(bearer) + 0.61 * _k(bearer) + 0.34, 0.33 + half)))


def _at_feet(group: Movable, target: Movable, side: float) -> Step:
    """Lie on the ground before the feet of those who play with it, between them where they are several."""
    _shrink(group, KICKED * tallness(target.items[0]))
    here, there = group.bounds, target.bounds
    aside = 0.0 if len(target.items) > 1 else 0.3 * side * there.size[0]
    by = (there.center[0] + aside - here.center[0], there.lo[1] - here.lo[1], there.hi[2] + 0.05 - here.lo[2])
    return Step(by, (0.0, 0.0, 1.0))


def _facing(group: Movable, target: Movable, side: float) -> Step:
    """Stand on the free side of whom one meets, both turned to each other."""
    middle = target.bounds.center[0]
    side = (-1.0 if middle > 0 else 1.0) if abs(middle) > 0.05 else side
    group.items = [turned_to(item, right=side < 0) for item in group.items]
    target.items = [turned_to(item, right=side > 0) for item in target.items]
    here, there = group.bounds, target.bounds
    x = there.hi[0] - here.lo[0] if side > 0 else there.lo[0] - here.hi[0]
    return Step((x + side * gap_between(group, target), 0.0, there.center[2] - here.center[2]), (side, 0.0, 0.0))


def _clearing(group: Movable, target: Movable, _: float) -> Step:
    """Leap over something that lies across one's way, and only just."""
    width, _height, depth = target.bounds.size
    if len(target.items) == 1 and width > LONG * depth and heads_sideways(group.items[0].kind):
        target.items = [replace(target.items[0], yaw=(group.items[0].yaw + 270) % 360 - 180)]
    y = target.bounds.hi[1] - TRAILING * group.bounds.size[1]
    return Step(way_over(group, target, y), UPWARD, touches=True)


def _shrink(group: Movable, height: float) -> None:
    group.resize(min(1.0, height / max(group.bounds.size[1], 0.7 * group.bounds.size[0])))


def _k(bearer: Item) -> float:
    return STATURES[KINDS[bearer.kind].base]


def _hips(bearer: Item) -> float:
    """Return how high above its lowest point a person's thighs are, in the builder's units."""
    kind = KINDS[bearer.kind]
    return seat(kind.base, kind.pose or "stand") + 0.12


def _on_rig(bearer: Item, point: Vector) -> Vector:
    scale = natural_scale(bearer.kind) * bearer.scale
    x, y, z = turned((point[0] * scale, point[1] * scale, point[2] * scale), bearer.yaw)
    return (bearer.at[0] + x, bearer.at[1] + y, bearer.at[2] + z)


def _to(group: Movable, foot: Vector) -> Step:
    box = group.bounds
    return Step((foot[0] - box.center[0], foot[1] - box.lo[1], foot[2] - box.center[2]), UPWARD, touches=True)


ENCOUNTERS: dict[str, Relation] = {
    "shoulder": _shoulder,
    "lap": _lap,
    "nose": _nose,
    "feet_by": _at_feet,
    "facing": _facing,
    "clearing": _clearing,
}
