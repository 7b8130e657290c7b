"""Requests in Google's format: read from callers, written for upstreams."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image, Part, Text, Turn
from cavendish.core.request import Request
from cavendish.wire import gemini
from tests.samples import TEXTS, body, document, png, png64

PICTURE = "contents[0].parts[1].inlineData.data"


def parsed(sent: Any, **headers: str) -> Request:
    raw = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
    return gemini.parse_request(raw, model="m", headers=headers)


def rendered(request: Request) -> Any:
    return json.loads(b"".join(gemini.render_request(request)))


def said(**fields: Any) -> dict[str, Any]:
    return {"contents": [{"parts": [{"text": "x"}]}], **fields}


def everything(name: str) -> Request:
    sent = document(name)
    sent.get("generationConfig", {}).pop("candidateCount", None)
    return parsed(sent)


def test_the_shortest_request() -> None:
    request = parsed(body("gemini-request-python-hello"))
    assert request.turns == (Turn("user", (Text("hello"),)),)
    assert (request.modalities, request.seed, request.system) == (("TEXT", "IMAGE"), None, "")


@pytest.mark.parametrize("who", ["python-everything", "javascript-everything", "curl-snake-case"])
def test_camel_case_snake_case_and_both_mixed_come_to_the_same(who: str) -> None:
    request = everything(f"gemini-request-{who}")
    text, image = request.turns[0].parts
    assert text == Text("edit")
    assert isinstance(image, Image)
    assert image.blob.raw.startswith(b"\x89PNG")
    assert (request.system, request.seed, request.modalities) == ("sys", 7, ("IMAGE", "TEXT"))
    assert (request.aspect_ratio, request.image_size, request.include_thoughts) == ("16:9", "2K", True)


def test_a_chats_history_keeps_thoughts_signatures_and_pictures_in_their_order() -> None:
    request = parsed(body("gemini-request-python-chat"))
    assert [turn.role for turn in request.turns] == ["user", "model", "user"]
    thought, answer, picture = request.turns[1].parts
    assert thought == Text("thinking", thought=True)
    assert answer == Text("hi", signature="c2lnMQ==")
    assert isinstance(picture, Image)
    assert (picture.signature, picture.media_type, len(request.images)) == ("c2lnMg==", "image/png", 1)


@pytest.mark.parametrize("filler", [0, 9000])
@pytest.mark.parametrize("slash", ["/", "\\/"])
def test_a_whole_data_uri_is_taken_for_its_picture(filler: int, slash: str) -> None:
    uri = f"data:image/png;base64,{png64(filler=filler)}"
    sent = json.dumps({"contents": [{"parts": [{"inline_data": {"data": uri}}]}]}).replace("/", slash)
    assert parsed(sent.encode()).images == (Image(Blob(png(filler=filler)), "image/png"),)


def test_the_newer_container_for_sizes() -> None:
    request = parsed(body("gemini-request-response-format"))
    assert (request.aspect_ratio, request.image_size, request.media_type) == ("16:9", "2K", "image/jpeg")


def test_a_request_that_stands_inside_a_token_count() -> None:
    wrapped = {"generateContentRequest": {"model": "models/m", **document("gemini-request-python-hello")}}
    assert parsed(wrapped).prompt == "hello"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ("[]", "The body"),
        ({}, "contents"),
        ({"contents": []}, "contents"),
        ({"contents": ["x"]}, "contents[0]"),
        ({"contents": [{"parts": ["x"]}]}, "contents[0].parts[0]"),
        ({"contents": [{"role": "assistant", "parts": [{"text": "x"}]}]}, "contents[0].role"),
        ({"contents": [{"role": ["user"], "parts": []}]}, "contents[0].role"),
        ({"contents": [{"parts": [{"text": 5}]}]}, "contents[0].parts[0].text"),
        ({"contents": [{"parts": [{"text": "x"}, {"inlineData": "AAAA"}]}]}, "contents[0].parts[1].inlineData"),
        ({"contents": [{"parts": [{"text": "x"}, {"inlineData": {}}]}]}, PICTURE),
        ({"contents": [{"parts": [{"text": "x"}, {"inlineData": {"data": "A"}}]}]}, PICTURE),
        ({"contents": [{"parts": [{"text": "x"}, {"inline_data": {"data": "AAAA"}}]}]}, PICTURE),
        (
            {"contents": [{"parts": [{"text": "x", "thoughtSignature": "***"}]}]},
            "contents[0].parts[0].thoughtSignature",
        ),
        (document("gemini-request-python-bytes-and-uri"), "contents[0].parts[0].inlineData.data"),
        (document("gemini-request-python-everything"), "generationConfig.candidateCount"),
        (said(generationConfig=[]), "generationConfig"),
        (said(generationConfig={"seed": "seven"}), "generationConfig.seed"),
        (said(generationConfig={"seed": 2**31}), "generationConfig.seed"),
        (said(generationConfig={"responseModalities": ["VIDEO"]}), "generationConfig.responseModalities"),
        (said(generationConfig={"responseModalities": "IMAGE"}), "generationConfig.responseModalities"),
        (said(generationConfig={"imageConfig": {"aspectRatio": "wide"}}), "generationConfig.imageConfig.aspectRatio"),
        (said(generationConfig={"imageConfig": {"imageSize": "8KK"}}), "generationConfig.imageConfig.imageSize"),
        (said(generationConfig={"imageConfig": {"imageSize": "16:9"}}), "generationConfig.imageConfig.imageSize"),
        (
            said(generation_config={"image_config": {"image_size": "1280x720"}}),
            "generationConfig.imageConfig.imageSize",
        ),
        (
            said(generationConfig={"responseFormat": {"image": {"aspectRatio": "x"}}}),
            "generationConfig.responseFormat.image.aspectRatio",
        ),
        (
            said(generationConfig={"responseFormat": {"image": {"mimeType": "image/bmp"}}}),
            "generationConfig.responseFormat.image.mimeType",
        ),
        (said(systemInstruction=[]), "systemInstruction"),
        (said(cavendish={"format": "bmp"}), "cavendish.format"),
        (said(cavendish={"colour": "red"}), "cavendish.colour"),
    ],
)
def test_what_is_refused_is_named(sent: Any, field: str) -> None:
    with pytest.raises(InvalidRequest, match=r"\w") as caught:
        parsed(sent.encode() if isinstance(sent, str) else sent)
    assert caught.value.field == field


def test_a_file_by_address_is_a_reference_in_its_place() -> None:
    sent = document("gemini-request-python-bytes-and-uri")
    sent["contents"][0]["parts"][0] = {"text": "edit"}  # the captured bytes are no picture
    (turn,) = parsed(sent).turns
    ((place, reference),) = turn.references
    assert (place, reference.field) == (2, "contents[0].parts[2].fileData.fileUri")
    assert reference.url.startswith("http://127.0.0.1")
    sent["contents"][0]["parts"][2]["fileData"] = {"file_uri": "gs://bucket/a.png"}
    with pytest.raises(InvalidRequest, match="http or https") as caught:
        parsed(sent)
    assert caught.value.field == "contents[0].parts[2].fileData.fileUri"


def test_options_of_ours_are_read_and_not_passed_on() -> None:
    request = parsed(said(cavendish={"format": "jpeg"}))
    assert request.media_type == "image/jpeg"
    assert "cavendish" not in rendered(request)
    assert parsed(said(), **{"x-cavendish-format": "png"}).media_type == "image/png"


SIGNATURES = st.none() | st.sampled_from(["c2ln", "c2lnbg==", "+/+/"])
FLAGS = {"thought": st.booleans(), "signature": SIGNATURES}
BLOBS = st.builds(png, st.integers(1, 3), st.integers(1, 3), filler=st.sampled_from([0, 1, 2, 5000])).map(Blob)
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(Text, TEXTS | st.just("long " * 2000), **FLAGS),
    st.builds(Image, BLOBS, st.just("image/png"), **FLAGS),
)
TURNS = st.lists(
    st.builds(Turn, st.sampled_from(["user", "model"]), st.lists(PARTS, max_size=3).map(tuple)), min_size=1
)
CARRIED = {
    "turns": TURNS.map(tuple),
    "system": TEXTS,
    "aspect_ratio": st.sampled_from([None, "16:9", "1:8"]),
    "image_size": st.sampled_from([None, "512", "4K"]),
    "seed": st.none() | st.integers(-(2**31), 2**31 - 1),
    "modalities": st.sampled_from([("TEXT", "IMAGE"), ("IMAGE",), ("TEXT",), ("IMAGE", "TEXT")]),
    "include_thoughts": st.booleans(),
}


def test_every_field_that_the_dialect_carries_is_tried() -> None:
    assert set(CARRIED) == gemini.CARRIES


@given(st.builds(Request, model=st.just("m"), **CARRIED))
def test_parse_is_the_inverse_of_render(request: Request) -> None:
    again = parsed(b"".join(gemini.render_request(request)))
    assert {name: getattr(again, name) for name in CARRIED} == {name: getattr(request, name) for name in CARRIED}


@given(st.builds(Request, model=st.just("m"), **CARRIED))
def test_what_is_rendered_for_an_upstream_is_rendered_the_same_once_more(request: Request) -> None:
    once = rendered(request)
    assert rendered(parsed(once)) == once


def test_a_field_unknown_to_us_reaches_the_upstream_at_every_level() -> None:
    news: dict[str, Any] = {"fieldOfTomorrow": {"deep": ["é", 1.5, None, "long" * 2000]}, "snake_field": True}
    part = {"text": "x", **news}
    picture = {"inlineData": {"mimeType": "image/png", "data": png64(filler=5000), **news}, **news}
    call = {"functionResponse": {"name": "f", "response": news}}
    sent = {
        "contents": [{"parts": [part, picture, call], "role": "user", **news}],
        "systemInstruction": {"parts": [part], **news},
        "tools": [{"googleSearch": news, **news}],
        "generationConfig": {
            "imageConfig": {"aspectRatio": "1:1", **news},
            "thinkingConfig": news,
            "responseFormat": {"image": news, **news},
            **news,
        },
        **news,
    }
    assert rendered(parsed(sent)) == sent


def test_what_cavendish_decided_replaces_what_the_caller_said_in_the_callers_own_spelling() -> None:
    sent = document("gemini-request-curl-snake-case")
    sent["generation_config"]["response_format"] = {
        "image": {"aspect_ratio": "1:1", "image_size": "1K", "delivery": "INLINE"}
    }
    request = parsed(sent)
    resolved = Request(
        model="m", turns=request.turns, aspect_ratio="3:2", image_size="1K", seed=8, native=request.native
    )
    config = rendered(resolved)["generation_config"]
    assert config["image_config"] == {"aspect_ratio": "3:2", "image_size": "1K"}
    assert config["response_format"] == {"image": {"delivery": "INLINE"}}
    assert config["seed"] == 8
    assert config["thinking_config"] == {"include_thoughts": True, "thinking_level": "HIGH"}


def test_no_size_is_sent_to_a_model_that_has_only_one() -> None:
    request = parsed(body("gemini-request-javascript-everything"))
    resolved = Request(model="m", turns=request.turns, aspect_ratio="16:9", native=request.native)
    assert rendered(resolved)["generationConfig"]["imageConfig"] == {"aspectRatio": "16:9"}
