"""Words for sizes."""

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.core.size import Wish, parse_ratio, parse_size


@pytest.mark.parametrize(
    ("word", "ratio"),
    [
        ("16:9", "16:9"), ("16/9", "16:9"), (" 16 : 9 ", "16:9"), ("2.35:1", "2.35:1"), ("auto", None), ("AUTO", None),
        ("", None), (None, None), ("ASPECT_RATIO_SIXTEEN_BY_NINE", "16:9"), ("ASPECT_RATIO_TWENTY_ONE_BY_NINE", "21:9"),
        ("ASPECT_RATIO_ONE_BY_EIGHT", "1:8"), ("ASPECT_RATIO_UNSPECIFIED", None),
    ],
)  # fmt: skip
def test_ratios(word: object, ratio: str | None) -> None:
    assert parse_ratio(word, field="f") == ratio


@pytest.mark.parametrize(
    ("word", "wish"),
    [
        ("1280x720", Wish(width=1280, height=720)), ("1280X720", Wish(width=1280, height=720)),
        ("1280×720", Wish(width=1280, height=720)), ("1280*720", Wish(width=1280, height=720)),
        ("16:9", Wish(aspect_ratio="16:9")), ("2K", Wish(image_size="2K")), ("2k", Wish(image_size="2K")),
        ("1.5K", Wish(image_size="1.5K")), ("512", Wish(image_size="512")), ("512px", Wish(image_size="512")),
        (512, Wish(image_size="512")), ("IMAGE_SIZE_FIVE_TWELVE", Wish(image_size="512")),
        ("IMAGE_SIZE_FOUR_K", Wish(image_size="4K")), ("IMAGE_SIZE_UNSPECIFIED", Wish()), ("auto", Wish()),
        ("", Wish()), (None, Wish()), ("16384x1", Wish(width=16384, height=1)),
    ],
)  # fmt: skip
def test_sizes(word: object, wish: Wish) -> None:
    assert parse_size(word, field="f") == wish


@pytest.mark.parametrize(
    "word", ["wide", "16:", "16:9:4", "1e3:1", "１６:９ wide", "ASPECT_RATIO_SIX_BY_SEVEN", True, 1.5, ["16:9"], {}]
)
def test_what_is_no_ratio_is_refused_by_field(word: object) -> None:
    with pytest.raises(InvalidRequest, match=r"image_config\.aspect_ratio") as caught:
        parse_ratio(word, field="image_config.aspect_ratio")
    assert caught.value.field == "image_config.aspect_ratio"


@pytest.mark.parametrize("word", ["huge", "0x100", "100x0", "16385x1", "-1x5", "8KK", "99999999x1", False, 2.0, ["2K"]])
def test_what_is_no_size_is_refused_by_field(word: object) -> None:
    with pytest.raises(InvalidRequest, match="size") as caught:
        parse_size(word, field="size")
    assert caught.value.field == "size"
