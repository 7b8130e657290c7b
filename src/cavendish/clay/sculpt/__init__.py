"""Clay itself: things as lists of primitives, and the distance field and paint that they make together.

`shapes` is the vocabulary that models are written in. Below it are the primitives (`forms`, and `drawn_forms` for those
made from a drawing), beside it the noise of patterns (`value_noise`) and words: `typesetting` in the `fonts` at hand,
as a `page`, as shapes of their own (`lettering`) or on others (`print`). `field` answers what a renderer asks: how far
is it to the surface, and which colour and material is there?
"""

from .field import Mass, paint
from .fonts import unwritable
from .frame import Floats, turn
from .lettering import extent, letters
from .page import Page, menu_page, page
from .print import Patch, fitted, printed
from .shapes import Box, Material, Part, Pattern, Shape, box_around, srgb
from .typesetting import SetLine, typeset
from .value_noise import fractal, hash_cells, noise

__all__ = [
    "Box",
    "Floats",
    "Mass",
    "Material",
    "Page",
    "Part",
    "Patch",
    "Pattern",
    "SetLine",
    "Shape",
    "box_around",
    "extent",
    "fitted",
    "fractal",
    "hash_cells",
    "letters",
    "menu_page",
    "noise",
    "page",
    "paint",
    "printed",
    "srgb",
    "turn",
    "typeset",
    "unwritable",
]
