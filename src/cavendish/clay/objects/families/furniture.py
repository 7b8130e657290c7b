"""Furniture."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, CREAM, IRON, RED, WHITE, mix, shade
from cavendish.clay.objects.patterns import grain
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["bed", "bench", "bookshelf", "chair", "clock", "couch", "lamp", "table"]

GLOSSY = Material.GLOSSY


def chair(look: Look) -> Shape:
    """A kitchen chair with a cushion."""
    wood = look.paint("#a8642e")
    cushion = mix(wood, CREAM, 0.7) if look.color is not None else srgb("#d9564a")
    shape = Shape("chair")
    shape.box((0, 0.70, 0), (0.43, 0.05, 0.41), wood, round=0.04, pattern=grain)
    shape.box((0, 0.77, 0.01), (0.36, 0.06, 0.34), cushion, round=0.06)
    for x in (-0.35, 0.35):
        shape.cone((x, 0.68, 0.33), (x * 1.06, 0.05, 0.36), 0.055, 0.04, wood)
        shape.cone((x * 1.04, 0.05, -0.38), (x, 0.70, -0.33), 0.04, 0.055, wood)
        shape.cone((x, 0.70, -0.34), (x * 0.98, 1.64, -0.47), 0.055, 0.05, wood)
        shape.cone((x, 0.36, 0.34), (x, 0.36, -0.35), 0.026, 0.026, wood)
    for y in (1.04, 1.28):
        shape.box((0, y, -0.39 - (y - 1.05) * 0.12), (0.33, 0.05, 0.025), shade(wood, 0.92), round=0.02, pattern=grain)
    shape.box((0, 1.54, -0.455), (0.40, 0.12, 0.035), wood, round=0.035, pattern=grain)
    return shape


def bench(look: Look) -> Shape:
    """A park bench: boards on cast iron."""
    wood = look.paint("#a8703f")
    shape = Shape("bench")
    for index in range(3):
        shape.box((0, 0.55, -0.14 + index * 0.175), (1.05, 0.035, 0.075), wood, round=0.025, pattern=grain)
        shape.box((0, 0.78 + index * 0.18, -0.30 - index * 0.035), (1.05, 0.07, 0.03), wood, round=0.025, pattern=grain)
    for side in (-1, 1):
        x = side * 0.85
        frame = [(x, 0.05, 0.28), (x, 0.50, 0.24), (x, 0.50, -0.24), (x, 1.24, -0.42)]
        shape.chain(frame, [0.05] * 4, IRON, blend=0.02)
        shape.cone((x, 0.5, -0.22), (x, 0.05, -0.36), 0.05, 0.05, IRON)
        arm = [(x, 0.50, 0.24), (x, 0.82, 0.26), (x, 0.84, -0.30)]
        shape.chain(arm, [0.035, 0.04, 0.04], IRON, blend=0.03)
    return shape


def couch(look: Look) -> Shape:
    """A plump two-seater with cushions."""
    cloth = look.paint("#2a9d8f")
    shape = Shape("couch")
    shape.box((0, 0.36, 0), (1.15, 0.22, 0.48), cloth, round=0.10)
    shape.box((0, 0.80, -0.38), (1.15, 0.46, 0.17), cloth, round=0.15)
    for side in (-1, 1):
        shape.box((side * 1.12, 0.55, 0.02), (0.17, 0.36, 0.50), shade(cloth, 0.92), round=0.15)
        shape.box((side * 0.48, 0.60, 0.06), (0.48, 0.13, 0.42), shade(cloth, 1.12), round=0.10)
        shape.box((side * 0.49, 0.94, -0.22), (0.46, 0.28, 0.12), shade(cloth, 1.12), round=0.11, rotate=(("x", -10),))
        for z in (-0.36, 0.36):
            shape.cone((side * 1.0, 0.2, z), (side * 1.04, 0.04, z), 0.055, 0.04, srgb("#6b4226"))
    shape.box((-0.72, 0.92, 0.0), (0.22, 0.22, 0.09), srgb("#f2b84a"), round=0.09, rotate=(("x", -22), ("z", 14)))
    return shape


def table(look: Look) -> Shape:
    """A sturdy wooden table."""
    wood = look.paint("#a8682f")
    shape = Shape("table")
    shape.box((0, 0.98, 0), (1.1, 0.055, 0.66), wood, round=0.04, pattern=grain)
    shape.box((0, 0.86, 0), (0.96, 0.09, 0.53), shade(wood, 0.85), round=0.02, pattern=grain)
    for x in (-0.92, 0.92):
        for z in (-0.50, 0.50):
            shape.cone((x, 0.86, z), (x * 1.02, 0.055, z * 1.02), 0.085, 0.05, wood)
    return shape


def bed(look: Look) -> Shape:
    """A bed with pillows and a quilt; its foot looks at +z."""
    quilt = look.paint("#4a7fc1")
    wood = srgb("#9a643a") if look.color is None else shade(quilt, 0.85)
    shape = Shape("bed")
    shape.box((0, 0.28, 0), (0.82, 0.12, 1.15), wood, round=0.04, pattern=grain)
    shape.box((0, 0.62, -1.15), (0.86, 0.52, 0.07), wood, round=0.07, pattern=grain)
    shape.box((0, 0.40, 1.15), (0.86, 0.28, 0.06), wood, round=0.06, pattern=grain)
    shape.box((0, 0.46, 0), (0.78, 0.14, 1.08), WHITE, round=0.08)
    shape.box((0, 0.53, 0.28), (0.82, 0.13, 0.84), quilt, round=0.12)
    shape.box((0, 0.655, -0.50), (0.80, 0.05, 0.12), mix(quilt, WHITE, 0.7), round=0.05)
    for x in (-0.38, 0.38):
        shape.box((x, 0.68, -0.84), (0.33, 0.11, 0.20), WHITE, round=0.11, rotate=(("x", 14),))
    for x in (-0.78, 0.78):
        for z in (-1.12, 1.12):
            shape.cylinder((x, 0.09, z), 0.06, 0.09, wood)
    return shape


def lamp(look: Look) -> Shape:
    """A table lamp with a pleated shade, switched on."""
    cloth = look.paint("#f3d9a4")
    glow = 1.9 if look.lit else 1.45
    shape = Shape("lamp")
    shape.cylinder((0, 0.04, 0), 0.30, 0.04, BRASS, material=Material.METAL)
    glaze = srgb("#3f7f8f")
    shape.ellipsoid((0, 0.30, 0), (0.23, 0.23, 0.23), glaze, material=GLOSSY)
    shape.cone((0, 0.40, 0), (0, 0.60, 0), 0.12, 0.06, glaze, blend=0.12, material=GLOSSY)
    shape.cone((0, 0.55, 0), (0, 0.85, 0), 0.03, 0.03, BRASS, material=Material.METAL)
    shape.cylinder((0, 1.02, 0), 0.46, 0.27, cloth * glow, round=0.02, top_radius=0.27, material=Material.EMISSIVE)
    for y, radius in ((0.76, 0.455), (1.29, 0.27)):
        shape.torus((0, y, 0), radius, 0.02, shade(cloth, 0.7), rotate=(("x", 90),))
    return shape


def bookshelf(look: Look) -> Shape:
    """A shelf full of books."""
    wood = look.paint("#8f5a32")
    shape = Shape("bookshelf")
    for x in (-0.68, 0.68):
        shape.box((x, 0.95, 0), (0.045, 0.95, 0.24), wood, round=0.02, pattern=grain)
    shape.box((0, 0.95, -0.21), (0.68, 0.93, 0.02), shade(wood, 0.6), round=0.01)
    spines = ("#b3362b", "#2f6fa5", "#d9a13a", "#4a8a4f", "#7a4a8a", "#d9d0bb", "#c9683f")
    for level in range(5):
        y = 0.06 + level * 0.46
        shape.box((0, y, 0), (0.68, 0.035, 0.24), wood, round=0.02, pattern=grain)
        if level == 4:
            continue
        x, index = -0.58, 0
        while x < 0.56:
            number = level * 13 + index * 5
            half, tall = 0.035 + 0.014 * (number % 3), 0.13 + 0.018 * (number % 4)
            lean = 10.0 if (number % 11) == 5 else 0.0
            shape.box(
                (x + half, y + 0.035 + tall, 0.03),
                (half, tall, 0.15),
                srgb(spines[number % 7]),
                round=0.012,
                rotate=(("z", lean),),
            )
            x, index = x + 2 * half + (0.03 if lean else 0.008), index + 1
    return shape


def clock(look: Look) -> Shape:
    """An alarm clock with two bells."""
    body = look.paint("#d9483b")
    bell = BRASS if look.color is None else shade(body, 0.85)
    flat = (("x", 90.0),)
    shape = Shape("clock")
    shape.cylinder((0, 0.52, 0), 0.42, 0.14, body, round=0.06, rotate=flat, material=GLOSSY)
    shape.cylinder((0, 0.52, 0.10), 0.36, 0.06, CREAM, round=0.02, rotate=flat)
    for hour in range(12):
        angle = hour * math.tau / 12
        at = (math.sin(angle) * 0.29, 0.52 + math.cos(angle) * 0.29, 0.16)
        shape.ellipsoid(at, 0.028 if hour % 3 == 0 else 0.017, BLACK)
    shape.cone((0, 0.52, 0.175), (-0.12, 0.64, 0.175), 0.024, 0.016, BLACK)
    shape.cone((0, 0.52, 0.18), (0.12, 0.73, 0.18), 0.018, 0.012, BLACK)
    shape.ellipsoid((0, 0.52, 0.185), 0.035, RED)
    for side in (-1, 1):
        shape.ellipsoid(
            (side * 0.24, 0.95, 0), (0.17, 0.13, 0.15), bell, rotate=(("z", -side * 30),), material=Material.METAL
        )
        shape.cone((side * 0.26, 0.2, 0), (side * 0.36, 0.05, 0.04), 0.05, 0.045, shade(body, 0.7))
    shape.cone((0, 0.92, 0), (0, 1.05, 0), 0.025, 0.025, BRASS, material=Material.METAL)
    shape.ellipsoid((0, 1.08, 0), (0.06, 0.045, 0.045), BRASS, material=Material.METAL)
    return shape
