"""Files that others can read."""

import io

import numpy as np
import pytest
from PIL import Image

from cavendish.clay.render import encode


def gradient(height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([x * 255 // max(width - 1, 1), y * 255 // max(height - 1, 1), (x + y) % 256], axis=2).astype(
        np.uint8
    )


@pytest.mark.parametrize("size", [(1, 1), (3, 700), (700, 3), (256, 256), (1200, 1500)])
def test_png_is_lossless(size: tuple[int, int]) -> None:
    pixels = gradient(*size)
    file = encode(pixels, "image/png")
    image = Image.open(io.BytesIO(file))
    image.verify()
    image = Image.open(io.BytesIO(file))
    assert (image.format, image.mode) == ("PNG", "RGB")
    assert np.array_equal(np.asarray(image), pixels)


def test_png_of_noise_survives() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (90, 70, 3), np.uint8)
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(encode(pixels, "image/png")))), pixels)


@pytest.mark.parametrize(("media_type", "kind"), [("image/jpeg", "JPEG"), ("image/webp", "WEBP")])
def test_lossy_files_look_the_same(media_type: str, kind: str) -> None:
    pixels = gradient(64, 96)[..., [0, 1, 0]]
    image = Image.open(io.BytesIO(encode(pixels, media_type)))
    assert image.format == kind
    assert np.abs(np.asarray(image.convert("RGB")).astype(int) - pixels).mean() < 4


def test_other_media_types_are_refused() -> None:
    with pytest.raises(ValueError, match="image/gif"):
        encode(gradient(2, 2), "image/gif")
