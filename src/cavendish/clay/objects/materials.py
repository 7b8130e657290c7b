"""A material for a whole object: a golden cat, a wooden horse, a glass apple.

Eyes and other dark or shining parts keep their tone, so that the thing can still be read.
"""

from dataclasses import replace

import numpy as np

from cavendish.clay.sculpt import Material, Part, Pattern, Shape, srgb

from .palette import Color
from .patterns import grain, marble

__all__ = ["finish"]

_TONES: dict[str, tuple[str | None, Material, Pattern | None]] = {
    "gold": ("#f2b632", Material.METAL, None),
    "silver": ("#dfe3e8", Material.METAL, None),
    "metal": ("#b4bac4", Material.METAL, None),
    "wood": ("#b0783f", Material.CLAY, grain),
    "stone": ("#a8a49c", Material.CLAY, marble),
    "glass": (None, Material.GLASS, None),
    "glossy": (None, Material.GLOSSY, None),
    "clay": (None, Material.CLAY, None),
    "leaf": ("#5aa636", Material.LEAF, None),
    "water": ("#4fb0d8", Material.GLASS, None),
    "ice": ("#c4e8f7", Material.GLASS, None),
    "neon": (None, Material.NEON, None),
}


def finish(shape: Shape, material: str | None) -> Shape:
    """The shape in that material, a word of the scene's; unknown words and None leave it as it is."""
    if material not in _TONES:
        return shape
    tone, surface, pattern = _TONES[material]
    color = None if tone is None else srgb(tone)
    done = Shape(shape.name)
    done.parts = [_recast(part, color, surface, pattern) for part in shape.parts]
    return done


def _recast(part: Part, color: Color | None, surface: Material, pattern: Pattern | None) -> Part:
    if part.op != "union" or part.material is Material.EMISSIVE:
        return part
    brightness = float(part.color.max())
    if brightness < 0.03:
        return part if color is None else replace(part, color=color * np.float32(0.16), material=surface, pattern=None)
    if color is None:
        return replace(part, material=surface)
    lightness = np.float32(0.62 + 0.38 * min(1.0, brightness))
    return replace(part, color=color * lightness, material=surface, pattern=pattern)
