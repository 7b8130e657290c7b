"""Machines of the house, their fronts to +z; what lies on a desk is propped up so that it can be seen."""

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, DARK, RED, STEEL, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern
from cavendish.clay.sculpt import Floats, Material, Shape, srgb, turn

__all__ = [
    "camera",
    "computer_mouse",
    "keyboard",
    "laptop",
    "microwave",
    "phone",
    "refrigerator",
    "remote",
    "television",
    "toilet",
]

GLOSSY = Material.GLOSSY
METAL = Material.METAL
GLOW = Material.EMISSIVE
PAGE = srgb("#1f4fa8")
"""Of a screen that shows words."""


def _landscape(center: tuple[float, float], height: float) -> Pattern:
    """A picture for a screen: hills under a sky with a sun; `height` is half the screen's."""
    across, level = center

    def pattern(base: Floats, x: Floats, y: Floats, _z: Floats) -> Color:
        u, v = (x - across) / height, (y - level) / height
        near, far = v < -0.35 + 0.22 * (u * 1.6 % 2 - 1) ** 2, v < 0.02 - 0.25 * (u - 0.4) ** 2
        sun = (u - 0.75) ** 2 + (v - 0.45) ** 2 < 0.06
        colors = base * (0.9 + 0.25 * v)[:, None]
        for mask, code in ((sun, "#fff0b0"), (far, "#6fc08a"), (near, "#3f9a6a")):
            colors = colors * (1 - mask[:, None]) + srgb(code) * 1.2 * mask[:, None]
        return colors

    return pattern


def laptop(look: Look) -> Shape:
    """An open laptop."""
    case = look.paint("#b9bec7")
    lean = (("x", -14.0),)
    shape = Shape("laptop")
    shape.box((0, 0.05, 0.28), (0.70, 0.045, 0.47), case, round=0.035, material=GLOSSY)
    shape.box((0, 0.097, 0.20), (0.61, 0.006, 0.25), DARK, round=0.005)
    for row in range(4):
        for column in range(10):
            key = (-0.53 + column * 0.118, 0.108, 0.03 + row * 0.112)
            shape.box(key, (0.047, 0.012, 0.042), srgb("#4a4d57"), round=0.01)
    shape.box((0, 0.10, 0.60), (0.17, 0.005, 0.10), shade(case, 0.8), round=0.005)
    shape.box((0, 0.55, -0.30), (0.70, 0.47, 0.03), case, round=0.03, rotate=lean, material=GLOSSY)
    shape.box((0, 0.555, -0.268), (0.655, 0.425, 0.012), BLACK, round=0.01, rotate=lean)
    screen, picture = srgb("#7fc4f0") * 1.1, _landscape((0, 0.56), 0.385)
    return shape.box(
        (0, 0.56, -0.262),
        (0.61, 0.385, 0.012),
        PAGE if look.text else screen if look.color is None else mix(case, WHITE, 0.05),
        round=0.01,
        rotate=lean,
        material=GLOW,
        pattern=picture if look.color is None and not look.text else None,
    )


def phone(look: Look) -> Shape:
    """A smartphone with a grid of apps, standing."""
    case = look.paint("#2a2c33")
    wallpaper = srgb("#3a4f8f") * 1.1 if look.color is None else shade(case, 0.85)
    wallpaper = PAGE if look.text else wallpaper
    dock = srgb("#6a80c0") * 1.1 if look.color is None else shade(case, 0.6)
    apps = ("#ff5a5f", "#ffb400", "#4fc05a", "#3fa0ff", "#a05aff", "#ff7fb4", "#2ec4b6", "#f6f2ea")
    shape = Shape("phone")
    shape.box((0, 0.80, 0), (0.40, 0.80, 0.055), case, round=0.05, material=GLOSSY)
    shape.box((0, 0.80, 0.045), (0.365, 0.76, 0.016), wallpaper, round=0.012, material=GLOW)
    for index in range(0 if look.text else 16):
        row, column = divmod(index, 4)
        at = (-0.255 + column * 0.17, 1.36 - row * 0.23, 0.062)
        shape.box(at, (0.062, 0.062, 0.008), srgb(apps[(index * 5) % 8]) * 1.2, round=0.008, material=GLOW)
    if not look.text:
        shape.box((0, 0.14, 0.062), (0.30, 0.075, 0.006), dock, round=0.005, material=GLOW)
    return shape.box((0, 1.50, 0.062), (0.09, 0.018, 0.006), BLACK, round=0.005)


