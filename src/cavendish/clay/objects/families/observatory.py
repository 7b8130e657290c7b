"""To look at the world and beyond it: the earth itself, a globe, a telescope."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, DARK, SNOW, shade
from cavendish.clay.objects.patterns import grain
from cavendish.clay.sculpt import Material, Shape, srgb

from .continents import world

__all__ = ["earth", "globe", "telescope"]

METAL = Material.METAL
# Where clouds are: latitude and longitude in degrees, and their size.
_CLOUDS = ((44, -40, 0.13), (10, -36, 0.12), (-30, -14, 0.14), (-8, 62, 0.12), (66, 50, 0.10), (-48, 50, 0.13))


def earth(look: Look) -> Shape:
    """The planet Earth, with a few clouds."""
    sea = look.paint("#1f6fd0")
    middle = (0.0, 0.62, 0.0)
    shape = Shape("earth")
    shape.ellipsoid(middle, 0.60, sea, material=Material.GLOSSY, pattern=world(middle, 14.0))
    for lat, lon, size in _CLOUDS:
        up, aside = math.radians(lat), math.radians(lon - 14.0)
        for shift in (-0.16, 0.0, 0.17):
            level = 0.605 * math.cos(up)
            x, z = level * math.sin(aside + shift), level * math.cos(aside + shift)
            y = middle[1] + 0.605 * math.sin(up) + 0.025 * (shift > 0)
            shape.ellipsoid((x, y, z), size * (0.50 if shift else 0.64), SNOW, blend=0.05)
    return shape


def globe(look: Look) -> Shape:
    """A globe in a brass meridian on a wooden foot."""
    sea = look.paint("#2f86d9")
    middle = (0.0, 0.98, 0.0)
    shape = Shape("globe")
    shape.cylinder((0, 0.05, 0), 0.40, 0.05, srgb("#7a4a2a"), round=0.04, pattern=grain)
    shape.cylinder((0, 0.125, 0), 0.27, 0.035, srgb("#8a5a35"), round=0.03, pattern=grain)
    shape.cone((0, 0.14, 0), (0, 0.38, 0), 0.085, 0.06, srgb("#7a4a2a"))
    shape.ellipsoid((0, 0.27, 0), (0.12, 0.07, 0.12), srgb("#8a5a35"), blend=0.02)
    shape.ellipsoid(middle, 0.52, sea, material=Material.GLOSSY, pattern=world(middle, 18.0))
    arc = [(0.60 * math.sin(a), 0.98 + 0.60 * math.cos(a), 0.0) for a in np.radians(np.linspace(-22, 200, 30)).tolist()]
    shape.chain(arc, [0.036] * 30, BRASS, blend=0.0, material=METAL)
    for end in (arc[0], arc[-1]):
        shape.ellipsoid(end, 0.07, BRASS, material=METAL)
    shape.cone(arc[0], (0.9 * arc[0][0], 0.98 + 0.9 * (arc[0][1] - 0.98), 0.0), 0.03, 0.03, BRASS, material=METAL)
    return shape.cone((0, 0.36, 0), (0, 0.40, 0), 0.06, 0.06, BRASS, material=METAL)


def telescope(look: Look) -> Shape:
    """A telescope on three legs that looks up to the right."""
    tube = look.paint("#2f4f8f")
    wood, glossy = srgb("#8a5a35"), Material.GLOSSY
    shape, pitch = Shape("telescope"), math.radians(34.0)
    for number in range(3):
        angle = math.tau * number / 3 + 0.5
        foot = (0.62 * math.cos(angle), 0.03, 0.62 * math.sin(angle))
        shape.cone((0.05 * math.cos(angle), 0.98, 0.05 * math.sin(angle)), foot, 0.055, 0.035, wood, pattern=grain)
        shape.ellipsoid(foot, 0.05, DARK)
    shape.cylinder((0, 0.99, 0), 0.12, 0.05, BRASS, round=0.03, material=METAL)
    shape.ellipsoid((0, 1.09, 0), 0.10, BRASS, material=METAL)

    def along(share: float) -> tuple[float, float, float]:
        return share * math.cos(pitch), 1.22 + share * math.sin(pitch), 0.0

    lean = (("z", math.degrees(pitch) - 90.0),)
    for start, end, thick, color, material in (
        (-0.78, -0.66, 0.10, DARK, glossy), (-0.68, -0.40, 0.075, BRASS, METAL), (-0.44, 0.10, 0.125, tube, glossy),
        (0.08, 0.66, 0.165, tube, glossy), (0.64, 0.82, 0.20, shade(tube, 0.75), glossy),
    ):  # fmt: skip
        shape.cylinder(along((start + end) / 2), thick, (end - start) / 2, color, round=0.02, rotate=lean,
                       material=material)  # fmt: skip
    for share, radius in ((-0.44, 0.128), (0.09, 0.17), (0.65, 0.205), (0.81, 0.20)):
        shape.cylinder(along(share), radius, 0.022, BRASS, round=0.015, rotate=lean, material=METAL)
    shape.cylinder(along(0.83), 0.165, 0.02, srgb("#9fd0ef"), round=0.015, rotate=lean, material=glossy)
    x, y, _ = along(-0.1)
    shape.cone((x - 0.24, y + 0.06, 0.16), (x + 0.16, y + 0.33, 0.16), 0.04, 0.045, BRASS, material=METAL)
    return shape
