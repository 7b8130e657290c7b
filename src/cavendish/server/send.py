"""How answers go out: the only place where pictures leave.

Nothing is sent until the first piece is there or a while has passed, so that what fails early has an honest status.
Afterwards the headers stand, and the dialect's writer says how a failure ends the answer; where it cannot, the
connection is cut, so that nobody takes half a picture for a whole one. A caller who leaves ends the run.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from cavendish.core.errors import CavendishError
from cavendish.core.events import Piece
from cavendish.service import Run
from cavendish.wire.writer import Writer

__all__ = ["Answer", "json_response"]

PATIENCE = 10.0  # seconds without a piece after which a keep-alive is sent


def json_response(body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body, status, headers, media_type="application/json; charset=UTF-8")


class Answer(Response):
    """A run's events in one dialect; `failed` renders an error that came before the first piece."""

    def __init__(self, run: Run, writer: Writer, *, failed: Callable[[CavendishError], Response]) -> None:
        self.background = None
        self._run = run
        self._writer = writer
        self._failed = failed
        self._started = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answering = asyncio.create_task(self._answer(scope, receive, send))
        leaving = asyncio.create_task(_caller_left(receive))
        try:
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            leaving.cancel()
            answering.cancel()
            await asyncio.wait({answering, leaving})
        if not answering.cancelled():
            answering.result()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with self._run as run:
                async for pieces in _kept_alive(_written(run, self._writer), self._writer):
                    await self._send(send, pieces)
            await self._send(send, (), last=True)
        except CavendishError as error:
            if not self._started:
                await self._failed(error)(scope, receive, send)
            elif (end := self._writer.fail(error)) is not None:
                await self._send(send, end, last=True)
            # else the answer stays open, and the server cuts the connection

    async def _send(self, send: Send, pieces: Iterable[Piece], *, last: bool = False) -> None:
        if not self._started:
            self._started = True
            await send({"type": "http.response.start", "status": 200, "headers": self._opening_headers()})
        await send({"type": "http.response.body", "body": b"".join(pieces), "more_body": not last})

    def _opening_headers(self) -> list[tuple[bytes, bytes]]:
        return [
            (b"content-type", self._writer.media_type.encode()),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
            (b"x-request-id", self._run.id.encode()),
            (b"x-cavendish-engine", self._run.engine.encode()),
        ]


async def _written(run: Run, writer: Writer) -> AsyncIterator[list[Piece]]:
    """What each event comes to, valid until the next is asked for."""
    async for event in run:
        if pieces := list(writer.send(event)):
            yield pieces


async def _kept_alive(answer: AsyncIterator[list[Piece]], writer: Writer) -> AsyncIterator[list[Piece]]:
    """The same pieces, and where nothing comes for a while what the writer allows at this place."""
    while True:
        coming = asyncio.ensure_future(anext(answer, None))
        try:
            while not (await asyncio.wait({coming}, timeout=PATIENCE))[0]:
                if keep_alive := writer.keep_alive:
                    yield [keep_alive]
            pieces = await coming
        finally:
            coming.cancel()
        if pieces is None:
            return
        yield pieces


async def _caller_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
