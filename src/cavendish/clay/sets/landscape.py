"""What lies behind a scene in the open: hills, woods on them, clouds, islands, dunes, gulls.

Everything stands at fixed, seeded places far behind the items; distances are metres from the origin.
"""

import math
from collections.abc import Sequence

import numpy as np

from cavendish.clay.objects import KINDS, Look, natural_scale
from cavendish.clay.objects.palette import SNOW, WHITE, Color, shade
from cavendish.clay.objects.patterns import covered, foliage, toned
from cavendish.clay.render import Placed, Vector
from cavendish.clay.sculpt import Floats, Material, Shape, fractal, noise, srgb

from .clearance import Clearance
from .scatter import chance_for

__all__ = ["clouds", "dunes", "gulls", "hills", "islands", "standing", "wood"]


TIER = 0.42
"""How far a fir's boughs are apart."""


def hills(seed: int, color: Color, *, near: float = -15.0) -> list[Placed]:
    """Two ranges of round hills, the farther one paler and higher."""
    chance = chance_for(seed, "hills")
    placed = []
    for row, (count, depth, low, high) in enumerate(((7, near, 0.9, 1.9), (6, near - 11, 2.2, 4.0))):
        for index in range(count):
            width = chance.uniform(5.0, 8.5) * (1 + row * 0.5)
            tone = shade(color, chance.uniform(0.78, 1.12))
            shape = Shape("hill").ellipsoid(
                (0, 0, 0), (width, chance.uniform(low, high), width * 0.55), tone, pattern=_turf
            )
            x = (index - (count - 1) / 2) * 8.5 * (1 + row * 0.45) + chance.uniform(-2.5, 2.5)
            placed.append(Placed(shape, (x, -0.15, depth - chance.uniform(0, 5)), casts_shadow=False))
    return placed


