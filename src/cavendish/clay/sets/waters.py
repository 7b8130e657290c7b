"""Shores, bubbles and shoals, floors of cloud, and the bodies of the night sky."""

import numpy as np

from cavendish.clay.objects import KINDS, Look, natural_scale
from cavendish.clay.objects.palette import Color
from cavendish.clay.objects.patterns import covered, toned
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Floats, Material, Shape, fractal, srgb

from .clearance import Clearance
from .landscape import clouds, standing
from .scatter import chance_for

__all__ = ["bubbles", "cloud_floor", "heavens", "shoal", "shore"]


def shore(seed: int, clear: Clearance) -> list[Placed]:
    """The sea behind the sand with a line of foam, and palms at the sides."""

    def swell(base: Color, x: Floats, _y: Floats, z: Floats) -> Color:
        depth = np.clip((-z - 4.6) / 12, 0, 1)
        foam = (fractal(x * 0.8, z * 1.8, 3) * 2.2 - (-z - 4.0) * 0.9 > 0.25) | (
            np.abs(-z - 6.0 + fractal(x * 0.5 + 9, z * 0.1, 3) * 1.6) < 0.07
        )
        water = srgb("#48c3bd") * (1 - depth[:, None]) + srgb("#12699a") * depth[:, None]
        return np.where(foam[:, None], srgb("#f6fbfb"), water) + base * 0

    back = min([-3.9, *(item.z - item.radius - 0.6 for item in clear.footprints)])
    sea = Shape("sea").box(
        (0, 0.0, -54.0), (120, 0.03, 50), srgb("#2fa3b5"), round=0.02, pattern=swell, material=Material.GLOSSY
    )
    placed = [Placed(sea, (0, 0, min(0.0, back + 3.9)), casts_shadow=False)]
    for x, z, scale, yaw in (
        (-3.5, -2.2, 1.15, 10),
        (4.6, -3.0, 1.25, 190),
        (6.4, -1.4, 1.05, 200),
        (-6.2, -3.2, 1.3, -20),
    ):
        if clear.free(x, z, radius=0.5, height=3.0):
            placed.append(standing("palm", (x, 0, z), look=Look(seed=seed % 7), scale=scale, yaw=yaw))
    return placed


def bubbles(seed: int, clear: Clearance) -> list[Placed]:
    """Strings of bubbles on their way up."""
    chance = chance_for(seed, "bubbles")
    placed = []
    for _ in range(9):
        x, z = chance.uniform(-4.5, 4.5), chance.uniform(-5, 0.8)
        shape = Shape("bubbles")
        for step in range(6):
            at = (chance.uniform(-0.12, 0.12), 0.5 + step * 0.55 + chance.uniform(-0.1, 0.1), 0)
            shape.ellipsoid(at, chance.uniform(0.03, 0.085), srgb("#d8f6ff"), material=Material.GLOSSY)
        if clear.free(x, z, radius=0.3, height=4.0):
            placed.append(Placed(shape, (x, 0, z), casts_shadow=False))
    return placed


def shoal(seed: int, clear: Clearance) -> list[Placed]:
    """Small fish in the distance."""
    chance = chance_for(seed, "shoal")
    placed = []
    for index in range(14):
        x, y, z = chance.uniform(-5.5, 5.5), chance.uniform(1.0, 4.2), -chance.uniform(4.0, 7.5)
        across, upward, _ = clear.on_screen((x, y, z))
        if abs(across) > 0.45 or upward > 0.6:
            look = Look(color=srgb(("#ffb03a", "#ff7f6a", "#f6e05a")[index % 3]))
            scale = natural_scale("fish") * chance.uniform(0.22, 0.34)
            placed.append(Placed(KINDS["fish"].build(look), (x, y, z), scale, -15.0, casts_shadow=False))
    return placed


def cloud_floor(seed: int, clear: Clearance, brightness: float, tint: Color | None) -> list[Placed]:
    """A sea of cloud below whoever flies, and puffs in the distance."""
    chance = chance_for(seed, "cloud floor")
    puffs = clouds(seed + 1, brightness=brightness, tint=tint)
    low = min([0.6, *(item.y for item in clear.footprints)])
    placed = []
    for index in range(34):
        x, z = chance.uniform(-16, 16), -chance.uniform(1.0, 24.0)
        puff = puffs[index % len(puffs)]
        scale = chance.uniform(0.9, 1.7) * (1 + -z * 0.02)
        placed.append(
            Placed(puff.shape, (x, low - 2.1 - scale * 0.4, z), scale, chance.uniform(-25, 25), casts_shadow=False)
        )
    return placed


def heavens(seed: int) -> list[Placed]:
    """The blue planet over the horizon, and a ringed one far away."""

    def seas(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        land = fractal(x * 0.85 + 3 + seed % 5, y * 0.85 + z * 0.5 + 8, 5)
        cloud = np.clip(fractal(x * 0.7 + 40, y * 1.5 + z, 5) * 4 - 2.1, 0, 1)
        ground = covered(base, toned(srgb("#4f8f4a"), 0.6 + land), np.clip((land - 0.53) * 40, 0, 1))
        return covered(ground, srgb("#f4f7fa"), cloud)

    earth = Shape("earth").ellipsoid((0, 0, 0), 3.3, srgb("#1f62b5"), pattern=seas, material=Material.GLOSSY)
    ringed = standing("planet", (-10.5, 8.0, -36), look=Look(), scale=2.6, casts=False)
    return [Placed(earth, (6.6, 5.6, -28), casts_shadow=False), ringed]
