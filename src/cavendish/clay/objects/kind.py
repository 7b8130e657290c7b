"""One entry of the table of kinds."""

from dataclasses import dataclass
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
    """

    name: str
    family: str
    size: float
    yaw: float = 0.0
    support: float | None = None
    hover: float = 0.0
    draught: float = 0.0
    face: bool = False

    def build(self, look: Look) -> "Shape":
        """Model it, in its builder's own units; times `natural_scale(name)` these are metres. It rests on y = 0."""
        family = import_module(f".families.{self.family}", __package__)
        shape: Shape = getattr(family, self.name)(look)
        lowest = shape.bounds().lo[1]
        return shape if lowest <= 0 else _lowered(shape, lowest)


def _lowered(shape: "Shape", height: float) -> "Shape":
    from cavendish.clay.sculpt import Shape

    return Shape(shape.name).merge(shape, (0, -height, 0))
