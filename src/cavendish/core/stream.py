"""A picture's data handed on while it arrives, without an event for each piece.

Events pass a dozen layers, each of which waits for the next: that is dear for megabytes of which every piece is treated
alike. So a piece of data may come with a `Stream` of those that follow. Who passes them on as they are pours the stream
into a sink; who does not asks for the next event, as if there were none.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

__all__ = ["Batch", "Sink", "Stream"]


class Batch:
    """Pieces that came together: `length` bytes in all."""

    __slots__ = ("length", "pieces")

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.pieces = pieces
        self.length = sum(map(len, pieces))

    def last(self, count: int) -> bytes:
        """The last `count` bytes, or as many as there are."""
        tail: list[bytes] = []
        for piece in reversed(self.pieces):
            if count <= 0:
                break
            tail.append(piece[-count:])
            count -= len(piece)
        return b"".join(reversed(tail))


class Sink(Protocol):
    """Where pieces go without being waited for."""

    def take(self, batch: Batch, /) -> bool:
        """Whether it was taken; where not, no more is offered."""
        ...

    @property
    def full(self) -> bool:
        """Nothing should be offered until it is `drained`."""
        ...

    async def drained(self) -> None: ...


class Stream:
    """What follows of an answer's data while it arrives. Whoever wants to know of it says so: `admit`, `watch`."""

    def __init__(self, source: Callable[[Sink], Awaitable[None]]) -> None:
        """`source` offers what comes until that is not taken, or nothing comes, and leaves the rest to be read."""
        self._source = source
        self._rules: list[Callable[[Batch], bool]] = []
        self._watchers: list[Callable[[Batch], None]] = []

    def admit(self, rule: Callable[[Batch], bool]) -> None:
        """Only what every rule lets pass is passed on."""
        self._rules.append(rule)

    def watch(self, see: Callable[[Batch], None]) -> None:
        """`see` is told of what was passed on; once, however often it is named."""
        if see not in self._watchers:
            self._watchers.append(see)

    async def pour(self, sink: Sink) -> None:
        """Returns when the next event has to be asked for, which also tells what went wrong."""
        await self._source(_Watched(sink, self._rules, self._watchers))


class _Watched:
    def __init__(
        self, sink: Sink, rules: Sequence[Callable[[Batch], bool]], watchers: Sequence[Callable[[Batch], None]]
    ) -> None:
        self._sink = sink
        self._rules = rules
        self._watchers = watchers
        self.drained = sink.drained

    def take(self, batch: Batch, /) -> bool:
        for admits in self._rules:
            if not admits(batch):
                return False
        if not self._sink.take(batch):
            return False
        for see in self._watchers:
            see(batch)
        return True

    @property
    def full(self) -> bool:
        return self._sink.full
