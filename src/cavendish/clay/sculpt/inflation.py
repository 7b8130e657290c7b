"""A mask becomes a pillow: distances to its outline, and how thick air would blow it up.

The skin's square follows Poisson's equation, as a membrane under pressure does: a disc becomes a ball, a strip a tube.
Wide shapes are held together, or a whole hippopotamus would become a ball as well.
"""

import numpy as np
from numpy.typing import NDArray

from .frame import Floats, Frame
from .pillow import Pillow

__all__ = ["SAMPLES", "inflated"]

HALF = np.float32(0.5)
SAMPLES = 256
"""Samples along the side of a pillow."""
THICKNESS = 0.62
"""Half the thickness of a disc, as a share of its radius."""
HOLD = 0.17
"""How far from its outline a shape still grows thicker, as a share of the side."""
INNER = 3.0  # samples from the outline at which the membrane can be trusted
REACH = 40  # samples to which distances are exact
COARSEST, SWEEPS = 16, 36


def inflated(coverage: Floats, *, lines: Floats | None = None, depth: float = 0.0) -> Pillow:
    """The pillow, a metre in side, over a square of coverage (2 n, 2 n) from 0 to 1, first row on top.

    Along `lines` (n, n), from 0 to 1, it is pressed in by `depth` as a share of its thickness.
    """
    inside = coverage > 0.5
    outline = _smooth(_halved(_distance(inside) - _distance(~inside)) * HALF)
    mask = outline < 0
    swelling = _smooth(_smooth(_membrane(mask)))
    # Near the outline, where samples are too coarse for it, the square grows in proportion to the distance, at the rate
    # of the nearest samples that are well inside; going on like that leads smoothly to the outside.
    slope = np.asarray(swelling / np.maximum(-outline, INNER), np.float32)
    rate = _spread(slope, outline < -INNER)
    share = np.clip((-outline - INNER) / INNER, 0, 1)
    squares = swelling * share - outline * rate * (1 - share)
    if lines is not None:
        pressed = _smooth(lines) * np.clip((-outline - INNER) / INNER, 0, 1)
        squares = squares * (1 - np.float32(depth) * pressed) ** 2
    metre = np.float32(1 / (len(outline) - 1))
    frame = Frame.at((0.0, 0.0, 0.0))
    return Pillow(frame, outline * metre, squares * np.float32(THICKNESS**2) * metre * metre, 1.0)


def _membrane(mask: NDArray[np.bool_]) -> Floats:
    """What solves the screened Poisson equation within the mask, 0 outside; found coarsely first, then finer."""
    size = len(mask)
    if size <= COARSEST:
        height = np.zeros(mask.shape, np.float32)
    else:
        coarse = _halved(mask.astype(np.float32)) > 0
        height = np.repeat(np.repeat(_membrane(coarse), 2, axis=0), 2, axis=1) * np.float32(4)
    inside = mask.astype(np.float32)
    share = inside / np.float32(4 + 1 / (HOLD * size) ** 2)
    for _ in range(SWEEPS):
        padded = np.pad(height, 1)
        height = (padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:] + 4) * share
    return height


def _spread(values: Floats, known: NDArray[np.bool_]) -> Floats:
    """Values where they are known, and beyond that what ever wider surroundings have on average."""
    if len(known) <= COARSEST:
        usual = values[known].mean() if known.any() else 1.0
        return np.where(known, values, np.float32(usual))
    weights = known.astype(np.float32)
    count = _halved(weights)
    mean = np.asarray(_halved(values * weights) / np.maximum(count, 0.25), np.float32)
    wider = _spread(mean, count > 0)
    around = _smooth(np.repeat(np.repeat(wider, 2, axis=0), 2, axis=1))
    blurred, filled = _smooth(values * weights + around * (1 - weights)), _smooth(weights)
    return np.where(known, values * filled + blurred * (1 - filled), blurred)


def _halved(field: Floats) -> Floats:
    half = len(field) // 2
    halved: Floats = field.reshape(half, 2, half, 2).mean(axis=(1, 3), dtype=np.float32)
    return halved


def _smooth(field: Floats) -> Floats:
    for _ in range(2):
        padded = np.pad(field, ((1, 1), (0, 0)), mode="edge")
        field = (padded[:-2] + 2 * padded[1:-1] + padded[2:]).T * np.float32(0.25)
    return np.ascontiguousarray(field, np.float32)


def _distance(mask: NDArray[np.bool_]) -> Floats:
    """Euclidean distance of every sample to the nearest True one, exact up to twice REACH: columns, then rows."""
    far = 2 * REACH
    down = np.where(mask, 0, far).astype(np.float32)
    for row in range(1, len(down)):
        np.minimum(down[row], down[row - 1] + 1, out=down[row])
    for row in range(len(down) - 2, -1, -1):
        np.minimum(down[row], down[row + 1] + 1, out=down[row])
    padded = np.pad(down * down, ((0, 0), (far, far)), constant_values=far * far)
    squares = np.full(mask.shape, far * far, np.float32)
    for shift in range(2 * far + 1):
        np.minimum(squares, padded[:, shift : shift + mask.shape[1]] + np.float32((shift - far) ** 2), out=squares)
    nearest: Floats = np.sqrt(squares)
    return nearest
