"""Animals of the sea; swimmers head for +x."""

import math

import numpy as np

from cavendish.clay.objects.eyes import bead_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, PINK, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, toned, where
from cavendish.clay.sculpt import Floats, Material, Shape, srgb

__all__ = ["crab", "dolphin", "fish", "octopus", "shark", "whale"]

GLOSSY = Material.GLOSSY


def fish(look: Look) -> Shape:
    """A clownfish; a colour asked for replaces the orange."""
    scales = look.paint("#ff8a2a")
    bars: Pattern = where(lambda x, _y, _z: (np.abs(x - 0.16) < 0.065) | (np.abs(x + 0.20) < 0.06), WHITE)
    shape = Shape("fish")
    shape.ellipsoid((0, 0.46, 0), (0.50, 0.34, 0.20), scales, material=GLOSSY, pattern=bars)
    shape.cone((-0.40, 0.46, 0), (-0.56, 0.46, 0), 0.13, 0.07, scales, blend=0.08, material=GLOSSY)
    fin = shade(scales, 0.82)
    shape.prism(
        (0, 0, 0), [(-0.50, 0.46), (-0.86, 0.78), (-0.78, 0.46), (-0.86, 0.14)], 0.035, fin, round=0.03, blend=0.04
    )
    shape.prism(
        (0, 0, 0), [(0.16, 0.74), (-0.06, 0.98), (-0.34, 0.90), (-0.30, 0.66)], 0.03, fin, round=0.028, blend=0.04
    )
    shape.prism(
        (0, 0, 0), [(0.05, 0.18), (-0.12, -0.0), (-0.30, 0.06), (-0.22, 0.24)], 0.03, fin, round=0.028, blend=0.04
    )
    for side in (-1, 1):
        shape.ellipsoid((-0.02, 0.40, side * 0.21), (0.17, 0.10, 0.03), fin, rotate=(("y", side * 28), ("z", -20)))
        shape.ellipsoid((0.33, 0.55, side * 0.135), (0.085, 0.095, 0.06), WHITE, material=GLOSSY)
        bead_eye(shape, (0.355, 0.55, side * 0.165), 0.055, toward=(0.35, 0, side * 0.9))
    shape.torus((0.475, 0.40, 0), 0.05, 0.022, shade(scales, 0.7), rotate=(("y", 90),), blend=0.01)
    return shape


def _swimmer(name: str, skin: Color, belly: Color, *, girth: float = 0.30) -> Shape:
    """A dolphin's or shark's body: a spindle with a pale belly."""
    two_tone: Pattern = where(lambda x, y, _z: y < 0.42 + 0.06 * np.sin(x * 2.2), belly)
    shape = Shape(name)
    for x, y, long, thick in ((0.12, 0.51, 0.86, 1.0), (-0.50, 0.49, 0.56, 0.58), (-0.86, 0.465, 0.28, 0.30)):
        radii = (long, girth * thick, girth * thick)
        shape.ellipsoid((x, y, 0), radii, skin, blend=0.14, material=GLOSSY, pattern=two_tone)
    return shape


def dolphin(look: Look) -> Shape:
    """A dolphin in a leap."""
    skin = look.paint("#5f86ad")
    belly = mix(skin, WHITE, 0.8)
    shape = _swimmer("dolphin", skin, belly)
    shape.cone((0.86, 0.44, 0), (1.18, 0.39, 0), 0.13, 0.055, skin, blend=0.08, material=GLOSSY)
    shape.prism(
        (0, 0, 0), [(0.16, 0.72), (-0.22, 1.08), (-0.34, 1.04), (-0.26, 0.70)], 0.04, skin, round=0.035, blend=0.06
    )
    for side in (-1, 1):
        shape.cone((-1.00, 0.46, 0), (-1.28, 0.50, side * 0.34), 0.08, 0.03, skin, blend=0.06, material=GLOSSY)
        shape.cone((0.34, 0.34, side * 0.20), (0.10, 0.14, side * 0.46), 0.10, 0.03, skin, blend=0.05, material=GLOSSY)
        bead_eye(shape, (0.76, 0.53, side * 0.155), 0.045, toward=(0.3, 0, side * 0.9))
        mouth = [(1.16, 0.40, side * 0.05), (0.96, 0.395, side * 0.12), (0.80, 0.42, side * 0.165)]
        shape.chain(mouth, [0.008] * 3, shade(skin, 0.3), blend=0.0)
    return shape


