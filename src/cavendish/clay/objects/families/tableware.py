"""What stands on a table and is not eaten."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, CREAM, STEEL, WHITE, mix, shade
from cavendish.clay.objects.patterns import bands
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = [
    "bottle",
    "bowl",
    "candle",
    "cup",
    "fork",
    "glass",
    "knife",
    "mug",
    "plate",
    "spoon",
    "teapot",
    "vase",
    "wine_glass",
]

GLOSSY = Material.GLOSSY
COFFEE = srgb("#4a2a16")


def cup(look: Look) -> Shape:
    """A cup of coffee, its handle to the right."""
    glaze = look.paint("#2f6fd0")
    shape = Shape("cup")
    shape.torus((0.37, 0.38, 0), 0.165, 0.045, glaze, material=GLOSSY)
    shape.cylinder((0, 0.36, 0), 0.27, 0.36, glaze, round=0.05, top_radius=0.33, blend=0.04, material=GLOSSY)
    shape.cylinder((0, 0.46, 0), 0.245, 0.37, shade(glaze, 1.1), round=0.03, top_radius=0.295, op="subtract")
    shape.torus((0, 0.705, 0), 0.312, 0.026, glaze, rotate=(("x", 90),), blend=0.02, material=GLOSSY)
    shape.cylinder((0, 0.60, 0), 0.288, 0.012, COFFEE, round=0.005, material=GLOSSY)
    shape.cylinder((0, 0.03, 0), 0.235, 0.03, shade(glaze, 0.85), round=0.02, material=GLOSSY)
    return shape


def mug(look: Look) -> Shape:
    """A straight mug with a band, full of cocoa."""
    glaze = look.paint("#d9483b")
    stripe = bands(CREAM, (0.16, 0.24))
    shape = Shape("mug")
    shape.torus((0.34, 0.40, 0), 0.19, 0.052, glaze, material=GLOSSY)
    shape.cylinder((0, 0.41, 0), 0.33, 0.41, glaze, round=0.05, blend=0.04, material=GLOSSY, pattern=stripe)
    shape.cylinder((0, 0.52, 0), 0.285, 0.42, glaze, round=0.03, op="subtract")
    shape.torus((0, 0.80, 0), 0.307, 0.026, glaze, rotate=(("x", 90),), blend=0.02, material=GLOSSY)
    shape.cylinder((0, 0.69, 0), 0.286, 0.012, COFFEE, round=0.005, material=GLOSSY)
    for x, z in ((0.08, 0.06), (-0.1, 0.1), (-0.02, -0.1)):
        shape.box((x, 0.725, z), (0.06, 0.035, 0.06), WHITE, round=0.03, rotate=(("y", x * 300),))
    return shape


def teapot(look: Look) -> Shape:
    """A round teapot, its spout to the right."""
    glaze = look.paint("#3d8f86")
    shape = Shape("teapot")
    shape.ellipsoid((0, 0.42, 0), (0.50, 0.42, 0.48), glaze, material=GLOSSY)
    spout = [(0.38, 0.32, 0), (0.64, 0.42, 0), (0.78, 0.72, 0)]
    shape.chain(spout, [0.15, 0.10, 0.065], glaze, blend=0.07, material=GLOSSY)
    shape.torus((-0.54, 0.46, 0), 0.22, 0.05, glaze, blend=0.04, material=GLOSSY)
    shape.cylinder((0, 0.81, 0), 0.24, 0.03, shade(glaze, 0.85), round=0.02, material=GLOSSY)
    shape.ellipsoid((0, 0.83, 0), (0.22, 0.08, 0.22), glaze, blend=0.02, material=GLOSSY)
    shape.ellipsoid((0, 0.95, 0), 0.065, BRASS, blend=0.02, material=Material.METAL)
    shape.cylinder((0, 0.03, 0), 0.27, 0.03, shade(glaze, 0.8), round=0.02, material=GLOSSY)
    return shape


def glass(look: Look) -> Shape:
    """A tumbler of juice with a straw."""
    juice = look.paint("#ff9d2e")
    pale = srgb("#dcecf2")
    shape = Shape("glass")
    shape.cylinder((0, 0.40, 0), 0.27, 0.40, pale, round=0.05, top_radius=0.33, material=Material.GLASS)
    shape.cylinder((0, 0.36, 0), 0.275, 0.28, juice, round=0.02, top_radius=0.325, material=GLOSSY)
    shape.cylinder((0, 0.74, 0), 0.295, 0.12, pale, round=0.01, top_radius=0.31, op="subtract")
    shape.cylinder((0, 0.62, 0), 0.30, 0.02, juice, round=0.005, material=GLOSSY)
    shape.chain([(0.02, 0.35, 0.04), (0.17, 0.98, 0.02), (0.32, 1.06, 0.0)], [0.028] * 3, srgb("#e23b5a"), blend=0.0)
    shape.cylinder((-0.28, 0.80, 0.12), 0.14, 0.022, srgb("#ffc93c"), rotate=(("x", 90),), material=GLOSSY)
    return shape


def wine_glass(look: Look) -> Shape:
    """A glass of red wine on its stem."""
    wine = look.paint("#7b1230")
    clear = srgb("#dfeaf2") if look.color is None else mix(srgb("#dfeaf2"), wine, 0.5)
    shape = Shape("wine glass")
    foot = [(0.0, 0.025), (0.27, 0.025), (0.06, 0.07), (0.032, 0.14), (0.03, 0.55), (0.10, 0.61)]
    bowl = [(0.10, 0.61), (0.25, 0.74), (0.315, 0.93), (0.30, 1.12), (0.27, 1.26)]
    shape.ellipsoid((0, 0.88, 0), (0.315, 0.27, 0.315), wine, material=GLOSSY)
    shape.box((0, 1.33, 0), (0.5, 0.40, 0.5), shade(wine, 1.4), round=0.0, op="subtract")
    shape.lathe((0, 0, 0), foot, 0.02, clear, material=Material.GLASS)
    return shape.lathe((0, 0, 0), bowl, 0.014, clear, material=Material.GLASS)


def bottle(look: Look) -> Shape:
    """A corked bottle with a label."""
    body = look.paint("#2f8f4e")
    shape = Shape("bottle")
    shape.cylinder((0, 0.43, 0), 0.28, 0.43, body, round=0.05, material=GLOSSY)
    shape.ellipsoid((0, 0.86, 0), (0.275, 0.22, 0.275), body, blend=0.06, material=GLOSSY)
    shape.cylinder((0, 1.20, 0), 0.12, 0.28, body, round=0.03, top_radius=0.09, blend=0.10, material=GLOSSY)
    shape.torus((0, 1.42, 0), 0.095, 0.03, body, rotate=(("x", 90),), blend=0.02, material=GLOSSY)
    shape.cylinder((0, 1.52, 0), 0.075, 0.07, srgb("#c08a55"), round=0.02)
    shape.cylinder((0, 0.50, 0), 0.287, 0.22, CREAM, round=0.01)
    if not look.text:
        shape.cylinder((0, 0.50, 0), 0.292, 0.05, srgb("#c0392b"), round=0.01)
    return shape


def bowl(look: Look) -> Shape:
    """A wide bowl."""
    glaze = look.paint("#e9e2d3")
    profile = [(0.0, 0.06), (0.2, 0.06), (0.36, 0.14), (0.50, 0.30), (0.57, 0.48)]
    shape = Shape("bowl")
    shape.lathe((0, 0, 0), profile, 0.035, glaze, material=GLOSSY, pattern=bands(srgb("#3d78c2"), (0.40, 0.45)))
    shape.cylinder((0, 0.04, 0), 0.22, 0.04, shade(glaze, 0.9), round=0.02, material=GLOSSY)
    return shape


def plate(look: Look) -> Shape:
    """A plate with a rim."""
    glaze = look.paint("#f1ede3")
    shape = Shape("plate")
    profile = [(0.0, 0.04), (0.42, 0.04), (0.52, 0.09), (0.70, 0.13)]
    shape.lathe((0, 0, 0), profile, 0.028, glaze, material=GLOSSY)
    shape.torus((0, 0.128, 0), 0.62, 0.02, srgb("#3d78c2"), rotate=(("x", 90),), blend=0.0, material=GLOSSY)
    return shape


def _handle(shape: Shape) -> None:
    """The lower half that fork, knife and spoon share; they stand upright on their end."""
    shape.cone((0, 0.07, 0), (0, 0.75, 0), 0.07, 0.035, STEEL, material=Material.METAL)


def spoon(look: Look) -> Shape:
    """A spoon that stands on its handle."""
    steel = look.paint("#c9ccd2")
    shape = Shape("spoon")
    _handle(shape)
    shape.ellipsoid((0, 1.0, -0.02), (0.20, 0.28, 0.09), steel, blend=0.06, material=Material.METAL)
    return shape.ellipsoid((0, 1.0, 0.09), (0.165, 0.245, 0.075), shade(steel, 0.82), op="subtract")


def fork(look: Look) -> Shape:
    """A fork that stands on its handle."""
    steel = look.paint("#c9ccd2")
    shape = Shape("fork")
    _handle(shape)
    half = [(0.0, 0.70), (0.045, 0.72), (0.13, 0.82), (0.175, 0.94), (0.18, 1.05)]
    for index in range(4):
        x = 0.1425 - index * 0.095
        half += [(x + 0.026, 1.06), (x + 0.018, 1.34), (x - 0.018, 1.34), (x - 0.026, 1.06), (x - 0.0475, 1.02)]
    half[-1:] = [(-0.18, 1.05), (-0.175, 0.94), (-0.13, 0.82), (-0.045, 0.72)]
    return shape.prism((0, 0, 0), half, 0.042, steel, round=0.024, material=Material.METAL)


def knife(look: Look) -> Shape:
    """A kitchen knife that stands on its handle."""
    handle = look.paint("#3a2a22")
    blade = [(-0.10, 0.50), (0.10, 0.50), (0.13, 0.8), (0.10, 1.15), (-0.10, 1.42)]
    shape = Shape("knife")
    shape.prism((0, 0, 0), blade, 0.03, STEEL, round=0.015, material=Material.METAL)
    shape.box((-0.01, 0.25, 0), (0.085, 0.25, 0.06), handle, round=0.05)
    shape.box((0, 0.50, 0), (0.11, 0.03, 0.065), STEEL, round=0.02, material=Material.METAL)
    for y in (0.16, 0.36):
        shape.ellipsoid((-0.01, y, 0.055), 0.022, BRASS, material=Material.METAL)
    return shape


def vase(look: Look) -> Shape:
    """A belly vase with painted bands."""
    glaze = look.paint("#3f7fbf")
    profile = [
        (0.0, 0.04),
        (0.22, 0.04),
        (0.36, 0.35),
        (0.38, 0.62),
        (0.26, 0.95),
        (0.15, 1.12),
        (0.17, 1.24),
        (0.24, 1.32),
    ]
    shape = Shape("vase")
    shape.lathe((0, 0, 0), profile, 0.036, glaze, material=GLOSSY, pattern=bands(CREAM, (0.66, 0.79), (0.32, 0.38)))
    return shape


def candle(look: Look) -> Shape:
    """A burning candle in its holder."""
    wax = look.paint("#f6ecd2")
    shape = Shape("candle")
    shape.lathe((0, 0, 0), [(0.0, 0.03), (0.30, 0.03), (0.38, 0.10)], 0.03, BRASS, material=Material.METAL)
    shape.torus((0.40, 0.14, 0), 0.10, 0.028, BRASS, material=Material.METAL)
    shape.cylinder((0, 0.45, 0), 0.16, 0.42, wax, round=0.03)
    for index in range(5):
        angle = index * math.tau / 5 + 0.4
        length = 0.12 + 0.1 * (index % 3)
        c, s = math.cos(angle) * 0.15, math.sin(angle) * 0.15
        shape.cone((c, 0.84, s), (c * 1.06, 0.84 - length, s * 1.06), 0.03, 0.04, wax, blend=0.03)
    shape.cone((0, 0.84, 0), (0.01, 0.96, 0), 0.012, 0.010, BLACK)
    shape.ellipsoid((0, 1.02, 0), (0.065, 0.09, 0.065), srgb("#ffb02e") * 3, material=Material.EMISSIVE)
    shape.cone((0, 1.02, 0), (0, 1.19, 0), 0.055, 0.01, srgb("#ffcf5a") * 3, blend=0.05, material=Material.EMISSIVE)
    return shape
