"""The rig of four-legged animals: a body that heads for +x, a neck, and a head that turns to the viewer.

Heads are shapes of their own that look at +z from the origin; `stand` melts one onto the body. What a pose does to the
rig is a table of how the legs swing; who lies down has a build with hardly any legs (`reposed`), and who leaps is
tilted once all is modelled (`settled`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

import numpy as np

from cavendish.clay.sculpt import Shape
from cavendish.clay.sculpt.frame import turn

from .eyes import bead_eye
from .palette import BLACK, Color, mix
from .patterns import Pattern

__all__ = ["Build", "curled", "hoofed_head", "prowl", "reposed", "settled", "stand"]

Point = tuple[float, float, float]
RESTING = {"lie", "sleep"}
LEAP = 17.0

# How far each leg swings forward, and how its lower half bends back from there: fore left and right, then hind.
_GAITS = {
    "stand": ((-4, -6), (-4, -6), (4, 6), (4, 6)),
    "walk": ((26, 14), (-22, 4), (-24, 2), (20, 6)),
    "run": ((66, 22), (40, 66), (-58, 14), (-40, 22)),
    "jump": ((74, 46), (62, 56), (-58, 8), (-48, 16)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """Proportions in the builder's units: half length, half height and half width of the body, and so on."""

    length: float = 0.62
    height: float = 0.34
    width: float = 0.30
    leg: float = 0.62
    leg_radius: float = 0.10
    neck: float = 0.30
    neck_reach: float = 0.30
    neck_radius: float = 0.20
    head_yaw: float = 58.0
    tail: float = 0.5
    paws: bool = False


def reposed(build: Build, pose: str | None) -> Build:
    """The proportions of one who does something: lying, it has folded its legs."""
    return replace(build, leg=0.2 * build.leg) if pose in RESTING else build


def settled(shape: Shape, pose: str | None) -> Shape:
    """The finished animal: with its forelegs up in a leap."""
    if pose == "jump":
        shape.parts[:] = [part.moved(turn("z", LEAP), np.zeros(3, np.float32), 1.0) for part in shape.parts]
    return shape


def stand(
    shape: Shape,
    build: Build,
    coat: Color,
    head: Shape,
    *,
    hoof: Color,
    pattern: Pattern | None = None,
    tuft: Color | None = None,
    belly: Color | None = None,
    pose: str | None = None,
) -> Point:
    """Add body, legs, tail, neck and head to `shape`; returns where the head sits. `build` is that of the pose."""
    middle = build.leg + build.height * 0.72
    length, height, width = build.length, build.height, build.width
    shape.ellipsoid((-length * 0.42, middle + 0.02, 0), (length * 0.6, height, width), coat, pattern=pattern)
    shape.ellipsoid((length * 0.38, middle, 0), (length * 0.62, height, width), coat, blend=0.22, pattern=pattern)
    if belly is not None:
        shape.ellipsoid((0, middle - height * 0.55, 0), (length * 0.7, height * 0.5, width * 0.7), belly, blend=0.05)
    legs = _folded_legs if pose in RESTING else _legs
    legs(shape, build, coat, hoof, pattern, pose or "stand")
    base = (length * 0.66, middle + height * 0.25, 0.0)
    top = (length * 0.66 + build.neck_reach, middle + height * 0.45 + build.neck, 0.0)
    shape.cone(base, top, build.neck_radius * 1.45, build.neck_radius, coat, blend=0.14, pattern=pattern)
    shape.merge(head, top, yaw=build.head_yaw)
    if build.tail:
        rear = (-length * 0.98, middle + height * 0.35, 0)
        tip = (-length - 0.2, middle + height * 0.2 - build.tail, 0)
        bend = (-length - 0.14, middle + height * 0.2, 0)
        shape.chain([rear, bend, tip], [0.055, 0.045, 0.035], coat, blend=0.05)
        shape.ellipsoid((tip[0], tip[1] - 0.06, 0), (0.07, 0.14, 0.07), hoof if tuft is None else tuft, blend=0.03)
    return top


def _legs(shape: Shape, build: Build, coat: Color, hoof: Color, pattern: Pattern | None, pose: str) -> None:
    radius = build.leg_radius
    top = build.leg + build.height * 0.4
    for number, (swing, bend) in enumerate(_GAITS[pose]):
        fore, side = number < 2, 1 if number % 2 else -1
        hip = (build.length * (0.62 if fore else -0.68), top, side * build.width * 0.58)
        knee = _step(hip, swing, top - build.leg * 0.5)
        ankle = _step(knee, swing - bend, build.leg * 0.5 - 0.12)
        shape.chain([hip, knee, ankle], [radius * 1.6, radius * 1.05, radius], coat, blend=0.08, pattern=pattern)
        _foot(shape, build, _step(ankle, swing - bend, 0.05), swing - bend, hoof)


def _foot(shape: Shape, build: Build, at: Point, turned: float, color: Color) -> None:
    radius = build.leg_radius
    if build.paws:
        toe = (at[0] + 0.35 * radius, at[1], at[2])
        shape.ellipsoid(toe, (radius * 1.5, radius * 0.85, radius * 1.15), color, blend=0.03, rotate=(("z", turned),))
        return
    shape.cylinder(
        at, radius * 1.2, 0.07, color, round=0.03, top_radius=radius, rotate=(("z", turned),) if turned else ()
    )


