"""A scene as it is seen: how much of each thing shows, where, how far away, and how it is painted."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.objects import KINDS
from cavendish.clay.render import World
from cavendish.clay.render.mask import GROUND, Finder, Mask
from cavendish.clay.scene import Scene
from cavendish.clay.sculpt import Floats
from cavendish.clay.sets import build

__all__ = ["Seen", "View", "look"]

_MARGIN = 0.3  # how far beyond the frame is looked for what was cut off, as a share of its shorter side
_STAND_INS = {"far_tree": "tree", "far_fir": "pine", "gull": "bird", "mushrooms": "mushroom"}


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One thing in a picture. `x` and `y` are the middle of what is seen of it, `left` … `bottom` its outline without
    what hides it, all in pixels; `share` is how much of it is seen, `cut` how many pixels of it the frame cuts off.
    """

    kind: str
    pixels: int
    share: float
    cut: int
    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float
    depth: float
    colors: Floats
    materials: NDArray[np.int8]

    @property
    def width(self) -> float:
        """Of its outline."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Of its outline."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A whole picture: the scene's items, how many pixels each thing of the scenery shows, by name, and the ground."""

    world: World
    area: int
    items: tuple[Seen, ...]
    scenery: tuple[tuple[str, int], ...]
    ground: int


def look(scene: Scene, *, size: int) -> View:
    """What a picture of about `size` x `size` pixels, in the shape that the camera is set for, shows of a scene."""
    ratio = sqrt(scene.camera.ratio)
    width, height = round(size * ratio), round(size / ratio)
    world = build(scene, width=width, height=height)
    finder = Finder(world, width, height)
    whole = finder.everything()
    items = tuple(_seen(finder, whole, index, item.kind) for index, item in enumerate(scene.items))
    counts = np.bincount(whole.objects[whole.objects >= 0], minlength=len(world.objects))
    names = [placed.shape.name.replace(" ", "_") for placed in world.objects]
    scenery = [(_STAND_INS.get(names[index], names[index]), int(counts[index])) for index in range(len(names))]
    ground = int((whole.objects == GROUND).sum())
    return View(world, width * height, items, tuple(scenery[len(items) :]), ground)


def _seen(finder: Finder, whole: Mask, index: int, kind: str) -> Seen:
    height, width = whole.objects.shape
    margin = round(_MARGIN * min(width, height))
    alone = finder.alone(index, margin=margin).objects == index
    inside = int(alone[margin:-margin, margin:-margin].sum())
    rows, columns = np.nonzero(whole.objects == index)
    all_rows, all_columns = np.nonzero(alone) if alone.any() else (np.zeros(1), np.zeros(1))
    colors, materials = finder.paint(whole, index)
    return Seen(
        kind=kind if kind in KINDS else "",
        pixels=rows.size,
        share=rows.size / max(inside, 1),
        cut=int(alone.sum()) - inside,
        x=float(columns.mean()) if rows.size else -1.0,
        y=float(rows.mean()) if rows.size else -1.0,
        left=float(all_columns.min()) - margin,
        top=float(all_rows.min()) - margin,
        right=float(all_columns.max()) + 1 - margin,
        bottom=float(all_rows.max()) + 1 - margin,
        depth=float(whole.lengths[rows, columns].mean()) if rows.size else np.inf,
        colors=colors,
        materials=materials,
    )
