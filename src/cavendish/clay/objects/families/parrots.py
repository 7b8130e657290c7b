"""Parrot and toucan: upright birds of bright colours that sit on things, heading for +x, or fly towards the viewer."""

from dataclasses import dataclass

import numpy as np

from cavendish.clay.objects.eyes import bead_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, WHITE, YELLOW, Color, shade
from cavendish.clay.objects.patterns import where
from cavendish.clay.sculpt import Material, Shape, srgb

from .plumage import Plumage, feather, foot, spread

__all__ = ["parrot", "toucan"]

BLUE = srgb("#1f5fd0")
GRAY = srgb("#6d6a70")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Dress:
    """The colours of such a bird, and how far its tail reaches."""

    body: Color
    chest: Color
    band: Color
    wing: Color
    tail: tuple[Color, ...]
    reach: float


def parrot(look: Look) -> Shape:
    """A macaw: red, with yellow and blue on its wings and a long tail."""
    body = look.paint("#d9262c")
    dress = _Dress(body=body, chest=shade(body, 1.15), band=YELLOW, wing=BLUE, tail=(body, BLUE, body), reach=0.80)
    return _bird(look.pose, dress, _parrot_head(body))


def toucan(look: Look) -> Shape:
    """A black bird with a pale bib and a beak as long as itself."""
    body = look.paint("#26242b")
    dress = _Dress(body=body, chest=body, band=shade(body, 0.9), wing=shade(body, 0.8), tail=(body,) * 3, reach=0.42)
    return _bird(look.pose, dress, _toucan_head(body))


def _bird(pose: str | None, dress: _Dress, head: Shape) -> Shape:
    return _flying(dress, head) if pose == "fly" else _perched(dress, head)


def _perched(dress: _Dress, head: Shape) -> Shape:
    shape = Shape("parrot")
    lean = (("z", -32.0),)
    shape.ellipsoid((0, 0.56, 0), (0.29, 0.43, 0.28), dress.body, rotate=lean)
    shape.ellipsoid((0.12, 0.60, 0), (0.22, 0.32, 0.22), dress.chest, blend=0.06, rotate=lean)
    for number, color in enumerate(dress.tail):
        long, z = dress.reach * (1.0 - 0.12 * abs(number - 1)), 0.05 * (number - 1)
        root, tip = (-0.22, 0.40, 0.6 * z), (-0.22 - 0.88 * long, 0.40 - 0.40 * long, 2 * z)
        shape.cone(root, tip, 0.09, 0.055, color, blend=0.03)
    yellow = where(lambda x, y, _z: x * 0.85 + y * 0.53 < 0.29, dress.band)
    for side in (-1, 1):
        folded = (("z", 38.0), ("x", side * 6.0))
        shape.ellipsoid((-0.07, 0.58, side * 0.25), (0.40, 0.17, 0.085), dress.body, rotate=folded, pattern=yellow)
        for number in range(4):
            root = (-0.14 - 0.01 * number, 0.57 - 0.07 * number, side * (0.30 - 0.005 * number))
            tip = (-0.62 + 0.06 * number, 0.24 - 0.01 * number, side * (0.21 + 0.02 * number))
            shape.cone(root, tip, 0.075, 0.045, dress.wing if number % 2 else shade(dress.wing, 1.5), blend=0.012)
        shape.cone((0.06, 0.30, side * 0.12), (0.08, 0.10, side * 0.12), 0.11, 0.05, dress.body, blend=0.05)
        foot(shape, 0.08, side * 0.12, y=0.035, size=0.15, color=GRAY)
    return shape.merge(head, (0.20, 1.03, 0.0), yaw=62)


