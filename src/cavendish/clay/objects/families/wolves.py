"""The wolf: it stands and keeps watch."""

import math

import numpy as np

from cavendish.clay.objects.eyes import shut_eye, spark
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.objects.quadruped import Build, curled, prowl, settled
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["wolf"]

AMBER = srgb("#f0b02c")
SITTING_HEAD = (0.0, 1.30, 0.16)
BUILD = Build(length=0.60, height=0.26, width=0.23, leg=0.56, leg_radius=0.085, neck=0.16, neck_reach=0.24,
              neck_radius=0.20, head_yaw=52.0)  # fmt: skip


def wolf(look: Look) -> Shape:
    """A grey wolf with a bushy tail and amber eyes."""
    fur = look.paint("#80868f")
    pale, dark = mix(fur, CREAM, 0.72), shade(fur, 0.5)
    head, pose = _head(fur, pale, dark, asleep=look.pose == "sleep"), look.pose or "stand"
    shape = Shape("wolf")
    if pose == "sleep":
        return curled(shape, fur, head, tail=(0.11, 0.16, 0.19, 0.16, 0.11), tip=dark)
    if pose == "sit":
        return _sitting(shape, fur, pale, dark, head)
    edge = 0.30 if pose == "lie" else 0.76
    saddle = where(lambda x, y, z: y - 0.45 * np.abs(z) + 0.035 * np.sin(x * 34.0) > edge, shade(fur, 0.66))
    _, (x, y, z) = prowl(shape, BUILD, fur, Shape("head").merge(head, scale=0.9), paw=pale, pose=pose, pattern=saddle)
    _chest(shape, (BUILD.length * 0.80, y - 0.06, 0), pale)
    drop = {"run": 0.06, "jump": 0.06, "lie": 0.12}.get(pose, 0.40)
    brush = [(x, y - 0.06, z), (x - 0.24, y - 0.10 - 0.3 * drop, 0.03), (x - 0.36, y - 0.14 - drop, 0.05)]
    shape.chain(brush, [0.10, 0.14, 0.13], fur, blend=0.03)
    shape.cone(brush[2], (x - 0.42, brush[2][1] - 0.18 * (drop > 0.2) - 0.04, 0.06), 0.125, 0.035, dark, blend=0.05)
    return settled(shape, pose)


def _chest(shape: Shape, at: tuple[float, float, float], pale: Color) -> None:
    """Pointed tufts of the light fur on its breast."""
    x, y, _ = at
    for number in range(5):
        z = (number - 2) * 0.085
        shape.cone((x - 0.03, y + 0.05, z), (x + 0.07, y - 0.24 + 0.05 * abs(number - 2), 0.8 * z), 0.10, 0.03, pale,
                   blend=0.04)  # fmt: skip


def _sitting(shape: Shape, fur: Color, pale: Color, dark: Color, head: Shape) -> Shape:
    shape.ellipsoid((0, 0.42, -0.16), (0.36, 0.42, 0.38), fur)
    shape.ellipsoid((0, 0.72, 0.02), (0.29, 0.46, 0.28), fur, blend=0.18)
    shape.ellipsoid((0, 0.74, 0.16), (0.21, 0.34, 0.18), pale, blend=0.05)
    for side in (-1, 1):
        shape.cone((side * 0.16, 0.62, 0.20), (side * 0.15, 0.12, 0.30), 0.12, 0.09, fur, blend=0.06)
        shape.ellipsoid((side * 0.15, 0.075, 0.36), (0.10, 0.075, 0.14), pale, blend=0.03)
        shape.ellipsoid((side * 0.33, 0.22, 0.02), (0.15, 0.21, 0.27), fur, blend=0.08)
        shape.ellipsoid((side * 0.33, 0.07, 0.26), (0.10, 0.07, 0.14), pale, blend=0.03)
        for number in range(3):
            end = (side * (0.10 + 0.12 * number), 0.86 + 0.06 * number, 0.30 - 0.05 * number)
            shape.cone((side * 0.08 * (number + 1), 1.10, 0.18), end, 0.11, 0.03, pale, blend=0.04)
    tail = [(0.2, 0.15, -0.38), (0.54, 0.17, -0.28), (0.68, 0.20, 0.02)]
    shape.chain(tail, [0.10, 0.155, 0.15], fur, blend=0.08)
    shape.cone(tail[2], (0.62, 0.20, 0.28), 0.14, 0.04, dark, blend=0.05)
    shape.merge(head, SITTING_HEAD)
    return Shape("wolf").merge(shape, yaw=55.0)


def _head(fur: Color, pale: Color, dark: Color, *, asleep: bool) -> Shape:
    """Its head from the middle of the skull: a long muzzle between ragged cheeks."""
    head = Shape("head").ellipsoid((0, 0.02, 0), (0.31, 0.275, 0.28), fur, blend=0.06)
    for side in (-1, 1):
        for number, (out, down) in enumerate(((0.50, -0.06), (0.45, -0.20), (0.33, -0.31))):
            root = (side * (0.18 - 0.03 * number), -0.06 - 0.03 * number, 0.04)
            head.cone(root, (side * out, down, 0.0), 0.13, 0.02, pale if number else fur, blend=0.04)
        head.cone((side * 0.17, 0.20, -0.04), (side * 0.235, 0.52, -0.06), 0.125, 0.02, fur, blend=0.05)
        head.cone((side * 0.178, 0.23, 0.03), (side * 0.226, 0.43, -0.005), 0.065, 0.01, shade(dark, 0.6))
        head.ellipsoid((side * 0.115, 0.145, 0.215), (0.075, 0.035, 0.05), pale, blend=0.02, rotate=(("z", side * 20),))
        _eye(head, side, asleep=asleep)
    head.cone((0, -0.03, 0.18), (0, -0.09, 0.47), 0.155, 0.085, fur, blend=0.07)
    head.cone((0, -0.12, 0.18), (0, -0.125, 0.46), 0.145, 0.08, pale, blend=0.03)
    head.ellipsoid((0, -0.055, 0.545), (0.070, 0.055, 0.048), BLACK, material=Material.GLOSSY)
    smile = [
        (math.sin(a) * 0.075, -0.155 - 0.02 * math.cos(a), 0.40 + 0.11 * math.cos(a)) for a in (-1.1, -0.5, 0.5, 1.1)
    ]
    return head.chain(smile, [0.010] * 4, shade(dark, 0.4), blend=0.0)


def _eye(head: Shape, side: int, *, asleep: bool) -> None:
    at = (side * 0.135, 0.055, 0.235)
    if asleep:
        shut_eye(head, (at[0], at[1], at[2] + 0.03), 0.06)
        return
    head.ellipsoid(at, (0.076, 0.066, 0.05), AMBER, material=Material.GLOSSY, rotate=(("z", side * 18.0),))
    pupil = (side * 0.132, 0.052, 0.256)
    head.ellipsoid(pupil, (0.046, 0.05, 0.042), BLACK, material=Material.GLOSSY, mark="eye")
    spark(head, pupil, 0.046)
