"""Cities: cyberpunk canyons of neon towers, office blocks by day."""

import numpy as np

from cavendish.clay.objects.palette import DARK, Color, shade
from cavendish.clay.objects.patterns import Pattern
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Floats, Material, Shape, hash_cells, noise, srgb

from .clearance import Clearance
from .scatter import chance_for

__all__ = ["PAD_HEIGHT", "neon_pad", "neon_towers", "towers"]

PAD_HEIGHT = 0.14
NEON = tuple(srgb(code) for code in ("#ff2d95", "#22e3ff", "#a64dff", "#ffb13d", "#38ffb0"))
LIT = (srgb("#ffb35c"), srgb("#7fd8ff"), srgb("#ff6fc0"), srgb("#b99cff"))


def _windows(base: Color, glow: Color, height: float, seed: int, *, share: float = 0.46, power: float = 2.6) -> Pattern:
    """Rows of windows, some lit, in two sizes of pane by floor."""

    def pattern(_: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
        u, v = (x + z) * 4.6 + 60, y * 3.8
        column, row = np.floor(u), np.floor(v)
        inside = (u - column > 0.2) & (u - column < 0.8) & (v - row > 0.24) & (v - row < 0.78)
        on = hash_cells(column * 5 + seed, row * 3 + seed * 7) < share
        dim = 0.25 + 0.9 * hash_cells(column * 3 + 11, row * 5 + seed)
        lit = (inside & on & (y < height - 0.2))[:, None]
        dark = inside[:, None] & ~lit
        wall = base * (0.8 + 0.4 * noise(x * 2 + seed, y * 0.7))[:, None]
        return np.where(lit, glow * power * dim[:, None], np.where(dark, base * 0.55, wall))

    return pattern


def _neon_tower(chance: np.random.Generator, *, half: float, height: float, deep: float) -> Shape:
    """A tower with a lit crown, light strips up its edges and signs on its front."""
    first, second = (NEON[index] for index in chance.choice(len(NEON), 2, replace=False))
    base, seed = srgb("#1a1730") * chance.uniform(0.7, 1.5), int(chance.integers(200))
    glow = LIT[chance.integers(len(LIT))]
    shape = Shape("tower")
    panes = _windows(base, glow, height, seed)
    shape.box((0, height / 2, 0), (half, height / 2, deep), base, round=0.02, pattern=panes)
    shape.box((0, height + 0.25, 0), (half * 0.66, 0.3, deep * 0.66), base, round=0.02, pattern=panes)
    for side in (-1, 1):
        shape.box(
            (side * half * 0.985, height * 0.5, deep * 0.99),
            (0.024, height * 0.48, 0.024),
            first * 2.6,
            round=0.01,
            material=Material.EMISSIVE,
        )
    for y in (height - 0.03, height * chance.uniform(0.55, 0.75)):
        shape.box((0, y, deep), (half, 0.025, 0.03), second * 2.6, round=0.01, material=Material.EMISSIVE)
    shape.cone((half * 0.3, height + 0.5, 0), (half * 0.3, height + 1.5, 0), 0.03, 0.012, DARK)
    shape.ellipsoid((half * 0.3, height + 1.5, 0), 0.05, srgb("#ff3040") * 4, material=Material.EMISSIVE)
    _signs(shape, chance, half, height, deep)
    return shape


def _signs(shape: Shape, chance: np.random.Generator, half: float, height: float, deep: float) -> None:
    """An upright sign whose glyphs are rings, bars and triangles: a script of no language."""
    tone = NEON[chance.integers(len(NEON))]
    x, y = half * chance.choice((-0.6, 0.55)), min(height * 0.55, chance.uniform(1.3, 2.4))
    shape.box((x, y, deep + 0.12), (0.24, 0.78, 0.06), srgb("#120f1d"), round=0.03)
    front = deep + 0.19
    emissive = Material.EMISSIVE
    for index in range(4):
        level = y + 0.56 - index * 0.37
        match chance.integers(3):
            case 0:
                shape.torus((x, level, front), 0.105, 0.022, tone * 3, material=emissive)
            case 1:
                for bar in (-0.08, 0.02, 0.10):
                    shape.box((x, level + bar, front), (0.13, 0.017, 0.015), tone * 3, round=0.01, material=emissive)
            case _:
                corners = [(x - 0.12, level - 0.1, front), (x, level + 0.12, front), (x + 0.12, level - 0.1, front)]
                shape.chain([*corners, corners[0]], [0.02] * 4, tone * 3, blend=0.0, material=emissive)
    for side in (-1, 1):
        shape.box((x + side * 0.24, y, deep + 0.15), (0.014, 0.78, 0.02), tone * 2, round=0.01, material=emissive)


def neon_towers(seed: int, clear: Clearance) -> list[Placed]:
    """A canyon of towers on both sides of the street and a wall of them far behind."""
    chance = chance_for(seed, "neon")
    placed = []
    for side in (-1, 1):
        for depth in (1.0, -2.0, -5.0, -8.2, -11.8, -15.5):
            x = side * (4.15 + chance.uniform(-0.25, 0.45))
            half, height, deep = chance.uniform(0.95, 1.25), chance.uniform(4.2, 8.0), chance.uniform(0.95, 1.2)
            tower = _neon_tower(chance, half=half, height=height, deep=deep)
            if clear.free(x, depth, radius=1.3, height=6):
                placed.append(Placed(tower, (x, 0, depth), yaw=-side * 6, casts_shadow=False))
    for index in range(12):
        x = (index - 5.5) * 2.9 + chance.uniform(-0.3, 0.3)
        height = chance.uniform(6.0, 12.0) * (1.15 if abs(x) > 2 else 0.8)
        tower = _neon_tower(chance, half=1.25, height=height, deep=1.0)
        placed.append(Placed(tower, (x, 0, -21 - chance.uniform(0, 3)), casts_shadow=False))
    return [*placed, *_cables(seed)]


def _cables(seed: int) -> list[Placed]:
    """Sagging cables with lanterns across the street, and a flying car or two."""
    chance = chance_for(seed, "cables")
    placed = []
    for depth, height in ((-3.4, 4.6), (-7.5, 5.2)):
        shape, count = Shape("cable"), 9
        points = []
        for step in range(count):
            across = (step / (count - 1) - 0.5) * 6.4
            points.append((across, height - 0.55 * (1 - (across / 3.2) ** 2), 0.0))
        shape.chain(points, [0.012] * count, DARK, blend=0.0)
        for index, (x, y, _) in enumerate(points[1:-1]):
            shape.ellipsoid((x, y - 0.12, 0), (0.09, 0.11, 0.09), NEON[index % 5] * 1.8, material=Material.EMISSIVE)
        placed.append(Placed(shape, (0, 0, depth), casts_shadow=False))
    for x, y, z in ((-1.7, 5.6, -12.0), (1.9, 4.4, -9.0)):
        shape = Shape("flyer")
        shape.ellipsoid((0, 0, 0), (0.42, 0.12, 0.2), srgb("#2b2750"), material=Material.GLOSSY)
        shape.ellipsoid((0.02, 0.09, 0), (0.22, 0.10, 0.15), srgb("#5ad7ff"), material=Material.GLOSSY)
        shape.box((-0.1, -0.12, 0), (0.26, 0.02, 0.12), NEON[1] * 3, round=0.01, material=Material.EMISSIVE)
        shape.ellipsoid((0.40, 0, 0), (0.05, 0.05, 0.12), srgb("#fff3c4") * 3, material=Material.EMISSIVE)
        placed.append(
            Placed(shape, (x, y + chance.uniform(-0.2, 0.2), z), yaw=20 if x < 0 else 200, casts_shadow=False)
        )
    return placed


def neon_pad(radius: float) -> Shape:
    """The glowing pedestal under a thing in the neon city; its top is at y = PAD_HEIGHT."""
    pink, cyan = NEON[0] * 3.0, NEON[1] * 2.6
    flat = (("x", 90.0),)
    shape = Shape("pad")
    shape.cylinder((0, 0.07, 0), radius, 0.07, srgb("#23213a"), round=0.03, material=Material.GLOSSY)
    shape.torus((0, 0.115, 0), radius * 0.985, 0.024, pink, rotate=flat, material=Material.EMISSIVE)
    shape.torus((0, 0.135, 0), radius * 0.74, 0.014, cyan, rotate=flat, material=Material.EMISSIVE)
    return shape


def towers(seed: int, *, lit: bool) -> list[Placed]:
    """Three rows of office blocks by day, the farther ones higher."""
    chance = chance_for(seed, "towers")
    walls = ("#b9c4d0", "#d8c9b0", "#a7b5c9", "#c99f86", "#93a5b5")
    placed = []
    for row, depth in enumerate((-6.5, -11.0, -17.0)):
        for index in range(-5, 6):
            x = index * 3.1 + (row % 2) * 1.5 + chance.uniform(-0.3, 0.3)
            height, half = chance.uniform(2.6, 5.0) + row * 1.9, chance.uniform(1.0, 1.35)
            wall, offset = srgb(walls[chance.integers(len(walls))]), int(chance.integers(200))
            glow = srgb("#ffcf7a") if lit else srgb("#7fa6c9")
            panes = _windows(wall, glow, height, offset, share=0.5 if lit else 1.0, power=2.4 if lit else 0.55)
            shape = Shape("block").box((0, height / 2, 0), (half, height / 2, 1.0), wall, round=0.03, pattern=panes)
            shape.box((0, height, 0), (half + 0.05, 0.06, 1.05), shade(wall, 0.8), round=0.02)
            if abs(x) > 0.9 or row:
                placed.append(Placed(shape, (x, 0, depth), casts_shadow=row == 0))
    return placed
