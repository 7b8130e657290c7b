"""What is worn, standing by itself."""

import math

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import DARK, STEEL, WHITE, mix, shade
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["headphones", "shoe"]


def _sole() -> list[tuple[float, float]]:
    """The print of a foot, seen from above, toe to +x: round at both ends, narrower in the middle."""
    half = []
    for step in range(17):
        along = -math.cos(step * math.pi / 16)
        waist = 1 - 0.13 * math.exp(-(((along + 0.15) / 0.3) ** 2))
        half.append((0.08 + along * 0.72, 0.24 * waist * (1 - along**4) ** 0.5))
    return [*half, *[(x, -z) for x, z in reversed(half[1:-1])]]


def shoe(look: Look) -> Shape:
    """A sneaker with laces, its toe to +x."""
    cloth = look.paint("#e5484d")
    trim = mix(cloth, WHITE, 0.8)
    shape = Shape("shoe")
    shape.ellipsoid((0.36, 0.22, 0), (0.40, 0.19, 0.23), cloth)
    shape.cone((-0.40, 0.24, 0), (-0.42, 0.56, 0), 0.235, 0.20, cloth, blend=0.18)
    shape.cone((0.24, 0.28, 0), (-0.24, 0.56, 0), 0.20, 0.19, cloth, blend=0.14)
    shape.ellipsoid((-0.30, 0.86, 0), (0.235, 0.26, 0.155), shade(cloth, 0.3), op="subtract")
    shape.box((0, -0.16, 0), (1.2, 0.28, 0.6), cloth, round=0.0, op="subtract")
    turns = [index * math.tau / 24 for index in range(25)]
    rim = [(-0.34 + 0.235 * math.cos(a), 0.655 + 0.03 * math.cos(a), 0.165 * math.sin(a)) for a in turns]
    shape.chain(rim, [0.045] * len(rim), trim, blend=0.0)
    tongue = (("z", 32),)
    shape.ellipsoid((-0.02, 0.70, 0), (0.05, 0.17, 0.12), cloth, blend=0.03, rotate=tongue)
    shape.ellipsoid((-0.02, 0.22, 0), (0.36, 0.22, 0.20), cloth, blend=0.10)
    shape.prism((0, 0.075, 0), _sole(), 0.085, WHITE, round=0.05, rotate=(("x", 90),))
    shape.ellipsoid((0.66, 0.17, 0), (0.155, 0.12, 0.19), WHITE, blend=0.03)
    for step in range(4):
        x, y = 0.36 - step * 0.135, 0.46 + step * 0.078
        shape.chain(
            [(x, y - 0.07, -0.17), (x + 0.03, y + 0.045, 0), (x, y - 0.07, 0.17)], [0.03] * 3, WHITE, blend=0.02
        )
    for side in (-1, 1):
        stripe = [(-0.40, 0.36, side * 0.215), (-0.22, 0.25, side * 0.215), (0.02, 0.27, side * 0.20)]
        shape.chain([*stripe, (0.20, 0.36, side * 0.165)], [0.045, 0.045, 0.035, 0.02], trim, blend=0.01)
        loop = [
            (0.02 + 0.05 * t, 0.69 + 0.10 * math.sin(math.pi * t) - 0.05 * t, side * (0.02 + 0.20 * math.sin(2.2 * t)))
            for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
        ]
        back = [(x + 0.05, y - 0.05, 0.5 * z) for x, y, z in reversed(loop)]
        shape.chain([*loop, *back], [0.022] * 12, WHITE, blend=0.0)
    return shape


def headphones(look: Look) -> Shape:
    """Headphones standing on their cushions, the band on top."""
    shell = look.paint("#2f6fd0")
    shape = Shape("headphones")
    arch = [(math.cos(math.radians(a)) * 0.56, 0.62 + math.sin(math.radians(a)) * 0.60, 0) for a in range(0, 181, 6)]
    shape.chain(arch, [0.05] * len(arch), DARK, blend=0.0)
    top = [point for point in arch if point[1] > 0.92]
    shape.chain(top, [0.085] * len(top), shell, blend=0.0, material=Material.GLOSSY)
    for side in (-1, 1):
        turn = (("z", 90),)
        shape.box((side * 0.57, 0.60, 0), (0.035, 0.20, 0.06), STEEL, round=0.03, material=Material.METAL)
        shape.cylinder((side * 0.58, 0.34, 0), 0.34, 0.10, shell, round=0.09, rotate=turn, material=Material.GLOSSY)
        shape.cylinder((side * 0.44, 0.34, 0), 0.32, 0.09, srgb("#33313a"), round=0.085, rotate=turn)
        shape.cylinder((side * 0.685, 0.34, 0), 0.17, 0.012, STEEL, round=0.008, rotate=turn, material=Material.METAL)
    return shape
