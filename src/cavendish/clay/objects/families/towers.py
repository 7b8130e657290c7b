"""Tall buildings, and a bridge; their fronts look at +z."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import CREAM, DARK, RED, SNOW, STEEL, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, bands, grain, toned
from cavendish.clay.sculpt import Floats, Material, Shape, hash_cells, noise, srgb

__all__ = ["bridge", "castle", "lighthouse", "skyscraper", "tower", "windmill"]

GLOSSY = Material.GLOSSY
LAMP_LIGHT = srgb("#ffc25a") * 2.6


def _ashlar(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    """Courses of cut stone."""
    row = np.floor(y * 6.5)
    along = (x + z) * 3.4 + 0.5 * (row % 2)
    joint = (y * 6.5 - row < 0.10) | (along % 1 < 0.06)
    tone = 0.88 + 0.2 * hash_cells(np.floor(along) * 3 + 40, row * 7)
    return toned(base, np.where(joint, 0.72, tone))


def _slit(shape: Shape, look: Look, at: tuple[float, float, float], *, yaw: float = 0.0, size: float = 1.0) -> None:
    """An arched window."""
    color, material = (LAMP_LIGHT, Material.EMISSIVE) if look.lit else (srgb("#3a4458"), GLOSSY)
    window = Shape("window")
    window.box((0, 0, 0), (0.07, 0.11, 0.025), color, round=0.01, material=material)
    window.ellipsoid((0, 0.11, 0), (0.07, 0.075, 0.025), color, material=material)
    shape.merge(window, at, scale=size, yaw=yaw)


def _battlements(shape: Shape, stone: Color, *, radius: float, y: float, count: int) -> None:
    for index in range(count):
        angle = index * math.tau / count
        at = (math.cos(angle) * radius, y, math.sin(angle) * radius)
        shape.box(at, (0.075, 0.09, 0.075), stone, round=0.015, rotate=(("y", -math.degrees(angle)),))


def _round_tower(look: Look, stone: Color, roof: Color, *, height: float, radius: float) -> Shape:
    shape = Shape("tower")
    shape.cylinder((0, height / 2, 0), radius, height / 2, stone, round=0.02, top_radius=radius * 0.93, pattern=_ashlar)
    shape.cylinder(
        (0, height + 0.06, 0), radius * 1.02, 0.09, stone, round=0.02, top_radius=radius * 1.2, pattern=_ashlar
    )
    _battlements(shape, stone, radius=radius * 1.08, y=height + 0.22, count=10)
    shape.cylinder((0, height + 0.52, 0), radius * 1.0, 0.38, SNOW if look.snowy else roof, round=0.02, top_radius=0.02)
    shape.cone((0, height + 0.85, 0), (0, height + 1.18, 0), 0.015, 0.015, DARK)
    pennant = [(0, height + 1.18), (0, height + 1.0), (0.26, height + 1.09)]
    shape.prism((0, 0, 0), pennant, 0.012, RED, round=0.004)
    for level in (0.45, 0.78):
        _slit(shape, look, (0, height * level, radius * 0.97))
    return shape


def castle(look: Look) -> Shape:
    """A fairy-tale castle with four corner towers and a keep."""
    stone = look.paint("#c9bfae")
    roof = srgb("#3f6fa8") if look.color is None else shade(stone, 0.5)
    shape = Shape("castle")
    shape.box((0, 0.45, 0), (0.95, 0.45, 0.75), stone, round=0.02, pattern=_ashlar)
    for index in range(9):
        x = -0.84 + index * 0.21
        for z in (-0.70, 0.70):
            shape.box((x, 0.98, z), (0.065, 0.10, 0.05), stone, round=0.015)
    shape.merge(_round_tower(look, stone, roof, height=1.55, radius=0.40), (0, 0.35, -0.25))
    for x in (-0.98, 0.98):
        shape.merge(_round_tower(look, stone, roof, height=1.25, radius=0.28), (x, 0, 0.72))
        shape.merge(_round_tower(look, stone, roof, height=1.45, radius=0.26), (x, 0, -0.72))
    shape.box((0, 0.34, 0.76), (0.30, 0.34, 0.06), shade(stone, 0.85), round=0.02)
    shape.ellipsoid((0, 0.66, 0.76), (0.30, 0.28, 0.06), shade(stone, 0.85))
    shape.box((0, 0.30, 0.80), (0.22, 0.30, 0.05), srgb("#5b3a24"), round=0.02, pattern=grain)
    shape.ellipsoid((0, 0.60, 0.80), (0.22, 0.22, 0.05), srgb("#5b3a24"), pattern=grain)
    for x in (-0.55, 0.55):
        _slit(shape, look, (x, 0.55, 0.76), size=1.2)
    return shape


def tower(look: Look) -> Shape:
    """A single stone tower."""
    stone = look.paint("#b8ab98")
    shape = _round_tower(look, stone, srgb("#a8432f"), height=2.1, radius=0.48)
    shape.box((0, 0.30, 0.47), (0.16, 0.30, 0.04), srgb("#5b3a24"), round=0.02, pattern=grain)
    return shape.ellipsoid((0, 0.60, 0.46), (0.16, 0.15, 0.05), srgb("#5b3a24"))


def lighthouse(look: Look) -> Shape:
    """A striped lighthouse on a rock."""
    paint = look.paint("#d5322c")
    stripe: Pattern = bands(paint, (0.62, 1.02), (1.42, 1.82), (2.22, 2.6))
    glow = srgb("#ffe08a") * (3.4 if look.lit else 1.3)
    shape = Shape("lighthouse")
    for x, z, radius in ((0, 0, 0.72), (0.5, 0.2, 0.4), (-0.52, 0.1, 0.42), (0.1, 0.5, 0.42)):
        shape.ellipsoid((x, 0.06, z), (radius, radius * 0.42, radius * 0.8), srgb("#7d766e"), blend=0.08)
    shape.cylinder((0, 1.40, 0), 0.46, 1.20, WHITE, round=0.02, top_radius=0.29, pattern=stripe)
    shape.cylinder((0, 2.63, 0), 0.42, 0.05, DARK, round=0.02)
    for index in range(10):
        angle = index * math.tau / 10
        c, s = math.cos(angle) * 0.39, math.sin(angle) * 0.39
        shape.cone((c, 2.66, s), (c, 2.84, s), 0.014, 0.014, DARK)
    shape.torus((0, 2.84, 0), 0.39, 0.02, DARK, rotate=(("x", 90),))
    shape.cylinder((0, 2.85, 0), 0.22, 0.19, glow, material=Material.EMISSIVE)
    for index in range(6):
        angle = index * math.tau / 6
        c, s = math.cos(angle) * 0.225, math.sin(angle) * 0.225
        shape.cone((c, 2.68, s), (c, 3.04, s), 0.018, 0.018, DARK)
    shape.cylinder((0, 3.16, 0), 0.31, 0.13, paint, round=0.02, top_radius=0.04, material=GLOSSY)
    shape.ellipsoid((0, 3.32, 0), 0.05, STEEL, material=Material.METAL)
    shape.box((0, 0.44, 0.44), (0.12, 0.22, 0.04), srgb("#5b3a24"), round=0.03)
    for y, z in ((1.2, 0.40), (2.0, 0.345)):
        _slit(shape, look, (0, y, z))
    return shape


def windmill(look: Look) -> Shape:
    """A windmill with lattice sails."""
    wall = look.paint("#f0e6d2")
    shape = Shape("windmill")
    shape.cylinder((0, 0.95, 0), 0.62, 0.95, wall, round=0.02, top_radius=0.40)
    shape.cylinder((0, 0.14, 0), 0.66, 0.14, srgb("#8c8078"), round=0.03, top_radius=0.63)
    shape.cylinder((0, 2.10, 0), 0.46, 0.24, SNOW if look.snowy else srgb("#8f4030"), round=0.03, top_radius=0.12)
    shape.ellipsoid((0, 2.32, 0), (0.14, 0.10, 0.14), SNOW if look.snowy else srgb("#8f4030"))
    shape.cone((0, 1.90, 0.30), (0, 1.90, 0.62), 0.06, 0.06, WOOD)
    for index in range(4):
        sail = Shape("sail")
        sail.box((0, 0.55, 0), (0.025, 0.55, 0.025), WOOD, round=0.01)
        sail.box((0.13, 0.66, 0), (0.125, 0.40, 0.008), CREAM, round=0.005)
        for rung in range(6):
            sail.box((0.13, 0.28 + rung * 0.155, 0.012), (0.13, 0.010, 0.012), WOOD, round=0.004)
        _hang(shape, sail, 20.0 + 90 * index)
    shape.ellipsoid((0, 1.90, 0.64), 0.075, WOOD)
    shape.box((0, 0.34, 0.60), (0.16, 0.34, 0.05), srgb("#5b3a24"), round=0.02, pattern=grain)
    for y, z in ((1.0, 0.505), (1.45, 0.455)):
        _slit(shape, look, (0, y, z), size=1.1)
    return shape


def _hang(shape: Shape, sail: Shape, angle: float) -> None:
    """Turn a sail about the axle, which `merge` cannot: part by part."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    rotation = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]], np.float32)
    shape.parts.extend(part.moved(rotation, np.array([0, 1.90, 0.60], np.float32), 1.0) for part in sail.parts)


