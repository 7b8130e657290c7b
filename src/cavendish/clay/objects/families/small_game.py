"""Deer, reindeer, squirrel and snake; kangaroo and hedgehog have files of their own."""

import math

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, bead_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, CREAM, PINK, RED, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.objects.quadruped import Build, hoofed_head, reposed, settled, stand
from cavendish.clay.sculpt import Material, Shape, srgb

from .hedgehogs import hedgehog
from .kangaroos import kangaroo

__all__ = ["deer", "hedgehog", "kangaroo", "reindeer", "snake", "squirrel"]


BONE = srgb("#e2cda2")
_BEAM = ((0.07, 0.22, -0.02), (0.20, 0.44, -0.06), (0.34, 0.62, -0.04), (0.34, 0.90, 0.02))
STAG = Build(leg=0.72, leg_radius=0.07, neck=0.46, neck_reach=0.26, neck_radius=0.13, length=0.54, height=0.29,
             width=0.24, tail=0.0)  # fmt: skip
REINDEER = Build(leg=0.62, leg_radius=0.085, neck=0.34, neck_reach=0.30, neck_radius=0.15, length=0.56, height=0.31,
                 width=0.27, tail=0.0)  # fmt: skip


def deer(look: Look) -> Shape:
    """A stag with antlers and light spots on its back."""
    coat = look.paint("#b57440")
    head = hoofed_head("head", coat, mix(coat, CREAM, 0.6), size=1.0, long=0.24, ears="side")
    _antlers(head, BONE, thick=1.0)
    shape = Shape("deer")
    build = reposed(STAG, look.pose)
    lower = STAG.leg - build.leg
    stand(shape, build, coat, head, hoof=srgb("#4a3226"), belly=mix(coat, CREAM, 0.7), pose=look.pose)
    for row, (y, z) in enumerate(((1.14, 0.10), (1.04, 0.20))):
        for step in range(5):
            x = -0.48 + step * 0.18 + row * 0.09
            shape.ellipsoid((x, y - lower - 0.10 * abs(x + 0.1), z), (0.036, 0.028, 0.03), CREAM, blend=0.02)
    shape.ellipsoid((-0.60, 1.04 - lower, 0), (0.10, 0.13, 0.08), WHITE, blend=0.04)
    return settled(shape, look.pose)


def _antlers(head: Shape, bone: Color, *, thick: float) -> None:
    """A pair of antlers with two tines each."""
    for side in (-1, 1):
        beam = [(side * x, y, z) for x, y, z in _BEAM]
        head.chain(beam, [0.036 * thick, 0.034 * thick, 0.030 * thick, 0.018 * thick], bone, blend=0.02)
        for start, end in ((beam[1], (side * 0.10, 0.66, 0.04)), (beam[2], (side * 0.54, 0.80, 0.0))):
            head.cone(start, end, 0.028 * thick, 0.014 * thick, bone, blend=0.02)


def reindeer(look: Look) -> Shape:
    """A reindeer: brown with a pale ruff, broad antlers, and bells on a red collar."""
    coat = look.paint("#7d5a41")
    ruff = mix(coat, CREAM, 0.68)
    head = hoofed_head("head", coat, ruff, size=1.12, long=0.26, ears="side")
    _antlers(head, srgb("#c9a877"), thick=1.6)
    for side in (-1, 1):
        for start, end in (((0.12, 0.30, 0.0), (0.16, 0.40, 0.24)), ((0.35, 0.78, 0.0), (0.20, 0.94, 0.04))):
            head.cone(
                (side * start[0], *start[1:]), (side * end[0], *end[1:]), 0.042, 0.026, srgb("#c9a877"), blend=0.02
            )
    shape = Shape("reindeer")
    build = reposed(REINDEER, look.pose)
    x, y, _ = stand(shape, build, coat, head, hoof=srgb("#33241d"), belly=ruff, pose=look.pose)
    for number in range(5):
        share = number / 4
        at = (0.50 + (x - 0.56) * share, y - 0.50 + 0.34 * share, 0.0)
        shape.ellipsoid(at, (0.17, 0.15, 0.165 - 0.02 * share), ruff, blend=0.05)
    lean = (("z", -37.0), ("x", 90.0))
    shape.torus((x - 0.12, y - 0.19, 0), 0.20, 0.045, RED, rotate=lean, material=Material.GLOSSY)
    shape.ellipsoid((x + 0.08, y - 0.36, 0.07), 0.065, BRASS, material=Material.METAL)
    shape.ellipsoid((-0.62, build.leg + 0.42, 0), (0.11, 0.13, 0.09), WHITE, blend=0.04)
    return settled(shape, look.pose)


