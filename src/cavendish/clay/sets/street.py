"""A street: a terrace of painted houses with shops, a pavement with what stands on it, and the road's markings.

The road runs across the picture. Its markings lie where the picture's lower part shows the ground, in a size that fits
the subject, so that the foreground is never bare.
"""

import numpy as np

from cavendish.clay.objects import Look
from cavendish.clay.objects.palette import Color, shade
from cavendish.clay.objects.patterns import covered, toned
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Floats, Material, Shape, hash_cells, noise, srgb

from .clearance import Clearance
from .landscape import standing
from .scatter import chance_for

__all__ = ["pavement", "road", "street_front"]

FACADES = ("#e8a07c", "#f0cf8a", "#8fb8a0", "#d98080", "#8fb0cf", "#e6d5b8", "#c9a0b8")
SIGNS = ("#2f5d50", "#7a2f3a", "#2f4672", "#5b3a24", "#41325c")
WARES = ("#e2574c", "#f2b441", "#4fa3a5", "#8a6bbf", "#7fae4a", "#f0e2c8")
KERB = 1.2
"""How far the kerb lies before the pavement's middle, in metres."""
FURNITURE = (
    ("tree", 0.62, 0.0),
    ("street_lamp", 0.95, 0.0),
    ("fire_hydrant", 0.85, 12.0),
    ("tree", 0.56, 0.0),
    ("bench", 0.85, 0.0),
    ("street_lamp", 0.95, 0.0),
    ("mailbox", 0.8, -14.0),
)
"""What stands along the kerb in turn: its kind, its scale and the way it is turned."""


def street_front(seed: int, clear: Clearance, *, lit: bool, snowy: bool) -> list[Placed]:
    """The terrace, the pavement before it, and the road."""
    chance = chance_for(seed, "street")
    back = min([-0.8, *(item.z - item.radius + 1.3 for item in clear.footprints)])
    placed = pavement(seed, clear, back - 2.75, lit=lit, snowy=snowy)
    for index in range(-9, 10):
        height, tone = chance.uniform(2.9, 3.9), srgb(FACADES[chance.integers(len(FACADES))])
        front = _facade(tone, height, chance, lit=lit, snowy=snowy)
        placed.append(Placed(front, (index * 2.25, 0, back - 4.8), casts_shadow=False))
    return placed + ([] if snowy else road(seed, clear, kerb=back - 2.75 + KERB))


def pavement(seed: int, clear: Clearance, middle: float, *, lit: bool, snowy: bool) -> list[Placed]:
    """Slabs with a kerb, and trees, lamps and a bench along it where they hide behind nobody."""
    stone = srgb("#eef2f8") if snowy else srgb("#c4bbae")
    slabs = Shape("pavement").box((0, 0.02, 0), (34, 0.07, KERB), stone, round=0.03, pattern=_slabs)
    placed = [Placed(slabs, (0, 0, middle))]
    first = int(chance_for(seed, "furniture").integers(len(FURNITURE)))
    for index in range(-10, 11):
        kind, scale, yaw = FURNITURE[(index + first) % len(FURNITURE)]
        x, z = index * 1.75 + 0.9, middle + 0.55
        if clear.free(x, z, radius=0.4, height=2.0) and not clear.behind_item((x, 0.8, z), margin=0.12):
            look = Look(seed=index + 20, lit=lit, snowy=snowy)
            placed.append(standing(kind, (x, 0.08, z), look=look, scale=scale, yaw=yaw))
    return placed


