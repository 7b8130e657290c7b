"""What somebody wears, as plain data: its name, its colour and its material."""

from dataclasses import dataclass

__all__ = ["MAX_WORN", "WORN", "Worn", "are_rivals"]

MAX_WORN = 6
"""So much at most does one wear at a time."""

HATS = "santa_hat party_hat wizard_hat witch_hat cowboy_hat chef_hat pirate_hat flower_crown"
WORN = {
    **dict.fromkeys(("sunglasses", "eyeglasses", "eye_patch"), "eyewear"),
    **dict.fromkeys(("scarf", "bow_tie", "tie", "necklace", "collar"), "neckwear"),
    "headphones": "headwear",
    **dict.fromkeys(HATS.split(), "hats"),
    **dict.fromkeys(("cape", "backpack"), "backwear"),
}
"""What can be worn, and the module that models it."""
_ONE_OF_EACH = {"eyewear", "hats"}
_TIES = {"bow_tie", "tie"}


@dataclass(frozen=True, slots=True)
class Worn:
    """A piece of what somebody wears: a name from WORN, a "#rrggbb" and a material of the scene's, or None."""

    kind: str
    color: str | None = None
    material: str | None = None


def are_rivals(piece: str, other: str) -> bool:
    """Say whether there is room for only one of two pieces."""
    same_place = WORN[piece] == WORN[other] and WORN[piece] in _ONE_OF_EACH
    return piece == other or same_place or {piece, other} == _TIES
