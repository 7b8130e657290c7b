"""What warms a room and lights a way: a fireplace and a lantern to carry."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import CREAM, DARK, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import Coordinates, Pattern, bark, grain
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["fireplace", "lantern"]

HOT = Material.EMISSIVE
FLAME, HEART = srgb("#ff7a12"), srgb("#ffd84a")
# Tongues of fire: x, z, height and thickness.
_TONGUES = ((0.0, 0.0, 0.66, 0.16), (0.20, 0.03, 0.48, 0.12), (-0.21, 0.02, 0.52, 0.125), (0.09, 0.10, 0.40, 0.10),
            (-0.10, 0.11, 0.36, 0.10))  # fmt: skip


def _bricks(joint: Color) -> Pattern:
    """Courses of bricks in a wall that faces +z, each a little different."""

    def pattern(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        course = np.floor(y * 7.4)
        along = (x + z) * 3.1 + 0.5 * (course % 2)
        seam = ((y * 7.4) % 1.0 < 0.14) | (along % 1.0 < 0.06)
        tone = 0.84 + 0.30 * (np.sin(np.floor(along) * 12.9 + course * 78.2) * 0.5 + 0.5)
        return np.where(seam[:, None], joint, base * tone[:, None]).astype(np.float32)

    return pattern


def fireplace(look: Look) -> Shape:
    """A brick fireplace with a wooden mantel, a fire burning in it."""
    brick = look.paint("#b5573c")
    wall, stone = _bricks(mix(CREAM, DARK, 0.25)), srgb("#8f8a84")
    shape = Shape("fireplace")
    shape.box((0, 0.80, -0.06), (0.98, 0.80, 0.34), brick, round=0.02, pattern=wall)
    shape.box((0, 0.48, 0.12), (0.56, 0.40, 0.44), DARK, round=0.0, op="subtract")
    shape.cylinder((0, 0.86, 0.12), 0.56, 0.44, DARK, round=0.0, rotate=(("x", 90),), op="subtract")
    shape.box((0, 0.72, -0.30), (0.72, 0.70, 0.05), srgb("#2b2422"), round=0.02)
    shape.box((0, 0.055, 0.12), (1.14, 0.055, 0.58), stone, round=0.03)
    for number in range(11):
        angle = math.radians(180.0 * number / 10)
        at = (0.62 * math.cos(angle), 0.86 + 0.62 * math.sin(angle), 0.29)
        turned = (("z", math.degrees(angle)),)
        shape.box(at, (0.085, 0.075, 0.05), shade(brick, 0.66 if number % 2 else 0.8), round=0.02, rotate=turned)
    shape.box((0, 1.70, 0.04), (1.12, 0.085, 0.46), srgb("#7a4a2a"), round=0.03, pattern=grain)
    shape.box((0, 1.585, 0.02), (1.02, 0.04, 0.40), srgb("#6a3e22"), round=0.02, pattern=grain)
    _fire(shape)
    return _mantel(shape)


def _fire(shape: Shape) -> None:
    """Logs on the hearth, and the flames over them."""
    for x, y, z, turned in ((-0.14, 0.19, 0.16, 12.0), (0.15, 0.19, 0.10, -14.0), (0.0, 0.33, 0.12, 4.0)):
        lean = math.radians(turned)
        across = (0.36 * math.cos(lean), 0.36 * math.sin(lean))
        ends = (x - across[0], y, z - across[1]), (x + across[0], y, z + across[1])
        shape.cone(*ends, 0.085, 0.08, WOOD, pattern=bark)
    for x, z, tall, thick in _TONGUES:
        outer = [(0.7 * x, 0.30, z), (x, 0.30 + 0.45 * tall, z), (1.15 * x + 0.03, 0.30 + tall, z)]
        shape.chain(outer, [thick, 0.8 * thick, 0.015], FLAME * 1.5, blend=0.06, material=HOT)
        inner = [(0.7 * x, 0.30, z + 0.08), (x, 0.30 + 0.5 * tall, z + 0.09)]
        shape.chain(inner, [0.6 * thick, 0.02], HEART * 1.6, blend=0.04, material=HOT)


def _mantel(shape: Shape) -> Shape:
    """Two candles and a picture on the shelf."""
    for x, tall in ((-0.82, 0.24), (-0.62, 0.15)):
        shape.cylinder((x, 1.785 + tall / 2, 0.08), 0.065, tall / 2, CREAM, round=0.02)
        shape.ellipsoid((x, 1.845 + tall, 0.08), (0.032, 0.06, 0.032), HEART * 1.8, material=HOT)
    shape.box((0.66, 1.96, 0.0), (0.20, 0.175, 0.03), srgb("#d9a441"), round=0.02, rotate=(("x", -8),))
    shape.box((0.66, 1.96, 0.028), (0.15, 0.125, 0.012), WHITE, round=0.01, rotate=(("x", -8),))
    return shape.ellipsoid((0.66, 1.93, 0.036), (0.08, 0.07, 0.012), srgb("#5aa636"), rotate=(("x", -8),))


def lantern(look: Look) -> Shape:
    """A storm lantern with a flame behind glass and a ring to carry it by."""
    frame = look.paint("#b8362c")
    lean = (("x", 90),)
    shape, glossy = Shape("lantern"), Material.GLOSSY
    shape.cylinder((0, 0.10, 0), 0.36, 0.10, frame, round=0.05, top_radius=0.33, material=glossy)
    shape.cylinder((0, 0.235, 0), 0.20, 0.05, shade(frame, 0.7), round=0.03, top_radius=0.16, material=glossy)
    shape.ellipsoid((0, 0.42, 0), (0.12, 0.14, 0.12), FLAME * 1.6, material=HOT)
    shape.cone((0, 0.44, 0), (0.02, 0.74, 0), 0.105, 0.012, FLAME * 1.6, blend=0.04, material=HOT)
    shape.cone((0, 0.38, 0.07), (0.01, 0.56, 0.075), 0.075, 0.012, HEART * 1.7, material=HOT)
    for number in range(8):
        across, ahead = math.cos(math.tau * (number + 0.5) / 8), math.sin(math.tau * (number + 0.5) / 8)
        bars = [
            (r * across, y, r * ahead)
            for r, y in ((0.17, 0.25), (0.25, 0.38), (0.27, 0.53), (0.24, 0.67), (0.16, 0.80))
        ]
        shape.chain(bars, [0.013] * 5, srgb("#4a4d54"), blend=0.0, material=Material.METAL)
    shape.cylinder((0, 0.83, 0), 0.22, 0.05, frame, round=0.03, top_radius=0.17, material=glossy)
    shape.cylinder((0, 0.94, 0), 0.15, 0.075, frame, round=0.03, top_radius=0.10, material=glossy)
    shape.cylinder((0, 1.03, 0), 0.17, 0.03, shade(frame, 0.7), round=0.02, top_radius=0.06, material=glossy)
    shape.torus((0, 0.52, 0), 0.272, 0.014, srgb("#4a4d54"), rotate=lean, material=Material.METAL)
    for side in (-1, 1):
        tube = [(side * 0.32, 0.14, 0), (side * 0.37, 0.40, 0), (side * 0.35, 0.74, 0), (side * 0.18, 0.90, 0)]
        shape.chain(tube, [0.034] * 4, frame, blend=0.03, material=glossy)
    bow = [(0.37 * math.cos(a), 0.74 + 0.58 * math.sin(a), 0.0) for a in np.linspace(0.05, math.pi - 0.05, 13).tolist()]
    return shape.chain(bow, [0.018] * 13, srgb("#4a4d54"), blend=0.0, material=Material.METAL)
