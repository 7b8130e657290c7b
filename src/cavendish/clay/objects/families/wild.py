"""Animals of the wild that sit, stand or crawl."""

import math

from cavendish.clay.objects.eyes import bead_eye, bead_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import patches
from cavendish.clay.objects.quadruped import Build, curled, prowl, settled
from cavendish.clay.sculpt import Material, Shape, srgb

from .bears import bear, koala, panda, polar_bear, sitting
from .crocodiles import crocodile
from .elephants import elephant
from .heavyweights import hippopotamus, rhinoceros
from .ringtails import raccoon, red_panda
from .wolves import wolf

__all__ = [
    "bear",
    "crocodile",
    "elephant",
    "fox",
    "frog",
    "hippopotamus",
    "koala",
    "monkey",
    "panda",
    "polar_bear",
    "raccoon",
    "red_panda",
    "rhinoceros",
    "snail",
    "turtle",
    "wolf",
]

GLOSSY = Material.GLOSSY
Joints = tuple[tuple[float, float, float], ...]


def monkey(look: Look) -> Shape:
    """A monkey with a heart-shaped face and a long tail."""
    fur = look.paint("#7a4a2a")
    skin = srgb("#f0c49a")
    shape = sitting("monkey", fur, skin, fur)
    tail = [(0.25, 0.16, -0.36), (0.66, 0.16, -0.34), (0.84, 0.5, -0.2), (0.76, 0.84, -0.15), (0.92, 0.98, -0.12)]
    shape.chain(tail, [0.075, 0.07, 0.065, 0.06, 0.055], fur, blend=0.04)
    shape.ellipsoid((0, 1.22, 0.06), (0.37, 0.36, 0.34), fur, blend=0.08)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.42, 1.20, 0.03), (0.14, 0.16, 0.06), fur, blend=0.03)
        shape.ellipsoid((side * 0.43, 1.20, 0.08), (0.09, 0.11, 0.03), skin)
        shape.ellipsoid((side * 0.12, 1.27, 0.31), (0.15, 0.15, 0.10), skin, blend=0.04)
        shape.ellipsoid((side * 0.03, 1.14, 0.475), (0.018, 0.025, 0.015), BLACK)
    shape.ellipsoid((0, 1.07, 0.32), (0.24, 0.17, 0.16), skin, blend=0.05)
    shape.torus((0, 1.08, 0.45), 0.10, 0.014, shade(fur, 0.6), rotate=(("x", -18),))
    shape.ellipsoid((0, 1.13, 0.44), (0.13, 0.07, 0.06), skin)
    bead_eyes(shape, 0.115, 1.27, 0.395, 0.056)
    return shape


def fox(look: Look) -> Shape:
    """A fox; it sits, its brush round its feet."""
    fur = look.paint("#dd6a1f")
    dark = srgb("#33211c")
    shape = Shape("fox")
    if look.pose is not None:
        return _fox_on_paws(shape, look.pose, fur, dark)
    shape.ellipsoid((0, 0.40, -0.12), (0.35, 0.40, 0.36), fur)
    shape.ellipsoid((0, 0.64, 0.04), (0.26, 0.40, 0.25), fur, blend=0.18)
    shape.ellipsoid((0, 0.66, 0.17), (0.18, 0.30, 0.15), WHITE, blend=0.05)
    for side in (-1, 1):
        shape.cone((side * 0.14, 0.56, 0.22), (side * 0.13, 0.26, 0.30), 0.10, 0.085, fur, blend=0.06)
        shape.cone((side * 0.13, 0.28, 0.30), (side * 0.13, 0.09, 0.33), 0.09, 0.08, dark, blend=0.04)
        shape.ellipsoid((side * 0.13, 0.072, 0.38), (0.095, 0.072, 0.12), dark, blend=0.03)
        shape.ellipsoid((side * 0.31, 0.20, 0.05), (0.14, 0.20, 0.25), fur, blend=0.08)
    tail = [(0.2, 0.15, -0.34), (0.54, 0.19, -0.24), (0.68, 0.24, 0.08), (0.54, 0.30, 0.34)]
    shape.chain(tail, [0.10, 0.16, 0.19, 0.12], fur, blend=0.08)
    shape.cone((0.53, 0.31, 0.34), (0.40, 0.40, 0.44), 0.12, 0.04, WHITE, blend=0.06)
    return shape.merge(_fox_head(fur, dark, asleep=False), (0, 1.14, 0.10))


