"""Indoors: a table in a kitchen out of focus, a living room, a photographer's studio."""

from collections.abc import Sequence

import numpy as np

from cavendish.clay.objects import Look
from cavendish.clay.objects.palette import CREAM, WHITE, WOOD, Color, shade
from cavendish.clay.objects.patterns import covered, toned
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Floats, Material, Shape, fractal, noise, srgb

from .clearance import Clearance, Footprint
from .landscape import standing
from .scatter import chance_for

__all__ = ["backdrop", "room", "table"]

SWEEP = 2.2
"""How far the studio's floor and wall melt into each other, in metres."""
TOPS = ("#c58a55", "#a8714a", "#d8b07c", "#b98a64")
WALLS = ("#d8b88c", "#b9c4a4", "#a9c0c8", "#dcc3b4", "#cfc6b2")
WALL = -6.0
"""Where the kitchen's wall stands, unless things stand that far behind: a new thing may not move it."""


def _planks(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    """Boards along x with grain, knots and dark seams."""
    board = np.floor(z / 0.46 + 40)
    along = x + board * 3.7
    rings = 0.5 + 0.5 * np.sin((z * 9 + fractal(along * 0.5, z * 2.5 + board, 3) * 13) * 2.2)
    fibre = fractal(along * 0.9, z * 12 + board * 5 + y, 4)
    light = np.clip(fibre * 0.95 + rings * 0.25 - 0.12, 0, 1)
    tone = 0.86 + 0.28 * noise(board * 31.7, board * 0 + 5)
    seam = np.abs(z / 0.46 + 40 - board - 0.5) > 0.482
    return toned(base, (0.5 + 0.95 * light) * tone * np.where(seam, 0.35, 1.0))


def table(seed: int, footprints: Sequence[Footprint], *, lit: bool) -> list[Placed]:
    """A wooden table whose top lies at y = 0, before a blurred kitchen with warm lights."""
    left = min([-2.6, *(item.x - item.radius - 0.5 for item in footprints)])
    right = max([2.6, *(item.x + item.radius + 0.5 for item in footprints)])
    back = min([-2.8, *(item.z - item.radius - 0.4 for item in footprints)])
    top = Shape("table top")
    middle, half = ((left + right) / 2, -0.07, (back + 2.6) / 2), ((right - left) / 2, 0.07, (2.6 - back) / 2)
    wood = TOPS[int(chance_for(seed, "table").integers(len(TOPS)))]
    top.box(middle, half, srgb(wood), round=0.05, pattern=_planks)
    top.box(
        (middle[0], -0.22, middle[2]),
        (half[0] - 0.15, 0.10, half[2] - 0.15),
        shade(srgb(wood), 0.55),
        round=0.02,
        pattern=_planks,
    )
    return [Placed(top), *_kitchen(seed, min(WALL, back - 2.0), lit=lit)]


def _kitchen(seed: int, depth: float, *, lit: bool) -> list[Placed]:
    """A wall with a window, a shelf of jars and hanging lamps, far enough to melt away."""
    chance = chance_for(seed, "kitchen")
    side, tone = (1 if chance.random() < 0.5 else -1), srgb(WALLS[int(chance.integers(len(WALLS)))])
    wall_tone = shade(tone, 0.45) if lit else tone
    wall = Shape("wall").box((0, 0, -0.6), (16, 9, 0.1), wall_tone, round=0.0, pattern=_plaster)
    wall.box((0, -1.9, -0.1), (16, 1.25, 0.5), srgb("#8a6547"), round=0.05)
    wall.box((0, -0.62, -0.05), (16, 0.06, 0.6), srgb("#e7d8c0"), round=0.03)
    window = Shape("window")
    glow = srgb("#fff0d0") * 1.5 if not lit else srgb("#22345e") * 0.7
    window.box((-2.6 * side, 2.0, -0.5), (1.55, 1.5, 0.06), WHITE, round=0.04)
    window.box((-2.6 * side, 2.0, -0.44), (1.4, 1.35, 0.05), glow, round=0.02, material=Material.EMISSIVE)
    window.box((-2.6 * side, 2.0, -0.38), (0.05, 1.4, 0.04), WHITE, round=0.02)
    window.box((-2.6 * side, 2.2, -0.38), (1.4, 0.05, 0.04), WHITE, round=0.02)
    shelf = Shape("shelf").box((2.9 * side, 1.15, -0.3), (1.9, 0.06, 0.3), WOOD, round=0.03)
    jars = ("#c9564a", "#e0a04a", "#6f9a5a", "#d9c7a0", "#5f8aa8", "#b5654a", "#e6cf8a")
    for index in range(7):
        tall = chance.uniform(0.2, 0.42)
        at = ((1.35 + index * 0.5) * side, 1.21 + tall, -0.25)
        shelf.cylinder(at, 0.17, tall, srgb(jars[index]), round=0.08, material=Material.GLOSSY)
    plant = standing("potted_plant", (0.35 * side, -0.56, 0.0), look=Look(seed=4), scale=1.1, casts=False)
    objects = [Placed(part, (0, 0, depth), casts_shadow=False) for part in (wall, window, shelf)]
    return [*objects, _moved(plant, depth), *_pendants(depth, side)]


def _moved(placed: Placed, depth: float) -> Placed:
    x, y, z = placed.at
    return Placed(placed.shape, (x, y, z + depth), placed.scale, placed.yaw, placed.casts_shadow)


def _pendants(depth: float, side: int) -> list[Placed]:
    """Three lamps on cords; out of focus they turn into discs of light."""
    shape = Shape("pendants")
    for x, y in ((0.5, 3.1), (2.3, 3.35), (4.2, 3.0), (-5.0, 3.2)):
        x *= side
        shape.cone((x, y, 1.2), (x, 7, 1.2), 0.015, 0.015, srgb("#3a2f28"))
        shape.cylinder((x, y + 0.1, 1.2), 0.28, 0.15, srgb("#3f5a52"), top_radius=0.06)
        shape.ellipsoid((x, y - 0.06, 1.2), 0.15, srgb("#ffd08a") * 3.2, material=Material.EMISSIVE)
    return [Placed(shape, (0, 0, depth), casts_shadow=False)]


def _plaster(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    return toned(base, 0.93 + 0.14 * fractal(x * 0.8 + z, y * 0.8, 3))


def _wallpaper(base: Color, x: Floats, _y: Floats, _z: Floats) -> Color:
    return toned(base, np.where(np.sin(x * 9) > 0, 1.04, 0.96))


def room(seed: int, clear: Clearance, *, lit: bool) -> list[Placed]:
    """A living room: panelled wall, window with curtains, picture, plant, lamp and a round rug."""
    chance = chance_for(seed, "room")
    depth = min([-2.6, *(item.z - item.radius - 0.5 for item in clear.footprints)])
    tones = ("#8fb0a8", "#d9b08c", "#93a8c4", "#c9a0a0", "#a9b587")
    paper = srgb(tones[chance.integers(len(tones))])
    wall = Shape("wall").box((0, 3, -0.1), (16, 3.6, 0.1), paper, round=0.0, pattern=_wallpaper)
    wall.box((0, 0.5, 0.02), (16, 0.5, 0.03), CREAM, round=0.01)
    wall.box((0, 1.02, 0.04), (16, 0.04, 0.05), WHITE, round=0.02)
    wall.box((0, 0.1, 0.05), (16, 0.1, 0.05), WHITE, round=0.02)
    for panel in range(-9, 10):
        wall.box((panel * 1.1, 0.56, 0.05), (0.44, 0.30, 0.012), shade(CREAM, 0.93), round=0.01)
    objects = [Placed(wall, (0, 0, depth), casts_shadow=False), _rug(int(chance.integers(3)), clear)]
    objects += [Placed(part, (0, 0, depth)) for part in (_window(lit=lit), _picture(int(chance.integers(3))))]
    for kind, x, z, scale in (
        ("potted_plant", 2.75, 0.6, 1.15),
        ("lamp", -2.9, 0.55, 1.25),
        ("bookshelf", 4.6, 0.4, 1.1),
    ):
        at = (x, 0.0, depth + z)
        if clear.free(at[0], at[2], radius=0.5, height=1.5):
            objects.append(
                standing(kind, at, look=Look(seed=2, lit=lit), scale=scale, yaw=-8 if kind == "bookshelf" else 0)
            )
    return objects


def _rug(style: int, clear: Clearance) -> Placed:
    xs = [item.x for item in clear.footprints] or [0.0]
    x, z = (min(xs) + max(xs)) / 2, float(np.mean([item.z for item in clear.footprints] or [0.0]))
    radius = max(1.7, (max(xs) - min(xs)) / 2 + 1.3)
    first = srgb(("#b5503f", "#3f6f8a", "#6a8a4a")[style])

    def rings(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        band = np.floor(np.hypot(x, z) / radius * 7)
        wool = covered(base, CREAM, (band % 2).astype(np.float32))
        return toned(wool, 0.9 + 0.2 * noise(x * 40, z * 40 + y))

    return Placed(Shape("rug").cylinder((0, 0.0, 0), radius, 0.02, first, round=0.015, pattern=rings), (x, 0, z))


def _window(*, lit: bool) -> Shape:
    pane = srgb("#bfe3f7") * 1.5 if not lit else srgb("#1b2a52") * 0.8
    shape = Shape("window")
    shape.box((-1.3, 2.35, 0.03), (0.86, 0.96, 0.06), WHITE, round=0.03)
    shape.box((-1.3, 2.35, 0.06), (0.76, 0.86, 0.05), pane, round=0.02, material=Material.EMISSIVE)
    shape.box((-1.3, 2.35, 0.10), (0.03, 0.88, 0.03), WHITE, round=0.01)
    shape.box((-1.3, 2.35, 0.10), (0.78, 0.03, 0.03), WHITE, round=0.01)
    shape.box((-1.3, 1.36, 0.16), (0.98, 0.04, 0.15), WHITE, round=0.02)
    shape.cone((-2.6, 3.48, 0.2), (0.0, 3.48, 0.2), 0.03, 0.03, WOOD)
    for side in (-1, 1):
        for fold in range(5):
            x = -1.3 + side * (0.82 + fold * 0.1)
            shape.cone((x, 3.42, 0.2), (x + side * 0.03, 1.1, 0.2), 0.075, 0.095, srgb("#e9dfc9"), blend=0.05)
    return shape


def _picture(style: int) -> Shape:
    """A framed landscape."""
    sky, land, sun = (
        ("#f2c48a", "#6a8a5a", "#f2f0dc"),
        ("#9fc4e0", "#4f7a6a", "#fff2c0"),
        ("#e6a0a0", "#6a5a8a", "#fff0d0"),
    )[style]
    shape = Shape("picture")
    shape.box((1.35, 2.3, 0.04), (0.72, 0.56, 0.05), WOOD, round=0.03)
    shape.box((1.35, 2.3, 0.07), (0.63, 0.47, 0.04), srgb(sky), round=0.005)
    shape.ellipsoid((1.6, 2.45, 0.11), (0.11, 0.11, 0.01), srgb(sun))
    shape.box((1.35, 2.0, 0.085), (0.63, 0.17, 0.03), srgb(land), round=0.005)
    shape.prism(
        (1.1, 2.15, 0.085), [(-0.3, -0.1), (0.05, 0.28), (0.4, -0.1)], 0.028, shade(srgb(land), 0.75), round=0.005
    )
    return shape


def backdrop(seed: int, clear: Clearance, *, color: str | None = None) -> list[Placed]:
    """A sweep of coloured paper behind the items: a floor that melts into a wall."""
    tones = ("#d9a48c", "#9fb8c9", "#c9b58c", "#b0a4cf", "#a4c0a0")
    tone = srgb(color or tones[int(chance_for(seed, "paper").integers(len(tones)))])
    depth = min([-2.2, *(item.z - item.radius - 0.8 for item in clear.footprints)])
    paper = Shape("paper").box((0, -0.15, 10), (16, 0.15, 11), tone, round=0.0)
    paper.box((0, 5, -0.5), (16, 5.2, 0.5), tone, round=0.0, blend=SWEEP)
    return [Placed(paper, (0, 0, depth), casts_shadow=False)]
