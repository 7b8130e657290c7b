"""How callers spell a model."""

import pytest

from cavendish.catalogue import Catalogue
from cavendish.core.errors import ModelNotFound
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request

CATALOGUE = Catalogue.load()
TURNS = (Turn("user", (Text("a banana"),)),)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("gemini-2.5-flash-image", "gemini-2.5-flash-image"),
        ("gemini-2.5-flash-image-preview", "gemini-2.5-flash-image"),
        ("nano-banana", "gemini-2.5-flash-image"),
        ("gpt-4o-image", "gemini-2.5-flash-image"),
        ("gpt-4o-image-vip", "gemini-2.5-flash-image"),
        ("sora_image", "gemini-2.5-flash-image"),
        ("gemini-3-pro-image-preview", "gemini-3-pro-image"),
        ("nano-banana-pro", "gemini-3-pro-image"),
        ("nano-banana-pro-preview", "gemini-3-pro-image"),
        ("nano_banana_pro", "gemini-3-pro-image"),
        ("NanoBananaPro", "gemini-3-pro-image"),
        ("gemini-3.1-flash-image-preview", "gemini-3.1-flash-image"),
        ("nano-banana-2", "gemini-3.1-flash-image"),
        ("nano-banana-2-lite", "gemini-3.1-flash-lite-image"),
        ("nano-banana-2.1", "gemini-nano-banana-2.1"),
        ("models/nano-banana", "gemini-2.5-flash-image"),
        ("google/gemini-3-pro-image", "gemini-3-pro-image"),
        ("models/google/nano-banana-2", "gemini-3.1-flash-image"),
        (" Clay ", "clay"),
        ("best", "gemini-3-pro-image"),
        ("Text", "gemini-3-pro-image"),
        ("fast", "gemini-3.1-flash-lite-image"),
        ("models/fast", "gemini-3.1-flash-lite-image"),
        ("gpt-image-2", "gpt-image-2"),
        ("flux-kontext-pro", "flux-kontext-pro"),
    ],
)
def test_aliases_prefixes_and_case(name: str, model: str) -> None:
    assert CATALOGUE.find(name).id == model


@pytest.mark.parametrize(
    ("name", "ratio", "size"),
    [
        ("nano-banana-pro", "1:1", "1K"),
        ("nano-banana-pro-4k", "1:1", "4K"),
        ("NanoBananaPro-4K", "1:1", "4K"),
        ("nano-banana-pro-2k-1x1", "1:1", "2K"),
        ("gemini-3-pro-image-16x9", "16:9", "1K"),
        ("gemini-3-pro-image-4k-16x9", "16:9", "4K"),
        ("gemini-3-pro-image-preview-4k", "1:1", "4K"),
        ("models/nano-banana-2-512-21x9", "21:9", "512"),
        ("google/NANO-BANANA-2-2K-8X1", "8:1", "2K"),
        ("nano-banana-pro-4k-16x9", "16:9", "4K"),
        ("NanoBananaPro-1K", "1:1", "1K"),
        ("best-2k-21x9", "21:9", "2K"),
        ("gpt-image-2-4k-16x9", "16:9", "4K"),
    ],
)
def test_suffixes(name: str, ratio: str, size: str) -> None:
    request = CATALOGUE.resolve(Request(model=name, turns=TURNS)).request
    assert (request.aspect_ratio, request.image_size) == (ratio, size)


def test_a_request_that_says_something_itself_overrules_the_suffix() -> None:
    asked = Request(model="nano-banana-pro-4k-16x9", turns=TURNS, aspect_ratio="1:1")
    assert (CATALOGUE.resolve(asked).request.aspect_ratio, CATALOGUE.resolve(asked).request.image_size) == ("1:1", "4K")
    pixels = Request(model="nano-banana-pro-4k-16x9", turns=TURNS, width=1024, height=1024)
    assert CATALOGUE.resolve(pixels).request.image_size == "1K"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("nano-bananna", "'nano-banana'"),
        ("gemini-3-pro-imge", "'gemini-3-pro-image'"),
        ("models/gemini-2.5-flash-imag-4k", "'gemini-2.5-flash-image'"),
        ("dall-e-3", "There are: gemini-2.5-flash-image, gemini-3-pro-image"),
        ("", "There are: "),
    ],
)
def test_a_stranger_is_told_the_nearest_name(name: str, hint: str) -> None:
    assert CATALOGUE.get(name) is None
    with pytest.raises(ModelNotFound, match=hint) as caught:
        CATALOGUE.find(name)
    assert (caught.value.field, caught.value.status) == ("model", 404)


def test_no_name_is_the_default_model() -> None:
    assert CATALOGUE.resolve(Request(model="", turns=TURNS)).model.id == "gemini-2.5-flash-image"


def test_a_very_long_name_is_not_repeated() -> None:
    with pytest.raises(ModelNotFound) as caught:
        CATALOGUE.find("x" * 5000)
    assert len(caught.value.message) < 700
