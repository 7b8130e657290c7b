"""Toy people, all on one rig."""

import math
from dataclasses import dataclass

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, shut_eye
from cavendish.clay.objects.limbs import POSTURES, Posture, arm, leg
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import DARK, RED, STEEL, WHITE, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape, srgb
from cavendish.clay.sculpt.frame import turn

__all__ = ["astronaut", "boy", "girl", "man", "woman"]

GLOSSY = Material.GLOSSY
Point = tuple[float, float, float]
SKINS = ("#f1c39a", "#d9a06f", "#a86f45", "#7a4b2f")
HAIRS = ("#3a2418", "#6b3f1f", "#1f1a1a", "#c98d3f")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    shirt: Color
    trousers: Color
    skin: Color
    hair: Color
    height: float = 1.0
    """Of the legs and trunk; children's are shorter, their heads are not."""
    skirt: bool = False


def _stand(name: str, figure: _Figure, posture: Posture) -> Shape:
    """Legs, trunk, arms, neck, head and face in a posture; hair is the caller's."""
    k = figure.height
    shape = Shape(name)
    for side, bent, swung in zip((-1, 1), posture.legs, posture.arms, strict=True):
        joints = leg((side * 0.13, 0.75 * k, 0), bent, 0.31 * k, 0.75 * k - 0.14 - 0.31 * k)
        shape.chain(joints, [0.135, 0.115, 0.10], figure.trousers, blend=0.03)
        _shoe(shape, joints[1], joints[2])
        joints = arm((side * 0.27, 1.20 * k, 0), swung, 0.27 * k**0.5, 0.26 * k**0.5)
        shape.chain(joints, [0.11, 0.09, 0.075], figure.shirt, blend=0.04)
        shape.ellipsoid(_beyond(joints[1], joints[2], 0.06), (0.08, 0.085, 0.085), figure.skin)
    girth = k**0.5
    shape.cylinder(
        (0, 0.97 * k, 0), 0.225 * girth, 0.19 * k, figure.shirt, round=0.08, top_radius=0.25 * girth, blend=0.03
    )
    shape.ellipsoid((0, 1.15 * k, 0), (0.27 * girth, 0.13 * k, 0.20 * girth), figure.shirt, blend=0.08)
    shape.ellipsoid((0, 0.76 * k, 0), (0.225 * girth, 0.11, 0.19 * girth), figure.trousers, blend=0.02)
    if figure.skirt:
        _skirt(shape, figure, posture)
    neck = 1.36 * k
    shape.cone((0, neck - 0.06, 0), (0, neck + 0.12, 0), 0.09, 0.09, figure.skin, blend=0.03)
    _face(shape, neck + 0.36, figure.skin, asleep=posture.asleep)
    return shape


def _beyond(start: Point, end: Point, length: float) -> Point:
    """The point that lies `length` further on the line from `start` to `end`."""
    share = length / math.dist(start, end)
    x, y, z = (b + (b - a) * share for a, b in zip(start, end, strict=True))
    return x, y, z


def _shoe(shape: Shape, knee: Point, ankle: Point) -> None:
    """A shoe at a right angle to the shin."""
    _, y, z = _beyond(knee, ankle, 0.065)
    down, forward = (y - ankle[1]) / 0.065, (z - ankle[2]) / 0.065
    toe = (ankle[0], y + 0.05 * forward, z - 0.05 * down)
    turned = math.degrees(math.atan2(forward, -down))
    shape.ellipsoid(toe, (0.105, 0.075, 0.175), DARK, rotate=(("x", -turned),))


def _skirt(shape: Shape, figure: _Figure, posture: Posture) -> None:
    """A skirt that hangs down, over a lifted knee too, or lies over the thighs of whoever sits."""
    k = figure.height
    if posture.legs[0].swing < 40:
        shape.cylinder((0, 0.66 * k, 0), 0.42, 0.22, figure.shirt, round=0.06, top_radius=0.22, blend=0.05)
        for side, bent in zip((-1, 1), posture.legs, strict=True):
            if bent.swing > 32:
                hip, knee, _ = leg((side * 0.13, 0.75 * k, 0), bent, 0.31 * k, 0.3)
                shape.cone(hip, _beyond(hip, knee, 0.05), 0.2, 0.165, figure.shirt, blend=0.06)
        return
    shape.ellipsoid((0, 0.75 * k, 0.08), (0.34, 0.17, 0.30), figure.shirt, blend=0.06)
    for side, bent in zip((-1, 1), posture.legs, strict=True):
        hip, knee, _ = leg((side * 0.13, 0.75 * k, 0), bent, 0.31 * k, 0.3)
        shape.cone(hip, knee, 0.21, 0.18, figure.shirt, blend=0.08)


