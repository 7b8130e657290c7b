"""How answers go out: the only place where pictures leave.

Nothing is sent until the first piece is there or a while has passed, so that what fails early has an honest status.
Afterwards the headers stand, and the dialect's writer says how a failure ends the answer; where it cannot, the
connection is cut, so that nobody takes half a picture for a whole one. A caller who leaves ends the run.
"""

import asyncio
import math
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, nullcontext

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from cavendish.core.errors import CavendishError, Charged, EngineTimeout, OutcomeUnknown, Overloaded
from cavendish.core.events import Data, Event, Piece
from cavendish.core.stream import Stream
from cavendish.server.care import Care
from cavendish.server.out import Out
from cavendish.service import Run
from cavendish.wire.report import outcome_headers
from cavendish.wire.writer import Writer

__all__ = ["Answer", "json_response", "retry_headers"]


def json_response(body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body, status, headers, media_type="application/json; charset=UTF-8")


def retry_headers(error: CavendishError) -> dict[str, str]:
    """How long whoever refused asked to be left alone."""
    return {} if error.retry_after is None else {"Retry-After": str(math.ceil(error.retry_after))}


class Answer(Response):
    """A run's events in one dialect.

    `failed` renders an error that came before the first piece; `in_doubt` is called when the caller gets no whole
    answer to a call that may have been paid.
    """

    def __init__(
        self,
        run: Run,
        writer: Writer,
        *,
        failed: Callable[[CavendishError], Response],
        care: Care,
        in_doubt: Callable[[], None] = lambda: None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._run = run
        self._writer = writer
        self._failed = failed
        self._care = care
        self._in_doubt = in_doubt
        self._more_headers = headers or {}
        self._stream: Stream | None = None  # of what follows the latest piece

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        out = Out(scope, send, self._opening_headers)
        cancelled = False
        with _Caller(receive) as caller:
            try:
                await self._answer(scope, receive, send, out)
            except asyncio.CancelledError:
                cancelled = True
        if cancelled and not caller.left:  # the server ends and waits no longer: the caller is told so
            await self._fail(self._stop(), scope, receive, send, out)
        elif cancelled and self._run.may_be_paid:
            self._in_doubt()

    async def _answer(self, scope: Scope, receive: Receive, send: Send, out: Out) -> None:
        try:
            pieces: list[Piece] = []
            async with self._deadline(), self._run:
                async for pieces in self._pieces():
                    if not self._run.ended:
                        await out.write(pieces)
                        await self._pour(out)
            await out.end(pieces)
        except CavendishError as error:
            await self._fail(error, scope, receive, send, out)

    async def _pour(self, out: Out) -> None:
        """Passes on what follows as it comes, where the writer would change nothing of it."""
        if self._stream and out.sink:
            await self._stream.pour(out.sink)

    async def _fail(self, error: CavendishError, scope: Scope, receive: Receive, send: Send, out: Out) -> None:
        if error.charged != "no":
            self._in_doubt()
        if not out.begun:
            response = self._failed(error)
            response.headers["x-request-id"] = self._run.id
            await response(scope, receive, send)
        elif (end := self._writer.fail(error)) is not None:
            await out.end(list(end))
        # else the answer stays open, and the server cuts the connection

    def _stop(self) -> CavendishError:
        kind = OutcomeUnknown if self._run.may_be_paid else Overloaded
        return kind("The server was stopped before the answer was complete.")

    def _deadline(self) -> AbstractAsyncContextManager[None]:
        return nullcontext() if self._care.deadline is None else self._in_time()

    @asynccontextmanager
    async def _in_time(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._care.deadline):
                yield
        except TimeoutError:
            charged: Charged = "unknown" if self._run.may_be_paid else "no"
            raise EngineTimeout("Deadline expired before operation could complete.", charged=charged) from None

    async def _pieces(self) -> AsyncIterator[list[Piece]]:
        """What the events come to, valid until more is asked for; where nothing comes for a while, a sign of life."""
        clock, space = asyncio.get_running_loop().time, self._care.space
        until = clock() + self._care.first_wait
        while not self._run.ended:
            events = await self._run.take(until=until)
            pieces = [piece for event in events for piece in self._writer.send(event)]
            self._stream = _stream_behind(events, pieces)
            if pieces or self._run.ended:
                yield pieces
                space = None
            elif clock() < until:
                continue
            elif keep_alive := self._writer.keep_alive or space:
                yield [keep_alive]
            until = clock() + self._care.wait

    def _opening_headers(self) -> list[tuple[bytes, bytes]]:
        return [
            (b"content-type", self._writer.media_type.encode()),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
            (b"x-request-id", self._run.id.encode()),
            (b"x-cavendish-engine", self._run.engine.encode()),
            *((name.encode(), value.encode("latin-1", "replace")) for name, value in self._known_headers().items()),
        ]

    def _known_headers(self) -> Mapping[str, str]:
        """Warnings, and of an answer that is complete before its first byte leaves how it ended."""
        warnings = self._run.resolved.warnings
        warned = {"x-cavendish-warning": "; ".join(warnings)} if warnings else {}
        outcome = self._run.outcome
        return {**self._more_headers, **warned, **(outcome_headers(outcome) if outcome else {})}


def _stream_behind(events: Sequence[Event], pieces: Sequence[Piece]) -> Stream | None:
    """That of the latest data, where it left as it was."""
    match events:
        case [*_, Data(piece, stream)] if pieces and pieces[-1] is piece:
            return stream
    return None


class _Caller(AbstractContextManager["_Caller"]):
    """Who waits for the answer. One who has `left` cancels the task that makes it, which is the one that enters."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._answering = asyncio.current_task()
        self._watching = asyncio.create_task(self._watch())
        self.left = False

    def __exit__(self, *_: object) -> None:
        self._watching.cancel()

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self.left = True
        if self._answering:
            self._answering.cancel()
