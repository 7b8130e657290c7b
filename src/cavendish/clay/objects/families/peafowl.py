"""The peacock: a blue bird before the wheel of its tail, which it shows to the viewer."""

import math

from cavendish.clay.objects.eyes import bead_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import GOLD, WHITE, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape, srgb

from .plumage import BEAK

__all__ = ["peacock"]

GREEN = srgb("#1f9a5a")
TEAL = srgb("#16b0b8")
NIGHT = srgb("#1a2f9a")


def peacock(look: Look) -> Shape:
    """A peacock that looks at +z, its tail spread in a wheel."""
    body = look.paint("#1b52c4")
    train = GREEN if look.color is None else mix(body, GREEN, 0.25)
    shape = Shape("peacock")
    rim = [math.radians(-20.0 + 220.0 * number / 24) for number in range(25)]
    fan = [(1.20 * math.cos(angle), 1.20 * math.sin(angle)) for angle in rim]
    shape.prism((0, 0.50, -0.40), fan, 0.045, shade(train, 0.5), round=0.04)
    for ring, (count, reach, size) in enumerate(((17, 1.24, 0.135), (14, 0.98, 0.12), (11, 0.71, 0.10))):
        for number in range(count):
            angle = math.radians(-14.0 + 208.0 * number / (count - 1))
            _eye_feather(shape, angle, reach, size, -0.30 + 0.07 * ring, train)
    shape.ellipsoid((0, 0.52, -0.04), (0.31, 0.38, 0.34), body)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.28, 0.54, -0.06), (0.09, 0.25, 0.24), shade(body, 0.6), blend=0.03)
        shape.cone((side * 0.13, 0.26, 0.0), (side * 0.13, 0.06, 0.04), 0.04, 0.03, BEAK)
        for toe in (-0.06, 0.0, 0.06):
            shape.cone((side * 0.13, 0.035, 0.04), (side * 0.13 + 1.5 * toe, 0.025, 0.20), 0.03, 0.022, BEAK)
    shape.chain([(0, 0.70, 0.08), (0, 1.02, 0.14), (0, 1.22, 0.16)], [0.24, 0.135, 0.12], body, blend=0.10)
    return shape.merge(_head(body), (0, 1.32, 0.19), yaw=18)


def _eye_feather(shape: Shape, angle: float, reach: float, size: float, z: float, train: Color) -> None:
    """A long feather from the rump outwards, an eye at its end."""
    across, up = math.cos(angle), math.sin(angle)
    foot, top = (0.16 * across, 0.50 + 0.16 * up, z), (reach * across, 0.50 + reach * up, z - 0.04)
    shape.cone(foot, top, 0.03, 0.042, shade(train, 0.8), blend=0.02)
    turned = (("z", math.degrees(angle) - 90.0),)
    layers = ((1.0, train, 0.0), (0.72, GOLD, 0.035), (0.54, TEAL, 0.055), (0.32, NIGHT, 0.075))
    for share, color, ahead in layers:
        at = (top[0] - 0.03 * across * ahead, top[1], top[2] + ahead)
        shape.ellipsoid(at, (size * share, 1.25 * size * share, 0.035), color, rotate=turned)


def _head(body: Color) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0), (0.17, 0.17, 0.18), body, blend=0.06)
    head.cone((0, -0.02, 0.15), (0, -0.06, 0.31), 0.065, 0.014, BEAK, blend=0.01, material=Material.GLOSSY)
    for side in (-1, 1):
        head.ellipsoid((side * 0.12, 0.025, 0.095), (0.055, 0.085, 0.06), WHITE, blend=0.01)
        bead_eye(head, (side * 0.135, 0.03, 0.125), 0.046, toward=(side * 0.7, 0, 0.7))
    for number in range(5):
        tilt = math.radians((number - 2) * 20.0)
        tip = (0.26 * math.sin(tilt), 0.14 + 0.24 * math.cos(tilt), -0.02)
        head.cone((0, 0.12, -0.02), tip, 0.014, 0.012, shade(body, 0.6))
        head.ellipsoid(tip, 0.036, TEAL)
    return head