def _posed(shape: Shape, posture: Posture) -> Shape:
    """The finished figure with its lowest point on the ground: upright, or on its side with its face to the viewer."""
    if posture.lies:
        shape.parts[:] = [part.moved(turn("z", 84), np.zeros(3, np.float32), 1.0) for part in shape.parts]
    low, high = shape.bounds()
    middle = -(low[0] + high[0]) / 2 if posture.lies else 0.0
    return Shape(shape.name).merge(shape, (middle, -low[1], 0))


def _face(shape: Shape, y: float, skin: Color, *, asleep: bool) -> None:
    shape.ellipsoid((0, y, 0.02), (0.29, 0.31, 0.28), skin, blend=0.03)
    for side in (-1, 1):
        if asleep:
            shut_eye(shape, (side * 0.105, y, 0.282), 0.05)
        else:
            bead_eye(shape, (side * 0.105, y + 0.01, 0.275), 0.042)
        shape.ellipsoid(
            (side * 0.17, y - 0.09, 0.235), (0.055, 0.035, 0.03), mix(skin, srgb("#ff6f6f"), 0.45), blend=0.02
        )
        shape.ellipsoid((side * 0.29, y - 0.02, 0), (0.05, 0.075, 0.05), skin, blend=0.02)
    shape.ellipsoid((0, y - 0.05, 0.305), (0.038, 0.034, 0.03), mix(skin, srgb("#ff8f7f"), 0.25), blend=0.02)
    smile = [(-0.075, y - 0.125, 0.275), (0.0, y - 0.155, 0.283), (0.075, y - 0.125, 0.275)]
    shape.chain(smile, [0.012] * 3, srgb("#9a3f3a"), blend=0.0)


def _figure(look: Look, shirt: str, trousers: str, *, offset: int, height: float = 1.0, skirt: bool = False) -> _Figure:
    return _Figure(
        shirt=look.paint(shirt),
        trousers=srgb(trousers),
        skin=srgb(SKINS[(look.seed + offset) % 3]),
        hair=srgb(HAIRS[(look.seed + offset) % 4]),
        height=height,
        skirt=skirt,
    )


def _short_hair(shape: Shape, y: float, hair: Color) -> None:
    shape.ellipsoid((0, y + 0.10, -0.06), (0.315, 0.29, 0.28), hair)
    shape.ellipsoid((0.07, y + 0.23, 0.13), (0.23, 0.11, 0.15), hair, blend=0.05)
    shape.ellipsoid((-0.14, y + 0.21, 0.12), (0.13, 0.09, 0.13), hair, blend=0.05)


def man(look: Look) -> Shape:
    """A man in shirt and trousers."""
    figure = _figure(look, "#3f7fd6", "#33415c", offset=0)
    posture = POSTURES[look.pose or "stand"]
    shape = _stand("man", figure, posture)
    _short_hair(shape, 1.72, figure.hair)
    for y in (1.22, 1.06, 0.92):
        shape.ellipsoid((0, y, 0.235 if y > 1 else 0.225), 0.02, WHITE)
    shape.torus((0, 0.80, 0), 0.205, 0.03, DARK, rotate=(("x", 90),))
    return _posed(shape, posture)


def woman(look: Look) -> Shape:
    """A woman in a dress, with her hair in a bun and pearls in her ears."""
    figure = _figure(look, "#d94f7a", "#2f3550", offset=1, skirt=True)
    figure = _Figure(shirt=figure.shirt, trousers=figure.skin, skin=figure.skin, hair=figure.hair, skirt=True)
    posture = POSTURES[look.pose or "stand"]
    shape = _stand("woman", figure, posture)
    y = 1.72
    shape.ellipsoid((0, y + 0.09, -0.07), (0.325, 0.30, 0.28), figure.hair)
    shape.ellipsoid((0.10, y + 0.22, 0.12), (0.21, 0.10, 0.15), figure.hair, blend=0.05)
    shape.ellipsoid((-0.13, y + 0.20, 0.12), (0.15, 0.10, 0.14), figure.hair, blend=0.05)
    shape.ellipsoid((0, y + 0.43, -0.12), (0.19, 0.16, 0.18), figure.hair, blend=0.03)
    shape.ellipsoid((0, y - 0.02, -0.20), (0.27, 0.24, 0.14), figure.hair, blend=0.08)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.305, y - 0.13, 0.03), 0.045, WHITE, material=Material.GLOSSY)
    return _posed(shape, posture)


