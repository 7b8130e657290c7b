"""Doing half the work: what neighbours agree on is found for every second of them and averaged for the one between.

Rays come row by row, so that most of them have their neighbours in the picture beside them.
"""

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats

__all__ = ["Thinned"]


class Thinned:
    """Of n places in order, those that must be asked themselves (`own`), and the rest, which lie between two of them.

    `reach` is how far apart neighbours in `positions` (k, n) may be.
    """

    def __init__(self, positions: Floats, reach: float | Floats) -> None:
        count = positions.shape[1]
        odd = np.arange(1, max(count - 1, 1), 2)
        squared = ((positions[:, 1:] - positions[:, :-1]) ** 2).sum(axis=0)
        near = squared < np.square(reach if np.isscalar(reach) else np.asarray(reach)[1:])
        self._lent = odd[near[odd - 1] & near[odd]]
        asked = np.ones(count, bool)
        asked[self._lent] = False
        self.own: NDArray[np.intp] = np.flatnonzero(asked)
        self._shape = count

    def spread(self, values: Floats) -> Floats:
        """Values (k, n) for all from those (k, m) of the own."""
        every = np.empty((len(values), self._shape), np.float32)
        every[:, self.own] = values
        every[:, self._lent] = (every[:, self._lent - 1] + every[:, self._lent + 1]) / 2
        return every
