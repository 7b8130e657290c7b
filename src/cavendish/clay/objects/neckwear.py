"""What is worn round the neck: it lies on the skin, wherever that is, and what hangs from it hangs down before it."""

import math
from collections.abc import Sequence

import numpy as np

from cavendish.clay.sculpt import Floats, Material, Shape, srgb

from .fitting import Axes, Fitting, across, unit
from .look import Look
from .palette import BRASS, mix, shade

__all__ = ["MODELS"]

ROUND = 28
UP = np.array((0, 1, 0), np.float32)
WIDEST, NARROWEST = 1.3, 0.85  # of a neck's girth, where a jaw or a shoulder meets it


def scarf(fit: Fitting, look: Look) -> Shape:
    """A thick scarf wound twice, its fringed ends hanging down in front."""
    wool = look.paint("#d5322c")
    thick = 0.25 * fit.head
    shape = Shape("scarf")
    for height, lift, tone in ((-0.62, 0.62, shade(wool, 0.86)), (0.42, 0.5, wool)):
        loop = _loop(fit, height * thick, lift * thick, dip=0.5 * thick)
        shape.chain(loop, [0.62 * thick] * len(loop), tone, blend=0.12 * thick)
    for angle, length, tone in ((34.0, 2.9, shade(wool, 0.86)), (14.0, 3.7, wool)):
        start = _loop_point(fit, math.radians(angle), 0.2 * thick, 0.8 * thick)
        hang = _hanging(fit, start)
        path = _down(fit, hang, length * thick, 0.3 * thick)
        _ribbon(shape, hang, path, 0.72 * thick, 0.30 * thick, tone)
        _fringe(shape, hang, path[-1], 0.72 * thick, tone)
    knot = _loop_point(fit, math.radians(24.0), 0.0, 0.9 * thick)
    return shape.ellipsoid(knot, 0.78 * thick, wool, blend=0.1 * thick)


def bow_tie(fit: Fitting, look: Look) -> Shape:
    """A bow under the chin, on a band round the neck."""
    silk = look.paint("#c8262e")
    half = 0.66 * fit.head
    shape = Shape("bow tie")
    _band(shape, fit, 0.10 * half, shade(silk, 0.7))
    bow = Shape("bow")
    for side in (-1, 1):
        outline = [(0.0, -0.14), (0.55, -0.5), (0.96, -0.56), (1.0, 0.0), (0.96, 0.56), (0.55, 0.5), (0.0, 0.14)]
        wing = [(side * x * half, y * half) for x, y in outline]
        turned = (("y", side * 14.0),)
        bow.prism((0, 0, 0), wing, 0.15 * half, silk, round=0.12 * half, rotate=turned, blend=0.05 * half)
        bow.ellipsoid((side * 0.36 * half, 0, 0.07 * half), (0.2 * half, 0.045 * half, 0.11 * half), shade(silk, 0.72))
    bow.box((0, 0, 0.06 * half), (0.16 * half, 0.20 * half, 0.18 * half), shade(silk, 0.8), round=0.08 * half)
    hang = _hanging(fit, _throat(fit, 0.24 * half))
    return shape.merge(hang.placed(bow))


def tie(fit: Fitting, look: Look) -> Shape:
    """A knotted tie that follows chest and belly."""
    silk = look.paint("#2c4f9e")
    wide = 0.30 * fit.head
    shape = Shape("tie")
    _band(shape, fit, 0.2 * wide, shade(silk, 0.8))
    hang = _hanging(fit, _throat(fit, 0.2 * wide))
    knot = [
        (-0.55 * wide, 0.5 * wide),
        (0.55 * wide, 0.5 * wide),
        (0.34 * wide, -0.5 * wide),
        (-0.34 * wide, -0.5 * wide),
    ]
    path = _down(fit, hang, 4.6 * wide, 0.16 * wide)
    blade = Shape("blade")
    blade.prism((0, 0, path[0][1] + 0.16 * wide), knot, 0.3 * wide, shade(silk, 0.86), round=0.16 * wide)
    _ribbon(blade, None, path, 0.42 * wide, 0.16 * wide, silk, end=0.9 * wide)
    y, z = path[-1]
    point = [(-0.9 * wide, 0.12 * wide), (0.9 * wide, 0.12 * wide), (0.0, -0.95 * wide)]
    before = path[-2]
    lean = math.degrees(math.atan2(before[1] - z, before[0] - y))
    blade.prism((0, y, z), point, 0.16 * wide, silk, round=0.1 * wide, rotate=(("x", lean),))
    return shape.merge(hang.placed(blade))


def necklace(fit: Fitting, look: Look) -> Shape:
    """A string of golden beads with a larger one in the middle."""
    color = look.paint("#f2b632")
    bead = 0.085 * fit.head
    shape = Shape("necklace")
    loop = _loop(fit, -1.2 * bead, 0.7 * bead, dip=3.2 * bead, count=30)[:-1]
    for number, point in enumerate(loop):
        shape.ellipsoid(point, bead * (1.7 if number == 0 else 1.0), color, material=Material.GLOSSY)
    return shape


