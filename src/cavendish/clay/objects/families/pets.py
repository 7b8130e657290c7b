"""Small animals of the house: they sit and look at the viewer, unless they have something to do."""

import math

import numpy as np

from cavendish.clay.objects.eyes import bead_eyes, iris_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, BRASS, PINK, RED, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, where
from cavendish.clay.objects.quadruped import Build, curled, prowl, settled
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["cat", "dog", "mouse", "rabbit"]


def cat(look: Look) -> Shape:
    """A tabby with green eyes; it sits."""
    fur = look.paint("#E8913A")
    light, dark = mix(fur, WHITE, 0.6), shade(fur, 0.55)
    rings = where(lambda x, y, z: np.sin((x + y * 2 + z) * 21) > 0.35, dark)
    shape = Shape("cat")
    if look.pose is not None:
        flank = where(lambda x, y, z: (np.sin(x * 24 + np.abs(z) * 6) > 0.5) & (y > 0.36), dark)
        return _on_paws(shape, look.pose, fur, light, _cat_head(look), tail=(0.085, 0.075, 0.06), pattern=flank)
    back = where(lambda x, y, z: (np.sin(z * 26 + np.abs(x) * 6) > 0.5) & (y > 0.36) & (z < 0.12), dark)
    shape.ellipsoid((0, 0.40, -0.12), (0.37, 0.40, 0.38), fur, pattern=back)
    shape.ellipsoid((0, 0.64, 0.05), (0.27, 0.42, 0.26), fur, blend=0.18, pattern=back)
    shape.ellipsoid((0, 0.60, 0.16), (0.19, 0.33, 0.18), light, blend=0.06)
    _cat_limbs(shape, look)
    points = [(0.22, 0.12, -0.35), (0.48, 0.11, -0.28), (0.61, 0.15, -0.02), (0.57, 0.32, 0.14), (0.64, 0.50, 0.13)]
    shape.chain(points, [0.10, 0.10, 0.095, 0.09, 0.075], fur, blend=0.05, pattern=rings)
    return shape.merge(_cat_head(look), CAT_HEAD)


CAT_HEAD = (0.0, 1.16, 0.12)
DOG_HEAD = (0.0, 1.22, 0.12)
ON_PAWS = Build(
    length=0.52, height=0.25, width=0.23, leg=0.44, leg_radius=0.085, neck=0.12, neck_reach=0.16, neck_radius=0.17
)


def _on_paws(
    shape: Shape,
    pose: str,
    fur: Color,
    paw: Color,
    head: Shape,
    *,
    tail: tuple[float, float, float],
    pattern: Pattern | None = None,
) -> Shape:
    """A cat or a dog that is up, or rolled up in sleep; `tail` holds the tail's radii."""
    if pose == "sleep":
        return curled(shape, fur, head, tail=(*tail, tail[2], tail[2]), tip=paw, pattern=pattern)
    small = Shape("head").merge(head, scale=0.86)
    _, (x, y, z) = prowl(shape, ON_PAWS, fur, small, paw=paw, pose=pose, pattern=pattern)
    rise = {"run": 0.10, "lie": 0.02}.get(pose, 0.34)
    path = [(x, y, z), (x - 0.28, y + 0.3 * rise, 0.04), (x - 0.44, y + rise, 0.02)]
    shape.chain(path, tail, fur, blend=0.06)
    return settled(shape, pose)


def _cat_head(look: Look) -> Shape:
    """Its head, from the middle of the skull; asleep with its eyes shut."""
    fur = look.paint("#E8913A")
    light, dark = mix(fur, WHITE, 0.6), shade(fur, 0.55)
    crown = where(lambda x, y, z: (np.sin(x * 40) > 0.35) & (y > 0.14) & (z < 0.30), dark)
    head = Shape("head")
    head.ellipsoid((0, 0, 0), (0.40, 0.33, 0.32), fur, blend=0.06, pattern=crown)
    for side in (-1, 1):
        head.ellipsoid((side * 0.20, -0.11, 0.10), (0.20, 0.15, 0.16), fur, blend=0.08)
        head.cone((side * 0.23, 0.18, -0.04), (side * 0.31, 0.47, -0.07), 0.15, 0.025, fur, blend=0.06)
        head.cone((side * 0.235, 0.21, 0.04), (side * 0.295, 0.39, -0.02), 0.085, 0.012, PINK)
        head.ellipsoid((side * 0.085, -0.14, 0.285), (0.11, 0.08, 0.08), light, blend=0.03)
        for row in (-1, 0, 1):
            start, end = (side * 0.15, -0.15 + row * 0.022, 0.33), (side * 0.52, -0.13 + row * 0.085, 0.24)
            head.cone(start, end, 0.007, 0.004, WHITE)
    head.ellipsoid((0, -0.205, 0.27), (0.08, 0.06, 0.065), light, blend=0.04)
    head.ellipsoid((0, -0.085, 0.355), (0.045, 0.032, 0.03), srgb("#d9626a"), material=Material.GLOSSY)
    iris_eyes(head, 0.175, 0.03, 0.245, 0.105, srgb("#86c544"), shut=look.pose == "sleep")
    return head


