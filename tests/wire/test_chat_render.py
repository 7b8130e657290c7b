"""Chat completion requests as they go to upstreams."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.parts import Blob, Image, Text, Turn
from cavendish.core.request import Request
from cavendish.wire.openai_chat import RENDERS, SizeStyle, parse_request, render_request
from tests.samples import png, png64

PICTURE = Image(Blob(png(2, 1)), "image/png")
LARGE = Image(Blob(png(filler=9000)), "image/png")
URI = f"data:image/png;base64,{png64(2, 1)}"
ASKED = Request(model="nano-banana", turns=(Turn("user", (Text("a banana"),)),))
SIZED = replace(ASKED, aspect_ratio="16:9", image_size="2K", width=2688, height=1536)
CONFIG = {"aspect_ratio": "16:9", "image_size": "2K"}


def rendered(request: Request, *, style: SizeStyle = "none", model: str = "m", stream: bool = False) -> Any:
    return json.loads(b"".join(render_request(request, model=model, style=style, stream=stream)))


def test_a_bare_request() -> None:
    assert rendered(ASKED) == {
        "model": "m", "messages": [{"role": "user", "content": "a banana"}], "modalities": ["text", "image"],
        "stream": False,
    }  # fmt: skip


def test_a_stream_asks_for_its_usage() -> None:
    sent = rendered(ASKED, stream=True)
    assert (sent["stream"], sent["stream_options"]) == (True, {"include_usage": True})


def test_a_conversation_with_pictures_on_both_sides() -> None:
    turns = (
        Turn("user", (Text("look"), PICTURE)),
        Turn("model", (Text("Hm.", thought=True), Text("Here."), replace(PICTURE, thought=True), PICTURE)),
        Turn("user", (Text("blue"),)),
    )
    sent = rendered(replace(ASKED, turns=turns, system="Be brief.", seed=0, count=3))
    picture = {"type": "image_url", "image_url": {"url": URI}}
    assert sent["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": [{"type": "text", "text": "look"}, picture]},
        {"role": "assistant", "content": [{"type": "text", "text": "Here."}, picture]},
        {"role": "user", "content": "blue"},
    ]
    assert sent["seed"] == 0
    assert "n" not in sent


@pytest.mark.parametrize(
    ("style", "fields"),
    [
        ("google", {"extra_body": {"google": {"image_config": CONFIG}}}),
        ("openrouter", {"image_config": CONFIG}),
        ("suffix", {"model": "m-2k-16x9"}),
        ("none", {}),
    ],
)
def test_ratio_and_size_stand_where_the_upstream_reads_them(style: SizeStyle, fields: dict[str, Any]) -> None:
    assert rendered(SIZED, style=style) == {**rendered(ASKED), **fields}


@pytest.mark.parametrize("style", ["google", "openrouter", "suffix", "none"])
def test_no_wish_is_no_field(style: SizeStyle) -> None:
    assert rendered(ASKED, style=style) == rendered(ASKED)


@pytest.mark.parametrize(
    ("ratio", "size", "name"),
    [
        (None, "1K", "m"),
        ("1:1", "1K", "m-1x1"),
        (None, "4K", "m-4k"),
        ("9:16", None, "m-9x16"),
        ("21:9", "4K", "m-4k-21x9"),
    ],
)
def test_suffixes(ratio: str | None, size: str | None, name: str) -> None:
    assert rendered(replace(ASKED, aspect_ratio=ratio, image_size=size), style="suffix")["model"] == name


def test_a_media_type_cannot_break_out_of_its_string() -> None:
    image = Image(Blob(b"x"), 'image/x"},')
    [message] = rendered(replace(ASKED, turns=(Turn("user", (image,)),)))["messages"]
    assert message["content"][0]["image_url"]["url"] == 'data:image/x"},;base64,eA=='


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(
    lambda text: text.strip() and text == text.strip("\n") and "data:" not in text and " --" not in text
)
PARTS = st.builds(Text, WORDS) | st.sampled_from([PICTURE, LARGE])
SAID = st.lists(PARTS, max_size=3).map(tuple)
REQUESTS = st.builds(
    Request,
    model=st.sampled_from(["nano-banana", "google/gemini-3-pro-image"]),
    turns=st.tuples(
        st.lists(st.builds(Turn, st.sampled_from(["user", "model"]), SAID), max_size=3),
        st.builds(Turn, st.just("user"), SAID),
    ).map(lambda both: (*both[0], both[1])),
    system=st.just("") | WORDS,
    aspect_ratio=st.none() | st.sampled_from(["1:1", "16:9", "2.35:1"]),
    image_size=st.none() | st.sampled_from(["512", "1K", "4K"]),
    seed=st.none() | st.integers(0, 2**31),
    modalities=st.sampled_from([("TEXT", "IMAGE"), ("IMAGE",)]),
)


@pytest.mark.parametrize("style", ["google", "openrouter"])
@given(request=REQUESTS)
def test_what_is_rendered_is_parsed_back(style: SizeStyle, request: Request) -> None:
    body = b"".join(render_request(request, model=request.model, style=style))
    assert parse_request(body, headers={}).request == request


@given(request=REQUESTS)
def test_nothing_but_what_the_dialect_says_to_upstreams_was_tried(request: Request) -> None:
    bare = Request(model="", turns=())
    changed = {name for name in Request.__dataclass_fields__ if getattr(request, name) != getattr(bare, name)}
    assert changed <= RENDERS
