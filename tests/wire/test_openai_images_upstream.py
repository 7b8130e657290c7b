"""The images endpoints of upstreams: what is posted, and what their answers mean."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from cavendish.core.errors import CavendishError, LimitReached, OutcomeUnknown
from cavendish.core.events import replay
from cavendish.core.money import Micros
from cavendish.core.parts import Blob, Image, Text, Turn
from cavendish.core.request import Request
from cavendish.core.result import Usage
from cavendish.wire.openai_images import Call, Reader, UnaryWriter, parse_request, render_request
from tests.samples import BORDERS, cut, png, png64, written
from tests.wire.answers import result
from tests.wire.test_chat_reader import ODD
from tests.wire.upstream_answers import CAT, SECOND, finish_of, heard, sent, told

ASKED = Request(
    model="m", turns=(Turn("user", (Text("a cat, “red”"),)),), width=1024, height=1536, seed=7, aspect_ratio="2:3",
    image_size="1K", media_type="image/webp", quality="high", count=3,
)  # fmt: skip
EDIT = replace(ASKED, turns=(Turn("user", (CAT, SECOND, Text("both\r\n--x"))),))


def fields_of(call: Call) -> Any:
    assert (call.path, call.content_type) == ("/images/generations", "application/json")
    return json.loads(b"".join(call.body))


def parsed(call: Call) -> Request:
    return parse_request(b"".join(call.body), headers={"content-type": call.content_type}).request


@pytest.mark.parametrize("model", ["Qwen/Qwen-Image", "black-forest-labs/FLUX.2-klein-4B", "gemini-3-pro-image"])
def test_servers_of_open_models_are_asked_for_base64(model: str) -> None:
    assert fields_of(render_request(ASKED, model=model)) == {
        "model": model, "prompt": "a cat, “red”", "size": "1024x1536", "quality": "high", "seed": 7,
        "response_format": "b64_json",
    }  # fmt: skip


@pytest.mark.parametrize("model", ["gpt-image-1", "gpt-image-2.5-flare", "chatgpt-image-latest"])
def test_openais_own_models_are_not(model: str) -> None:
    assert fields_of(render_request(ASKED, model=model)) == {
        "model": model, "prompt": "a cat, “red”", "size": "1024x1536", "quality": "high", "output_format": "webp",
    }  # fmt: skip


def test_no_wish_is_no_field() -> None:
    bare = Request(model="m", turns=ASKED.turns)
    assert set(fields_of(render_request(bare, model="gpt-image-1"))) == {"model", "prompt"}


def test_an_edit_is_a_form_with_the_pictures_as_they_are() -> None:
    call = render_request(EDIT, model="Qwen/Qwen-Image-Edit")
    body = b"".join(call.body)
    assert call.path == "/images/edits"
    assert body.count(b'name="image[]"') == 2
    assert b'filename="image-1.png"\r\nContent-Type: image/png\r\n\r\n' + CAT.blob.raw + b"\r\n" in body
    request = parsed(call)
    assert (request.model, request.prompt, request.images) == ("Qwen/Qwen-Image-Edit", "both\r\n--x", (CAT, SECOND))
    assert (request.width, request.height, request.seed) == (1024, 1536, 7)


@pytest.mark.parametrize("asked", [ASKED, EDIT], ids=["generation", "edit"])
@pytest.mark.parametrize("model", ["m", "gpt-image-1"])
def test_what_is_rendered_is_parsed_back(asked: Request, model: str) -> None:
    own = model.startswith("gpt")
    said = replace(
        asked, model=model, aspect_ratio=None, image_size=None, count=1, seed=None if own else 7,
        media_type="image/webp" if own else None,
    )  # fmt: skip
    assert parsed(render_request(asked, model=model)) == said


def test_a_conversation_is_edited_from_its_latest_picture() -> None:
    turns = (Turn("user", (CAT, Text("a cat"))), Turn("model", (SECOND,)), Turn("user", (Text("blue"),)))
    request = parsed(render_request(replace(ASKED, turns=turns, system="Be kind."), model="m"))
    assert (request.prompt, request.images) == ("Be kind.\n\nblue", (SECOND,))


ANSWERS = [
    ("images-answer-openai", [CAT], Usage(prompt_tokens=50, prompt_image_tokens=40, candidates_tokens=1056)),
    ("images-answer-sglang", [CAT], Usage()),
    ("images-answer-link", ["https://cdn.example.com/a.png"], Usage()),
]


@pytest.mark.parametrize(("name", "parts", "usage"), ANSWERS)
@given(borders=BORDERS)
def test_answers(name: str, parts: list[Any], usage: Usage, borders: list[int]) -> None:
    events = heard(cut(sent(name), borders), Reader())
    assert told(events) == parts
    assert (finish_of(events).usage, finish_of(events).reasons) == (usage, ("STOP",))


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        ([{"b64_json": png64(2, 1)}, {"b64_json": png64(3, 1)}], [CAT, SECOND]),
        ([{"b64_json": png64(2, 1), "url": "http://127.0.0.1:30000/v1/images/1/content"}], [CAT]),
        ([{"url": f"data:image/jpeg;base64,{png64(2, 1)}"}], [CAT]),
        ([{"b64_json": png64(filler=9000).replace("+", "-").replace("/", "_").rstrip("=")}],
         [Image(Blob(png(filler=9000)), "image/png")]),
        ([{"url": "/v1/images/1/content"}, {"url": "outputs/1.png"}, {}, None, {"b64_json": None}], []),
    ],
)  # fmt: skip
def test_pictures_and_links(data: Any, parts: list[Any]) -> None:
    assert told(heard([json.dumps({"created": 1, "data": data}).encode()], Reader())) == parts


def test_cavendish_reads_what_cavendish_writes() -> None:
    body = written(UnaryWriter(created=1), replay(result(Text("Here."), CAT, SECOND)))
    events = heard([body], Reader())
    assert told(events) == [CAT, SECOND]
    assert finish_of(events).usage.total_tokens == 1315


def test_a_cost_is_read_where_one_is_told() -> None:
    events = heard([b'{"data":[],"usage":{"cost":0.04}}'], Reader())
    assert finish_of(events).usage.cost == Micros(40_000)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"<html>", sent("error-nginx-502"), sent("images-answer-openai")[:-2], b'{"data":}',
     b'{"data":[{"b64_json":"*"}]}', b'{"data":[{"b64_json":"A"}]}'],
)  # fmt: skip
def test_what_is_broken_or_cut_off_has_an_unknown_outcome(body: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        heard([body], Reader())


def test_errors_and_refusals_inside_of_a_200() -> None:
    with pytest.raises(LimitReached):
        heard([b'{"error":{"code":429,"message":"Enough."}}'], Reader())
    [refusal] = heard([sent("images-error-moderation-output")], Reader())
    assert finish_of([refusal]).reasons == ("IMAGE_SAFETY",)


@pytest.mark.parametrize("place", ["data", "usage", "error", "created"])
@given(value=ODD)
def test_no_odd_value_brings_more_than_an_error_of_ours(place: str, value: Any) -> None:
    try:
        assert finish_of(heard([json.dumps({"data": [value], place: value}).encode()], Reader()))
    except CavendishError:
        return
