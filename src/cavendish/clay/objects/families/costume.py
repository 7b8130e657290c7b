"""What a costume is: plain data, each word the name of something in the files beside.

A colour is "#rrggbb", or "main" for that of the main garment, which a prompt may change, "skin" or "hair".
"""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Costume", "Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something worn or held, by name, and its colour."""

    what: str
    color: str = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Costume:
    """One way to be dressed. Of several ways to wear the hair a seed chooses; `tone` shifts skins and hair colours.

    hoops     the colour of hoops on the shirt
    left      what is in the hand at -x, which stays free when the other holds something
    right     what is in the hand at +x
    stoop     how far the head is put forward
    stance    the posture of one who was not told to do anything
    """

    main: str
    shirt: str = "main"
    trousers: str = "#33415c"
    cut: Literal["trousers", "skirt", "gown", "tail"] = "trousers"
    shoes: str = "#2a2c33"
    gloves: str | None = None
    armour: bool = False
    hoops: str | None = None
    hair: tuple[str, ...] = ("short",)
    hair_color: str | None = None
    facial: tuple[Piece, ...] = ()
    hat: Piece | None = None
    worn: tuple[Piece, ...] = ()
    left: Piece | None = None
    right: Piece | None = None
    stoop: float = 0.0
    stance: str = "stand"
    tone: int = 0
