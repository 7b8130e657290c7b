"""Clay itself: things as lists of primitives, and the distance field and paint that they make together.

`shapes` is the vocabulary that models are written in. Below it are the primitives (`forms`, and `drawn_forms` for those
made from a drawing), beside it words as shapes (`lettering`) and the noise of patterns (`value_noise`). `field` answers
what a renderer asks: how far is it to the surface, and which colour and material is there?
"""

from .field import Mass, paint
from .forms import Floats, turn
from .lettering import extent, letters
from .shapes import Box, Material, Part, Pattern, Shape, box_around, srgb
from .value_noise import fractal, hash_cells, noise

__all__ = [
    "Box",
    "Floats",
    "Mass",
    "Material",
    "Part",
    "Pattern",
    "Shape",
    "box_around",
    "extent",
    "fractal",
    "hash_cells",
    "letters",
    "noise",
    "paint",
    "srgb",
    "turn",
]