def collar(fit: Fitting, look: Look) -> Shape:
    """A leather collar with a tag of brass."""
    leather = look.paint("#c8262e")
    thick = 0.16 * fit.head
    shape = Shape("collar")
    loop = _loop(fit, 0.0, 0.35 * thick, dip=0.5 * thick)
    shape.chain(loop, [0.75 * thick] * len(loop), leather, blend=0.0, material=Material.GLOSSY)
    hang = _hanging(fit, _loop_point(fit, 0.0, -0.5 * thick, 0.9 * thick))
    tag = Shape("tag").ellipsoid((0, -1.15 * thick, 0.5 * thick), thick, BRASS, material=Material.METAL)
    return shape.merge(hang.placed(tag))


def _band(shape: Shape, fit: Fitting, thick: float, color: Floats) -> None:
    """Add what a knot is tied in, where it would be seen."""
    if not fit.is_maned:
        loop = _loop(fit, 0.0, 0.55 * thick, dip=1.8 * thick)
        shape.chain(loop, [thick] * len(loop), color, blend=0.0)


def _loop(fit: Fitting, height: float, lift: float, *, dip: float, count: int = ROUND) -> list[Floats]:
    """A closed line round the neck, so far above its skin; it starts in front, where it hangs lower."""
    angles = np.linspace(0, math.tau, count, endpoint=False)
    points = [_loop_point(fit, float(angle), height - dip * math.cos(float(angle)) ** 2 * (math.cos(angle) > 0), lift)
              for angle in angles]  # fmt: skip
    return [*points, points[0]]


def _loop_point(fit: Fitting, angle: float, height: float, lift: float) -> Floats:
    neck = fit.neck
    way = (math.cos(angle) * neck.front + math.sin(angle) * neck.right).astype(np.float32)
    length = float(fit.probe.way_out(neck.at(0, height, 0)[None], way[None], 0.5 * fit.size)[0])
    length = min(max(length, NARROWEST * fit.girth), WIDEST * fit.girth)
    return np.asarray(neck.at(0, height, 0) + way * np.float32(length + lift), np.float32)


def _throat(fit: Fitting, lift: float) -> Floats:
    """Where a knot is: in front of the neck, and lower where a muzzle or a beak would hide it."""
    neck, (_, radius) = fit.neck, fit.skull
    here = _loop_point(fit, 0.0, 0.0, 0.0)
    overhang = float((fit.face.axes.middle - here) @ neck.front)
    return _loop_point(fit, 0.0, -min(max(0.32 * overhang, 0.0), 0.5 * radius), lift)


def _hanging(fit: Fitting, start: Floats) -> Axes:
    """The axes of what hangs from a point: down is down, and front is where the face looks."""
    up = fit.face.axes.up if fit.is_upright else UP
    front = across(np.asarray(start - fit.neck.middle + 0.5 * fit.skull[1] * fit.neck.front, np.float32), up)
    return Axes(start, unit(np.cross(up, front)), up, front)


def _down(fit: Fitting, hang: Axes, length: float, lift: float) -> list[tuple[float, float]]:
    """Places (y, z) from the start down, before whatever is in the way; they never swing back by much."""
    reach = 0.9 * fit.skull[1]
    drops = np.linspace(0, length, 7)
    starts = np.array([hang.at(0, -drop, reach) for drop in drops], np.float32)
    ways = np.repeat(-hang.front[None], len(starts), axis=0).astype(np.float32)
    found = reach - fit.probe.way_in(starts, ways, 2 * reach)
    path: list[tuple[float, float]] = []
    z = 0.0
    for drop, skin in zip(drops, found, strict=True):
        z = max(float(skin) + lift, z - 0.12 * length / len(drops), 0.0) if path else 0.0
        path.append((-float(drop), z))
    return path


def _ribbon(
    shape: Shape,
    hang: Axes | None,
    path: Sequence[tuple[float, float]],
    half: float,
    thick: float,
    color: Floats,
    *,
    end: float | None = None,
) -> None:
    """A band along a path in the plane x = 0, so wide that `end` is half of it at last."""
    band = Shape("band")
    widths = np.linspace(half, half if end is None else end, len(path))
    for number in range(len(path) - 1):
        (y, z), (next_y, next_z) = path[number], path[number + 1]
        long, lean = (
            math.hypot(next_y - y, next_z - z) / 2 + 0.2 * thick,
            math.degrees(math.atan2(z - next_z, y - next_y)),
        )
        upper, lower = widths[number], widths[number + 1]
        outline = [(-upper, long), (upper, long), (lower, -long), (-lower, -long)]
        middle = (0, (y + next_y) / 2, (z + next_z) / 2)
        band.prism(middle, outline, thick, color, round=0.6 * thick, rotate=(("x", lean),), blend=0.3 * thick)
    shape.merge(band if hang is None else hang.placed(band))


def _fringe(shape: Shape, hang: Axes, end: tuple[float, float], half: float, color: Floats) -> None:
    y, z = end
    tassels = Shape("fringe")
    for x in (-0.72, -0.24, 0.24, 0.72):
        tassels.cone(
            (x * half, y, z),
            (x * half * 1.08, y - 0.62 * half, z),
            0.19 * half,
            0.15 * half,
            mix(color, srgb("#ffffff"), 0.12),
        )
    shape.merge(hang.placed(tassels))


MODELS = {"scarf": scarf, "bow_tie": bow_tie, "tie": tie, "necklace": necklace, "collar": collar}
