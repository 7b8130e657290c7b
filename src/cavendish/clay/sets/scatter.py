"""Seeded places for small things: one draw per cell of a grid, so that no cell depends on its neighbours."""

import zlib
from collections.abc import Iterator

import numpy as np

__all__ = ["cells", "chance_for"]


def chance_for(seed: int, *words: object) -> np.random.Generator:
    """A generator of its own for every seed and sequence of words; the same on every machine and run."""
    name = "/".join(str(word) for word in words)
    return np.random.default_rng((seed & 0xFFFFFFFF, zlib.crc32(name.encode())))


def cells(
    seed: int, name: str, *, step: float, share: float, x: tuple[float, float], z: tuple[float, float]
) -> Iterator[tuple[float, float, np.random.Generator]]:
    """Points (x, z), one in some of the cells `step` wide within the rectangle, each with its own generator."""
    for row in range(int(np.floor(z[0] / step)), int(np.ceil(z[1] / step))):
        for column in range(int(np.floor(x[0] / step)), int(np.ceil(x[1] / step))):
            chance = chance_for(seed, name, row, column)
            if chance.random() < share:
                yield (column + chance.uniform(0.1, 0.9)) * step, (row + chance.uniform(0.1, 0.9)) * step, chance