def television(look: Look) -> Shape:
    """A retro set with a picture on its screen."""
    case = look.paint("#a8683a")
    shape = Shape("television")
    shape.box((0, 0.72, -0.05), (0.82, 0.52, 0.30), case, round=0.10, material=GLOSSY)
    shape.box((-0.17, 0.74, 0.235), (0.56, 0.42, 0.03), DARK, round=0.03)
    picture = PAGE if look.text else srgb("#8fd0f2") * 1.1
    shape.box(
        (-0.17, 0.74, 0.25),
        (0.50, 0.36, 0.035),
        picture,
        round=0.03,
        material=GLOW,
        pattern=None if look.text else _landscape((-0.17, 0.74), 0.36),
    )
    for y in (1.02, 0.80):
        shape.cylinder((0.60, y, 0.26), 0.085, 0.035, STEEL, rotate=(("x", 90),), material=METAL)
    for row in range(4):
        shape.box((0.60, 0.60 - row * 0.065, 0.25), (0.12, 0.014, 0.015), DARK, round=0.01)
    for side in (-1, 1):
        shape.cone((side * 0.04, 1.24, -0.05), (side * 0.42, 1.72, -0.05), 0.018, 0.014, STEEL, material=METAL)
        shape.ellipsoid((side * 0.42, 1.72, -0.05), 0.035, STEEL, material=METAL)
        for z in (-0.2, 0.1):
            shape.cone((side * 0.52, 0.24, z), (side * 0.62, 0.04, z), 0.05, 0.035, shade(case, 0.6))
    return shape.ellipsoid((0, 1.24, -0.05), (0.14, 0.06, 0.1), DARK)


def camera(look: Look) -> Shape:
    """A photographer's camera."""
    body = look.paint("#2e3138")
    turn = (("x", 90.0),)
    shape = Shape("camera")
    shape.box((0, 0.42, 0), (0.68, 0.34, 0.20), body, round=0.08)
    shape.box((0, 0.70, 0), (0.66, 0.08, 0.19), STEEL, round=0.05, material=METAL)
    shape.box((0, 0.84, 0), (0.22, 0.12, 0.17), STEEL, round=0.05, material=METAL)
    shape.box((0, 0.86, 0.165), (0.12, 0.06, 0.015), DARK, round=0.02, material=GLOSSY)
    for radius, z, depth, color, material in (
        (0.31, 0.24, 0.07, STEEL, METAL),
        (0.28, 0.36, 0.10, body, GLOSSY),
        (0.24, 0.45, 0.03, DARK, GLOSSY),
    ):
        shape.cylinder((0, 0.42, z), radius, depth, color, round=0.02, rotate=turn, material=material)
    shape.ellipsoid((0, 0.42, 0.46), (0.19, 0.19, 0.06), srgb("#27407a"), material=GLOSSY)
    shape.ellipsoid((0.07, 0.49, 0.515), (0.05, 0.035, 0.01), WHITE, material=GLOW)
    shape.cylinder((0.46, 0.81, 0), 0.11, 0.04, DARK, material=GLOSSY)
    shape.cylinder((-0.46, 0.81, 0), 0.07, 0.05, RED, material=GLOSSY)
    shape.box((0.48, 0.60, 0.20), (0.10, 0.05, 0.015), srgb("#fff3c4"), round=0.01, material=GLOSSY)
    for side in (-1, 1):
        shape.torus((side * 0.69, 0.66, 0), 0.05, 0.016, BRASS, rotate=(("y", 90),), material=METAL)
    return shape


