"""What is known of each model, against what was typed off Google's pages by hand."""

import math

import pytest

from cavendish.catalogue import Catalogue
from cavendish.core.model import Pixels
from cavendish.core.request import Request

CATALOGUE = Catalogue.load()
TEN = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
FOURTEEN = (*TEN, "1:4", "4:1", "1:8", "8:1")
THREE = ("1:1", "2:3", "3:2")
SEVEN = (*THREE, "3:4", "4:3", "9:16", "16:9")
ELEVEN = (*TEN, "9:21")
GPT_2 = (SEVEN, {"1K": 1756, "2K": 3568, "4K": 5930}, "image/png")

# model: ratios, sizes, tokens of a picture at each size, file type
FACTS: dict[str, tuple[tuple[str, ...], dict[str, int], str]] = {
    "gemini-2.5-flash-image": (TEN, {"1K": 1290}, "image/png"),
    "gemini-3-pro-image": (TEN, {"1K": 1120, "2K": 1120, "4K": 2000}, "image/jpeg"),
    "gemini-3.1-flash-image": (FOURTEEN, {"512": 747, "1K": 1120, "2K": 1680, "4K": 2520}, "image/jpeg"),
    "gemini-3.1-flash-lite-image": (FOURTEEN, {"1K": 1120}, "image/jpeg"),
    "gemini-nano-banana-2.1": (FOURTEEN, {"1K": 1120, "2K": 1680, "4K": 3780}, "image/jpeg"),
    "gpt-image-1": (THREE, {"1K": 1056}, "image/png"),
    "gpt-image-1-mini": (THREE, {"1K": 1375}, "image/png"),
    "gpt-image-1.5": (THREE, {"1K": 1056}, "image/png"),
    "gpt-image-2": GPT_2,
    "gpt-image-2.5-flare": GPT_2,
    "gpt-image-2.5-sunburst": GPT_2,
    "gpt-image-2.6-flare": GPT_2,
    "gpt-image-2.6-sunburst": GPT_2,
    "flux-kontext-pro": (ELEVEN, {"1K": 0}, "image/png"),
    "flux-kontext-max": (ELEVEN, {"1K": 0}, "image/png"),
    "clay": (FOURTEEN, {"512": 747, "1K": 1120, "2K": 1680, "4K": 2520}, "image/png"),
}

PIXELS: list[tuple[str, str, str, Pixels]] = [
    ("gemini-2.5-flash-image", "1:1", "1K", (1024, 1024)),
    ("gemini-2.5-flash-image", "2:3", "1K", (832, 1248)),
    ("gemini-2.5-flash-image", "3:4", "1K", (864, 1184)),
    ("gemini-2.5-flash-image", "5:4", "1K", (1152, 896)),
    ("gemini-2.5-flash-image", "9:16", "1K", (768, 1344)),
    ("gemini-2.5-flash-image", "16:9", "1K", (1344, 768)),
    ("gemini-2.5-flash-image", "21:9", "1K", (1536, 672)),
    ("gemini-3-pro-image", "16:9", "1K", (1376, 768)),
    ("gemini-3-pro-image", "3:2", "2K", (2528, 1696)),
    ("gemini-3-pro-image", "21:9", "4K", (6336, 2688)),
    ("gemini-3.1-flash-image", "1:1", "512", (512, 512)),
    ("gemini-3.1-flash-image", "21:9", "512", (792, 336)),
    ("gemini-3.1-flash-image", "4:5", "512", (464, 576)),
    ("gemini-3.1-flash-image", "1:8", "1K", (384, 3072)),
    ("gemini-3.1-flash-image", "8:1", "4K", (12288, 1536)),
    ("gemini-3.1-flash-lite-image", "4:1", "1K", (2048, 512)),
    ("gemini-nano-banana-2.1", "9:16", "2K", (1536, 2752)),
    ("gpt-image-1", "3:2", "1K", (1536, 1024)),
    ("gpt-image-2", "16:9", "4K", (3840, 2160)),
    ("flux-kontext-pro", "16:9", "1K", (1392, 752)),
    ("clay", "4:3", "1K", (1200, 896)),
]