def shark(look: Look) -> Shape:
    """A grinning shark."""
    skin = look.paint("#5e7387")
    belly = mix(skin, WHITE, 0.85)
    shape = _swimmer("shark", skin, belly, girth=0.34)
    shape.ellipsoid((0.84, 0.53, 0), (0.34, 0.16, 0.18), skin, blend=0.12, material=GLOSSY)
    shape.prism(
        (0, 0, 0), [(0.24, 0.78), (-0.14, 1.26), (-0.26, 1.22), (-0.22, 0.76)], 0.045, skin, round=0.04, blend=0.06
    )
    shape.prism(
        (0, 0, 0),
        [(-0.98, 0.46), (-1.34, 1.0), (-1.40, 0.94), (-1.20, 0.46), (-1.32, 0.14), (-1.24, 0.12)],
        0.045,
        skin,
        round=0.04,
        blend=0.06,
    )
    for side in (-1, 1):
        shape.cone((0.26, 0.34, side * 0.24), (-0.06, 0.08, side * 0.62), 0.11, 0.03, skin, blend=0.05, material=GLOSSY)
        bead_eye(shape, (0.84, 0.59, side * 0.155), 0.055, toward=(0.3, 0, side * 0.9))
        for gill in range(3):
            x, z = 0.42 - gill * 0.085, 0.272 + gill * 0.011
            shape.cone((x, 0.62, side * z), (x - 0.03, 0.46, side * (z + 0.048)), 0.014, 0.014, shade(skin, 0.45))
        _grin(shape, side)
    return shape


def _grin(shape: Shape, side: int) -> None:
    """One half of a mouth full of teeth."""
    lip = [(0.66, 0.44, 0.262), (0.74, 0.425, 0.239), (0.82, 0.42, 0.215), (0.90, 0.42, 0.19), (0.98, 0.42, 0.16)]
    lip += [(1.06, 0.42, 0.12), (1.12, 0.425, 0.075), (1.145, 0.43, 0.0)]
    shape.chain([(x, y, side * z) for x, y, z in lip], [0.02] * 8, srgb("#5a1f28"), blend=0.0)
    for x, y, z in lip[1:7]:
        shape.cone((x, y + 0.005, side * z), (x, y - 0.05, side * (z - 0.005)), 0.027, 0.006, WHITE)


def _grooves(base: Color, _x: Floats, _y: Floats, z: Floats) -> Color:
    return toned(base, np.where(np.sin(z * 42) > -0.4, 1.0, 0.9))


def whale(look: Look) -> Shape:
    """A round blue whale that blows."""
    skin = look.paint("#3f78b5")
    belly = mix(skin, WHITE, 0.8)
    shape = Shape("whale")
    shape.ellipsoid((0.28, 0.55, 0), (0.80, 0.54, 0.58), skin, material=GLOSSY)
    shape.ellipsoid((0.40, 0.38, 0), (0.70, 0.38, 0.52), belly, blend=0.03, material=GLOSSY, pattern=_grooves)
    tail = [(-0.35, 0.50, 0), (-0.85, 0.52, 0), (-1.12, 0.80, 0)]
    shape.chain(tail, [0.40, 0.20, 0.10], skin, blend=0.22, material=GLOSSY)
    for side in (-1, 1):
        fluke = [(-1.12, 0.82, 0), (-1.30, 0.98, side * 0.24), (-1.26, 1.02, side * 0.46)]
        shape.chain(fluke, [0.10, 0.11, 0.04], skin, blend=0.06, material=GLOSSY)
        shape.cone((0.30, 0.28, side * 0.48), (0.02, 0.10, side * 0.78), 0.14, 0.05, skin, blend=0.06, material=GLOSSY)
        bead_eye(shape, (0.80, 0.56, side * 0.425), 0.062, toward=(0.5, 0, side * 0.8))
        shape.ellipsoid((0.70, 0.45, side * 0.50), (0.07, 0.045, 0.03), srgb("#ff9aa5"), blend=0.02)
    for reach, height in ((0.0, 0.52), (-0.24, 0.42), (0.24, 0.42)):
        spray = [
            (0.32, 1.06, 0),
            (0.32 + reach * 0.4, 1.08 + height * 0.8, 0),
            (0.32 + reach, 1.08 + height * 0.9, 0),
            (0.32 + reach * 1.4, 1.08 + height * 0.55, 0),
        ]
        shape.chain(spray, [0.03, 0.05, 0.055, 0.03], srgb("#d5efff"), blend=0.04, material=GLOSSY)
    return shape


