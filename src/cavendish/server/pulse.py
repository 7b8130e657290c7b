"""Signs of life: what may stand between pieces, written where nothing else comes for a while."""

import asyncio
from contextlib import AbstractContextManager

from cavendish.server.care import Care
from cavendish.server.out import Out
from cavendish.wire.writer import Writer

__all__ = ["Pulse"]


class Pulse(AbstractContextManager[None]):
    """One timer for a whole answer, since nearly all pieces come in time."""

    def __init__(self, out: Out, writer: Writer, care: Care) -> None:
        self._out = out
        self._writer = writer
        self._care = care
        self._loop = asyncio.get_running_loop()
        self._timer = self._loop.call_later(care.first_wait, self._look)
        self._signing: asyncio.Task[None] | None = None

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._signing:
            self._signing.cancel()

    def _look(self) -> None:
        if self._left <= 0:
            self._out.silent_since = self._loop.time()
            self._signing = self._loop.create_task(self._out.sign(self._sign))
        self._timer = self._loop.call_later(self._left, self._look)

    @property
    def _left(self) -> float:
        """Seconds of silence that may still pass."""
        wait = self._care.wait if self._out.begun else self._care.first_wait
        return self._out.silent_since + wait - self._loop.time()

    def _sign(self) -> bytes | None:
        return self._writer.keep_alive or (None if self._out.told else self._care.space)
