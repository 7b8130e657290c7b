"""Answers in Google's format, as callers' SDKs can bear them."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import EngineTimeout
from cavendish.core.events import Begin, Data, End, Event, Finish, Progress, replay
from cavendish.core.parts import Blob, Image, Text
from cavendish.core.rejection import Rejection
from cavendish.core.result import Outcome, Result, Usage
from cavendish.wire import gemini
from tests.core.test_events import PARTS
from tests.samples import body, document, png, written
from tests.wire.answers import DRAFT, PICTURE, THOUGHT, WORDS, event_documents, folded, keys_of, read, result

WRITERS: list[Callable[..., Any]] = [gemini.UnaryWriter, gemini.StreamWriter, gemini.ArrayWriter]
STANDARD = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
FAILURE = EngineTimeout("The engine took too long.")


def documents(kind: Callable[..., Any], answer: bytes) -> list[Any]:
    """The JSON documents of a written answer."""
    match kind:
        case gemini.StreamWriter:
            return event_documents(answer)
        case gemini.ArrayWriter:
            listed = json.loads(answer)
            assert isinstance(listed, list)
            return listed
        case _:
            return [json.loads(answer)]


def told(kind: Callable[..., Any], value: Result) -> list[Any]:
    return documents(kind, written(kind(response_id="r-1"), replay(value)))


def test_the_whole_answer() -> None:
    assert told(gemini.UnaryWriter, result(THOUGHT, WORDS, PICTURE)) == [
        {
            "candidates": [
                {
                    "content": {
                        "parts": [
                            {"thought": True, "text": "Sketching."},
                            {"text": WORDS.text, "thoughtSignature": "c2lnMQ=="},
                            {
                                "inlineData": {"mimeType": "image/png", "data": PICTURE.blob.base64.decode()},
                                "thoughtSignature": "c2lnMg==",
                            },
                        ],
                        "role": "model",
                    },
                    "finishReason": "STOP",
                    "index": 0,
                }
            ],
            "usageMetadata": {
                "promptTokenCount": 10,
                "candidatesTokenCount": 1300,
                "totalTokenCount": 1315,
                "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 10}],
                "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1290}],
                "thoughtsTokenCount": 5,
            },
            "modelVersion": "m-1",
            "responseId": "r-1",
        }
    ]


@pytest.mark.parametrize("kind", WRITERS)
@given(parts=st.lists(PARTS, max_size=5), reason=st.sampled_from(["STOP", "MAX_TOKENS", "TOMORROWS"]))
def test_what_is_written_is_read_again(kind: Callable[..., Any], parts: list[Any], reason: str) -> None:
    value = result(*parts, reason=reason)
    again = folded(read([written(kind(response_id="r"), replay(value))]))
    assert again.candidates == value.candidates
    assert again.usage == Usage(
        prompt_tokens=10, candidates_tokens=1300, image_tokens=1290, thoughts_tokens=5, prompt_image_tokens=None
    )


@pytest.mark.parametrize("kind", WRITERS)
@given(parts=st.lists(PARTS, max_size=5))
def test_what_sdks_cannot_bear_is_never_written(kind: Callable[..., Any], parts: list[Any]) -> None:
    sent = told(kind, result(*parts))
    for chunk in sent:
        assert chunk.get("candidates") != []
        assert not any("_" in key for key in keys_of(chunk))
        for candidate in chunk.get("candidates", []):
            assert candidate["content"]["role"] == "model"
            for part in candidate["content"].get("parts", []):
                assert STANDARD.fullmatch(part.get("inlineData", {}).get("data", ""))
    reasons = [candidate.get("finishReason") for chunk in sent for candidate in chunk["candidates"]]
    assert reasons == [None] * (len(sent) - 1) + ["STOP"]


@pytest.mark.parametrize("kind", [gemini.StreamWriter, gemini.ArrayWriter])
def test_every_part_has_its_document_and_the_last_tells_the_reason(kind: Callable[..., Any]) -> None:
    sent = told(kind, result(THOUGHT, DRAFT, WORDS, PICTURE))
    assert [len(chunk["candidates"][0]["content"]["parts"]) for chunk in sent] == [1, 1, 1, 1]
    assert sent[1]["candidates"][0]["content"]["parts"][0]["thought"] is True
    assert "usageMetadata" not in sent[0]
    assert sent[-1]["usageMetadata"]["totalTokenCount"] == 1315


def test_a_thought_leaves_at_once_and_words_wait_for_what_follows() -> None:
    writer = gemini.StreamWriter(response_id="r")
    *thought, _ = replay(result(THOUGHT, DRAFT))
    assert len(event_documents(written(writer, thought))) == 2
    assert not written(writer, [Begin("text"), Data(b"Here."), End()]).endswith(b"\r\n")
    assert writer.keep_alive is None


@given(st.lists(st.integers(0, 40), max_size=20))
def test_characters_cut_between_pieces_are_put_together(borders: list[int]) -> None:
    word = 'Bänäne 🍌🍌 \u2028"\\'.encode()
    places = [0, *sorted(border % len(word) for border in borders), len(word)]
    pieces = [Data(word[start:end]) for start, end in pairwise(places)]
    for kind in WRITERS:
        [chunk] = documents(kind, written(kind(response_id="r"), [Begin("text"), *pieces, End(), Finish()]))
        assert chunk["candidates"][0]["content"]["parts"] == [{"text": word.decode()}]


NEWS: dict[str, Any] = {"fieldOfTomorrow": {"deep": ["é", 1.5, None, "long" * 2000]}}


def answer_of_tomorrow() -> dict[str, Any]:
    sent: dict[str, Any] = document("gemini-answer-drafts")
    sent["responseId"] = "r-1"
    content = sent["candidates"][0]["content"]
    places = [sent, sent["candidates"][0], content, sent["usageMetadata"], sent["candidates"][0]["groundingMetadata"]]
    for place in (*places, *content["parts"], content["parts"][3]["inlineData"]):
        place.update(NEWS)
    content["parts"].append({"executableCode": {"language": "PYTHON"}, **NEWS})
    return sent


def merged(chunks: list[Any]) -> Any:
    """The documents of a stream as one."""
    whole = chunks[-1]
    whole["candidates"][0]["content"]["parts"] = [
        part for chunk in chunks for part in chunk["candidates"][0]["content"]["parts"]
    ]
    return whole


@pytest.mark.parametrize("kind", WRITERS)
def test_a_field_unknown_to_us_reaches_the_caller_at_every_level(kind: Callable[..., Any]) -> None:
    sent = answer_of_tomorrow()
    once = written(kind(response_id="r-1"), read([json.dumps(sent).encode()]))
    assert merged(documents(kind, once)) == sent
    twice = written(kind(response_id="r-1"), read([once]))
    assert merged(documents(kind, twice)) == sent


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", ["empty-content", "no-content", "third-party", "no-image"])
def test_refusals_keep_googles_reason_and_words(kind: Callable[..., Any], name: str) -> None:
    sent = document(f"gemini-refusal-{name}")["candidates"][0]
    [chunk] = documents(kind, written(kind(response_id="r"), read([body(f"gemini-refusal-{name}")])))
    assert chunk["candidates"] == [{"index": 0, **sent, "content": {"role": "model"}}]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_blocked_prompt_has_no_candidates_at_all(kind: Callable[..., Any]) -> None:
    events = read([body("gemini-refusal-blocked-prompt")])
    rejection = Rejection(stage="REVIEW", reason="PROHIBITED_CONTENT", title="Stopped")
    events[-1] = Finish(
        reasons=(),
        feedback={"blockReason": "PROHIBITED_CONTENT"},
        outcome=Outcome(id="gen_1", engine="google", kind="prompt_blocked", rejection=rejection),
    )
    [chunk] = documents(kind, written(kind(response_id="r"), events))
    assert "candidates" not in chunk
    said = "Stopped (PROHIBITED_CONTENT)."
    assert chunk["promptFeedback"] == {"blockReason": "PROHIBITED_CONTENT", "blockReasonMessage": said}
    assert (chunk["cavendish"]["outcome"], chunk["cavendish"]["stage"]) == ("prompt_blocked", "REVIEW")


BEFORE: dict[str, list[Event]] = {
    "nothing": [],
    "progress": [Progress(0.5)],
    "words": [Begin("text"), Data(b"Here"), End()],
    "half a word": [Begin("text"), Data("Hé".encode()[:2])],
    "a thought": [Begin("text", thought=True), Data(b"Hm")],
}
HALF: list[Event] = [Begin("image", "image/png"), Data(b"iVBO")]
WHOLE: list[Event] = [*HALF, Data(b"Rw0K"), End()]


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("before", BEFORE)
def test_a_failure_before_a_picture_ends_the_answer_validly(kind: Callable[..., Any], before: str) -> None:
    writer = kind(response_id="r")
    begun = written(writer, BEFORE[before])
    *_, last = documents(kind, begun + b"".join(writer.fail(FAILURE)))
    assert "error" not in last
    [candidate] = last["candidates"]
    assert (candidate["finishReason"], candidate["finishMessage"]) == ("OTHER", FAILURE.message)
    assert last["cavendish"]["outcome"] == "failed"


@pytest.mark.parametrize("kind", WRITERS)
def test_a_failure_inside_a_picture_cuts_the_connection(kind: Callable[..., Any]) -> None:
    writer = kind(response_id="r")
    written(writer, HALF)
    assert writer.fail(FAILURE) is None


@pytest.mark.parametrize("kind", WRITERS)
def test_a_failure_after_a_picture_is_told_where_the_format_can(kind: Callable[..., Any]) -> None:
    writer = kind(response_id="r")
    begun = written(writer, WHOLE)
    end = writer.fail(FAILURE)
    if kind is gemini.UnaryWriter:
        assert end is None
        return
    first, last = documents(kind, begun + b"".join(end))
    assert "finishReason" not in first["candidates"][0]
    assert last == {"error": {"code": 409, "message": FAILURE.message, "status": "ABORTED"}}


@pytest.mark.parametrize("kind", WRITERS)
def test_a_keep_alive_breaks_nothing_wherever_it_is_allowed(kind: Callable[..., Any]) -> None:
    value = result(THOUGHT, WORDS, Image(Blob(png(filler=5000)), "image/png"), Text("…"))
    writer, quiet = kind(response_id="r-1"), b""
    for event in replay(value):
        quiet += (writer.keep_alive or b"") + b"".join(list(writer.send(event)))
    if kind is gemini.StreamWriter:
        quiet = re.sub(rb"(?:\r\n){3,}", b"\r\n\r\n", quiet.removeprefix(b"\r\n\r\n"))
    assert documents(kind, quiet) == told(kind, value)
