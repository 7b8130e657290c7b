"""One connection to an upstream, for calls that lead there directly.

Bytes arrive in a room that all connections of a client share and are taken out at once, as one piece; then nothing more
is read until that piece was asked for and the next one is. So a call holds one piece, however fast its upstream is. How
large a piece may be depends on how many calls there are.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import cast

import httptools

from cavendish.core.events import Piece
from cavendish.core.stream import Batch, Sink
from cavendish.engines.http.room import Room

__all__ = ["Connection"]

LONGEST_HEAD = 64 * 1024  # bytes of an answer's head, or of anything between two pieces of its body
MOST_HEADERS = 200
FIRST_PIECES = 2  # which begin an answer
CUT = 256 * 1024  # bytes of a request that are given to the system at once


class Connection(asyncio.BufferedProtocol):
    """One call at a time: `begin`, `answered`, `read` (or `pour`) until there is nothing, `end`.

    Waiting raises OSError for a connection that broke, TimeoutError for a wait that was too long, and ValueError for
    what is not HTTP.
    """

    transport: asyncio.Transport

    def __init__(self, room: Room, *, on_lost: Callable[["Connection"], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._room = room
        self._on_lost = on_lost
        self._parser: httptools.HttpResponseParser | None = None  # None while nothing is asked
        self._waiter: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._until = 0.0  # how long is waited, in the loop's time
        self._pieces_read = 0
        self._sink: Sink | None = None  # what takes pieces as they come
        self._left: deque[memoryview] = deque()  # of the request
        self._early: bytearray | None = bytearray()  # what came before anything was asked; None from then on
        self._reading = True
        self._full = False  # the system takes no more of the request for now
        self.alive = True

    # what is asked

    def begin(self, head: bytes, body: deque[bytes]) -> None:
        """Sends a request. Each piece of `body` is taken away when it is given to the system."""
        self._parser = httptools.HttpResponseParser(self)
        self._parser.set_dangerous_leniencies(  # an answer that can be understood may have been paid for
            lenient_headers=True, lenient_optional_cr_before_lf=True, lenient_spaces_after_chunk_size=True
        )
        self.status = 0
        self.headers: dict[str, str] = {}
        self._header_bytes = self._header_count = self._beside = self._pieces_read = 0
        self._pieces: list[bytes] = []
        self._piece = b""
        self._error: Exception | None = None
        self._whole = self._keeps = self._until_closed = False
        self._body = body
        self._room.calls += 1
        self._stop_timer()
        self.transport.write(head)
        self._pump()
        early, self._early = self._early, None
        if early:
            self._parse(early)

    async def answered(self) -> None:
        """Waits for the answer's `status` and `headers`, whose names are in lower case."""
        while not self.status:
            if self._error:
                raise self._error
            await self._more(None)

    async def read(self, until: float) -> bytes:
        """The next piece of the answer's body, empty at its end."""
        while not self._piece:
            if self._whole:
                return b""
            if self._error:
                raise self._error
            await self._more(until)
        piece, self._piece = self._piece, b""
        return piece

    async def pour(self, sink: Sink, until: Callable[[], float]) -> None:
        """Gives pieces to the sink as they come, each waited for `until` then, in the loop's time.

        Returns when one is not taken, when the body ends, and when something fails; `read` tells which.
        """
        self._sink, self._next_until, self._until = sink, until, until()
        try:
            while not (self._piece or self._whole or self._error):
                if sink.full:
                    await sink.drained()
                    self._until = until()
                await self._more(self._until)
        except TimeoutError as error:
            self._error = error
        finally:
            self._sink = None

    def end(self) -> bool:
        """Ends the call; whether the connection can serve another one. It is cut where it cannot."""
        self._room.calls -= 1
        self._parser = None
        sent = not self._body and not self._left and not self.transport.get_write_buffer_size()
        kept = self.alive and self._whole and self._keeps and sent and not self._piece
        self._body, self._piece, self._error = deque(), b"", None
        if not kept:
            self.abort()
        return kept

    def rest(self, seconds: float) -> None:
        """Waits for another call, and ends when there is none."""
        self._read_on()
        self._wait_until(self._loop.time() + seconds)

    def abort(self) -> None:
        """Ends at once, whatever is still to be written or read."""
        self.alive = False
        self._left.clear()
        self.transport.abort()

    # what the event loop says

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is none by name

    def connection_lost(self, exc: Exception | None) -> None:
        self.alive = False
        self._stop_timer()
        if self._parser and not self._whole:
            if exc is None and self._error is None and self._until_closed:
                self._whole = True
            else:
                self._error = self._error or exc or ConnectionResetError("closed")
        self._wake()
        self._on_lost(self)

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002
        pouring = self._sink is not None
        return self._room.free(pouring=pouring, begins=not pouring and self._pieces_read < FIRST_PIECES)

    def buffer_updated(self, nbytes: int) -> None:
        if self._parser:
            self._parse(self._room.filled(nbytes))
        elif self._early is None:  # nobody asked
            self.abort()
        else:
            self._early += self._room.filled(nbytes)
            self._pause()

    def _parse(self, data: Piece) -> None:
        assert self._parser  # noqa: S101 - there is a call
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._break("not HTTP")
        if self._poured():
            return
        self._beside = 0 if self._pieces else self._beside + len(data)
        if self._beside > LONGEST_HEAD:
            self._break("endless")
        self._piece = b"".join([self._piece, *self._pieces] if self._piece else self._pieces)
        self._pieces.clear()
        if self._piece or self._whole:
            self._pieces_read += 1
            self._pause()
        self._wake()

    def _poured(self) -> bool:
        """Whether the pieces were given to a sink."""
        if not (self._sink and self._pieces) or self._piece or self._whole or self._error:
            return False
        if not self._sink.take(Batch(self._pieces)):
            return False
        self._pieces.clear()
        self._beside, self._until = 0, self._next_until()
        if self._sink.full:
            self._pause()
            self._wake()
        return True

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        self._pump()

    # what the parser says

    def on_header(self, name: bytes, value: bytes) -> None:
        if self.status:  # behind the body
            return
        self._header_bytes += len(name) + len(value)
        self._header_count += 1
        if self._header_bytes > LONGEST_HEAD or self._header_count > MOST_HEADERS:
            raise ValueError("the head is too large")
        self.headers[name.decode("latin-1").lower()] = value.decode("utf-8", "surrogateescape")

    def on_headers_complete(self) -> None:
        assert self._parser  # noqa: S101 - it is who calls
        status = self._parser.get_status_code()
        if status < 200 or self._whole:  # not the answer yet, or a second one
            return
        chunked = "chunked" in self.headers.get("transfer-encoding", "").lower()
        self._until_closed = not chunked and "content-length" not in self.headers
        self._keeps = self._parser.should_keep_alive()
        self.status = status

    def on_body(self, piece: bytes) -> None:
        if not self._whole:
            self._pieces.append(piece)

    def on_message_begin(self) -> None:
        if self._whole:
            self._keeps = False  # more than was asked for

    def on_message_complete(self) -> None:
        if self.status:
            self._whole = True
        else:
            self.headers = {}

    # waiting, reading, writing

    async def _more(self, until: float | None) -> None:
        self._waiter = self._loop.create_future()
        if until is not None:
            self._wait_until(until)
        self._read_on()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)

    def _wait_until(self, until: float) -> None:
        """One timer serves all waits: it is set anew only where it would be too late."""
        self._until = until
        if self._timer and self._timer.when() > until:
            self._stop_timer()
        if self._timer is None:
            self._timer = self._loop.call_at(until, self._look)

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        """Whether the time is up."""
        self._timer = None
        if self._loop.time() < self._until:
            self._timer = self._loop.call_at(self._until, self._look)
        elif self._waiter and not self._waiter.done():
            self._waiter.set_exception(TimeoutError())
        elif self._parser is None:
            self.abort()

    def _break(self, reason: str) -> None:
        if self._whole:
            self._keeps = False
        else:
            self._error = ValueError(reason)
            self.transport.abort()

    def _pause(self) -> None:
        if self._reading and self.alive and not self.transport.is_closing():
            self._reading = False
            self.transport.pause_reading()

    def _read_on(self) -> None:
        if not self._reading and not self.transport.is_closing():
            self._reading = True
            self.transport.resume_reading()

    def _pump(self) -> None:
        while not self._full and not self.transport.is_closing() and self._next_cut():
            self.transport.write(self._left.popleft())

    def _next_cut(self) -> bool:
        if not self._left and self._body:
            piece = memoryview(self._body.popleft())
            self._left.extend(piece[at : at + CUT] for at in range(0, len(piece), CUT))
        return bool(self._left)