def squirrel(look: Look) -> Shape:
    """A squirrel sitting up with an acorn, its tail curled behind it."""
    coat = look.paint("#c5622a")
    light, dark = mix(coat, CREAM, 0.75), shade(coat, 0.72)
    shape = Shape("squirrel")
    tail = [
        (-0.10, 0.14, -0.26),
        (-0.34, 0.26, -0.34),
        (-0.48, 0.60, -0.36),
        (-0.40, 0.94, -0.34),
        (-0.58, 1.16, -0.30),
    ]
    shape.chain(tail, [0.11, 0.18, 0.22, 0.21, 0.12], dark, blend=0.16)
    shape.ellipsoid((0, 0.36, -0.04), (0.30, 0.37, 0.29), coat, blend=0.06)
    shape.ellipsoid((0, 0.34, 0.12), (0.20, 0.27, 0.17), light, blend=0.05)
    shape.ellipsoid((0, 0.86, 0.06), (0.28, 0.25, 0.25), coat, blend=0.10)
    shape.ellipsoid((0, 0.80, 0.25), (0.13, 0.10, 0.10), light, blend=0.04)
    shape.ellipsoid((0, 0.84, 0.345), (0.038, 0.03, 0.025), srgb("#4a2522"), material=Material.GLOSSY)
    bead_eyes(shape, 0.14, 0.92, 0.255, 0.058)
    for side in (-1, 1):
        shape.cone((side * 0.15, 1.03, 0.02), (side * 0.19, 1.18, 0.0), 0.095, 0.045, coat, blend=0.03)
        shape.cone((side * 0.19, 1.17, 0.0), (side * 0.20, 1.26, -0.01), 0.04, 0.012, dark, blend=0.02)
        shape.ellipsoid((side * 0.21, 0.22, 0.06), (0.15, 0.20, 0.21), coat, blend=0.05)
        shape.ellipsoid((side * 0.18, 0.05, 0.22), (0.085, 0.05, 0.16), dark, blend=0.03)
        arm = [(side * 0.24, 0.58, 0.10), (side * 0.20, 0.46, 0.26), (side * 0.07, 0.50, 0.34)]
        shape.chain(arm, [0.07, 0.055, 0.05], coat)
    shape.ellipsoid((0, 0.50, 0.37), (0.085, 0.10, 0.085), srgb("#c98a45"), material=Material.GLOSSY)
    shape.ellipsoid((0, 0.57, 0.37), (0.10, 0.05, 0.10), srgb("#6b4226"))
    return shape


def snake(look: Look) -> Shape:
    """A coiled snake with its head raised and its tongue out."""
    skin = look.paint("#5aa83a")
    dark, belly = shade(skin, 0.55), mix(skin, CREAM, 0.7)
    rings = where(lambda x, _, z: np.sin(np.arctan2(z, x) * 9.0) > 0.45, dark)
    collar = where(lambda _, y, __: np.sin(y * 26.0) > 0.5, dark)
    shape = Shape("snake")
    turns, count = 2.4, 46
    points, radii = [], []
    for step in range(count + 1):
        share = step / count
        angle = math.radians(90) - share * turns * math.tau
        radius = 0.66 - 0.30 * share
        points.append((math.cos(angle) * radius, 0.13 + 0.30 * share * share, math.sin(angle) * radius))
        radii.append(0.03 + 0.11 * min(1.0, share * 4))
    shape.chain(points, radii, skin, blend=0.02, pattern=rings)
    x, y, z = points[-1]
    neck = [(x, y, z), (x * 0.4, y + 0.22, z * 0.4 + 0.02), (0.02, y + 0.48, -0.04), (0.02, y + 0.72, 0.10)]
    shape.chain(neck, [0.14, 0.13, 0.12, 0.12], skin, blend=0.05, pattern=collar)
    head = Shape("head").ellipsoid((0, 0, 0.06), (0.19, 0.14, 0.24), skin, blend=0.06)
    head.ellipsoid((0, -0.06, 0.10), (0.16, 0.07, 0.19), belly, blend=0.03)
    for side in (-1, 1):
        head.ellipsoid((side * 0.11, 0.11, 0.10), 0.075, WHITE, material=Material.GLOSSY, blend=0.01)
        bead_eye(head, (side * 0.115, 0.115, 0.15), 0.046)
        head.ellipsoid((side * 0.05, 0.02, 0.295), (0.014, 0.014, 0.01), BLACK)
        head.cone((0, -0.05, 0.42), (side * 0.05, -0.07, 0.50), 0.014, 0.008, RED)
    head.cone((0, -0.04, 0.26), (0, -0.05, 0.42), 0.018, 0.014, RED)
    head.ellipsoid((0, -0.035, 0.27), (0.09, 0.012, 0.03), shade(PINK, 0.5))
    return shape.merge(head, (0.02, y + 0.80, 0.14))
