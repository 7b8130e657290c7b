"""A world becomes pixels, in this process.

    from cavendish.clay.render import render
    pixels = render(world, 512, 512)          # uint8 (512, 512, 3), ready for PIL.Image.fromarray

The studio does the same in worker processes, a task at a time.
"""

import numpy as np
from numpy.typing import NDArray

from .canvas import Canvas
from .painter import Painter
from .plan import Plan
from .world import World

__all__ = ["render"]


def render(world: World, width: int, height: int) -> NDArray[np.uint8]:
    """The finished picture, (height, width, 3)."""
    plan = Plan(width, height)
    painter = Painter(world, Canvas(plan, bytearray(plan.size)))
    for stage in plan.stages:
        for task in stage:
            painter.paint(task)
    return painter.pixels
