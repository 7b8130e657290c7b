"""The rig of four-legged animals: a body that heads for +x, a neck, and a head that turns to the viewer.

Heads are shapes of their own that look at +z from the origin; `stand` melts one onto the body.
"""

from dataclasses import dataclass

from cavendish.clay.sculpt import Shape

from .eyes import bead_eye
from .palette import BLACK, Color, mix
from .patterns import Pattern

__all__ = ["Build", "hoofed_head", "stand"]


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
) -> tuple[float, float, float]:
    """Add body, legs, tail, neck and head to `shape`; returns where the head sits."""
    middle = build.leg + build.height * 0.72
    length, height, width = build.length, build.height, build.width
    shape.ellipsoid((-length * 0.42, middle + 0.02, 0), (length * 0.6, height, width), coat, pattern=pattern)
    shape.ellipsoid((length * 0.38, middle, 0), (length * 0.62, height, width), coat, blend=0.22, pattern=pattern)
    if belly is not None:
        shape.ellipsoid((0, middle - height * 0.55, 0), (length * 0.7, height * 0.5, width * 0.7), belly, blend=0.05)
    _legs(shape, build, coat, hoof, pattern)
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


def _legs(shape: Shape, build: Build, coat: Color, hoof: Color, pattern: Pattern | None) -> None:
    radius = build.leg_radius
    top = build.leg + build.height * 0.4
    for side in (-1, 1):
        z = side * build.width * 0.58
        for x, lean in ((-build.length * 0.68, -0.04), (build.length * 0.62, 0.04)):
            knee = (x + lean, build.leg * 0.5, z)
            points = [(x, top, z), knee, (x + lean * 0.6, 0.12, z)]
            shape.chain(points, [radius * 1.6, radius * 1.05, radius], coat, blend=0.08, pattern=pattern)
            shape.cylinder((x + lean * 0.6 + 0.02, 0.07, z), radius * 1.2, 0.07, hoof, round=0.03, top_radius=radius)


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
