"""Which of a model's ratios and sizes comes nearest to what was wished for."""

import math

from cavendish.core.model import Model
from cavendish.core.request import Quality

__all__ = ["fitting_pair", "nearest_ratio", "size_of_quality"]

QUALITY_SIZES: dict[Quality, tuple[str, ...]] = {  # the first that the model has
    "low": ("1K",),
    "medium": ("2K", "1K"),
    "high": ("4K", "2K", "1K"),
}


def nearest_ratio(model: Model, shape: float) -> str:
    """The aspect ratio nearest to `shape` (width / height), by what the model really draws."""

    def distance(ratio: str) -> float:
        width, height = next(iter(model.pixels[ratio].values()))
        return abs(math.log(shape * height / width))

    return min(model.pixels, key=distance)


def fitting_pair(model: Model, width: int, height: int) -> tuple[str, str]:
    """The ratio and size whose shape, then whose number of pixels, is nearest."""
    ratio = nearest_ratio(model, width / height)

    def distance(size: str) -> float:
        there = model.pixels[ratio][size]
        return abs(math.log(width * height / (there[0] * there[1])))

    return ratio, min(model.image_sizes, key=distance)


def size_of_quality(model: Model, quality: Quality) -> str:
    """The size that a soft word for quality comes to under this model."""
    wanted = QUALITY_SIZES["low" if model.knows_quality else quality]
    return next((size for size in wanted if size in model.image_sizes), model.image_sizes[0])
