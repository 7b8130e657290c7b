"""A free spot for something new: within the frame, clear of what is there, not before anybody's face."""

from collections.abc import Iterator, Sequence

from cavendish.clay.objects import KINDS
from cavendish.clay.scene import Camera, Item, Vector

from .extents import Bounds, bounds_of, moved, union
from .framing import outline

__all__ = ["free_spot"]

FRAME_EDGE = 0.94
MOST_HIDDEN = 0.4  # of the smaller of two outlines


def free_spot(group: Sequence[Item], items: Sequence[Item], camera: Camera) -> Vector:
    """Return how to move a group so that it stands free, seen whole and close to the rest."""
    here = union(bounds_of(item) for item in group)
    if not items:
        return (camera.look[0] - here.center[0], 0.0, camera.look[2] - here.center[2])
    room = union(bounds_of(item) for item in items)
    boxes = [bounds_of(item) for item in items]
    views = [(outline(camera, item), KINDS[item.kind].face) for item in items]
    best: Vector = (room.hi[0] - here.lo[0] + 0.1, 0.0, 0.0)
    lowest = _cost(group, here, best, boxes, views, camera)
    for step in _steps(here, room):
        cost = _cost(group, here, step, boxes, views, camera)
        if cost < lowest - 1e-6:
            best, lowest = step, cost
    return best


def _steps(here: Bounds, room: Bounds) -> Iterator[Vector]:
    """Yield ways to spots round the room that is taken; whatever hovers may also hang higher."""
    middle = room.center
    heights = (0.0, 0.35, 0.8, 1.3, 1.8) if here.lo[1] > 0.05 else (0.0,)
    reach_x = room.size[0] / 2 + here.size[0]
    furthest = max(middle[2] - room.size[2] / 2 - here.size[2], middle[2] - 2.2, room.hi[2] - 4.4)
    nearest = min(room.hi[2] + here.size[2], furthest + 4.4)
    for across in range(-10, 11):
        for along in range(13):
            for height in heights:
                x = middle[0] + across / 10 * reach_x - here.center[0]
                z = furthest + along / 12 * (nearest - furthest) - here.center[2]
                yield (x, height, z)


View = tuple[tuple[float, float, float, float], bool]


def _cost(
    group: Sequence[Item],
    here: Bounds,
    step: Vector,
    boxes: Sequence[Bounds],
    views: Sequence[View],
    camera: Camera,
) -> float:
    """Weigh a spot: standing in one another is worst, then leaving the frame, hiding others, being far away."""
    middle = max(sum(box.center[2] for box in boxes) / len(boxes), max(box.center[2] for box in boxes) - 1.5)
    cost = 100.0 * sum(here.moved(step).overlap(box) for box in boxes)
    for item in (moved(item, step) for item in group):
        left, right, bottom, top = outline(camera, item)
        outside = sum(max(0.0, over - FRAME_EDGE) for over in (-left, right, -bottom, top))
        cost += 6.0 + 30.0 * outside if outside else 0.0  # the camera would have to move, and with it the whole picture
        for (other_left, other_right, other_bottom, other_top), face in views:
            width = min(right, other_right) - max(left, other_left)
            height = min(top, other_top) - max(bottom, other_bottom)
            if width > 0 and height > 0:
                smaller = min((right - left) * (top - bottom), (other_right - other_left) * (other_top - other_bottom))
                hidden = width * height / max(smaller, 1e-3)
                cost += (14.0 if face else 6.0) * hidden + (12.0 if hidden > MOST_HIDDEN else 0.0)
        forward = item.at[2] - middle
        cost += 0.9 * abs((left + right) / 2) + max(1.0 * forward, -2.2 * forward) + (0.25 if right < 0 else 0.0)
    return cost
