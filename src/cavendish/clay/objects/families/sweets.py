"""Sweets, from the baker and from the ice-cream man."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BROWN, LEAF, RED, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.sculpt import Material, Shape, srgb

from .dishes import CRUST, baked, tilted

__all__ = ["cake", "cookie", "cupcake", "donut", "ice_cream"]

GLOSSY = Material.GLOSSY
SPRINKLES = tuple(srgb(code) for code in ("#ffffff", "#ffe14d", "#4dc3ff", "#7be36a", "#ff5a5a", "#b06bff"))


def donut(look: Look) -> Shape:
    """A glazed doughnut with sprinkles, tipped towards the viewer."""
    glaze = look.paint("#ff7fb4")
    turn, middle = -32.0, (0.0, 0.64, 0.0)
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def to_world(x: float, y: float, z: float) -> tuple[float, float, float]:
        return (x, middle[1] + y * c - z * s, y * s + z * c)

    shape = Shape("donut")
    shape.torus(middle, 0.46, 0.27, srgb("#d99a52"), rotate=(("x", turn),))
    shape.torus(to_world(0, 0, 0.055), 0.46, 0.262, glaze, rotate=(("x", turn),), material=GLOSSY)
    for index in range(9):
        angle = index * math.tau / 9
        at = to_world(math.cos(angle) * 0.69, math.sin(angle) * 0.69, 0.05)
        shape.ellipsoid(at, (0.085, 0.085, 0.09), glaze, blend=0.05, material=GLOSSY)
    chance = np.random.default_rng(2)
    for index in range(54):
        angle, out = chance.uniform(0, math.tau), chance.uniform(-0.95, 0.95)
        ring = 0.46 + 0.265 * math.sin(out)
        x, y, z = math.cos(angle) * ring, math.sin(angle) * ring, 0.062 + 0.265 * math.cos(out)
        dx, dy = chance.uniform(-0.04, 0.04), chance.uniform(-0.04, 0.04)
        shape.cone(to_world(x - dx, y - dy, z), to_world(x + dx, y + dy, z), 0.017, 0.017, SPRINKLES[index % 6])
    return shape


def _drips(shape: Shape, radius: float, top: float, color: Color, *, count: int = 12) -> None:
    """Icing that runs down a round cake's side."""
    for index in range(count):
        angle = index * math.tau / count
        c, s = math.cos(angle) * radius, math.sin(angle) * radius
        length = 0.10 + 0.12 * ((index * 5) % 4) / 3
        shape.cone((c, top, s), (c, top - length, s), 0.06, 0.05, color, blend=0.05, material=GLOSSY)


def cake(look: Look) -> Shape:
    """A layered birthday cake with candles."""
    icing = look.paint("#ff8fb8")
    shape = Shape("cake")
    shape.cylinder((0, 0.03, 0), 0.78, 0.03, WHITE, material=GLOSSY)
    shape.cylinder((0, 0.32, 0), 0.62, 0.26, srgb("#f7e3bd"), round=0.05)
    shape.torus((0, 0.32, 0), 0.61, 0.035, srgb("#c9443f"), rotate=(("x", 90),))
    shape.cylinder((0, 0.58, 0), 0.635, 0.06, icing, round=0.05, material=GLOSSY)
    _drips(shape, 0.62, 0.55, icing)
    shape.cylinder((0, 0.80, 0), 0.40, 0.20, srgb("#f7e3bd"), round=0.05)
    shape.cylinder((0, 1.00, 0), 0.415, 0.055, icing, round=0.05, material=GLOSSY)
    _drips(shape, 0.40, 0.98, icing, count=9)
    for index in range(10):
        angle = index * math.tau / 10
        shape.ellipsoid((math.cos(angle) * 0.53, 0.68, math.sin(angle) * 0.53), (0.07, 0.065, 0.07), WHITE, blend=0.02)
    for index in range(5):
        angle = index * math.tau / 5 + 0.3
        x, z = math.cos(angle) * 0.26, math.sin(angle) * 0.26
        shape.cone((x, 1.02, z), (x, 1.30, z), 0.028, 0.028, SPRINKLES[1 + index])
        shape.ellipsoid((x, 1.37, z), (0.032, 0.06, 0.032), srgb("#ffb53a") * 2.6, material=Material.EMISSIVE)
    shape.ellipsoid((0, 1.11, 0), 0.09, RED, material=GLOSSY)
    return shape


