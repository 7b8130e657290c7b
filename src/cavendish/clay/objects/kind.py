"""One entry of the table of kinds."""

from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

from .look import Look

if TYPE_CHECKING:
    from cavendish.clay.sculpt import Shape

__all__ = ["Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A thing that can be modelled. Lengths are stylised metres at its natural size, angles degrees.

    size     its largest extent
    yaw      the angle that flatters it when nobody asked for another
    support  how high the surface lies that carries other things (a seat, a table's top); None: its top
    hover    how far above the ground it hangs of its own accord
    draught  how deep it lies in water
    face     whether it looks at somebody, so that nothing should stand before it
    pose     what it is doing, if that is not what it does of its own accord; its name then is "cat.run"
    """

    name: str
    family: str
    size: float
    yaw: float = 0.0
    support: float | None = None
    hover: float = 0.0
    draught: float = 0.0
    face: bool = False
    pose: str | None = None

    @property
    def base(self) -> str:
        """The name of the kind, whatever it is doing."""
        return self.name.partition(".")[0]

    def build(self, look: Look) -> "Shape":
        """Model it, in its builder's own units; times `natural_scale(name)` these are metres. It rests on y = 0."""
        family = import_module(f".families.{self.family}", __package__)
        shape: Shape = getattr(family, self.base)(replace(look, pose=self.pose) if self.pose else look)
        if self.pose == "flat":
            shape = _laid(shape)
        lowest = shape.bounds().lo[1]
        return shape if lowest <= 0 else _lowered(shape, lowest)


def _laid(shape: "Shape") -> "Shape":
    """Lay it on its back, its middle above the origin."""
    import numpy as np

    from cavendish.clay.sculpt import Shape
    from cavendish.clay.sculpt.frame import turn

    laid = Shape(shape.name)
    laid.parts = [part.moved(turn("x", -90), np.zeros(3, np.float32), 1.0) for part in shape.parts]
    low, high = laid.bounds()
    return Shape(shape.name).merge(laid, (0, -low[1], -(low[2] + high[2]) / 2))


def _lowered(shape: "Shape", height: float) -> "Shape":
    from cavendish.clay.sculpt import Shape

    return Shape(shape.name).merge(shape, (0, -height, 0))
