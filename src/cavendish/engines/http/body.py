"""The body of an answer, as it arrives: counted, timed, inflated where it must be.

Iterators and no generators: one that is left half-way leaves nothing behind that has to be closed.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.stream import Batch, Sink, Stream
from cavendish.engines.http.failures import FAILURES, translated
from cavendish.engines.http.inflate import Inflater, UnreadableReply

__all__ = ["Answer", "Exchange", "Keep", "Limits", "Tee", "answer"]

Tee = Callable[[AsyncIterator[bytes]], AsyncIterator[bytes]]  # a body that somebody sees as it passes
Keep = Callable[[str, int, Mapping[str, str]], AbstractAsyncContextManager[Tee]]  # call, status, headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a call may take: seconds, and bytes of an answer's body (as sent, and again when inflated)."""

    connect: float = 10.0  # name, connection and TLS together
    first_byte: float = 300.0  # from the start of the call to the answer's headers
    silence: float = 120.0  # between two pieces of the body
    total: float = 600.0
    body: int = 150_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case) and the body as it arrives, whose errors come out of `chunks`.

    `stream` may be poured between two chunks.
    """

    status: int
    headers: Mapping[str, str]
    chunks: AsyncIterator[bytes]
    stream: Stream | None = None


class Exchange(Protocol):
    """A call that was answered, whichever way it took. Headers have names in lower case."""

    status: int
    headers: Mapping[str, str]

    @property
    def read(self) -> Callable[[float], Awaitable[bytes]]:
        """The next piece of the body, waited for until a moment in the loop's time; empty at the body's end.

        Raises what `failures` translates.
        """
        ...

    @property
    def pour(self) -> Callable[[Sink, Callable[[], float]], Awaitable[None]] | None:
        """Gives the body's next pieces to a sink as they come, each waited for until a moment in the loop's time."""
        ...

    def end(self) -> None:
        """Keeps the connection where all was sent and read; else it is closed now, whatever there still is."""
        ...


def answer(exchange: Exchange, host: str, limits: Limits, deadline: float) -> Answer:
    """`deadline` is in the loop's time. OutcomeUnknown for a body that is known to be too large or unreadable."""
    length = exchange.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limits.body:
        raise _too_large(host, limits)
    body = _Body(exchange, host, limits, deadline)
    encoding = exchange.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity"):
        return Answer(exchange.status, exchange.headers, _Inflated(body, encoding, host, limits))
    return Answer(exchange.status, exchange.headers, body, body.stream)


class _Body(AsyncIterator[bytes]):
    """The bytes as they were sent."""

    def __init__(self, exchange: Exchange, host: str, limits: Limits, deadline: float) -> None:
        self._now = asyncio.get_running_loop().time
        self._next = exchange.read
        self._host = host
        self._limits = limits
        self._deadline = deadline
        self._received = 0
        self.stream: Stream | None = None
        if pour := exchange.pour:
            self.stream = Stream(lambda sink: pour(sink, self._until))
            self.stream.admit(self._has_room)
            self.stream.watch(self._count)

    async def __anext__(self) -> bytes:
        try:
            chunk = await self._next(self._until())
        except FAILURES as error:
            failure = translated(error, self._host)
        else:
            return self._counted(chunk)
        raise failure

    def _until(self) -> float:
        return min(self._now() + self._limits.silence, self._deadline)

    def _counted(self, chunk: bytes) -> bytes:
        if not chunk:
            raise StopAsyncIteration
        self._received += len(chunk)
        if self._received > self._limits.body:
            raise _too_large(self._host, self._limits)
        return chunk

    def _has_room(self, batch: Batch) -> bool:
        return self._received + batch.length <= self._limits.body

    def _count(self, batch: Batch) -> None:
        self._received += batch.length


class _Inflated(AsyncIterator[bytes]):
    def __init__(self, body: AsyncIterator[bytes], encoding: str, host: str, limits: Limits) -> None:
        self._body = body
        self._host = host
        self._limits = limits
        self._inflated = 0
        try:
            self._inflater = Inflater(encoding)
        except UnreadableReply as error:
            raise self._unreadable(error) from None

    async def __anext__(self) -> bytes:
        try:
            piece = await self._next_piece()
        except UnreadableReply as error:
            raise self._unreadable(error) from None
        self._inflated += len(piece)
        if self._inflated > self._limits.body:
            raise _too_large(self._host, self._limits)
        return piece

    async def _next_piece(self) -> bytes:
        while not (piece := self._inflater.take()):
            try:
                self._inflater.feed(await anext(self._body))
            except StopAsyncIteration:
                self._inflater.close()
                raise
        return piece

    def _unreadable(self, error: UnreadableReply) -> OutcomeUnknown:
        return OutcomeUnknown(f"The answer of {self._host} cannot be read: it is {error}.")


def _too_large(host: str, limits: Limits) -> OutcomeUnknown:
    return OutcomeUnknown(f"{host} answered with more than {limits.body:,} bytes.")
