"""What stands beside a road."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, DARK, IRON, RED, SNOW, STEEL, WHITE, Color, shade
from cavendish.clay.objects.patterns import grain, snow_cap
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["fence", "fire_hydrant", "mailbox", "parking_meter", "stop_sign", "street_lamp", "traffic_light"]

GLOSSY = Material.GLOSSY
METAL = Material.METAL


def traffic_light(look: Look) -> Shape:
    """A traffic light on its post, showing red."""
    body = look.paint("#2c2f36")
    shape = Shape("traffic light")
    shape.cone((0, 0.05, 0), (0, 1.0, 0), 0.065, 0.065, srgb("#4a4e57"))
    shape.cylinder((0, 0.05, 0), 0.24, 0.05, srgb("#4a4e57"))
    shape.box((0, 1.62, 0), (0.29, 0.68, 0.20), body, round=0.09, material=GLOSSY)
    for y, code, power in ((2.04, "#ff2d20", 2.2), (1.62, "#ffb300", 0.5), (1.20, "#1fd655", 0.5)):
        on = power > 1
        lamp = srgb(code) * power
        shape.ellipsoid((0, y, 0.18), (0.17, 0.17, 0.07), lamp, material=Material.EMISSIVE if on else GLOSSY)
        shape.torus((0, y, 0.20), 0.18, 0.03, BLACK)
        shape.ellipsoid((0, y + 0.13, 0.27), (0.19, 0.035, 0.12), BLACK)
    return shape


def stop_sign(look: Look) -> Shape:
    """An octagonal stop sign."""
    from cavendish.clay.sculpt import letters

    face = look.paint("#cf1f27")
    shape = Shape("stop sign")
    shape.cylinder((0, 0.04, 0), 0.20, 0.04, IRON)
    shape.cone((0, 0.03, 0), (0, 1.5, 0), 0.045, 0.045, STEEL, material=METAL)
    octagon = [(math.cos(math.radians(22.5 + 45 * i)), math.sin(math.radians(22.5 + 45 * i))) for i in range(8)]
    for radius, depth, color in ((0.52, 0.045, WHITE), (0.475, 0.055, face)):
        outline = [(x * radius, y * radius) for x, y in octagon]
        shape.prism((0, 1.55, 0.05), outline, depth, color, material=GLOSSY)
    return shape.merge(letters(look.text or "STOP", width=0.78, height=0.34, color=WHITE), (0, 1.55, 0.085))


def fire_hydrant(look: Look) -> Shape:
    """A stout hydrant with three outlets."""
    paint = look.paint("#d5322c")
    dark = shade(paint, 0.75)
    shape = Shape("fire hydrant")
    shape.cylinder((0, 0.06, 0), 0.36, 0.06, dark, material=GLOSSY)
    shape.cylinder((0, 0.48, 0), 0.26, 0.42, paint, round=0.04, top_radius=0.24, material=GLOSSY)
    for y in (0.14, 0.86):
        shape.cylinder((0, y, 0), 0.32, 0.045, dark, round=0.03, material=GLOSSY)
    shape.ellipsoid((0, 0.92, 0), (0.27, 0.24, 0.27), paint, material=GLOSSY)
    shape.cylinder((0, 1.18, 0), 0.07, 0.07, dark, round=0.02, material=GLOSSY)
    shape.cylinder((0, 0.58, 0.27), 0.15, 0.10, paint, rotate=(("x", 90),), blend=0.03, material=GLOSSY)
    shape.cylinder((0, 0.58, 0.38), 0.17, 0.035, dark, rotate=(("x", 90),), material=GLOSSY)
    shape.ellipsoid((0, 0.58, 0.42), (0.06, 0.06, 0.03), STEEL, material=METAL)
    for side in (-1, 1):
        shape.cylinder((side * 0.28, 0.64, 0), 0.10, 0.09, paint, rotate=(("z", 90),), blend=0.03, material=GLOSSY)
        shape.cylinder((side * 0.37, 0.64, 0), 0.12, 0.03, dark, rotate=(("z", 90),), material=GLOSSY)
    return shape


def parking_meter(look: Look) -> Shape:
    """A parking meter with a dial."""
    body = look.paint("#7d8894")
    shape = Shape("parking meter")
    shape.cylinder((0, 0.04, 0), 0.2, 0.04, IRON)
    shape.cone((0, 0.03, 0), (0, 1.1, 0), 0.055, 0.055, IRON)
    shape.box((0, 1.28, 0), (0.22, 0.24, 0.13), body, round=0.08, material=GLOSSY)
    shape.ellipsoid((0, 1.52, 0), (0.23, 0.21, 0.135), body, blend=0.05, material=GLOSSY)
    shape.ellipsoid((0, 1.52, 0.09), (0.16, 0.14, 0.07), CREAM, material=GLOSSY)
    shape.cone((0, 1.47, 0.165), (0.06, 1.59, 0.15), 0.012, 0.008, RED)
    shape.box((0, 1.20, 0.125), (0.11, 0.06, 0.02), DARK, round=0.015)
    shape.cylinder((0.0, 1.33, 0.13), 0.045, 0.02, STEEL, rotate=(("x", 90),), material=METAL)
    return shape


def street_lamp(look: Look) -> Shape:
    """An old-fashioned lantern on a cast-iron post."""
    iron = look.paint("#2f3a40")
    glow = srgb("#ffc46a") * 3.2 if look.lit else srgb("#fff0cf")
    shape = Shape("street lamp")
    shape.cylinder((0, 0.07, 0), 0.19, 0.07, iron, round=0.03, top_radius=0.15)
    shape.cylinder((0, 0.24, 0), 0.11, 0.14, iron, round=0.03, top_radius=0.06)
    shape.cone((0, 0.2, 0), (0, 1.62, 0), 0.048, 0.038, iron)
    shape.torus((0, 1.2, 0), 0.05, 0.025, iron, rotate=(("x", 90),))
    shape.cone((-0.16, 1.45, 0), (0.16, 1.45, 0), 0.02, 0.02, iron)
    shape.cylinder((0, 1.66, 0), 0.08, 0.04, iron, top_radius=0.14)
    material = Material.EMISSIVE if look.lit else GLOSSY
    shape.cylinder((0, 1.86, 0), 0.11, 0.17, glow, round=0.03, top_radius=0.17, material=material)
    for index in range(4):
        angle = math.radians(45 + 90 * index)
        c, s = math.cos(angle), math.sin(angle)
        shape.cone((c * 0.12, 1.69, s * 0.12), (c * 0.175, 2.04, s * 0.175), 0.016, 0.016, iron)
    roof: Color = SNOW if look.snowy else iron
    shape.cylinder((0, 2.11, 0), 0.22, 0.075, roof, round=0.03, top_radius=0.06)
    shape.ellipsoid((0, 2.22, 0), 0.05, roof)
    return shape


def mailbox(look: Look) -> Shape:
    """A mailbox with its flag up, on a wooden post; its door looks along +z."""
    paint = look.paint("#2f6fb5")
    shape = Shape("mailbox")
    shape.box((0, 0.45, 0), (0.075, 0.45, 0.075), srgb("#8b5a33"), pattern=grain)
    shape.box((0, 0.98, 0), (0.19, 0.13, 0.36), paint, round=0.03, material=GLOSSY)
    shape.cylinder((0, 1.10, 0), 0.19, 0.36, paint, rotate=(("x", 90),), round=0.03, material=GLOSSY)
    shape.box((0, 0.99, 0.36), (0.165, 0.13, 0.015), shade(paint, 0.8), round=0.01, material=GLOSSY)
    shape.box((0, 1.17, 0.375), (0.05, 0.02, 0.02), STEEL, round=0.01, material=METAL)
    shape.box((0.21, 1.14, 0.05), (0.015, 0.16, 0.025), RED, round=0.01)
    shape.box((0.21, 1.27, -0.03), (0.015, 0.06, 0.10), RED, round=0.01)
    return shape


def fence(look: Look) -> Shape:
    """A picket fence."""
    wood = look.paint("#f3efe4")
    coat = snow_cap(above=0.72, depth=0.06) if look.snowy else None
    shape = Shape("fence")
    for y in (0.28, 0.62):
        shape.box((0, y, -0.04), (1.0, 0.05, 0.025), shade(wood, 0.9), round=0.01)
    for index in range(9):
        x = -0.88 + index * 0.22
        picket = [(x - 0.07, 0.0), (x + 0.07, 0.0), (x + 0.07, 0.74), (x, 0.86), (x - 0.07, 0.74)]
        shape.prism((0, 0, 0), picket, 0.025, wood, round=0.012, pattern=coat)
    return shape