def _step(start: Point, swing: float, length: float) -> Point:
    """The point `length` away, straight down or `swing` degrees forward of it."""
    angle = radians(swing)
    return (start[0] + length * sin(angle), start[1] - length * cos(angle), start[2])


def _folded_legs(shape: Shape, build: Build, coat: Color, hoof: Color, pattern: Pattern | None, _: str) -> None:
    """Forelegs stretched out before the chest, hind legs folded beside the rump."""
    radius, reach = build.leg_radius, build.length
    for side in (-1, 1):
        z = side * build.width * 0.72
        elbow, wrist = (reach * 0.45, radius * 1.3, z), (reach * 1.15, radius, z)
        shape.cone(elbow, wrist, radius * 1.3, radius, coat, blend=0.06, pattern=pattern)
        shape.ellipsoid((wrist[0] + radius, radius * 0.95, z), (radius * 1.35, radius * 0.95, radius * 1.1), hoof)
        thigh = (-reach * 0.58, build.height * 0.62, side * build.width * 0.86)
        radii = (reach * 0.36, build.height * 0.6, build.width * 0.34)
        shape.ellipsoid(thigh, radii, coat, blend=0.08, pattern=pattern)
        shin = (-reach * 0.7, radius, z * 1.35), (-reach * 0.2, radius, z * 1.35)
        shape.cone(*shin, radius, radius * 0.9, coat, pattern=pattern)
        shape.ellipsoid((-reach * 0.14, radius * 0.9, z * 1.35), (radius * 1.3, radius * 0.9, radius), hoof)


def prowl(
    shape: Shape, build: Build, coat: Color, head: Shape, *, paw: Color, pose: str, pattern: Pattern | None = None
) -> tuple[Shape, Point]:
    """Add an animal on its paws that walks, runs, leaps or lies, without its tail; returns where that begins, too."""
    build = reposed(replace(build, paws=True, tail=0.0), pose)
    stand(shape, build, coat, head, hoof=paw, pattern=pattern, pose=pose)
    return shape, (-build.length * 0.98, build.leg + build.height * 1.05, 0.0)


def curled(
    shape: Shape,
    coat: Color,
    head: Shape,
    *,
    tail: Sequence[float],
    tip: Color,
    limb: Color | None = None,
    pattern: Pattern | None = None,
) -> Shape:
    """Add a body rolled up in sleep to `shape`, the head before it on the paws; `tail` holds the radii of what lies
    round it: a tail, or the arm of whoever has hardly any, in the colour `limb`."""
    shape.ellipsoid((0.02, 0.30, -0.06), (0.66, 0.32, 0.50), coat, pattern=pattern)
    shape.ellipsoid((0.42, 0.30, -0.02), (0.36, 0.31, 0.42), coat, blend=0.12, pattern=pattern)
    shape.ellipsoid((-0.36, 0.26, 0.16), (0.34, 0.25, 0.32), coat, blend=0.12, pattern=pattern)
    shape.merge(head, (-0.34, 0.34, 0.30), scale=0.86, yaw=-10)
    path = [(0.62, 0.16, -0.10), (0.74, 0.12, 0.22), (0.50, 0.11, 0.50), (0.14, 0.11, 0.56), (-0.02, 0.12, 0.54)]
    shape.chain(path, [*tail], coat if limb is None else limb, blend=0.05)
    return shape.ellipsoid(path[-1], (tail[-1] * 1.3, tail[-1], tail[-1]), tip, blend=0.03)


def hoofed_head(
    name: str,
    coat: Color,
    muzzle: Color,
    *,
    size: float = 1.0,
    long: float = 0.3,
    ears: str = "up",
    pattern: Pattern | None = None,
    eye: float = 0.058,
) -> Shape:
    """A head with a rounded muzzle that reaches `long` forward; ears "up" or to the "side"."""
    head = Shape(name)
    inner = mix(coat, muzzle, 0.5)
    head.ellipsoid((0, 0.06, 0.02), (0.19, 0.22, 0.21), coat, blend=0.10, pattern=pattern)
    head.cone((0, 0.02, 0.08), (0, -0.07, long), 0.165, 0.125, coat, blend=0.08, pattern=pattern)
    head.ellipsoid((0, -0.085, long + 0.05), (0.155, 0.125, 0.12), muzzle, blend=0.06)
    for side in (-1, 1):
        head.ellipsoid((side * 0.07, -0.04, long + 0.155), (0.026, 0.034, 0.02), BLACK)
        bead_eye(head, (side * 0.165, 0.10, 0.13), eye, toward=(side * 0.75, 0.1, 0.65))
        if ears == "up":
            head.cone((side * 0.11, 0.20, -0.04), (side * 0.15, 0.43, -0.05), 0.075, 0.022, coat, blend=0.03)
            head.cone((side * 0.115, 0.24, 0.02), (side * 0.148, 0.38, 0.0), 0.04, 0.012, inner)
        else:
            head.ellipsoid(
                (side * 0.28, 0.13, -0.04), (0.15, 0.065, 0.05), coat, blend=0.03, rotate=(("z", side * -14),)
            )
            head.ellipsoid((side * 0.29, 0.12, 0.0), (0.10, 0.04, 0.03), inner, rotate=(("z", side * -14),))
    return Shape(name).merge(head, scale=size)
