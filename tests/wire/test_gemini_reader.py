"""Answers in Google's format, as upstreams send them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import (
    CavendishError,
    EngineFailed,
    EngineKeyRejected,
    InvalidRequest,
    LimitReached,
    OutcomeUnknown,
    Overloaded,
)
from cavendish.core.events import Begin, Data, End, Finish
from cavendish.core.parts import Image, Text
from cavendish.core.result import Result, Usage
from tests.samples import BORDERS, body, cut, document, png64
from tests.wire.answers import folded, read


def answered(sent: Any) -> Result:
    return folded(read([sent if isinstance(sent, bytes) else json.dumps(sent).encode()]))


def with_parts(*parts: Any, **candidate: Any) -> dict[str, Any]:
    return {"candidates": [{"content": {"parts": list(parts), "role": "model"}, "finishReason": "STOP", **candidate}]}


def test_drafts_words_pictures_and_signatures() -> None:
    result = answered(body("gemini-answer-drafts"))
    thought, draft, words, picture = result.parts
    assert thought == Text("Sketching.", thought=True)
    assert isinstance(draft, Image)
    assert (draft.thought, draft.media_type) == (True, "image/jpeg")
    assert words == Text("Here is it.", signature="c2lnMQ==")
    assert isinstance(picture, Image)
    assert (picture.thought, picture.signature, picture.media_type) == (False, "c2lnMg==", "image/png")
    assert result.images == (picture,)
    assert result.model_version == "gemini-3.1-flash-image"
    assert result.usage == Usage(
        prompt_tokens=2076, prompt_image_tokens=774, candidates_tokens=1332, image_tokens=1120, thoughts_tokens=137
    )


def test_a_draft_is_known_even_where_its_flag_comes_last() -> None:
    part = {"inlineData": {"data": png64(filler=9000), "mimeType": "image/png"}, "thought": True}
    events = read([json.dumps(with_parts(part)).encode()])
    assert events[0] == Begin("image", "image/png", thought=True)


def test_a_stream_is_one_answer() -> None:
    result = answered(body("gemini-answer-stream"))
    assert [part.thought for part in result.parts] == [True, True]
    assert result.model_version == "gemini-3-pro-image-preview"


SENT = document("gemini-answer-drafts")
SENT["candidates"][0]["content"]["parts"][1]["inlineData"]["data"] = png64(filler=6000)
SENT["candidates"][0]["content"]["parts"][3]["inlineData"]["data"] = (
    png64(filler=9000).replace("+", "-").replace("/", "_")
)
SENT["candidates"][0]["content"]["parts"][2] = {"text": 'é🍌"\\' * 2000, "thoughtSignature": "c2ln" * 3000}


@given(st.sampled_from([b"%s", b"[%s]", b"data: %s\r\n\r\n"]), st.booleans(), BORDERS)
def test_any_chunking_gives_the_same(framing: bytes, ascii_only: bool, borders: list[int]) -> None:
    sent = framing % json.dumps(SENT, ensure_ascii=ascii_only).encode()
    assert folded(read(cut(sent, borders))) == answered(SENT)


def test_pictures_come_out_in_standard_base64_however_they_were_sent() -> None:
    url_safe, escaped = png64().replace("+", "-").replace("/", "_").rstrip("="), png64().replace("/", "\\/")
    sent = json.dumps(with_parts(*[{"inlineData": {"data": "@"}}] * 2)).replace("@", url_safe, 1).replace("@", escaped)
    assert [image.blob.base64.decode() for image in answered(sent.encode()).images] == [png64(), png64()]


@pytest.mark.parametrize(
    ("sent", "media_type"),
    [
        ("image/png", "image/png"), ("image/jpeg; charset=binary", "image/jpeg"), (None, "application/octet-stream"),
        ('image/"><script>', "application/octet-stream"), ("png", "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_media_type_is_safe_to_put_into_a_data_uri(sent: str | None, media_type: str) -> None:
    assert answered(with_parts({"inlineData": {"mimeType": sent, "data": png64()}})).images[0].media_type == media_type


def test_snake_case_is_understood() -> None:
    part = {"inline_data": {"mime_type": "image/webp", "data": png64()}, "thought_signature": "c2ln"}
    sent = {
        "candidates": [{"content": {"parts": [part]}, "finish_reason": "MAX_TOKENS"}],
        "usage_metadata": {
            "prompt_token_count": 3, "candidates_token_count": 4,
            "candidates_tokens_details": [{"modality": "IMAGE", "token_count": 2}],
        },
        "model_version": "m",
    }  # fmt: skip
    result = answered(sent)
    assert result.usage == Usage(prompt_tokens=3, candidates_tokens=4, image_tokens=2)
    assert (result.images[0].media_type, result.images[0].signature) == ("image/webp", "c2ln")
    assert (result.candidates[0].finish_reason, result.model_version) == ("MAX_TOKENS", "m")


@pytest.mark.parametrize(
    ("name", "reasons", "feedback"),
    [
        ("empty-content", ("IMAGE_OTHER",), None),
        ("no-content", ("IMAGE_OTHER",), None),
        ("third-party", ("IMAGE_PROHIBITED_CONTENT",), None),
        ("blocked-prompt", (), {"blockReason": "PROHIBITED_CONTENT"}),
        ("no-image", ("NO_IMAGE",), None),
    ],
)
def test_refusals(name: str, reasons: tuple[str, ...], feedback: object) -> None:
    [finish] = read([body(f"gemini-refusal-{name}")])
    assert isinstance(finish, Finish)
    assert (finish.reasons, finish.feedback) == (reasons, feedback)


def test_a_missing_count_and_a_zero_are_different() -> None:
    assert answered(body("gemini-refusal-blocked-prompt")).usage == Usage(prompt_tokens=7)
    assert answered({**with_parts(), "usageMetadata": {"candidatesTokenCount": 0}}).usage == Usage(candidates_tokens=0)
    assert answered(body("gemini-refusal-empty-content")).usage == Usage()


def test_several_candidates_are_kept_apart() -> None:
    sent = {"candidates": [
        {"content": {"parts": [{"text": "b"}]}, "finishReason": "STOP", "index": 1},
        {"content": {"parts": [{"text": "a"}]}, "finishReason": "MAX_TOKENS", "index": 0},
    ]}  # fmt: skip
    first, second = answered(sent).candidates
    assert (first.parts, first.finish_reason) == ((Text("a"),), "MAX_TOKENS")
    assert (second.parts, second.finish_reason) == ((Text("b"),), "STOP")


def test_empty_parts_are_parts() -> None:
    assert read([json.dumps(with_parts({"text": ""}, {"inlineData": {}})).encode()])[:-1] == [
        Begin("text"), End(), Begin("image", "application/octet-stream"), End()
    ]  # fmt: skip
    assert not any(isinstance(event, Data) for event in read([b'{"candidates":[]}']))


@pytest.mark.parametrize(
    "sent",
    [b"", b"[]", b"<html>524</html>", b'{"candidates":[', json.dumps(SENT).encode()[:-1],
     json.dumps(SENT).encode()[:9000], b'{"candidates":}',
     json.dumps(with_parts({"inlineData": {"data": "*****"}})).encode()],
)  # fmt: skip
def test_what_is_broken_or_cut_off_has_an_unknown_outcome(sent: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        read([sent])


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"code": 503, "message": "Overloaded.", "status": "UNAVAILABLE"}, Overloaded),
        ({"code": 429, "message": "Enough."}, LimitReached),
        ({"code": 400, "message": "No."}, InvalidRequest),
        ({"code": 401, "message": "No."}, EngineKeyRejected),
        ({"message": "No."}, EngineFailed),
        ({}, EngineFailed),
    ],
)
def test_an_error_in_the_midst_of_a_stream_is_raised(error: dict[str, Any], kind: type[CavendishError]) -> None:
    for sent in (b"data: %s\r\n\r\n", b"[%s]", b"%s"):
        with pytest.raises(CavendishError) as caught:
            read([b'data: {"candidates":[]}\r\n\r\n', sent % json.dumps({"error": error}).encode()])
        assert type(caught.value) is kind


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


@pytest.mark.parametrize(
    "path",
    [
        "candidates", "candidates.0", "candidates.0.index", "candidates.0.finishReason", "candidates.0.content",
        "candidates.0.content.parts", "candidates.0.content.parts.3", "candidates.0.content.parts.3.inlineData",
        "candidates.0.content.parts.3.inlineData.data", "candidates.0.content.parts.3.inlineData.mimeType",
        "candidates.0.content.parts.2.text", "candidates.0.content.parts.2.thoughtSignature", "usageMetadata",
        "usageMetadata.promptTokenCount", "usageMetadata.promptTokensDetails", "usageMetadata.promptTokensDetails.0",
        "usageMetadata.promptTokensDetails.1.tokenCount", "modelVersion", "promptFeedback", "error",
    ],
)  # fmt: skip
@given(value=ODD)
def test_no_odd_value_brings_more_than_an_error_of_ours(path: str, value: Any) -> None:
    sent = document("gemini-answer-drafts")
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = sent
    for step in steps:
        place = place[step]
    place[last] = value
    try:
        assert answered(sent).usage.total_tokens >= 0
    except CavendishError:
        return
