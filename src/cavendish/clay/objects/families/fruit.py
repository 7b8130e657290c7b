"""Fruit, glossy and a little larger than life."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, GREEN, LEAF, Color, mix, shade
from cavendish.clay.objects.patterns import Coordinates, Pattern, covered, speckles, toned, where
from cavendish.clay.sculpt import Material, Shape, noise, srgb

__all__ = ["apple", "banana", "cherry", "grapes", "lemon", "orange", "pear", "pineapple", "strawberry", "watermelon"]

STALK = srgb("#5b3a1e")
GLOSSY = Material.GLOSSY


def _leaf(shape: Shape, at: tuple[float, float, float], *, length: float = 0.15, turn: float = 15.0) -> None:
    shape.ellipsoid(at, (length, 0.02, length * 0.48), LEAF, rotate=(("y", turn), ("z", 22)))


def apple(look: Look) -> Shape:
    """A ribbed apple with a dimple, a stalk and a leaf; its shoulders catch some yellow."""
    skin = look.paint("#d21f26")
    streaks = speckles(0.5)

    def blush(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        sunny = mix(skin, srgb("#ffb347"), 0.5)
        return covered(streaks(base, x, y, z), sunny, np.clip(y * 2 - 1.0, 0, 0.35))

    shape = Shape("apple")
    for index in range(5):
        angle = index * math.tau / 5
        c, s = math.cos(angle), math.sin(angle)
        shape.ellipsoid(
            (c * 0.13, 0.36, s * 0.13), (0.25, 0.27, 0.25), skin, blend=0.12, material=GLOSSY, pattern=blush
        )
        shape.ellipsoid(
            (c * 0.09, 0.17, s * 0.09), (0.17, 0.17, 0.17), skin, blend=0.15, material=GLOSSY, pattern=blush
        )
    shape.chain([(0, 0.48, 0), (0.01, 0.62, 0), (0.05, 0.74, 0)], [0.022, 0.02, 0.028], STALK, blend=0.02)
    _leaf(shape, (0.17, 0.70, 0.02))
    return shape


def orange(look: Look) -> Shape:
    """An orange with pores and a leaf."""
    peel = look.paint("#f5861f")

    def pores(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        return toned(base, 0.86 + 0.22 * noise(x * 46 + z * 31, y * 46 - z * 23))

    shape = Shape("orange")
    shape.ellipsoid((0, 0.42, 0), (0.44, 0.42, 0.44), peel, material=GLOSSY, pattern=pores)
    shape.ellipsoid((0, 0.84, 0), (0.06, 0.025, 0.06), GREEN, blend=0.02)
    _leaf(shape, (0.16, 0.885, 0.03), length=0.18)
    return shape


def pear(look: Look) -> Shape:
    """A pear that leans a little."""
    skin = look.paint("#b9c93a")
    shape = Shape("pear")
    streaks = speckles(0.14)
    shape.ellipsoid((0, 0.37, 0), (0.39, 0.37, 0.39), skin, material=GLOSSY, pattern=streaks)
    shape.ellipsoid((0.02, 0.62, 0), (0.27, 0.38, 0.27), skin, blend=0.2, material=GLOSSY, pattern=streaks)
    shape.ellipsoid((0.035, 0.85, 0), (0.155, 0.17, 0.155), skin, blend=0.2, material=GLOSSY, pattern=streaks)
    shape.chain([(0.04, 0.96, 0), (0.06, 1.14, 0), (0.11, 1.22, 0)], [0.025, 0.022, 0.03], STALK, blend=0.02)
    _leaf(shape, (0.20, 1.12, 0.02))
    return shape


def lemon(look: Look) -> Shape:
    """A lemon lying on its side."""
    peel = look.paint("#f7d723")
    shape = Shape("lemon")
    shape.ellipsoid((0, 0.33, 0), (0.42, 0.33, 0.33), peel, material=GLOSSY)
    for side, long in ((1, 0.19), (-1, 0.15)):
        shape.ellipsoid((side * 0.38, 0.33, 0), (long, 0.12, 0.12), peel, blend=0.12, material=GLOSSY)
    stalk = [(-0.44, 0.34, 0), (-0.53, 0.36, 0), (-0.57, 0.42, 0.01)]
    shape.chain(stalk, [0.03, 0.026, 0.022], GREEN, blend=0.02)
    lean = (("z", 52), ("x", 62))
    return shape.ellipsoid((-0.48, 0.54, 0.03), (0.18, 0.02, 0.09), LEAF, blend=0.01, rotate=lean)


def strawberry(look: Look) -> Shape:
    """A strawberry on its point, with seeds and a green crown."""
    flesh = look.paint("#e0222f")
    shape = Shape("strawberry")
    shape.ellipsoid((0, 0.60, 0), (0.37, 0.27, 0.36), flesh, material=GLOSSY)
    for height, thick, tall in ((0.44, 0.29, 0.30), (0.26, 0.165, 0.23)):
        shape.ellipsoid((0, height, 0), (thick, tall, thick), flesh, blend=0.14, material=GLOSSY)
    for row, (height, radius) in enumerate(((0.70, 0.345), (0.54, 0.372), (0.38, 0.305), (0.24, 0.225))):
        for step in range(9 - row):
            angle = (step + row * 0.5) * math.tau / (9 - row)
            at = (math.cos(angle) * radius, height, math.sin(angle) * radius)
            shape.ellipsoid(at, (0.024, 0.034, 0.024), srgb("#ffe08a"))
    for step in range(6):
        angle = step * math.tau / 6 + 0.3
        c, s = math.cos(angle), math.sin(angle)
        shape.cone((c * 0.05, 0.87, s * 0.05), (c * 0.30, 0.84, s * 0.30), 0.06, 0.012, LEAF, blend=0.03)
    shape.cone((0, 0.86, 0), (0.03, 1.0, 0), 0.03, 0.024, LEAF, blend=0.03)
    return shape


def cherry(look: Look) -> Shape:
    """A pair of cherries on one stalk."""
    skin = look.paint("#b0122a")
    shape = Shape("cherry")
    for x, z in ((-0.24, 0.04), (0.24, -0.02)):
        shape.ellipsoid((x, 0.23, z), (0.24, 0.23, 0.24), skin, material=GLOSSY)
        points = [(x, 0.42, z), (x * 0.8, 0.66, z), (0.04, 0.98, 0)]
        shape.chain(points, [0.018, 0.016, 0.022], GREEN, blend=0.02)
    _leaf(shape, (0.22, 1.0, 0.02), length=0.22)
    return shape


def grapes(look: Look) -> Shape:
    """A bunch of grapes, hanging as it were, on a stalk with a leaf."""
    skin = look.paint("#6d2f8f")
    shape = Shape("grapes")
    rows = ((0.14, 1, 0.0), (0.31, 4, 0.13), (0.50, 6, 0.23), (0.69, 8, 0.30), (0.86, 6, 0.22))
    for row, (height, count, radius) in enumerate(rows):
        for step in range(count):
            angle = (step + row * 0.5) * math.tau / count
            at = (math.cos(angle) * radius, height, math.sin(angle) * radius)
            shape.ellipsoid(at, 0.14, shade(skin, 0.9 + 0.25 * ((step * 7 + row * 3) % 4) / 3), material=GLOSSY)
    shape.cone((0, 0.9, 0), (0.02, 1.16, 0), 0.03, 0.035, STALK)
    _leaf(shape, (0.2, 1.06, 0.08), length=0.22)
    return shape


_BANANA_STEPS = 21
_BANANA_TURN = (205.0, 130.0)


def banana_spine(share: float) -> tuple[float, float, float]:
    """Angle in radians of the point that lies `share` (0 to 1) along a banana, its x and its y."""
    angle = math.radians(_BANANA_TURN[0] + _BANANA_TURN[1] * share)
    return angle, math.cos(angle), 1.235 + math.sin(angle)


def banana_girth(share: float) -> float:
    """The banana's radius there."""
    return 0.235 * math.pow(math.sin(math.pi * (0.10 + 0.80 * share)), 0.55)