def _turf(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    return toned(base, 0.82 + 0.36 * fractal(x * 0.9 + 30, z * 1.3 + y * 1.7, 3))


def wood(
    seed: int, *, snowy: bool, leaves: Sequence[str], near: float = -8.5, count: int = 18, firs: float = 0.35
) -> list[Placed]:
    """Small round trees and firs at the foot of the hills, in loose groups; in winter firs only."""
    chance = chance_for(seed, "wood")
    placed = []
    for index in range(count * 2 if snowy else count):
        side = -1 if index % 2 else 1
        x = side * ((0.5 if snowy else 3.0) + abs(chance.normal(3.5, 3.4)))
        z = near - chance.uniform(0, 7) - abs(x) * 0.12
        fir, size, tone = chance.random() < firs, chance.uniform(0.75, 1.25), chance.uniform(0.8, 1.2)
        leaf = srgb(leaves[int(chance.integers(len(leaves)))]) * np.float32(tone)
        shape = _far_fir(tone, snowy=snowy) if fir or snowy else _far_tree(leaf, chance)
        placed.append(Placed(shape, (x, 0, z), scale=size, casts_shadow=False))
    return placed


def _far_tree(leaf: Color, chance: np.random.Generator) -> Shape:
    shape = Shape("far tree").cone((0, 0, 0), (0, 0.7, 0), 0.10, 0.08, srgb("#7d4f2c"))
    turn = chance.uniform(0, math.tau)
    for step in range(6):
        angle = step * 2.4 + turn
        at = (math.cos(angle) * 0.34, 1.0 + 0.16 * step, math.sin(angle) * 0.3)
        shape.ellipsoid(at, 0.50 - 0.04 * step, leaf, blend=0.06, material=Material.LEAF, pattern=foliage)
    return shape


def _far_fir(tone: float, *, snowy: bool) -> Shape:
    needle, pattern = shade(srgb("#1f4a3c" if snowy else "#2f6b3a"), tone), _snowed if snowy else None
    shape = Shape("far fir").cone((0, 0, 0), (0, 0.4, 0), 0.09, 0.08, srgb("#6b4226"))
    for tier in range(4):
        at = (0, 0.55 + tier * TIER, 0)
        radius = 0.58 - tier * 0.12
        shape.cylinder(at, radius, 0.30, needle, round=0.05, top_radius=0.06, blend=0.03, pattern=pattern)
    return shape


def _snowed(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    """Snow on the back of every bough, dark needles below its rim."""
    rise = (y - 0.25) / TIER % 1 + (noise(x * 7 + z * 5, y * 3) - 0.5) * 0.5
    return covered(base, SNOW, np.clip((rise - 0.42) * 7, 0, 1))


def clouds(seed: int, *, brightness: float = 1.0, tint: Color | None = None) -> list[Placed]:
    """Round fair-weather clouds, higher and smaller to the back."""
    color = (WHITE * 0 + np.float32(1.12) if tint is None else tint) * np.float32(brightness)
    chance = chance_for(seed, "clouds")
    spots = (
        (-6.4, 5.6, -19, 1.0),
        (5.4, 6.9, -23, 1.15),
        (-0.8, 9.6, -28, 1.2),
        (12.5, 5.0, -25, 0.95),
        (-14.5, 8.0, -27, 1.2),
        (17.5, 9.4, -30, 1.3),
        (-22, 5.4, -30, 1.1),
    )
    return [
        Placed(_cloud(color, chance), (x + chance.uniform(-1, 1), y, z), scale=size, casts_shadow=False)
        for x, y, z, size in spots
    ]


def _cloud(color: Color, chance: np.random.Generator) -> Shape:
    shape = Shape("cloud")
    for index in range(6):
        across = (index - 2.5) * 0.62
        swell = 1 - 0.13 * abs(index - 2.5)
        at = (across, abs(math.sin(index * 1.7)) * 0.34, chance.uniform(-0.2, 0.2))
        shape.ellipsoid(at, chance.uniform(0.52, 0.82) * swell, color, blend=0.22, material=Material.CLOUD)
    for index in range(4):
        at = ((index - 1.5) * 0.8 + chance.uniform(-0.2, 0.2), 0.45 + chance.uniform(0, 0.3), 0.25)
        shape.ellipsoid(at, chance.uniform(0.3, 0.42), color, blend=0.16, material=Material.CLOUD)
    return shape.ellipsoid((0, -0.25, 0), (1.95, 0.30, 0.6), color, blend=0.3, material=Material.CLOUD)


def islands(seed: int, color: Color) -> list[Placed]:
    """Low islands on the horizon."""
    chance = chance_for(seed, "islands")
    placed = []
    for x, width, height in ((-11, 5.5, 1.3), (-18, 7, 2.4), (14, 5, 1.1), (30, 9, 2.6), (-38, 10, 2.4)):
        shape = Shape("island")
        shape.ellipsoid((0, 0, 0), (width, height, 2), color, pattern=_turf)
        shape.ellipsoid((width * 0.4, 0, 0.4), (width * 0.5, height * 0.62, 1.6), color, blend=0.4, pattern=_turf)
        placed.append(Placed(shape, (x + chance.uniform(-1, 1), 0, -30 - chance.uniform(0, 4)), casts_shadow=False))
    return placed


def gulls(seed: int, clear: Clearance, color: Color) -> list[Placed]:
    """A small flock, off to one side above the horizon."""
    chance = chance_for(seed, "gulls")
    side = -1 if chance.random() < 0.5 else 1
    placed = []
    for index in range(5):
        shape = Shape("gull")
        for wing in (-1, 1):
            points = [(0, 0, 0), (wing * 0.16, 0.09, 0), (wing * 0.36, 0.02, 0)]
            shape.chain(points, [0.026, 0.02, 0.006], color, blend=0.02)
        x, y = side * (2.1 + index * 0.5 + chance.uniform(-0.15, 0.15)), 3.0 + chance.uniform(-0.5, 0.6)
        if not clear.behind_item((x, y, -3.0)):
            placed.append(Placed(shape, (x, y, -3.0), scale=0.8, yaw=chance.uniform(-30, 30), casts_shadow=False))
    return placed


def dunes(seed: int) -> list[Placed]:
    """Sand hills with wind ripples, and a mesa or two."""
    sand = srgb("#e2b878")

    def ripples(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        wave = np.sin(y * 26 + fractal(x * 0.6, z * 0.6, 3) * 9)
        return toned(base, 0.92 + 0.07 * wave + 0.1 * noise(x * 0.7, z * 0.7))

    chance = chance_for(seed, "dunes")
    placed = []
    for index in range(9):
        width = chance.uniform(5, 10)
        shape = Shape("dune").ellipsoid(
            (0, 0, 0), (width, chance.uniform(0.7, 2.2), width * 0.45), sand, pattern=ripples
        )
        x = (index - 4) * 6.5 + chance.uniform(-2, 2)
        placed.append(
            Placed(shape, (x, -0.1, -12 - chance.uniform(0, 14)), yaw=chance.uniform(-20, 20), casts_shadow=False)
        )
    for x, z, height in ((-13, -32, 4.6), (15, -36, 5.6)):
        mesa = Shape("mesa").cylinder(
            (0, height / 2, 0), 4.2, height / 2, srgb("#b8633c"), top_radius=3.1, pattern=_layers
        )
        mesa.cylinder(
            (3.5, height * 0.3, 0.5), 2.2, height * 0.3, srgb("#b8633c"), top_radius=1.5, blend=0.4, pattern=_layers
        )
        placed.append(Placed(mesa, (x, 0, z), casts_shadow=False))
    return placed


def _layers(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    bands = np.sin(y * 5.5 + fractal(x * 0.5, z * 0.5, 3) * 2)
    return toned(base, 0.86 + 0.18 * bands)


def standing(kind: str, at: Vector, *, look: Look, scale: float = 1.0, yaw: float = 0.0, casts: bool = True) -> Placed:
    """A thing from the table of kinds as part of the scenery; `scale` is on top of its natural size."""
    return Placed(KINDS[kind].build(look), at, natural_scale(kind) * scale, yaw, casts)