def boy(look: Look) -> Shape:
    """A boy in a striped shirt."""
    figure = _figure(look, "#e2572f", "#3f5f9a", offset=2, height=0.72)
    posture = POSTURES[look.pose or "stand"]
    shape = _stand("boy", figure, posture)
    _short_hair(shape, 1.34, figure.hair)
    stripe = mix(figure.shirt, WHITE, 0.75)
    shape.torus((0, 0.72, 0), 0.19, 0.035, stripe, rotate=(("x", 90),), blend=0.01)
    return _posed(shape, posture)


def girl(look: Look) -> Shape:
    """A girl in a dress with two bunches."""
    figure = _figure(look, "#f2b134", "#3f5f9a", offset=3, height=0.70)
    figure = _Figure(
        shirt=figure.shirt, trousers=figure.skin, skin=figure.skin, hair=figure.hair, height=0.70, skirt=True
    )
    posture = POSTURES[look.pose or "stand"]
    shape = _stand("girl", figure, posture)
    y = 1.31
    shape.ellipsoid((0, y + 0.10, -0.06), (0.315, 0.29, 0.28), figure.hair)
    shape.ellipsoid((0, y + 0.23, 0.12), (0.25, 0.09, 0.15), figure.hair, blend=0.05)
    for side in (-1, 1):
        bunch = [(side * 0.30, y + 0.16, -0.06), (side * 0.45, y + 0.06, -0.04), (side * 0.46, y - 0.18, 0.0)]
        shape.chain(bunch, [0.075, 0.125, 0.06], figure.hair, blend=0.04)
        shape.ellipsoid((side * 0.34, y + 0.15, -0.03), (0.05, 0.075, 0.075), RED)
    return _posed(shape, posture)


def astronaut(look: Look) -> Shape:
    """An astronaut in a white suit with a mirrored visor."""
    suit = look.paint("#eef0f3")
    trim = srgb("#e2572f")
    shape = Shape("astronaut")
    shape.box((0, 1.02, -0.28), (0.27, 0.32, 0.14), shade(suit, 0.85), round=0.07)
    posture = POSTURES[look.pose or "wave"]
    for side, bent, swung in zip((-1, 1), posture.legs, posture.arms, strict=True):
        joints = leg((side * 0.16, 0.72, 0), bent, 0.27, 0.27)
        shape.chain(joints, [0.18, 0.165, 0.155], suit, blend=0.05)
        shape.ellipsoid(_beyond(joints[1], joints[2], 0.08), (0.16, 0.12, 0.19), srgb("#8d949e"))
        joints = arm((side * 0.32, 1.20, 0), swung, 0.27, 0.26)
        shape.chain(joints, [0.15, 0.135, 0.12], suit, blend=0.05)
        shape.ellipsoid(_beyond(joints[1], joints[2], 0.09), (0.115, 0.12, 0.11), trim)
    shape.ellipsoid((0, 1.0, 0), (0.34, 0.40, 0.28), suit, blend=0.08)
    shape.box((0, 1.06, 0.25), (0.16, 0.11, 0.05), srgb("#5c6672"), round=0.03)
    for index, color in enumerate((RED, srgb("#ffc531"), srgb("#4fa0ff"))):
        shape.ellipsoid((-0.09 + index * 0.09, 1.10, 0.305), 0.025, color, material=GLOSSY)
    shape.torus((0, 1.36, 0), 0.22, 0.06, srgb("#8d949e"), rotate=(("x", 90),))
    shape.ellipsoid((0, 1.66, 0.0), (0.38, 0.36, 0.36), suit, material=GLOSSY)
    shape.ellipsoid((0, 1.65, 0.14), (0.30, 0.245, 0.26), srgb("#1d2b4a"), material=GLOSSY)
    shape.torus((0, 1.65, 0.235), 0.285, 0.035, srgb("#d9a441"), material=Material.METAL)
    shape.ellipsoid((0.10, 1.76, 0.345), (0.07, 0.035, 0.02), WHITE, rotate=(("z", -24),), material=Material.EMISSIVE)
    for side in (-1, 1):
        shape.cylinder((side * 0.38, 1.66, 0), 0.10, 0.05, STEEL, rotate=(("z", 90),))
    return _posed(shape, posture)
