"""A kitchen to stand in: a row of cupboards with a worktop, an oven and a refrigerator, tiles and a window above."""

import numpy as np

from cavendish.clay.objects import Look
from cavendish.clay.objects.palette import WHITE, WOOD, Color, shade
from cavendish.clay.objects.patterns import covered, toned
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Floats, Material, Shape, hash_cells, srgb

from .clearance import Clearance
from .landscape import standing
from .scatter import chance_for

__all__ = ["kitchen"]

TOP = 1.42
"""How high the worktop lies, in the stylised metres of things that are as large as cats."""
DOOR = 0.92
FRONTS = ("#7fa39a", "#c9756a", "#8fa7c7", "#d9b45f", "#93a878")
JARS = ("#c9564a", "#e0a04a", "#6f9a5a", "#d9c7a0", "#5f8aa8")


def kitchen(seed: int, clear: Clearance, *, lit: bool) -> list[Placed]:
    """The wall and everything along it, behind the items."""
    chance = chance_for(seed, "kitchen")
    depth = min([-2.3, *(item.z - item.radius - 1.5 for item in clear.footprints)])
    front = srgb(FRONTS[chance.integers(len(FRONTS))])
    wall = Shape("wall").box((0, 3.4, -0.1), (16, 3.5, 0.1), srgb("#efe3cf"), round=0.0, pattern=_tiled)
    parts = [wall, _cupboards(front), _window(lit=lit), _shelf(chance)]
    placed = [Placed(part, (0, 0, depth), casts_shadow=False) for part in parts]
    side = -1 if chance.random() < 0.5 else 1
    for kind, x, z, scale in (("oven", -1.55 * side, 0.52, 1.0), ("refrigerator", 1.75 * side, 0.55, 1.5)):
        placed.append(standing(kind, (x, 0, depth + z), look=Look(lit=lit), scale=scale, casts=False))
    return placed + _worktop_things(clear, depth + 0.5)


def _worktop_things(clear: Clearance, depth: float) -> list[Placed]:
    """What stands on the worktop, beside the items' heads and never on top of them."""
    placed = []
    for kind, x, scale in (("teapot", -0.4, 0.7), ("potted_plant", 0.95, 0.7), ("toaster", -3.2, 0.8)):
        if not any(clear.behind_item((x + edge, TOP + 0.3, depth), margin=0.16) for edge in (-0.4, 0.0, 0.4)):
            at = (x, TOP + 0.08, depth)
            placed.append(standing(kind, at, look=Look(seed=3), scale=scale, yaw=12, casts=False))
    return placed


def _tiled(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    """White tiles behind the worktop, plaster above."""
    column, row = x / 0.42 + 0.5 * (np.floor(y / 0.26) % 2), y / 0.26
    joint = (np.abs(column % 1 - 0.5) > 0.47) | (np.abs(row % 1 - 0.5) > 0.45)
    tone = np.where(joint, 0.72, 0.92 + 0.12 * hash_cells(np.floor(column), np.floor(row)))
    tiles = toned(np.broadcast_to(srgb("#f4f3ee"), base.shape), tone + z * 0)
    return covered(base, tiles, (y < 2.35).astype(np.float32))


def _cupboards(front: Color) -> Shape:
    """Doors and drawers under a wooden worktop, on a dark plinth."""

    def doors(base: Color, x: Floats, y: Floats, _z: Floats) -> Color:
        along = np.abs(x / DOOR % 1 - 0.5)
        gap = (along > 0.485) | (np.abs(y - 1.02) < 0.014)
        inset = (np.abs(along - 0.38) < 0.012) & (np.abs(y - 0.58) < 0.31)
        inset |= (np.abs(np.abs(y - 0.58) - 0.31) < 0.012) & (along < 0.38)
        return toned(base, np.where(gap, 0.45, np.where(inset, 0.74, 1.0)))

    shape = Shape("cupboards").box((0, 0.72, 0.45), (15, 0.64, 0.45), front, round=0.03, pattern=doors)
    shape.box((0, 0.05, 0.42), (15, 0.07, 0.40), srgb("#3b322c"), round=0.01)
    shape.box((0, TOP, 0.47), (15, 0.06, 0.53), WOOD, round=0.03)
    for index in range(-6, 6):
        for y in (0.86, 1.18):
            shape.ellipsoid(((index + 0.5) * DOOR, y, 0.93), 0.045, srgb("#d9b26a"), material=Material.METAL)
    return shape


def _window(*, lit: bool) -> Shape:
    pane = srgb("#bfe3f7") * 1.5 if not lit else srgb("#1b2a52") * 0.8
    shape = Shape("window")
    shape.box((0, 3.05, 0.03), (1.0, 0.80, 0.06), WHITE, round=0.03)
    shape.box((0, 3.05, 0.06), (0.90, 0.70, 0.05), pane, round=0.02, material=Material.EMISSIVE)
    shape.box((0, 3.05, 0.10), (0.03, 0.72, 0.03), WHITE, round=0.01)
    shape.box((0, 3.05, 0.10), (0.92, 0.03, 0.03), WHITE, round=0.01)
    return shape.box((0, 2.24, 0.16), (1.12, 0.04, 0.16), WHITE, round=0.02)


def _shelf(chance: np.random.Generator) -> Shape:
    """Jars on a board either side of the window, and pans on hooks below it."""
    shape = Shape("shelf")
    for side in (-1, 1):
        shape.box((side * 2.6, 2.75, 0.2), (1.2, 0.045, 0.22), WOOD, round=0.02)
        for index in range(6):
            tall, tone = chance.uniform(0.14, 0.26), srgb(JARS[chance.integers(len(JARS))])
            at = (side * 2.6 - 1.0 + index * 0.4, 2.80 + tall, 0.2)
            shape.cylinder(at, 0.13, tall, tone, round=0.05, material=Material.GLOSSY)
            shape.cylinder((at[0], 2.82 + 2 * tall, 0.2), 0.09, 0.035, shade(WOOD, 0.8), round=0.02)
    return shape
