"""Hippopotamus and rhinoceros: barrels of bodies on four pillars, heading for +x."""

from collections.abc import Sequence

from cavendish.clay.objects.eyes import bead_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import CREAM, PINK, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape

from .pillars import STRIDES, Pillars, folded, pillars

__all__ = ["hippopotamus", "rhinoceros"]

LEGS = Pillars(hip=0.60, fore=0.38, hind=-0.52, aside=0.27, radius=0.19)
CROUCH = 0.34  # how much lower they lie than they stand


def hippopotamus(look: Look) -> Shape:
    """A hippopotamus that shows its teeth in a smile."""
    hide = look.paint("#88808e")
    shape, down = _barrel("hippopotamus", hide, look.pose)
    shape.ellipsoid((0, 0.62 - down, 0), (0.56, 0.34, 0.38), mix(hide, PINK, 0.35), blend=0.04)
    return shape.merge(_hippo_head(hide), (0.72, 0.92 - down, 0), yaw=54)


def rhinoceros(look: Look) -> Shape:
    """A rhinoceros with two horns and plates of hide."""
    hide = look.paint("#858b93")
    shape, down = _barrel("rhinoceros", hide, look.pose)
    for x, wide in ((0.30, 0.50), (-0.40, 0.55)):
        shape.torus((x, 0.86 - down, 0), wide - 0.04, 0.055, shade(hide, 0.84), rotate=(("y", 90),), blend=0.06)
    return shape.merge(_rhino_head(hide), (0.76, 0.98 - down, 0), yaw=54)


def _barrel(name: str, hide: Color, pose: str | None) -> tuple[Shape, float]:
    """Body, legs and tail, and how much lower it lies for its pose."""
    resting = pose in {"lie", "sleep"}
    down = CROUCH if resting else 0.0
    shape = Shape(name)
    shape.ellipsoid((-0.24, 0.84 - down, 0), (0.66, 0.53, 0.54), hide)
    shape.ellipsoid((0.28, 0.82 - down, 0), (0.52, 0.49, 0.48), hide, blend=0.2)
    if resting:
        folded(shape, hide, LEGS)
    else:
        pillars(shape, hide, LEGS, STRIDES.get(pose or "", (0.0, 0.0, 0.0, 0.0)))
    tail = [(-0.86, 0.98 - down, 0), (-0.99, 0.82 - down, 0), (-1.0, 0.66 - down, 0)]
    shape.chain(tail, [0.06, 0.042, 0.05], hide, blend=0.05)
    return shape, down


def _ears(head: Shape, hide: Color, at: Sequence[float], size: float) -> None:
    inner = mix(hide, PINK, 0.5)
    for side in (-1, 1):
        x, y, z = side * at[0], at[1], at[2]
        lean = (("z", -side * 26.0),)
        head.ellipsoid((x, y, z), (0.07 * size, 0.115 * size, 0.045 * size), hide, blend=0.03, rotate=lean)
        head.ellipsoid((x, y, z + 0.03 * size), (0.04 * size, 0.075 * size, 0.025 * size), inner, rotate=lean)


def _hippo_head(hide: Color) -> Shape:
    """Its head from the middle of the skull: a huge square muzzle."""
    head, pale = Shape("head"), mix(hide, PINK, 0.30)
    head.ellipsoid((0, 0.06, 0.04), (0.33, 0.32, 0.34), hide, blend=0.14)
    head.ellipsoid((0, -0.13, 0.48), (0.40, 0.25, 0.27), pale, blend=0.14)
    head.ellipsoid((0, -0.30, 0.40), (0.32, 0.13, 0.27), mix(pale, CREAM, 0.15), blend=0.03)
    for side in (-1, 1):
        head.ellipsoid((side * 0.20, -0.05, 0.63), (0.15, 0.14, 0.12), pale, blend=0.06)
        head.ellipsoid((side * 0.155, 0.075, 0.655), (0.048, 0.03, 0.045), shade(hide, 0.35), rotate=(("x", 30),))
        head.box((side * 0.15, -0.31, 0.635), (0.042, 0.062, 0.035), CREAM, round=0.03, material=Material.GLOSSY)
        head.ellipsoid((side * 0.19, 0.30, 0.14), (0.12, 0.12, 0.12), hide, blend=0.06)
        bead_eye(head, (side * 0.205, 0.315, 0.215), 0.062, toward=(side * 0.3, 0, 0.9))
    _ears(head, hide, (0.29, 0.40, -0.06), 0.9)
    return head


def _rhino_head(hide: Color) -> Shape:
    """Its head from the middle of the skull: one long horn, one short."""
    head, horn = Shape("head"), mix(CREAM, hide, 0.22)
    head.ellipsoid((0, 0.02, 0), (0.30, 0.32, 0.33), hide, blend=0.14)
    head.cone((0, -0.05, 0.16), (0, -0.24, 0.56), 0.27, 0.20, hide, blend=0.12)
    head.ellipsoid((0, -0.30, 0.60), (0.19, 0.14, 0.15), mix(hide, CREAM, 0.12), blend=0.06)
    head.chain([(0, -0.08, 0.60), (0, 0.16, 0.74), (0, 0.44, 0.74)], [0.135, 0.095, 0.018], horn, blend=0.05)
    head.chain([(0, 0.10, 0.38), (0, 0.24, 0.45), (0, 0.36, 0.46)], [0.095, 0.06, 0.016], horn, blend=0.04)
    for side in (-1, 1):
        head.ellipsoid((side * 0.135, -0.24, 0.695), (0.032, 0.042, 0.03), shade(hide, 0.35))
        bead_eye(head, (side * 0.235, 0.055, 0.245), 0.058, toward=(side * 0.6, 0, 0.8))
    smile = [(-0.15, -0.36, 0.66), (0, -0.385, 0.735), (0.15, -0.36, 0.66)]
    head.chain(smile, [0.012] * 3, shade(hide, 0.4), blend=0.0)
    _ears(head, hide, (0.20, 0.36, -0.04), 1.25)
    return head