def _slabs(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    joint = (np.abs(x % 0.6 - 0.3) > 0.288) | (np.abs((z + y) % 0.6 - 0.3) > 0.288)
    tone = np.where(joint, 0.70, 0.84 + 0.14 * hash_cells(np.floor(x / 0.6), np.floor(z / 0.6)))
    kerb = z > KERB - 0.16
    gap = np.abs(x % 1.1 - 0.55) > 0.535
    tone = np.where(kerb, np.where(gap, 0.62, 1.08), tone) + 0.12 * noise(x * 3, z * 3)
    return toned(base, np.where(kerb & (y < 0.05), tone * 0.8, tone))


def road(seed: int, clear: Clearance, *, kerb: float) -> list[Placed]:
    """A gutter along the kerb, a dashed line in front of the items, and a manhole or a crossing."""
    chance = chance_for(seed, "road")
    gutter = Shape("gutter").box((0, 0.0, 0), (34, 0.005, 0.10), srgb("#4a4a4c"), round=0.004)
    gutter.box((0, 0.0, 0.32), (34, 0.006, 0.035), srgb("#e8c23a"), round=0.004, pattern=_worn)
    placed = [Placed(gutter, (0, 0, kerb + 0.08), casts_shadow=False)]
    front = max([0.6, *(item.z + item.radius * 0.8 + 0.2 for item in clear.footprints)])
    z = max(front, clear.floor(-0.74, most=4.0))
    size = min(1.0, 0.17 * float(np.linalg.norm(clear.eye - (0.0, 0.0, z))))
    dashes, start = Shape("markings"), chance.uniform(-0.7, 0.7)
    for index in range(-12, 13):
        dashes.box((index * 1.7 + start, 0.0, 0), (0.55, 0.006, 0.065), srgb("#f1ece0"), round=0.005, pattern=_worn)
    placed.append(Placed(dashes, (0, 0, z), size, casts_shadow=False))
    side = -1 if chance.random() < 0.5 else 1
    placed.append(Placed(_crossing(kerb, z), (side * 1.95, 0, 0), casts_shadow=False))
    return [*placed, Placed(_manhole(), (-side * 0.55 * size, 0, z - 0.5 * size), size, casts_shadow=False)]


def _crossing(kerb: float, front: float) -> Shape:
    """A zebra's stripes from the kerb up to the line in the middle of the road."""
    shape = Shape("crossing")
    for index in range(max(2, int((front - kerb - 0.6) / 0.62))):
        z = kerb + 0.75 + index * 0.62
        shape.box((0, 0.0, z), (0.8, 0.006, 0.17), srgb("#f1ece0"), round=0.005, pattern=_worn)
    return shape


def _worn(base: Color, x: Floats, _y: Floats, z: Floats) -> Color:
    return toned(base, 0.72 + 0.34 * noise(x * 9, z * 9))


def _manhole() -> Shape:
    """An iron lid with a grid of studs."""

    def studs(base: Color, x: Floats, _y: Floats, z: Floats) -> Color:
        away = np.hypot(x, z)
        raised = (np.abs(x * 13 % 1 - 0.5) < 0.28) & (np.abs(z * 13 % 1 - 0.5) < 0.28) & (away < 0.24)
        rim = (np.abs(away - 0.27) < 0.018) | raised
        return toned(base, np.where(rim, 1.5, 0.7))

    return Shape("manhole").cylinder((0, 0.0, 0), 0.31, 0.008, srgb("#55575c"), round=0.005, pattern=studs)


def _facade(tone: Color, height: float, chance: np.random.Generator, *, lit: bool, snowy: bool) -> Shape:
    """One narrow house: a shop with its door below, windows above, a cornice."""
    pane, material = (srgb("#ffc66b") * 2.4, Material.EMISSIVE) if lit else (srgb("#5f86a8"), Material.GLOSSY)
    trim = srgb("#f6f2ea")
    shape = Shape("facade").box((0, height / 2, 0), (1.11, height / 2, 0.9), tone, round=0.02, pattern=_bricks)
    for floor in range(2):
        for x in (-0.56, 0.0, 0.56):
            y = 1.92 + floor * 0.92
            if y > height - 0.45:
                continue
            dark = lit and chance.random() > 0.7
            shape.box((x, y, 0.9), (0.215, 0.315, 0.03), trim, round=0.01)
            shape.box((x, y, 0.915), (0.17, 0.27, 0.03), pane * (0.05 if dark else 1), round=0.005, material=material)
            shape.box((x, y - 0.33, 0.93), (0.25, 0.03, 0.06), trim, round=0.01)
    _shop(shape, chance, awning=shade(tone, 0.42), lit=lit)
    shape.box((0, height, 0), (1.16, 0.08, 0.98), srgb("#f3f6fb") if snowy else shade(trim, 0.9), round=0.03)
    return shape


def _bricks(base: Color, x: Floats, y: Floats, _z: Floats) -> Color:
    row = np.floor(y * 9)
    column = np.floor(x * 4 + 0.5 * (row % 2))
    return covered(base, toned(base, 0.82 + 0.3 * hash_cells(column * 3 + 7, row * 5)), np.full(len(base), 0.55))


def _shop(shape: Shape, chance: np.random.Generator, *, awning: Color, lit: bool) -> None:
    """A window with wares on show, a door, a sign over both and a striped awning."""
    trim, sign = srgb("#f6f2ea"), srgb(SIGNS[chance.integers(len(SIGNS))])
    inside = srgb("#ffcf86") * 1.7 if lit else srgb("#4a5f70")
    material = Material.EMISSIVE if lit else Material.GLOSSY
    shape.box((0, 0.62, 0.9), (1.04, 0.62, 0.035), sign, round=0.01)
    shape.box((0.28, 0.58, 0.92), (0.60, 0.43, 0.04), trim, round=0.01)
    shape.box((0.28, 0.58, 0.94), (0.55, 0.38, 0.04), inside, round=0.005, material=material)
    for index in range(5):
        ware, size = srgb(WARES[chance.integers(len(WARES))]), chance.uniform(0.06, 0.10)
        shape.ellipsoid((-0.12 + index * 0.2, 0.24 + size, 0.98), (size, size * 1.35, 0.03), ware)
    shape.box((-0.68, 0.50, 0.93), (0.24, 0.50, 0.03), shade(sign, 1.9), round=0.02)
    shape.box((-0.68, 0.66, 0.95), (0.15, 0.22, 0.03), inside, round=0.01, material=material)
    shape.box((0, 1.36, 0.94), (1.04, 0.11, 0.05), sign, round=0.02)
    for stripe in range(7):
        color = awning if stripe % 2 else trim
        at = (-0.33 + stripe * 0.205, 1.13, 1.10)
        shape.box(at, (0.103, 0.02, 0.26), color, round=0.01, rotate=(("x", 26),))
