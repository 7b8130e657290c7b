"""Raccoon and red panda: they sit, a thick tail with rings round their feet."""

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, shut_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.objects.quadruped import Build, curled, prowl, settled
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["raccoon", "red_panda"]

HEAD = (0.0, 1.10, 0.12)
BUILD = Build(length=0.50, height=0.27, width=0.25, leg=0.30, leg_radius=0.10, neck=0.10, neck_reach=0.16,
              neck_radius=0.18, head_yaw=54.0)  # fmt: skip


def raccoon(look: Look) -> Shape:
    """A raccoon with a black mask."""
    fur = look.paint("#85868c")
    dark = srgb("#2b2a2f")
    head = _raccoon_head(fur, dark, asleep=look.pose == "sleep")
    return _animal(look.pose, head, fur=fur, belly=mix(fur, WHITE, 0.5), limb=shade(fur, 0.62), paw=dark, ring=dark)


def red_panda(look: Look) -> Shape:
    """A red panda: rust-red above, black below, with a white face."""
    fur = look.paint("#a9451e")
    dark = srgb("#2e1d1a")
    head = _red_panda_head(fur, asleep=look.pose == "sleep")
    return _animal(look.pose, head, fur=fur, belly=dark, limb=dark, paw=dark, ring=mix(fur, WHITE, 0.45))


def _animal(pose: str | None, head: Shape, *, fur: Color, belly: Color, limb: Color, paw: Color, ring: Color) -> Shape:
    shape = Shape("ringtail")
    if pose == "sleep":
        return curled(shape, fur, head, tail=(0.13, 0.17, 0.19, 0.17, 0.13), tip=ring, limb=shade(fur, 0.85))
    if pose is not None:
        return _on_paws(shape, pose, head, fur=fur, belly=belly, paw=paw, ring=ring)
    shape.ellipsoid((0, 0.40, -0.10), (0.39, 0.40, 0.38), fur)
    shape.ellipsoid((0, 0.62, 0.02), (0.29, 0.38, 0.27), fur, blend=0.16)
    shape.ellipsoid((0, 0.52, 0.17), (0.24, 0.36, 0.18), belly, blend=0.05)
    for side in (-1, 1):
        arm = [(side * 0.24, 0.74, 0.12), (side * 0.25, 0.44, 0.29), (side * 0.15, 0.13, 0.36)]
        shape.chain(arm, [0.11, 0.10, 0.09], limb, blend=0.05)
        shape.ellipsoid((side * 0.15, 0.075, 0.41), (0.105, 0.075, 0.14), paw, blend=0.03)
        shape.ellipsoid((side * 0.34, 0.21, 0.04), (0.15, 0.21, 0.26), fur, blend=0.07)
        shape.ellipsoid((side * 0.34, 0.075, 0.27), (0.115, 0.075, 0.16), paw, blend=0.03)
    tail = [(0.18, 0.16, -0.40), (0.52, 0.17, -0.34), (0.72, 0.20, -0.06), (0.68, 0.22, 0.24), (0.54, 0.24, 0.42)]
    _tail(shape, tail, fur, ring)
    return shape.merge(head, HEAD)


def _on_paws(shape: Shape, pose: str, head: Shape, *, fur: Color, belly: Color, paw: Color, ring: Color) -> Shape:
    under = where(lambda _x, y, _z: y < (0.16 if pose == "lie" else 0.36), belly)
    small = Shape("head").merge(head, scale=0.86)
    _, (x, y, z) = prowl(shape, BUILD, fur, small, paw=paw, pose=pose, pattern=under)
    drop = {"run": -0.08, "jump": -0.06, "lie": 0.16}.get(pose, 0.16)
    path = [(x + 0.06 - 0.20 * n, y - 0.10 - drop * n**1.5 / 5, z + 0.02 * n) for n in range(5)]
    _tail(shape, [(px, max(py, 0.17), pz) for px, py, pz in path], fur, ring)
    return settled(shape, pose)


