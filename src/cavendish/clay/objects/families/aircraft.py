"""What flies, heading for +x; rockets stand upright."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, CREAM, DARK, GLASS, RED, STEEL, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, bands, toned, where
from cavendish.clay.sculpt import Floats, Material, Shape, srgb

__all__ = ["airplane", "helicopter", "hot_air_balloon", "rocket", "ufo"]

GLOSSY = Material.GLOSSY
METAL = Material.METAL


def airplane(look: Look) -> Shape:
    """A plump airliner; its belly lies at y = 0."""
    paint = look.paint("#f2f4f8")
    accent = srgb("#2f6fd0") if look.color is None else shade(paint, 0.5)
    shape = Shape("airplane")
    shape.ellipsoid((0.05, 0.46, 0), (1.34, 0.31, 0.31), paint, material=GLOSSY, pattern=bands(accent, (0.34, 0.40)))
    shape.cone((-0.75, 0.50, 0), (-1.38, 0.66, 0), 0.24, 0.08, paint, blend=0.12, material=GLOSSY)
    shape.ellipsoid((1.14, 0.56, 0), (0.17, 0.11, 0.19), GLASS, blend=0.02, material=GLOSSY)
    flat = (("x", 90.0),)
    for side in (-1, 1):
        wing = [(0.42, side * 0.12), (-0.10, side * 1.42), (-0.36, side * 1.42), (-0.30, side * 0.12)]
        shape.prism((0, 0.38, 0), wing, 0.045, shade(paint, 0.9), round=0.035, rotate=flat, blend=0.04, material=GLOSSY)
        tail = [(-1.02, side * 0.06), (-1.28, side * 0.52), (-1.46, side * 0.52), (-1.38, side * 0.06)]
        shape.prism((0, 0.64, 0), tail, 0.032, accent, round=0.025, rotate=flat, material=GLOSSY)
        shape.cone((0.24, 0.24, side * 0.56), (-0.16, 0.25, side * 0.56), 0.13, 0.10, accent, material=GLOSSY)
        shape.cylinder((0.33, 0.24, side * 0.56), 0.10, 0.04, DARK, rotate=(("z", 90),))
        shape.cone((-0.22, 0.38, side * 1.40), (-0.32, 0.58, side * 1.46), 0.05, 0.03, accent, material=GLOSSY)
        for index in range(8):
            x = 0.82 - index * 0.20
            half_depth = 0.31 * math.sqrt(max(0.0, 1 - ((x - 0.05) / 1.34) ** 2 - (0.07 / 0.31) ** 2))
            shape.ellipsoid((x, 0.53, side * half_depth), (0.045, 0.055, 0.02), GLASS, material=GLOSSY)
    fin = [(-0.92, 0.66), (-1.30, 1.24), (-1.50, 1.24), (-1.40, 0.64)]
    return shape.prism((0, 0, 0), fin, 0.045, accent, round=0.03, blend=0.03, material=GLOSSY)


def helicopter(look: Look) -> Shape:
    """A bubble helicopter on skids."""
    paint = look.paint("#e2572f")
    shape = Shape("helicopter")
    shape.ellipsoid((0.25, 0.72, 0), (0.58, 0.44, 0.40), paint, material=GLOSSY)
    shape.ellipsoid((0.50, 0.78, 0), (0.37, 0.33, 0.345), GLASS, blend=0.01, material=GLOSSY)
    shape.cone((-0.15, 0.80, 0), (-1.25, 0.98, 0), 0.22, 0.07, paint, blend=0.16, material=GLOSSY)
    shape.prism(
        (0, 0, 0),
        [(-1.05, 0.98), (-1.34, 1.40), (-1.46, 1.38), (-1.36, 0.94)],
        0.035,
        paint,
        round=0.03,
        material=GLOSSY,
    )
    shape.torus((-1.30, 1.02, 0.08), 0.22, 0.02, STEEL, material=METAL)
    for angle in (20, 80, 140):
        c, s = math.cos(math.radians(angle)) * 0.2, math.sin(math.radians(angle)) * 0.2
        shape.cone((-1.30 - c, 1.02 - s, 0.08), (-1.30 + c, 1.02 + s, 0.08), 0.022, 0.022, DARK)
    shape.cone((0.18, 1.08, 0), (0.18, 1.30, 0), 0.07, 0.05, STEEL, material=METAL)
    for angle in (24, 114):
        turn = (("y", float(angle)),)
        shape.box((0.18, 1.31, 0), (1.15, 0.02, 0.075), DARK, round=0.018, rotate=turn)
    shape.ellipsoid((0.18, 1.34, 0), (0.09, 0.05, 0.09), STEEL, material=METAL)
    for side in (-1, 1):
        skid = [(-0.42, 0.05, side * 0.34), (0.70, 0.05, side * 0.34), (0.88, 0.14, side * 0.34)]
        shape.chain(skid, [0.04] * 3, DARK, blend=0.02)
        for x in (-0.05, 0.48):
            shape.cone((x, 0.40, side * 0.22), (x, 0.06, side * 0.34), 0.032, 0.03, DARK)
    return shape


def rocket(look: Look) -> Shape:
    """A rocket on its fins, ready to leave."""
    paint = look.paint("#eef0f4")
    accent = RED if look.color is None else shade(paint, 0.75)
    stripe = bands(accent, (0.52, 0.62), (1.42, 1.48))
    shape = Shape("rocket")
    points = [(0, 0.36, 0), (0, 0.80, 0), (0, 1.30, 0)]
    shape.chain(points, [0.28, 0.38, 0.35], paint, blend=0.12, material=GLOSSY, pattern=stripe)
    shape.cone((0, 1.46, 0), (0, 2.12, 0), 0.31, 0.035, accent, blend=0.05, material=GLOSSY)
    shape.cylinder((0, 0.20, 0), 0.24, 0.12, DARK, top_radius=0.16)
    for index in range(4):
        angle = 45.0 + 90 * index
        fin = [(0.26, 0.80), (0.40, 0.72), (0.66, 0.30), (0.66, 0.0), (0.52, 0.06), (0.26, 0.30)]
        shape.prism((0, 0, 0), fin, 0.055, accent, round=0.045, rotate=(("y", angle),), material=GLOSSY)
    for y, radius in ((1.20, 0.17), (0.82, 0.11)):
        z = 0.345 if y > 1 else 0.37
        shape.torus((0, y, z), radius, 0.04, BRASS, material=METAL)
        shape.ellipsoid((0, y, z - 0.01), (radius * 0.95, radius * 0.95, 0.04), srgb("#3f8fd0"), material=GLOSSY)
    return shape


def hot_air_balloon(look: Look) -> Shape:
    """A striped hot-air balloon with its basket."""
    first = look.paint("#e2453a")
    second = mix(first, srgb("#ffd23f"), 0.9) if look.color is None else mix(first, WHITE, 0.8)
    gores: Pattern = where(lambda x, _y, z: (np.arctan2(z, x) / math.tau * 12) % 2 < 1, second)
    shape = Shape("hot air balloon")
    shape.ellipsoid((0, 1.78, 0), (0.86, 0.84, 0.86), first, pattern=gores)
    shape.cylinder((0, 1.14, 0), 0.22, 0.30, first, round=0.03, top_radius=0.66, blend=0.22, pattern=gores)
    shape.torus((0, 0.84, 0), 0.22, 0.03, CREAM, rotate=(("x", 90),))
    for index in range(4):
        angle = math.radians(45 + 90 * index)
        c, s = math.cos(angle), math.sin(angle)
        shape.cone((c * 0.22, 0.84, s * 0.22), (c * 0.20, 0.40, s * 0.20), 0.010, 0.010, WOOD)
    shape.box((0, 0.20, 0), (0.20, 0.19, 0.20), srgb("#a8703f"), round=0.05, pattern=_wicker)
    shape.box((0, 0.39, 0), (0.225, 0.035, 0.225), srgb("#6b4226"), round=0.03)
    return shape


def _wicker(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    woven = np.sin((x + z) * 60) * np.sin(y * 60) > 0
    return toned(base, np.where(woven, 1.1, 0.78))


def ufo(look: Look) -> Shape:
    """A flying saucer with a glass dome and lamps."""
    hull = look.paint("#aeb6c4")
    shape = Shape("ufo")
    shape.ellipsoid((0, 0.34, 0), (1.0, 0.20, 1.0), hull, material=METAL)
    shape.ellipsoid((0, 0.44, 0), (0.60, 0.16, 0.60), shade(hull, 0.8), blend=0.05, material=METAL)
    shape.ellipsoid((0, 0.22, 0), (0.50, 0.14, 0.50), shade(hull, 0.55), blend=0.03, material=METAL)
    shape.ellipsoid((0, 0.54, 0), (0.40, 0.38, 0.40), srgb("#7fe0d0"), material=GLOSSY)
    shape.torus((0, 0.53, 0), 0.41, 0.04, STEEL, rotate=(("x", 90),), material=METAL)
    lamps = ("#ff4d6a", "#ffd23f", "#4df0b0")
    for index in range(12):
        angle = index * math.tau / 12 + 0.13
        at = (math.cos(angle) * 0.88, 0.40, math.sin(angle) * 0.88)
        shape.ellipsoid(at, 0.062, srgb(lamps[index % 3]) * 1.9, material=Material.EMISSIVE)
    return shape.ellipsoid((0, 0.10, 0), (0.26, 0.06, 0.26), srgb("#a8fff0") * 1.7, material=Material.EMISSIVE)
