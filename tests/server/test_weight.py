"""What a server holds that only relays: no library that draws, and little for each call that waits for its upstream."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.serving import Server, Upstream, cavendish_server, upstream

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="/proc tells what a process holds")
MODEL = "gemini-2.5-flash-image"
AT_ONCE = 200
MOST_OF_ONE = 100  # KiB
WAITING = b'{"contents":[{"parts":[{"text":"a cat"}]}]}'
CHAT = {"model": MODEL, "messages": [{"role": "user", "content": "a cat"}]}


@pytest.fixture
def fresh() -> Iterator[tuple[Server, Upstream]]:
    with (
        upstream() as google,
        cavendish_server(GOOGLE_GEMINI_BASE_URL=google.url, GEMINI_API_KEY="secret-key") as server,
    ):
        yield server, google


def resident(server: Server) -> int:
    """KiB."""
    told = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(told.partition("VmRSS:")[2].split()[0])


def arrived(google: Upstream, count: int) -> None:
    """Returns when so many requests have; the fake upstream has no room for many that knock at once."""
    until = time.monotonic() + 60
    while len(google.requests) < count and time.monotonic() < until:
        time.sleep(0.002)
    assert len(google.requests) == count


def test_what_draws_is_not_loaded(fresh: tuple[Server, Upstream]) -> None:
    server, _ = fresh
    for method in ("generateContent", "streamGenerateContent"):
        assert server.post(f"/v1beta/models/{MODEL}:{method}", WAITING).status == 200
    for stream in (False, True):
        assert server.post("/v1/chat/completions", {**CHAT, "stream": stream}).status == 200
    loaded = Path(f"/proc/{server.process.pid}/maps").read_text()
    assert "httptools" in loaded
    assert not [name for name in ("/numpy/", "/PIL/") if name in loaded]
    assert not Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text()


def test_a_call_that_waits_holds_little(fresh: tuple[Server, Upstream]) -> None:
    server, google = fresh
    answered = threading.Event()

    def late(handler: BaseHTTPRequestHandler) -> None:
        answered.wait(60)
        with suppress(OSError):  # the server hung up, since its callers did
            handler.send_error(503)

    assert server.post(f"/v1beta/models/{MODEL}:generateContent", WAITING).status == 200
    google.answer = late
    google.requests.clear()
    head = f"POST /v1beta/models/{MODEL}:generateContent HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(WAITING)}"
    before = resident(server)
    with ExitStack() as stack:
        stack.callback(answered.set)
        for number in range(1, AT_ONCE + 1):
            caller = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=60))
            caller.sendall(head.encode() + b"\r\n\r\n" + WAITING)
            arrived(google, number)
        assert resident(server) - before < AT_ONCE * MOST_OF_ONE
