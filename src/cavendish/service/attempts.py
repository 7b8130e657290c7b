"""Engines asked in turn until one of them draws.

The next is asked only while nothing was committed, and only when the failed call is certain to have cost nothing: a
paid call is never repeated, here or elsewhere. A refusal is an answer, not a failure, and is never shopped around.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from cavendish.core.errors import CavendishError, InvalidRequest, LimitReached, ModelNotFound, Overloaded
from cavendish.core.events import Event, Progress
from cavendish.core.request import Request
from cavendish.router import Seat

__all__ = ["Attempts"]

MOST_CALLS = 4
MARGIN = 0.05  # seconds more than asked for: clocks and timers do not agree to the millisecond
PATIENCE = 20.0  # seconds in all that may be spent waiting where an engine says `Retry-After`


class Attempts:
    """`seat` is who draws, or drew last; `called` whether any was asked yet."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self._seats = seats
        self.seat = seats[0]
        self.called = False

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        """The events of the first engine that commits; the last error where none does."""
        deadline = time.monotonic() + PATIENCE
        turns = _by_readiness(self._seats)
        for call in range(1, MOST_CALLS + 1):
            self.seat = turns.pop(0)
            committed = False
            try:
                with self.seat.health.call():
                    self.called = True
                    async with aclosing(self.seat.engine.generate(request)) as events:
                        async for event in events:
                            committed = committed or not isinstance(event, Progress)
                            yield event
                return
            except CavendishError as error:
                if committed or call == MOST_CALLS or not _may_go_on(error):
                    raise
                if not turns:
                    await _wait(error, deadline)
                    turns = _by_readiness(self._seats)


def _by_readiness(seats: Sequence[Seat]) -> list[Seat]:
    """Those that can take a call now before those that cannot; otherwise as they stand."""
    return sorted(seats, key=lambda seat: not seat.health.available)


def _may_go_on(error: CavendishError) -> bool:
    """The call cost nothing for certain, and it was not the request that was at fault."""
    at_fault = isinstance(error, InvalidRequest) and not isinstance(error, ModelNotFound)
    return error.charged == "no" and not at_fault


async def _wait(error: CavendishError, deadline: float) -> None:
    """As long as the engine asked for; raises the error where it did not ask, or for too long."""
    asked = error.retry_after if isinstance(error, LimitReached | Overloaded) else None
    if asked is None or time.monotonic() + asked > deadline:
        raise error
    await asyncio.sleep(asked + MARGIN)
