"""Stars, hearts and other signs, treasures, and boards that carry words."""

import math

import numpy as np

from cavendish.clay.objects.eyes import bead_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, CREAM, GOLD, RED, STEEL, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import grain, toned
from cavendish.clay.sculpt import Floats, Material, Shape, fractal, letters, srgb

__all__ = ["crown", "diamond", "heart", "moon", "planet", "sign", "star", "sun", "sword", "trophy"]

GLOSSY = Material.GLOSSY
METAL = Material.METAL


def star(look: Look) -> Shape:
    """A puffy five-pointed star."""
    skin = look.paint("#ffc92e")
    shape = Shape("star")
    for index in range(5):
        angle = math.radians(90 + 72 * index)
        tip = (math.cos(angle) * 0.58, 0.60 + math.sin(angle) * 0.58, 0)
        shape.cone((0, 0.60, 0), tip, 0.27, 0.085, skin, blend=0.10, material=GLOSSY)
    return shape


def heart(look: Look) -> Shape:
    """A puffy heart."""
    skin = look.paint("#e8203a")
    shape = Shape("heart")
    for side in (-1, 1):
        lean = (("z", side * -38.0),)
        shape.ellipsoid((side * 0.185, 0.62, 0), (0.315, 0.50, 0.29), skin, blend=0.10, rotate=lean, material=GLOSSY)
    return shape.ellipsoid((0, 0.30, 0), (0.13, 0.22, 0.12), skin, blend=0.2, material=GLOSSY)


def moon(look: Look) -> Shape:
    """A crescent moon, asleep."""
    skin = look.paint("#ffe08a")
    shape = Shape("moon")
    lean = math.radians(-20)
    for step in range(-24, 25):
        angle = math.pi + lean + math.radians(120) * step / 24
        c, s = math.cos(angle), math.sin(angle)
        across = c * math.cos(lean) + s * math.sin(lean)
        inner = 0.32 * across + math.sqrt((0.32 * across) ** 2 + 0.52**2 - 0.32**2)
        half, middle = max(0.02, (0.65 - inner) / 2), (0.65 + inner) / 2
        at = (c * middle, 0.65 + s * middle, 0)
        radii, turned = (half, max(half, 0.05), 0.75 * half), (("z", math.degrees(angle)),)
        shape.ellipsoid(at, radii, skin, blend=0.02, rotate=turned, material=GLOSSY)
    lid = [(-0.53, 0.755, 0.155), (-0.47, 0.715, 0.172), (-0.40, 0.715, 0.172), (-0.34, 0.755, 0.165)]
    shape.chain(lid, [0.02] * 4, srgb("#6b4a1f"), blend=0.0)
    smile = [(-0.40, 0.50, 0.16), (-0.34, 0.475, 0.155), (-0.28, 0.50, 0.14)]
    shape.chain(smile, [0.016] * 3, srgb("#6b4a1f"), blend=0.0)
    return shape.ellipsoid((-0.43, 0.60, 0.16), (0.065, 0.048, 0.022), srgb("#ff9f8a"), blend=0.02)


def sun(look: Look) -> Shape:
    """A smiling sun with rays."""
    skin = look.paint("#ffc020")
    shape = Shape("sun")
    for index in range(12):
        angle = index * math.tau / 12
        c, s = math.cos(angle), math.sin(angle)
        long = 0.70 if index % 2 else 0.64
        shape.cone(
            (c * 0.44, 0.70 + s * 0.44, 0),
            (c * long, 0.70 + s * long, 0),
            0.10,
            0.025,
            shade(skin, 0.92),
            material=GLOSSY,
        )
    shape.ellipsoid((0, 0.70, 0), (0.43, 0.43, 0.27), skin, blend=0.02, material=GLOSSY)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.24, 0.62, 0.22), (0.07, 0.05, 0.03), srgb("#ff8a5a"), blend=0.02)
    bead_eyes(shape, 0.14, 0.76, 0.25, 0.052)
    smile = [(-0.13, 0.62, 0.262), (-0.06, 0.565, 0.268), (0.06, 0.565, 0.268), (0.13, 0.62, 0.262)]
    return shape.chain(smile, [0.017] * 4, srgb("#8a4a12"), blend=0.0)


