"""A theatre's stage: boards between curtains that hang in folds, footlights along the edge, lamps from both sides.

The curtain is one primitive whose folds are a function of the place along it: hundreds of folds cost no more than one.
"""

import math
from collections.abc import Sequence

import numpy as np

from cavendish.clay.objects.palette import GOLD, Color
from cavendish.clay.objects.patterns import covered, toned
from cavendish.clay.render import Placed, PointLight, Vector
from cavendish.clay.scene import Item
from cavendish.clay.sculpt import Floats, Material, Part, Shape, noise, srgb
from cavendish.clay.sculpt.forms import Form, inside_all
from cavendish.clay.sculpt.frame import Frame

from .clearance import Clearance
from .scatter import chance_for

__all__ = ["boards", "fixtures", "spotlights"]

VELVETS = ("#a31624", "#b01c2c", "#97121f", "#7a1a5c", "#2b3f9a")
LIKE = 0.09
"""So near, in linear RGB, a thing's colour may not come to the curtain behind it."""


class Drape(Form):
    """Cloth that hangs in folds from `height` down to the origin's level, `half_width` to either side."""

    __slots__ = ("_inverse", "deep", "fold", "half_width", "height")

    def __init__(self, frame: Frame, half_width: float, height: float, *, fold: float, deep: float) -> None:
        super().__init__(frame)
        self.half_width, self.height, self.fold, self.deep = half_width, height, fold, deep
        self._inverse = frame.inverse()

    def distance(self, points: Floats) -> Floats:
        x, y, z = self._inverse @ points
        gaps = np.empty((3, x.size), np.float32)
        along = x * np.float32(math.pi / self.fold)
        along += np.float32(0.7) * np.sin(x * np.float32(1.13 / self.fold) + y * np.float32(0.05))
        np.abs(np.sin(along), out=along)
        along *= -self.deep
        along += z
        np.abs(along, out=gaps[0])
        gaps[0] -= 0.04
        gaps[0] *= 1 / math.hypot(1, self.deep * (math.pi + 0.8) / self.fold)
        np.abs(x, out=gaps[1])
        gaps[1] -= self.half_width
        np.abs(y - self.height / 2, out=gaps[2])
        gaps[2] -= self.height / 2
        return inside_all(gaps)

    def box(self) -> tuple[Floats, Floats]:
        low = np.array([-self.half_width, 0, -0.04], np.float32)
        return low, np.array([self.half_width, self.height, self.deep + 0.04], np.float32)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Drape":
        width, height = self.half_width * scale, self.height * scale
        frame = self.frame.moved(rotation, shift, scale)
        return Drape(frame, width, height, fold=self.fold * scale, deep=self.deep * scale)


def boards(seed: int, clear: Clearance, items: Sequence[Item]) -> list[Placed]:
    """The curtain behind, a swag above, two curtains drawn aside, and the footlights."""
    velvet = _velvet_for(seed, items)
    back = _back_of(clear)
    aside = max([2.15, *(abs(item.x) + item.radius + 0.75 for item in clear.footprints)])
    tallest = max([2.6, *(item.y + item.height for item in clear.footprints)])
    shape = Shape("curtain")
    shape.parts.append(Part(Drape(Frame.at((0, 0.05, 0)), 15, 11, fold=0.52, deep=0.24), velvet, pattern=_hemmed))
    placed = [Placed(shape, (0, 0, back), casts_shadow=False)]
    for side in (-1, 1):
        wing = Shape("wing")
        drape = Drape(Frame.at((0, 0.05, 0)), 0.75, tallest + 6, fold=0.30, deep=0.20)
        wing.parts.append(Part(drape, velvet * np.float32(1.2), pattern=_hemmed))
        placed.append(Placed(wing, (side * (aside + 0.75), 0, back + 1.25), casts_shadow=False))
    placed.append(Placed(_swags(velvet, aside), (0, tallest * 1.12 + 0.95, back + 1.3), casts_shadow=False))
    return [*placed, *_footlights(clear)]


def _back_of(clear: Clearance) -> float:
    """Where the curtain hangs."""
    return min([-2.7, *(item.z - item.radius - 1.1 for item in clear.footprints)])


def _velvet_for(seed: int, items: Sequence[Item]) -> Color:
    """The curtain's colour: by lot, but never that of what stands before it."""
    chance = chance_for(seed, "velvet")
    tones = [srgb(VELVETS[index]) for index in chance.permutation(len(VELVETS))]
    worn = [srgb(item.color) for item in items if item.color is not None]
    return next((tone for tone in tones if all(np.abs(tone - color).max() > LIKE for color in worn)), tones[0])


