"""Feeling a finished shape: how far it is from within to its skin, and from without."""

import numpy as np

from cavendish.clay.sculpt import Floats, Mass, Shape

__all__ = ["Probe"]

STEPS = 48
THIN = 0.02  # of a shape's size: whiskers and the like are not felt


class Probe:
    """The skin of a shape. Points and directions are (n, 3), lengths (n,), all in the shape's own units."""

    def __init__(self, shape: Shape) -> None:
        low, high = (np.asarray(corner, np.float32) for corner in shape.bounds())
        self.low, self.high = low, high
        thin = THIN * float((high - low).max())
        self._mass = Mass([part for part in shape.parts if part.op != "union" or part.form.girth() > thin])

    def distance(self, points: Floats) -> Floats:
        """How far points are from the skin, negative within."""
        columns = np.ones((4, len(points)), np.float32)
        columns[:3] = points.T
        return self._mass.distance(columns)

    def way_out(self, starts: Floats, directions: Floats, reach: float) -> Floats:
        """How far it is to where a ray from within first leaves the shape; 0 where it starts outside, `reach` where it
        never leaves."""
        return self._crossing(starts, directions, reach, inward=False)

    def way_in(self, starts: Floats, directions: Floats, reach: float) -> Floats:
        """How far it is to where a ray from without first meets the shape; `reach` where it never does."""
        return self._crossing(starts, directions, reach, inward=True)

    def _crossing(self, starts: Floats, directions: Floats, reach: float, *, inward: bool) -> Floats:
        lengths = np.linspace(0, reach, STEPS, dtype=np.float32)
        points = starts[:, None] + directions[:, None] * lengths[None, :, None]
        depths = self.distance(points.reshape(-1, 3)).reshape(len(starts), STEPS)
        crossed = depths <= 0 if inward else depths >= 0
        crossed[:, -1] = True
        last = crossed.argmax(axis=1)
        first = np.maximum(last - 1, 0)
        rows = np.arange(len(starts))
        here, there = depths[rows, first], depths[rows, last]
        share = np.clip(here / np.where(here == there, 1, here - there), 0, 1)
        found: Floats = (lengths[first] + share * (lengths[last] - lengths[first])).astype(np.float32)
        return np.where(last == 0, np.float32(0), found)
