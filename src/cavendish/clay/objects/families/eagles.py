"""The eagle: it stands upright with a stern look, or hangs in the air with its wings spread wide."""

import math

from cavendish.clay.objects.eyes import spark
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, WHITE, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape, srgb

from .plumage import Plumage, feather, spread

__all__ = ["eagle"]

GOLDEN = srgb("#f7b21a")


def eagle(look: Look) -> Shape:
    """A bald eagle that looks at +z and a little aside."""
    feathers = look.paint("#5b3a24")
    head = Shape("eagle").merge(_head(), yaw=26)
    shape = Shape("eagle")
    if look.pose == "fly":
        return _soaring(shape, feathers, head)
    shape.ellipsoid((0, 0.62, -0.04), (0.35, 0.48, 0.34), feathers, rotate=(("x", 10),))
    shape.ellipsoid((0, 0.74, 0.10), (0.30, 0.34, 0.24), shade(feathers, 1.12), blend=0.08)
    _folded(shape, feathers)
    for number in range(5):
        angle = (number - 2) * 13.0
        tail = Shape("tail")
        feather(tail, (0, 0, 0), -90.0 + angle, 0.50, 0.085, WHITE)
        at = ((number - 2) * 0.035, 0.34, -0.36 - 0.012 * abs(number - 2))
        shape.merge(tail, at)
    for side in (-1, 1):
        shape.cone((side * 0.16, 0.40, 0.08), (side * 0.17, 0.17, 0.12), 0.17, 0.085, feathers, blend=0.07)
        _talons(shape, (side * 0.17, 0.055, 0.13))
    _ruff(shape, (0, 1.03, 0.04), 0.27)
    return shape.merge(head, (0, 1.26, 0.07))


def _folded(shape: Shape, feathers: Color) -> None:
    """Wings along the sides, their long feathers crossed behind."""
    dark = shade(feathers, 0.62)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.34, 0.74, -0.06), (0.12, 0.30, 0.25), shade(feathers, 0.82), blend=0.05)
        for number in range(4):
            low = 0.20 + 0.07 * number
            top, end = (side * 0.385, 0.78, -0.02 - 0.05 * number), (side * (0.30 - 0.03 * number), low, -0.34)
            shape.cone(top, end, 0.085, 0.045, dark if number % 2 else shade(feathers, 0.74), blend=0.015)


def _soaring(shape: Shape, feathers: Color, head: Shape) -> Shape:
    """Leaning forward on the air: the chest to the viewer, the tail fanned out below, the talons open."""
    dark = shade(feathers, 0.58)
    shape.ellipsoid((0, 0.76, -0.02), (0.31, 0.44, 0.32), feathers, rotate=(("x", 34),))
    shape.ellipsoid((0, 0.86, 0.12), (0.25, 0.28, 0.22), shade(feathers, 1.12), blend=0.08)
    plumage = Plumage(span=1.14, arm=shade(feathers, 0.9), upper=shade(feathers, 0.78), lower=dark,
                      tips=shade(feathers, 0.40), rise=0.38, long=0.60, feathers=14)  # fmt: skip
    spread(shape, (0.20, 0.94, 0.0), plumage)
    for number in range(7):
        angle = -90.0 + (number - 3) * 15.0
        tail = Shape("tail")
        feather(tail, (0, 0, 0), angle, 0.54, 0.085, WHITE)
        shape.merge(tail, ((number - 3) * 0.03, 0.52, -0.34 - 0.012 * abs(number - 3)))
    for side in (-1, 1):
        shape.cone((side * 0.15, 0.52, 0.06), (side * 0.17, 0.34, 0.20), 0.14, 0.075, feathers, blend=0.06)
        _talons(shape, (side * 0.17, 0.25, 0.24), hang=0.10)
    _ruff(shape, (0, 1.10, 0.20), 0.24)
    return shape.merge(head, (0, 1.30, 0.27))


def _talons(shape: Shape, at: tuple[float, float, float], *, hang: float = 0.0) -> None:
    """A yellow foot with black claws; `hang` lets the toes droop."""
    x, y, z = at
    for turned in (-34.0, 0.0, 34.0):
        across, ahead = math.sin(math.radians(turned)), math.cos(math.radians(turned))
        knuckle = (x + across * 0.13, y + 0.01 - hang * 0.4, z + ahead * 0.13)
        shape.cone(at, knuckle, 0.055, 0.05, GOLDEN, blend=0.02)
        claw = (x + across * 0.20, y - 0.035 - hang, z + ahead * 0.20)
        shape.cone(knuckle, claw, 0.036, 0.010, BLACK, material=Material.GLOSSY)


def _ruff(shape: Shape, at: tuple[float, float, float], radius: float) -> None:
    """The white neck, which ends in points on the dark feathers."""
    x, y, z = at
    shape.ellipsoid(at, (radius, 0.24, radius * 0.96), WHITE, blend=0.03)
    for number in range(14):
        angle = math.tau * number / 14
        across, ahead = math.sin(angle), math.cos(angle)
        top = (x + across * radius * 0.88, y - 0.02, z + ahead * radius * 0.86)
        end = (x + across * radius * 1.16, y - 0.20 - 0.05 * (number % 2), z + ahead * radius * 1.14)
        shape.cone(top, end, 0.08, 0.022, WHITE, blend=0.02)


def _head() -> Shape:
    """Its head from the middle of the skull: a hooked beak beneath stern brows."""
    head = Shape("head").ellipsoid((0, 0, 0), (0.255, 0.235, 0.27), WHITE, blend=0.06)
    hook = [(0, -0.02, 0.20), (0, 0.0, 0.36), (0, -0.055, 0.46), (0, -0.17, 0.475)]
    head.chain(hook, [0.115, 0.095, 0.068, 0.014], GOLDEN, blend=0.04, material=Material.GLOSSY)
    head.cone((0, -0.10, 0.20), (0, -0.115, 0.36), 0.07, 0.035, shade(GOLDEN, 0.8), blend=0.02)
    for side in (-1, 1):
        head.ellipsoid((side * 0.055, 0.045, 0.40), (0.014, 0.020, 0.030), shade(GOLDEN, 0.3))
        eye = (side * 0.165, 0.055, 0.175)
        head.ellipsoid(eye, (0.072, 0.072, 0.065), GOLDEN, material=Material.GLOSSY, mark="eye")
        pupil = (side * 0.185, 0.05, 0.213)
        head.ellipsoid(pupil, 0.042, BLACK, material=Material.GLOSSY)
        spark(head, pupil, 0.048, (side * 0.5, 0, 0.8))
        brow = (("z", side * 24.0), ("y", side * 40.0))
        head.ellipsoid((side * 0.165, 0.132, 0.185), (0.125, 0.042, 0.07), mix(WHITE, BLACK, 0.06), rotate=brow)
    return head