def _cat_limbs(shape: Shape, look: Look) -> None:
    fur = look.paint("#E8913A")
    light = mix(fur, WHITE, 0.6)
    for side in (-1, 1):
        shape.cone((side * 0.15, 0.58, 0.24), (side * 0.14, 0.10, 0.33), 0.11, 0.09, fur, blend=0.06)
        shape.ellipsoid((side * 0.14, 0.078, 0.39), (0.11, 0.078, 0.14), light, blend=0.03)
        shape.ellipsoid((side * 0.33, 0.21, 0.06), (0.15, 0.21, 0.27), fur, blend=0.08)
        shape.ellipsoid((side * 0.32, 0.072, 0.27), (0.115, 0.072, 0.15), light, blend=0.03)


def dog(look: Look) -> Shape:
    """A puppy with hanging ears and a red collar; it sits."""
    fur = look.paint("#c4854a")
    light = mix(fur, WHITE, 0.72)
    shape = Shape("dog")
    if look.pose is not None:
        return _on_paws(shape, look.pose, fur, light, _dog_head(look), tail=(0.085, 0.075, 0.055))
    shape.ellipsoid((0, 0.42, -0.14), (0.38, 0.41, 0.38), fur)
    shape.ellipsoid((0, 0.68, 0.04), (0.29, 0.42, 0.28), fur, blend=0.18)
    shape.ellipsoid((0, 0.60, 0.18), (0.20, 0.32, 0.17), light, blend=0.06)
    for side in (-1, 1):
        shape.cone((side * 0.17, 0.62, 0.22), (side * 0.16, 0.11, 0.32), 0.125, 0.105, fur, blend=0.06)
        shape.ellipsoid((side * 0.16, 0.085, 0.39), (0.125, 0.085, 0.16), light, blend=0.03)
        shape.ellipsoid((side * 0.36, 0.22, 0.06), (0.16, 0.22, 0.29), fur, blend=0.08)
        shape.ellipsoid((side * 0.35, 0.078, 0.30), (0.125, 0.078, 0.16), light, blend=0.03)
    shape.chain([(0.2, 0.2, -0.42), (0.5, 0.3, -0.5), (0.62, 0.56, -0.5)], [0.09, 0.085, 0.06], fur, blend=0.06)
    return shape.merge(_dog_head(look), DOG_HEAD)


def _dog_head(look: Look) -> Shape:
    """Its head, from the middle of the skull; asleep with its eyes shut."""
    fur = look.paint("#c4854a")
    light, dark = mix(fur, WHITE, 0.72), shade(fur, 0.42)
    head = Shape("head")
    head.ellipsoid((0, 0, 0), (0.37, 0.34, 0.33), fur, blend=0.06)
    head.ellipsoid((0, 0.14, 0.15), (0.09, 0.2, 0.17), light, blend=0.04)
    head.ellipsoid((0, -0.12, 0.24), (0.22, 0.165, 0.20), light, blend=0.07)
    for side in (-1, 1):
        ear = [(side * 0.28, 0.24, -0.06), (side * 0.45, 0.08, -0.05), (side * 0.47, -0.24, 0)]
        head.chain(ear, [0.09, 0.13, 0.11], dark, blend=0.06)
    head.ellipsoid((0, -0.03, 0.425), (0.09, 0.065, 0.055), BLACK, material=Material.GLOSSY)
    head.ellipsoid((0, -0.235, 0.35), (0.10, 0.05, 0.07), shade(dark, 0.5))
    head.ellipsoid((0, -0.275, 0.4), (0.075, 0.085, 0.04), srgb("#e8717c"), blend=0.02)
    head.torus((0, -0.32, -0.03), 0.27, 0.045, RED, rotate=(("x", 82),), material=Material.GLOSSY)
    head.ellipsoid((0, -0.39, 0.255), 0.06, BRASS, material=Material.METAL)
    bead_eyes(head, 0.165, 0.065, 0.275, 0.072, shut=look.pose == "sleep")
    return head


def rabbit(look: Look) -> Shape:
    """A rabbit; it sits up, ears high."""
    fur = look.paint("#e9ded0")
    light = mix(fur, WHITE, 0.7)
    shape = Shape("rabbit")
    if look.pose is not None:
        return _rabbit_on_paws(shape, look.pose, fur, light)
    shape.ellipsoid((0, 0.40, -0.06), (0.37, 0.40, 0.36), fur)
    shape.ellipsoid((0, 0.42, 0.14), (0.24, 0.28, 0.2), light, blend=0.08)
    shape.ellipsoid((0.0, 0.26, -0.44), 0.15, light, blend=0.03)
    for side in (-1, 1):
        shape.cone((side * 0.15, 0.52, 0.22), (side * 0.09, 0.36, 0.36), 0.085, 0.075, light, blend=0.04)
        shape.ellipsoid((side * 0.26, 0.09, 0.22), (0.13, 0.09, 0.25), light, blend=0.04)
    return shape.merge(_rabbit_head(fur, light), (0, 0.96, 0.08))


