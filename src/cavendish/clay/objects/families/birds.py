"""Birds."""

import math

from cavendish.clay.objects.eyes import bead_eye, bead_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, ORANGE, RED, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["bird", "chicken", "duck", "owl", "penguin"]

BEAK = srgb("#ffab1f")


def _foot(shape: Shape, x: float, z: float, *, size: float = 0.16, color: Color = BEAK, toward: float = 90.0) -> None:
    """Three toes; `toward` is where the middle one points, in degrees from +x to +z."""
    for spread in (-32, 0, 32):
        angle = math.radians(toward + spread)
        tip = (x + math.cos(angle) * size, 0.022, z + math.sin(angle) * size)
        shape.cone((x, 0.03, z), tip, 0.028, 0.02, color, blend=0.01)


def bird(look: Look) -> Shape:
    """A round songbird heading for +x."""
    feathers = look.paint("#2f8fe0")
    light = mix(feathers, WHITE, 0.72)
    dark = shade(feathers, 0.62)
    shape = Shape("bird")
    shape.ellipsoid((0, 0.52, 0), (0.42, 0.35, 0.33), feathers)
    shape.ellipsoid((0.12, 0.44, 0.02), (0.31, 0.27, 0.28), light, blend=0.07)
    shape.ellipsoid((0.30, 0.86, 0.03), (0.27, 0.26, 0.26), feathers, blend=0.09)
    tail = [(-0.30, 0.58, 0), (-0.62, 0.70, 0), (-0.86, 0.76, 0)]
    shape.chain(tail, [0.14, 0.10, 0.055], dark, blend=0.06)
    if look.pose == "fly":
        _spread_wings(shape, dark, mix(dark, BLACK, 0.35))
    else:
        _folded_wings(shape, dark)
    head = Shape("face").cone((0, -0.02, 0.20), (0, -0.05, 0.42), 0.085, 0.012, BEAK, blend=0.01)
    head.ellipsoid((0, -0.1, 0.15), (0.15, 0.12, 0.12), light, blend=0.05)
    for side in (-1, 1):
        bead_eye(head, (side * 0.15, 0.06, 0.18), 0.062, toward=(side * 0.6, 0, 0.8))
    return shape.merge(head, (0.30, 0.86, 0.03), yaw=60)


def _folded_wings(shape: Shape, dark: Color) -> None:
    """Wings along the body, and legs to stand on."""
    for side in (-1, 1):
        shape.ellipsoid((-0.08, 0.56, side * 0.29), (0.34, 0.19, 0.08), dark, blend=0.02, rotate=(("z", -18),))
        shape.ellipsoid((-0.16, 0.50, side * 0.335), (0.24, 0.09, 0.05), mix(dark, BLACK, 0.35), rotate=(("z", -18),))
        shape.cone((0.05, 0.25, side * 0.11), (0.06, 0.04, side * 0.12), 0.028, 0.024, BEAK)
        _foot(shape, 0.06, side * 0.12, toward=0 if side > 0 else 360)


def _spread_wings(shape: Shape, color: Color, tips: Color) -> None:
    """Wings stretched out and up, and feet drawn in."""
    for side in (-1, 1):
        for feather in range(5):
            share = feather / 4
            tip = (0.10 - 0.42 * share, 1.10 - 0.34 * share, side * (1.02 - 0.34 * share))
            shape.cone((0.02 - 0.22 * share, 0.64, side * 0.26), tip, 0.12, 0.05, color, blend=0.05)
            shape.ellipsoid(tip, 0.062, tips, blend=0.03)
        shape.cone((-0.12, 0.26, side * 0.10), (-0.26, 0.20, side * 0.11), 0.028, 0.024, BEAK)


def duck(look: Look) -> Shape:
    """A duck heading for +x, as in a bath."""
    feathers = look.paint("#ffd02e")
    shape = Shape("duck")
    shape.ellipsoid((-0.02, 0.36, 0), (0.56, 0.36, 0.40), feathers)
    shape.cone((-0.42, 0.44, 0), (-0.74, 0.68, 0), 0.20, 0.05, feathers, blend=0.12)
    shape.cone((0.30, 0.52, 0.02), (0.36, 0.80, 0.04), 0.22, 0.20, feathers, blend=0.12)
    for side in (-1, 1):
        shape.ellipsoid(
            (-0.10, 0.44, side * 0.35), (0.36, 0.20, 0.10), shade(feathers, 0.88), blend=0.03, rotate=(("z", 12),)
        )
    head = Shape("head").ellipsoid((0, 0, 0), (0.28, 0.27, 0.28), feathers, blend=0.08)
    head.ellipsoid((0, -0.07, 0.31), (0.15, 0.045, 0.17), ORANGE, blend=0.02, material=Material.GLOSSY)
    head.ellipsoid((0, -0.115, 0.28), (0.12, 0.035, 0.14), shade(ORANGE, 0.8), blend=0.01, material=Material.GLOSSY)
    for side in (-1, 1):
        bead_eye(head, (side * 0.165, 0.06, 0.20), 0.058, toward=(side * 0.5, 0, 0.85))
    return shape.merge(head, (0.38, 0.98, 0.05), yaw=58)


