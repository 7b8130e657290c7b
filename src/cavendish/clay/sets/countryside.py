"""What stands between the houses of a village and along a forest's edge: firs, lamps, far cottages."""

import math
from collections.abc import Sequence

from cavendish.clay.objects import Look, measure
from cavendish.clay.render import Placed, PointLight
from cavendish.clay.scene import Item
from cavendish.clay.sculpt import srgb

from .clearance import Clearance
from .landscape import standing
from .scatter import cells, chance_for

__all__ = ["far_cottages", "forest", "house_lights", "lamp_lights", "village_lamps"]

WARM = (1.0, 0.62, 0.25)
LAMPS = ((0.0, 1.05), (0.25, -1.7), (3.5, 1.7), (-3.6, 1.8), (6.4, 1.2), (-6.6, 1.3))
COTTAGES = (
    (-6.4, -10.5, 24),
    (-2.2, -12.2, 8),
    (2.6, -11.4, -8),
    (6.9, -10.2, -26),
    (-11, -9.5, 32),
    (11.4, -9.6, -34),
)
WALLS = ("#c98b4a", "#b5533c", "#a85a3a", "#cfa85c", "#a8473f")


def far_cottages(seed: int, clear: Clearance, *, lit: bool, snowy: bool) -> list[Placed]:
    """The village's other end, and firs round it."""
    chance = chance_for(seed, "cottages")
    placed = []
    for index, (x, z, yaw) in enumerate(COTTAGES):
        look = Look(color=srgb(WALLS[index % 5]), seed=index, snowy=snowy, lit=lit)
        scale = chance.uniform(0.95, 1.15)
        if clear.free(x, z, radius=1.2, height=2.3):
            placed.append(standing("house", (x, 0, z), look=look, scale=scale, yaw=yaw, casts=False))
    for index in range(16):
        x, z = (-1 if index % 2 else 1) * chance.uniform(1.2, 13), -chance.uniform(8.5, 15)
        size = chance.uniform(0.8, 1.35)
        if clear.free(x, z, radius=0.7, height=2.4):
            placed.append(standing("pine", (x, 0, z), look=Look(seed=index, snowy=snowy), scale=size, casts=False))
    return placed


def village_lamps(clear: Clearance, *, lit: bool, snowy: bool) -> tuple[list[Placed], list[PointLight]]:
    """Street lamps on the square and, in the dark, their light."""
    posts = [(x, z) for x, z in LAMPS if clear.free(x, z, radius=0.16, height=1.0)]
    placed = [standing("street_lamp", (x, 0, z), look=Look(lit=lit, snowy=snowy), scale=0.66) for x, z in posts]
    lights = [PointLight((x, 1.25, z + 0.2), WARM, 0.8) for x, z in posts] if lit else []
    return placed, lights


def house_lights(items: Sequence[Item]) -> list[PointLight]:
    """Warm light before the doors of houses in the dark; those in front first, twelve at most."""
    houses = [item for item in items if item.kind in {"house", "church", "barn", "tent", "igloo"}]
    lights = []
    for item in sorted(houses, key=lambda house: -house.at[2])[:12]:
        angle, reach = math.radians(item.yaw), 1.3 * item.scale
        at = (item.at[0] + math.sin(angle) * reach, item.at[1] + 0.6, item.at[2] + math.cos(angle) * reach)
        lights.append(PointLight(at, WARM, 0.9 * item.scale))
    return lights


LAMPS_BY_KIND = {"candle": (1.06, 0.45), "lamp": (0.72, 0.9), "campfire": (0.6, 1.3), "street_lamp": (0.8, 0.9)}
"""Kinds that shine in the dark: how high the light sits as a share of their height, and its power."""


def lamp_lights(items: Sequence[Item]) -> list[PointLight]:
    """The light of candles, lamps and fires among the items."""
    lights = []
    for item in items:
        if item.kind in LAMPS_BY_KIND:
            share, power = LAMPS_BY_KIND[item.kind]
            height = measure(item.kind).hi[1] * item.scale
            at = (item.at[0], item.at[1] + height * share, item.at[2] + 0.25 * height)
            lights.append(PointLight(at, WARM, power * item.scale * 1.6))
    return lights


def forest(seed: int, clear: Clearance, *, snowy: bool, leaves: Sequence[str]) -> list[Placed]:
    """Trees and firs on both sides and to the back, bushes between them."""
    placed = []
    for x, z, chance in cells(seed, "forest", step=2.3, share=0.72, x=(-13, 13), z=(-17, 0.6)):
        fir, size, turn, kind_seed = (
            chance.random() < (0.9 if snowy else 0.45),
            chance.uniform(0.8, 1.35),
            chance.uniform(0, 360),
            int(chance.integers(99)),
        )
        open_glade = abs(x) < 2.6 - z * 0.16 and z > -6.5
        if open_glade or not clear.free(x, z, radius=0.9, height=3.0) or not clear.seen((x, 1.6, z), 2.2):
            continue
        kind = "pine" if fir else "tree"
        look = Look(seed=kind_seed, snowy=snowy, color=None if fir else srgb(leaves[kind_seed % len(leaves)]))
        placed.append(standing(kind, (x, 0, z), look=look, scale=size, yaw=turn, casts=z > -9))
    for x, z, chance in cells(seed, "bushes", step=2.0, share=0.3, x=(-7, 7), z=(-8, 0.5)):
        look = Look(seed=int(chance.integers(99)), snowy=snowy)
        if abs(x) > 1.6 and clear.free(x, z, radius=0.6, height=0.7) and clear.seen((x, 0.3, z), 0.7):
            placed.append(standing("bush", (x, 0, z), look=look, scale=chance.uniform(0.6, 1.0)))
    return placed
