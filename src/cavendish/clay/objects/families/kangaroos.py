"""The kangaroo: upright on its long feet, heading for +x, a joey looking out of its pouch."""

from cavendish.clay.objects.eyes import bead_eye
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, PINK, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape

__all__ = ["kangaroo"]

Point = tuple[float, float, float]
# A hind leg from the hip over knee and heel to the toes.
_STANDING: tuple[Point, ...] = ((-0.22, 0.62, 0.24), (0.16, 0.46, 0.28), (-0.20, 0.12, 0.28), (0.36, 0.07, 0.28))
_LEAPING: tuple[Point, ...] = ((-0.26, 0.60, 0.24), (-0.16, 0.32, 0.28), (-0.56, 0.10, 0.28), (-0.92, -0.24, 0.28))
_TAIL = ((-0.34, 0.52), (-0.66, 0.26), (-1.02, 0.14), (-1.40, 0.10))
_TAIL_UP = ((-0.34, 0.56), (-0.68, 0.52), (-1.04, 0.58), (-1.38, 0.74))


def kangaroo(look: Look) -> Shape:
    """A kangaroo with a joey; it stands or leaps."""
    fur = look.paint("#a3764c")
    pale = mix(fur, CREAM, 0.68)
    leaping = look.pose in {"jump", "run"}
    shape = Shape("kangaroo")
    shape.ellipsoid((-0.16, 0.62, 0), (0.36, 0.42, 0.33), fur)
    shape.cone((-0.06, 0.74, 0), (0.20, 1.26, 0), 0.31, 0.185, fur, blend=0.14)
    shape.ellipsoid((0.10, 0.72, 0), (0.23, 0.40, 0.25), pale, blend=0.06, rotate=(("z", -20),))
    tail = [(x, y, 0.0) for x, y in (_TAIL_UP if leaping else _TAIL)]
    shape.chain(tail, [0.22, 0.14, 0.095, 0.05], fur, blend=0.08)
    for side in (-1, 1):
        _leg(shape, side, _LEAPING if leaping else _STANDING, fur)
        arm = [(0.18, 1.16, side * 0.17), (0.30, 0.98, side * 0.25), (0.44, 1.06, side * 0.22)]
        shape.chain(arm, [0.085, 0.07, 0.06], fur, blend=0.05)
        shape.ellipsoid(arm[2], (0.075, 0.06, 0.06), shade(fur, 0.45), blend=0.03)
    _joey(shape, fur, pale)
    shape.merge(_head(fur, pale), (0.30, 1.44, 0.0), yaw=58)
    return Shape("kangaroo").merge(shape, (0, 0.26, 0)) if leaping else shape


def _leg(shape: Shape, side: int, joints: tuple[Point, ...], fur: Color) -> None:
    hip, knee, heel, toe = ((x, y, side * z) for x, y, z in joints)
    shape.cone(hip, knee, 0.27, 0.15, fur, blend=0.08)
    shape.cone(knee, heel, 0.12, 0.075, fur, blend=0.05)
    shape.cone(heel, toe, 0.08, 0.068, fur, blend=0.04)
    shape.ellipsoid(toe, (0.10, 0.066, 0.078), shade(fur, 0.45), blend=0.03)


def _joey(shape: Shape, fur: Color, pale: Color) -> None:
    """A small head above the rim of the pouch."""
    shape.ellipsoid((0.24, 0.52, 0.06), (0.22, 0.22, 0.25), pale, blend=0.04, rotate=(("z", -16),))
    shape.torus((0.31, 0.68, 0.08), 0.135, 0.034, shade(pale, 0.86), rotate=(("z", -28), ("x", 90)), blend=0.02)
    shape.ellipsoid((0.34, 0.70, 0.09), 0.12, fur, blend=0.02)
    small = Shape("joey").merge(_head(mix(fur, CREAM, 0.18), pale), scale=0.60)
    shape.merge(small, (0.40, 0.82, 0.11), yaw=56)


def _head(fur: Color, pale: Color) -> Shape:
    """Its head from the middle of the skull: long upright ears, a narrow muzzle."""
    head = Shape("head").ellipsoid((0, 0, 0), (0.205, 0.215, 0.225), fur, blend=0.08)
    head.cone((0, -0.03, 0.10), (0, -0.09, 0.32), 0.15, 0.095, fur, blend=0.06)
    head.ellipsoid((0, -0.125, 0.30), (0.105, 0.075, 0.11), pale, blend=0.04)
    head.ellipsoid((0, -0.055, 0.405), (0.062, 0.045, 0.038), BLACK, material=Material.GLOSSY)
    for side in (-1, 1):
        head.cone((side * 0.10, 0.15, -0.05), (side * 0.215, 0.46, -0.07), 0.075, 0.04, fur, blend=0.04)
        head.ellipsoid((side * 0.165, 0.33, -0.055), (0.082, 0.165, 0.05), fur, blend=0.04, rotate=(("z", -side * 20),))
        head.ellipsoid((side * 0.167, 0.33, -0.012), (0.052, 0.125, 0.024), PINK, rotate=(("z", -side * 20),))
        bead_eye(head, (side * 0.145, 0.055, 0.155), 0.052, toward=(side * 0.6, 0, 0.75))
    return head
