"""What tests of fetched pictures share: a small picture, a name server of their own, a fetch that must be refused."""

import struct
import zlib

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Image
from cavendish.engines.fetch import FetchRules, Lookup, open_fetcher

FIELD = "messages[0].content[1].image_url.url"
HOME = FetchRules(allow_private=True)


def png(width: int = 8, height: int = 8) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(min(height, 8) * (min(width, 8) + 1)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


class Names:
    """A name server that counts, and whose answers may change from one question to the next."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def __call__(self, host: str, _: int) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


async def fetch(url: str, *, rules: FetchRules = HOME, lookup: Lookup | None = None) -> Image:
    async with open_fetcher(rules, lookup=lookup) as fetcher:
        return await fetcher.image(url, field=FIELD)


async def refused(url: str, *, rules: FetchRules = HOME, lookup: Lookup | None = None) -> str:
    with pytest.raises(InvalidRequest) as caught:
        await fetch(url, rules=rules, lookup=lookup)
    assert caught.value.field == FIELD
    assert FIELD in caught.value.message
    return caught.value.message
