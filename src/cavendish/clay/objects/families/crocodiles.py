"""The crocodile: long and low, heading for +x, its teeth in a row."""

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, shut_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, WHITE, YELLOW, Color, mix, shade
from cavendish.clay.objects.patterns import patches
from cavendish.clay.sculpt import Material, Shape

__all__ = ["crocodile"]

# The spine from the neck to the tip of the tail: x, height, thickness, and how far it swings aside.
_SPINE = ((0.62, 0.36, 0.25, 0.0), (0.20, 0.36, 0.33, 0.0), (-0.26, 0.35, 0.32, 0.0), (-0.66, 0.30, 0.24, -0.05),
          (-1.02, 0.22, 0.16, -0.18), (-1.34, 0.15, 0.10, -0.20), (-1.64, 0.10, 0.05, -0.06))  # fmt: skip
_SWINGS = {"walk": (0.16, -0.12, -0.16, 0.12), "run": (0.24, -0.16, -0.24, 0.18)}


def crocodile(look: Look) -> Shape:
    """A green crocodile with a broad grin."""
    hide = look.paint("#5f8f3e")
    belly = mix(hide, CREAM, 0.68)
    shape = Shape("crocodile")
    spots = patches(shade(hide, 0.76), scale=5.0, share=0.56, offset=21)
    points, radii = [(x, y, z) for x, y, _, z in _SPINE], [thick for _, _, thick, _ in _SPINE]
    shape.chain(points, radii, hide, blend=0.10, pattern=spots)
    shape.ellipsoid((-0.02, 0.22, 0), (0.62, 0.17, 0.29), belly, blend=0.05)
    _ridges(shape, shade(hide, 0.66))
    for number, swing in enumerate(_SWINGS.get(look.pose or "", (0.03, 0.03, -0.03, -0.03))):
        _leg(shape, 0.44 if number < 2 else -0.44, 1 if number % 2 else -1, swing, hide)
    return shape.merge(_head(hide, belly, asleep=look.pose == "sleep"), (0.80, 0.44, 0), yaw=52)


def _ridges(shape: Shape, color: Color) -> None:
    """Two rows of pointed scales along the back, one along the tail."""
    places = np.linspace(0.0, len(_SPINE) - 1.4, 17)
    x, y, thick, z = (np.interp(places, range(len(_SPINE)), column) for column in zip(*_SPINE, strict=True))
    for number in range(len(places)):
        rows = (-0.36, 0.36) if places[number] < 3 else (0.0,)
        size = 0.075 * (1.0 - 0.45 * places[number] / len(_SPINE))
        for row in rows:
            top = y[number] + thick[number] * (1.0 - 0.5 * row * row)
            at = (x[number], top - 0.01, z[number] + row * thick[number])
            shape.cone(at, (at[0] - 0.05, at[1] + size * 1.3, at[2] * 1.08), size, 0.012, color, blend=0.02)


def _leg(shape: Shape, x: float, side: int, swing: float, hide: Color) -> None:
    knee, foot = (x + 0.5 * swing, 0.27, side * 0.42), (x + swing + 0.06, 0.07, side * 0.44)
    shape.chain([(x, 0.30, side * 0.22), knee, foot], [0.15, 0.12, 0.10], hide, blend=0.05)
    for toe in (-0.08, 0.0, 0.08):
        tip = (foot[0] + 0.15, 0.045, foot[2] + 1.3 * toe)
        shape.cone((foot[0], 0.06, foot[2] + 0.6 * toe), tip, 0.06, 0.042, hide, blend=0.02)
        shape.cone(tip, (tip[0] + 0.055, 0.03, tip[2]), 0.028, 0.010, CREAM)


def _head(hide: Color, belly: Color, *, asleep: bool) -> Shape:
    """Its head from the back of the skull: a long snout, the jaws a little open."""
    head = Shape("head")
    head.ellipsoid((0, 0.02, 0.06), (0.29, 0.20, 0.30), hide, blend=0.12)
    head.cone((0, 0.02, 0.20), (0, 0.0, 0.86), 0.20, 0.145, hide, blend=0.08)
    head.ellipsoid((0, 0.03, 0.92), (0.17, 0.125, 0.13), hide, blend=0.06)
    head.cone((0, -0.155, 0.05), (0, -0.165, 0.86), 0.175, 0.125, belly, blend=0.02)
    for side in (-1, 1):
        head.ellipsoid((side * 0.075, 0.145, 0.94), (0.05, 0.04, 0.05), hide, blend=0.03)
        head.ellipsoid((side * 0.078, 0.165, 0.968), (0.022, 0.02, 0.02), BLACK)
        head.ellipsoid((side * 0.15, 0.205, 0.12), (0.11, 0.115, 0.11), hide, blend=0.05)
        _eye(head, side, asleep=asleep)
        for number in range(7):
            z = 0.30 + 0.105 * number
            x = side * (0.195 - 0.012 * number + 0.02 * (number > 5))
            head.cone((x * 0.94, -0.045, z), (x, -0.135, z), 0.032, 0.008, WHITE, material=Material.GLOSSY)
            low = (side * (0.168 - 0.010 * number), -0.11, z + 0.05)
            head.cone(low, (low[0] * 1.06, -0.035, low[2]), 0.026, 0.007, WHITE, material=Material.GLOSSY)
    return head


def _eye(head: Shape, side: int, *, asleep: bool) -> None:
    if asleep:
        shut_eye(head, (side * 0.15, 0.22, 0.24), 0.065)
        return
    head.ellipsoid((side * 0.155, 0.235, 0.175), (0.088, 0.088, 0.07), YELLOW, material=Material.GLOSSY)
    bead_eye(head, (side * 0.16, 0.235, 0.21), 0.054, toward=(side * 0.25, 0, 0.95))
