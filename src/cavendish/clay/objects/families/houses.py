"""Houses and other roofs to live under; their front looks at +z."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BRASS, CREAM, DARK, SNOW, WHITE, WOOD, Color, mix, shade
from cavendish.clay.objects.patterns import grain, toned
from cavendish.clay.sculpt import Floats, Material, Shape, noise, srgb

__all__ = ["barn", "church", "house", "igloo", "tent"]

GLOSSY = Material.GLOSSY
LAMP_LIGHT = srgb("#ffc25a") * 2.6


def _pane(look: Look) -> tuple[Color, Material]:
    return (LAMP_LIGHT, Material.EMISSIVE) if look.lit else (srgb("#8fc3e6"), GLOSSY)


def _window(shape: Shape, look: Look, at: tuple[float, float, float], half: float, *, yaw: float = 0.0) -> None:
    """A framed window with a cross and a sill in a wall that looks at +z, turned by `yaw` about y."""
    color, material = _pane(look)
    window = Shape("window")
    window.box((0, 0, 0), (half + 0.045, half + 0.045, 0.03), WHITE, round=0.012)
    window.box((0, 0, 0.016), (half, half, 0.024), color, round=0.004, material=material)
    window.box((0, 0, 0.03), (half, 0.016, 0.022), WHITE, round=0.004)
    window.box((0, 0, 0.03), (0.016, half, 0.022), WHITE, round=0.004)
    window.box((0, -half - 0.055, 0.03), (half + 0.075, 0.024, 0.06), WHITE, round=0.015)
    if look.snowy:
        window.ellipsoid((0, -half - 0.02, 0.05), (half + 0.06, 0.035, 0.05), SNOW)
    shape.merge(window, at, yaw=yaw)


def _tiles(base: Color, _x: Floats, y: Floats, z: Floats) -> Color:
    return toned(base, 0.82 + 0.3 * ((y * 7.5) % 1.0) + 0.12 * noise(z * 9, y * 7.5))


def _boards(base: Color, x: Floats, _y: Floats, z: Floats) -> Color:
    return toned(base, np.where(((x + z) * 8) % 1.0 > 0.12, 1.06, 0.9))


def _gable_roof(shape: Shape, look: Look, roof: Color, *, half: float, eave: float, rise: float, depth: float) -> None:
    """Two slabs over a wall of half width `half`; snow lies on them in winter."""
    slope = math.degrees(math.atan2(rise, half))
    run = math.hypot(half, rise) / 2 + 0.13
    for side in (-1, 1):
        middle = (side * (half / 2 + 0.035), eave + rise / 2 + 0.02, 0)
        turn = (("z", -side * slope),)
        shape.box(middle, (run, 0.055, depth + 0.16), roof, round=0.03, rotate=turn, pattern=_tiles)
        if look.snowy:
            above = (middle[0] + side * 0.03, middle[1] + 0.115, 0)
            shape.box(above, (run - 0.01, 0.085, depth + 0.155), SNOW, round=0.08, rotate=turn, blend=0.05)
    ridge = eave + rise + 0.06
    if look.snowy:
        shape.cone((0, ridge + 0.10, -depth - 0.08), (0, ridge + 0.10, depth + 0.08), 0.10, 0.10, SNOW, blend=0.08)
    else:
        shape.cone((0, ridge, -depth - 0.15), (0, ridge, depth + 0.15), 0.06, 0.06, shade(roof, 0.8))


def house(look: Look) -> Shape:
    """A cottage with a door between two windows, a chimney, and flowers or snow by the season."""
    wall = look.paint("#e0a468")
    roof = srgb(("#9c4230", "#7a4b3a", "#5f4a52", "#8a3b3b")[look.seed % 4])
    shape = Shape("house")
    shape.box((0, 0.545, 0), (0.80, 0.545, 0.62), wall, round=0.02)
    shape.prism((0, 0, 0), [(-0.80, 1.02), (0.80, 1.02), (0, 1.78)], 0.615, wall, round=0.01)
    shape.box((0, 0.06, 0), (0.83, 0.06, 0.65), srgb("#8c8078"), round=0.02)
    shape.box((0.42, 1.72, -0.22), (0.12, 0.38, 0.12), srgb("#8a5a4c"), round=0.02)
    shape.box((0.42, 2.08, -0.22), (0.15, 0.045, 0.15), srgb("#6f463b"), round=0.02)
    _gable_roof(shape, look, roof, half=0.80, eave=1.06, rise=0.76, depth=0.62)
    if look.snowy:
        shape.ellipsoid((0.42, 2.14, -0.22), (0.16, 0.075, 0.16), SNOW)
    _door(shape, look)
    for x in (-0.49, 0.49):
        _window(shape, look, (x, 0.64, 0.62), 0.165)
        if not look.snowy:
            _flower_box(shape, x)
    _window(shape, look, (0, 1.30, 0.615), 0.125)
    for z in (-0.27, 0.27):
        _window(shape, look, (0.80, 0.66, z), 0.14, yaw=90)
        _window(shape, look, (-0.80, 0.66, z), 0.14, yaw=-90)
    return shape


def _door(shape: Shape, look: Look) -> None:
    shape.box((0, 0.40, 0.62), (0.20, 0.36, 0.03), WHITE, round=0.02)
    shape.box((0, 0.38, 0.64), (0.165, 0.33, 0.03), srgb("#5b3a24"), round=0.02, pattern=grain)
    shape.ellipsoid((0.105, 0.38, 0.68), 0.026, BRASS, material=Material.METAL)
    shape.box((0, 0.045, 0.74), (0.25, 0.045, 0.10), srgb("#a39a90"), round=0.02)
    if look.lit:
        shape.ellipsoid((0, 0.84, 0.69), 0.05, LAMP_LIGHT * 1.2, material=Material.EMISSIVE)


def _flower_box(shape: Shape, x: float) -> None:
    shape.box((x, 0.42, 0.69), (0.20, 0.05, 0.06), WOOD, round=0.02)
    for step in range(5):
        bloom = srgb(("#ff5d7a", "#ffd24a", "#ff8fb2")[step % 3])
        shape.ellipsoid((x - 0.16 + step * 0.08, 0.49, 0.70), 0.045, bloom if step % 2 == 0 else srgb("#5aa636"))


def barn(look: Look) -> Shape:
    """A red barn with a gambrel roof and white braces."""
    wall = look.paint("#b3332b")
    outline = [(-0.95, 0.0), (0.95, 0.0), (0.95, 1.0), (0.68, 1.55), (0, 1.92), (-0.68, 1.55), (-0.95, 1.0)]
    shape = Shape("barn")
    shape.prism((0, 0, 0), outline, 0.85, wall, round=0.02, pattern=_boards)
    edges = (((1.06, 0.94), (0.70, 1.62)), ((0.70, 1.60), (-0.02, 1.99)))
    for (x0, y0), (x1, y1) in edges:
        length = math.hypot(x1 - x0, y1 - y0) / 2
        slope = math.degrees(math.atan2(y1 - y0, x1 - x0))
        for side in (-1, 1):
            middle = (side * (x0 + x1) / 2, (y0 + y1) / 2, 0)
            color = SNOW if look.snowy else srgb("#55504f")
            shape.box(middle, (length + 0.03, 0.055, 0.98), color, round=0.04, rotate=(("z", side * slope),))
    shape.box((0, 0.42, 0.85), (0.38, 0.42, 0.03), WHITE, round=0.01)
    shape.box((0, 0.41, 0.865), (0.33, 0.38, 0.03), shade(wall, 0.8), round=0.01, pattern=_boards)
    for turn in (48, -48):
        shape.box((0, 0.42, 0.89), (0.50, 0.03, 0.02), WHITE, round=0.01, rotate=(("z", turn),))
    _window(shape, look, (0, 1.36, 0.85), 0.16)
    return shape


def church(look: Look) -> Shape:
    """A white chapel with a spire over its door."""
    wall = look.paint("#f1ead9")
    roof = srgb("#7a4a3c")
    shape = Shape("church")
    shape.box((0, 0.6, -0.55), (0.62, 0.6, 0.95), wall, round=0.02)
    shape.prism((0, 0, -0.55), [(-0.62, 1.16), (0.62, 1.16), (0, 1.80)], 0.94, wall, round=0.01)
    nave = Shape("nave")
    _gable_roof(nave, look, roof, half=0.62, eave=1.18, rise=0.64, depth=0.95)
    shape.merge(nave, (0, 0, -0.55))
    shape.box((0, 1.05, 0.42), (0.34, 1.05, 0.32), wall, round=0.02)
    shape.box((0, 2.12, 0.42), (0.39, 0.04, 0.37), shade(wall, 0.9), round=0.02)
    shape.cylinder((0, 2.66, 0.42), 0.44, 0.52, SNOW if look.snowy else roof, round=0.02, top_radius=0.02)
    shape.cone((0, 3.1, 0.42), (0, 3.5, 0.42), 0.022, 0.022, BRASS, material=Material.METAL)
    shape.cone((-0.11, 3.38, 0.42), (0.11, 3.38, 0.42), 0.022, 0.022, BRASS, material=Material.METAL)
    shape.box((0, 0.36, 0.74), (0.17, 0.36, 0.03), srgb("#5b3a24"), round=0.02, pattern=grain)
    shape.ellipsoid((0, 0.72, 0.74), (0.17, 0.16, 0.03), srgb("#5b3a24"))
    _window(shape, look, (0, 1.28, 0.74), 0.11)
    shape.ellipsoid((0, 1.76, 0.745), (0.13, 0.17, 0.03), DARK)
    for z in (-1.2, -0.75, -0.3):
        for side in (-1, 1):
            _window(shape, look, (side * 0.62, 0.72, z), 0.12, yaw=side * 90)
    return shape


def tent(look: Look) -> Shape:
    """A ridge tent with its flaps open."""
    cloth = look.paint("#e07a2f")
    inside = (LAMP_LIGHT * 0.7, Material.EMISSIVE) if look.lit else (shade(cloth, 0.18), Material.CLAY)
    shape = Shape("tent")
    shape.prism((0, 0, 0), [(-1.0, 0.0), (1.0, 0.0), (0, 1.25)], 0.95, cloth, round=0.03)
    shape.prism((0, 0, 0.93), [(-0.42, 0.0), (0.42, 0.0), (0, 1.0)], 0.035, inside[0], round=0.01, material=inside[1])
    for side in (-1, 1):
        flap = [(side * 0.42, 0.0), (side * 0.72, 0.0), (side * 0.30, 0.48), (0.0, 1.02)]
        shape.prism((0, 0, 1.0), flap, 0.025, mix(cloth, CREAM, 0.35), round=0.01, rotate=(("y", side * 12),))
        shape.cone((side * 0.98, 0.05, 0.7), (side * 1.35, 0.0, 0.95), 0.012, 0.012, CREAM)
    shape.cone((0, 0.0, 0.97), (0, 1.36, 0.97), 0.025, 0.025, WOOD)
    shape.prism((0, 0, 0.97), [(0, 1.34), (0, 1.56), (0.3, 1.45)], 0.015, srgb("#d8262b"), round=0.005)
    shape.cone((0, 1.30, 0.97), (0, 1.58, 0.97), 0.02, 0.02, WOOD)
    return shape


def igloo(look: Look) -> Shape:
    """An igloo of snow bricks."""
    snow = look.paint("#eef4fb")

    def bricks(base: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
        row = y * 5 // 1
        joint = ((y * 5) % 1 < 0.09) | (((x + z) * 2.6 + row * 0.5) % 1 < 0.05)
        return toned(base, 1 - 0.28 * joint)

    shape = Shape("igloo")
    shape.ellipsoid((0, 0, 0), (1.0, 1.0, 1.0), snow, pattern=bricks)
    shape.cylinder((0, 0.08, 0.92), 0.46, 0.34, snow, rotate=(("x", 90),), round=0.04, blend=0.03, pattern=bricks)
    hole = LAMP_LIGHT * 0.6 if look.lit else srgb("#33445e")
    shape.cylinder((0, 0.08, 1.0), 0.32, 0.30, hole, rotate=(("x", 90),), round=0.02, op="subtract")
    shape.cylinder(
        (0, 0.08, 0.86), 0.33, 0.2, hole, rotate=(("x", 90),), material=Material.EMISSIVE if look.lit else Material.CLAY
    )
    shape.box((0, 1.0, 0.3), (2, 1.0, 2), snow, round=0.0, op="intersect")
    return shape
