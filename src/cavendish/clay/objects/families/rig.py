"""The rig that toy people stand on: legs, trunk, arms and a head in a posture, and where things can be put on them.

All lengths are for a figure of height 1, which is 2.1 units tall; the head is as large on whoever is smaller.
"""

import math
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from cavendish.clay.objects.limbs import Posture, arm, leg
from cavendish.clay.objects.palette import DARK, Color
from cavendish.clay.objects.patterns import Pattern
from cavendish.clay.sculpt import Material, Shape
from cavendish.clay.sculpt.frame import turn

__all__ = ["FLAT", "SIDES", "Body", "Cut", "Figure", "Point", "along", "beyond", "embodied", "lying", "posed"]

Point = tuple[float, float, float]
Joints = tuple[Point, Point, Point]
Cut = Literal["trousers", "skirt", "gown", "tail"]
SIDES = (-1, 1)  # of a body, along x
FLAT = (("x", 90),)  # a ring that is turned so lies
UPRIGHT = 40.0  # degrees: what hangs from the hips lies over thighs that are lifted higher
LONGEST_STRIDE = 34.0  # degrees that a gown's bell leaves room for


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What somebody is made of. `height` is that of the legs and trunk; `stoop` how far the head is put forward."""

    shirt: Color
    trousers: Color
    skin: Color
    height: float = 1.0
    cut: Cut = "trousers"
    shoes: Color | None = None
    hands: Color | None = None
    surface: Material = Material.CLAY
    weave: Pattern | None = None
    stoop: float = 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody without a head so far, and the joints of the limbs, those at -x first."""

    shape: Shape
    figure: Figure
    posture: Posture
    arms: tuple[Joints, Joints]
    legs: tuple[Joints, Joints]

    @property
    def head(self) -> Point:
        """The middle of the head."""
        return 0.0, 1.36 * self.figure.height + 0.36 - 0.4 * self.figure.stoop, self.figure.stoop

    def at(self, x: float, y: float, z: float) -> Point:
        """A place on the trunk, given on that of a figure of height 1."""
        girth = self.figure.height**0.5
        return x * girth, y * self.figure.height, z * girth

    def hand(self, side: int) -> Point:
        """The middle of the hand at -x (0) or at +x (1)."""
        _, elbow, wrist = self.arms[side]
        return beyond(elbow, wrist, 0.06)

    @property
    def lap(self) -> bool:
        """Whether both thighs are lifted, as in sitting."""
        return self.posture.legs[0].swing >= UPRIGHT


def embodied(name: str, figure: Figure, posture: Posture) -> Body:
    """Model legs, trunk, arms and neck in a posture; the head is the caller's."""
    k, shape = figure.height, Shape(name)
    legs = [
        leg((side * 0.13, 0.75 * k, 0), bent, 0.31 * k, 0.44 * k - 0.14)
        for side, bent in zip((-1, 1), posture.legs, strict=True)
    ]
    arms = [
        arm((side * 0.27, 1.20 * k, 0), bent, 0.27 * k**0.5, 0.26 * k**0.5)
        for side, bent in zip((-1, 1), posture.arms, strict=True)
    ]
    body = Body(shape, figure, posture, (arms[0], arms[1]), (legs[0], legs[1]))
    below = figure.shirt if figure.cut == "gown" else figure.trousers
    for bent, swung in zip(legs, arms, strict=True):
        if figure.cut != "tail":
            shape.chain(bent, [0.135, 0.115, 0.10], below, blend=0.03, material=_below(figure))
        sleeve = [0.11, 0.09, 0.075]
        shape.chain(swung, sleeve, figure.shirt, blend=0.04, material=figure.surface, pattern=figure.weave)
        hand = figure.skin if figure.hands is None else figure.hands
        shape.ellipsoid(beyond(swung[1], swung[2], 0.06), (0.08, 0.085, 0.085), hand)
    _trunk(body)
    if figure.cut != "tail":
        for _, knee, ankle in legs:
            _shoe(shape, knee, ankle, DARK if figure.shoes is None else figure.shoes)
    return body


def _trunk(body: Body) -> None:
    shape, figure, k = body.shape, body.figure, body.figure.height
    girth, neck, stoop = k**0.5, 1.36 * k, figure.stoop
    trunk = Shape()
    trunk.cylinder((0, 0.97 * k, 0), 0.225 * girth, 0.19 * k, figure.shirt, round=0.08, top_radius=0.25 * girth)
    trunk.ellipsoid((0, 1.15 * k, 0), (0.27 * girth, 0.13 * k, 0.20 * girth), figure.shirt)
    for part, blend in zip(trunk.parts, (0.03, 0.08), strict=True):
        shape.parts.append(replace(part, blend=blend, material=figure.surface, pattern=figure.weave))
    hips = (0.225 * girth, 0.11, 0.19 * girth)
    seat = figure.shirt if figure.cut == "gown" else figure.trousers
    shape.ellipsoid((0, 0.76 * k, 0), hips, seat, blend=0.02, material=_below(figure))
    match figure.cut:
        case "skirt":
            _skirt(body)
        case "gown":
            _gown(body)
        case "tail":
            _tail(body)
    nape = (0, neck + 0.12 - 0.4 * stoop, stoop)
    shape.cone((0, neck - 0.06, 0), nape, 0.09, 0.09, figure.skin, blend=0.03)


