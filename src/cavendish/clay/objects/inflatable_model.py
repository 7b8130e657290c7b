"""An emoji blown up into a glossy foil balloon: its outline the seam, its drawing the print on both sides."""

from functools import lru_cache

import numpy as np

from cavendish.clay.sculpt import Floats, Material, Part, Pattern, Shape
from cavendish.clay.sculpt.inflation import inflated
from cavendish.clay.sculpt.pillow import Pillow

from .inflatable_art import KEPT, PIXELS, Pixels, artwork, recolored
from .look import Look

__all__ = ["balloon"]

WHITE = np.ones(3, np.float32)
STRONG = 60.0  # the step between two colours, of 255, that makes the deepest line
SEWN, ENGRAVED = 0.12, 0.45  # how deep lines are, as a share of the thickness
PLAIN_MATERIALS = frozenset(
    {"gold", "silver", "metal", "chrome", "copper", "bronze", "wood", "stone", "marble"}
)  # they hide the print


def balloon(code: str, look: Look) -> Shape:
    """The emoji with that code point, at most a metre large, on the ground. Raises LookupError without a drawing."""
    art = artwork(code)
    colors = art.colors if look.color is None else recolored(art, look.color)
    pillow = _pillow(code, ENGRAVED if look.material in PLAIN_MATERIALS else SEWN)
    flat = Shape(code)
    flat.parts.append(Part(pillow, WHITE, material=Material.GLOSSY, pattern=_print(colors)))
    return Shape(code).merge(flat, (0.0, -float(pillow.bounds()[0][1]), 0.0))


@lru_cache(maxsize=KEPT)
def _pillow(code: str, depth: float) -> Pillow:
    """The pillow, its drawing pressed in along the lines where colours meet, so that gold shows it as well."""
    art = artwork(code)
    return inflated(art.coverage, lines=_lines(art.colors), depth=depth)


def _lines(colors: Pixels) -> Floats:
    """Where colours meet: (n / 2, n / 2), from 0 to 1."""
    halved = colors.reshape(PIXELS // 2, 2, PIXELS // 2, 2, 3).mean(axis=(1, 3), dtype=np.float32)
    across, down = np.abs(np.diff(halved, axis=1)).max(axis=2), np.abs(np.diff(halved, axis=0)).max(axis=2)
    change = np.pad(across, ((0, 0), (0, 1))) + np.pad(down, ((0, 1), (0, 0)))
    return np.asarray(np.clip(change / STRONG, 0, 1), np.float32)


def _print(colors: Pixels) -> Pattern:
    """The drawing pressed onto whatever lies before and behind it, a metre in side."""
    flat = colors.reshape(-1, 3)

    def pattern(_: Floats, x: Floats, y: Floats, _z: Floats) -> Floats:
        across = np.clip((x + np.float32(0.5)) * (PIXELS - 1), 0, PIXELS - 1.001)
        down = np.clip((np.float32(0.5) - y) * (PIXELS - 1), 0, PIXELS - 1.001)
        column, row = across.astype(np.int32), down.astype(np.int32)
        right, low = (across - column)[:, None], (down - row)[:, None]
        corner = row * PIXELS + column
        upper = flat[corner] * (1 - right) + flat[corner + 1] * right
        lower = flat[corner + PIXELS] * (1 - right) + flat[corner + PIXELS + 1] * right
        bytes_ = upper * (1 - low) + lower * low
        return np.asarray((bytes_ * np.float32(1 / 255)) ** np.float32(2.2), np.float32)

    return pattern
