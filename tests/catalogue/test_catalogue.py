"""What a request comes to under its model, and what its answer costs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.catalogue import Catalogue
from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image, Text, Turn
from cavendish.core.request import Request
from cavendish.core.result import Usage
from tests.samples import png

CATALOGUE = Catalogue.load()
ALL = [model.id for model in CATALOGUE]


def asked(model: str = "nano-banana-2", *parts: Any, **fields: Any) -> Request:
    return Request(model=model, turns=(Turn("user", parts or (Text("a banana"),)),), **fields)


def picture(width: int, height: int) -> Image:
    return Image(Blob(png(width, height)), "image/png")


@pytest.mark.parametrize("model", ALL)
def test_a_bare_request_is_square_at_1k(model: str) -> None:
    resolved = CATALOGUE.resolve(asked(model))
    assert (resolved.request.aspect_ratio, resolved.request.width, resolved.request.height) == ("1:1", 1024, 1024)
    assert (resolved.request.model, resolved.request.media_type) == (model, resolved.model.media_type)
    assert (resolved.notes, resolved.convert_to) == ((), None)


@pytest.mark.parametrize(
    ("model", "size"), [("nano-banana", None), ("nano-banana-2-lite", None), ("nano-banana-2", "1K")]
)
def test_a_model_of_one_size_is_not_told_a_size(model: str, size: str | None) -> None:
    """Some of them refuse the field."""
    assert CATALOGUE.resolve(asked(model)).request.image_size == size
    assert CATALOGUE.resolve(asked(model, image_size="1K")).request.image_size == size


@pytest.mark.parametrize("model", ALL)
def test_every_pair_that_a_model_has_is_drawn_at_its_pixels(model: str) -> None:
    for ratio, sizes in CATALOGUE.find(model).pixels.items():
        for size, pixels in sizes.items():
            for wish in ({"aspect_ratio": ratio, "image_size": size}, {"width": pixels[0], "height": pixels[1]}):
                resolved = CATALOGUE.resolve(asked(model, **wish))
                assert (resolved.request.width, resolved.request.height) == pixels
                assert (resolved.request.aspect_ratio, resolved.notes) == (ratio, ())


@pytest.mark.parametrize(
    ("model", "wish", "pixels", "note"),
    [
        ("nano-banana", (1280, 720), (1344, 768), "1280×720 is drawn as 16:9 at 1K: 1344×768."),
        ("nano-banana-2", (1280, 720), (1376, 768), "1280×720 is drawn as 16:9 at 1K: 1376×768."),
        ("nano-banana-2", (640, 360), (688, 384), "640×360 is drawn as 16:9 at 512: 688×384."),
        ("nano-banana-2", (1920, 1080), (1376, 768), "1920×1080 is drawn as 16:9 at 1K: 1376×768."),
        ("nano-banana-2", (3840, 2160), (2752, 1536), "3840×2160 is drawn as 16:9 at 2K: 2752×1536."),
        ("nano-banana-pro", (1792, 1024), (1376, 768), "1792×1024 is drawn as 16:9 at 1K: 1376×768."),
        ("nano-banana", (1536, 1024), (1248, 832), "1536×1024 is drawn as 3:2 at 1K: 1248×832."),
        ("nano-banana", (16_384, 1), (1536, 672), "16384×1 is drawn as 21:9 at 1K: 1536×672."),
        ("nano-banana-2", (1, 1), (512, 512), "1×1 is drawn as 1:1 at 512: 512×512."),
    ],
)
def test_pixels_are_drawn_at_the_nearest_with_a_note(
    model: str, wish: tuple[int, int], pixels: tuple[int, int], note: str
) -> None:
    resolved = CATALOGUE.resolve(asked(model, width=wish[0], height=wish[1]))
    assert (resolved.request.width, resolved.request.height) == pixels
    assert resolved.notes == (note,)


@given(st.sampled_from(ALL), st.integers(1, 16_384), st.integers(1, 16_384))
def test_any_pixels_come_to_something_the_model_has(model: str, width: int, height: int) -> None:
    resolved = CATALOGUE.resolve(asked(model, width=width, height=height))
    drawn = (resolved.request.width, resolved.request.height)
    assert drawn in resolved.model.pixels[resolved.request.aspect_ratio or ""].values()
    assert bool(resolved.notes) == (drawn != (width, height))


@pytest.mark.parametrize(
    ("model", "wish", "field", "there_is"),
    [
        ("nano-banana", {"image_size": "2K"}, "image_size", "It has: 1K."),
        ("nano-banana-pro", {"image_size": "512"}, "image_size", "It has: 1K, 2K, 4K."),
        ("nano-banana-2.1", {"image_size": "512"}, "image_size", "It has: 1K, 2K, 4K."),
        ("nano-banana-2", {"image_size": "1.5K"}, "image_size", "It has: 512, 1K, 2K, 4K."),
        ("nano-banana-2", {"image_size": "768"}, "image_size", "It has: 512, 1K, 2K, 4K."),
        ("nano-banana", {"aspect_ratio": "1:8"}, "aspect_ratio", "It has: 1:1, 2:3, 3:2,"),
        ("nano-banana-pro", {"aspect_ratio": "4:1"}, "aspect_ratio", "It has: 1:1, 2:3, 3:2,"),
        ("nano-banana-2", {"aspect_ratio": "2.35:1"}, "aspect_ratio", "21:9, 1:4, 4:1, 1:8, 8:1."),
        ("nano-banana-2-4k-7x5", {}, "aspect_ratio", "It has: 1:1, 2:3, 3:2,"),
        ("nano-banana-2-lite-4k", {}, "image_size", "It has: 1K."),
    ],
)
def test_what_a_model_has_not_is_refused_with_what_it_has(
    model: str, wish: dict[str, str], field: str, there_is: str
) -> None:
    with pytest.raises(InvalidRequest) as caught:
        CATALOGUE.resolve(asked(model, **wish))
    assert there_is in caught.value.message
    assert caught.value.field == field
    assert caught.value.code in ("unsupported_size", "unsupported_aspect_ratio")


@pytest.mark.parametrize(
    ("model", "quality", "width"),
    [
        ("nano-banana", "high", 1024), ("nano-banana-2", None, 1024), ("nano-banana-2", "low", 1024),
        ("nano-banana-2", "medium", 2048), ("nano-banana-2", "high", 4096), ("nano-banana-pro", "medium", 2048),
        ("nano-banana-2-lite", "medium", 1024), ("gpt-image-2", "high", 1024),
    ],
)  # fmt: skip
def test_quality_gives_way_to_what_the_model_has(model: str, quality: Any, width: int) -> None:
    assert CATALOGUE.resolve(asked(model, quality=quality)).request.width == width


def test_a_size_overrules_quality() -> None:
    assert CATALOGUE.resolve(asked(quality="high", image_size="512")).request.width == 512


@pytest.mark.parametrize(
    ("pictures", "ratio"),
    [
        ([(1920, 1080)], "16:9"),
        ([(1920, 1080), (100, 150)], "2:3"),
        ([(100, 101)], "1:1"),
        ([(2000, 100)], "8:1"),
        ([], "1:1"),
    ],
)
def test_without_a_ratio_it_is_that_of_the_last_picture(pictures: list[tuple[int, int]], ratio: str) -> None:
    parts = [picture(*size) for size in pictures]
    assert CATALOGUE.resolve(asked("nano-banana-2", Text("edit"), *parts)).request.aspect_ratio == ratio
    assert (
        CATALOGUE.resolve(asked("nano-banana-2", Text("edit"), *parts, aspect_ratio="3:2")).request.aspect_ratio
        == "3:2"
    )


def test_a_picture_that_does_not_tell_its_size_is_passed_over() -> None:
    heic = Image(Blob(b"\0\0\0\x18ftypheic\0\0\0\0"), "image/heic")
    assert CATALOGUE.resolve(asked("nano-banana", picture(3, 4), heic)).request.aspect_ratio == "3:4"


def test_the_file_type_is_the_callers_or_the_models() -> None:
    resolved = CATALOGUE.resolve(asked(media_type="image/webp"))
    assert (resolved.request.media_type, resolved.convert_to) == ("image/webp", "image/webp")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ((Text(" \n"),), "empty_prompt"),
        ((Text("hm", thought=True),), "empty_prompt"),
        ((Text("word " * 60_000),), "context_length_exceeded"),
    ],
)
def test_a_prompt_of_nothing_or_too_much_is_refused(parts: tuple[Any, ...], code: str) -> None:
    with pytest.raises(InvalidRequest, match="prompt") as caught:
        CATALOGUE.resolve(asked("nano-banana-2", *parts))
    assert caught.value.code == code


def test_a_picture_alone_is_a_prompt() -> None:
    assert CATALOGUE.resolve(asked("nano-banana", picture(4, 4))).request.images


def test_what_an_engine_left_out_is_filled() -> None:
    resolved = CATALOGUE.resolve(
        asked("nano-banana-2", Text("eight ch"), picture(1, 1), image_size="2K", system="four")
    )
    assert CATALOGUE.complete(Usage(), resolved, pictures=2, text="four!") == Usage(
        prompt_tokens=3 + 1120, prompt_image_tokens=1120, candidates_tokens=2 * 1680 + 2, image_tokens=2 * 1680
    )


COUNTS = {name: st.none() | st.integers(0, 5000) for name in Usage.__dataclass_fields__}


@given(st.sampled_from(ALL), st.builds(Usage, **COUNTS), st.integers(0, 3), st.text(max_size=20))
def test_what_an_engine_counted_stays_as_it_is(model: str, usage: Usage, pictures: int, text: str) -> None:
    resolved = CATALOGUE.resolve(asked(model, Text("edit"), picture(1, 1)))
    full = CATALOGUE.complete(usage, resolved, pictures=pictures, text=text)
    for name in COUNTS:
        known = getattr(usage, name)
        assert (
            getattr(full, name) == known
            if known is not None
            else name in ("thoughts_tokens", "cost") or getattr(full, name) >= 0
        )
    if usage.prompt_image_tokens is None:
        assert (full.prompt_image_tokens or 0) <= (full.prompt_tokens or 0)
    assert CATALOGUE.complete(full, resolved, pictures=pictures, text=text) == full


@pytest.mark.parametrize(
    ("model", "usage", "micros"),
    [
        ("nano-banana", Usage(candidates_tokens=1290, image_tokens=1290), 38_700),
        ("nano-banana", Usage(prompt_tokens=10, candidates_tokens=1290, image_tokens=1290), 38_703),
        ("nano-banana-pro", Usage(candidates_tokens=1120, image_tokens=1120), 134_400),
        ("nano-banana-pro", Usage(candidates_tokens=2000, image_tokens=2000), 240_000),
        ("nano-banana-2", Usage(candidates_tokens=1680, image_tokens=1680), 100_800),
        ("nano-banana-2", Usage(candidates_tokens=747, image_tokens=747), 44_820),
        ("nano-banana-2.1", Usage(candidates_tokens=3780, image_tokens=3780), 113_400),
        ("nano-banana-2-lite", Usage(candidates_tokens=1120, image_tokens=1120), 33_600),
        (
            "nano-banana-2",
            Usage(prompt_tokens=2076, candidates_tokens=1332, image_tokens=1120, thoughts_tokens=137),
            69_285,
        ),
        ("nano-banana-2", Usage(candidates_tokens=5, image_tokens=1120), 67_200),
        ("nano-banana-2", Usage(), 0),
        ("clay", Usage(prompt_tokens=999, candidates_tokens=9999, image_tokens=1120), 0),
        ("gpt-image-1", Usage(prompt_tokens=10, candidates_tokens=1056, image_tokens=1056), 42_290),
        ("gpt-image-1", Usage(prompt_tokens=210, prompt_image_tokens=200, image_tokens=272), 50 + 2000 + 10_880),
        ("flux-kontext-pro", Usage(prompt_tokens=999), 40_000),
    ],
)
def test_prices_in_exact_micro_dollars(model: str, usage: Usage, micros: int) -> None:
    assert CATALOGUE.price(usage, CATALOGUE.resolve(asked(model))) == micros


def test_a_price_for_each_picture() -> None:
    resolved = CATALOGUE.resolve(asked("flux-kontext-max"))
    assert CATALOGUE.price(Usage(), resolved, pictures=3) == 240_000
    assert CATALOGUE.quote(CATALOGUE.resolve(asked("flux-kontext-max", aspect_ratio="5:7"), open_ended=True)) == 80_000
    assert CATALOGUE.quote(CATALOGUE.resolve(asked("nano-banana", aspect_ratio="5:7"), open_ended=True)) is None


@pytest.mark.parametrize(("quality", "tokens"), [("low", 272), ("medium", 1056), ("high", 4160), (None, 1056)])
def test_a_picture_counts_by_its_quality_where_the_model_knows_quality(quality: Any, tokens: int) -> None:
    assert CATALOGUE.resolve(asked("gpt-image-1.5", quality=quality)).tokens_of_a_picture == tokens
