"""The arrays that a picture is made in, laid over one buffer which several processes may share."""

from mmap import mmap

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.plan import Plan

__all__ = ["Canvas"]


class Canvas:
    """`canvas["light"]` and the other layers of the plan, as arrays over the buffer."""

    def __init__(self, plan: Plan, buffer: mmap | bytearray) -> None:
        self.plan = plan
        self._layers: dict[str, NDArray[np.generic]] = {
            name: np.ndarray(layer.shape, layer.dtype, buffer, layer.offset) for name, layer in plan.layers.items()
        }

    def __getitem__(self, name: str) -> NDArray[np.generic]:
        return self._layers[name]

    def floats(self, name: str, rows: slice = slice(None), columns: slice = slice(None)) -> NDArray[np.float32]:
        """A copy of part of a layer (h, w, …), as float32."""
        return self._layers[name][rows, columns].astype(np.float32)
