"""One picture under way: carries out the tasks of its plan, each on its own, in whatever process is asked to.

Workers paint a task at a time for the studio; `render` does them all where it is called.
"""

import math

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.plan import Plan, Task

from .camera import Camera
from .canvas import Canvas
from .darkroom import develop, glow
from .lattice import Lattice
from .light import Light
from .resampling import enlarge
from .tiles import edges, sharpen, trace_tile
from .world import World

__all__ = ["Painter", "render"]

_APRON = 3  # traced pixels around a tile that its enlargement looks at


class Painter:
    """Paints one world on one canvas."""

    def __init__(self, world: World, canvas: Canvas) -> None:
        self.world, self.canvas, self.plan = world, canvas, canvas.plan
        scale = self.plan.scale
        self._full = Light(world, Camera(world.camera, self.plan.width, self.plan.height))
        base = Camera(world.camera, self.plan.width / scale, self.plan.height / scale)
        self._base = self._full if scale == 1 else Light(world, base)

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """The finished picture (h, w, 3), once all is done; a view of the canvas."""
        return np.asarray(self.canvas["pixels"], np.uint8)

    def paint(self, task: Task) -> None:
        """Carry out one task; all tasks of earlier stages must be done."""
        # Rays that miss have no length, and a ray along a wall meets it nowhere: infinities are answers here.
        with np.errstate(all="ignore"):
            self._paint(task)

    def _paint(self, task: Task) -> None:
        match task.stage:
            case "trace" if self.plan.scale == 1:
                self._trace(task)
            case "trace":
                self._trace_base(task)
            case "sharpen":
                self._sharpen(task)
            case "glow":
                glow(self.world, self.canvas)
            case "develop":
                develop(self.world, self.canvas, task.top, task.bottom)

    def _trace(self, task: Task) -> None:
        patch = trace_tile(self._full, task[1:], smooth=True)
        here = _area(task)
        self.canvas["light"][here] = np.minimum(patch.colors, 60).transpose(1, 2, 0)
        self.canvas["nearness"][here] = patch.nearness

    def _trace_base(self, task: Task) -> None:
        patch = trace_tile(self._base, task[1:], smooth=False)
        here = _area(task)
        self.canvas["base_light"][here] = np.minimum(patch.colors, 60).transpose(1, 2, 0)
        self.canvas["base_nearness"][here] = patch.nearness
        self.canvas["base_solids"][here] = patch.solids
        self.canvas["base_visible"][(*here, slice(len(patch.visible)))] = patch.visible.transpose(1, 2, 0) * 255

    def _sharpen(self, task: Task) -> None:
        """Enlarge the traced pixels under a tile and trace those anew that lie on an edge."""
        width, height = self.plan.base
        left, top = max(task.left // 2 - _APRON, 0), max(task.top // 2 - _APRON, 0)
        right, bottom = min(math.ceil(task.right / 2) + _APRON, width), min(math.ceil(task.bottom / 2) + _APRON, height)
        rows, columns = slice(top, bottom), slice(left, right)
        light, nearness = (
            self.canvas.floats("base_light", rows, columns),
            self.canvas.floats("base_nearness", rows, columns),
        )
        solids = np.asarray(self.canvas["base_solids"][rows, columns], np.int16)
        visible = self.canvas.floats("base_visible", rows, columns)[..., : self._full.rows] / np.float32(255)
        size = (task.right - task.left, task.bottom - task.top)
        box = (task.left / 2 - left, task.top / 2 - top, task.right / 2 - left, task.bottom / 2 - top)
        colors = np.maximum(enlarge(np.minimum(light, 6), size, box), 0)
        y, x = np.mgrid[task.top : task.bottom, task.left : task.right]
        nearest = (y // 2 - top, x // 2 - left)
        sharp_nearness, edge = (
            nearness[nearest],
            edges(light.transpose(2, 0, 1), solids, nearness, self._full.solids.clear)[nearest],
        )
        lattice = Lattice(left + 0.5, top + 0.5, 1, solids, nearness, visible.transpose(2, 0, 1), agree=2)
        sharpen(self._full, lattice, colors, sharp_nearness, edge, (task.left, task.top))
        self.canvas["light"][_area(task)], self.canvas["nearness"][_area(task)] = colors, sharp_nearness


def _area(task: Task) -> tuple[slice, slice]:
    return slice(task.top, task.bottom), slice(task.left, task.right)


def render(world: World, width: int, height: int) -> NDArray[np.uint8]:
    """The finished picture, (height, width, 3)."""
    plan = Plan(width, height)
    painter = Painter(world, Canvas(plan, bytearray(plan.size)))
    for stage in plan.stages:
        for task in stage:
            painter.paint(task)
    return painter.pixels