def _hemmed(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    """Velvet with a golden fringe along its foot."""
    cloth = toned(base, 0.78 + 0.34 * noise(x * 6, y * 0.6 + z) + 0.10 * noise(x * 40, y * 3))
    thread = toned(np.broadcast_to(GOLD, base.shape), 0.55 + 0.55 * np.abs(np.sin(x * 70)))
    fringe = (y > 0.07) & (y < 0.24) | (y > 0.29) & (y < 0.33)
    return covered(cloth, thread, fringe.astype(np.float32))


def _swags(velvet: Color, aside: float) -> Shape:
    """Cloth in bows along the top, edged with gold."""
    shape, span = Shape("swags"), 1.7
    for swag in range(-7, 8):
        points, rope = [], []
        for step in range(7):
            share = step / 6
            x, sag = (swag + share - 0.5) * span, math.sin(math.pi * share)
            points.append((x, 0.30 - 0.42 * sag, 0.0))
            rope.append((x, 0.12 - 0.60 * sag, 0.10))
        shape.chain(points, [0.17, 0.22, 0.25, 0.27, 0.25, 0.22, 0.17], velvet * np.float32(1.2), blend=0.1)
        shape.chain(rope, [0.03] * 7, GOLD, blend=0.0, material=Material.METAL)
    return shape.box((0, 1.6, 0), (15 + aside, 1.2, 0.12), velvet * np.float32(0.8), round=0.02, blend=0.1)


def _footlights(clear: Clearance) -> list[Placed]:
    """A ledge with warm bulbs on the edge of the stage, where the picture's lower rim leaves room for it."""
    z = max([clear.floor(-0.84, most=2.6), *(item.z + item.radius + 0.2 for item in clear.footprints)])
    size = min(1.0, 0.22 * float(np.linalg.norm(clear.eye - (0.0, 0.0, z))))
    if not (clear.free(0.0, z, radius=0.1, height=0.13 * size) and clear.seen((0.0, 0.1 * size, z), 0.1)):
        return []
    shape = Shape("footlights")
    shape.box((0, 0.02, 0.03), (14, 0.045, 0.09), srgb("#3a1d12"), round=0.02)
    shape.box((0, 0.068, 0.03), (14, 0.010, 0.10), GOLD, round=0.008, material=Material.METAL)
    reach = clear.half_width * float(np.linalg.norm(clear.eye - (0.0, 0.0, z))) / size
    count = min(int(reach / 0.34) + 1, 24)
    for index in range(-count, count + 1):
        shape.ellipsoid((index * 0.34, 0.115, 0.03), 0.05, srgb("#ffcf80") * 2.6, material=Material.EMISSIVE)
    hall = Shape("hall").box((0, 0.01, 6.0), (30, 0.012, 5.93), srgb("#0d070c"), round=0.0)
    return [Placed(shape, (0, 0, z), size, casts_shadow=False), Placed(hall, (0, 0, z), casts_shadow=False)]


def spotlights(clear: Clearance) -> tuple[PointLight, ...]:
    """A warm key on the items, a coloured beam from either side, and a wash of colour up the curtain."""
    items = clear.footprints
    x = float(np.mean([item.x for item in items])) if items else 0.0
    z = float(np.mean([item.z for item in items])) if items else 0.0
    spread = max([1.0, *(abs(item.x - x) + item.radius for item in items)])
    height = max([1.6, *(item.y + item.height for item in items)])
    aim: Vector = (x, height * 0.42, z)
    top = height + 4.0
    wide = 2 * math.degrees(math.atan2(spread * 1.18, top - height * 0.42))
    key = PointLight(
        (x + 0.9, top, z + 5.0), (1.0, 0.90, 0.74), 66.0 * (top / 6) ** 2, aim=aim, spread=min(wide + 4, 80), haze=0.3
    )
    rose = _side_lamp((x - spread - 1.5, height + 1.9, z - 0.9), (1.0, 0.20, 0.50), aim, spread)
    blue = _side_lamp((x + spread + 1.5, height + 1.9, z - 0.9), (0.22, 0.45, 1.0), aim, spread)
    wash = [
        PointLight((x + across, 0.35, _back_of(clear) + 0.75), color, 1.7)
        for across, color in ((-2.3, (1.0, 0.25, 0.45)), (0.0, (1.0, 0.62, 0.35)), (2.3, (0.45, 0.45, 1.0)))
    ]
    return (key, rose, blue, *wash)


def fixtures(lamps: Sequence[PointLight]) -> list[Placed]:
    """The lamps that beams come from, where they may be seen: tin cans on rods."""
    placed = []
    for lamp in lamps:
        if lamp.aim is None or lamp.haze < 1:
            continue
        ahead = np.array(lamp.aim) - np.array(lamp.at)
        ahead /= np.linalg.norm(ahead)
        shape = Shape("spotlight")
        shape.cone((0, 0, 0), (0, 6, 0), 0.025, 0.025, srgb("#17141a"))
        shape.cone(-0.30 * ahead, -0.04 * ahead, 0.12, 0.16, srgb("#1d1a22"), material=Material.GLOSSY)
        shape.ellipsoid(0.06 * ahead, 0.12, np.array(lamp.color) * 2.2 + 0.8, material=Material.EMISSIVE)
        placed.append(Placed(shape, lamp.at, casts_shadow=False))
    return placed


def _side_lamp(at: Vector, color: Vector, aim: Vector, spread: float) -> PointLight:
    """A lamp so near that its beam is seen; it grows with the distance that it has to bridge."""
    away = math.dist(at, aim)
    wide = 2 * math.degrees(math.atan2(spread * 1.05, away))
    return PointLight(at, color, 2.2 * away * away, aim=aim, spread=min(wide, 70), haze=2.4)