def _flying(dress: _Dress, head: Shape) -> Shape:
    shape, lean = Shape("parrot"), (("x", 38.0),)
    shape.ellipsoid((0, 0.66, -0.02), (0.27, 0.40, 0.28), dress.body, rotate=lean)
    shape.ellipsoid((0, 0.74, 0.10), (0.21, 0.27, 0.20), dress.chest, blend=0.06, rotate=lean)
    for number, color in enumerate(dress.tail):
        across, long = number - 1.0, dress.reach * (1.0 - 0.12 * abs(number - 1))
        tail = Shape("tail")
        feather(tail, (0, 0, 0), -90.0 + 12.0 * across, 0.75 * long, 0.075, color)
        shape.merge(tail, (0.05 * across, 0.48, -0.34 - 0.01 * abs(across)))
    plumage = Plumage(span=1.26, arm=dress.body, upper=dress.band, lower=dress.wing, tips=dress.wing, rise=0.36,
                      long=0.58, feathers=12)  # fmt: skip
    spread(shape, (0.18, 0.80, 0.0), plumage)
    for side in (-1, 1):
        shape.cone((side * 0.11, 0.42, 0.06), (side * 0.12, 0.33, 0.16), 0.07, 0.04, GRAY, blend=0.03)
    return shape.merge(head, (0, 1.06, 0.20), yaw=44)


def _skull(color: Color) -> Shape:
    head = Shape("head").ellipsoid((0, 0, 0), (0.25, 0.26, 0.26), color, blend=0.09)
    return head.ellipsoid((0, -0.22, -0.06), (0.22, 0.18, 0.21), color, blend=0.09)


def _parrot_head(color: Color) -> Shape:
    """Its head from the middle of the skull: bare white cheeks, a beak that hooks down."""
    head, ivory = _skull(color), srgb("#f0e2c4")
    lines = where(lambda _x, y, z: np.sin(y * 95.0 + z * 30.0) > 0.72, color)
    for side in (-1, 1):
        head.ellipsoid((side * 0.155, -0.005, 0.115), (0.105, 0.13, 0.12), WHITE, blend=0.015, pattern=lines)
        bead_eye(head, (side * 0.225, 0.045, 0.155), 0.056, toward=(side * 0.75, 0, 0.6))
    hook = [(0, 0.045, 0.20), (0, 0.05, 0.33), (0, -0.05, 0.425), (0, -0.19, 0.405)]
    head.cone((0, -0.10, 0.20), (0, -0.175, 0.315), 0.085, 0.045, BLACK, blend=0.02, material=Material.GLOSSY)
    head.chain(hook[:3], [0.125, 0.105, 0.075], ivory, blend=0.05, material=Material.GLOSSY)
    return head.cone(hook[2], hook[3], 0.072, 0.016, srgb("#3a3234"), blend=0.03, material=Material.GLOSSY)


def _toucan_head(color: Color) -> Shape:
    """Its head from the middle of the skull: blue round the eyes, the beak orange with a dark tip."""
    head, orange = _skull(color), srgb("#ff9d17")
    head.ellipsoid((0, -0.16, 0.10), (0.20, 0.20, 0.16), CREAM, blend=0.04)
    for side in (-1, 1):
        head.ellipsoid((side * 0.175, 0.04, 0.125), (0.085, 0.105, 0.10), srgb("#2fa3e8"), blend=0.01)
        bead_eye(head, (side * 0.235, 0.045, 0.165), 0.055, toward=(side * 0.8, 0, 0.55))
    dark = where(lambda _x, y, z: z + 0.25 * y > 0.74, BLACK)
    beak = [(0, 0.02, 0.20), (0, 0.055, 0.44), (0, 0.02, 0.66), (0, -0.10, 0.84)]
    head.chain(beak, [0.155, 0.145, 0.115, 0.035], orange, blend=0.08, material=Material.GLOSSY, pattern=dark)
    jaw = [(0, -0.10, 0.20), (0, -0.085, 0.46), (0, -0.11, 0.70)]
    head.chain(jaw, [0.09, 0.075, 0.035], srgb("#f4c430"), blend=0.015, material=Material.GLOSSY)
    return head