def refrigerator(look: Look) -> Shape:
    """A rounded refrigerator."""
    paint = look.paint("#8fcfc4")
    shape = Shape("refrigerator")
    shape.box((0, 1.02, 0), (0.52, 0.98, 0.46), paint, round=0.13, material=GLOSSY)
    shape.box((0, 0.74, 0.43), (0.49, 0.64, 0.06), paint, round=0.055, material=GLOSSY)
    shape.box((0, 1.67, 0.43), (0.49, 0.27, 0.06), paint, round=0.055, material=GLOSSY)
    for y, half in ((1.10, 0.20), (1.58, 0.13)):
        shape.cone((-0.38, y - half, 0.53), (-0.38, y + half, 0.53), 0.032, 0.032, STEEL, material=METAL)
    shape.box((0.22, 1.74, 0.49), (0.14, 0.03, 0.01), STEEL, round=0.008, material=METAL)
    for x, y, code in ((0.16, 1.10, "#e5484d"), (0.30, 0.98, "#ffc531"), (0.08, 0.92, "#4f8fe0")):
        shape.ellipsoid((x, y, 0.50), (0.045, 0.045, 0.02), srgb(code), material=GLOSSY)
    for x in (-0.4, 0.4):
        shape.cylinder((x, 0.03, 0.3), 0.06, 0.03, DARK)
    return shape


def microwave(look: Look) -> Shape:
    """A microwave oven."""
    paint = look.paint("#d9dde3")
    shape = Shape("microwave")
    shape.box((0, 0.42, 0), (0.72, 0.38, 0.40), paint, round=0.06, material=GLOSSY)
    shape.box((-0.16, 0.42, 0.395), (0.50, 0.32, 0.025), mix(paint, BLACK, 0.2), round=0.02, material=GLOSSY)
    shape.box((-0.18, 0.42, 0.41), (0.36, 0.22, 0.02), srgb("#22303f"), round=0.02, material=GLOSSY)
    shape.cone((0.27, 0.20, 0.45), (0.27, 0.64, 0.45), 0.026, 0.026, STEEL, material=METAL)
    shape.box((0.53, 0.65, 0.40), (0.13, 0.06, 0.02), srgb("#4fe08a") * 1.1, round=0.015, material=GLOW)
    for index in range(9):
        row, column = divmod(index, 3)
        shape.box((0.44 + column * 0.09, 0.49 - row * 0.10, 0.40), (0.03, 0.032, 0.02), DARK, round=0.01)
    for x in (-0.55, 0.55):
        shape.cylinder((x, 0.03, 0.25), 0.06, 0.03, DARK)
    return shape


def toilet(look: Look) -> Shape:
    """A toilet with its lid up."""
    china = look.paint("#f4f3ef")
    shape = Shape("toilet")
    shape.cylinder((0, 0.14, 0.02), 0.30, 0.14, china, round=0.06, top_radius=0.22, material=GLOSSY)
    shape.ellipsoid((0, 0.42, 0.12), (0.38, 0.26, 0.48), china, blend=0.12, material=GLOSSY)
    shape.box((0, 0.86, 0.12), (0.6, 0.34, 0.8), china, round=0.0, op="subtract")
    shape.ellipsoid((0, 0.54, 0.13), (0.27, 0.20, 0.36), china, op="subtract")
    shape.ellipsoid((0, 0.525, 0.13), (0.38, 0.075, 0.50), shade(china, 0.95), blend=0.04, material=GLOSSY)
    shape.ellipsoid((0, 0.54, 0.13), (0.25, 0.20, 0.36), china, op="subtract")
    shape.ellipsoid((0, 0.42, 0.13), (0.26, 0.05, 0.36), srgb("#9fd5ea"), material=GLOSSY)
    shape.box((0, 0.84, -0.40), (0.42, 0.32, 0.15), china, round=0.07, material=GLOSSY)
    shape.box((0, 1.17, -0.40), (0.45, 0.04, 0.18), china, round=0.035, material=GLOSSY)
    shape.ellipsoid((0, 0.86, -0.20), (0.33, 0.36, 0.04), shade(china, 0.95), material=GLOSSY)
    return shape.cone((-0.30, 1.03, -0.23), (-0.18, 1.03, -0.21), 0.026, 0.03, STEEL, material=METAL)


