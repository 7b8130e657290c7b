"""A board on four posts, as large as it has to be: the scaffold for things that stand over others."""

from cavendish.clay.sculpt import Shape

from .palette import WOOD, mix
from .patterns import grain

__all__ = ["stand"]

BOARD = 0.05
"""How thick a board is, as a share of the stand's shorter side."""


def stand(width: float, height: float, depth: float) -> Shape:
    """A stand whose board's upper side is `height` above the ground; metres, round the origin."""
    thick = max(0.03, BOARD * min(width, 2 * height))
    post = 0.75 * thick
    shape = Shape("stand")
    pale = mix(WOOD, WOOD * 1.6, 0.6)
    shape.box((0, height - thick / 2, 0), (width / 2, thick / 2, depth / 2), pale, round=0.4 * thick, pattern=grain)
    for x in (-1, 1):
        for z in (-1, 1):
            foot = (x * (width / 2 - 1.4 * post), 0.0, z * (depth / 2 - 1.4 * post))
            shape.cone(foot, (foot[0], height - thick, foot[2]), post, post, WOOD, pattern=grain)
    return shape