def test_every_model_is_there() -> None:
    assert [model.id for model in CATALOGUE] == list(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_ratios_sizes_tokens_and_file_types(name: str) -> None:
    model = CATALOGUE.find(name)
    ratios, tokens, media_type = FACTS[name]
    assert (set(model.aspect_ratios), model.image_sizes) == (set(ratios), tuple(tokens))
    assert (model.image_tokens, model.media_type) == (tokens, media_type)


@pytest.mark.parametrize(("name", "ratio", "size", "pixels"), PIXELS)
def test_pixels(name: str, ratio: str, size: str, pixels: Pixels) -> None:
    assert CATALOGUE.find(name).pixels[ratio][size] == pixels


@pytest.mark.parametrize("name", FACTS)
def test_pixels_have_the_shape_that_they_are_named_for(name: str) -> None:
    model = CATALOGUE.find(name)
    for ratio, sizes in model.pixels.items():
        across, down = (int(part) for part in ratio.split(":"))
        assert tuple(sizes) == model.image_sizes
        for width, height in sizes.values():
            assert abs(math.log(width / height * down / across)) < (
                0.05 if model.maker == "black-forest-labs" else 0.04
            )
        mirrored = model.pixels.get(f"{down}:{across}")
        assert mirrored in (None, {size: (height, width) for size, (width, height) in sizes.items()})


@pytest.mark.parametrize("name", [model.id for model in CATALOGUE if model.maker in ("google", "cavendish")])
def test_each_size_is_twice_the_one_before(name: str) -> None:
    """But for 512, which Google rounds by itself to multiples of eight."""
    for sizes in CATALOGUE.find(name).pixels.values():
        for small, large in (("1K", "2K"), ("2K", "4K")):
            if small in sizes and large in sizes:
                assert sizes[large] == (sizes[small][0] * 2, sizes[small][1] * 2)


@pytest.mark.parametrize(
    ("name", "prompt", "text", "image"),
    [
        ("gemini-2.5-flash-image", 300_000, 2_500_000, 30_000_000),
        ("gemini-3-pro-image", 2_000_000, 12_000_000, 120_000_000),
        ("gemini-3.1-flash-image", 500_000, 3_000_000, 60_000_000),
        ("gemini-3.1-flash-lite-image", 250_000, 1_500_000, 30_000_000),
        ("gemini-nano-banana-2.1", 1_500_000, 7_500_000, 30_000_000),
        ("gpt-image-1", 5_000_000, 10_000_000, 40_000_000),
        ("gpt-image-2", 5_000_000, 10_000_000, 30_000_000),
        ("flux-kontext-pro", 0, 0, 0),
        ("clay", 0, 0, 0),
    ],
)
def test_prices_for_a_million_tokens_in_micro_dollars(name: str, prompt: int, text: int, image: int) -> None:
    price = CATALOGUE.find(name).price
    assert (price.prompt, price.text, price.image) == (prompt, text, image)


@pytest.mark.parametrize(
    ("name", "prompt_limit", "output_limit", "title", "thinking"),
    [
        ("gemini-2.5-flash-image", 32_768, 32_768, "Nano Banana", False),
        ("gemini-3-pro-image", 131_072, 32_768, "Nano Banana Pro", True),
        ("gemini-3.1-flash-image", 65_536, 65_536, "Nano Banana 2", True),
        ("gemini-3.1-flash-lite-image", 65_536, 4096, "Nano Banana 2 Lite", True),
        ("gemini-nano-banana-2.1", 65_536, 65_536, "Nano Banana 2.1", True),
    ],
)
def test_limits_and_titles(name: str, prompt_limit: int, output_limit: int, title: str, thinking: bool) -> None:
    model = CATALOGUE.find(name)
    assert (model.prompt_token_limit, model.output_token_limit) == (prompt_limit, output_limit)
    assert (model.title, model.thinking) == (title, thinking)


@pytest.mark.parametrize("name", [name for name in FACTS if name.startswith("gpt-image-2")])
def test_openais_newer_models_get_pixels_that_they_take(name: str) -> None:
    for sizes in CATALOGUE.find(name).pixels.values():
        for width, height in sizes.values():
            assert width % 16 == height % 16 == 0
            assert max(width, height) <= 3840
            assert 655_360 <= width * height <= 8_294_400


@pytest.mark.parametrize("name", FACTS)
def test_a_picture_of_better_quality_counts_for_more(name: str) -> None:
    model = CATALOGUE.find(name)
    for size in model.image_sizes if model.knows_quality else ():
        assert model.tokens_of(size, "low") < model.tokens_of(size) == model.tokens_of(size, "medium")
        assert model.tokens_of(size) < model.tokens_of(size, "high")


def test_every_name_is_one_models_own() -> None:
    names = [name.lower() for model in CATALOGUE for name in (model.id, *model.aliases, *model.roles)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", FACTS)
def test_facts_have_sources_and_options_exist(name: str) -> None:
    model = CATALOGUE.find(name)
    assert model.sources
    assert all(": " in source or ", 20" in source for source in model.sources)
    assert set(model.ignores) <= set(Request.__dataclass_fields__)
    assert model.good_for
    assert model.maker == "cavendish" or model.most_pictures


@pytest.mark.parametrize("name", FACTS)
def test_every_life_ends_in_one_that_goes_on(name: str) -> None:
    model, seen = CATALOGUE.find(name), set()
    for end in model.retired_names.values():
        assert end.successor == name
    while model.retired:
        assert model.id not in seen
        seen.add(model.id)
        assert model.maker == model.retired.by
        model = CATALOGUE.find(model.retired.successor)
