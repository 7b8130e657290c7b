"""Toys, and the sports gear that children play with."""

import math
from itertools import pairwise

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, DARK, RED, STEEL, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, bands, where
from cavendish.clay.sculpt import Floats, Material, Shape, srgb

__all__ = ["ball", "balloon", "football", "frisbee", "kite", "skateboard", "surfboard", "tennis_racket"]

GLOSSY = Material.GLOSSY


def balloon(look: Look) -> Shape:
    """A balloon on its string; y = 0 is the string's end."""
    skin = look.paint("#e3262e")
    shape = Shape("balloon")
    shape.ellipsoid((0, 1.46, 0), (0.42, 0.48, 0.42), skin, material=GLOSSY)
    shape.cone((0, 1.16, 0), (0, 0.95, 0), 0.20, 0.03, skin, blend=0.14, material=GLOSSY)
    shape.cylinder((0, 0.92, 0), 0.045, 0.035, skin, round=0.01, top_radius=0.022, material=GLOSSY)
    points = [(math.sin(step * 1.25) * 0.018 * (8 - step), step * 0.1125, 0) for step in range(9)]
    shape.chain(points, [0.009] * 9, shade(WHITE, 0.9), blend=0.0)
    return shape


def ball(look: Look) -> Shape:
    """A beach ball in gores; a colour asked for has two tones of it, and one of glass has only one."""
    if look.material is not None:
        return Shape("ball").ellipsoid((0, 0.5, 0), 0.5, look.paint("#bcdcec"), material=GLOSSY)
    first = look.paint("#e23b2e")
    others = [srgb("#ffc531"), srgb("#2f8fe0"), srgb("#3fae5a")] if look.color is None else [shade(first, 0.72)] * 3
    between = WHITE if look.color is None else first
    odd = first if look.color is None else others[0]

    def gores(base: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
        part = np.floor((np.arctan2(z, x) / math.tau + 0.5) * 8).astype(int)
        palette = np.array([odd, between, others[0], between, others[1], between, others[2], between], np.float32)
        return np.where((np.abs(y - 0.5) > 0.465)[:, None], WHITE, palette[part % 8]) + base * 0

    shape = Shape("ball")
    shape.ellipsoid((0, 0.5, 0), 0.5, WHITE, material=GLOSSY, pattern=_tilted(gores))
    return shape


def _tilted(pattern: Pattern) -> Pattern:
    """The pattern, its pole leaning towards the viewer so that the seams' star is seen."""
    c, s = math.cos(0.6), math.sin(0.6)

    def turned(base: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
        height = y - 0.5
        return pattern(base, x, (height * c + z * s + 0.5).astype(np.float32), z * c - height * s)

    return turned


def football(look: Look) -> Shape:
    """A football of white leather with black pentagons."""
    patch = look.paint("#1c1a1e")
    golden = (1 + math.sqrt(5)) / 2
    corners = np.array(
        [(0, a, b * golden) for a in (-1, 1) for b in (-1, 1)]
        + [(a, b * golden, 0) for a in (-1, 1) for b in (-1, 1)]
        + [(b * golden, 0, a) for a in (-1, 1) for b in (-1, 1)],
        np.float32,
    )
    corners /= np.linalg.norm(corners[0])
    edge = 0.45
    c, s = math.cos(edge), math.sin(edge)

    def leather(base: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
        height = y - 0.5
        points = np.stack([x, height * c + z * s, z * c - height * s]) * 2
        near = np.sort(corners @ points, axis=0)
        seam = (near[-1] - near[-2] < 0.022) & (near[-1] < 0.95)
        colors = np.where((near[-1] > 0.935)[:, None], patch, base)
        return np.where(seam[:, None], base * 0.45, colors)

    shape = Shape("football")
    shape.ellipsoid((0, 0.5, 0), 0.5, WHITE, material=GLOSSY, pattern=leather)
    return shape


def kite(look: Look) -> Shape:
    """A diamond kite with a tail of bows."""
    first = look.paint("#e23b4a")
    second = mix(first, srgb("#ffd23f"), 0.85) if look.color is None else shade(first, 0.75)

    def quarters(base: Floats, x: Floats, y: Floats, _z: Floats) -> Floats:
        return np.where(((x > 0) ^ (y > 1.75))[:, None], second, base)

    shape = Shape("kite")
    outline = [(0, 0.95), (0.62, 1.75), (0, 2.3), (-0.62, 1.75)]
    shape.prism((0, 0, 0), outline, 0.035, first, pattern=quarters)
    shape.cone((0, 0.95, 0.04), (0, 2.3, 0.04), 0.022, 0.022, WOOD)
    shape.cone((-0.6, 1.75, 0.04), (0.6, 1.75, 0.04), 0.022, 0.022, WOOD)
    tail = [(math.sin(step * 0.9) * 0.13, 0.95 - step * 0.105, 0) for step in range(10)]
    shape.chain(tail, [0.012] * 10, CREAM, blend=0.0)
    for step, color in zip((2, 4, 6, 8), (second, first, second, first), strict=True):
        x, y, _ = tail[step]
        for side in (-1, 1):
            shape.cone((x, y, 0), (x + side * 0.13, y + 0.03, 0), 0.02, 0.055, color)
    return shape


def skateboard(look: Look) -> Shape:
    """A skateboard on four wheels."""
    deck = look.paint("#2a9d8f")
    shape = Shape("skateboard")
    points = [(-0.95, 0.36, 0), (-0.66, 0.25, 0), (0.66, 0.25, 0), (0.95, 0.36, 0)]
    for start, end in pairwise(points):
        slope = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
        middle = tuple((a + b) / 2 for a, b in zip(start, end, strict=True))
        half = math.dist(start, end) / 2 + 0.04
        shape.box(middle, (half, 0.035, 0.26), deck, round=0.03, rotate=(("z", slope),), blend=0.03, material=GLOSSY)
    shape.box((0, 0.283, 0), (0.66, 0.006, 0.235), DARK, round=0.005)
    for x in (-0.52, 0.52):
        shape.cone((x, 0.13, -0.2), (x, 0.13, 0.2), 0.035, 0.035, STEEL, material=Material.METAL)
        shape.box((x, 0.19, 0), (0.08, 0.05, 0.09), STEEL, material=Material.METAL)
        for side in (-1, 1):
            shape.cylinder((x, 0.115, side * 0.2), 0.115, 0.06, CREAM, round=0.03, rotate=(("x", 90),), material=GLOSSY)
            shape.cylinder((x, 0.115, side * 0.24), 0.05, 0.03, RED, round=0.01, rotate=(("x", 90),))
    return shape


def frisbee(look: Look) -> Shape:
    """A frisbee, tilted towards the viewer."""
    plastic = look.paint("#f2542d")
    lean = (("x", 62),)
    shape = Shape("frisbee")
    shape.cylinder((0, 0.46, 0), 0.46, 0.05, plastic, round=0.04, rotate=lean, material=GLOSSY)
    shape.torus((0, 0.46, 0), 0.46, 0.07, plastic, rotate=(("x", -28),), blend=0.04, material=GLOSSY)
    shape.torus((0, 0.485, 0.045), 0.28, 0.014, mix(plastic, WHITE, 0.7), rotate=(("x", -28),), material=GLOSSY)
    return shape


def surfboard(look: Look) -> Shape:
    """A surfboard standing on its tail."""
    foam = look.paint("#3fb5c9")
    stripe: Pattern = where(lambda x, _y, _z: abs(x) < 0.04, CREAM)
    bands_and_stripe = bands(srgb("#ff7a3d"), (0.5, 0.66), (1.3, 1.46))

    def art(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        return stripe(bands_and_stripe(base, x, y, z), x, y, z)

    shape = Shape("surfboard")
    shape.ellipsoid((0, 1.0, 0), (0.32, 1.02, 0.065), foam, material=GLOSSY, pattern=art)
    shape.prism((0, 0, -0.1), [(-0.02, 0.12), (0.02, 0.12), (0.02, 0.32), (-0.02, 0.3)], 0.09, DARK, round=0.01)
    return shape


def tennis_racket(look: Look) -> Shape:
    """A racket on its grip, with a ball beside it."""
    frame = look.paint("#d8262b")
    shape = Shape("tennis racket")
    for index in range(9):
        offset = (index - 4) * 0.085
        reach = math.sqrt(max(0.0, 1 - (offset / 0.40) ** 2))
        shape.cone((offset, 1.25 - reach * 0.48, 0), (offset, 1.25 + reach * 0.48, 0), 0.009, 0.009, CREAM)
        shape.cone((-reach * 0.4, 1.25 + offset * 1.2, 0), (reach * 0.4, 1.25 + offset * 1.2, 0), 0.009, 0.009, CREAM)
    rim = [
        (math.sin(step * math.tau / 40) * 0.41, 1.25 + math.cos(step * math.tau / 40) * 0.50, 0) for step in range(41)
    ]
    shape.chain(rim, [0.042] * 41, frame, blend=0.0, material=GLOSSY)
    for side in (-1, 1):
        shape.cone((side * 0.16, 0.80, 0), (0, 0.55, 0), 0.035, 0.04, frame, blend=0.03, material=GLOSSY)
    shape.cone((0, 0.58, 0), (0, 0.06, 0), 0.05, 0.06, BLACK, blend=0.02)
    shape.ellipsoid((0.42, 0.16, 0.18), 0.16, srgb("#cfe83a"), pattern=_felt)
    return shape


def _felt(base: Color, x: Floats, y: Floats, _z: Floats) -> Color:
    seam = np.abs(np.hypot(x - 0.30, y - 0.16) - 0.12) < 0.012
    return np.where(seam[:, None], WHITE, base)
