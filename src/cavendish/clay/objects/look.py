"""How one thing should look: what the caller asked for, and what the weather and the hour do to it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CLEAR", "Look"]

CLEAR = {"glass": "#e3f3f0", "ice": "#8fcff7"}
"""The colours of what one can see through, where nobody asked for another."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A wish about one object. `color` is linear RGB; None leaves the kind its own.

    seed     shapes what is left to chance (branches, spots)
    text     words on it, for kinds that carry words
    ink      the colour of the words, "#rrggbb"; None for whatever can be read best
    snowy    snow lies on it
    lit      it is dark outside: windows and lamps shine
    neon     it wears glowing rings and lines
    pose     what it is doing, of those poses that its kind has; None as the kind is of its own accord
    """

    color: "NDArray[np.float32] | None" = None
    material: str | None = None
    seed: int = 0
    text: str | None = None
    ink: str | None = None
    snowy: bool = False
    lit: bool = False
    neon: bool = False
    pose: str | None = None

    def paint(self, default: str) -> "NDArray[np.float32]":
        """The colour asked for, else that of a clear material, else the default, a "#rrggbb" string."""
        from cavendish.clay.sculpt import srgb

        return srgb(CLEAR.get(self.material or "", default)) if self.color is None else self.color