def _tail(shape: Shape, path: list[tuple[float, float, float]], fur: Color, ring: Color) -> None:
    """A brush along `path` that changes its colour from piece to piece."""
    places = np.linspace(0, len(path) - 1, 10)
    points = [tuple(np.interp(places, range(len(path)), axis)) for axis in zip(*path, strict=True)]
    joints = list(zip(*points, strict=True))
    radii = [0.10, 0.135, 0.155, 0.165, 0.17, 0.165, 0.16, 0.15, 0.13, 0.09]
    for number in range(9):
        tone = ring if number % 2 else fur
        shape.cone(joints[number], joints[number + 1], radii[number], radii[number + 1], tone, blend=0.015)


def _muzzle(head: Shape, pale: Color) -> None:
    head.cone((0, -0.10, 0.20), (0, -0.125, 0.38), 0.135, 0.085, pale, blend=0.05)
    head.ellipsoid((0, -0.085, 0.465), (0.062, 0.048, 0.04), BLACK, material=Material.GLOSSY)
    head.chain([(-0.07, -0.185, 0.385), (0, -0.165, 0.43), (0.07, -0.185, 0.385)], [0.010] * 3, BLACK, blend=0.0)


def _ears(head: Shape, rim: Color, inner: Color, *, tilt: float) -> None:
    for side in (-1, 1):
        lean = (("z", -side * tilt),)
        head.ellipsoid((side * 0.27, 0.27, -0.03), (0.12, 0.16, 0.065), rim, blend=0.04, rotate=lean)
        head.ellipsoid((side * 0.27, 0.265, 0.022), (0.075, 0.105, 0.035), inner, rotate=lean)


def _look(head: Shape, at: tuple[float, float, float], radius: float, *, asleep: bool) -> None:
    if asleep:
        shut_eye(head, (at[0], at[1], at[2] + 0.5 * radius), radius)
    else:
        bead_eye(head, at, radius)


def _raccoon_head(fur: Color, dark: Color, *, asleep: bool) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0), (0.38, 0.30, 0.29), fur, blend=0.06)
    _ears(head, fur, mix(fur, dark, 0.75), tilt=24)
    for side in (-1, 1):
        head.ellipsoid((side * 0.26, -0.10, 0.08), (0.19, 0.13, 0.15), mix(fur, WHITE, 0.8), blend=0.06)
        brow = (("z", side * -8.0),)
        head.ellipsoid((side * 0.175, 0.125, 0.225), (0.13, 0.038, 0.05), WHITE, blend=0.02, rotate=brow)
        mask = (("z", side * 24.0), ("y", side * 34.0))
        head.ellipsoid((side * 0.185, 0.005, 0.235), (0.165, 0.095, 0.075), dark, blend=0.015, rotate=mask)
        lens = (side * 0.15, 0.03, 0.295)
        if not asleep:
            head.ellipsoid((lens[0], lens[1], 0.272), (0.066, 0.066, 0.04), mix(fur, WHITE, 0.75))
        _look(head, lens, 0.054, asleep=asleep)
    head.ellipsoid((0, 0.06, 0.265), (0.038, 0.10, 0.05), mix(fur, dark, 0.7), blend=0.03)
    _muzzle(head, WHITE)
    return head


def _red_panda_head(fur: Color, *, asleep: bool) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0), (0.38, 0.30, 0.29), fur, blend=0.06)
    _ears(head, WHITE, mix(fur, BLACK, 0.55), tilt=30)
    streak = shade(fur, 0.72)
    for side in (-1, 1):
        head.ellipsoid((side * 0.285, -0.075, 0.10), (0.165, 0.125, 0.13), WHITE, blend=0.05)
        brow = (("z", side * -28.0),)
        head.ellipsoid((side * 0.155, 0.135, 0.235), (0.085, 0.052, 0.05), WHITE, blend=0.02, rotate=brow)
        head.cone((side * 0.17, -0.02, 0.235), (side * 0.20, -0.15, 0.205), 0.05, 0.035, streak, blend=0.05)
        _look(head, (side * 0.145, 0.035, 0.272), 0.062, asleep=asleep)
    _muzzle(head, WHITE)
    return head
