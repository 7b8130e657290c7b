"""The doors: what a connection may cost before, while and after a request is read.

uvicorn leaves these open: a head that never ends or is megabytes long, a body that stops, a reader who does not read,
connections that say nothing, requests that wait behind one another. Each is bounded here, most by a setting, in
uvicorn's own protocol, for an application sees a request only when its head is whole. Facts: RFC 9110 §15.5.9
(408), RFC 6585 §4, §5 (429, 431).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from cavendish.core.events import Piece
from cavendish.core.stream import Batch
from cavendish.server.out import PIECES
from cavendish.settings import Settings

__all__ = ["Doors", "doors"]

LONGEST_HEAD = 64 * 1024  # bytes of a request's first lines
MOST_HEADERS = 100
MOST_WAITING = 100  # requests of one connection, sent before the first of them is answered
TOO_LARGE = 431, "Request Header Fields Too Large"
TOO_MANY = 429, "Too Many Requests"


class Doors(HttpToolsProtocol):
    """One connection. `settings` are set by `doors`, and `silent`: those that said nothing yet, oldest first."""

    settings: ClassVar[Settings]
    silent: ClassVar[dict["Doors", None]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reads: Literal["head", "body", "nothing"] = "head"
        self._head_bytes = 0
        self._deadline: float | None = None  # for the whole head, or for the next piece of the body
        self._timer: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None
        self._patience = 0.0  # until when what was written must have been read
        self._holds_little = False
        self._unanswered: list[RequestResponseCycle] = []  # or answered lately
        self._refusal = 400, "Bad Request"

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.silent[self] = None
        self._allow(self.settings.head_seconds)
        if len(self.connections) > self.settings.most_connections:
            next(iter(self.silent)).transport.abort()  # who has waited longest to say something, perhaps this one

    def connection_lost(self, exc: Exception | None) -> None:
        self.silent.pop(self, None)
        for timer in (self._timer, self._stalled):
            if timer:
                timer.cancel()
        for cycle in self._unanswered:  # uvicorn tells the latest only, which waits behind the others
            cycle.disconnected = cycle.disconnected or not cycle.response_complete
            cycle.message_event.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self.silent.pop(self, None)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._reads == "head":
            self._head_bytes += len(data)
            if self._head_bytes > LONGEST_HEAD:
                self._refuse(*TOO_LARGE)
        elif self._reads == "body":
            self._allow(self.settings.body_seconds)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._holds_little:
            self._holds_little = False
            self.transport.set_write_buffer_limits()  # so that a head and the first piece leave together
        if self._reads != "head":
            self._reads, self._head_bytes = "head", 0
            self._allow(self.settings.head_seconds)

    def on_headers_complete(self) -> None:
        length = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        if length > LONGEST_HEAD or len(self.headers) > MOST_HEADERS:
            self._refusal = TOO_LARGE
            raise ValueError("the head is too large")  # the parser ends the connection with our refusal
        self._unanswered = [cycle for cycle in self._unanswered if not cycle.response_complete]
        if len(self._unanswered) >= MOST_WAITING:
            self._refusal = TOO_MANY
            raise ValueError("too many requests")
        self._reads = "body"
        self._allow(self.settings.body_seconds)
        super().on_headers_complete()
        self._unanswered.append(self.cycle)
        passage: Any = _Passage(self, self.cycle)  # uvicorn knows of data among extensions only
        self.scope["extensions"] = {PIECES: passage}

    def on_message_complete(self) -> None:
        self._reads, self._deadline = "nothing", None
        super().on_message_complete()

    def timeout_keep_alive_handler(self) -> None:
        if self.transport.get_write_buffer_size():  # an answer that nobody reads to its end
            self.transport.abort()
        super().timeout_keep_alive_handler()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words are of no use to callers
        self._refuse(*self._refusal)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._patience = self.loop.time() + self.settings.stall_seconds
        if self._stalled is None:
            self._stalled = self.loop.call_at(self._patience, self._look_for_readers)

    def _look_for_readers(self) -> None:
        """Whether somebody reads; one timer serves all pauses of a connection."""
        self._stalled = None
        if not self.flow.write_paused or self.transport.is_closing():
            return
        if self.loop.time() < self._patience:
            self._stalled = self.loop.call_at(self._patience, self._look_for_readers)
        else:
            self.transport.abort()

    def hold_little(self) -> None:
        """From now on whoever writes waits until the system has taken everything."""
        if not self._holds_little:
            self._holds_little = True
            self.transport.set_write_buffer_limits(0)

    def _allow(self, seconds: float) -> None:
        self._deadline = self.loop.time() + seconds
        if self._timer is None:
            self._timer = self.loop.call_later(seconds, self._look)

    def _look(self) -> None:
        """Whether the time is up; one timer serves all deadlines of a connection."""
        self._timer = None
        if self._deadline is None or self.transport.is_closing():
            return
        if self.flow.read_paused:  # it is we who do not read on
            self._allow(self.settings.body_seconds)
        elif (left := self._deadline - self.loop.time()) > 0:
            self._timer = self.loop.call_later(left, self._look)
        else:
            self._refuse(408, "Request Timeout")

    def _refuse(self, status: int, reason: str) -> None:
        """Ends the connection; with a status where it would not stand in the midst of an answer."""
        if not any(cycle.response_started and not cycle.response_complete for cycle in self._unanswered):
            head = f"HTTP/1.1 {status} {reason}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            self.transport.write(head.encode())
        self.transport.close()


@dataclass(frozen=True, slots=True)
class _Passage:
    """What an application finds in its scope under PIECES: the way of an answer's body, once its head is out.

    Pieces go to the system as they are, and `write` returns when none of them is needed any more. So a connection holds
    no more of an answer than one piece, and who reads slowly slows down whoever writes. `take` does not wait: who calls
    it waits until it is `drained` before the next.
    """

    door: Doors
    cycle: RequestResponseCycle

    async def write(self, pieces: Sequence[Piece]) -> None:
        await self.drained()
        self._pass_on(pieces, sum(map(len, pieces)))
        self.door.hold_little()
        await self.drained()

    def take(self, batch: Batch) -> bool:
        """True, though nobody may be there to read them."""
        self._pass_on(batch.pieces, batch.length)
        return True

    def _pass_on(self, pieces: Sequence[Piece], length: int) -> None:
        if length and not (self.cycle.disconnected or self.door.transport.is_closing()):
            self.door.transport.writelines([b"%x\r\n" % length, *pieces, b"\r\n"])

    @property
    def full(self) -> bool:
        return bool(self.door.flow.write_paused)

    async def drained(self) -> None:
        if self.door.flow.write_paused:
            await self.door.flow.drain()


def doors(settings: Settings) -> type[Doors]:
    """The protocol with these settings, for uvicorn to make connections of."""
    return type("Doors", (Doors,), {"settings": settings, "silent": {}})
