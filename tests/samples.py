"""What tests of several packages share: real little pictures, captured bodies, and ways to cut bytes to pieces."""

import base64
import json
import struct
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from cavendish.core.events import Event
from cavendish.wire.writer import Writer

BODIES = Path(__file__).parent / "wire" / "bodies"


@cache
def png(width: int = 1, height: int = 1, *, filler: int = 0) -> bytes:
    """A true PNG of one grey; `filler` bytes of a private chunk make it as long as a test needs it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    noise = bytes(index * 89 % 251 for index in range(filler))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"fiLl", noise)
        + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )  # fmt: skip


def png64(width: int = 1, height: int = 1, *, filler: int = 0) -> str:
    return base64.b64encode(png(width, height, filler=filler)).decode()


def body(name: str) -> bytes:
    """The one body of this name, whatever its origin."""
    [path] = BODIES.glob(f"{name}.*.json")
    return path.read_bytes()


def document(name: str) -> Any:
    return json.loads(body(name))


def written(writer: Writer, events: Iterable[Event]) -> bytes:
    """Each event's pieces are taken before the next event, as the server does."""
    return b"".join(b"".join(list(writer.send(event))) for event in events)


def cut(body: bytes, borders: Iterable[int]) -> Iterator[bytes]:
    """The body in slices that end at these places, wherever they fall."""
    at = 0
    for border in sorted({border % (len(body) + 1) for border in borders}):
        yield body[at:border]
        at = border
    yield body[at:]


BORDERS = st.lists(st.integers(0, 1_000_000), max_size=12)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
