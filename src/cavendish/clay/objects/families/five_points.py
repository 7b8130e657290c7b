"""The outline of a star, for trees, wands and the like."""

import math

__all__ = ["five_points"]


def five_points(outer: float, inner: float) -> list[tuple[float, float]]:
    """The ten corners (x, y) of a five-pointed star round the origin, the first on top; its two radii."""
    radii = [outer if corner % 2 == 0 else inner for corner in range(10)]
    turns = [corner * math.pi / 5 for corner in range(10)]
    return [(radius * math.sin(turn), radius * math.cos(turn)) for radius, turn in zip(radii, turns, strict=True)]
