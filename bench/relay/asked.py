"""What is asked and what is answered: the same bytes in the upstream, the load client and the check.

An answer is asked for in the prompt (`relay:4k:0`), which every gateway hands on as it is. Pictures are PNG files by
name only: a header with the right pixels, noise that no compression can shorten, and an end.
"""

import base64
import hashlib
import json
import random
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

__all__ = [
    "MODEL",
    "PICTURES",
    "TEXT",
    "Asked",
    "Dialect",
    "body_of",
    "document",
    "fingerprint",
    "path_of",
    "picture",
    "references",
]

Dialect = Literal["google", "openai"]

MODEL = "gemini-2.5-flash-image"  # no drafts, so its pictures are passed on while they arrive
TEXT = "A cat under a tree. " * 25  # 500 bytes
PICTURES = {"1k": (1024, 1_600_000), "2k": (2048, 6_000_000), "4k": (4096, 20_900_000)}  # pixels, bytes of the file
REFERENCES = 3
REFERENCE_BYTES = 5_000_000
PNG = b"\x89PNG\r\n\x1a\n"
USAGE = {"promptTokenCount": 9, "candidatesTokenCount": 1290, "totalTokenCount": 1299}
OPENAI_USAGE = {"prompt_tokens": 9, "completion_tokens": 1290, "total_tokens": 1299}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request: which answer, after how many milliseconds, with how many pictures upwards."""

    answer: str  # text, 1k, 2k, 4k
    delay: int = 0
    references: int = 0
    verify: bool = False  # the upstream looks whether the pictures arrived whole

    @property
    def prompt(self) -> str:
        return f"relay:{self.answer}:{self.delay}:{self.references if self.verify else 0}:"


@cache
def picture(name: str) -> bytes:
    """A file of the pixels and bytes of its name."""
    side, length = PICTURES[name]
    return _file(side, length, seed=side)


@cache
def references() -> tuple[bytes, ...]:
    """The pictures that go upwards, in base64."""
    return tuple(base64.b64encode(_file(2048, REFERENCE_BYTES, seed=index)) for index in range(REFERENCES))


def _file(side: int, length: int, *, seed: int) -> bytes:
    noise = random.Random(seed).randbytes(length)  # noqa: S311 - nothing here is secret
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return PNG + b"".join(_chunk(kind, data) for kind, data in ((b"IHDR", header), (b"IDAT", noise), (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def fingerprint(name: str) -> str:
    return hashlib.sha256(picture(name)).hexdigest()


def document(dialect: Dialect, name: str) -> bytes:
    """The upstream's answer of this name."""
    data = "" if name == "text" else base64.b64encode(picture(name)).decode()
    answer = _google_answer(name, data) if dialect == "google" else _openai_answer(name, data)
    return json.dumps(answer).encode()


def _google_answer(name: str, data: str) -> Mapping[str, Any]:
    part = {"text": TEXT} if name == "text" else {"inlineData": {"mimeType": "image/png", "data": data}}
    candidate = {"content": {"role": "model", "parts": [part]}, "finishReason": "STOP", "index": 0}
    return {"candidates": [candidate], "usageMetadata": USAGE, "modelVersion": MODEL, "responseId": "relay"}


def _openai_answer(name: str, data: str) -> Mapping[str, Any]:
    content = TEXT if name == "text" else f"![image](data:image/png;base64,{data})"
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    head = {"id": "chatcmpl-relay", "object": "chat.completion", "created": 1_790_000_000, "model": MODEL}
    return {**head, "choices": [choice], "usage": OPENAI_USAGE}


def path_of(dialect: Dialect, model: str) -> str:
    return f"/v1beta/models/{model}:generateContent" if dialect == "google" else "/v1/chat/completions"


def body_of(dialect: Dialect, asked: Asked, *, model: str) -> bytes:
    """A caller's request."""
    pictures = [data.decode() for data in references()[: asked.references]] if asked.references else []
    if dialect == "openai":
        parts = [{"type": "text", "text": asked.prompt}, *_urls(pictures)]
        document: dict[str, Any] = {"model": model, "messages": [{"role": "user", "content": parts}]}
        only_text: dict[str, Any] = {"modalities": ["text"]}
    else:
        inline = ({"inlineData": {"mimeType": "image/png", "data": data}} for data in pictures)
        document = {"contents": [{"role": "user", "parts": [{"text": asked.prompt}, *inline]}]}
        only_text = {"generationConfig": {"responseModalities": ["TEXT"]}}
    return json.dumps({**document, **(only_text if asked.answer == "text" else {})}).encode()


def _urls(pictures: list[str]) -> Iterator[Mapping[str, Any]]:
    for data in pictures:
        yield {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}}