def _fox_on_paws(shape: Shape, pose: str, fur: Color, dark: Color) -> Shape:
    head = _fox_head(fur, dark, asleep=pose == "sleep")
    if pose == "sleep":
        return curled(shape, fur, head, tail=(0.10, 0.15, 0.18, 0.15, 0.10), tip=WHITE)
    build = Build(length=0.5, height=0.23, width=0.21, leg=0.42, leg_radius=0.08, neck=0.1, neck_radius=0.16)
    _, (x, y, z) = prowl(shape, build, fur, Shape("head").merge(head, scale=0.84), paw=dark, pose=pose)
    brush = [(x, y, z), (x - 0.26, y - 0.02, 0.04), (x - 0.52, y + 0.06, 0.06), (x - 0.74, y + 0.16, 0.04)]
    shape.chain(brush[:3], [0.09, 0.15, 0.15], fur, blend=0.08)
    shape.cone(brush[2], brush[3], 0.13, 0.04, WHITE, blend=0.06)
    return settled(shape, pose)


def _fox_head(fur: Color, dark: Color, *, asleep: bool) -> Shape:
    head = Shape("head")
    head.ellipsoid((0, 0, 0), (0.36, 0.29, 0.29), fur, blend=0.06)
    for side in (-1, 1):
        head.ellipsoid((side * 0.20, -0.1, 0.1), (0.20, 0.13, 0.15), WHITE, blend=0.05)
        head.cone((side * 0.22, 0.18, -0.04), (side * 0.32, 0.52, -0.08), 0.14, 0.02, fur, blend=0.05)
        head.cone((side * 0.315, 0.46, -0.07), (side * 0.325, 0.54, -0.08), 0.045, 0.015, dark)
        head.cone((side * 0.225, 0.21, 0.04), (side * 0.295, 0.41, -0.02), 0.075, 0.01, dark)
    head.cone((0, -0.08, 0.2), (0, -0.13, 0.44), 0.14, 0.06, fur, blend=0.08)
    head.cone((0, -0.14, 0.24), (0, -0.17, 0.42), 0.11, 0.05, WHITE, blend=0.04)
    head.ellipsoid((0, -0.11, 0.5), (0.055, 0.045, 0.04), BLACK, material=GLOSSY)
    bead_eyes(head, 0.155, 0.03, 0.235, 0.062, shut=asleep)
    return head


def frog(look: Look) -> Shape:
    """A frog, ready to jump."""
    skin = look.paint("#5cae3a")
    light = mix(skin, CREAM, 0.65)
    shape = Shape("frog")
    shape.ellipsoid((0, 0.34, -0.02), (0.42, 0.32, 0.40), skin, material=GLOSSY)
    shape.ellipsoid((0, 0.27, 0.14), (0.33, 0.24, 0.28), light, blend=0.05, material=GLOSSY)
    shape.ellipsoid((0, 0.58, 0.14), (0.40, 0.24, 0.32), skin, blend=0.08, material=GLOSSY)
    shape.ellipsoid((0, 0.49, 0.22), (0.36, 0.13, 0.26), light, blend=0.02, material=GLOSSY)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.23, 0.81, 0.18), 0.15, skin, blend=0.05, material=GLOSSY)
        shape.ellipsoid((side * 0.235, 0.84, 0.27), (0.105, 0.105, 0.07), WHITE, material=GLOSSY)
        bead_eye(shape, (side * 0.23, 0.84, 0.315), 0.062)
        _frog_legs(shape, skin, side, _LEAPING if look.pose == "jump" else _CROUCHING)
    smile = [
        (math.sin(a) * 0.30, 0.545 - math.cos(a * 1.4) * 0.055, 0.20 + math.cos(a) * 0.285)
        for a in (-0.9, -0.5, 0, 0.5, 0.9)
    ]
    shape.chain(smile, [0.014] * 5, shade(skin, 0.35), blend=0.0)
    return settled(Shape("frog").merge(shape, (0, 0.3, 0), yaw=90), "jump") if look.pose == "jump" else shape


# A frog's leg behind and arm, each from its root to where the toes begin, and which way these point.
_CROUCHING = (
    ((0.34, 0.28, -0.16), (0.60, 0.40, 0.04), (0.46, 0.06, 0.14)),
    ((0.24, 0.34, 0.26), (0.28, 0.06, 0.38)),
    1,
)
_LEAPING = (
    ((0.30, 0.28, -0.20), (0.48, 0.20, -0.52), (0.38, 0.22, -0.98)),
    ((0.26, 0.36, 0.26), (0.36, 0.34, 0.62)),
    -1,
)


