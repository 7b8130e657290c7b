"""Who is seen where: what the camera meets first at each pixel, and how that is painted, without any light.

A hundredth of a picture's cost, for everyone who asks how a picture is laid out and not how it looks.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats

from .camera import Camera
from .solids import Rays, Solids
from .surface import surface
from .trace import GROUND, NOTHING, Hits, closest
from .world import World

__all__ = ["GROUND", "NOTHING", "Finder", "Mask"]

_TILE = 64


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Of each pixel (h, w) the index of the object met there in the world's, or GROUND or NOTHING, and the metres to
    it (infinite for nothing)."""

    objects: NDArray[np.int16]
    lengths: Floats


class Finder:
    """The viewfinder of a camera that is to fill width x height pixels with a world."""

    def __init__(self, world: World, width: int, height: int) -> None:
        self._world, self._width, self._height = world, width, height
        self._camera = Camera(world.camera, width, height)

    def everything(self) -> Mask:
        """What is seen of the world."""
        return self._mask(range(len(self._world.objects)), margin=0)

    def alone(self, index: int, *, margin: int = 0) -> Mask:
        """What would be seen if an object were alone on the ground, `margin` pixels beyond the frame on every side."""
        return self._mask([index], margin=margin)

    def paint(self, mask: Mask, index: int) -> tuple[Floats, NDArray[np.int8]]:
        """Colours (n, 3), linear, and materials (n,) of an object where a mask without margin shows it."""
        rows, columns = np.nonzero(mask.objects == index)
        rays, lengths = self._rays(rows, columns), mask.lengths[rows, columns]
        if not len(rays):
            return np.zeros((0, 3), np.float32), np.zeros(0, np.int8)
        hits = Hits(lengths, np.zeros(lengths.size, np.int16))
        solids = Solids([self._world.objects[index]])
        with np.errstate(all="ignore"):
            seen = surface(self._world, solids, rays, hits, pixel=self._camera.pixel)
        return seen.colors.T, seen.materials

    def _mask(self, indices: range | list[int], *, margin: int) -> Mask:
        size = (self._height + 2 * margin, self._width + 2 * margin)
        objects, lengths = np.empty(size, np.int16), np.empty(size, np.float32)
        solids = Solids([self._world.objects[index] for index in indices])
        for top in range(0, size[0], _TILE):
            for left in range(0, size[1], _TILE):
                tile = np.s_[top : top + _TILE, left : left + _TILE]
                rows, columns = (side[tile].ravel() - margin for side in np.indices(size, np.int32))
                hits = self._closest(solids, self._rays(rows, columns))
                objects[tile] = np.reshape(hits.solids, objects[tile].shape)
                lengths[tile] = np.reshape(hits.lengths, objects[tile].shape)
        numbers = np.asarray(indices, np.int16)
        objects[objects >= 0] = numbers[objects[objects >= 0]]
        return Mask(objects, lengths)

    def _rays(self, rows: NDArray[np.integer], columns: NDArray[np.integer]) -> Rays:
        return self._camera.rays((columns + 0.5).astype(np.float32), (rows + 0.5).astype(np.float32))

    def _closest(self, solids: Solids, rays: Rays) -> Hits:
        with np.errstate(all="ignore"):  # rays that miss have no length
            return closest(solids, rays, ground=self._world.ground is not None, precision=self._camera.pixel)
