"""A server's life: health, the front page, callers who leave, and the end by SIGTERM."""

import http.client
import json
import signal
import socket
import threading
import time

from tests.serving import Server, Upstream, cavendish_server, google_answer, upstream

GOOGLE = "/v1beta/models/gemini-2.5-flash-image:generateContent"
BODY = {"contents": [{"parts": [{"text": "a cat"}]}]}


def test_health_and_front_page(clay_server: Server) -> None:
    assert clay_server.get("/healthz").json == {"status": "ok"}
    assert clay_server.get("/readyz").status == 200
    page = clay_server.get("/", {"Accept": "text/html,*/*"})
    assert page.headers["content-type"].startswith("text/html")
    assert b"<textarea" in page.body
    assert "chat/completions" in clay_server.get("/").body.decode()


class Gate:
    """An upstream's answer that waits until it is let go, and knows whether its connection was closed."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go = threading.Event()
        self.closed = threading.Event()

    def __call__(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        self.reached.set()
        handler.connection.settimeout(0.05)
        while not self.go.is_set():
            try:
                if handler.connection.recv(1) == b"":
                    self.closed.set()
                    return
            except TimeoutError:
                continue
        data = json.dumps(google_answer()).encode()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)


def ask(server: Server, path: str = GOOGLE) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("POST", path, json.dumps(BODY), {"Content-Type": "application/json"})
    return connection


def test_a_caller_who_leaves_ends_the_call_upstream(relay: tuple[Server, Upstream]) -> None:
    server, google = relay
    google.answer = gate = Gate()
    connection = ask(server)
    assert gate.reached.wait(10)
    connection.close()
    assert gate.closed.wait(10)


def test_sigterm_lets_running_requests_and_streams_finish() -> None:
    with upstream() as google:
        google.answer = gate = Gate()
        with cavendish_server(GOOGLE_GEMINI_BASE_URL=google.url) as server:
            plain = ask(server)
            stream = ask(server, GOOGLE.replace("generateContent", "streamGenerateContent?alt=sse"))
            deadline = time.monotonic() + 10
            while len(google.requests) < 2 and time.monotonic() < deadline:
                time.sleep(0.01)
            server.process.send_signal(signal.SIGTERM)
            while accepts(server) and time.monotonic() < deadline:
                time.sleep(0.01)
            gate.go.set()
            assert json.loads(plain.getresponse().read())["candidates"]
            assert b'"finishReason":"STOP"' in stream.getresponse().read()
            plain.close()
            stream.close()


def accepts(server: Server) -> bool:
    try:
        socket.create_connection(("127.0.0.1", server.port), timeout=1).close()
    except OSError:
        return False
    return True


def test_a_request_that_never_ends_is_ended_after_the_set_time() -> None:
    with upstream() as google:
        google.answer = gate = Gate()
        with cavendish_server(GOOGLE_GEMINI_BASE_URL=google.url, CAVENDISH_SHUTDOWN_SECONDS="1") as server:
            connection = ask(server)
            assert gate.reached.wait(10)
            server.process.send_signal(signal.SIGTERM)
            assert server.process.wait(timeout=30) == 0
            connection.close()
        assert gate.closed.wait(10)
