"""Six legs, or eight."""

import math

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, spark
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, DARK, PINK, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.sculpt import Material, Shape, srgb, turn

__all__ = ["bee", "butterfly", "dragonfly", "spider"]

GLOSSY = Material.GLOSSY


def bee(look: Look) -> Shape:
    """A plump bee in flight, heading for +x, its face to the viewer."""
    fur = look.paint("#ffc022")
    dark = srgb("#2a2226")
    rings = where(lambda x, *_: np.sin((x + 0.10) * 17.0) > 0.05, dark)
    shape = Shape("bee")
    shape.ellipsoid((-0.14, 0.46, 0), (0.50, 0.36, 0.36), fur, pattern=rings)
    shape.cone((-0.58, 0.44, 0), (-0.76, 0.42, 0), 0.07, 0.012, dark, blend=0.04)
    head = Shape("head").ellipsoid((0, 0, 0), (0.27, 0.26, 0.25), fur)
    for side in (-1, 1):
        bead_eye(head, (side * 0.12, 0.05, 0.20), 0.072)
        head.ellipsoid((side * 0.17, -0.07, 0.17), (0.05, 0.04, 0.03), PINK, blend=0.03)
        feeler = [(side * 0.09, 0.22, 0.05), (side * 0.14, 0.38, 0.10), (side * 0.22, 0.46, 0.14)]
        head.chain(feeler, [0.022, 0.018, 0.018], dark, blend=0.01)
        head.ellipsoid(feeler[-1], 0.042, dark)
    smile = [(-0.06, -0.09, 0.235), (0.0, -0.115, 0.235), (0.06, -0.09, 0.235)]
    head.chain(smile, [0.014] * 3, dark, blend=0.0)
    shape.merge(head, (0.40, 0.54, 0.04), yaw=52)
    for side in (-1, 1):
        lean = (("x", side * 34), ("z", 22))
        shape.ellipsoid((-0.12, 0.92, side * 0.26), (0.20, 0.30, 0.03), srgb("#e8f3fb"), rotate=lean, material=GLOSSY)
        shape.ellipsoid((-0.34, 0.82, side * 0.24), (0.15, 0.21, 0.03), srgb("#d3e6f4"), rotate=lean, material=GLOSSY)
        for x in (-0.22, -0.02, 0.18):
            shape.cone((x, 0.20, side * 0.14), (x + 0.03, 0.06, side * 0.18), 0.03, 0.026, dark)
    return shape


def _wing(tip: tuple[float, float], round_: tuple[float, float], turn: float, side: int, color: Color) -> Shape:
    """A flat petal of a wing with a dark rim and light dots along it."""
    x, y = side * tip[0], tip[1]
    lean = (("z", side * turn),)
    wing = Shape("wing")
    wing.ellipsoid((x, y, -0.02), (round_[0], round_[1], 0.035), srgb("#241c26"), rotate=lean)
    inner = (round_[0] * 0.78, round_[1] * 0.80, 0.045)
    wing.ellipsoid((x * 0.94, y * 0.985, -0.015), inner, color, rotate=lean, material=GLOSSY)
    return wing


def butterfly(look: Look) -> Shape:
    """A butterfly with its wings spread towards the viewer."""
    color = look.paint("#ff8a1f")
    light, dark = mix(color, WHITE, 0.45), srgb("#241c26")
    shape = Shape("butterfly")
    for side in (-1, 1):
        flap = Shape("wings")
        flap.merge(_wing((0.50, 0.96), (0.40, 0.50), -42, side, color))
        flap.merge(_wing((0.40, 0.42), (0.32, 0.36), 38, side, mix(color, srgb("#ffcf3a"), 0.45)))
        for x, y, radius in ((0.62, 1.16, 0.10), (0.46, 0.80, 0.08), (0.44, 0.36, 0.09)):
            flap.ellipsoid((side * x, y, 0.018), (radius, radius * 1.2, 0.03), light, material=GLOSSY)
        for step in range(5):
            angle = math.radians(72 - step * 24)
            dot = (side * (0.50 + 0.42 * math.cos(angle)), 1.0 + 0.40 * math.sin(angle), 0.01)
            flap.ellipsoid(dot, (0.036, 0.036, 0.02), WHITE)
        shape.merge(flap, yaw=side * 16)
    shape.cone((0, 0.36, 0.04), (0, 0.92, 0.06), 0.055, 0.085, dark, material=GLOSSY)
    shape.ellipsoid((0, 1.06, 0.08), (0.13, 0.13, 0.12), dark, blend=0.04, material=GLOSSY)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.055, 1.08, 0.17), (0.04, 0.05, 0.03), WHITE)
        shape.ellipsoid((side * 0.052, 1.075, 0.195), (0.02, 0.028, 0.014), BLACK, material=GLOSSY)
        feeler = [(side * 0.05, 1.17, 0.08), (side * 0.11, 1.34, 0.08), (side * 0.22, 1.45, 0.08)]
        shape.chain(feeler, [0.018, 0.016, 0.016], dark, blend=0.01)
        shape.ellipsoid(feeler[-1], 0.036, dark)
    return shape


