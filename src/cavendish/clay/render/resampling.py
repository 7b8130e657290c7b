"""Making pictures smaller, softer and larger again. Arrays are (h, w, channels) float32."""

import math

import numpy as np
from PIL import Image

from cavendish.clay.sculpt import Floats

__all__ = ["blur", "enlarge", "shrink"]


def shrink(values: Floats, factor: int) -> Floats:
    """Means of factor x factor pixels; what is left over at the right and the bottom is repeated to fill up."""
    rows, columns = -values.shape[0] % factor, -values.shape[1] % factor
    if rows or columns:
        values = np.pad(values, ((0, rows), (0, columns), (0, 0)), "edge")
    height, width, channels = values.shape
    means: Floats = values.reshape(height // factor, factor, width // factor, factor, channels).mean(axis=(1, 3))
    return means


def blur(values: Floats, sigma: float) -> Floats:
    """Very nearly a Gaussian: three running means each way."""
    radius = round(math.sqrt(4 * sigma * sigma + 1) / 2)
    if radius < 1:
        return values
    for _ in range(3):
        for axis in (0, 1):
            values = _running_mean(values, radius, axis)
    return values


def _running_mean(values: Floats, radius: int, axis: int) -> Floats:
    pad = [(0, 0)] * values.ndim
    pad[axis] = (radius + 1, radius)
    sums = np.cumsum(np.pad(values, pad, "edge"), axis=axis, dtype=np.float64)
    width = 2 * radius + 1
    later, earlier = np.split(sums, [width], axis=axis)[1], np.split(sums, [-width], axis=axis)[0]
    return ((later - earlier) / width).astype(np.float32)


def enlarge(values: Floats, size: tuple[int, int], box: tuple[float, float, float, float]) -> Floats:
    """The part `box` (left, top, right, bottom, in pixels) of an array, drawn smoothly to `size` (width, height)."""
    channels = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(values[..., index])).resize(size, Image.Resampling.BICUBIC, box)
        )
        for index in range(values.shape[2])
    ]
    return np.stack(channels, axis=2)