def skyscraper(look: Look) -> Shape:
    """A stepped office tower with rows of windows."""
    wall = look.paint("#8fa5bd")

    def panes(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        u, v = (x + z) * 6.0 + 50, y * 5.0
        column, row = np.floor(u), np.floor(v)
        pane = (u - column > 0.18) & (u - column < 0.82) & (v - row > 0.2) & (v - row < 0.8)
        if look.lit:
            on = pane & (hash_cells(column * 5, row * 3) < 0.6)
            return np.where(on[:, None], srgb("#ffcf7a") * 2.2, np.where(pane[:, None], base * 0.25, base))
        sky = srgb("#bfe0f5") * (0.75 + 0.5 * noise(x * 2, y))[:, None]
        return np.where(pane[:, None], sky, base)

    shape = Shape("skyscraper")
    for y, half, width in ((0.9, 0.9, 0.62), (2.3, 0.6, 0.50), (3.15, 0.35, 0.36)):
        shape.box((0, y, 0), (width, half, width * 0.85), wall, round=0.02, pattern=panes)
        shape.box((0, y + half, 0), (width + 0.03, 0.03, width * 0.85 + 0.03), shade(wall, 0.7), round=0.01)
    shape.box((0, 0.14, 0.53), (0.20, 0.14, 0.03), DARK, round=0.02, material=GLOSSY)
    shape.cone((0, 3.5, 0), (0, 4.15, 0), 0.04, 0.012, STEEL, material=Material.METAL)
    return shape.ellipsoid((0, 4.15, 0), 0.045, srgb("#ff4040") * 2, material=Material.EMISSIVE)


def bridge(look: Look) -> Shape:
    """A stone bridge of three arches, seen from the side."""
    stone = look.paint("#b5a894")
    shape = Shape("bridge")
    deck = [(-1.9, 0.0), (1.9, 0.0), (1.9, 0.55), (1.0, 0.86), (0, 0.98), (-1.0, 0.86), (-1.9, 0.55)]
    shape.prism((0, 0, 0), deck, 0.42, stone, round=0.02, pattern=_ashlar)
    for x, radius in ((-1.05, 0.38), (0.0, 0.55), (1.05, 0.38)):
        shape.cylinder((x, 0.08, 0), radius, 0.8, stone, round=0.0, rotate=(("x", 90),), op="subtract")
        shape.box((x, -0.2, 0), (radius, 0.29, 0.8), stone, round=0.0, op="subtract")
    for side in (-1, 1):
        rail = [
            (-1.9, 0.66, side * 0.38),
            (-1.0, 0.98, side * 0.38),
            (0, 1.10, side * 0.38),
            (1.0, 0.98, side * 0.38),
            (1.9, 0.66, side * 0.38),
        ]
        shape.chain(rail, [0.055] * 5, mix(stone, CREAM, 0.35), blend=0.02)
        for index in range(13):
            x = -1.8 + index * 0.3
            height = 0.64 + 0.46 * math.cos(x / 1.9 * 1.35) - 0.10
            shape.cone((x, height - 0.24, side * 0.38), (x, height, side * 0.38), 0.035, 0.03, mix(stone, CREAM, 0.35))
    return shape
