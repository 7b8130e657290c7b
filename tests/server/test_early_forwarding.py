"""An upstream's picture leaves while it still arrives, in either dialect, streamed or not."""

import base64
import hashlib
import http.client
import json
import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.serving import Server, cavendish_server, google_answer
from tests.upstreams import Held, Reply, Upstream, as_json, upstream

MODEL = "gemini-2.5-flash-image"
HEADER = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x04\0"
DATA = base64.b64encode(HEADER + os.urandom(1_499_971) + b"IEND\xaeB`\x82").decode()  # without padding
SHOWN = f"Here.\n\n![image](data:image/png;base64,{DATA})"
ANSWER = as_json(google_answer({"text": "Here."}, {"inlineData": {"mimeType": "image/png", "data": DATA}}))
COMPLETION = as_json({"choices": [{"index": 0, "finish_reason": "stop", "message": {"content": SHOWN}}]})
GOOGLE = {"contents": [{"parts": [{"text": "a cat"}]}]}
CHAT = {"model": MODEL, "messages": [{"role": "user", "content": "a cat"}]}
WAYS = {
    "google": (f"/v1beta/models/{MODEL}:generateContent", GOOGLE),
    "google-stream": (f"/v1beta/models/{MODEL}:streamGenerateContent?alt=sse", GOOGLE),
    "google-array": (f"/v1beta/models/{MODEL}:streamGenerateContent", GOOGLE),
    "openai": ("/v1/chat/completions", CHAT),
    "openai-stream": ("/v1/chat/completions", {**CHAT, "stream": True}),
    "google-shop": (f"/v1beta/models/shop/{MODEL}:generateContent", GOOGLE),
    "openai-shop": ("/v1/chat/completions", {**CHAT, "model": f"shop/{MODEL}"}),
    "openai-shop-stream": ("/v1/chat/completions", {**CHAT, "model": f"shop/{MODEL}", "stream": True}),
}
LETTERS = re.compile(rb"[A-Za-z0-9+/=]{1000000,}")


@contextmanager
def asked(port: int, way: str) -> Iterator[http.client.HTTPResponse]:
    path, body = WAYS[way]
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("POST", path, json.dumps(body))
        with connection.getresponse() as response:
            yield response


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Upstream]]:
    folder = tmp_path_factory.mktemp("early")
    with upstream() as google, (folder / "log").open("w") as log:
        shop = f'kind = "reseller"\nbase_url = "{google.url}/shop"\napi_key = "secret-key"\nmodels = ["none"]'
        (folder / "cavendish.toml").write_text(f"[engines.google]\n[engines.shop]\n{shop}")
        keys = {"GOOGLE_GEMINI_BASE_URL": google.url, "GEMINI_API_KEY": "secret-key"}
        with cavendish_server("--config", str(folder / "cavendish.toml"), log=log, **keys) as server:
            yield server, google


@pytest.mark.parametrize("way", WAYS)
def test_half_of_it_is_there_before_the_rest_was_sent(scene: tuple[Server, Upstream], way: str) -> None:
    server, google = scene
    answer = COMPLETION if "shop" in way else ANSWER
    held = Held(answer, answer.raw[: len(answer.raw) // 2])
    google.says(held)
    with asked(server.port, way) as response:
        early = response.read(500_000)
        held.go.set()
        whole = early + response.read()
    [letters] = LETTERS.findall(whole)
    assert hashlib.sha256(letters).digest() == hashlib.sha256(DATA.encode()).digest()


@pytest.mark.parametrize("way", WAYS)
def test_what_breaks_off_later_is_nobodys_whole_picture(scene: tuple[Server, Upstream], way: str) -> None:
    server, google = scene
    answer = COMPLETION if "shop" in way else ANSWER
    google.says(lambda connection: connection.sendall(answer.raw[: len(answer.raw) // 2]))
    before = len(google.calls())
    with asked(server.port, way) as response, pytest.raises(http.client.IncompleteRead):
        response.read()
    assert len(google.calls()) == before + 1


@pytest.mark.parametrize("way", ["google", "openai", "google-shop", "openai-shop"])
def test_memory_does_not_grow_with_the_pictures(scene: tuple[Server, Upstream], way: str) -> None:
    server, google = scene
    big = DATA * 10
    answer = COMPLETION if "shop" in way else ANSWER
    body = answer.body.replace(DATA.encode(), big.encode())
    google.says(Reply(body, 200, {"Content-Type": "application/json"}))
    before = peak(server)
    for _ in range(4):
        with asked(server.port, way) as response:
            assert sum(len(piece) for piece in iter(lambda: response.read(65_536), b"")) > len(big)
    assert peak(server) - before < len(big) // 2


def peak(server: Server) -> int:
    """The most memory that the server ever held, in bytes."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024