def planet(look: Look) -> Shape:
    """A banded planet with rings."""
    gas = look.paint("#e0a86a")
    lean = (("z", 16.0), ("x", 78.0))

    def belts(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        level = (y - 0.62) * 0.96 - x * 0.28
        wave = np.sin(level * 24 + fractal(x * 2, z * 2 + y, 3) * 3)
        return toned(base, 0.82 + 0.22 * wave)

    shape = Shape("planet")
    shape.ellipsoid((0, 0.62, 0), 0.52, gas, pattern=belts)
    for radius, width, tone in ((0.72, 0.035, 0.9), (0.82, 0.045, 1.15), (0.93, 0.03, 0.8)):
        shape.torus((0, 0.62, 0), radius, width, shade(mix(gas, CREAM, 0.5), tone), rotate=lean)
    return shape


def crown(look: Look) -> Shape:
    """A jewelled crown."""
    gold = look.paint("#f2b632")
    gems = ("#e0233a", "#2f7fe0", "#2fae5a")
    shape = Shape("crown")
    shape.lathe((0, 0, 0), [(0.44, 0.08), (0.47, 0.30), (0.52, 0.48)], 0.04, gold, material=METAL)
    for y, radius in ((0.07, 0.45), (0.30, 0.48)):
        shape.torus((0, y, 0), radius, 0.055, gold, rotate=(("x", 90),), material=METAL)
    for index in range(8):
        angle = (index + 0.5) * math.tau / 8
        c, s = math.cos(angle), math.sin(angle)
        shape.cone((c * 0.50, 0.42, s * 0.50), (c * 0.58, 0.80, s * 0.58), 0.15, 0.03, gold, blend=0.04, material=METAL)
        shape.ellipsoid((c * 0.585, 0.84, s * 0.585), 0.065, srgb("#fdf3e0"), material=GLOSSY)
        shape.ellipsoid((c * 0.50, 0.19, s * 0.50), (0.06, 0.075, 0.06), srgb(gems[index % 3]), material=GLOSSY)
    return shape.ellipsoid((0, 0.30, 0), (0.42, 0.34, 0.42), srgb("#8f1d3a"))


def sword(look: Look) -> Shape:
    """A sword with its point up."""
    steel = look.paint("#d5dae2")
    blade = [(-0.085, 0.42), (0.085, 0.42), (0.075, 1.42), (0.0, 1.66), (-0.075, 1.42)]
    shape = Shape("sword")
    shape.prism((0, 0, 0), blade, 0.035, steel, round=0.03, material=METAL)
    shape.cone((0, 0.46, 0.03), (0, 1.40, 0.03), 0.014, 0.012, shade(steel, 0.6))
    for side in (-1, 1):
        guard = [(0, 0.40, 0), (side * 0.20, 0.42, 0), (side * 0.30, 0.48, 0)]
        shape.chain(guard, [0.06, 0.05, 0.055], GOLD, blend=0.03, material=METAL)
    shape.cone((0, 0.14, 0), (0, 0.38, 0), 0.052, 0.052, srgb("#6b2f26"))
    for y in (0.18, 0.24, 0.30):
        shape.torus((0, y, 0), 0.052, 0.013, BRASS, rotate=(("x", 90),), material=METAL)
    return shape.ellipsoid((0, 0.08, 0), 0.08, RED, material=GLOSSY)


def diamond(look: Look) -> Shape:
    """A cut gem."""
    stone = look.paint("#7fd8f0")

    def facets(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        face = np.floor(np.arctan2(z, x) / math.tau * 16 + (y > 0.62) * 0.5)
        return toned(base, 0.72 + 0.5 * ((face * 7) % 5) / 4)

    octagon = [(math.cos(i * math.tau / 8), math.sin(i * math.tau / 8)) for i in range(8)]
    shape = Shape("diamond")
    shape.cylinder((0, 0.31, 0), 0.01, 0.31, stone, round=0.005, top_radius=0.60, material=GLOSSY, pattern=facets)
    shape.cylinder((0, 0.70, 0), 0.60, 0.09, stone, round=0.01, top_radius=0.38, material=GLOSSY, pattern=facets)
    outline = [(x * 0.575, y * 0.575) for x, y in octagon]
    return shape.prism((0, 0.45, 0), outline, 0.5, stone, round=0.0, rotate=(("x", 90),), op="intersect")


def trophy(look: Look) -> Shape:
    """A golden cup on a plinth."""
    gold = look.paint("#f2b632")
    shape = Shape("trophy")
    shape.box((0, 0.12, 0), (0.30, 0.12, 0.30), srgb("#3a2a22"), round=0.03, material=GLOSSY)
    shape.box((0, 0.13, 0.30), (0.16, 0.06, 0.012), gold, round=0.01, material=METAL)
    shape.cylinder((0, 0.28, 0), 0.22, 0.04, gold, round=0.03, material=METAL)
    shape.cylinder((0, 0.40, 0), 0.13, 0.12, gold, round=0.03, top_radius=0.06, blend=0.04, material=METAL)
    shape.ellipsoid((0, 0.55, 0), (0.09, 0.06, 0.09), gold, blend=0.03, material=METAL)
    shape.cylinder((0, 0.90, 0), 0.16, 0.30, gold, round=0.06, top_radius=0.40, blend=0.05, material=METAL)
    shape.cylinder((0, 1.0, 0), 0.14, 0.28, gold, top_radius=0.36, op="subtract")
    shape.torus((0, 1.19, 0), 0.385, 0.035, gold, rotate=(("x", 90),), blend=0.01, material=METAL)
    for side in (-1, 1):
        handle = [(side * 0.37, 1.08, 0), (side * 0.58, 1.06, 0), (side * 0.56, 0.82, 0), (side * 0.26, 0.72, 0)]
        shape.chain(handle, [0.045] * 4, gold, blend=0.03, material=METAL)
    emblem = star(Look(color=mix(gold, WHITE, 0.6)))
    return shape.merge(emblem, (0, 0.80, 0.31), scale=0.22)


def sign(look: Look) -> Shape:
    """A wooden board on two posts that says what it is told."""
    board = look.paint("#c48a52")
    shape = Shape("sign")
    for x in (-0.50, 0.50):
        shape.cone((x, 0.0, -0.05), (x, 1.02, -0.05), 0.06, 0.06, WOOD, pattern=grain)
    shape.box((0, 0.82, 0), (0.75, 0.36, 0.05), board, round=0.05, pattern=grain)
    shape.box((0, 0.82, 0.035), (0.68, 0.29, 0.03), mix(board, CREAM, 0.55), round=0.03)
    for x in (-0.64, 0.64):
        for y in (0.56, 1.08):
            shape.ellipsoid((x, y, 0.06), 0.025, STEEL, material=METAL)
    if look.text:
        words = letters(look.text, width=1.24, height=0.48, color=srgb("#3a2418"))
        shape.merge(words, (0, 0.82, 0.06))
    return shape
