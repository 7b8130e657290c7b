"""How close two things can stand: turned footprints, not the boxes round them, so that pictures are not empty."""

from collections.abc import Sequence

from cavendish.clay.scene import Item, Vector

from .extents import Bounds, bounds_of, corners

__all__ = ["collide", "squeeze", "way_out"]

STEPS = 10
TRIM = 0.10

Polygon = list[tuple[float, float]]


def squeeze(moving: Sequence[Item], standing: Sequence[Item], *, sign: float, most: float) -> float:
    """Return by how much, at most `most` metres, things on the `sign` side of others can come closer along x."""
    for step in range(1, STEPS + 1):
        if collide(moving, standing, shift=(-sign * most * step / STEPS, 0.0, 0.0)):
            return -sign * most * max(step - 2, 0) / STEPS
    return -sign * most


def collide(moving: Sequence[Item], standing: Sequence[Item], *, shift: Vector = (0.0, 0.0, 0.0)) -> bool:
    """Say whether things, once shifted, would stand in one another."""
    others = [(bounds_of(item), _footprint(item, (0.0, 0.0, 0.0))) for item in standing]
    for item in moving:
        box, polygon = bounds_of(item).moved(shift), _footprint(item, shift)
        if any(box.overlap(other, slack=0.01) and _overlap(polygon, base) for other, base in others):
            return True
    return False


def way_out(here: Bounds, other: Bounds, push: Vector) -> Vector:
    """Return the way out of another's box along the axes of `push`, to the side of its signs."""
    x, y, z = (
        other_high - low + 0.05 if sign > 0 else other_low - high - 0.05 if sign < 0 else 0.0
        for sign, low, high, other_low, other_high in zip(push, here.lo, here.hi, other.lo, other.hi, strict=True)
    )
    return (x, y, z)


def _footprint(item: Item, shift: Vector) -> Polygon:
    """Return the four corners on the ground, in order round the thing."""
    points = [(x + shift[0], z + shift[2]) for x, _, z in list(corners(item, trim=TRIM))[::2]]
    return [points[0], points[1], points[3], points[2]]


def _overlap(first: Polygon, second: Polygon) -> bool:
    """Say whether two convex polygons overlap: no edge of either parts them."""
    for polygon in (first, second):
        for (x, z), (next_x, next_z) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
            normal = (next_z - z, x - next_x)
            here = [normal[0] * px + normal[1] * pz for px, pz in first]
            there = [normal[0] * px + normal[1] * pz for px, pz in second]
            if max(here) <= min(there) or max(there) <= min(here):
                return False
    return True
