"""Signs of life in a long silence: what each dialect can bear, at the places where it can."""

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from tests.serving import Server, cavendish_server, google_answer, upstream

GOOGLE = "/v1beta/models/gemini-3-pro-image"
ASKED = {"contents": [{"parts": [{"text": "a cat"}]}]}
CHAT = {"model": "gemini-3-pro-image", "messages": [{"role": "user", "content": "a cat"}]}
PROXIED = {"X-Forwarded-For": "192.0.2.1"}


def late(handler: BaseHTTPRequestHandler) -> None:
    """A good answer after more than three times the server's patience."""
    time.sleep(3.5)
    data = json.dumps(google_answer()).encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with upstream() as google:
        google.answer = late
        environment = {"GOOGLE_GEMINI_BASE_URL": google.url, "GEMINI_API_KEY": "secret-key"}
        with cavendish_server(CAVENDISH_KEEP_ALIVE_SECONDS="1", **environment) as running:
            yield running


def test_google_events_get_blank_lines(server: Server) -> None:
    body = server.post(f"{GOOGLE}:streamGenerateContent?alt=sse", ASKED).body
    assert body.startswith(b"\r\n\r\n" * 2 + b"\r\n\r\ndata: ")


def test_google_arrays_get_new_lines(server: Server) -> None:
    body = server.post(f"{GOOGLE}:streamGenerateContent", ASKED).body
    assert body.startswith(b"\n\n\n[{")
    assert json.loads(body)[0]["candidates"]


def test_openai_events_get_comments(server: Server) -> None:
    body = server.post("/v1/chat/completions", {**CHAT, "stream": True}).body
    assert body.startswith(b": cavendish\n\n" * 3 + b"data: ")


def test_a_plain_openai_answer_gets_spaces_behind_a_proxy(server: Server) -> None:
    body = server.post("/v1/chat/completions", CHAT, headers=PROXIED).body
    assert body.startswith(b"  {")
    assert json.loads(body)["choices"][0]["finish_reason"] == "stop"


@pytest.mark.parametrize("headers", [{}, {"X-Stainless-Read-Timeout": "600"}])
def test_a_plain_answer_is_otherwise_left_in_peace(server: Server, headers: dict[str, str]) -> None:
    body = server.post("/v1/chat/completions", CHAT, headers=headers).body
    assert body.lstrip(b" ").startswith(b"{")
    assert body.startswith(b" ") == bool(headers)
    plain = server.post(f"{GOOGLE}:generateContent", ASKED, headers=PROXIED).body
    assert plain.startswith(b"{")
