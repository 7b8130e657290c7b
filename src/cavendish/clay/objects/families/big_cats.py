"""Lions and tigers, which sit like the cat of the house."""

import math

import numpy as np

from cavendish.clay.objects.eyes import iris_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import PINK, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, where
from cavendish.clay.objects.quadruped import Build, curled, prowl, settled
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["lion", "tiger"]

GLOSSY = Material.GLOSSY


MIDDLE = 1.20  # of the head of one who sits


def lion(look: Look) -> Shape:
    """A lion in full mane; it sits."""
    fur = look.paint("#dfa04a")
    mane = srgb("#8f4c1e") if look.color is None else shade(fur, 0.45)
    head = _maned_head(fur, mane, asleep=look.pose == "sleep")
    if look.pose is not None:
        return _on_paws("lion", look.pose, fur, mane, head, None)
    shape = _big_cat("lion", fur, None)
    tail = [(0.3, 0.14, -0.34), (0.62, 0.12, -0.2), (0.74, 0.3, 0.05)]
    shape.chain(tail, [0.075, 0.06, 0.055], fur, blend=0.05)
    shape.ellipsoid((0.77, 0.38, 0.07), (0.11, 0.15, 0.11), mane, blend=0.03)
    return shape.merge(head, (0, MIDDLE, 0))


def _maned_head(fur: Color, mane: Color, *, asleep: bool) -> Shape:
    head = Shape("head")
    for ring, (count, reach, size, depth) in enumerate(
        ((14, 0.43, 0.17, 0.02), (11, 0.36, 0.17, -0.12), (12, 0.33, 0.15, 0.14))
    ):
        for index in range(count):
            angle = index * math.tau / count + ring * 0.3
            at = (math.cos(angle) * reach, math.sin(angle) * reach * 0.98, depth)
            head.ellipsoid(at, size, shade(mane, 0.85 + 0.3 * (index % 2)), blend=0.04)
    _cat_face(head, fur, ears=False, asleep=asleep)
    return head


def tiger(look: Look) -> Shape:
    """A tiger; it sits."""
    fur = look.paint("#ec8526")
    ink = srgb("#1d1b20")
    head = _striped_head(fur, ink, asleep=look.pose == "sleep")
    if look.pose is not None:
        bars = where(lambda x, y, z: (np.sin(x * 24 + np.abs(z) * 7) > 0.45) & (y > 0.2), ink)
        return _on_paws("tiger", look.pose, fur, ink, head, bars)
    flank = where(lambda x, y, _z: (np.sin(y * 24 + np.abs(x) * 7) > 0.45) & (np.abs(x) > 0.10), ink)
    shape = _big_cat("tiger", fur, flank)
    tail = [(0.3, 0.14, -0.34), (0.62, 0.12, -0.2), (0.72, 0.34, 0.05), (0.70, 0.56, 0.08)]
    shape.chain(
        tail,
        [0.085, 0.075, 0.07, 0.06],
        fur,
        blend=0.05,
        pattern=where(lambda x, y, z: np.sin((x + y * 2 + z) * 22) > 0.3, ink),
    )
    return shape.merge(head, (0, MIDDLE, 0))


def _striped_head(fur: Color, ink: Color, *, asleep: bool) -> Shape:
    crown: Pattern = where(
        lambda x, y, _z: (
            (np.sin((y + MIDDLE) * 34 + np.abs(x) * 16) > 0.5) & (np.abs(x) > 0.22)
            | (np.sin(np.abs(x) * 44 + 1) > 0.6) & (y > 0.20)
        ),
        ink,
    )
    head = Shape("head").ellipsoid((0, -0.02, 0.10), (0.42, 0.37, 0.34), fur, blend=0.08, pattern=crown)
    _cat_face(head, fur, ears=True, asleep=asleep)
    return head


def _on_paws(name: str, pose: str, fur: Color, tuft: Color, head: Shape, pattern: Pattern | None) -> Shape:
    shape = Shape(name)
    light = mix(fur, WHITE, 0.6)
    if pose == "sleep":
        return curled(shape, fur, head, tail=(0.09, 0.075, 0.07, 0.06, 0.07), tip=tuft, pattern=pattern)
    build = Build(length=0.58, height=0.3, width=0.27, leg=0.44, leg_radius=0.11, neck=0.12, neck_reach=0.22)
    small = Shape("head").merge(head, scale=0.84)
    _, (x, y, z) = prowl(shape, build, fur, small, paw=light, pose=pose, pattern=pattern)
    path = [(x, y, z), (x - 0.26, y - 0.14, 0.05), (x - 0.52, y + 0.04, 0.06)]
    shape.chain(path, [0.075, 0.06, 0.055], fur, blend=0.05)
    shape.ellipsoid((x - 0.56, y + 0.09, 0.06), (0.11, 0.12, 0.10), tuft, blend=0.03)
    return settled(shape, pose)


def _big_cat(name: str, fur: Color, pattern: Pattern | None) -> Shape:
    shape = Shape(name)
    light = mix(fur, WHITE, 0.6)
    shape.ellipsoid((0, 0.42, -0.14), (0.42, 0.42, 0.40), fur, pattern=pattern)
    shape.ellipsoid((0, 0.68, 0.04), (0.33, 0.44, 0.30), fur, blend=0.18, pattern=pattern)
    shape.ellipsoid((0, 0.64, 0.20), (0.21, 0.34, 0.17), light, blend=0.06)
    for side in (-1, 1):
        shape.cone((side * 0.19, 0.62, 0.24), (side * 0.18, 0.12, 0.34), 0.135, 0.115, fur, blend=0.06, pattern=pattern)
        shape.ellipsoid((side * 0.18, 0.09, 0.41), (0.135, 0.09, 0.16), light, blend=0.03)
        shape.ellipsoid((side * 0.38, 0.23, 0.06), (0.17, 0.23, 0.29), fur, blend=0.08, pattern=pattern)
        shape.ellipsoid((side * 0.37, 0.08, 0.30), (0.13, 0.08, 0.16), light, blend=0.03)
    return shape


def _cat_face(head: Shape, fur: Color, *, ears: bool, asleep: bool) -> None:
    light = mix(fur, WHITE, 0.7)
    if not ears:
        head.ellipsoid((0, -0.02, 0.16), (0.35, 0.33, 0.29), fur)
    for side in (-1, 1):
        level, spread = (0.30, 0.30) if ears else (0.29, 0.27)
        head.ellipsoid((side * spread, level, 0.06), (0.13, 0.13, 0.07), fur, blend=0.03)
        head.ellipsoid((side * spread, level, 0.115), (0.08, 0.08, 0.04), PINK)
        head.ellipsoid((side * 0.095, -0.14, 0.41), (0.125, 0.095, 0.09), light, blend=0.03)
    head.ellipsoid((0, -0.22, 0.38), (0.10, 0.07, 0.08), light, blend=0.04)
    head.ellipsoid((0, -0.08, 0.485), (0.065, 0.045, 0.04), srgb("#5b2a24"), material=GLOSSY)
    iris_eyes(head, 0.165, 0.05, 0.395, 0.082, srgb("#e0a83a"), shut=asleep)
