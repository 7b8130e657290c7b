"""Parties: balloons that keep their distance from the letters."""

import numpy as np

from cavendish.clay.objects import KINDS, Look
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import srgb

from .clearance import Clearance
from .scatter import chance_for

__all__ = ["Frame", "balloons"]

Frame = tuple[float, float, float, float]
"""Left, bottom, right, top of something on the screen, each from -1 to 1."""

BALLOON_MIDDLE = 1.46
"""Where a balloon's widest part lies above its string's end, in the builder's units."""
BALLOONS = ("#e3262e", "#ffb703", "#219ebc", "#8e44ad", "#ff6f91", "#2a9d5c")


def balloons(seed: int, clear: Clearance, taken: list[Frame], *, floor: bool) -> list[Placed]:
    """Balloons along the picture's rim, none over letters or items; where two overlap, one hangs behind the other.

    With a floor they keep above it.
    """
    chance = chance_for(seed, "balloons")
    nearest = clear.distance + 0.9
    radius = 0.165 * min(clear.half_height, clear.half_width * 1.25)
    half_x, half_y = radius / clear.half_width, radius / clear.half_height
    placed: list[Placed] = []
    hung: list[tuple[Frame, int]] = []
    for number, (across, upward) in enumerate(_rim(chance)):
        yaw, tone = chance.uniform(0, 90), int(chance.integers(6))
        box = (across - half_x, upward - half_y * 1.3, across + half_x, upward + half_y)
        hidden = any(_overlap(_core(box), _core(other)) for other, _ in hung)
        touched = {row for other, row in hung if _overlap(box, other)}
        row = min({0, 1, 2, 3} - touched, default=None)
        if row is None or hidden or any(_overlap(box, other) for other in taken):
            continue
        depth = nearest * (1 + 2.4 * radius * row)
        unit = radius * depth / 0.44
        x, y, z = clear.point(across, upward, depth)
        if floor and y < 1.3 * radius * depth:
            continue
        hung.append((box, row))
        shape = KINDS["balloon"].build(Look(color=srgb(BALLOONS[(number + tone) % 6])))
        placed.append(Placed(shape, (x, y - BALLOON_MIDDLE * unit, z), unit, yaw, casts_shadow=False))
    return placed


def _core(box: Frame) -> Frame:
    """The middle of a balloon's box, which no other balloon may hide."""
    left, bottom, right, top = box
    inset_x, inset_y = (right - left) * 0.2, (top - bottom) * 0.2
    return (left + inset_x, bottom + inset_y * 1.6, right - inset_x, top - inset_y * 0.8)


def _rim(chance: np.random.Generator) -> list[tuple[float, float]]:
    """Places along the frame, corners first, then looser ones further in."""
    spots = [(side * 0.84, level) for level in (0.78, -0.60) for side in (-1, 1)]
    spots += [
        (side * across, level)
        for across, level in ((0.5, 0.86), (0.52, -0.70), (0.17, 0.80), (0.18, -0.62))
        for side in (-1, 1)
    ]
    spots += [
        (side * across, level)
        for across, level in ((0.98, 0.46), (0.99, -0.25), (0.68, 0.60), (0.72, -0.92))
        for side in (-1, 1)
    ]
    spots += [(chance.uniform(-1.0, 1.0), chance.uniform(-0.95, 0.95)) for _ in range(40)]
    return [(x + chance.uniform(-0.04, 0.04), y + chance.uniform(-0.05, 0.05)) for x, y in spots]


def _overlap(first: Frame, second: Frame) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]