def _frog_legs(shape: Shape, skin: Color, side: int, limbs: tuple[Joints, Joints, int]) -> None:
    leg, arm = ([(side * x, y, z) for x, y, z in joints] for joints in limbs[:2])
    shape.chain(leg, [0.17, 0.13, 0.09], skin, blend=0.06, material=GLOSSY)
    shape.chain(arm, [0.09, 0.07], skin, blend=0.05, material=GLOSSY)
    for toe in (-22, 10, 42):
        angle = math.radians(90 - toe * side)
        for (x, y, z), reach, ahead in ((leg[-1], 0.26, limbs[2]), (arm[-1], 0.17, 1)):
            tip = (x + math.cos(angle) * reach, y - 0.015, z + ahead * math.sin(angle) * reach)
            shape.cone((x, y, z), tip, 0.05, 0.045, skin, blend=0.02, material=GLOSSY)


def turtle(look: Look) -> Shape:
    """A turtle on its way."""
    skin = srgb("#8fb34a")
    shell = look.paint("#7a5a2f")
    plates = patches(shade(shell, 1.5), scale=5.5, share=0.46, offset=12)
    shape = Shape("turtle")
    shape.ellipsoid((-0.05, 0.34, 0), (0.60, 0.44, 0.48), shell, material=GLOSSY, pattern=plates)
    shape.box((-0.05, 0.05, 0), (0.9, 0.17, 0.9), shell, round=0.0, op="subtract")
    shape.torus((-0.05, 0.25, 0), 0.50, 0.075, mix(shell, CREAM, 0.4), rotate=(("x", 90),), material=GLOSSY)
    shape.ellipsoid((-0.05, 0.22, 0), (0.50, 0.08, 0.42), CREAM)
    for side in (-1, 1):
        for x, reach in ((0.34, 0.10), (-0.42, -0.08)):
            shape.cone((x, 0.24, side * 0.30), (x + reach, 0.085, side * 0.46), 0.13, 0.10, skin, blend=0.04)
            shape.ellipsoid((x + reach + 0.04, 0.05, side * 0.48), (0.13, 0.05, 0.10), skin, blend=0.03)
    shape.cone((-0.55, 0.22, 0), (-0.74, 0.16, 0), 0.07, 0.02, skin)
    shape.cone((0.42, 0.28, 0), (0.72, 0.50, 0.06), 0.14, 0.13, skin, blend=0.05)
    head = Shape("head").ellipsoid((0, 0, 0), (0.19, 0.18, 0.21), skin, blend=0.05)
    for side in (-1, 1):
        bead_eye(head, (side * 0.13, 0.06, 0.12), 0.055, toward=(side * 0.6, 0.1, 0.7))
    head.chain([(-0.11, -0.06, 0.17), (0, -0.085, 0.20), (0.11, -0.06, 0.17)], [0.010] * 3, shade(skin, 0.4), blend=0.0)
    return shape.merge(head, (0.78, 0.56, 0.07), yaw=58)


def snail(look: Look) -> Shape:
    """A snail with a spiral house."""
    house = look.paint("#d9873a")
    skin = srgb("#e3c79a")
    shape = Shape("snail")
    body = [(-0.62, 0.05, 0), (-0.2, 0.13, 0), (0.30, 0.13, 0), (0.52, 0.24, 0), (0.60, 0.44, 0)]
    shape.chain(body, [0.05, 0.13, 0.135, 0.12, 0.125], skin, blend=0.08)
    for side in (-1, 1):
        shape.cone((0.62, 0.50, side * 0.05), (0.72, 0.74, side * 0.13), 0.035, 0.028, skin, blend=0.03)
        bead_eye(shape, (0.73, 0.77, side * 0.135), 0.06, toward=(0.5, 0, 0.85))
        shape.cone((0.70, 0.42, side * 0.05), (0.80, 0.40, side * 0.08), 0.028, 0.02, skin, blend=0.02)
    for step in range(26):
        turn = step * 0.52
        radius = 0.33 * math.exp(-turn * 0.13)
        at = (-0.1 + math.cos(turn + 2.4) * radius * 0.95, 0.47 - math.sin(turn + 2.4) * radius * 0.95, 0.0)
        thick = 0.05 + radius * 0.42
        shape.ellipsoid(
            at, (thick, thick, thick * 1.5), shade(house, 0.75 + 0.5 * step / 26), blend=0.025, material=GLOSSY
        )
    return shape
