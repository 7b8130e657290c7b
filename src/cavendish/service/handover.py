"""Events on their way from the task that draws to whoever takes them.

The giver goes on until it has given a piece of data, which is valid only until the next event is asked for, and then
waits to be asked: so a slow taker slows it down. What it gives meanwhile without having to wait is taken in one go.
"""

import asyncio

from cavendish.core.errors import CavendishError
from cavendish.core.events import Data, Event

__all__ = ["Handover"]

MOST_WAITING = 64  # events, should ever so many come without data


class Handover:
    """One giver, one taker."""

    def __init__(self) -> None:
        self._told: list[Event] = []
        self._asked = asyncio.Event()  # the taker has nothing left
        self._news = asyncio.Event()  # there is something to take, or the taker's time is up
        self._closed = False
        self._error: CavendishError | None = None

    async def asked(self) -> None:
        """Returns when the first event is asked for."""
        await self._asked.wait()

    async def give(self, event: Event) -> None:
        """Returns when the next event may be asked for of whoever makes them."""
        self._told.append(event)
        self._news.set()
        if isinstance(event, Data) or len(self._told) >= MOST_WAITING:
            self._asked.clear()
            await self._asked.wait()

    def close(self, error: CavendishError | None = None) -> None:
        """There is no more; `error` is raised where the next event would have been."""
        self._closed, self._error = True, error
        self._news.set()

    @property
    def ended(self) -> bool:
        """All was given and taken, and nothing failed."""
        return self._closed and not self._told and self._error is None

    async def take(self, *, until: float | None = None) -> list[Event]:
        """The next events, one at least; none at the end, or when nothing came `until` then, in the loop's time.

        A piece of data is the last of them, and valid until `take` is called again.
        """
        if not (self._told or self._closed):
            self._asked.set()
            self._news.clear()
            await self._some_news(until)
        told, self._told = self._told, []
        if self._error and not told:
            raise self._error
        return told

    async def _some_news(self, until: float | None) -> None:
        timer = None if until is None else asyncio.get_running_loop().call_at(until, self._news.set)
        try:
            await self._news.wait()
        finally:
            if timer:
                timer.cancel()
