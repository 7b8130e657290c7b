"""A sink that tests pour into, and a body for it."""

import asyncio
from collections.abc import Callable

from cavendish.core.stream import Batch
from cavendish.engines.http import Answer, Limits
from tests.engines.sockets import CHUNKED, Answering

BODY = bytes(index * 89 % 251 for index in range(1_000_003))
MEGABYTE = 1_000_000
START = CHUNKED + b"5\r\nhello\r\n"
MORE = b"186a0\r\n" + b"x" * 100_000 + b"\r\n"
PATIENT = Limits(first_byte=20, silence=20, total=40)


class Sink:
    """Takes what `wants` says, and is full at every `capacity` bytes."""

    def __init__(self, wants: Callable[["Sink", Batch], bool] = lambda *_: True, capacity: int | None = None) -> None:
        self.wants = wants
        self.capacity = capacity
        self.came: list[bytes] = []  # in the order in which it came, whatever was read between included
        self.poured = self.offered = self.read = self.held = 0
        self.took = asyncio.Event()
        self.opened = asyncio.Event()  # set: it is drained at once

    def take(self, batch: Batch) -> bool:
        self.offered += 1
        assert not self.full
        if not self.wants(self, batch):
            return False
        self.took.set()
        self.came += batch.pieces
        self.poured += batch.length
        self.held += batch.length
        return True

    @property
    def full(self) -> bool:
        return self.capacity is not None and self.held >= self.capacity

    async def drained(self) -> None:
        await self.opened.wait()
        self.held = 0

    async def take_all(self, answer: Answer) -> bytes:
        """The whole body, poured wherever the sink wants it and read where not."""
        assert answer.stream
        while True:
            await answer.stream.pour(self)
            async for chunk in answer.chunks:
                self.came.append(chunk)
                self.read += len(chunk)
                break
            else:
                return b"".join(self.came)


def chunked(body: bytes, size: int) -> bytes:
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return CHUNKED + b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def in_turn(*pieces: bytes) -> Answering:
    async def write(writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.05)

    return write


async def read_all(answer: Answer) -> bytes:
    return b"".join([chunk async for chunk in answer.chunks])
