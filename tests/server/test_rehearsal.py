"""Every entry of the list, in both dialects, plain and streamed, against a real `cavendish serve --rehearse`.

Behind the server stands an upstream that would draw: it is never asked while something is rehearsed.
"""

import base64
import http.client
import json
from collections.abc import Iterator
from typing import Any

import pytest

from cavendish.rehearsal import entries, find_rehearsal
from tests.serving import Reply, Server, Upstream, cavendish_server, upstream

MODEL = "gemini-2.5-flash-image"
GOOGLE, EVENTS, ARRAY = "generateContent", "streamGenerateContent?alt=sse", "streamGenerateContent"
WORDS = {stage: [entry.name for entry in entries() if entry.stage == stage] for stage in ("review", "generation")}
LENGTH, STOP = ("MAX_TOKENS",), ("NO_IMAGE", "IMAGE_OTHER", "OTHER")  # what is no block in OpenAI's words

FAILURES = [
    # the entry, OpenAI's status, type and code, Google's status and word
    ("400", 400, "invalid_request_error", "invalid_value", 400, "INVALID_ARGUMENT"),
    ("401", 401, "authentication_error", "invalid_api_key", 400, "INVALID_ARGUMENT"),
    ("403", 403, "permission_error", "permission_denied", 403, "PERMISSION_DENIED"),
    ("404", 404, "invalid_request_error", "model_not_found", 404, "NOT_FOUND"),
    ("429", 429, "rate_limit_error", "rate_limit_exceeded", 429, "RESOURCE_EXHAUSTED"),
    ("500", 500, "server_error", "internal_error", 500, "INTERNAL"),
    ("502", 502, "upstream_error", "upstream_error", 502, "UNAVAILABLE"),
    ("503", 503, "upstream_error", "engine_overloaded", 503, "UNAVAILABLE"),
    ("504", 504, "upstream_error", "upstream_timeout", 504, "DEADLINE_EXCEEDED"),
    ("EMPTY", 502, "upstream_error", "upstream_empty", 409, "ABORTED"),
    ("SNOW", 400, "invalid_request_error", "invalid_value", 400, "INVALID_ARGUMENT"),
]


@pytest.fixture(scope="module")
def behind() -> Iterator[Upstream]:
    with upstream() as state:
        yield state


@pytest.fixture(scope="module")
def rehearsing(behind: Upstream) -> Iterator[Server]:
    with cavendish_server("--rehearse", GOOGLE_GEMINI_BASE_URL=behind.url, GEMINI_API_KEY="secret-key") as server:
        yield server


@pytest.fixture
def stage(rehearsing: Server, behind: Upstream) -> Iterator[Server]:
    behind.requests.clear()
    yield rehearsing
    assert behind.requests == []


def chat(server: Server, word: str, *, stream: bool = False, headers: dict[str, str] | None = None) -> Reply:
    body: dict[str, Any] = {"model": MODEL, "messages": [{"role": "user", "content": "a cat"}], "stream": stream}
    return server.post("/v1/chat/completions", {**body, **asking(word)}, headers)


def google(server: Server, word: str, method: str = GOOGLE, headers: dict[str, str] | None = None) -> Reply:
    body = {"contents": [{"parts": [{"text": "a cat"}]}], **asking(word)}
    return server.post(f"/v1beta/models/{MODEL}:{method}", body, headers)


def asking(word: str) -> dict[str, Any]:
    return {"cavendish": {"simulate": word}} if word else {}


def documents(reply: Reply) -> list[dict[str, Any]]:
    """What a reply holds, however it was sent."""
    assert reply.status == 200, reply.body
    if reply.headers["content-type"].startswith("text/event-stream"):
        events = reply.body.decode().replace("\r\n", "\n").split("\n\n")
        return [json.loads(event[6:]) for event in events if event.startswith("data: {")]
    return reply.json if isinstance(reply.json, list) else [reply.json]


