"""A branch to sit on: it grows from a stump at the left and runs level across the picture."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import Color, shade
from cavendish.clay.objects.patterns import bark, snow_cap
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["branch"]

BARK = srgb("#7d4f2c")
LEVEL = 1.16
# The limb from the stump outwards; twigs from where they leave it to where they end.
_LIMB = ((-0.98, LEVEL - 0.26, 0.0), (-0.62, LEVEL - 0.06, 0.0), (0.0, LEVEL, 0.0), (0.70, LEVEL, 0.0),
         (1.20, LEVEL + 0.06, -0.16))  # fmt: skip
_TWIGS = (((0.72, LEVEL, -0.02), (0.98, LEVEL + 0.40, -0.34)), ((0.90, LEVEL + 0.02, 0.0), (1.26, LEVEL - 0.16, 0.08)),
          ((-0.52, LEVEL - 0.04, 0.04), (-0.34, LEVEL - 0.36, 0.22)),
          ((-1.0, 1.24, 0.0), (-1.26, 1.66, 0.06)))  # fmt: skip


def branch(look: Look) -> Shape:
    """A level branch with leaves at its ends, on a stump."""
    leaf = look.paint("#5aa636")
    stump = snow_cap(bark, above=1.48, depth=0.10) if look.snowy else bark
    shape = Shape("branch")
    shape.chain([(-1.02, -0.04, 0), (-1.0, 0.6, 0), (-1.02, 1.42, 0)], [0.30, 0.21, 0.19], BARK, pattern=stump)
    for angle in (0.4, 2.2, 3.6, 5.2):
        root = (-1.02 + 0.46 * math.cos(angle), 0.0, 0.46 * math.sin(angle))
        shape.cone((-1.02, 0.24, 0), root, 0.14, 0.05, BARK, blend=0.12, pattern=bark)
    limb = snow_cap(bark, above=LEVEL + 0.02, depth=0.06) if look.snowy else bark
    shape.chain(_LIMB, [0.17, 0.13, 0.11, 0.09, 0.05], BARK, blend=0.08, pattern=limb)
    tips = [_LIMB[-1]]
    for start, end in _TWIGS:
        shape.cone(start, end, 0.055, 0.03, BARK, blend=0.05, pattern=bark)
        tips.append(end)
    for number, tip in enumerate(tips):
        _leaves(shape, tip, leaf, turned=50.0 * number)
    return shape


def _leaves(shape: Shape, at: tuple[float, float, float], color: Color, *, turned: float) -> None:
    """Five broad leaves round the end of a twig."""
    for number in range(5):
        angle = math.radians(turned + 72.0 * number)
        x, y = at[0] + 0.16 * math.cos(angle), at[1] + 0.16 * math.sin(angle)
        lean = (("z", math.degrees(angle)), ("x", 30.0))
        tone = shade(color, 0.85 + 0.12 * (number % 3))
        shape.ellipsoid((x, y, at[2] + 0.03 * number), (0.17, 0.085, 0.035), tone, rotate=lean, material=Material.LEAF)