def _below(figure: Figure) -> Material:
    """What trousers are made of: whoever wears mail wears it all over."""
    return figure.surface if figure.surface is Material.METAL else Material.CLAY


def beyond(start: Point, end: Point, length: float) -> Point:
    """The point that lies `length` further on the line from `start` to `end`."""
    share = length / math.dist(start, end)
    x, y, z = (b + (b - a) * share for a, b in zip(start, end, strict=True))
    return x, y, z


def along(start: Point, end: Point, share: float) -> Point:
    """The point that lies that share of the way from `start` to `end`."""
    x, y, z = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return x, y, z


def _shoe(shape: Shape, knee: Point, ankle: Point, color: Color) -> None:
    """A shoe at a right angle to the shin."""
    _, y, z = beyond(knee, ankle, 0.065)
    down, forward = (y - ankle[1]) / 0.065, (z - ankle[2]) / 0.065
    toe = (ankle[0], y + 0.05 * forward, z - 0.05 * down)
    turned = math.degrees(math.atan2(forward, -down))
    shape.ellipsoid(toe, (0.105, 0.075, 0.175), color, rotate=(("x", -turned),))


def _skirt(body: Body) -> None:
    """A skirt that hangs down, over a lifted knee too, or lies over the thighs of whoever sits."""
    shape, color, k = body.shape, body.figure.shirt, body.figure.height
    if not body.lap:
        shape.cylinder((0, 0.66 * k, 0), 0.42, 0.22, color, round=0.06, top_radius=0.22, blend=0.05)
        for (hip, knee, _), bent in zip(body.legs, body.posture.legs, strict=True):
            if bent.swing > 32:
                shape.cone(hip, beyond(hip, knee, 0.05), 0.2, 0.165, color, blend=0.06)
        return
    shape.ellipsoid((0, 0.75 * k, 0.08), (0.34, 0.17, 0.30), color, blend=0.06)
    for hip, knee, _ in body.legs:
        shape.cone(hip, knee, 0.21, 0.18, color, blend=0.08)


def _gown(body: Body) -> None:
    """A bell down to the ground; cloth round each leg, and between them, of whoever does more than walk."""
    shape, color, k = body.shape, body.figure.shirt, body.figure.height
    swings = [abs(bent.swing) for bent in body.posture.legs]
    if max(swings) <= LONGEST_STRIDE and not body.posture.lies:
        shape.cylinder((0, 0.42 * k, 0), 0.44, 0.36 * k, color, round=0.05, top_radius=0.2, blend=0.06)
        return
    for hip, knee, ankle in (*body.legs, _middle(body)):
        shape.chain([hip, knee, ankle], [0.2, 0.2, 0.19], color, blend=0.12)


def _tail(body: Body) -> None:
    """A fish's tail along the middle of where legs would be, with a fin of two lobes."""
    shape, color = body.shape, body.figure.trousers
    hip, knee, ankle = _middle(body)
    shape.chain([hip, knee, ankle], [0.235, 0.19, 0.085], color, blend=0.08)
    across = (0.0, knee[2] - ankle[2], ankle[1] - knee[1])
    length = math.hypot(across[1], across[2]) or 1.0
    turned = math.degrees(math.atan2(ankle[2] - knee[2], knee[1] - ankle[1]))
    out = beyond(knee, ankle, 0.04)
    for side in (-1, 1):
        lobe = (side * 0.17, out[1] - 0.05 * across[1] / length, out[2] + 0.02)
        shape.ellipsoid(lobe, (0.22, 0.09, 0.05), color, rotate=(("x", -turned), ("z", side * 28)), blend=0.05)


def _middle(body: Body) -> Joints:
    """The joints of a limb between the legs."""
    left, right = body.legs
    return _between(left[0], right[0]), _between(left[1], right[1]), _between(left[2], right[2])


def _between(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2


def posed(body: Body, held: Shape) -> Shape:
    """The finished figure with its lowest point on the ground: upright, with what it holds, or on its side with its
    face to the viewer."""
    shape = body.shape
    if body.posture.lies:
        return lying(shape)
    ground = (0, -shape.bounds().lo[1], 0)
    return Shape(shape.name).merge(shape, ground).merge(held, ground)


def lying(shape: Shape) -> Shape:
    """The figure on its side, its middle above the origin."""
    shape.parts[:] = [part.moved(turn("z", 84), np.zeros(3, np.float32), 1.0) for part in shape.parts]
    low, high = shape.bounds()
    return Shape(shape.name).merge(shape, (-(low[0] + high[0]) / 2, -low[1], 0))