def finish_of(reply: Reply) -> tuple[str, str]:
    """OpenAI's finish reason and the words before it."""
    choices = [choice for document in documents(reply) for choice in document["choices"]]
    said = [choice.get("message") or choice["delta"] for choice in choices]
    [reason] = [choice["finish_reason"] for choice in choices if choice["finish_reason"]]
    return reason, "".join(one.get("content") or "" for one in said)


def openai_reason(word: str) -> str:
    return "length" if word in LENGTH else "stop" if word in STOP else "content_filter"


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("word", [*WORDS["review"], "BLOCK_NEW"])
def test_a_review_refusal_in_openais_format(stage: Server, word: str, stream: bool) -> None:
    reason, words = finish_of(chat(stage, word, stream=stream))
    assert reason == "content_filter"
    assert words


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("word", [name for name in WORDS["generation"] if name.isupper()])
def test_a_generation_refusal_in_openais_format(stage: Server, word: str, stream: bool) -> None:
    reason, words = finish_of(chat(stage, word, stream=stream))
    assert reason in {openai_reason(word), "stop"} if "TOOL" in word or "MALFORMED" in word else {openai_reason(word)}
    assert words


@pytest.mark.parametrize("method", [GOOGLE, EVENTS, ARRAY])
@pytest.mark.parametrize("word", [*WORDS["review"], "BLOCK_NEW"])
def test_a_review_refusal_in_googles_format(stage: Server, word: str, method: str) -> None:
    [document] = documents(google(stage, word, method))
    assert document["cavendish"]["outcome"] == "prompt_blocked"
    assert document["cavendish"]["charged"] is False
    if word == "NO_TOKENS":
        assert document["candidates"][0]["finishReason"] == "STOP"
        assert document["usageMetadata"]["candidatesTokenCount"] == 0
    else:
        assert document["promptFeedback"]["blockReason"] == word.removeprefix("BLOCK_")
        assert "candidates" not in document


@pytest.mark.parametrize("method", [GOOGLE, EVENTS, ARRAY])
@pytest.mark.parametrize("word", [*WORDS["generation"], "FINISH_NEW"])
def test_a_generation_refusal_in_googles_format(stage: Server, word: str, method: str) -> None:
    [document] = documents(google(stage, word, method))
    [candidate] = document["candidates"]
    assert candidate["finishReason"] == word.removeprefix("FINISH_")
    assert document["cavendish"]["outcome"] in ("output_blocked", "truncated", "no_image")
    assert document["cavendish"]["charged"] is False
    assert candidate["finishMessage"].startswith(find_rehearsal(word).message)


@pytest.mark.parametrize("stream", [False, True])
def test_words_instead_of_a_picture(stage: Server, stream: bool) -> None:
    reason, words = finish_of(chat(stage, "TEXT", stream=stream))
    assert reason == "stop"
    assert "I cannot remove watermarks" in words
    [document] = documents(google(stage, "TEXT", EVENTS if stream else GOOGLE))
    assert "I cannot remove watermarks" in document["candidates"][0]["content"]["parts"][0]["text"]
    assert document["cavendish"]["outcome"] == "text_only"


def test_drafts_without_a_picture_are_an_answer_that_failed(stage: Server) -> None:
    assert chat(stage, "DRAFTS").json["error"]["code"] == "upstream_empty"
    for method in (GOOGLE, EVENTS):
        *drafts, last = documents(google(stage, "DRAFTS", method))
        parts = [part for one in (*drafts, last) for part in one["candidates"][0].get("content", {}).get("parts", ())]
        assert [part["thought"] for part in parts] == [True, True]
        assert last["candidates"][0]["finishReason"] == "OTHER"
        assert last["cavendish"]["outcome"] == "failed"


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize(("word", "status", "kind", "code", "theirs", "their_word"), FAILURES)
def test_a_failure_has_its_status_and_words(
    stage: Server, word: str, status: int, kind: str, code: str, theirs: int, their_word: str, streamed: bool
) -> None:
    ours = chat(stage, word, stream=streamed)
    assert (ours.status, ours.json["error"]["type"], ours.json["error"]["code"]) == (status, kind, code)
    native = google(stage, word, EVENTS if streamed else GOOGLE)
    error = native.json["error"]
    assert (native.status, error["code"], error["status"]) == (theirs, theirs, their_word)


