"""Bears, and the koala, which is none but sits like one: upright and plump, the soles to the viewer."""

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, bead_eyes, shut_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, PINK, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, where
from cavendish.clay.objects.quadruped import Build, curled, prowl, settled
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["bear", "koala", "panda", "polar_bear", "sitting"]

GLOSSY = Material.GLOSSY
HEAD = 1.22  # the height of the head of a bear that sits


def sitting(name: str, fur: Color, belly: Color, paws: Color, *, pattern: Pattern | None = None) -> Shape:
    """A plump body that sits upright, arms down, soles to the viewer; the head belongs at y = 1.25."""
    shape = Shape(name)
    shape.ellipsoid((0, 0.50, -0.02), (0.46, 0.50, 0.42), fur, pattern=pattern)
    shape.ellipsoid((0, 0.50, 0.20), (0.32, 0.36, 0.24), belly, blend=0.06)
    for side in (-1, 1):
        arm = [(side * 0.38, 0.80, 0.06), (side * 0.52, 0.56, 0.16), (side * 0.42, 0.36, 0.30)]
        shape.chain(arm, [0.15, 0.145, 0.13], paws, blend=0.07, pattern=pattern)
        shape.ellipsoid((side * 0.34, 0.17, 0.26), (0.18, 0.17, 0.30), paws, blend=0.06)
        shape.ellipsoid((side * 0.36, 0.18, 0.53), (0.115, 0.125, 0.045), mix(belly, PINK, 0.25))
    return shape


def _round_head(fur: Color, muzzle: Color, *, ears: Color, inner: Color) -> Shape:
    """A bear's head from its middle: round ears, a short muzzle with a black nose; the eyes are the caller's."""
    shape, y = Shape("head"), 0.0
    shape.ellipsoid((0, y, 0.06), (0.42, 0.37, 0.36), fur, blend=0.08)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.31, y + 0.30, 0.0), (0.15, 0.15, 0.08), ears, blend=0.04)
        shape.ellipsoid((side * 0.31, y + 0.30, 0.06), (0.09, 0.09, 0.04), inner)
    shape.ellipsoid((0, y - 0.10, 0.36), (0.20, 0.155, 0.15), muzzle, blend=0.05)
    shape.ellipsoid((0, y - 0.02, 0.495), (0.085, 0.06, 0.045), BLACK, material=GLOSSY)
    return shape.cone((0, y - 0.06, 0.505), (0, y - 0.14, 0.50), 0.012, 0.012, BLACK)


def bear(look: Look) -> Shape:
    """A brown bear; it sits."""
    fur = look.paint("#7f4d2b")
    light = mix(fur, CREAM, 0.45)
    head = _round_head(fur, light, ears=fur, inner=shade(light, 0.8))
    bead_eyes(head, 0.16, 0.08, 0.355, 0.058, shut=look.pose == "sleep")
    if look.pose is not None:
        return _bear_on_paws("bear", look.pose, fur, shade(fur, 0.8), head)
    return sitting("bear", fur, mix(fur, CREAM, 0.25), fur).merge(head, (0, HEAD, 0))


def panda(look: Look) -> Shape:
    """A panda; it sits."""
    white = look.paint("#f4f1ea")
    dark = srgb("#232126")
    head = _round_head(white, white, ears=dark, inner=srgb("#35323a"))
    for side in (-1, 1):
        head.ellipsoid((side * 0.185, 0.05, 0.345), (0.10, 0.125, 0.05), dark, rotate=(("z", side * 28),))
        if look.pose == "sleep":
            shut_eye(head, (side * 0.165, 0.065, 0.40), 0.05)
        else:
            bead_eye(head, (side * 0.165, 0.065, 0.385), 0.05)
    if look.pose is not None:
        black = where(lambda x, y, _z: (y < 0.42) | (np.abs(x - 0.34) < 0.17), dark)
        return _bear_on_paws("panda", look.pose, white, dark, head, None if look.pose == "sleep" else black)
    return sitting("panda", white, white, dark).merge(head, (0, HEAD, 0))


def _bear_on_paws(name: str, pose: str, fur: Color, paw: Color, head: Shape, pattern: Pattern | None = None) -> Shape:
    shape = Shape(name)
    if pose == "sleep":
        return curled(shape, fur, head, tail=(0.10, 0.11, 0.12, 0.13, 0.14), tip=paw, limb=paw, pattern=pattern)
    build = Build(length=0.62, height=0.37, width=0.36, leg=0.40, leg_radius=0.15, neck=0.06, neck_reach=0.16,
                  neck_radius=0.20, head_yaw=54.0)  # fmt: skip
    _, (x, y, z) = prowl(shape, build, fur, Shape("head").merge(head, scale=0.88), paw=paw, pose=pose, pattern=pattern)
    shape.ellipsoid((x + 0.02, y - 0.08, z), (0.10, 0.10, 0.10), fur, blend=0.04)
    return settled(shape, pose)


def polar_bear(look: Look) -> Shape:
    """A white bear; it sits."""
    fur = look.paint("#f1eee6")
    head = _round_head(fur, fur, ears=fur, inner=mix(fur, PINK, 0.35))
    bead_eyes(head, 0.15, 0.08, 0.36, 0.054, shut=look.pose == "sleep")
    if look.pose is not None:
        return _bear_on_paws("polar_bear", look.pose, fur, shade(fur, 0.9), head)
    return sitting("polar_bear", fur, fur, fur).merge(head, (0, HEAD, 0))


def koala(look: Look) -> Shape:
    """A koala with tufted ears and a large nose; it sits."""
    fur = look.paint("#8f949c")
    pale = mix(fur, WHITE, 0.8)
    head = _koala_head(fur, pale, asleep=look.pose == "sleep")
    if look.pose is not None:
        return _bear_on_paws("koala", look.pose, fur, shade(fur, 0.7), head)
    return sitting("koala", fur, pale, fur).merge(head, (0, HEAD, 0))


def _koala_head(fur: Color, pale: Color, *, asleep: bool) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0.06), (0.40, 0.36, 0.35), fur, blend=0.08)
    head.ellipsoid((0, -0.22, 0.24), (0.22, 0.13, 0.16), pale, blend=0.06)
    for side in (-1, 1):
        head.ellipsoid((side * 0.42, 0.20, -0.02), (0.23, 0.22, 0.10), fur, blend=0.05)
        head.ellipsoid((side * 0.43, 0.19, 0.06), (0.15, 0.145, 0.05), mix(pale, PINK, 0.25))
        for number in range(6):
            angle = np.radians(150.0 + 36.0 * number)
            out, up = -float(np.cos(angle)), -float(np.sin(angle))
            root = (side * (0.43 + 0.12 * out), 0.19 + 0.12 * up, 0.04)
            tip = (side * (0.43 + 0.21 * out), 0.19 + 0.20 * up, 0.05)
            head.cone(root, tip, 0.075, 0.045, pale, blend=0.05)
    head.ellipsoid((0, -0.03, 0.42), (0.105, 0.155, 0.085), BLACK, material=GLOSSY)
    head.chain([(-0.08, -0.225, 0.375), (0, -0.245, 0.395), (0.08, -0.225, 0.375)], [0.011] * 3, BLACK, blend=0.0)
    bead_eyes(head, 0.195, 0.06, 0.365, 0.055, shut=asleep)
    return head
