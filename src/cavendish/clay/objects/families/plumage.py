"""What birds share: feet, and wings of single feathers that spread to both sides.

A wing is two rows of feathers along an arm of three joints: short ones over the long ones, which fan out from straight
down at the body to straight out at the tip.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.objects.palette import Color
from cavendish.clay.sculpt import Shape, srgb

__all__ = ["BEAK", "Plumage", "Point", "feather", "foot", "neck", "spread"]

Point = tuple[float, float, float]
Values = NDArray[np.float64]
BEAK = srgb("#ffab1f")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plumage:
    """A wing's measures in the builder's units and its colours, from the shoulder out: `arm` are the feathers that
    cover the bones, `upper` the short ones, `lower` the long ones, the outermost `tips`."""

    span: float
    arm: Color
    upper: Color
    lower: Color
    tips: Color
    rise: float = 0.22
    long: float = 0.52
    feathers: int = 12
    sweep: float = 0.10


def foot(shape: Shape, x: float, z: float, *, y: float = 0.03, size: float = 0.16, color: Color = BEAK) -> None:
    """Three toes that point to +x."""
    for spread_by in (-32, 0, 32):
        angle = math.radians(spread_by)
        tip = (x + math.cos(angle) * size, y - 0.008, z + math.sin(angle) * size)
        shape.cone((x, y, z), tip, 0.028, 0.02, color, blend=0.01)


def neck(shape: Shape, path: Sequence[tuple[float, float, float]], color: Color) -> None:
    """A long neck in the plane z = 0 that bends without knuckles; `path` holds x, y and radius."""
    x, y, radius = (_smooth(np.array(values)) for values in zip(*path, strict=True))
    points = list(zip(x, y, 0 * x, strict=True))
    shape.cone(points[0], points[1], radius[0], radius[1], color, blend=0.12)
    shape.chain(points, radius.tolist(), color, blend=0.012)


def _smooth(values: Values) -> Values:
    """A curve through values (n,), whose slope at each is that between its neighbours: four points for every one."""
    wanted = np.linspace(0, len(values) - 1, 4 * len(values) - 3)
    left = np.minimum(wanted.astype(int), len(values) - 2)
    t, slope = wanted - left, np.gradient(values)
    bend = (t**3 - 2 * t**2 + t) * slope[left] + (t**3 - t**2) * slope[left + 1]
    curve: Values = values[left] + (3 * t**2 - 2 * t**3) * (values[left + 1] - values[left]) + bend
    return curve


def feather(shape: Shape, root: Point, angle: float, length: float, width: float, color: Color) -> None:
    """A feather in a plane of equal z; `angle` is degrees from +x towards +y."""
    reach, rise = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    middle = (root[0] + reach * length / 2, root[1] + rise * length / 2, root[2])
    shape.ellipsoid(middle, (length / 2, width, 0.042), color, blend=0.012, rotate=(("z", angle),))


def spread(shape: Shape, root: Point, plumage: Plumage) -> None:
    """Wings stretched out to both sides of a bird that looks at +z; `root` is the shoulder at +x."""
    for side in (-1, 1):
        wing = Shape("wing")
        _wing(wing, plumage, side)
        shape.merge(wing, (side * root[0], root[1], root[2]))


def _wing(wing: Shape, plumage: Plumage, side: int) -> None:
    """One wing from its shoulder at the origin."""
    bones = ((0.0, 0.0, 0.0), (0.30, 0.55, 0.04), (0.62, 1.0, -0.02))
    span, rise, sweep = plumage.span, plumage.rise, plumage.sweep
    joints = [(side * span * along, rise * up, -sweep * along + ahead) for along, up, ahead in bones]
    count = plumage.feathers
    for number in range(count):
        share = number / (count - 1)
        at = (side * span * 0.62 * share, rise * min(1.0, share * 1.3) - 0.02, -sweep * share - 0.02)
        down = -86.0 + 100.0 * share**1.7
        length = plumage.long * (0.72 + 0.42 * math.sin(math.pi * (0.18 + 0.60 * share)))
        angle = down if side > 0 else 180.0 - down
        outer = share > 0.55
        feather(wing, at, angle, length, 0.085, plumage.tips if outer else plumage.lower)
        if number % 2 == 0 and share < 0.95:
            over = (at[0], at[1], at[2] + 0.05)
            feather(wing, over, angle, length * 0.55, 0.10, plumage.upper)
    wing.chain(joints, [0.15, 0.11, 0.075], plumage.arm, blend=0.08)
