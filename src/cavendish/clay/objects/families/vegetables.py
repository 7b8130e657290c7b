"""Vegetables."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import GREEN, LEAF, Color, mix, shade
from cavendish.clay.objects.patterns import toned
from cavendish.clay.sculpt import Floats, Material, Shape, noise, srgb

__all__ = ["broccoli", "carrot", "corn", "pumpkin", "tomato"]

GLOSSY = Material.GLOSSY


def carrot(look: Look) -> Shape:
    """A carrot standing on its point, with its green."""
    root = look.paint("#f2791f")

    def rings(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        groove = (np.sin(y * 38 + noise(x * 4 + 9, z * 4) * 5) > 0.86) & (noise(x * 6 + 3, y * 9) > 0.45)
        return np.where(groove[:, None], base * 0.68, base)

    shape = Shape("carrot")
    shape.cone((0.04, 0.03, 0), (0, 0.84, 0), 0.025, 0.215, root, material=GLOSSY, pattern=rings)
    shape.ellipsoid((0, 0.86, 0), (0.232, 0.22, 0.232), root, blend=0.05, material=GLOSSY, pattern=rings)
    for index in range(7):
        angle = index * 2.39996
        spread = 0.06 + 0.03 * index
        tip = (math.cos(angle) * spread * 1.4, 1.62 - 0.05 * index, math.sin(angle) * spread)
        middle = (math.cos(angle) * spread * 0.6, 1.3, math.sin(angle) * spread * 0.5)
        shape.chain([(0, 1.05, 0), middle, tip], [0.035, 0.04, 0.05], shade(LEAF, 0.8 + 0.07 * index), blend=0.03)
    return shape


def tomato(look: Look) -> Shape:
    """A ribbed tomato with its star of sepals."""
    skin = look.paint("#e02a1f")
    shape = Shape("tomato")
    for index in range(6):
        angle = index * math.tau / 6
        at = (math.cos(angle) * 0.13, 0.36, math.sin(angle) * 0.13)
        shape.ellipsoid(at, (0.33, 0.36, 0.33), skin, blend=0.08, material=GLOSSY)
    for index in range(6):
        angle = index * math.tau / 6 + 0.3
        c, s = math.cos(angle), math.sin(angle)
        points = [(0, 0.70, 0), (c * 0.14, 0.735, s * 0.14), (c * 0.27, 0.70, s * 0.27)]
        shape.chain(points, [0.045, 0.04, 0.012], GREEN, blend=0.03)
    return shape.chain([(0, 0.70, 0), (0.02, 0.84, 0)], [0.04, 0.045], GREEN, blend=0.03)


def broccoli(look: Look) -> Shape:
    """A stalk of broccoli like a small tree."""
    green = look.paint("#3f8f35")
    stalk = mix(green, srgb("#d5e6a0"), 0.65)

    def florets(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        return toned(base, 0.66 + 0.6 * noise(x * 40 + 5, y * 40 + z * 31))

    shape = Shape("broccoli")
    shape.cone((0, 0.10, 0), (0, 0.50, 0), 0.19, 0.17, stalk, blend=0.06)
    for x, y, z in ((0.34, 0.74, 0.05), (-0.34, 0.72, 0.08), (0.02, 0.80, 0.30), (0.0, 0.86, -0.2)):
        shape.cone((0, 0.36, 0), (x, y, z), 0.13, 0.11, stalk, blend=0.08)
    for index in range(30):
        level = 1 - 1.25 * (index + 0.5) / 30
        angle, reach = index * 2.39996, math.sqrt(1 - level * level)
        at = (math.cos(angle) * 0.50 * reach, 0.88 + level * 0.32, math.sin(angle) * 0.44 * reach)
        tone = shade(green, 0.82 + 0.08 * (index % 5))
        shape.ellipsoid(at, 0.17 + 0.02 * (index % 3), tone, blend=0.03, material=Material.LEAF, pattern=florets)
    return shape


def pumpkin(look: Look) -> Shape:
    """A pumpkin with deep ribs and a twisted stalk."""
    skin = look.paint("#ec7a1c")
    shape = Shape("pumpkin")
    for index in range(10):
        angle = index * math.tau / 10
        at = (math.cos(angle) * 0.27, 0.42, math.sin(angle) * 0.27)
        tone = shade(skin, 0.94 + 0.10 * (index % 2))
        shape.ellipsoid(at, (0.30, 0.42, 0.30), tone, blend=0.03, material=GLOSSY)
    stalk = [(0, 0.76, 0), (0.02, 0.94, 0), (0.12, 1.04, 0.03)]
    shape.chain(stalk, [0.10, 0.06, 0.075], srgb("#6f7a2f"), blend=0.05)
    tendril = [(0.06, 0.88, 0.05), (0.26, 0.90, 0.12), (0.36, 0.80, 0.16), (0.42, 0.90, 0.12)]
    shape.chain(tendril, [0.018] * 4, GREEN, blend=0.02)
    return shape.ellipsoid((-0.24, 0.87, 0.12), (0.22, 0.025, 0.15), LEAF, rotate=(("z", -14), ("y", 30)))


def corn(look: Look) -> Shape:
    """A cob of maize in its husk."""
    grain = look.paint("#ffcf3a")
    shape = Shape("corn")
    shape.chain([(0, 0.25, 0), (0, 0.8, 0), (0, 1.28, 0)], [0.19, 0.21, 0.10], shade(grain, 0.7), blend=0.05)
    for row in range(13):
        y = 0.34 + row * 0.075
        radius = 0.205 if y < 0.85 else 0.205 - (y - 0.85) * 0.24
        for step in range(12):
            angle = (step + 0.5 * (row % 2)) * math.tau / 12
            at = (math.cos(angle) * radius, y, math.sin(angle) * radius)
            shape.ellipsoid(at, (0.055, 0.042, 0.055), grain, material=GLOSSY)
    for index in range(5):
        angle = index * math.tau / 5 + 0.9
        c, s = math.cos(angle), math.sin(angle)
        leaf = [(c * 0.10, 0.06, s * 0.10), (c * 0.25, 0.36, s * 0.25), (c * 0.40, 0.72 + 0.08 * (index % 2), s * 0.34)]
        shape.chain(leaf, [0.13, 0.10, 0.015], shade(LEAF, 0.85 + 0.08 * index), blend=0.05)
    return shape.cone((0, 0.03, 0), (0, 0.2, 0), 0.07, 0.12, GREEN, blend=0.05)