def banana(look: Look) -> Shape:
    """A banana that rocks on its back; in neon light it wears glowing rings and a light strip."""
    peel = look.paint("#ffd21f")
    shares = [index / (_BANANA_STEPS - 1) for index in range(_BANANA_STEPS)]
    spine = [banana_spine(share) for share in shares]

    def ripe(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        freckles = noise(x * 16, y * 16 + z * 12) > 0.88
        green = np.clip(np.abs(x) * 2.2 - 1.45, 0, 1)[:, None] * 0.55
        skin = base * (1 - green) + mix(base, GREEN, 0.7) * green
        return np.where(freckles[:, None], base * 0.5, skin)

    shape = Shape("banana")
    points = [(x, y, 0.0) for _, x, y in spine]
    shape.chain(points, [banana_girth(share) for share in shares], peel, blend=0.01, material=GLOSSY, pattern=ripe)
    x, y, _ = points[-1]
    shape.cone((x, y, 0), (x + 0.10, y + 0.21, 0), 0.085, 0.06, srgb("#8a7a1e"), blend=0.05)
    shape.ellipsoid((x + 0.115, y + 0.25, 0), (0.06, 0.03, 0.06), STALK)
    x, y, _ = points[0]
    shape.ellipsoid((x - 0.03, y + 0.07, 0), 0.075, srgb("#3a2a12"), blend=0.05)
    if look.neon:
        _neon_rings(shape)
    return shape


def _neon_rings(shape: Shape) -> None:
    pink, cyan = srgb("#ff2d95") * 3.2, srgb("#22e3ff") * 3.0
    for share, glow in ((0.28, pink), (0.5, cyan), (0.72, pink)):
        angle, x, y = banana_spine(share)
        turn = (("z", math.degrees(angle)), ("x", 90.0))
        shape.torus((x, y, 0), banana_girth(share) + 0.03, 0.026, glow, rotate=turn, material=Material.EMISSIVE)
    strip = [0.13 + 0.74 * index / 8 for index in range(9)]
    points = [(x, y, banana_girth(share) * 0.985) for share in strip for _, x, y in (banana_spine(share),)]
    shape.chain(points, [0.016] * 9, cyan, blend=0.0, material=Material.EMISSIVE)


def watermelon(look: Look) -> Shape:
    """A slice of melon with seeds, on its rind."""
    flesh = look.paint("#ee3b46")
    wedge: Pattern = where(lambda x, y, _z: np.hypot(x, y - 0.95) > 0.80, srgb("#f2f3c8"))
    shape = Shape("watermelon")
    shape.cylinder((0, 0.95, 0), 0.95, 0.16, GREEN, rotate=(("x", 90),), round=0.04, material=GLOSSY)
    shape.cylinder((0, 0.95, 0), 0.88, 0.175, flesh, rotate=(("x", 90),), round=0.02, pattern=wedge)
    shape.box((0, 1.55, 0), (1.2, 0.66, 0.4), flesh, round=0.0, op="subtract")
    for index in range(9):
        angle, radius = math.radians(200 + index * 17.5), 0.62 - 0.2 * (index % 2)
        at = (math.cos(angle) * radius, 0.95 + math.sin(angle) * radius, 0.175)
        shape.ellipsoid(at, (0.026, 0.042, 0.02), BLACK, material=GLOSSY)
    return shape


def pineapple(look: Look) -> Shape:
    """A pineapple in its scales, with a tuft."""
    peel = look.paint("#e09a2b")

    def scales(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        around = np.arctan2(z, x) * 3.2
        lines = (np.abs(np.sin(around + y * 11)) < 0.2) | (np.abs(np.sin(around - y * 11)) < 0.2)
        return np.where(lines[:, None], base * 0.5, base * 1.08)

    shape = Shape("pineapple")
    shape.ellipsoid((0, 0.50, 0), (0.37, 0.50, 0.37), peel, pattern=scales)
    for ring, (count, spread, height) in enumerate(((7, 0.34, 0.34), (6, 0.22, 0.48), (4, 0.09, 0.56))):
        for step in range(count):
            angle = (step + ring * 0.4) * math.tau / count
            c, s = math.cos(angle), math.sin(angle)
            middle = (c * spread * 0.55, 0.95 + height * 0.6, s * spread * 0.55)
            tip = (c * spread, 0.95 + height, s * spread)
            shape.chain([(c * 0.06, 0.95, s * 0.06), middle, tip], [0.06, 0.05, 0.008], GREEN, blend=0.02)
    return shape
