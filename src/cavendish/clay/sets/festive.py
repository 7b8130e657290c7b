"""Stages and parties: a curtain with boards before it, and balloons that keep their distance from the letters."""

import math

import numpy as np

from cavendish.clay.objects import KINDS, Look
from cavendish.clay.objects.palette import GOLD, Color
from cavendish.clay.objects.patterns import toned
from cavendish.clay.render import Placed, PointLight
from cavendish.clay.sculpt import Floats, Material, Shape, noise, srgb

from .clearance import Clearance
from .scatter import chance_for

__all__ = ["Frame", "balloons", "spotlights", "stage"]

Frame = tuple[float, float, float, float]
"""Left, bottom, right, top of something on the screen, each from -1 to 1."""

BALLOON_MIDDLE = 1.46
"""Where a balloon's widest part lies above its string's end, in the builder's units."""
BALLOONS = ("#e3262e", "#ffb703", "#219ebc", "#8e44ad", "#ff6f91", "#2a9d5c")


def stage(clear: Clearance) -> list[Placed]:
    """A red curtain in folds, a valance above it, and gold trim along the boards."""
    depth = min([-2.4, *(item.z - item.radius - 0.45 for item in clear.footprints)])
    tallest = max([3.2, *(item.y + item.height for item in clear.footprints)])
    velvet = srgb("#8f1420")
    cloth: Shape = Shape("curtain").box((0, 4.5, -0.35), (14, 5.5, 0.1), velvet * np.float32(0.6), round=0.0)
    for fold in range(-26, 27):
        x = fold * 0.47 + 0.06 * math.sin(fold * 2.3)
        radius = 0.25 + 0.05 * math.sin(fold * 1.7)
        cloth.cone(
            (x, 0.0, -0.15),
            (x + 0.04 * math.sin(fold), 9.0, -0.2),
            radius * 1.08,
            radius,
            velvet,
            blend=0.10,
            pattern=_velvet,
        )
    hem = Shape("hem")
    for y in (0.12, 0.22):
        hem.cone((-13, y, 0.13), (13, y, 0.13), 0.035, 0.035, GOLD, material=Material.METAL)
    valance = Shape("valance")
    for swag in range(-6, 7):
        points = []
        for step in range(7):
            share = step / 6
            points.append((swag * 1.9 + (share - 0.5) * 1.9, tallest + 1.25 - 0.5 * math.sin(math.pi * share), 0.35))
        valance.chain(
            points, [0.16, 0.21, 0.24, 0.26, 0.24, 0.21, 0.16], velvet * np.float32(1.15), blend=0.1, pattern=_velvet
        )
    return [Placed(part, (0, 0, depth), casts_shadow=False) for part in (cloth, hem, valance)]


def _velvet(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    return toned(base, 0.82 + 0.36 * noise(x * 5, y * 0.6 + z))


def spotlights(clear: Clearance) -> tuple[PointLight, ...]:
    """A warm key on the items from above and a coloured light from either side, beams visible in the haze."""
    items = clear.footprints
    x = float(np.mean([item.x for item in items])) if items else 0.0
    z = float(np.mean([item.z for item in items])) if items else 0.0
    spread = max([1.2, *(abs(item.x - x) + item.radius for item in items)])
    height = max([1.6, *(item.y + item.height for item in items)])
    top = height + 4.0
    aim = (x, height * 0.42, z)
    wide = 2 * math.degrees(math.atan2(spread * 1.18, top - height * 0.42))
    key = PointLight(
        (x + 0.9, top, z + 5.0), (1.0, 0.90, 0.74), 60.0 * (top / 6) ** 2, aim=aim, spread=min(wide + 4, 80), haze=0.35
    )
    rose = PointLight((x - spread - 2.4, top, z + 1.2), (1.0, 0.20, 0.50), 55.0, aim=aim, spread=34, haze=0.9)
    blue = PointLight((x + spread + 2.4, top, z + 1.2), (0.22, 0.45, 1.0), 60.0, aim=aim, spread=34, haze=0.9)
    return (key, rose, blue)


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
