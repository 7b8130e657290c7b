"""From tales: a chest full of gold, a knight's shield, a wand."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, GOLD, Color, shade
from cavendish.clay.objects.patterns import grain, where
from cavendish.clay.sculpt import Material, Shape, srgb, turn

from .five_points import five_points

__all__ = ["magic_wand", "shield", "treasure_chest"]

METAL = Material.METAL
GEMS = tuple(srgb(code) for code in ("#e0233a", "#2f7fe0", "#2fae5a", "#b04fd0"))
_SPARKLES = ((0.82, 1.40, 0.11), (0.02, 1.50, 0.09), (0.72, 0.90, 0.08), (0.50, 1.66, 0.065), (-0.10, 1.14, 0.06))
_COAT = ((-0.52, 0.58), (0.52, 0.58), (0.52, 0.10), (0.44, -0.22), (0.25, -0.50), (0.0, -0.70), (-0.25, -0.50),
         (-0.44, -0.22), (-0.52, 0.10))  # fmt: skip


def treasure_chest(look: Look) -> Shape:
    """An open chest with coins and jewels heaped in it."""
    wood = look.paint("#8a5228")
    shape = Shape("treasure chest")
    shape.box((0, 0.33, 0), (0.72, 0.33, 0.46), wood, round=0.03, pattern=grain)
    shape.box((0, 0.48, 0), (0.64, 0.30, 0.38), shade(wood, 0.5), round=0.0, op="subtract")
    _lid(shape, wood)
    for x in (-0.52, 0.52):
        shape.box((x, 0.33, 0.0), (0.075, 0.345, 0.475), BRASS, round=0.02, material=METAL)
    shape.box((0, 0.48, 0), (0.64, 0.30, 0.38), shade(wood, 0.5), round=0.0, op="subtract")
    for y in (0.055, 0.615):
        shape.box((0, y, 0.465), (0.74, 0.05, 0.022), BRASS, round=0.015, material=METAL)
    shape.box((0, 0.52, 0.49), (0.13, 0.14, 0.035), GOLD, round=0.03, material=METAL)
    shape.ellipsoid((0, 0.55, 0.525), (0.032, 0.032, 0.012), srgb("#2a1c12"))
    shape.box((0, 0.49, 0.525), (0.014, 0.05, 0.010), srgb("#2a1c12"), round=0.008)
    _hoard(shape)
    return shape


def _lid(shape: Shape, wood: Color) -> None:
    """The vaulted lid, thrown back."""
    lid = Shape("lid")
    lid.cylinder((0, 0, 0), 0.47, 0.72, wood, round=0.03, rotate=(("z", 90),), pattern=grain)
    for x in (-0.52, 0.52):
        lid.cylinder((x, 0, 0), 0.485, 0.075, BRASS, round=0.02, rotate=(("z", 90),), material=METAL)
    lid.cylinder((0, 0, 0), 0.40, 0.65, shade(wood, 0.5), round=0.0, rotate=(("z", 90),), op="subtract")
    lid.box((0, -0.5, 0), (1.0, 0.5, 1.0), wood, round=0.0, op="subtract")
    hinge = np.array((0, 0.98, -0.58), np.float32)
    shape.parts[:0] = [part.moved(turn("x", -68.0), hinge, 1.0) for part in lid.parts]


def _hoard(shape: Shape) -> None:
    """A heap of coins with jewels between them."""
    shape.ellipsoid((0, 0.50, 0), (0.60, 0.20, 0.35), shade(GOLD, 0.7))
    for number in range(46):
        share = (number + 0.5) / 46
        angle, reach = number * 2.39996, math.sqrt(share)
        x, z = 0.57 * reach * math.cos(angle), 0.33 * reach * math.sin(angle)
        y = 0.50 + 0.21 * math.sqrt(max(0.0, 1 - share * 0.92))
        lean = (("x", 24.0 * math.sin(angle)), ("z", -24.0 * math.cos(angle)))
        if number % 6 == 2:
            shape.ellipsoid((x, y + 0.03, z), (0.075, 0.06, 0.07), GEMS[number // 6 % 4], material=Material.GLOSSY)
        else:
            shape.cylinder((x, y, z), 0.11, 0.022, shade(GOLD, 1.0 + 0.18 * (number % 3 - 1)), round=0.014,
                           rotate=lean, material=Material.GLOSSY)  # fmt: skip
    for x, z, angle in ((0.56, 0.66, 10.0), (0.30, 0.72, -12.0), (-0.46, 0.68, 8.0)):
        shape.cylinder(
            (x, 0.025, z), 0.10, 0.02, GOLD, round=0.012, rotate=(("x", angle / 3),), material=Material.GLOSSY
        )


def shield(look: Look) -> Shape:
    """A knight's shield, quartered, with a golden rim and cross."""
    field = look.paint("#2b57b8")
    pale = srgb("#e8e4da") if look.color is None else shade(field, 0.55)
    quarters = where(lambda x, y, _z: (x > 0) == (y > 0.66), pale)
    rim = [(1.12 * x, 1.11 * y) for x, y in _COAT]
    shape = Shape("shield")
    shape.prism((0, 0.80, -0.02), rim, 0.06, GOLD, round=0.05, material=METAL)
    shape.prism((0, 0.80, 0.03), _COAT, 0.055, field, round=0.05, material=Material.GLOSSY, pattern=quarters)
    shape.box((0, 0.74, 0.085), (0.05, 0.60, 0.022), GOLD, round=0.02, material=METAL)
    shape.box((0, 0.86, 0.085), (0.50, 0.05, 0.022), GOLD, round=0.02, material=METAL)
    shape.ellipsoid((0, 0.86, 0.09), (0.17, 0.17, 0.085), GOLD, material=METAL)
    for x, y in ((-0.44, 1.29), (0.44, 1.29), (0, 0.24)):
        shape.ellipsoid((x, y, 0.09), 0.045, GOLD, material=METAL)
    return shape


def magic_wand(look: Look) -> Shape:
    """A carved wand that leans, a star of light at its tip."""
    wood = look.paint("#5b3620")
    shape = Shape("wand")
    root, tip = np.array((-0.42, 0.06, 0.0)), np.array((0.30, 1.10, 0.0))
    shape.cone(root, tip, 0.062, 0.030, wood)
    for along, thick in ((0.0, 0.085), (0.07, 0.07), (0.28, 0.078), (0.33, 0.062)):
        ring = GOLD if along == 0.28 else shade(wood, 1.35)
        shape.ellipsoid(root + (tip - root) * along, thick, ring, blend=0.01, material=Material.GLOSSY)
    gold = srgb("#ffc928")
    star = five_points(0.27, 0.12)
    shape.prism((0.38, 1.22, 0.0), star, 0.09, gold, round=0.07, rotate=(("z", -18),), material=Material.GLOSSY)
    for x, y, size in _SPARKLES:
        for angle in (0.0, 90.0, 180.0, 270.0):
            ray = (x + size * math.cos(math.radians(angle)), y + size * math.sin(math.radians(angle)), 0.02)
            shape.cone((x, y, 0.02), ray, 0.034, 0.006, gold * 1.4, blend=0.03, material=Material.EMISSIVE)
    return shape
