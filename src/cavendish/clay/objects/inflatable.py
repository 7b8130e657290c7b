"""What Clay has no model of but an emoji shows: kinds that are blown up like foil balloons.

The table is data, in `inflatables.toml`. Where the extra that brings the drawings is not installed, a kind is the word
itself on a sign of the same size, so that every scene can be built everywhere.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from cavendish.clay.emoji import drawing_of

from .kind import Kind
from .look import Look

if TYPE_CHECKING:
    from cavendish.clay.sculpt import Shape

__all__ = ["Inflatable", "head_of", "inflatables", "words_of_emoji"]

FAMILY = "inflatable"
FLATTERING = -12.0  # degrees: enough to show that there is air in it


@dataclass(frozen=True, slots=True)
class Inflatable(Kind):
    """A kind with the code points of its emoji, in hexadecimal, parted by hyphens."""

    code: str = ""

    def build(self, look: Look) -> "Shape":
        """Blow it up, or write it on a sign; see `Kind.build`."""
        if drawing_of(self.code) is None:
            from .families.symbols import sign

            return sign(replace(look, text=look.text or self.name.replace("_", " ")))
        from .inflatable_model import balloon

        return balloon(self.code, look)


@cache
def inflatables() -> dict[str, Inflatable]:
    """All of them by name."""
    data = tomllib.loads(resources.files(__package__).joinpath("inflatables.toml").read_text("utf-8"))
    return {kind.name: kind for group in data.values() for kind in _family(**group)}


def head_of(kind: Kind) -> tuple[float, float, float] | None:
    """Where an inflated kind ends in a head: how far right of its middle, how high, how wide, in its builder's units;
    None for all others."""
    if not isinstance(kind, Inflatable) or not kind.face or drawing_of(kind.code) is None:
        return None
    from .inflatable_art import artwork, crown

    found = crown(artwork(kind.code))
    return found.x, found.y, found.width


@cache
def words_of_emoji() -> dict[str, str]:
    """What an emoji is called that is inflated, by its code points without those that only modify its look."""
    return {kind.code.replace("-fe0f", ""): name.replace("_", " ") for name, kind in inflatables().items()}


def _family(*, kinds: str, size: float, hover: float = 0.0, face: bool = False) -> list[Inflatable]:
    named = (entry.split() for entry in kinds.split(","))
    return [Inflatable(name, FAMILY, size, yaw=FLATTERING, hover=hover, face=face, code=code) for name, code in named]
