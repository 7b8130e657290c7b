"""Upstreams' answers in every dialect, most of them with something wrong, in chunks that are cut anywhere."""

import base64
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.hostile.effort import Briefly
from tests.hostile.values import damaged, encoded, file_of, spoiled
from tests.samples import BODIES, png

LONG_PICTURE = 300_000  # bytes: one that readers may pass on before it is whole


@dataclass(frozen=True)
class Sent(Briefly):
    chunks: list[bytes] = field(repr=False)
    good: bool

    def __repr__(self) -> str:
        return f"{len(self.chunks)} chunks of {b''.join(self.chunks)[:1500]!r}"


@cache
def bodies_of(prefix: str) -> tuple[bytes, ...]:
    """Captured answers of one upstream format."""
    return tuple(path.read_bytes() for path in sorted(BODIES.glob(f"{prefix}*")))


@cache
def picture_of(length: int) -> str:
    return base64.b64encode(png(2, 2, filler=length) if length else file_of("jpeg")).decode()


@st.composite
def answers(draw: st.DrawFn, prefixes: tuple[str, ...]) -> Sent:
    """An answer that begins as one of the captured or made-up ones."""
    body = draw(st.sampled_from([body for prefix in prefixes for body in bodies_of(prefix)] + [_made(prefixes)]))
    fate = draw(st.sampled_from(["good", "spoiled", "spoiled", "spoiled", "damaged", "cut"]))
    long = draw(st.integers(0, 30)) == 0
    if long:
        body = _made(prefixes, LONG_PICTURE)
    match fate:
        case "spoiled":
            body = draw(st.one_of(_spoiled_lines(body), st.just(body)))
        case "damaged":
            body = draw(damaged(body))
        case "cut":
            body = body[: draw(st.integers(0, len(body)))]
    borders = sorted(draw(st.lists(st.integers(0, len(body)), max_size=5)))
    chunks = [body[start:end] for start, end in zip([0, *borders], [*borders, len(body)], strict=True)]
    return Sent(chunks, fate == "good")


@st.composite
def _spoiled_lines(draw: st.DrawFn, body: bytes) -> bytes:
    """One document of the answer spoiled: it is one, an array of them, or one in each `data:` line."""
    lines = body.split(b"\n") if body.lstrip().startswith((b"data:", b":", b"event:")) else [body]
    number = draw(st.integers(0, len(lines) - 1))
    head, brace, rest = lines[number].partition(b"{")
    try:
        document = json.loads(lines[number]) if lines == [body] else json.loads(brace + rest)
    except ValueError:
        return body
    spoilt = document
    for _ in range(draw(st.integers(1, 2))):
        spoilt = draw(spoiled(spoilt))
    text = draw(encoded(spoilt)).replace(b"\n", b" ")
    lines[number] = text if lines == [body] else head + text
    return b"\n".join(lines)


@cache
def _made(prefixes: tuple[str, ...], length: int = 0) -> bytes:
    data = picture_of(length)
    if prefixes[0].startswith("gemini"):
        parts: list[Any] = [
            {"text": "é"},
            {"inlineData": {"mimeType": "image/png", "data": data}, "thoughtSignature": "YWI="},
        ]
        candidate = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}
        return json.dumps({"candidates": [candidate], "usageMetadata": {"candidatesTokenCount": 7}}).encode()
    if prefixes[0].startswith("chat"):
        content = f"Here:\n![x](data:image/png;base64,{data}) and [it](https://pictures.test/a.png)"
        message = {
            "role": "assistant",
            "content": content,
            "images": [{"image_url": {"url": f"data:image/png;base64,{data}"}}],
        }
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return json.dumps({"model": "m", "choices": [choice], "usage": {"prompt_tokens": 1, "cost": "0.04"}}).encode()
    return json.dumps({"created": 1, "data": [{"b64_json": data}], "usage": {"input_tokens": 3}}).encode()
