"""What stands in water and does not float: on an islet in a lake, or if anything is built or rooted, else on rafts.

An islet is one body under all that stands on it: a low mound round each item, melted together, with a beach or a
rocky shore round the top.
"""

import math
from collections.abc import Sequence

import numpy as np

from cavendish.clay.objects import KINDS, measure
from cavendish.clay.objects.palette import SNOW, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, covered, grain, toned
from cavendish.clay.render import Placed
from cavendish.clay.scene import Item, Scene
from cavendish.clay.sculpt import Floats, Shape, fractal, noise, srgb

from .scatter import chance_for

__all__ = ["WATERS", "afloat", "footing"]

WATERS = {"sea", "lake"}
"""Places where all is water."""

AFLOAT = 0.05
"""Up to this height, in metres, a thing at sea counts as being in the water."""
RAFT_HEIGHT = 0.06
"""How far a raft's logs rise out of the water."""
ISLET_HEIGHT = 0.15
"""How far an islet does."""
LOGS = 7

_AT_HOME_IN_WATER = {"sea_life", "boats"}
_WADING = {"bridge"}
_ROOTED = {"houses", "towers", "trees", "flowers", "land", "roadside"}
_SHORES = {"palm": "#e8d29c", "lighthouse": "#8f8b84", "volcano": "#5f5652", "mountain": "#8f8b84", "rock": "#8f8b84"}
_GRASS = srgb("#6fae46")
_SAND = srgb("#e2cb98")


def afloat(item: Item, scene: Scene) -> float:
    """How high, in metres, an item at sea stands over the place that the scene gives it; below it, if it swims."""
    if item.at[1] < AFLOAT and not _needs_ground(item):
        return -KINDS[item.kind].draught * item.scale
    if item.at[1] >= AFLOAT and not any(_needs_ground(other) and _is_over(item, other) for other in scene.items):
        return 0.0
    return ISLET_HEIGHT if _has_islet(scene) else RAFT_HEIGHT


def footing(scene: Scene, *, snowy: bool) -> list[Placed]:
    """The islet or the rafts under whatever does not float."""
    grounded = [item for item in scene.items if _needs_ground(item)]
    if _has_islet(scene):
        return [_islet(grounded, scene.seed, snowy=snowy)]
    return [_raft(item) for item in grounded]


def _needs_ground(item: Item) -> bool:
    """Whether the item would stand on the water like on a floor."""
    kind = KINDS[item.kind]
    swims = kind.draught or kind.family in _AT_HOME_IN_WATER or kind.base in _WADING
    return item.at[1] < AFLOAT and not swims


def _has_islet(scene: Scene) -> bool:
    """Rafts are for the open sea."""
    grounded = [item for item in scene.items if _needs_ground(item)]
    return any(scene.setting.place == "lake" or KINDS[item.kind].family in _ROOTED for item in grounded)


def _is_over(item: Item, other: Item) -> bool:
    """Whether an item may be what the other one carries."""
    return math.hypot(item.at[0] - other.at[0], item.at[2] - other.at[2]) < _reach(other)


def _reach(item: Item) -> float:
    """Half of the larger side of the item's footprint, in metres."""
    low, high = measure(item.kind)
    return max(high[0] - low[0], high[2] - low[2]) * item.scale / 2


def _raft(item: Item) -> Placed:
    """A raft of logs, wider than its passenger."""
    half = _reach(item) * 1.24 + 0.12
    shape, thick = Shape("raft"), half / LOGS * 1.08
    for index in range(LOGS):
        z = (index - (LOGS - 1) / 2) * half * 2 / LOGS
        start, end = (-half, RAFT_HEIGHT - thick, z), (half, RAFT_HEIGHT - thick, z)
        shape.cone(start, end, thick, thick * 0.95, WOOD, pattern=grain)
    return Placed(shape, (item.at[0], 0, item.at[2]), yaw=8)


def _islet(items: Sequence[Item], seed: int, *, snowy: bool) -> Placed:
    """One mound under all the items, with stones along its shore."""
    rooted = next((item for item in items if KINDS[item.kind].family in _ROOTED), items[0])
    code = _SHORES.get(KINDS[rooted.kind].base)
    shore = _SAND if code is None else srgb(code)
    top = SNOW if snowy else _GRASS if code is None else shade(shore, 1.08)
    spots = [(item.at[0], item.at[2], _reach(item) + 0.16) for item in items]
    coat = _coat(spots, top, shore)
    shape, chance = Shape("islet"), chance_for(seed, "islet")
    for x, z, radius in spots:
        middle, rim = (x, ISLET_HEIGHT - 0.3, z), radius + 0.34
        shape.cylinder(middle, rim, 0.3, shore, round=0.12, top_radius=radius + 0.02, blend=0.12, pattern=coat)
        for index in range(7):
            angle = index * math.tau / 7 + chance.uniform(-0.3, 0.3)
            at = (x + math.cos(angle) * (radius + 0.12), -0.02, z + math.sin(angle) * (radius + 0.12))
            wide, long = chance.uniform(0.25, 0.42) * radius + 0.1, chance.uniform(0.2, 0.3) * radius + 0.1
            turned = (("y", chance.uniform(0, 180)),)
            shape.ellipsoid(at, (wide, 0.12, long), shore, blend=0.14, rotate=turned, pattern=coat)
    _stones(shape, spots, mix(shore, srgb("#77736e"), 0.75), chance)
    return Placed(shape, (0, 0, 0))


def _coat(spots: Sequence[tuple[float, float, float]], top: Color, shore: Color) -> Pattern:
    """What grows or lies on top, with a ragged edge above the shore, which is dark where it is wet."""

    def pattern(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        inward = np.max([radius - np.hypot(x - cx, z - cz) for cx, cz, radius in spots], axis=0)
        ragged = inward + 0.22 * (noise(x * 3.2 + 7, z * 3.2) - 0.5) + 0.06 * (noise(x * 13, z * 13) - 0.5)
        wet = np.clip((0.055 + 0.02 * noise(x * 6, z * 6) - y) * 40, 0, 1) * 0.42
        ground = toned(shore, (0.86 + 0.28 * fractal(x * 4, z * 4 + y * 5, 3)) * (1 - wet))
        turf = toned(top, 0.84 + 0.34 * fractal(x * 5 + 3, z * 5, 3))
        return covered(ground, turf, np.clip(ragged * 16 + 0.5, 0, 1)) + base * 0

    return pattern


def _stones(
    shape: Shape, spots: Sequence[tuple[float, float, float]], color: Color, chance: np.random.Generator
) -> None:
    for x, z, radius in spots:
        for _ in range(6):
            angle, size = chance.uniform(0, math.tau), chance.uniform(0.06, 0.14)
            away = radius + chance.uniform(0.16, 0.36)
            at = (x + math.cos(angle) * away, 0.02, z + math.sin(angle) * away)
            tone, turned = shade(color, chance.uniform(0.8, 1.2)), (("y", chance.uniform(0, 180)),)
            shape.ellipsoid(at, (size * 1.3, size * 0.9, size), tone, rotate=turned, blend=0.02)
