"""Chat completion requests: size and ratio in every form in use, and what is refused."""

import json
from typing import Any

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Reference
from cavendish.core.request import Request
from cavendish.wire.openai_chat import CARRIES, ChatRequest, parse_request
from tests.samples import body

ASKED = {"role": "user", "content": "Now make it blue."}


def turn(content: Any, **further: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": content, **further}]}


def picture(url: Any) -> dict[str, Any]:
    return turn([{"type": "image_url", "image_url": {"url": url}}])


def chat(**fields: Any) -> dict[str, Any]:
    return {"model": "nano-banana", "messages": [{"role": "user", "content": "a banana"}], **fields}


def parsed(sent: Any, **headers: str) -> ChatRequest:
    return parse_request(sent if isinstance(sent, bytes) else json.dumps(sent).encode(), headers=headers)


def sizes(request: Request) -> tuple[str | None, str | None, int | None, int | None]:
    return request.aspect_ratio, request.image_size, request.width, request.height


def test_the_script_that_most_people_start_from() -> None:
    asked = parsed(body("chat-request-script"))
    assert (asked.request.model, asked.request.prompt) == ("gemini-2.5-flash-image", "a banana")
    assert (asked.stream, asked.include_usage, asked.images, asked.request.count) == (False, False, "markdown", 1)
    assert sizes(asked.request) == (None, None, None, None)


def test_system_picture_count_seed_and_modalities() -> None:
    asked = parsed(body("chat-request-reference-picture"))
    assert (asked.request.system, asked.request.count, asked.request.seed) == ("Be brief.", 2, 11)
    assert (asked.request.prompt, len(asked.request.images)) == ("Put it on a table.", 1)
    assert sizes(asked.request) == ("16:9", "2K", None, None)
    assert (asked.images, asked.request.modalities) == ("images", ("IMAGE", "TEXT"))


SNAKE = {"aspect_ratio": "16:9", "image_size": "2K"}
CAMEL = {"aspectRatio": "16:9", "imageSize": "2K"}
ENUMS = {"aspectRatio": "ASPECT_RATIO_SIXTEEN_BY_NINE", "imageSize": "IMAGE_SIZE_TWO_K"}
OTHER = {"aspect_ratio": "1:1", "image_size": "4K"}


@pytest.mark.parametrize(
    "fields",
    [
        {"extra_body": {"google": {"image_config": SNAKE}}},
        {"extra_body": {"google": {"imageConfig": CAMEL}}},
        {"google": {"image_config": SNAKE}},
        {"image_config": SNAKE},
        {"imageConfig": CAMEL},
        {"image_config": CAMEL},
        {"extra_body": {"image_config": SNAKE}},
        {"extra_body": {"imageConfig": CAMEL}},
        {"generationConfig": {"imageConfig": CAMEL}},
        {"generationConfig": {"responseFormat": {"image": CAMEL}}},
        {"generationConfig": {"responseFormat": {"image": ENUMS}}},
        SNAKE,
        {"aspect_ratio": "16:9", "resolution": "2K"},
        {"extra_body": SNAKE},
        {"size": "16:9", "image_size": "2k"},
        {"size": "2K", "aspect_ratio": "16:9"},
        {**turn("a banana --ar 16:9"), "size": "2K"},
        {**turn("a banana --aspect_ratio=16:9"), "image_size": "2K"},
        {**turn([{"type": "text", "text": "a banana --ar 16:9"}]), "image_size": "2K"},
        # where two places speak, the more particular one counts
        {"image_config": SNAKE, "size": "1024x1024"},
        {"image_config": SNAKE, "aspect_ratio": "1:1", "resolution": "4K"},
        {"extra_body": {"google": {"image_config": SNAKE}}, "image_config": OTHER},
    ],
)  # fmt: skip
def test_ratio_and_size_in_every_place(fields: dict[str, Any]) -> None:
    asked = parsed(chat(**fields))
    assert sizes(asked.request) == ("16:9", "2K", None, None)
    assert asked.request.prompt == "a banana"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"size": "1024x1024"}, (None, None, 1024, 1024)),
        ({"size": "1536x1024"}, (None, None, 1536, 1024)),
        ({"extra_body": {"size": "1792x1024"}}, (None, None, 1792, 1024)),
        ({"size": "auto"}, (None, None, None, None)),
        ({"size": "16:9"}, ("16:9", None, None, None)),
        ({"size": "2K"}, (None, "2K", None, None)),
        ({"size": None, "aspect_ratio": "auto", "image_size": ""}, (None, None, None, None)),
        ({"image_size": "1280x720"}, (None, None, 1280, 720)),
        ({"image_size": "1.5K"}, (None, "1.5K", None, None)),
        ({"resolution": 768}, (None, "768", None, None)),
    ],
)
def test_sizes_in_pixels_ratios_and_words(fields: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert sizes(parsed(chat(**fields)).request) == expected


@pytest.mark.parametrize(
    ("word", "quality"),
    [
        ("low", "low"),
        ("standard", "low"),
        ("medium", "medium"),
        ("high", "high"),
        ("HD", "high"),
        ("auto", None),
        (None, None),
    ],
)
def test_quality(word: str | None, quality: str | None) -> None:
    assert parsed(chat(quality=word)).request.quality == quality


def test_the_file_type_by_flag_option_and_header() -> None:
    flagged = parsed(chat(messages=[{"role": "user", "content": "a banana --output_format webp --ar 3:2"}])).request
    assert (flagged.media_type, flagged.aspect_ratio, flagged.prompt) == ("image/webp", "3:2", "a banana")
    assert parsed(chat(cavendish={"format": "png"}), **{"x-cavendish-format": "jpeg"}).request.media_type == "image/png"
    assert parsed(chat(), **{"x-cavendish-format": "jpeg"}).request.media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("fields", "headers", "mode"),
    [
        ({}, {}, "markdown"),
        ({"modalities": ["text"]}, {}, "markdown"),
        ({"modalities": ["image", "text"]}, {}, "images"),
        ({"modalities": ["Image"], "cavendish": {"images": "markdown"}}, {}, "markdown"),
        ({"extra_body": {"cavendish": {"images": "images"}}}, {"x-cavendish-images": "markdown"}, "images"),
        ({"modalities": ["image"]}, {"x-cavendish-images": "Markdown"}, "markdown"),
    ],
)
def test_the_image_mode_is_negotiated(fields: dict[str, Any], headers: dict[str, str], mode: str) -> None:
    assert parsed(chat(**fields), **headers).images == mode


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"messages": []}, "messages"),
        ({"messages": None}, "messages"),
        ({"messages": "hello"}, "messages"),
        ({"messages": ["hello"]}, "messages[0]"),
        ({"messages": [{"content": "x"}]}, "messages[0].role"),
        ({"messages": [{"role": "tool", "content": "x"}]}, "messages[0].role"),
        ({"messages": [{"role": "system", "content": "x"}]}, "messages"),
        ({"messages": [ASKED, {"role": "assistant", "content": "x"}]}, "messages"),
        (turn(5), "messages[0].content"),
        (turn(["x"]), "messages[0].content[0]"),
        (turn([{"type": "audio"}]), "messages[0].content[0].type"),
        (turn([{"type": "text"}]), "messages[0].content[0].text"),
        (turn([{"type": "image_url"}]), "messages[0].content[0].image_url"),
        (turn("x", images="y"), "messages[0].images"),
        (turn("x", images=[{}]), "messages[0].images[0].image_url"),
        (picture(None), "messages[0].content[0].image_url.url"),
        (picture("data:image/png,AAAA"), "messages[0].content[0].image_url.url"),
        (picture("data:image/png;base64,*"), "messages[0].content[0].image_url.url"),
        (picture("data:image/png;base64,AAAA"), "messages[0].content[0].image_url.url"),
        (turn("![image](data:image/png;base64,AAAA)"), "messages[0].content"),
        ({"model": 5}, "model"),
        ({"n": 0}, "n"),
        ({"n": 11}, "n"),
        ({"n": True}, "n"),
        ({"seed": 1.5}, "seed"),
        ({"stream": "yes"}, "stream"),
        ({"stream_options": []}, "stream_options"),
        ({"modalities": ["audio"]}, "modalities"),
        ({"modalities": "image"}, "modalities"),
        ({"quality": "best"}, "quality"),
        ({"size": "huge"}, "size"),
        ({"size": []}, "size"),
        ({"aspect_ratio": "wide"}, "aspect_ratio"),
        ({"resolution": "8KK"}, "resolution"),
        ({"image_config": {"aspect_ratio": "wide"}}, "image_config.aspect_ratio"),
        ({"imageConfig": {"imageSize": "huge"}}, "imageConfig.image_size"),
        ({"image_config": "16:9"}, "image_config"),
        ({"extra_body": []}, "extra_body"),
        ({"extra_body": {"google": {"imageConfig": {"imageSize": "x"}}}}, "extra_body.google.imageConfig.image_size"),
        ({"generationConfig": {"imageConfig": {"aspectRatio": "x"}}}, "generationConfig.imageConfig.aspect_ratio"),
        (turn("a banana --ar wide"), "--ar"),
        (turn("a banana --output_format bmp"), "--output_format"),
        ({"cavendish": {"images": "both"}}, "cavendish.images"),
        ({"cavendish": []}, "cavendish"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidRequest, match=r"\w") as caught:
        parsed(chat(**fields))
    assert caught.value.field == field


def test_a_fields_value_set_by_this_dialect_is_one_that_it_carries() -> None:
    """`CARRIES` names what differs from a bare request when everything is said; file type comes by our own options."""
    bare = Request(model="", turns=())
    full = parsed(body("chat-request-reference-picture")).request
    pixels = parsed(chat(size="1280x720", quality="high")).request
    changed = {
        name
        for name in Request.__dataclass_fields__
        for one in (full, pixels)
        if getattr(one, name) != getattr(bare, name)
    }
    assert changed == CARRIES


@pytest.mark.parametrize(
    "url", ["http://example.com/a.png", "https://example.com/a,b.png", "https://example.com/" + "a" * 9000]
)
def test_a_picture_by_address_is_a_reference_in_its_place(url: str) -> None:
    (said,) = parsed(chat(**picture(url))).request.turns
    assert said.references == ((0, Reference(url, "messages[0].content[0].image_url.url")),)
