"""Things one carries, wears or writes with."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, CREAM, DARK, GOLD, STEEL, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import around, bands, toned, where
from cavendish.clay.sculpt import Floats, Material, Shape, srgb

__all__ = [
    "backpack",
    "basket",
    "book",
    "gift",
    "handbag",
    "hat",
    "key",
    "pencil",
    "scissors",
    "suitcase",
    "tie",
    "toothbrush",
    "umbrella",
]

GLOSSY = Material.GLOSSY
METAL = Material.METAL


def book(look: Look) -> Shape:
    """A bound book, standing."""
    cover = look.paint("#b3261e")
    shape = Shape("book")
    shape.box((0.03, 0.70, 0), (0.49, 0.64, 0.115), srgb("#f3ead7"), round=0.01)
    for z in (-0.13, 0.13):
        shape.box((0, 0.70, z), (0.52, 0.69, 0.022), cover, round=0.02, material=GLOSSY)
    shape.cone((-0.50, 0.15, 0), (-0.50, 1.245, 0), 0.15, 0.15, cover, material=GLOSSY)
    shape.box((-0.9, 0.7, 0), (0.24, 1.0, 0.4), cover, round=0.0, op="subtract")
    for y in (0.16, 1.24):
        shape.box((0, y, 0.15), (0.50, 0.016, 0.006), GOLD, round=0.004, material=METAL)
    if not look.text:
        shape.box((0.02, 0.98, 0.152), (0.30, 0.06, 0.006), GOLD, round=0.004, material=METAL)
        shape.box((0.02, 0.84, 0.152), (0.20, 0.022, 0.006), GOLD, round=0.004, material=METAL)
        shape.ellipsoid((0.02, 0.48, 0.15), (0.12, 0.12, 0.012), GOLD, material=METAL)
    return shape.box((0.18, 0.03, 0.03), (0.04, 0.11, 0.008), srgb("#e5b03a"), round=0.004)


def umbrella(look: Look) -> Shape:
    """An open umbrella on its crook."""
    silk = look.paint("#7d3fc4")
    shape = Shape("umbrella")
    profile = [(0.0, 1.72), (0.30, 1.66), (0.62, 1.50), (0.88, 1.25), (1.0, 1.02)]
    shape.lathe((0, 0, 0), profile, 0.03, silk, material=GLOSSY, pattern=_ribs)
    for index in range(8):
        angle = (index + 0.5) * math.tau / 8
        at = (math.cos(angle) * 1.02, 0.95, math.sin(angle) * 1.02)
        shape.ellipsoid(at, (0.30, 0.15, 0.30), silk, op="subtract")
    for index in range(8):
        angle = index * math.tau / 8
        shape.ellipsoid((math.cos(angle) * 1.0, 1.0, math.sin(angle) * 1.0), 0.032, BRASS, material=METAL)
    shape.cone((0, 0.25, 0), (0, 1.86, 0), 0.027, 0.022, srgb("#d8d8de"), material=METAL)
    crook = [(0, 0.30, 0), (0.0, 0.16, 0), (0.07, 0.06, 0), (0.19, 0.06, 0), (0.25, 0.15, 0)]
    return shape.chain(crook, [0.042] * 5, WOOD, blend=0.02, material=GLOSSY)


def _ribs(base: Color, x: Floats, _y: Floats, z: Floats) -> Color:
    seam = np.abs((np.arctan2(z, x) / math.tau * 8) % 1 - 0.5) > 0.465
    return toned(base, 1 - 0.35 * seam)


def scissors(look: Look) -> Shape:
    """Open scissors, handles down."""
    grip = look.paint("#e23b2e")
    shape = Shape("scissors")
    for side in (-1, 1):
        z = side * 0.028
        blade = [(side * -0.11, 0.64), (side * 0.03, 0.58), (side * 0.34, 1.62), (side * 0.24, 1.60)]
        shape.prism((0, 0, z), blade, 0.026, STEEL, round=0.012, material=METAL)
        shape.cone((side * -0.05, 0.66, z), (side * -0.21, 0.42, z), 0.055, 0.055, grip, blend=0.03, material=GLOSSY)
        shape.torus((side * -0.29, 0.245, z), 0.185, 0.058, grip, blend=0.04, material=GLOSSY)
    return shape.cylinder(
        (0, 0.75, 0.06), 0.055, 0.02, srgb("#77797f"), round=0.01, rotate=(("x", 90),), material=METAL
    )


def key(look: Look) -> Shape:
    """An old key, bow up."""
    brass = look.paint("#e0ac3a")
    shape = Shape("key")
    shape.torus((0, 1.10, 0), 0.26, 0.075, brass, material=METAL)
    shape.cone((0, 0.86, 0), (0, 0.06, 0), 0.065, 0.06, brass, blend=0.05, material=METAL)
    for y in (0.80, 0.70):
        shape.torus((0, y, 0), 0.06, 0.035, brass, rotate=(("x", 90),), blend=0.02, material=METAL)
    for y, half in ((0.34, 0.15), (0.20, 0.11), (0.08, 0.16)):
        shape.box((0.05 + half, y, 0), (half, 0.05, 0.045), brass, round=0.02, material=METAL)
    return shape


def gift(look: Look) -> Shape:
    """A present with a bow."""
    paper = look.paint("#d8262b")
    ribbon = GOLD if look.color is None else mix(paper, WHITE, 0.8)
    dots = where(
        lambda x, y, z: ((x + 0.1) % 0.2 - 0.1) ** 2 + ((y + z * 0.7) % 0.2 - 0.1) ** 2 < 0.0011,
        mix(paper, WHITE, 0.55),
    )
    shape = Shape("gift")
    shape.box((0, 0.36, 0), (0.50, 0.36, 0.50), paper, round=0.03, pattern=dots, material=GLOSSY)
    shape.box((0, 0.74, 0), (0.54, 0.09, 0.54), paper, round=0.03, pattern=dots, material=GLOSSY)
    shape.box((0, 0.42, 0), (0.09, 0.42, 0.555), ribbon, round=0.02, material=GLOSSY)
    shape.box((0, 0.42, 0), (0.555, 0.42, 0.09), ribbon, round=0.02, material=GLOSSY)
    for side in (-1, 1):
        for forward, reach in ((0.16, 0.24), (-0.14, 0.20)):
            turn = (("y", side * -forward * 140), ("z", side * 34.0))
            at = (side * 0.20, 0.98, forward)
            shape.ellipsoid(at, (reach, 0.115, 0.11), ribbon, rotate=turn, blend=0.04, material=GLOSSY)
        shape.cone(
            (side * 0.06, 0.88, 0.05), (side * 0.30, 0.845, 0.34), 0.05, 0.06, ribbon, blend=0.03, material=GLOSSY
        )
    return shape.ellipsoid((0, 0.90, 0), (0.10, 0.08, 0.10), ribbon, blend=0.03, material=GLOSSY)


def hat(look: Look) -> Shape:
    """A felt hat with a band."""
    felt = look.paint("#6b4a33")
    shape = Shape("hat")
    shape.lathe((0, 0, 0), [(0.0, 0.06), (0.42, 0.06), (0.62, 0.05), (0.74, 0.11)], 0.035, felt)
    shape.cylinder((0, 0.34, 0), 0.43, 0.29, felt, round=0.12, top_radius=0.35, blend=0.06)
    shape.ellipsoid((0, 0.68, 0), (0.11, 0.12, 0.30), felt, op="subtract", blend=0.05)
    shape.cylinder(
        (0, 0.17, 0), 0.447, 0.08, BLACK if look.color is None else shade(felt, 0.4), round=0.02, top_radius=0.435
    )
    return shape.cone((0.38, 0.16, 0.22), (0.52, 0.58, 0.10), 0.035, 0.012, srgb("#d8262b"))


def suitcase(look: Look) -> Shape:
    """A suitcase with straps and stickers."""
    leather = look.paint("#b5753f")
    strap = shade(leather, 0.5)
    shape = Shape("suitcase")
    shape.box((0, 0.46, 0), (0.68, 0.44, 0.22), leather, round=0.10)
    for x in (-0.40, 0.40):
        shape.box((x, 0.46, 0), (0.06, 0.45, 0.232), strap, round=0.02)
        shape.box((x, 0.66, 0.235), (0.075, 0.05, 0.02), BRASS, round=0.015, material=METAL)
    for x in (-0.62, 0.62):
        for y in (0.08, 0.84):
            shape.ellipsoid((x, y, 0), (0.10, 0.10, 0.225), strap, blend=0.01)
    handle = [(-0.17, 0.90, 0), (-0.13, 1.04, 0), (0.13, 1.04, 0), (0.17, 0.90, 0)]
    shape.chain(handle, [0.035] * 4, strap, blend=0.02)
    shape.ellipsoid((-0.12, 0.60, 0.215), (0.12, 0.12, 0.02), srgb("#3fa0c8"))
    return shape.box((0.14, 0.34, 0.215), (0.13, 0.09, 0.02), srgb("#f2c53d"), round=0.02, rotate=(("z", 14),))


def backpack(look: Look) -> Shape:
    """A school backpack."""
    cloth = look.paint("#2f7fb5")
    trim = mix(cloth, BLACK, 0.55)
    shape = Shape("backpack")
    shape.box((0, 0.60, 0), (0.46, 0.58, 0.25), cloth, round=0.22)
    shape.box((0, 0.38, 0.24), (0.34, 0.27, 0.11), mix(cloth, WHITE, 0.12), round=0.10)
    shape.box((0, 0.56, 0.345), (0.26, 0.02, 0.015), trim, round=0.01)
    shape.box((0.20, 0.53, 0.36), (0.02, 0.06, 0.012), BRASS, round=0.01, material=METAL)
    zip_line = [(-0.40, 0.62, 0.18), (-0.38, 0.98, 0.19), (0, 1.12, 0.19), (0.38, 0.98, 0.19), (0.40, 0.62, 0.18)]
    shape.chain(zip_line, [0.02] * 5, trim, blend=0.0)
    shape.torus((0, 1.20, -0.04), 0.11, 0.035, trim)
    for side in (-1, 1):
        shape.box((side * 0.47, 0.34, 0.0), (0.08, 0.20, 0.16), trim, round=0.07)
        strap = [(side * 0.24, 1.10, -0.24), (side * 0.32, 0.66, -0.36), (side * 0.30, 0.16, -0.24)]
        shape.chain(strap, [0.055] * 3, trim, blend=0.03)
    return shape


def pencil(look: Look) -> Shape:
    """A pencil standing on its rubber."""
    paint = look.paint("#ffb81f")
    hexagon = [(math.cos(i * math.tau / 6) * 0.13, math.sin(i * math.tau / 6) * 0.13) for i in range(6)]
    shape = Shape("pencil")
    shape.cylinder((0, 0.09, 0), 0.125, 0.09, srgb("#f08fa0"), round=0.05)
    shape.cylinder(
        (0, 0.24, 0), 0.135, 0.08, STEEL, round=0.01, material=METAL, pattern=bands(DARK, (0.19, 0.21), (0.26, 0.28))
    )
    shape.prism((0, 0.82, 0), hexagon, 0.50, paint, round=0.015, rotate=(("x", 90),), material=GLOSSY)
    shape.cylinder((0, 1.46, 0), 0.122, 0.15, srgb("#efcf9f"), round=0.01, top_radius=0.045)
    return shape.cylinder((0, 1.66, 0), 0.046, 0.06, DARK, round=0.005, top_radius=0.008)


def toothbrush(look: Look) -> Shape:
    """A toothbrush with paste on it."""
    plastic = look.paint("#2f9fe0")
    shape = Shape("toothbrush")
    handle = [(0, 0.06, 0), (0, 0.5, 0.02), (0, 0.9, 0.0), (0, 1.35, 0)]
    shape.chain(handle, [0.075, 0.085, 0.05, 0.075], plastic, blend=0.05, material=GLOSSY)
    for row in range(5):
        for side in (-1, 1):
            shape.cone(
                (side * 0.035, 1.08 + row * 0.07, 0.05), (side * 0.037, 1.08 + row * 0.07, 0.20), 0.032, 0.03, WHITE
            )
    paste = [(0, 1.06, 0.22), (0.01, 1.16, 0.24), (-0.01, 1.28, 0.235), (0, 1.38, 0.22)]
    shape.chain(paste, [0.045, 0.05, 0.05, 0.03], srgb("#7fe0d0"), blend=0.03, material=GLOSSY)
    return shape.box((0, 0.42, 0.09), (0.03, 0.14, 0.012), CREAM, round=0.012)


def handbag(look: Look) -> Shape:
    """A lady's handbag with a clasp."""
    leather = look.paint("#b5324a")
    shape = Shape("handbag")
    outline = [(-0.62, 0.05), (0.62, 0.05), (0.48, 0.72), (-0.48, 0.72)]
    shape.prism((0, 0, 0), outline, 0.24, leather, round=0.12, material=Material.GLOSSY)
    flap = [(-0.50, 0.76), (0.50, 0.76), (0.44, 0.44), (0.0, 0.34), (-0.44, 0.44)]
    shape.prism((0, 0, 0.10), flap, 0.16, shade(leather, 0.85), round=0.08, material=Material.GLOSSY)
    shape.ellipsoid((0, 0.42, 0.26), (0.075, 0.06, 0.03), BRASS, material=Material.METAL)
    for z in (-0.12, 0.12):
        arch = [(math.cos(a) * 0.32, 0.70 + math.sin(a) * 0.42, z) for a in np.linspace(0, math.pi, 21)]
        shape.chain([tuple(map(float, point)) for point in arch], [0.035] * 21, shade(leather, 0.6), blend=0.0)
    for x in (-0.32, 0.32):
        shape.torus((x, 0.70, 0.13), 0.05, 0.018, BRASS, material=Material.METAL)
    return shape


