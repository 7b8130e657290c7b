"""A village: houses round a square, firs between them, and whatever else was asked for in the middle."""

import random
from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.scene import Item

from .extents import bounds_of
from .groups import next_id

__all__ = ["village"]

# x, z, yaw and scale of houses, those in front first; then x and z of firs.
_HOUSES = (
    *((-1.75, 0.2, 24, 1.0), (1.55, -0.3, -22, 1.1), (-0.15, -3.0, 4, 1.05), (-4.2, -3.4, 30, 1.0)),
    *((4.3, -3.8, -30, 1.05), (2.1, -6.4, -10, 1.1), (-2.6, -7.0, 14, 1.1)),
)
_FIRS = (
    *((-3.5, 0.9), (3.4, 0.9), (0.0, -5.4), (2.9, -2.4), (-3.0, -1.7), (0.55, -1.9)),
    *((5.9, -2.4), (-5.9, -2.6), (-1.4, -9.0), (4.4, -8.6), (-5.2, -8.4)),
)
_WALLS = ("#b5533c", "#c98b4a", "#8f5a3c", "#a8473f", "#c9a25a")


def village(guests: Sequence[Item], numbers: dict[str, int], *, seed: int, ratio: float) -> list[Item]:
    """Return the village with its guests in front; a wide frame gets more houses at the sides."""
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    mirror = -1.0 if chance.random() < 0.5 else 1.0
    items = []
    walls = chance.sample(_WALLS, len(_WALLS))
    for number, (x, z, yaw, scale) in enumerate((*_HOUSES, *_outskirts(ratio))):
        at = (mirror * x + chance.uniform(-0.08, 0.08), 0.0, z + chance.uniform(-0.08, 0.08))
        house = Item(next_id("house", numbers), "house", "village", at, scale=scale, yaw=mirror * yaw)
        items.append(replace(house, color=walls[number % len(walls)]))
    for x, z in _FIRS:
        scale = chance.uniform(0.8, 1.25)
        at = (mirror * x, 0.0, z)
        fir = Item(next_id("pine", numbers), "pine", "village", at, scale=scale, yaw=chance.uniform(0, 360))
        if not any(bounds_of(fir).overlap(bounds_of(other), slack=0.25) for other in items):
            items.append(fir)
    return [*_in_the_square(guests, items), *items]


def _outskirts(ratio: float) -> list[tuple[float, float, float, float]]:
    reach = 1.35 * 8.0 if ratio > 1.9 else 0.0
    x, places = 6.8, []
    while x < reach:
        places += [(side * x, -1.2 - 0.2 * x, -28.0 * side, 1.0) for side in (-1.0, 1.0)]
        x += 2.6
    return places


def _in_the_square(guests: Sequence[Item], houses: Sequence[Item]) -> list[Item]:
    """Move the guests as one to the front of all houses."""
    if not guests:
        return []
    front = max(bounds_of(house).hi[2] for house in houses)
    back = min(bounds_of(guest).lo[2] for guest in guests)
    forward = max(0.0, front - back) * 0.6
    return [replace(guest, at=(guest.at[0], guest.at[1], guest.at[2] + forward)) for guest in guests]