def keyboard(look: Look) -> Shape:
    """A computer keyboard that slopes to the viewer."""
    case = look.paint("#3a3d46")
    caps = mix(case, WHITE, 0.75 if look.color is None else 0.05)
    shape = Shape("keyboard")
    flat = Shape("flat").box((0, 0.0, 0), (1.0, 0.05, 0.40), case, round=0.04, material=GLOSSY)
    for row in range(4):
        for column in range(13):
            tone = RED if (row, column) == (0, 0) else caps
            key = (-0.87 + column * 0.145, 0.07, -0.27 + row * 0.145)
            flat.box(key, (0.06, 0.035, 0.06), tone, round=0.022)
    flat.box((0, 0.07, 0.315), (0.42, 0.035, 0.05), caps, round=0.022)
    shape.parts = [part.moved(turn("x", 16.0), np.array((0, 0.17, 0), np.float32), 1.0) for part in flat.parts]
    return shape


def computer_mouse(look: Look) -> Shape:
    """A mouse that turns its two buttons and its wheel to the viewer, its cable leading away."""
    case = look.paint("#e6e8ec")
    groove = shade(case, 0.3)

    def seams(base: Floats, x: Floats, _y: Floats, z: Floats) -> Color:
        split = (np.abs(x) < 0.014) & (z > -0.02)
        across = np.abs(z + 0.02 - 0.35 * x * x) < 0.016
        return np.where((split | across)[:, None], groove, base)

    shape = Shape("computer mouse")
    shape.ellipsoid((0, 0.10, -0.10), (0.34, 0.36, 0.46), case, material=GLOSSY, pattern=seams)
    shape.ellipsoid((0, 0.08, 0.20), (0.32, 0.20, 0.40), case, blend=0.14, material=GLOSSY, pattern=seams)
    shape.box((0, -0.3, 0), (0.9, 0.3, 1.2), case, round=0.0, op="subtract")
    shape.cylinder((0, 0.035, 0.02), 0.36, 0.035, srgb("#3a3d46"), round=0.03)
    for z in (-0.18, 0.22):
        shape.ellipsoid((0, 0.035, z), (0.365, 0.04, 0.42), srgb("#3a3d46"), blend=0.02)
    shape.ellipsoid((0, 0.285, 0.28), (0.062, 0.10, 0.13), srgb("#24262c"))
    for ridge in range(5):
        angle = 0.6 + ridge * 0.42
        at = (0, 0.285 + 0.10 * np.sin(angle), 0.28 + 0.13 * np.cos(angle))
        shape.box(at, (0.038, 0.010, 0.012), srgb("#8f96a3"), round=0.008)
    shape.cone((0, 0.11, 0.52), (0, 0.085, 0.64), 0.05, 0.035, BLACK)
    cable = [(0, 0.09, 0.62), (0.05, 0.05, 0.72), (0.18, 0.03, 0.77), (0.32, 0.03, 0.74), (0.43, 0.03, 0.63)]
    cable += [(0.48, 0.03, 0.45), (0.51, 0.03, 0.2), (0.56, 0.03, -0.1), (0.55, 0.03, -0.4)]
    return shape.chain(cable, [0.028] * 9, BLACK, blend=0.0)


def remote(look: Look) -> Shape:
    """A remote control, standing."""
    case = look.paint("#2a2c33")
    shape = Shape("remote")
    shape.box((0, 0.62, 0), (0.24, 0.62, 0.09), case, round=0.08, material=GLOSSY)
    shape.cylinder((0, 1.10, 0.085), 0.055, 0.02, RED, rotate=(("x", 90),), material=GLOSSY)
    shape.torus((0, 0.82, 0.09), 0.115, 0.032, shade(WHITE, 0.5))
    shape.ellipsoid((0, 0.82, 0.09), (0.06, 0.06, 0.03), shade(WHITE, 0.75), material=GLOSSY)
    tones = ("#4fa0ff", "#4fc05a", "#ffc531")
    for row in range(4):
        for column in range(3):
            tone = srgb(tones[column]) if row == 0 else shade(WHITE, 0.75)
            shape.box((-0.12 + column * 0.12, 0.56 - row * 0.115, 0.09), (0.04, 0.035, 0.02), tone, round=0.018)
    return shape
