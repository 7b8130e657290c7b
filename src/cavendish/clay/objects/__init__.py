"""What Clay can model: one table of kinds, and one file of builders per family in `families`.

What has no builder may still be blown up from an emoji: those kinds are in `inflatable`.

The table is plain data, so that whoever only needs to know *that* there is a cat (the grammar, the scene's checks)
pays for neither NumPy nor the sculpting code; a family is imported when its first member is built.

A builder is named after its kind. It models in its own units with the ground at y = 0 and the middle of the footprint
at the origin. Whoever sits or stands upright looks at +z; whatever runs, drives or sails heads for +x. `size` says how
large the result stands in the scene, in stylised metres along its largest extent. Stylised: an elephant is some three
apples wide, so that both can share a picture.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from .inflatable import inflatables
from .kind import Kind
from .look import Look
from .poses import in_pose, nearest
from .table import TABLE

if TYPE_CHECKING:
    from cavendish.clay.sculpt import Box

__all__ = ["KINDS", "Kind", "Look", "measure", "natural_scale", "nearest"]


class _Kinds(Mapping[str, Kind]):
    """The kinds of the table; asked for by name also what can be inflated, and what they are when they do something,
    "cat.run". Only the former count."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = dict(kinds)

    def __getitem__(self, name: str) -> Kind:
        base, _, pose = name.partition(".")
        kind = self._kinds.get(base) or inflatables()[base]
        return in_pose(kind, pose) if pose else kind

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


KINDS: Mapping[str, Kind] = _Kinds({kind.name: kind for kind in TABLE})


@cache
def _outline(kind: str, worn: tuple[str, ...] = ()) -> "Box":
    """Bounds in the builder's units; roots below the ground do not count."""
    from cavendish.clay.sculpt import Box

    from .outfitting import outfitted
    from .worn import Worn

    low, high = outfitted(KINDS[kind].build(Look()), kind, [Worn(piece) for piece in worn]).bounds()
    return Box((low[0], 0.0, low[2]), high)


@cache
def natural_scale(kind: str) -> float:
    """Metres per unit of the kind's builder, whatever it does. Raises KeyError for a kind that is not in the table."""
    kind = KINDS[kind].base
    low, high = _outline(kind)
    return KINDS[kind].size / max(top - bottom for bottom, top in zip(low, high, strict=True))


@cache
def measure(kind: str, worn: tuple[str, ...] = ()) -> "Box":
    """The kind's bounds in metres at its natural size, unturned, in what it wears. Raises KeyError for a kind not in
    the table."""
    from cavendish.clay.sculpt import Box

    scale = natural_scale(kind)
    low, high = _outline(kind, worn)
    return Box((low[0] * scale, 0.0, low[2] * scale), (high[0] * scale, high[1] * scale, high[2] * scale))
