"""Birds."""

import math

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, bead_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, ORANGE, RED, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.sculpt import Material, Shape, srgb, turn

from .eagles import eagle
from .parrots import parrot, toucan
from .peafowl import peacock
from .plumage import BEAK, Point, foot
from .waterfowl import flamingo, goose, swan

__all__ = [
    "bird",
    "chicken",
    "duck",
    "eagle",
    "flamingo",
    "goose",
    "owl",
    "parrot",
    "peacock",
    "penguin",
    "swan",
    "toucan",
]

# A wing's outline: along the body, and out from its root.
_WING = ((0.20, 0.0), (0.24, 0.36), (0.17, 0.70), (0.04, 0.96), (-0.08, 0.90), (-0.09, 0.76), (-0.22, 0.76),
         (-0.23, 0.60), (-0.35, 0.58), (-0.34, 0.40), (-0.45, 0.34), (-0.40, 0.0))  # fmt: skip
# How far the legs swing forward, that at -z first.
_STEPS = {"walk": (36.0, -30.0), "run": (62.0, -54.0)}


def _legs(shape: Shape, hip: Point, length: float, pose: str | None) -> None:
    """A pair of thin legs on which a bird stands, walks or runs; `hip` is that at +z."""
    x, y, z = hip
    for side, swing in zip((-1, 1), _STEPS.get(pose or "", (4.0, 4.0)), strict=True):
        lean = math.radians(swing)
        ankle = (x + length * math.sin(lean), y - length * math.cos(lean), side * (z + 0.01))
        shape.cone((x, y, side * z), ankle, 0.03, 0.026, BEAK)
        foot(shape, ankle[0], ankle[2], y=ankle[1] - 0.01)


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
    _legs(shape, (0.05, 0.25, 0.11), 0.21, None)


def _spread_wings(shape: Shape, color: Color, tips: Color, *, root: Point = (0.02, 0.64, 0.26)) -> None:
    """Wings stretched out and up from `root`, that at +z, and feet drawn in."""
    x, y, z = root
    for side in (-1, 1):
        raised = (("x", side * 62.0),)
        ends = where(lambda _x, _y, across: np.abs(across) > z + 0.52, tips)
        root = (x, y, side * (z - 0.06))
        shape.prism(root, _WING, 0.05, color, round=0.045, blend=0.06, rotate=raised, pattern=ends)
        shape.cone((x - 0.14, y - 0.38, side * 0.10), (x - 0.28, y - 0.44, side * 0.11), 0.028, 0.024, BEAK)


def duck(look: Look) -> Shape:
    """A duck heading for +x, as in a bath."""
    feathers = look.paint("#ffd02e")
    shape = Shape("duck")
    shape.ellipsoid((-0.02, 0.36, 0), (0.56, 0.36, 0.40), feathers)
    shape.cone((-0.42, 0.44, 0), (-0.74, 0.68, 0), 0.20, 0.05, feathers, blend=0.12)
    shape.cone((0.30, 0.52, 0.02), (0.36, 0.80, 0.04), 0.22, 0.20, feathers, blend=0.12)
    wing = shade(feathers, 0.88)
    if look.pose == "fly":
        _spread_wings(shape, wing, shade(feathers, 0.7), root=(0.06, 0.52, 0.30))
    else:
        for side in (-1, 1):
            shape.ellipsoid((-0.10, 0.44, side * 0.35), (0.36, 0.20, 0.10), wing, blend=0.03, rotate=(("z", 12),))
    head = Shape("head").ellipsoid((0, 0, 0), (0.28, 0.27, 0.28), feathers, blend=0.08)
    head.ellipsoid((0, -0.07, 0.31), (0.15, 0.045, 0.17), ORANGE, blend=0.02, material=Material.GLOSSY)
    head.ellipsoid((0, -0.115, 0.28), (0.12, 0.035, 0.14), shade(ORANGE, 0.8), blend=0.01, material=Material.GLOSSY)
    for side in (-1, 1):
        bead_eye(head, (side * 0.165, 0.06, 0.20), 0.058, toward=(side * 0.5, 0, 0.85))
    shape.merge(head, (0.38, 0.98, 0.05), yaw=58)
    if look.pose != "walk":
        return shape
    up = Shape("duck").merge(shape, (0, 0.17, 0))
    _legs(up, (0.0, 0.28, 0.16), 0.25, look.pose)
    return up


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
    _legs(shape, (0.02, 0.30, 0.12), 0.26, look.pose)
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
    _owl_wings(shape, feathers, spread=look.pose == "fly")
    for side in (-1, 1):
        shape.cone((side * 0.24, 1.20, 0.06), (side * 0.36, 1.44, 0.06), 0.10, 0.02, feathers, blend=0.05)
        shape.ellipsoid((side * 0.175, 1.02, 0.29), (0.19, 0.19, 0.09), light, blend=0.02)
        shape.ellipsoid((side * 0.17, 1.02, 0.36), (0.125, 0.125, 0.06), srgb("#ffc12e"), material=Material.GLOSSY)
        bead_eye(shape, (side * 0.165, 1.02, 0.385), 0.082)
        for toe in (-0.06, 0.0, 0.06):
            shape.ellipsoid((side * 0.15 + toe, 0.04, 0.30), (0.032, 0.04, 0.08), BEAK)
    return shape.cone((0, 0.95, 0.38), (0, 0.84, 0.42), 0.06, 0.015, BEAK)


