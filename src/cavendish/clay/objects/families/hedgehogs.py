"""The hedgehog: a ball of spines with a kind face, which looks at +z."""

import math

from cavendish.clay.objects.eyes import bead_eyes
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, PINK, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape

__all__ = ["hedgehog"]

SPINES = 300


def hedgehog(look: Look) -> Shape:
    """A hedgehog with light-tipped spines; asleep it is nearly a ball."""
    coat = look.paint("#6b4a34")
    face = mix(CREAM, coat, 0.16)
    asleep = look.pose == "sleep"
    shape = Shape("hedgehog")
    shape.ellipsoid((0, 0.44, -0.12), (0.50, 0.42, 0.54), shade(coat, 0.7))
    _spines(shape, (0, 0.44, -0.12), (0.48, 0.40, 0.52), coat)
    low = -0.12 if asleep else 0.0
    shape.ellipsoid((0, 0.36 + low / 2, 0.20), (0.34, 0.30, 0.26), face, blend=0.04)
    shape.ellipsoid((0, 0.44 + low, 0.36), (0.27, 0.235, 0.20), face, blend=0.06)
    shape.cone((0, 0.41 + low, 0.48), (0, 0.41 + low, 0.68), 0.135, 0.05, face, blend=0.07)
    shape.ellipsoid((0, 0.425 + low, 0.735), 0.062, BLACK, material=Material.GLOSSY)
    smile = [
        (math.sin(a) * 0.09, 0.335 + low - 0.012 * math.cos(a), 0.50 + 0.10 * math.cos(a)) for a in (-1, -0.4, 0.4, 1)
    ]
    shape.chain(smile, [0.010] * 4, shade(coat, 0.5), blend=0.0)
    bead_eyes(shape, 0.125, 0.52 + low, 0.505, 0.056, shut=asleep)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.25, 0.63 + low, 0.26), (0.10, 0.105, 0.05), mix(face, coat, 0.35), blend=0.03)
        shape.ellipsoid((side * 0.25, 0.625 + low, 0.305), (0.06, 0.065, 0.025), PINK)
        shape.ellipsoid((side * 0.20, 0.40 + low, 0.50), (0.055, 0.04, 0.03), PINK, blend=0.03)
        if not asleep:
            shape.ellipsoid((side * 0.17, 0.055, 0.36), (0.085, 0.055, 0.12), mix(face, PINK, 0.4), blend=0.02)
            shape.cone((side * 0.22, 0.30, 0.34), (side * 0.15, 0.20, 0.50), 0.07, 0.055, face, blend=0.03)
            shape.ellipsoid((side * 0.22, 0.05, -0.06), (0.08, 0.05, 0.11), mix(face, PINK, 0.4), blend=0.02)
    return shape


def _spines(shape: Shape, middle: tuple[float, float, float], radii: tuple[float, float, float], coat: Color) -> None:
    """Spines all over an ellipsoid, but for the face and what lies below."""
    for number in range(SPINES):
        level = 1 - 2 * (number + 0.5) / SPINES
        angle, reach = number * 2.39996, math.sqrt(1 - level * level)
        out = (math.cos(angle) * reach, level, math.sin(angle) * reach)
        facing = out[2] > 0.62 and level < 0.55
        if level < -0.52 or facing:
            continue
        root, tip = (
            tuple(at + share * radius * way for at, radius, way in zip(middle, radii, out, strict=True))
            for share in (0.94, 1.22)
        )
        bent = (tip[0], tip[1] + 0.03, tip[2] - 0.07)
        shape.cone(root, bent, 0.050, 0.009, mix(coat, CREAM, 0.12 + 0.16 * (number % 3)))
