"""Directions and colours of a world as the arrays that many points are reckoned with at once."""

import numpy as np
from numpy.typing import ArrayLike

from cavendish.clay.sculpt import Floats

__all__ = ["column", "unit"]


def unit(vector: ArrayLike) -> Floats:
    """The direction (3,) of a vector (3,)."""
    value = np.asarray(vector, np.float32)
    direction: Floats = value / np.float32(np.linalg.norm(value) + 1e-9)
    return direction


def column(color: ArrayLike) -> Floats:
    """Three numbers as (3, 1), which goes with (3, n)."""
    return np.asarray(color, np.float32)[:, None]