def tie(look: Look) -> Shape:
    """A striped necktie, hanging."""
    silk = look.paint("#2f5fb0")
    stripe = where(lambda x, y, _z: ((x + y) * 6) % 1 < 0.28, mix(silk, CREAM, 0.75))
    shape = Shape("tie")
    blade = [(-0.10, 1.28), (0.10, 1.28), (0.24, 0.28), (0.0, 0.0), (-0.24, 0.28)]
    shape.prism((0, 0, 0), blade, 0.05, silk, round=0.045, pattern=stripe)
    knot = [(-0.16, 1.56), (0.16, 1.56), (0.10, 1.28), (-0.10, 1.28)]
    shape.prism((0, 0, 0.02), knot, 0.09, silk, round=0.08, pattern=stripe)
    for side in (-1, 1):
        loop = [
            (side * 0.26 * math.sin(a), 1.70 - 0.18 * math.cos(a), -0.12 + 0.14 * math.cos(a))
            for a in (0.35, 0.7, 1.05, 1.4, 1.75, 2.1, 2.45, 2.8, math.pi)
        ]
        shape.chain(loop, [0.055] * 9, shade(silk, 0.85), blend=0.0)
    return shape


def basket(look: Look) -> Shape:
    """A wicker basket with a handle."""
    wicker = look.paint("#c08a4a")
    shape = Shape("basket")
    profile = [(0.0, 0.05), (0.42, 0.05), (0.52, 0.30), (0.60, 0.56)]
    shape.lathe((0, 0, 0), profile, 0.05, wicker, pattern=_weave)
    for y, radius in ((0.58, 0.60), (0.05, 0.42)):
        shape.torus((0, y, 0), radius, 0.06, shade(wicker, 0.8), rotate=(("x", 90),))
    arch = [(math.cos(a) * 0.60, 0.56 + math.sin(a) * 0.62, 0) for a in np.linspace(0, math.pi, 25)]
    shape.chain([tuple(map(float, point)) for point in arch], [0.05] * 25, shade(wicker, 0.8), blend=0.0)
    cloth = srgb("#d8433a")
    checks = where(lambda x, _y, z: ((x * 9 // 1) + (z * 9 // 1)) % 2 < 1, CREAM)
    for index in range(9):
        angle = index * math.tau / 9
        at = (math.cos(angle) * 0.36, 0.56, math.sin(angle) * 0.36)
        shape.ellipsoid(at, (0.25, 0.12, 0.25), cloth, blend=0.08, pattern=checks)
    return shape.ellipsoid((0, 0.58, 0), (0.42, 0.12, 0.42), cloth, blend=0.08, pattern=checks)


def _weave(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    woven = np.sin(around(x, z) * 26) * np.sin(y * 48) > 0
    return toned(base, np.where(woven, 1.12, 0.74))
