"""Real servers for tests: a Cavendish in a process of its own, and an upstream that speaks Google's format."""

import base64
import http.client
import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from PIL import Image

GOOGLE_NAMES = ("GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_GEMINI_BASE_URL")


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment without what would configure an engine, and with `more`."""
    kept = {name: value for name, value in os.environ.items() if name not in GOOGLE_NAMES}
    return {**{name: value for name, value in kept.items() if not name.startswith("CAVENDISH_")}, **more}


def picture(media_type: str = "image/png", size: tuple[int, int] = (1024, 1024)) -> bytes:
    """A small real file of the given type and pixels."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, media_type.removeprefix("image/"))
    return out.getvalue()


def google_answer(*parts: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A `generateContent` answer; a picture of 1024 pixels where no parts are given."""
    data = base64.b64encode(picture()).decode()
    said = list(parts) or [{"text": "Here it is."}, {"inlineData": {"mimeType": "image/png", "data": data}}]
    return {
        "candidates": [{"content": {"role": "model", "parts": said}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": {"promptTokenCount": 5, "candidatesTokenCount": 1290, "totalTokenCount": 1295},
        "modelVersion": "gemini-2.5-flash-image",
        **more,
    }


@dataclass
class Upstream:
    """What the upstream was asked, and what it answers: a document, or a function that writes to the connection."""

    url: str
    answer: Any = field(default_factory=google_answer)
    status: int = 200
    models: Any = field(default_factory=lambda: {"models": [{"name": "models/gemini-2.5-flash-image"}]})
    requests: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def upstream() -> Iterator[Upstream]:
    state = Upstream("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length")
            body = self.rfile.read(int(length)) if length else b""
            state.requests.append((self.path, dict(self.headers.items()), body))
            if callable(state.answer):
                state.answer(self)
                return
            data = state.answer if isinstance(state.answer, bytes) else json.dumps(state.answer).encode()
            self.send_response(state.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self) -> None:
            data = json.dumps(state.models).encode()
            state.requests.append((self.path, dict(self.headers.items()), b""))
            self.send_response(state.status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    """A running `cavendish serve`."""

    url: str
    port: int
    process: subprocess.Popen[str]

    def call(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
            connection.request(method, path, data, {"Content-Type": "application/json", **(headers or {})})
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, names, response.read())
        finally:
            connection.close()

    def post(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Reply:
        return self.call("POST", path, body, headers)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Reply:
        return self.call("GET", path, None, headers)


@contextmanager
def cavendish_server(*arguments: str, cwd: Any = None, log: Any = None, **environment: str) -> Iterator[Server]:
    """Starts `cavendish serve` on a free port and ends it with SIGTERM, which it must obey with exit code 0.

    What it prints after its greeting is written to `log`, a file of text.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "cavendish", "serve", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        cwd=cwd,
        env=clean_environment(**environment),
    )
    assert process.stdout
    try:
        line = process.stdout.readline()
        url = line.split("GOOGLE_GEMINI_BASE_URL=")[1].split()[0]
        yield Server(url, int(url.rpartition(":")[2]), process)
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=60)
        if log:
            log.write(process.stdout.read())
        process.stdout.close()
    assert code == 0
