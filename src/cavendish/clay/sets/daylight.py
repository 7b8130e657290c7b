"""Whence the sun shines: from either side, and from a little further forward or back, as the seed has it."""

import math
from dataclasses import replace

from cavendish.clay.render import Vector

from .lights import Light
from .scatter import chance_for

__all__ = ["turned"]

TURN = 14.0


def turned(light: Light, seed: int) -> Light:
    """The light with its sun, and the disk that shows it, on the seed's side."""
    chance = chance_for(seed, "sun")
    side = 1 if chance.random() < 0.5 else -1
    turn = chance.uniform(-TURN, TURN)
    disk = None if light.sun_disk is None else _around(light.sun_disk, side, turn / 3)
    return replace(light, sun=_around(light.sun, side, turn), sun_disk=disk)


def _around(direction: Vector, side: int, degrees: float) -> Vector:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    x, y, z = direction[0] * side, direction[1], direction[2]
    return (x * cosine + z * sine, y, z * cosine - x * sine)