def cupcake(look: Look) -> Shape:
    """A cupcake with a whirl of cream and a cherry."""
    cream = look.paint("#ffb3d1")
    pleats = where(lambda x, _y, z: np.sin(np.arctan2(z, x) * 22) > 0.1, srgb("#3fa5b8"))
    shape = Shape("cupcake")
    shape.cylinder((0, 0.27, 0), 0.32, 0.27, srgb("#5fc4d4"), round=0.03, top_radius=0.44, pattern=pleats)
    shape.ellipsoid((0, 0.54, 0), (0.45, 0.13, 0.45), CRUST, pattern=baked)
    turns = 34
    for step in range(turns):
        share = step / (turns - 1)
        angle, radius = share * math.tau * 3.1, 0.33 * (1 - share) ** 0.8
        thick = 0.15 - 0.075 * share
        shape.ellipsoid(
            (math.cos(angle) * radius, 0.64 + share * 0.46, math.sin(angle) * radius), thick, cream, blend=0.05
        )
    shape.ellipsoid((0, 1.18, 0), 0.10, RED, material=GLOSSY)
    for index in range(16):
        angle, level = index * 2.39996, 0.66 + 0.024 * index
        radius = 0.47 - 0.022 * index
        at = (math.cos(angle) * radius, level, math.sin(angle) * radius)
        shape.ellipsoid(at, (0.03, 0.014, 0.014), SPRINKLES[1 + index % 5], rotate=(("y", index * 40),))
    return shape


def ice_cream(look: Look) -> Shape:
    """Three scoops in a waffle cone, stood on its point."""
    scoop = look.paint("#ff9fbf")
    waffle = where(
        lambda x, y, z: (
            (np.abs(np.sin(np.arctan2(z, x) * 6 + y * 12)) < 0.2)
            | (np.abs(np.sin(np.arctan2(z, x) * 6 - y * 12)) < 0.2)
        ),
        srgb("#a8672a"),
    )
    shape = Shape("ice cream")
    shape.cylinder((0, 0.45, 0), 0.02, 0.45, srgb("#e0a85a"), round=0.01, top_radius=0.34, pattern=waffle)
    shape.torus((0, 0.89, 0), 0.33, 0.05, srgb("#d59a4a"), rotate=(("x", 90),))
    others = (srgb("#fff0d0"), srgb("#8a5a3a")) if look.color is None else (shade(scoop, 0.85), mix(scoop, WHITE, 0.4))
    for (x, y, z), tone in (
        ((-0.20, 1.08, 0.04), scoop),
        ((0.21, 1.08, 0.0), others[1]),
        ((0.0, 1.40, 0.02), others[0]),
    ):
        shape.ellipsoid((x, y, z), 0.29, tone, pattern=baked)
        for index in range(8):
            angle = index * math.tau / 8
            at = (x + math.cos(angle) * 0.25, y - 0.15, z + math.sin(angle) * 0.25)
            shape.ellipsoid(at, 0.085, tone, blend=0.06, pattern=baked)
    shape.ellipsoid((0, 1.74, 0.02), 0.10, RED, material=GLOSSY)
    return shape.chain([(0, 1.82, 0.02), (0.05, 1.95, 0.02)], [0.014, 0.014], LEAF, blend=0.0)


def cookie(look: Look) -> Shape:
    """A chocolate-chip cookie, tipped towards the viewer."""
    dough = look.paint("#d49a52")
    tilt, center = 62.0, (0.0, 0.52, 0.0)
    shape = Shape("cookie")
    shape.cylinder(center, 0.56, 0.09, dough, round=0.08, rotate=(("x", tilt),), pattern=baked)
    for index in range(15):
        angle, reach = index * 2.39996, 0.46 * math.sqrt((index + 0.5) / 15)
        at = tilted((math.cos(angle) * reach, 0.08, math.sin(angle) * reach), tilt, center)
        wide = 0.058 + 0.014 * (index % 3)
        shape.ellipsoid(at, (wide, 0.035, 0.92 * wide), BROWN, rotate=(("x", tilt), ("y", index * 47)), material=GLOSSY)
    return shape
