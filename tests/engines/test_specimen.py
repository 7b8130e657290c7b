"""The picture that nobody drew, read by a decoder that is not ours."""

import io

import pytest
from PIL import Image

from cavendish.engines.specimen import specimen


@pytest.mark.parametrize(("width", "height"), [(1, 1), (7, 3), (64, 64), (1344, 768), (1000, 17), (512, 2049)])
def test_a_real_file_of_any_size(width: int, height: int) -> None:
    data = specimen(width, height)
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        assert (picture.format, picture.size) == ("PNG", (width, height))
        assert "rehearsal" in picture.info["Description"]
    assert 100 <= len(data) <= 8192


def test_it_goes_from_light_to_yellow() -> None:
    with Image.open(io.BytesIO(specimen(64, 64))) as picture:
        colours = picture.convert("RGB")
    assert colours.getpixel((0, 0)) == (255, 249, 219)
    assert colours.getpixel((63, 63)) == (250, 204, 21)
