"""Calls that end before their answer is there: by the caller, by a deadline, by a signal, by a certificate."""

import http.client
import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.sockets import certificates
from tests.server.faulty import KEY, MODEL, PICTURE, PROMPT, SECRETS, Fault, Scene, scene
from tests.serving import cavendish_server, google_answer
from tests.upstreams import Held, as_json, silence, upstream

ANSWER = as_json(google_answer({"inlineData": {"mimeType": "image/png", "data": PICTURE}}))
CHAT, NATIVE = "/v1/chat/completions", f"/v1beta/models/waits/{MODEL}"
MESSAGE = {"model": f"waits/{MODEL}", "messages": [{"role": "user", "content": PROMPT}]}
CONTENT = {"contents": [{"parts": [{"text": PROMPT}]}]}
WAYS = {
    "openai": (CHAT, MESSAGE),
    "openai, streamed": (CHAT, {**MESSAGE, "stream": True}),
    "google": (f"{NATIVE}:generateContent", CONTENT),
    "google, streamed": (f"{NATIVE}:streamGenerateContent?alt=sse", CONTENT),
    "google, in an array": (f"{NATIVE}:streamGenerateContent", CONTENT),
}


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with scene(tmp_path_factory.mktemp("waiting"), {"waits": Fault(silence())}) as everything:
        yield everything


def begin(port: int, way: str, **headers: str) -> http.client.HTTPConnection:
    path, body = WAYS[way]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST", path, json.dumps(body), named)
    return connection


@pytest.mark.parametrize("way", WAYS)
def test_a_caller_who_vanishes_ends_the_call_upstream(waiting: Scene, way: str) -> None:
    waiting.upstream.says(silence(), at="/waits/")
    connection = begin(waiting.server.port, way)
    assert waiting.upstream.wait(lambda: waiting.upstream.busy == 1)
    connection.close()
    assert waiting.at_rest()


@pytest.mark.parametrize("way", WAYS)
def test_a_caller_who_vanishes_half_way_ends_the_call_and_pays_once(waiting: Scene, way: str) -> None:
    parts = [{"text": "Here."}, {"inlineData": {"mimeType": "image/png", "data": PICTURE}}]
    first = json.dumps({"candidates": [{"content": {"parts": parts}}]})
    waiting.upstream.says(silence(b"HTTP/1.1 200 OK\r\n\r\n[" + first.encode()), at="/waits/")
    connection = begin(waiting.server.port, way)
    with connection.getresponse() as response:
        seen = b""
        while b"Here." not in seen and (piece := response.read1()):
            seen += piece
    assert b"Here." in seen
    connection.close()
    assert waiting.at_rest()
    path, body = WAYS[way]
    before = len(waiting.upstream.calls())
    if path == CHAT:
        again = waiting.server.post(path, body, {"x-stainless-retry-count": "2"})
        assert again.json["error"]["code"] == "outcome_unknown"
    assert len(waiting.upstream.calls()) == before


def test_an_sdk_that_gave_up_waiting_and_asks_again_pays_once(waiting: Scene) -> None:
    waiting.upstream.says(silence(), ANSWER, at="/waits/")
    connection = begin(waiting.server.port, "openai")
    assert waiting.upstream.wait(lambda: waiting.upstream.busy == 1)
    connection.close()
    assert waiting.at_rest()
    before = len(waiting.upstream.calls())
    again = waiting.server.post(CHAT, MESSAGE, {"x-stainless-retry-count": "1"})
    assert (again.status, again.json["error"]["code"]) == (502, "outcome_unknown")
    assert again.headers["x-should-retry"] == "false"
    assert len(waiting.upstream.calls()) == before
    assert waiting.server.post(CHAT, MESSAGE).status == 200  # a person who asks again is no repetition


