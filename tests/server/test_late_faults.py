"""Failures after an answer has begun, odd answers that are none, and engines that ask for or need a rest."""

import http.client
import json
import re
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.samples import document
from tests.server.faulty import PICTURE, Fault, Scene, scene
from tests.serving import google_answer
from tests.upstreams import Reply, as_json, cut, reset, silence

DRAFT = {"inlineData": {"mimeType": "image/png", "data": PICTURE}, "thought": True}
SHOWN = {"inlineData": {"mimeType": "image/png", "data": PICTURE}}
WORDS = {"text": "Here it is."}
OPEN = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n["
ANSWER = as_json(google_answer(WORDS, SHOWN))


def begun(*parts: dict[str, Any]) -> bytes:
    """An answer whose first document has come, and the second has just begun."""
    return OPEN + json.dumps({"candidates": [{"content": {"parts": parts}, "index": 0}]}).encode() + b',\n{"cand'


FAULTS = {
    "after-words": Fault(cut(begun(WORDS))),
    "after-words-reset": Fault(reset(begun(WORDS))),
    "after-words-silence": Fault(silence(begun(WORDS)), settings={"silence_seconds": 1}),
    "after-draft": Fault(cut(begun(DRAFT))),
    "after-picture": Fault(cut(begun(WORDS, SHOWN))),
    "after-picture-silence": Fault(silence(begun(SHOWN)), settings={"silence_seconds": 1}),
    "drafts-only": Fault(as_json(google_answer({"text": "Hm.", "thought": True}, DRAFT))),
    "wrong-type": Fault(Reply(ANSWER.body, headers={"Content-Type": "text/html"})),
    "two-pictures": Fault(as_json(google_answer(SHOWN, WORDS, SHOWN))),
    "no-usage": Fault(as_json({"candidates": google_answer(SHOWN)["candidates"]})),
    "refusal": Fault(as_json(document("gemini-refusal-no-image"))),
    "long-rest": Fault(Reply(b"", 429, {"Retry-After": "1000000000"})),
    "absurd": Fault(Reply(b"", 503, {"Retry-After": "9" * 400})),
    "breaks": Fault(cut(b"")),
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with scene(tmp_path_factory.mktemp("late"), FAULTS) as everything:
        yield everything


def chunks(body: bytes) -> list[dict[str, Any]]:
    events = [event for event in body.decode().split("\n\n") if event.startswith("data: ")]
    assert events.pop() == "data: [DONE]"
    return [json.loads(event.removeprefix("data: ")) for event in events]


def documents(body: bytes) -> list[dict[str, Any]]:
    return [json.loads(event.removeprefix("data: ")) for event in body.decode().split("\r\n\r\n") if event.strip()]


@pytest.mark.parametrize("name", ["after-words", "after-words-reset", "after-words-silence"])
def test_a_failure_after_words_ends_a_stream_validly_and_is_else_an_error(faulty: Scene, name: str) -> None:
    (plain, stream), (google, events) = faulty.ask_in_all_ways(name)
    assert plain.json["error"]["code"] in ("outcome_unknown", "upstream_timeout")  # its words had not left yet
    assert plain.headers["x-should-retry"] == "false"
    assert (google.status, google.json["error"]["status"]) == (409, "ABORTED")
    assert chunks(stream.body)[-1]["choices"][0]["native_finish_reason"] == "OTHER"
    candidate = documents(events.body)[-1]["candidates"][0]
    assert candidate["finishReason"] == "OTHER"
    assert candidate["finishMessage"]
    assert {reply.status for reply in (stream, events)} == {200}
    assert len(faulty.upstream.calls(f"/{name}/")) == 4
    assert faulty.at_rest()


@pytest.mark.parametrize("name", ["after-picture", "after-picture-silence"])
def test_a_failure_after_a_picture_is_an_error_of_the_stream_and_cuts_a_plain_answer(faulty: Scene, name: str) -> None:
    with pytest.raises(http.client.IncompleteRead):
        faulty.chat(name, seed=3)
    with pytest.raises(http.client.IncompleteRead):
        faulty.google(name)
    assert chunks(faulty.chat(name, stream=True).body)[-1]["error"]["code"] in ("outcome_unknown", "upstream_timeout")
    last = documents(faulty.google(name, "streamGenerateContent?alt=sse").body)[-1]
    assert last["error"]["status"] == "ABORTED"
    again = faulty.chat(name, {"x-stainless-retry-count": "1"}, seed=3)
    assert again.json["error"]["code"] == "outcome_unknown"
    assert len(faulty.upstream.calls(f"/{name}/")) == 4
    assert faulty.at_rest()


@pytest.mark.parametrize(("name", "code"), [("drafts-only", "upstream_empty"), ("after-draft", "outcome_unknown")])
def test_drafts_are_no_picture_in_either_dialect(faulty: Scene, name: str, code: str) -> None:
    openai, (google, events) = faulty.ask_in_all_ways(name)
    assert [(reply.status, reply.json["error"]["code"]) for reply in openai] == [(502, code)] * 2
    assert not any(PICTURE.encode() in reply.body for reply in openai)
    for candidate in (google.json["candidates"][0], documents(events.body)[-1]["candidates"][0]):
        assert candidate["finishReason"] == "OTHER"
        assert candidate["finishMessage"]
    assert google.json["candidates"][0]["content"]["parts"][-1]["thought"] is True
    assert len(faulty.upstream.calls(f"/{name}/")) == 4


@pytest.mark.parametrize(("name", "count"), [("wrong-type", 1), ("two-pictures", 2), ("no-usage", 1)])
def test_an_odd_answer_is_an_answer(faulty: Scene, name: str, count: int) -> None:
    (plain, stream), (google, events) = faulty.ask_in_all_ways(name)
    for reply in (plain, stream, google, events):
        assert reply.status == 200
        assert len(re.findall(re.escape(PICTURE), reply.body.decode())) == count
    assert len(plain.json["cavendish"]["images"]) == count
    assert plain.json["usage"]["completion_tokens"]
    assert len(faulty.upstream.calls(f"/{name}/")) == 4


def test_a_refusal_is_an_answer_that_costs_nothing(faulty: Scene) -> None:
    (plain, _), (google, _) = faulty.ask_in_all_ways("refusal")
    assert plain.json["cavendish"]["charged"] is False
    assert plain.json["usage"]["cost"] == 0
    assert google.json["candidates"][0]["finishReason"] == "NO_IMAGE"
    assert len(faulty.upstream.calls("/refusal/")) == 4


@pytest.mark.parametrize("name", ["long-rest", "absurd"])
def test_an_engine_that_asks_for_a_long_rest_gets_a_bounded_one(faulty: Scene, name: str) -> None:
    first, second = faulty.chat(name), faulty.google(name)
    assert first.status in (429, 503)
    assert second.status == 503
    for reply in (first, second):
        assert 0 < int(reply.headers["retry-after"]) <= 24 * 3600
    assert int(second.headers["retry-after"]) <= 300
    assert len(faulty.upstream.calls(f"/{name}/")) == 1


def test_a_breaker_that_opens_while_requests_run_lets_the_engine_rest_once(faulty: Scene) -> None:
    at_once = 12
    together = threading.Barrier(at_once)

    def break_together(_: socket.socket) -> None:
        together.wait(20)

    faulty.upstream.says(*[break_together] * at_once, ANSWER, at="/breaks/")
    with ThreadPoolExecutor(at_once) as pool:
        statuses = list(pool.map(lambda _: faulty.chat("breaks").status, range(at_once)))
    assert statuses == [502] * at_once
    assert faulty.chat("breaks").status == 200  # after the first and shortest rest
    assert len(faulty.upstream.calls("/breaks/")) == at_once + 1
