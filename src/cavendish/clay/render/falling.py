"""What falls between the lens and the scene: snow, rain, confetti. Drawn on the developed picture, hidden by what is
nearer than it, and the same whichever band of rows is being drawn."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cavendish.clay.plan import Plan
from cavendish.clay.sculpt import Floats

from .world import World

__all__ = ["overlay"]

_CONFETTI = (
    (0.91, 0.15, 0.22),
    (1.0, 0.72, 0.10),
    (0.13, 0.62, 0.78),
    (0.62, 0.27, 0.73),
    (1.0, 0.45, 0.58),
    (0.2, 0.7, 0.4),
)


@dataclass(frozen=True, slots=True)
class _Speck:
    """A rounded or a square-cut bar, in pixels and radians; `distance` in metres decides what hides it."""

    x: float
    y: float
    length: float
    width: float
    angle: float
    softness: float
    strength: float
    color: tuple[float, float, float]
    distance: float
    square: bool = False


def overlay(world: World, plan: Plan, picture: Floats, nearness: Floats, top: int) -> None:
    """Draw on the rows from `top` of the picture (h, w, 3), in place; `nearness` (h, w) belongs to the same rows."""
    for speck in _specks(world, plan):
        reach = speck.length + speck.width + speck.softness + 1
        if speck.y + reach > top and speck.y - reach < top + len(picture):
            _draw(speck, picture, nearness, top, reach)


def _specks(world: World, plan: Plan) -> Iterator[_Speck]:
    size = math.sqrt(plan.width * plan.height)
    random = np.random.default_rng((world.seed, 3))
    for fall, count in ((_flake, world.snowfall), (_drop, world.rain), (_snippet, world.confetti)):
        for _ in range(count):
            x, y = random.uniform(-0.02, 1.02) * plan.width, random.uniform(-0.02, 1.02) * plan.height
            yield fall(random, float(x), float(y), size)


def _flake(random: np.random.Generator, x: float, y: float, size: float) -> _Speck:
    distance = float(1.2 / random.uniform(0.06, 1) ** 1.2)
    radius = size * min(0.0052, 0.0062 / distance + 0.0006)
    softness = radius * (1.1 if distance < 2.2 else 0.6)
    strength = float(random.uniform(0.4, 0.9)) * (0.6 if distance < 1.8 else 1)
    return _Speck(x, y, 0, radius, 0, softness, strength, (0.96, 0.975, 1.0), distance)


def _drop(random: np.random.Generator, x: float, y: float, size: float) -> _Speck:
    distance = float(1.4 / random.uniform(0.08, 1))
    length, width = size * (0.004 + 0.030 / distance), size * (0.00035 + 0.0007 / distance)
    angle = math.radians(97 + float(random.uniform(-1.5, 1.5)))
    return _Speck(
        x, y, length, width, angle, width * 1.5 + 0.4, float(random.uniform(0.12, 0.4)), (0.82, 0.88, 0.96), distance
    )


def _snippet(random: np.random.Generator, x: float, y: float, size: float) -> _Speck:
    distance = float(random.uniform(2.5, 12))
    length = size * (0.0022 + 0.018 / distance)
    width = length * float(random.uniform(0.2, 0.75))
    red, green, blue = _CONFETTI[int(random.integers(len(_CONFETTI)))]
    light = float(random.uniform(0.75, 1.1))
    softness = 0.8 + (size * 0.002 if distance < 3.2 else 0)
    color = (red * light, green * light, blue * light)
    return _Speck(x, y, length, width, float(random.uniform(0, math.pi)), softness, 0.95, color, distance, square=True)


def _draw(speck: _Speck, picture: Floats, nearness: Floats, top: int, reach: float) -> None:
    rows = slice(max(int(speck.y - reach) - top, 0), max(int(speck.y + reach) + 1 - top, 0))
    columns = slice(max(int(speck.x - reach), 0), max(int(speck.x + reach) + 1, 0))
    target = picture[rows, columns]
    if not target.size:
        return
    y = np.arange(rows.start, rows.start + target.shape[0], dtype=np.float32)[:, None] + np.float32(top + 0.5 - speck.y)
    x = np.arange(columns.start, columns.start + target.shape[1], dtype=np.float32)[None] + np.float32(0.5 - speck.x)
    cosine, sine = math.cos(speck.angle), math.sin(speck.angle)
    along, aside = np.abs(x * cosine + y * sine) - speck.length, np.abs(y * cosine - x * sine)
    if speck.square:
        outside = np.maximum(along, aside - speck.width)
    else:
        outside = np.hypot(np.maximum(along, 0), aside) - speck.width
    cover = np.clip(0.5 - outside / speck.softness, 0, 1) * (nearness[rows, columns] < 1 / speck.distance)
    target += (np.array(speck.color, np.float32) - target) * (cover * np.float32(speck.strength))[..., None]
