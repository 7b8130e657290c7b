"""A material for a whole object: a golden cat, a wooden horse, a glass apple.

Eyes and other dark or shining parts keep their tone, so that the thing can still be read.
"""

from dataclasses import replace

import numpy as np

from cavendish.clay.sculpt import Material, Part, Pattern, Shape, srgb
from cavendish.clay.sculpt.drawn_forms import Glyph

from .look import CLEAR
from .palette import Color
from .patterns import frosted, grain, granite, marble

__all__ = ["finish"]

_TONES: dict[str, tuple[str | None, Material, Pattern | None]] = {
    "gold": ("#ffca62", Material.METAL, None),
    "silver": ("#f6f3ee", Material.METAL, None),
    "metal": ("#b9bec6", Material.METAL, None),
    "chrome": ("#e9eef3", Material.METAL, None),
    "copper": ("#ffa27a", Material.METAL, None),
    "bronze": ("#b27e46", Material.METAL, None),
    "wood": ("#b0783f", Material.CLAY, grain),
    "stone": ("#a8a49c", Material.CLAY, granite),
    "marble": ("#dcd8d1", Material.GLOSSY, marble),
    "glass": (None, Material.GLASS, None),
    "glossy": (None, Material.GLOSSY, None),
    "clay": (None, Material.CLAY, None),
    "leaf": ("#5aa636", Material.LEAF, None),
    "water": ("#4fb0d8", Material.GLASS, None),
    "ice": (None, Material.GLASS, frosted),
    "neon": (None, Material.NEON, None),
}
_BLACK = 0.03
_COLORED = 0.12  # how far the strongest and the weakest of its primaries are apart in glass that has a colour


def finish(shape: Shape, material: str | None) -> Shape:
    """The shape in that material, a word of the scene's; unknown words and None leave it as it is."""
    if material not in _TONES:
        return shape
    tone, surface, pattern = _TONES[material]
    color = None if tone is None else srgb(tone)
    done = Shape(shape.name)
    if material in CLEAR:
        clear = srgb(CLEAR[material])
        color = None if _is_colored(shape, clear) else clear
        done.parts = [_melted(part, color, pattern) for part in shape.parts]
    else:
        done.parts = [_recast(part, color, surface, pattern) for part in shape.parts]
    return done


def _is_colored(shape: Shape, clear: Color) -> bool:
    """Whether the largest part has a colour that one would name, other than that of the clear material."""
    unions = [part for part in shape.parts if part.op == "union"]
    body = max(unions, key=lambda part: part.form.ball()[1], default=None)
    if body is None or float(np.ptp(body.color)) < _COLORED:
        return False
    return float(np.abs(body.color / body.color.max() - clear / clear.max()).max()) > _COLORED


def _melted(part: Part, color: Color | None, pattern: Pattern | None) -> Part:
    """The part in glass, clear or of its own colour; black eyes stay black, without which nothing looks at us."""
    if _stays(part) or float(part.color.max()) < _BLACK:
        return part
    return replace(part, color=part.color if color is None else color, material=Material.GLASS, pattern=pattern)


def _stays(part: Part) -> bool:
    """Whether a part is no material's: hollows, lamps, and letters, which have to be read."""
    return part.op != "union" or part.material is Material.EMISSIVE or isinstance(part.form, Glyph)


def _recast(part: Part, color: Color | None, surface: Material, pattern: Pattern | None) -> Part:
    if _stays(part):
        return part
    brightness = float(part.color.max())
    if brightness < _BLACK:
        return part if color is None else replace(part, color=color * np.float32(0.16), material=surface, pattern=None)
    if color is None:
        return replace(part, material=surface)
    lightness = np.float32(0.62 + 0.38 * min(1.0, brightness))
    return replace(part, color=color * lightness, material=surface, pattern=pattern)
