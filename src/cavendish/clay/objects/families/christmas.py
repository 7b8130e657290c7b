"""The Christmas tree: a fir in its finery."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import GOLD, Color, shade
from cavendish.clay.sculpt import Material, Shape, srgb

from .five_points import five_points

__all__ = ["decked"]

BAUBLES = tuple(srgb(code) for code in ("#d8262b", "#f2b632", "#2f7fe0", "#d65a9a", "#e9eef5"))


def decked(fir: Shape, look: Look) -> Shape:
    """A fir with a garland, baubles, lights and a star, in a red pot."""
    shape = Shape("christmas tree").merge(fir, (0, 0.10, 0))
    red = srgb("#b8222a")
    shape.cylinder((0, 0.17, 0), 0.27, 0.17, red, round=0.04, top_radius=0.34, material=Material.GLOSSY)
    shape.torus((0, 0.32, 0), 0.325, 0.035, GOLD, rotate=(("x", 90),), material=Material.METAL)
    _garland(shape)
    for tier in range(5):
        count, reach, y = 7 - tier, 0.66 - 0.118 * tier, 0.50 + 0.42 * tier
        for number in range(count):
            angle = math.tau * number / count + 0.9 * tier + 0.3
            at = (reach * math.cos(angle), y - 0.02, reach * math.sin(angle))
            _bauble(shape, at, 0.085 - 0.006 * tier, BAUBLES[(number + 2 * tier) % 5])
    _lights(shape, 2.2 if look.lit else 1.2)
    star, shine = (2.0, Material.EMISSIVE) if look.lit else (1.0, Material.GLOSSY)
    return shape.prism((0, 2.93, 0), five_points(0.235, 0.10), 0.08, srgb("#ffc928") * star, round=0.05, material=shine)


def _bauble(shape: Shape, at: tuple[float, float, float], radius: float, color: Color) -> None:
    x, y, z = at
    shape.ellipsoid((x, y - radius, z), radius, color, material=Material.GLOSSY)
    shape.cylinder((x, y + 0.012, z), 0.026, 0.02, shade(GOLD, 0.8), round=0.008, material=Material.METAL)


def _garland(shape: Shape) -> None:
    """Golden beads that wind up the tree."""
    for number in range(92):
        share = number / 91
        angle, y = share * math.tau * 5.1, 0.66 + 1.82 * share
        reach = 0.60 * (1.0 - share) + 0.10
        shape.ellipsoid((reach * math.cos(angle), y, reach * math.sin(angle)), 0.03, GOLD, material=Material.GLOSSY)


def _lights(shape: Shape, power: float) -> None:
    for number in range(26):
        share = (number + 0.5) / 26
        angle, y = number * 2.39996, 0.62 + 1.9 * share
        reach = 0.58 * (1.0 - share) + 0.13
        shape.ellipsoid((reach * math.cos(angle), y, reach * math.sin(angle)), 0.032, srgb("#ffe9a8") * power,
                        material=Material.EMISSIVE)  # fmt: skip