def octopus(look: Look) -> Shape:
    """An octopus with eight curling arms."""
    skin = look.paint("#a24fc0")
    shape = Shape("octopus")
    shape.ellipsoid((0, 0.86, -0.02), (0.44, 0.46, 0.42), skin, material=GLOSSY)
    shape.ellipsoid((0, 0.52, 0), (0.36, 0.28, 0.34), skin, blend=0.14, material=GLOSSY)
    for index in range(8):
        angle = math.radians(90 + 45 * index + 22.5)
        c, s = math.cos(angle), math.sin(angle)
        curl = 0.30 if index % 2 else 0.16
        points = [
            (c * 0.24, 0.42, s * 0.24),
            (c * 0.50, 0.17, s * 0.50),
            (c * 0.78, 0.085, s * 0.74),
            (c * 0.96, 0.12 + curl * 0.3, s * 0.88),
            (c * 0.94, 0.10 + curl, s * 0.86),
        ]
        shape.chain(points, [0.16, 0.125, 0.095, 0.07, 0.045], skin, blend=0.06, material=GLOSSY)
        for step, (x, y, z) in enumerate(points[1:4]):
            shape.ellipsoid(
                (x * 1.05, y - 0.02 + 0.03 * step, z * 1.05 + 0.05), 0.035 - 0.006 * step, mix(skin, PINK, 0.7)
            )
    for side in (-1, 1):
        shape.ellipsoid((side * 0.165, 0.82, 0.36), (0.125, 0.14, 0.09), WHITE, material=GLOSSY)
        bead_eye(shape, (side * 0.155, 0.815, 0.41), 0.078)
        shape.ellipsoid((side * 0.27, 0.66, 0.315), (0.06, 0.04, 0.03), srgb("#ff8fb0"), blend=0.02)
    smile = [(-0.08, 0.645, 0.355), (0.0, 0.615, 0.36), (0.08, 0.645, 0.355)]
    return shape.chain(smile, [0.014] * 3, shade(skin, 0.25), blend=0.0)


def crab(look: Look) -> Shape:
    """A crab that waves its claws."""
    shell = look.paint("#e2452f")
    shape = Shape("crab")
    shape.ellipsoid((0, 0.44, 0), (0.60, 0.34, 0.42), shell, material=GLOSSY)
    shape.ellipsoid((0, 0.34, 0.10), (0.50, 0.20, 0.35), mix(shell, CREAM, 0.6), blend=0.02)
    for side in (-1, 1):
        shape.cone((side * 0.16, 0.68, 0.22), (side * 0.18, 0.86, 0.28), 0.05, 0.04, shell)
        bead_eye(shape, (side * 0.18, 0.92, 0.29), 0.105)
        for leg in range(3):
            z = 0.16 - leg * 0.20
            points = [(side * 0.46, 0.36, z), (side * 0.76, 0.42, z * 1.4), (side * 0.90, 0.03, z * 1.8)]
            shape.chain(points, [0.08, 0.065, 0.025], shade(shell, 0.85), blend=0.03, material=GLOSSY)
        arm = [(side * 0.42, 0.46, 0.26), (side * 0.66, 0.40, 0.44), (side * 0.62, 0.58, 0.52)]
        shape.chain(arm, [0.10, 0.095, 0.09], shell, blend=0.04, material=GLOSSY)
        shape.ellipsoid((side * 0.62, 0.70, 0.52), (0.17, 0.15, 0.12), shell, blend=0.05, material=GLOSSY)
        for finger, radii in (
            (((0.72, 0.76), (0.82, 0.94), (0.78, 1.08), (0.66, 1.17)), (0.11, 0.10, 0.075, 0.02)),
            (((0.53, 0.76), (0.46, 0.90), (0.47, 1.00), (0.55, 1.08)), (0.09, 0.075, 0.055, 0.015)),
        ):
            joints = [(side * x, y, 0.53) for x, y in finger]
            shape.chain(joints, radii, shell, blend=0.03, material=GLOSSY)
        shape.ellipsoid((side * 0.33, 0.44, 0.38), (0.06, 0.04, 0.03), srgb("#ff9a8a"), blend=0.02)
    smile = [(-0.10, 0.46, 0.425), (0.0, 0.42, 0.435), (0.10, 0.46, 0.425)]
    return shape.chain(smile, [0.015] * 3, BLACK, blend=0.0)
