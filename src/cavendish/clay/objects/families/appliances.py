"""Appliances of kitchen and bath; their fronts look at +z."""

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, DARK, STEEL, WHITE, mix, shade
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["hair_drier", "oven", "sink", "toaster"]

GLOSSY = Material.GLOSSY
METAL = Material.METAL


def oven(look: Look) -> Shape:
    """A kitchen stove with four rings and a glowing oven."""
    enamel = look.paint("#e9e4da")
    shape = Shape("oven")
    shape.box((0, 0.62, 0), (0.62, 0.58, 0.50), enamel, round=0.06, material=GLOSSY)
    shape.box((0, 1.22, 0), (0.63, 0.03, 0.51), DARK, round=0.02, material=GLOSSY)
    shape.box((0, 1.38, -0.44), (0.62, 0.15, 0.06), enamel, round=0.04, material=GLOSSY)
    shape.box((0, 1.39, -0.375), (0.14, 0.06, 0.01), srgb("#4fe08a") * 1.1, round=0.008, material=Material.EMISSIVE)
    for x in (-0.30, 0.30):
        for z in (-0.20, 0.22):
            for radius in (0.15, 0.09):
                shape.torus((x, 1.255, z), radius, 0.022, BLACK, rotate=(("x", 90),))
    for index in range(4):
        x = -0.42 + index * 0.28
        shape.cylinder((x, 1.07, 0.50), 0.06, 0.035, DARK, rotate=(("x", 90),), material=GLOSSY)
        shape.box((x, 1.10, 0.54), (0.008, 0.025, 0.006), WHITE, round=0.003)
    shape.box((0, 0.52, 0.49), (0.54, 0.40, 0.03), mix(enamel, BLACK, 0.12), round=0.03, material=GLOSSY)
    shape.box((0, 0.46, 0.51), (0.40, 0.24, 0.02), srgb("#d8722a") * 0.7, round=0.03, material=GLOSSY)
    shape.cone((-0.42, 0.84, 0.58), (0.42, 0.84, 0.58), 0.03, 0.03, STEEL, material=METAL)
    return shape.box((0, 0.03, 0), (0.56, 0.05, 0.44), DARK, round=0.02)


def toaster(look: Look) -> Shape:
    """A toaster with two slices."""
    body = look.paint("#d9dde3")
    shape = Shape("toaster")
    metal = METAL if look.color is None else GLOSSY
    shape.box((0, 0.42, 0), (0.58, 0.36, 0.34), body, round=0.16, material=metal)
    shape.box((0, 0.07, 0), (0.54, 0.07, 0.31), DARK, round=0.04)
    for z in (-0.12, 0.12):
        shape.box((0, 0.77, z), (0.42, 0.04, 0.06), BLACK, round=0.02)
        shape.box((0, 0.86, z), (0.34, 0.20, 0.045), srgb("#c9853f"), round=0.04)
        shape.box((0, 0.87, z + 0.004), (0.29, 0.155, 0.045), srgb("#f0cf94"), round=0.03)
    shape.box((0.60, 0.52, 0), (0.03, 0.16, 0.02), BLACK, round=0.015)
    shape.box((0.64, 0.58, 0), (0.06, 0.03, 0.08), DARK, round=0.025)
    return shape.cylinder((0.40, 0.25, 0.33), 0.05, 0.03, CREAM, rotate=(("x", 90),), material=GLOSSY)


def sink(look: Look) -> Shape:
    """A wash basin on its column, with a tap."""
    china = look.paint("#f3f2ee")
    shape = Shape("sink")
    shape.cylinder((0, 0.40, -0.05), 0.20, 0.40, china, round=0.05, top_radius=0.15, material=GLOSSY)
    shape.ellipsoid((0, 0.92, 0), (0.62, 0.22, 0.46), china, blend=0.12, material=GLOSSY)
    shape.box((0, 0.94, -0.30), (0.62, 0.12, 0.18), china, round=0.08, blend=0.04, material=GLOSSY)
    shape.box((0, 1.26, 0), (0.9, 0.20, 0.7), china, round=0.0, op="subtract")
    shape.ellipsoid((0, 1.06, 0.08), (0.46, 0.22, 0.29), china, op="subtract")
    shape.ellipsoid((0, 0.90, 0.08), (0.37, 0.03, 0.23), srgb("#9fd5ea"), material=GLOSSY)
    tap = [(0, 1.02, -0.34), (0, 1.30, -0.34), (0, 1.38, -0.24), (0, 1.34, -0.08), (0, 1.26, -0.06)]
    shape.chain(tap, [0.055, 0.045, 0.045, 0.042, 0.042], STEEL, blend=0.02, material=METAL)
    for side in (-1, 1):
        shape.cylinder((side * 0.24, 1.09, -0.34), 0.04, 0.05, STEEL, material=METAL)
        shape.ellipsoid((side * 0.24, 1.16, -0.34), (0.09, 0.04, 0.09), STEEL, material=METAL)
    return shape


def hair_drier(look: Look) -> Shape:
    """A hair drier standing on its handle."""
    body = look.paint("#e0528a")
    shape = Shape("hair drier")
    shape.cone((-0.12, 0.92, 0), (0.34, 0.92, 0), 0.28, 0.21, body, material=GLOSSY)
    shape.cylinder((0.55, 0.92, 0), 0.21, 0.10, DARK, rotate=(("z", -90),), top_radius=0.16)
    shape.box((0.72, 0.92, 0), (0.09, 0.19, 0.075), DARK, round=0.03)
    shape.cone((-0.06, 0.74, 0), (-0.16, 0.12, 0), 0.13, 0.10, body, blend=0.08, material=GLOSSY)
    shape.ellipsoid((-0.16, 0.05, 0), (0.15, 0.05, 0.13), shade(body, 0.6))
    for index in range(4):
        shape.torus((-0.38, 0.92, 0), 0.045 + index * 0.045, 0.010, DARK, rotate=(("y", 90),))
    for y in (0.48, 0.38):
        shape.box((-0.02, y, 0), (0.045, 0.032, 0.05), CREAM, round=0.02)
    return shape