def dragonfly(look: Look) -> Shape:
    """A dragonfly in flight, heading for +x, its four wings spread."""
    body = look.paint("#1fa3a8")
    dark, glass = shade(body, 0.45), srgb("#d5eef7")
    rings = where(lambda x, *_: np.sin(x * 26.0) > 0.55, dark)
    shape = Shape("dragonfly")
    shape.cone((0.12, 0.62, 0), (-1.10, 0.50, 0), 0.10, 0.05, body, pattern=rings, material=GLOSSY)
    shape.ellipsoid((-1.12, 0.50, 0), (0.10, 0.065, 0.065), dark, blend=0.04, material=GLOSSY)
    shape.ellipsoid((0.16, 0.63, 0), (0.30, 0.21, 0.20), body, blend=0.06, material=GLOSSY)
    head = Shape("head").ellipsoid((0, 0, 0), (0.19, 0.17, 0.16), body, material=GLOSSY)
    for side in (-1, 1):
        eye = (side * 0.15, 0.06, 0.07)
        head.ellipsoid(eye, (0.15, 0.16, 0.15), srgb("#d43a5e"), material=GLOSSY, blend=0.01)
        spark(head, eye, 0.17)
    smile = [(-0.07, -0.09, 0.14), (0.0, -0.115, 0.15), (0.07, -0.09, 0.14)]
    head.chain(smile, [0.013] * 3, dark, blend=0.0)
    shape.merge(head, (0.50, 0.66, 0.02), yaw=58)
    for side in (-1, 1):
        for x, sweep, length in ((0.24, 24, 0.60), (-0.04, -20, 0.52)):
            lean = (("x", -side * 48.0), ("y", side * sweep))
            along = turn(*lean[0]) @ turn(*lean[1]) @ np.array([0, 0, side], np.float32)
            at = np.array([x, 0.74, side * 0.08], np.float32) + along * np.float32(length)
            shape.ellipsoid(at, (0.16, 0.022, length), glass, rotate=lean, material=GLOSSY)
            shape.ellipsoid(at + along * np.float32(length * 0.72), (0.075, 0.03, 0.10), dark, rotate=lean)
        for x in (0.10, 0.24, 0.36):
            shape.chain(
                [(x, 0.48, side * 0.08), (x + 0.05, 0.34, side * 0.17), (x, 0.24, side * 0.15)], [0.022] * 3, dark
            )
    return shape


def spider(look: Look) -> Shape:
    """A spider with a friendly face, its eight legs bent."""
    body = look.paint("#4a3d55")
    light = mix(body, WHITE, 0.4)
    shape = Shape("spider")
    shape.ellipsoid((0, 0.50, -0.34), (0.42, 0.38, 0.44), body, material=GLOSSY)
    for x, y, z in ((0.0, 0.86, -0.40), (-0.17, 0.80, -0.26), (0.17, 0.80, -0.26), (0.0, 0.74, -0.72)):
        shape.ellipsoid((x, y, z), (0.075, 0.045, 0.085), light, blend=0.02)
    shape.ellipsoid((0, 0.42, 0.12), (0.33, 0.30, 0.30), body, blend=0.06, material=GLOSSY)
    for side in (-1, 1):
        for x, y, radius in ((0.11, 0.50, 0.11), (0.25, 0.58, 0.06)):
            eye = (side * x, y, 0.38 - 1.1 * (x - 0.1))
            shape.ellipsoid(eye, radius, WHITE, material=GLOSSY)
            pupil = (eye[0], eye[1], eye[2] + radius * 0.62)
            shape.ellipsoid(pupil, radius * 0.56, BLACK, material=GLOSSY)
            spark(shape, pupil, radius * 0.56)
        shape.cone((side * 0.07, 0.30, 0.36), (side * 0.06, 0.20, 0.40), 0.035, 0.012, WHITE)
        for leg, angle in enumerate((48, 16, -16, -48)):
            reach, along = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            hip = (side * 0.22, 0.44, 0.08 + along * 0.16)
            knee = (side * (0.26 + 0.34 * reach), 0.74 - 0.05 * (leg % 2), 0.02 + along * 0.54)
            shin = (side * (0.36 + 0.48 * reach), 0.38, 0.01 + along * 0.74)
            foot = (side * (0.44 + 0.54 * reach), 0.04, along * 0.84)
            shape.chain([hip, knee, shin, foot], [0.065, 0.06, 0.045, 0.03], shade(body, 0.8), blend=0.08)
            shape.ellipsoid(foot, 0.045, DARK)
    return shape
