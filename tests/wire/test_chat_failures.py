"""How a chat completion ends when it cannot be completed."""

import json
from typing import Any

import pytest

from cavendish.core import errors
from cavendish.core.errors import EngineTimeout
from cavendish.core.events import Begin, Data, End, Event, Progress, replay
from cavendish.core.parts import Text
from cavendish.wire.openai_chat import StreamWriter, UnaryWriter, render_error
from tests.samples import written
from tests.wire.answers import PICTURE, THOUGHT, result
from tests.wire.test_chat_writer import URI, answer, chunks_of, heard
from tests.wire.test_gemini_errors import classes

FAILURE = EngineTimeout("The engine took too long.")
SAID: list[Event] = [Begin("text"), Data(b"Here."), End()]
HALF: list[Event] = [Begin("image", "image/png"), Data(PICTURE.blob.base64[:40])]
WHOLE: list[Event] = [*HALF, Data(PICTURE.blob.base64[40:]), End()]
DRAFTED: list[Event] = [Begin("image", "image/png", thought=True), Data(PICTURE.blob.base64), End()]

BEFORE: dict[str, tuple[list[Event], str]] = {
    "nothing": ([], FAILURE.message),
    "progress": ([Progress(0.5)], FAILURE.message),
    "words": (SAID, "Here."),
    "half a word": ([Begin("text"), Data("Hé".encode()[:2])], "H"),
    "half a draft": (DRAFTED[:2], FAILURE.message),
    "a draft": (DRAFTED, FAILURE.message),
}


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("images", ["markdown", "images"])
def test_before_a_picture_the_answer_ends_validly(before: str, images: str) -> None:
    events, content = BEFORE[before]
    writer = UnaryWriter(answer(images=images))
    sent = json.loads(written(writer, events) + b"".join(writer.fail(FAILURE) or ()))
    assert sent["choices"][0]["message"]["content"] == content
    assert sent["choices"][0]["finish_reason"] == "stop"
    assert (sent["cavendish"]["outcome"], sent["cavendish"]["failure"]) == ("failed", FAILURE.message)
    stream = StreamWriter(answer(images=images, include_usage=True))
    chunks = chunks_of(written(stream, events) + b"".join(stream.fail(FAILURE) or ()))
    assert heard(chunks)[0] == content
    assert chunks[-1]["cavendish"]["outcome"] == "failed"


def test_inside_a_picture_that_is_on_its_way_the_connection_is_cut() -> None:
    for images in ("markdown", "images"):
        writer = StreamWriter(answer(images=images))
        written(writer, HALF)
        assert writer.fail(FAILURE) is None
    unary = UnaryWriter(answer())
    written(unary, HALF)
    assert unary.fail(FAILURE) is None


def test_after_a_picture_a_stream_says_so_and_a_whole_answer_is_cut() -> None:
    for images in ("markdown", "images"):
        writer = StreamWriter(answer(images=images))
        begun = written(writer, WHOLE)
        *_, last = chunks_of(begun + b"".join(writer.fail(FAILURE) or ()))
        assert last["error"]["code"] == "upstream_timeout"
    unary = UnaryWriter(answer())
    written(unary, WHOLE)
    assert unary.fail(FAILURE) is None


@pytest.mark.parametrize(("images", "choices"), [("images", 1), ("images", 2), ("markdown", 2)])
def test_half_a_picture_that_was_held_back_is_never_sent(images: str, choices: int) -> None:
    """Pictures that wait for the end of the answer are sent when they are whole, and only then."""
    second: list[Event] = [Begin("image", "image/png", candidate=choices - 1), *HALF[1:]]
    for events, kept in ((HALF, 0), ([*SAID, *HALF], 0), ([*WHOLE, *second], 1)):
        writer = UnaryWriter(answer(images=images, choices=choices))
        sent = json.loads(written(writer, events) + b"".join(writer.fail(FAILURE) or ()))
        text = json.dumps(sent)
        assert (text.count("data:image"), text.count(URI)) == (kept, kept)
        assert sent["cavendish"]["outcome"] == "failed"


@pytest.mark.parametrize("images", ["markdown", "images"])
def test_a_keep_alive_breaks_nothing_wherever_it_is_allowed(images: str) -> None:
    value = result(THOUGHT, Text("Here."), PICTURE, Text("Well?"))
    writer, quiet = StreamWriter(answer(images=images)), b""
    for event in replay(value):
        comment = writer.keep_alive or b""
        assert not comment or comment.startswith(b": ")
        quiet += comment + b"".join(list(writer.send(event)))
    assert quiet.replace(b": cavendish\n\n", b"") == written(StreamWriter(answer(images=images)), replay(value))
    events = [event for event in quiet.split(b"\n\n") if event not in (b": cavendish", b"data: [DONE]", b"")]
    assert all(json.loads(event.removeprefix(b"data: ")) for event in events)
    assert UnaryWriter(answer()).keep_alive is None


# Status, OpenAI's type, our code, and whether OpenAI's SDKs may try again by themselves.
TABLE = {
    "CavendishError": (500, "server_error", "internal_error", False),
    "InvalidRequest": (400, "invalid_request_error", "invalid_value", False),
    "ModelNotFound": (404, "invalid_request_error", "model_not_found", False),
    "EndpointNotFound": (404, "invalid_request_error", "endpoint_not_supported", False),
    "MethodNotAllowed": (405, "invalid_request_error", "method_not_allowed", False),
    "PayloadTooLarge": (413, "invalid_request_error", "payload_too_large", False),
    "AuthenticationFailed": (401, "authentication_error", "invalid_api_key", False),
    "PermissionDenied": (403, "permission_error", "permission_denied", False),
    "LimitReached": (429, "rate_limit_error", "rate_limit_exceeded", True),
    "Overloaded": (503, "upstream_error", "engine_overloaded", True),
    "EngineFailed": (502, "upstream_error", "upstream_error", False),
    "EngineKeyRejected": (502, "upstream_error", "upstream_key_rejected", False),
    "UpstreamEmpty": (502, "upstream_error", "upstream_empty", False),
    "EngineTimeout": (504, "upstream_error", "upstream_timeout", False),
    "OutcomeUnknown": (502, "upstream_error", "outcome_unknown", False),
}


def test_every_error_of_the_tree_has_a_row() -> None:
    assert {kind.__name__ for kind in classes()} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_each_error_is_written_by_the_table(name: str) -> None:
    status, kind, code, again = TABLE[name]
    sent, headers, body = render_error(getattr(errors, name)("Was geht nicht?", field="size"))
    expected: dict[str, Any] = {"message": "Was geht nicht?", "type": kind, "param": "size", "code": code}
    assert (sent, json.loads(body)) == (status, {"error": expected})
    assert (headers.get("x-should-retry") != "false") == again