def _rabbit_head(fur: Color, light: Color, *, laid: float = 0.0, asleep: bool = False) -> Shape:
    """Its head, from the middle of the skull; `laid` says how many degrees the ears lie back."""
    head = Shape("head").ellipsoid((0, 0, 0), (0.32, 0.29, 0.29), fur, blend=0.10)
    up, back = math.cos(math.radians(laid)), math.sin(math.radians(laid))
    for side in (-1, 1):
        outer, inner = (
            [(side * x, 0.1 + y * up + z * back, z * up - y * back) for x, y, z in points]
            for points in (
                ((0.13, 0.12, -0.06), (0.18, 0.39, -0.08), (0.21, 0.70, -0.13)),
                ((0.14, 0.20, 0.005), (0.18, 0.40, 0.005), (0.205, 0.64, -0.06)),
            )
        )
        head.chain(outer, [0.09, 0.115, 0.06], fur, blend=0.05)
        head.chain(inner, [0.04, 0.06, 0.03], PINK)
        head.ellipsoid((side * 0.16, -0.08, 0.12), (0.15, 0.12, 0.13), fur, blend=0.06)
        head.ellipsoid((side * 0.065, -0.085, 0.255), (0.085, 0.065, 0.06), light, blend=0.03)
    head.box((0, -0.16, 0.275), (0.04, 0.05, 0.015), WHITE, round=0.012)
    head.ellipsoid((0, -0.03, 0.305), (0.042, 0.03, 0.03), srgb("#e0707a"), material=Material.GLOSSY)
    bead_eyes(head, 0.145, 0.06, 0.235, 0.068, shut=asleep)
    return head


def _rabbit_on_paws(shape: Shape, pose: str, fur: Color, light: Color) -> Shape:
    """A rabbit that runs, hops or lies, its ears streaming; asleep it is a ball."""
    laid = {"run": 62.0, "jump": 48.0, "lie": 30.0, "sleep": 22.0}.get(pose, 12.0)
    head = _rabbit_head(fur, light, laid=laid, asleep=pose == "sleep")
    if pose == "sleep":
        return curled(shape, fur, head, tail=(0.12, 0.12, 0.12, 0.12, 0.12), tip=light)
    build = Build(length=0.46, height=0.29, width=0.27, leg=0.28, leg_radius=0.085, neck=0.10, neck_reach=0.14,
                  neck_radius=0.17)  # fmt: skip
    _, (x, y, z) = prowl(shape, build, fur, head, paw=light, pose=pose)
    for side in (-1, 1):
        shape.ellipsoid((x + 0.20, y - 0.17, side * 0.19), (0.24, 0.22, 0.15), fur, blend=0.08)
    shape.ellipsoid((x - 0.04, y - 0.06, z), 0.14, light, blend=0.03)
    return settled(shape, pose)


def mouse(look: Look) -> Shape:
    """A mouse with large round ears."""
    fur = look.paint("#a8a3a8")
    light = mix(fur, WHITE, 0.6)
    shape = Shape("mouse")
    shape.ellipsoid((0, 0.34, -0.05), (0.32, 0.34, 0.34), fur)
    shape.ellipsoid((0, 0.33, 0.12), (0.21, 0.24, 0.2), light, blend=0.06)
    shape.ellipsoid((0, 0.78, 0.08), (0.30, 0.26, 0.28), fur, blend=0.08)
    shape.cone((0, 0.74, 0.28), (0, 0.71, 0.44), 0.13, 0.05, light, blend=0.07)
    shape.ellipsoid((0, 0.72, 0.485), 0.048, srgb("#e0707a"), material=Material.GLOSSY)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.29, 1.03, 0.0), (0.20, 0.20, 0.055), fur, blend=0.04)
        shape.ellipsoid((side * 0.29, 1.03, 0.045), (0.145, 0.145, 0.035), PINK)
        shape.ellipsoid((side * 0.16, 0.06, 0.24), (0.10, 0.06, 0.15), PINK, blend=0.02)
        shape.cone((side * 0.18, 0.44, 0.2), (side * 0.09, 0.36, 0.34), 0.06, 0.055, fur, blend=0.04)
        for row in (-1, 0, 1):
            start, end = (side * 0.07, 0.70 + row * 0.015, 0.42), (side * 0.36, 0.70 + row * 0.06, 0.38)
            shape.cone(start, end, 0.006, 0.003, BLACK)
    tail = [(0.1, 0.06, -0.32), (0.42, 0.05, -0.3), (0.62, 0.06, -0.05), (0.72, 0.2, 0.06)]
    shape.chain(tail, [0.04, 0.035, 0.03, 0.02], PINK, blend=0.03)
    bead_eyes(shape, 0.125, 0.85, 0.305, 0.062)
    return shape
