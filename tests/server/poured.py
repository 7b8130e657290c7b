"""A server in front of an upstream that says a large picture in three ways, each an engine, and ways to ask for it."""

import base64
import hashlib
import json
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.serving import Server, cavendish_server, google_answer
from tests.upstreams import Answer, Upstream, again_and_again, upstream

MODEL = "gemini-3-pro-image"
HEADER = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x02\0"
END = b"IEND\xaeB`\x82"
NOISE = hashlib.shake_256(b"poured").digest(3_000_000)
SIGNATURE = "c2lnbmVk" * 20
KINDS = ("google", "google-stream", "google-array", "openai", "openai-stream", "openai-images", "short-lines")
LETTERS = re.compile(rb"[A-Za-z0-9+/=]{5000,}")


def letters(*, end: bytes = END, more: int = 0) -> str:
    return base64.b64encode(HEADER + NOISE[: len(NOISE) - more] + end).decode()


def google_said(data: str) -> bytes:
    shown = {"inlineData": {"mimeType": "image/png", "data": data}, "thoughtSignature": SIGNATURE}
    return json.dumps(google_answer({"text": "Here."}, shown)).encode()


def chat_said(data: str) -> bytes:
    content = f"Here.\n\n![image](data:image/png;base64,{data})\n\nEnjoy."
    choice = {"index": 0, "finish_reason": "stop", "message": {"content": content}}
    return json.dumps({"choices": [choice], "usage": {"prompt_tokens": 3, "completion_tokens": 1290}}).encode()


def beside_said(data: str) -> bytes:
    image = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}}
    choice = {"index": 0, "finish_reason": "stop", "message": {"content": "Here.", "images": [image]}}
    return json.dumps({"choices": [choice], "usage": {"prompt_tokens": 3, "completion_tokens": 1290}}).encode()


SAID = {"google": google_said, "shop": chat_said, "beside": beside_said}
FAULTS = ("-cut", "-reset", "-silence", "-nonsense")


def asked(kind: str, engine: str) -> tuple[str, dict[str, Any]]:
    """A path and a body."""
    if kind.startswith("google"):
        method = {"google": "generateContent", "google-stream": "streamGenerateContent?alt=sse"}
        path = f"/v1beta/models/{engine}/{MODEL}:{method.get(kind, 'streamGenerateContent')}"
        return path, {"contents": [{"role": "user", "parts": [{"text": "a cat"}]}]}
    body: dict[str, Any] = {"model": f"{engine}/{MODEL}", "messages": [{"role": "user", "content": "a cat"}]}
    if kind == "openai-images":
        body["modalities"] = ["image", "text"]
    if kind in ("openai-stream", "short-lines"):
        body |= {"stream": True, "stream_options": {"include_usage": True}}
    return "/v1/chat/completions", body


def picture(body: bytes) -> bytes:
    """The letters of the one picture, put together where lines are short."""
    if b'"chat.completion.chunk"' in body:
        lines = [line.removeprefix(b"data: ") for line in body.splitlines() if line.startswith(b"data: {")]
        choices = [choice for line in lines for choice in json.loads(line)["choices"]]
        body = "".join(choice["delta"].get("content", "") for choice in choices).encode()
    [found] = LETTERS.findall(body)
    return bytes(found)


def table(name: str, use: str, url: str, folder: Path) -> str:
    """An engine for each use, for one that fails often is left alone for a while."""
    kind = "google" if name == "google" else "reseller"
    lines = [f"[engines.{name}{use}]", f'kind = "{kind}"', f'base_url = "{url}/{name}"', 'api_key = "secret-key"']
    lines += ["models = []", "silence_seconds = 1"]
    return "\n".join([*lines, *([f'keep_replies = "{folder}/replies"'] if use == "-kept" else ())])


@contextmanager
def scene_in(folder: Path) -> Iterator[tuple[Server, Upstream]]:
    with upstream() as source, (folder / "log").open("w") as log:
        tables = [table(name, use, source.url, folder) for name in SAID for use in ("", "-kept", *FAULTS)]
        (folder / "cavendish.toml").write_text("\n".join(tables))
        with cavendish_server("--config", str(folder / "cavendish.toml"), cwd=folder, log=log) as server:
            yield server, source


def request_for(kind: str, engine: str) -> bytes:
    path, document = asked(kind, engine)
    body = json.dumps(document).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def received_of(connection: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        piece = connection.recv(65_536)
        assert piece, received[:500]
        received += piece
    return bytes(received)


GET = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def endless(engine: str) -> Answer:
    """A picture that goes on and on, a little at a time."""
    body = SAID[engine](letters())
    start = b"HTTP/1.1 200 OK\r\n\r\n" + body[: len(body) // 2]
    return again_and_again(start, letters()[100_000:104_000].encode(), pause=0.01)