@pytest.mark.parametrize(
    ("way", "headers", "kept_alive"),
    [
        ("openai", {"x_forwarded_for": "192.0.2.1", "x_stainless_read_timeout": "0.2"}, b"   "),
        ("openai", {"x_stainless_read_timeout": "0.2"}, b"   "),
        ("openai, streamed", {"x_stainless_read_timeout": "0.2"}, b": cavendish\n\n: cavendish\n\n"),
    ],
)
def test_an_answer_that_takes_long_is_kept_alive(
    waiting: Scene, way: str, headers: dict[str, str], kept_alive: bytes
) -> None:
    held = Held(ANSWER)
    waiting.upstream.says(held, at="/waits/")
    connection = begin(waiting.server.port, way, **headers)
    response = connection.getresponse()
    assert response.read(len(kept_alive)) == kept_alive
    held.go.set()
    rest = response.read()
    assert PICTURE.encode() in rest
    assert "streamed" in way or json.loads(rest)["choices"]
    connection.close()


def test_what_fails_after_white_space_is_still_a_valid_answer(waiting: Scene) -> None:
    held = Held(as_json({"error": {"code": 429, "message": "Slow down.", "status": "RESOURCE_EXHAUSTED"}}, 429))
    waiting.upstream.says(held, at="/waits/")
    connection = begin(waiting.server.port, "openai", x_stainless_read_timeout="0.2")
    response = connection.getresponse()
    assert response.read(1) == b" "
    held.go.set()
    answer = json.loads(response.read())
    assert answer["choices"][0]["message"]["content"] == "Slow down."
    assert (answer["cavendish"]["outcome"], answer["cavendish"]["charged"]) == ("failed", False)
    connection.close()


@pytest.mark.parametrize("way", [way for way in WAYS if way.startswith("google")])
def test_a_deadline_of_the_caller_ends_the_call(waiting: Scene, way: str) -> None:
    waiting.upstream.says(silence(), at="/waits/")
    connection = begin(waiting.server.port, way, X_Server_Timeout="0.2")
    response = connection.getresponse()
    document = json.loads(response.read())
    [error] = document if isinstance(document, list) else [document]
    assert (response.status, error["error"]["status"]) == (409, "ABORTED")
    connection.close()
    assert waiting.at_rest()


@pytest.mark.parametrize("way", WAYS)
def test_sigterm_ends_a_call_that_takes_too_long_and_says_that_it_may_be_paid(tmp_path: Path, way: str) -> None:
    with upstream() as google, (tmp_path / "log.txt").open("w+") as log:
        google.says(silence())
        environment = {"GEMINI_API_KEY": KEY, "CAVENDISH_SHUTDOWN_SECONDS": "1"}
        with cavendish_server(cwd=tmp_path, log=log, GOOGLE_GEMINI_BASE_URL=google.url, **environment) as server:
            path, body = WAYS[way]
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
            connection.request("POST", path.replace("waits/", ""), json.dumps(body).replace("waits/", ""))
            assert google.wait(lambda: google.busy == 1)
            server.process.send_signal(signal.SIGTERM)
            response = connection.getresponse()
            document = json.loads(response.read())
            assert server.process.wait(timeout=30) == 0
            assert google.wait(lambda: not google.busy)
            connection.close()
        log.seek(0)
        printed = log.read()
    [told] = document if isinstance(document, list) else [document]
    expected = (409, "ABORTED") if "google" in way else (502, None)
    assert (response.status, told["error"].get("status")) == expected
    assert "google" in way or response.headers["x-should-retry"] == "false"
    assert "Traceback" not in printed
    assert not [secret for secret in SECRETS if secret in printed]


def test_a_certificate_that_is_not_trusted_ends_the_call_before_anything_is_sent(tmp_path: Path) -> None:
    with upstream(tls=certificates("127.0.0.1").server) as google:
        google.says(ANSWER)
        with scene(tmp_path, {"tls": Fault(ANSWER, settings={"base_url": google.url})}) as one:
            for replies, code in zip(one.ask_in_all_ways("tls"), ("upstream_error", 502), strict=True):
                assert [(reply.status, reply.json["error"]["code"]) for reply in replies] == [(502, code)] * 2
                assert all("certificate" in reply.json["error"]["message"] for reply in replies)
        assert not google.requests
