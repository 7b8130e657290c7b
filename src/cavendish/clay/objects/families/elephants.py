"""The elephant: it stands, strides or lies down, its trunk raised a little."""

from cavendish.clay.objects.eyes import bead_eye, shut_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import CREAM, PINK, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape

from .pillars import STRIDES, Pillars, folded, pillars

__all__ = ["elephant"]

_LEGS = Pillars(hip=0.72, fore=0.28, hind=-0.55, aside=0.27, radius=0.20)
_CROUCH = 0.46  # how much lower an elephant's back is when it lies
_TRUNK = ((0, -0.66, 0.50), (0.04, -0.86, 0.60), (0.09, -0.86, 0.80), (0.11, -0.72, 0.88))
_TRUNK_AT_REST = ((0, -0.58, 0.56), (0.03, -0.68, 0.74), (0.08, -0.68, 0.92), (0.12, -0.66, 1.06))


def elephant(look: Look) -> Shape:
    """An elephant with its trunk raised a little."""
    hide = look.paint("#8d949e")
    resting = look.pose in {"lie", "sleep"}
    down = _CROUCH if resting else 0.0
    shape = Shape("elephant")
    shape.ellipsoid((-0.22, 0.98 - down, 0), (0.66, 0.56, 0.52), hide)
    shape.ellipsoid((0.20, 1.0 - down, 0), (0.46, 0.50, 0.46), hide, blend=0.2)
    if resting:
        folded(shape, hide, _LEGS)
    else:
        pillars(shape, hide, _LEGS, STRIDES.get(look.pose or "", (0.0, 0.0, 0.0, 0.0)))
    tail = [(-0.85, 1.08 - down, 0), (-1.02, 0.88 - down, 0), (-1.05, 0.62 - down, 0)]
    shape.chain(tail, [0.055, 0.038, 0.032], hide, blend=0.05)
    shape.ellipsoid((-1.05, 0.56 - down, 0), (0.055, 0.10, 0.055), shade(hide, 0.35))
    return shape.merge(_elephant_head(hide, look.pose), (0.66, 1.28 - down, 0), yaw=62)


def _elephant_head(hide: Color, pose: str | None) -> Shape:
    head, inner = Shape("head"), mix(hide, PINK, 0.30)
    head.ellipsoid((0, 0.02, 0), (0.40, 0.42, 0.38), hide, blend=0.16)
    head.ellipsoid((0, 0.22, 0.10), (0.26, 0.22, 0.24), hide, blend=0.12)
    end = _TRUNK_AT_REST if pose in {"lie", "sleep"} else _TRUNK
    head.chain([(0, -0.06, 0.30), (0, -0.34, 0.46), *end], [0.20, 0.155, 0.12, 0.10, 0.088, 0.085], hide, blend=0.07)
    if end is _TRUNK:
        head.ellipsoid((0.115, -0.64, 0.90), (0.05, 0.025, 0.05), shade(hide, 0.4))
    for side in (-1, 1):
        lean = (("y", side * 32), ("z", side * 8))
        head.ellipsoid((side * 0.58, 0.02, -0.10), (0.36, 0.44, 0.065), hide, blend=0.06, rotate=lean)
        head.ellipsoid((side * 0.60, 0.0, -0.055), (0.26, 0.33, 0.05), inner, rotate=lean)
        tusk = [(side * 0.17, -0.22, 0.30), (side * 0.21, -0.42, 0.44), (side * 0.20, -0.46, 0.60)]
        head.chain(tusk, [0.062, 0.05, 0.018], CREAM, blend=0.02, material=Material.GLOSSY)
        if pose == "sleep":
            shut_eye(head, (side * 0.225, 0.12, 0.345), 0.062)
        else:
            bead_eye(head, (side * 0.225, 0.12, 0.315), 0.062, toward=(side * 0.3, 0, 1))
    return head
