"""How an engine is doing: how many calls it takes at once, and whether it should be left alone for a while.

A circuit breaker. After some failures in a row the engine rests; then one call at a time tries it again, and each that
succeeds doubles how many may go at once, until it is back at its limit. An engine that says `Retry-After` is left alone
that long. Whether a call may go is decided at once: waiting is for callers, who are told how long.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cavendish.core.errors import CavendishError, EngineFailed, LimitReached, Overloaded

__all__ = ["Health"]

FAILURES_TO_REST = 5
FIRST_REST = 5.0  # seconds; doubles with each rest that did not help
LONGEST_REST = 300.0
LONGEST_RETRY_AFTER = 300.0  # seconds that an upstream may ask for


class Health:
    """One engine's. `most` calls at once, 0 for as many as come."""

    def __init__(self, name: str, *, most: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._most = most
        self._clock = clock
        self._running = 0
        self._allowed: int | None = None  # calls at once while it recovers; None: it is well
        self._failures = 0
        self._rests = 0
        self._opened = 0  # how often the breaker has opened
        self._resting_until = 0.0

    @property
    def available(self) -> bool:
        """A call would be let through now."""
        return self._clock() >= self._resting_until and not self._full

    @contextmanager
    def call(self) -> Iterator[None]:
        """Around one call; Overloaded, before anything was sent, when the engine must not be called now."""
        wait = self._resting_until - self._clock()
        if wait > 0:
            raise Overloaded(f"The engine {self._name} is resting after failures.", retry_after=wait)
        if self._full:
            raise Overloaded(f"The engine {self._name} is busy.", retry_after=1)
        self._running += 1
        opened = self._opened
        try:
            yield
        except CavendishError as error:
            self._failed(error, out_of_date=opened != self._opened)
            raise
        else:
            if opened == self._opened:
                self._succeeded()
        finally:
            self._running -= 1

    @property
    def _full(self) -> bool:
        limits = [limit for limit in (self._most, self._allowed) if limit]
        return bool(limits) and self._running >= min(limits)

    def _succeeded(self) -> None:
        self._failures = self._rests = 0
        if self._allowed is not None:
            self._allowed *= 2
            if self._allowed > max(self._most, 64):
                self._allowed = None

    def _failed(self, error: CavendishError, *, out_of_date: bool) -> None:
        """`out_of_date` is a call that was under way when the breaker opened: it says nothing new."""
        if isinstance(error, LimitReached | Overloaded):
            if error.retry_after:
                self._rest(min(error.retry_after, LONGEST_RETRY_AFTER))
            return
        if out_of_date or not isinstance(error, EngineFailed):
            return  # or the request was at fault, not the engine
        self._failures += 1
        if self._failures >= FAILURES_TO_REST or self._allowed is not None:
            self._rest(min(FIRST_REST * 2**self._rests, LONGEST_REST))
            self._rests += 1
            self._opened += 1
            self._failures, self._allowed = 0, 1

    def _rest(self, seconds: float) -> None:
        self._resting_until = max(self._resting_until, self._clock() + seconds)