def test_a_wrong_key_and_a_limit_say_what_programs_look_for(stage: Server) -> None:
    [info] = google(stage, "401").json["error"]["details"]
    assert info["reason"] == "API_KEY_INVALID"
    limit = google(stage, "429")
    assert limit.json["error"]["details"][-1]["retryDelay"] == "21s"
    assert limit.headers["retry-after"] == chat(stage, "429").headers["retry-after"] == "21"


def test_failures_are_not_held_against_the_next_request(stage: Server) -> None:
    for word in ("429", "503", *["502"] * 6):
        assert chat(stage, word).status == int(word)
    assert chat(stage, "PICTURE").status == 200


@pytest.mark.parametrize("word", ["PICTURE", "SLOW:0.2", "WAIT:0.2"])
@pytest.mark.parametrize("stream", [False, True])
def test_a_good_picture(stage: Server, word: str, stream: bool) -> None:
    reply = chat(stage, word, stream=stream)
    assert reply.headers["x-cavendish-engine"] == "rehearsed"
    reason, words = finish_of(reply)
    assert reason == "stop"
    assert "![image](data:image/png;base64," in words
    parts = [
        part
        for document in documents(google(stage, word, EVENTS if stream else GOOGLE))
        for part in document["candidates"][0]["content"]["parts"]
    ]
    [data] = [base64.b64decode(part["inlineData"]["data"], validate=True) for part in parts]
    assert data.startswith(b"\x89PNG")


@pytest.mark.parametrize("word", ["TRUNCATED", "CUT"])
@pytest.mark.parametrize("streamed", [False, True])
def test_an_answer_that_breaks_off_is_cut(stage: Server, word: str, streamed: bool) -> None:
    for ask in (
        lambda: chat(stage, word, stream=streamed),
        lambda: google(stage, word, EVENTS if streamed else GOOGLE),
    ):
        with pytest.raises(http.client.IncompleteRead) as caught:
            ask()
        assert caught.value.partial
        assert (b"iVBORw0KGgo" in caught.value.partial) == (word == "TRUNCATED")


def test_the_body_goes_before_the_header_and_the_header_before_the_key(stage: Server) -> None:
    key = {"Authorization": "Bearer rehearse-403"}
    header = {"X-Cavendish-Simulate": "404", **key}
    assert chat(stage, "", headers=key).status == 403
    assert chat(stage, "", headers=header).status == 404
    assert chat(stage, "503", headers=header).status == 503
    assert google(stage, "", headers={"x-goog-api-key": "rehearse-image_safety"}).json["cavendish"]["outcome"] == (
        "output_blocked"
    )


def test_without_a_word_requests_go_the_usual_way(rehearsing: Server, behind: Upstream) -> None:
    behind.requests.clear()
    assert google(rehearsing, "").json["cavendish"]["engine"] == "google"
    assert len(behind.requests) == 1


@pytest.mark.parametrize("places", [("IMAGE_SAFETY", {}), ("", {"X-Cavendish-Simulate": "429"})])
def test_only_where_the_operator_allows_it(relay: tuple[Server, Upstream], places: tuple[str, dict[str, str]]) -> None:
    server, behind = relay
    word, headers = places
    refused = chat(server, word, headers=headers)
    assert (refused.status, refused.json["error"]["code"]) == (403, "permission_denied")
    assert refused.json["error"]["param"] == "cavendish.simulate"
    assert "cavendish serve --rehearse" in refused.json["error"]["message"]
    native = google(server, word, headers=headers)
    assert (native.status, native.json["error"]["status"]) == (403, "PERMISSION_DENIED")
    assert "cavendish.simulate" in native.json["error"]["message"]
    assert behind.requests == []