def _owl_wings(shape: Shape, feathers: Color, *, spread: bool) -> None:
    """Wings at its sides, or fanned out to the left and the right."""
    dark = shade(feathers, 0.75)
    for side in (-1, 1):
        if not spread:
            lean = (("z", side * 8.0),)
            shape.ellipsoid((side * 0.41, 0.50, 0), (0.10, 0.36, 0.24), dark, blend=0.04, rotate=lean)
            continue
        arm = [(side * 0.30, 0.76, -0.02), (side * 0.62, 0.92, -0.05), (side * 0.90, 0.90, -0.08)]
        shape.chain(arm, [0.14, 0.11, 0.07], dark, blend=0.08)
        for feather in range(7):
            x, down = 0.96 - 0.095 * feather, 20.0 + 11.5 * feather
            long = 0.24 + 0.012 * feather
            root = (side * x, 0.88 - 0.012 * feather, -0.07)
            reach, fall = math.cos(math.radians(down)) * long, math.sin(math.radians(down)) * long
            at = (root[0] + side * reach, root[1] - fall, root[2])
            tone, turned = (dark, shade(feathers, 0.55))[feather % 2], (("z", -side * down),)
            shape.ellipsoid(at, (long * 1.1, 0.085, 0.05), tone, rotate=turned, blend=0.01)


def penguin(look: Look) -> Shape:
    """A penguin with orange feet; it waddles."""
    waddling = look.pose == "walk"
    coat = look.paint("#26303f")
    shape = Shape("penguin")
    shape.ellipsoid((0, 0.56, 0), (0.42, 0.54, 0.37), coat)
    shape.ellipsoid((0, 0.50, 0.12), (0.33, 0.46, 0.30), WHITE, blend=0.03)
    shape.ellipsoid((0, 1.12, 0.02), (0.33, 0.32, 0.31), coat, blend=0.10)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.13, 1.12, 0.19), (0.155, 0.19, 0.15), WHITE, blend=0.03)
        out = 0.12 if waddling else 0.0
        elbow, tip = (side * (0.56 + out), 0.52 + out, 0.08), (side * (0.60 + 2 * out), 0.32 + 2 * out, 0.12)
        flipper = [(side * 0.36, 0.82, 0.02), elbow, tip]
        shape.chain(flipper, [0.10, 0.095, 0.05], coat, blend=0.05)
        if not waddling:
            shape.ellipsoid((side * 0.19, 0.05, 0.18), (0.17, 0.055, 0.24), ORANGE)
        shape.ellipsoid((side * 0.24, 1.03, 0.27), (0.06, 0.045, 0.03), srgb("#ffb0a8"), blend=0.02)
    shape.cone((0, 1.07, 0.30), (0, 1.045, 0.46), 0.075, 0.02, ORANGE, blend=0.01, material=Material.GLOSSY)
    bead_eyes(shape, 0.125, 1.16, 0.325, 0.058)
    return _waddling(shape) if waddling else shape


def _waddling(shape: Shape) -> Shape:
    """Lean a penguin over the foot that it stands on, the other one up before it."""
    leaning = Shape(shape.name)
    leaning.parts = [part.moved(turn("z", -9.0), np.array((0.03, 0.04, 0), np.float32), 1.0) for part in shape.parts]
    leaning.ellipsoid((0.17, 0.055, 0.16), (0.17, 0.055, 0.24), ORANGE)
    return leaning.ellipsoid((-0.20, 0.16, 0.30), (0.16, 0.055, 0.23), ORANGE, rotate=(("x", -24.0),))
