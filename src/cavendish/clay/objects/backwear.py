"""What is worn on the back: it hangs from the neck down the back, or lies along it on whoever goes on four legs."""

import math
from itertools import pairwise

import numpy as np

from cavendish.clay.sculpt import Floats, Material, Shape

from .fitting import Axes, Fitting, unit
from .look import Look
from .palette import GOLD, shade

__all__ = ["MODELS"]

RIBS, ROWS = 19, 7
FLARE = 0.24  # how much wider a cape becomes with every step down
UP = np.array((0, 1, 0), np.float32)
LEVEL = np.array((1, 0, 1), np.float32)


def cape(fit: Fitting, look: Look) -> Shape:
    """A cape in folds, fastened at the neck by a golden clasp."""
    cloth = look.paint("#c8262e")
    thick = 0.11 * fit.head
    shape = Shape("cape")
    spine, line = _spine(fit), _line(fit)
    angles = np.radians(np.linspace(82, 278, RIBS) if fit.is_upright else np.linspace(104, 256, RIBS))
    for number, angle in enumerate(angles):
        way = np.asarray(math.cos(angle) * spine.front + math.sin(angle) * spine.right, np.float32)
        lengths = _reaches(fit, line, way, 1.4 * thick)
        radii = np.maximum(thick, 0.58 * lengths * float(angles[1] - angles[0]))
        rib = [point + way * length for point, length in zip(line, lengths, strict=True)]
        shape.chain(
            rib, [float(radius) for radius in radii], cloth if number % 2 else shade(cloth, 0.84), blend=0.3 * thick
        )
    loop = _collar(fit, 0.9 * thick)
    shape.chain(loop, [1.25 * thick] * len(loop), shade(cloth, 0.92), blend=0.5 * thick)
    return shape.ellipsoid(loop[0], 1.7 * thick, GOLD, material=Material.METAL)


def _spine(fit: Fitting) -> Axes:
    """The axes of a back: up towards the head, front away from the back."""
    if fit.is_upright:
        return fit.neck
    ahead = unit((fit.neck.middle - fit.trunk) * LEVEL)
    return Axes(fit.neck.middle, unit(np.cross(UP, ahead)), ahead, -UP)


def _line(fit: Fitting) -> list[Floats]:
    """Points within the body from the neck to where a cape ends: above the ground, or at the rump."""
    neck, corners = fit.neck, np.array([fit.probe.low, fit.probe.high], np.float32)
    if fit.is_upright:
        lowest = float(-((corners - neck.middle) * neck.up).min(axis=0).sum())
        return [neck.at(0, -float(drop), 0) for drop in np.linspace(0, 0.84 * lowest, ROWS)]
    ahead = _spine(fit).up
    behind = float(-((corners - fit.trunk) * ahead).min(axis=0).sum())
    rump = fit.trunk + ahead * np.float32(-0.55 * behind) + UP * np.float32(0.1 * fit.head)
    withers = neck.middle + (fit.trunk - neck.middle) * np.float32(0.5)
    return [neck.middle, withers, *(withers + (rump - withers) * np.float32(share) for share in (0.25, 0.5, 0.75, 1.0))]


def _reaches(fit: Fitting, line: list[Floats], way: Floats, lift: float) -> Floats:
    """How far from the line a fold lies, row by row, outside of whatever is beneath; what hangs is not drawn in."""
    found = fit.probe.way_out(np.array(line), np.repeat(way[None], len(line), axis=0), 0.5 * fit.size)
    steps = [float(np.linalg.norm(after - before)) for before, after in pairwise(line)]
    reaches = [min(float(found[0]), 1.25 * fit.girth) + lift if fit.is_upright else 0.3 * fit.girth]
    for step, skin in zip(steps, found[1:], strict=True):
        least = reaches[-1] + FLARE * step if fit.is_upright else 0.0
        reaches.append(min(max(float(skin) + lift, least), reaches[-1] + 1.2 * step + lift))
    return np.array(reaches, np.float32)


def _collar(fit: Fitting, lift: float) -> list[Floats]:
    neck = fit.neck
    angles = np.linspace(0, math.tau, 24, endpoint=False)
    ways = np.array([math.cos(a) * neck.front + math.sin(a) * neck.right for a in angles], np.float32)
    lengths = fit.probe.way_out(np.repeat(neck.middle[None], len(ways), axis=0), ways, 0.5 * fit.size)
    lengths = np.clip(lengths, 0.85 * fit.girth, 1.3 * fit.girth) + np.float32(lift)
    points = list(neck.middle + ways * lengths[:, None])
    return [*points, points[0]]


def backpack(fit: Fitting, look: Look) -> Shape:
    """A rucksack with its straps over the shoulders."""
    cloth = look.paint("#e2572f")
    radius = fit.skull[1]
    spine = _spine(fit)
    size = 0.85 * radius
    drop = 0.35 * radius + size
    skin = float(fit.probe.way_out(spine.at(0, -drop, 0)[None], -spine.front[None], 0.5 * fit.size)[0])
    pack = Shape("backpack")
    pack.box((0, -drop, -skin - 0.42 * size), (0.82 * size, size, 0.48 * size), cloth, round=0.3 * size)
    pack.box(
        (0, -drop - 0.35 * size, -skin - 0.95 * size),
        (0.56 * size, 0.42 * size, 0.2 * size),
        shade(cloth, 0.8),
        round=0.15 * size,
    )
    for side in (-1, 1):
        pack.chain(_strap(fit, spine, side * 0.52 * size, drop), [0.13 * size] * 9, shade(cloth, 0.6), blend=0.0)
    return spine.placed(pack)


def _strap(fit: Fitting, spine: Axes, x: float, drop: float) -> list[tuple[float, float, float]]:
    """From the foot of a pack over a shoulder and down the chest, in the axes of the spine."""
    heights = np.linspace(-0.3 * drop, -1.15 * drop, 4)
    starts = np.array([spine.at(x, float(y), 0) for y in heights], np.float32)
    lift = 0.02 * fit.size
    path = []
    for way in (-1, 1):
        ways = np.repeat(np.float32(way) * spine.front[None], len(starts), axis=0)
        lengths = fit.probe.way_out(starts, ways, 0.5 * fit.size)
        side = [(x, float(y), way * (float(long) + lift)) for y, long in zip(heights, lengths, strict=True)]
        path += side if way > 0 else side[::-1]
    top = float(fit.probe.way_out(starts[:1], spine.up[None], 0.5 * fit.size)[0])
    return [*path[:4], (x, float(heights[0]) + min(top, 0.5 * drop) + lift, 0.0), *path[4:]]


MODELS = {"cape": cape, "backpack": backpack}
