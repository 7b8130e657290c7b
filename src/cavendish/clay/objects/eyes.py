"""Faces' shared parts: glossy toy eyes with a spark of light in them.

All that is an eye is marked as one, so that the finished figure tells where its face is, whatever it does.
"""

from collections.abc import Sequence

import numpy as np

from cavendish.clay.sculpt import Material, Shape

from .palette import BLACK, WHITE, Color

__all__ = ["EYE", "bead_eye", "bead_eyes", "iris_eyes", "shut_eye", "spark"]

Point = Sequence[float]
EYE = "eye"  # the mark of what somebody sees with


def spark(shape: Shape, at: Point, radius: float, toward: Point = (0.0, 0.0, 1.0)) -> None:
    """The light on an eye of that centre and radius which looks along `toward`."""
    direction = np.add(toward, (0.32, 0.62, 0.18))
    place = np.asarray(at) + direction / np.linalg.norm(direction) * radius * 0.86
    shape.ellipsoid(tuple(place), radius * 0.27, WHITE, material=Material.EMISSIVE)


def bead_eye(shape: Shape, at: Point, radius: float, *, toward: Point = (0.0, 0.0, 1.0)) -> None:
    """A black bead; `toward` is the direction it looks in."""
    shape.ellipsoid(at, radius, BLACK, material=Material.GLOSSY, mark=EYE)
    spark(shape, at, radius, toward)


def shut_eye(shape: Shape, at: Point, width: float) -> None:
    """A lid, closed in sleep: a dark bow that hangs down."""
    x, y, z = at
    shares = (-1.0, -0.5, 0.0, 0.5, 1.0)
    bow = [(x + s * width, y + (0.42 * s * s - 0.2) * width, z - 0.3 * width * s * s) for s in shares]
    shape.chain(bow, [0.2 * width] * 5, BLACK, blend=0.0, mark=EYE)


def bead_eyes(shape: Shape, x: float, y: float, z: float, radius: float, *, shut: bool = False) -> None:
    """A pair of beads at ±x that look at +z, or are shut."""
    for side in (-1, 1):
        if shut:
            shut_eye(shape, (side * x, y, z + 0.5 * radius), radius)
        else:
            bead_eye(shape, (side * x, y, z), radius)


def iris_eyes(shape: Shape, x: float, y: float, z: float, radius: float, iris: Color, *, shut: bool = False) -> None:
    """A pair of big eyes with a coloured iris at ±x that look at +z, or are shut."""
    for side in (-1, 1):
        if shut:
            shut_eye(shape, (side * x, y - 0.3 * radius, z + 0.55 * radius), 0.85 * radius)
            continue
        shape.ellipsoid(
            (side * x, y, z), (radius, radius * 1.14, radius * 0.7), iris, material=Material.GLOSSY, mark=EYE
        )
        pupil = (radius * 0.66, radius * 0.84, radius * 0.46)
        shape.ellipsoid((side * x * 0.97, y, z + radius * 0.36), pupil, BLACK, material=Material.GLOSSY)
        place = (side * x + radius * 0.26, y + radius * 0.42, z + radius * 0.68)
        shape.ellipsoid(place, radius * 0.24, WHITE, material=Material.EMISSIVE)
