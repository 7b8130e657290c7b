"""Where a form stands in its shape, and how it is turned."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Floats", "Frame", "turn"]

Floats = NDArray[np.float32]


def turn(axis: str, degrees: float) -> Floats:
    """The 3x3 rotation about one axis, counter-clockwise when looked at from the axis' tip."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    match axis:
        case "x":
            rows = [[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]]
        case "y":
            rows = [[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]]
        case "z":
            rows = [[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]]
        case _:
            raise ValueError(f"a rotation is about x, y or z, not {axis!r}")
    return np.array(rows, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Where a form stands in its shape: its origin, and the rotation from its own axes to the shape's."""

    origin: Floats
    rotation: Floats

    @classmethod
    def at(cls, center: ArrayLike, rotate: Sequence[tuple[str, float]] = ()) -> Self:
        """The frame at a point (3,), after turns about its axes in degrees, the last one first."""
        rotation = np.eye(3, dtype=np.float32)
        for axis, degrees in rotate:
            rotation = rotation @ turn(axis, degrees)
        return cls(np.asarray(center, np.float32), rotation)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Frame":
        """The frame of a shape that was scaled, then turned (3, 3), then shifted (3,)."""
        return Frame(rotation @ self.origin * np.float32(scale) + shift, rotation @ self.rotation)

    def inverse(self) -> Floats:
        """(3, 4): takes the shape's points into the form's own axes."""
        back = self.rotation.T
        return np.concatenate([back, -(back @ self.origin)[:, None]], axis=1)