def chicken(look: Look) -> Shape:
    """A hen with a red comb, heading for +x."""
    feathers = look.paint("#f4ede0")
    shape = Shape("chicken")
    shape.ellipsoid((0, 0.56, 0), (0.48, 0.36, 0.36), feathers)
    shape.cone((0.26, 0.68, 0), (0.40, 1.06, 0.02), 0.25, 0.17, feathers, blend=0.12)
    for index, (x, y) in enumerate(((-0.66, 0.96), (-0.74, 0.80), (-0.70, 0.64))):
        shape.cone((-0.32, 0.62, 0), (x, y, (index - 1) * 0.04), 0.18, 0.07, shade(feathers, 0.92), blend=0.08)
    for side in (-1, 1):
        shape.ellipsoid(
            (-0.08, 0.58, side * 0.32), (0.30, 0.19, 0.08), shade(feathers, 0.88), blend=0.03, rotate=(("z", -10),)
        )
        shape.cone((0.02, 0.28, side * 0.12), (0.04, 0.04, side * 0.13), 0.03, 0.026, BEAK)
        _foot(shape, 0.04, side * 0.13, toward=0)
    head = Shape("head").ellipsoid((0, 0, 0), (0.19, 0.20, 0.20), feathers, blend=0.06)
    head.cone((0, -0.02, 0.16), (0, -0.04, 0.32), 0.065, 0.012, BEAK, blend=0.01)
    for index in range(3):
        head.ellipsoid((0, 0.21 + 0.03 * (index == 1), 0.10 - index * 0.10), (0.04, 0.085, 0.065), RED, blend=0.03)
    for side in (-1, 1):
        head.ellipsoid((side * 0.035, -0.15, 0.19), (0.035, 0.065, 0.04), RED)
        bead_eye(head, (side * 0.125, 0.05, 0.125), 0.045, toward=(side * 0.7, 0, 0.7))
    return shape.merge(head, (0.42, 1.16, 0.03), yaw=58)


def owl(look: Look) -> Shape:
    """An owl that looks straight at the viewer."""
    feathers = look.paint("#8a5f3a")
    light = mix(feathers, CREAM, 0.7)
    scales = where(
        lambda x, y, _z: ((x * 9 + (y * 8 // 1) * 0.5) % 1 - 0.5) ** 2 + ((y * 8) % 1 - 0.6) ** 2 < 0.07,
        shade(feathers, 0.7),
    )
    shape = Shape("owl")
    shape.ellipsoid((0, 0.50, 0), (0.42, 0.50, 0.38), feathers)
    shape.ellipsoid((0, 0.44, 0.14), (0.31, 0.38, 0.28), light, blend=0.04, pattern=scales)
    shape.ellipsoid((0, 0.98, 0.03), (0.42, 0.34, 0.35), feathers, blend=0.10)
    for side in (-1, 1):
        shape.ellipsoid(
            (side * 0.41, 0.50, 0), (0.10, 0.36, 0.24), shade(feathers, 0.75), blend=0.04, rotate=(("z", side * 8),)
        )
        shape.cone((side * 0.24, 1.20, 0.06), (side * 0.36, 1.44, 0.06), 0.10, 0.02, feathers, blend=0.05)
        shape.ellipsoid((side * 0.175, 1.02, 0.29), (0.19, 0.19, 0.09), light, blend=0.02)
        shape.ellipsoid((side * 0.17, 1.02, 0.36), (0.125, 0.125, 0.06), srgb("#ffc12e"), material=Material.GLOSSY)
        bead_eye(shape, (side * 0.165, 1.02, 0.385), 0.082)
        for toe in (-0.06, 0.0, 0.06):
            shape.ellipsoid((side * 0.15 + toe, 0.04, 0.30), (0.032, 0.04, 0.08), BEAK)
    return shape.cone((0, 0.95, 0.38), (0, 0.84, 0.42), 0.06, 0.015, BEAK)


def penguin(look: Look) -> Shape:
    """A penguin with orange feet."""
    coat = look.paint("#26303f")
    shape = Shape("penguin")
    shape.ellipsoid((0, 0.56, 0), (0.42, 0.54, 0.37), coat)
    shape.ellipsoid((0, 0.50, 0.12), (0.33, 0.46, 0.30), WHITE, blend=0.03)
    shape.ellipsoid((0, 1.12, 0.02), (0.33, 0.32, 0.31), coat, blend=0.10)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.13, 1.12, 0.19), (0.155, 0.19, 0.15), WHITE, blend=0.03)
        flipper = [(side * 0.36, 0.82, 0.02), (side * 0.56, 0.52, 0.08), (side * 0.60, 0.32, 0.12)]
        shape.chain(flipper, [0.10, 0.095, 0.05], coat, blend=0.05)
        shape.ellipsoid((side * 0.19, 0.05, 0.18), (0.17, 0.055, 0.24), ORANGE)
        shape.ellipsoid((side * 0.24, 1.03, 0.27), (0.06, 0.045, 0.03), srgb("#ffb0a8"), blend=0.02)
    shape.cone((0, 1.07, 0.30), (0, 1.045, 0.46), 0.075, 0.02, ORANGE, blend=0.01, material=Material.GLOSSY)
    bead_eyes(shape, 0.125, 1.16, 0.325, 0.058)
    return shape
