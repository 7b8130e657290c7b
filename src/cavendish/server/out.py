"""The way out of one answer: its head, then its pieces.

Behind a door of ours (`doors`) pieces go to the system as they are, and are waited for; behind another server's they
are joined, as ASGI wants it.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from starlette.types import Scope, Send

from cavendish.core.events import Piece
from cavendish.core.stream import Sink

__all__ = ["PIECES", "Out", "Passage"]

PIECES = "cavendish.pieces"  # among the extensions of a scope: a `Passage`
Headers = list[tuple[bytes, bytes]]


class Passage(Sink, Protocol):
    """The way through a door of ours, for an answer that has begun."""

    async def write(self, pieces: Sequence[Piece], /) -> None:
        """Returns when the pieces are needed no more."""
        ...


class Out:
    """`begun` once the head is out, and with it the status."""

    def __init__(self, scope: Scope, send: Send, headers: Callable[[], Headers]) -> None:
        self._send = send
        self._headers = headers
        self._passage: Passage | None = (scope.get("extensions") or {}).get(PIECES)
        self.begun = False

    async def write(self, pieces: Sequence[Piece]) -> None:
        """Returns when the pieces are needed no more."""
        if not self.begun:
            await self._begin()
        await (self._passage.write(pieces) if self._passage else self._joined(pieces))

    @property
    def sink(self) -> Sink | None:
        """What takes further pieces without being waited for; None where they must be written."""
        return self._passage if self.begun else None

    async def end(self, pieces: Sequence[Piece]) -> None:
        """The last pieces, which are few and small, and the end."""
        if not self.begun:
            await self._begin()
        await self._send({"type": "http.response.body", "body": b"".join(pieces), "more_body": False})

    async def _begin(self) -> None:
        self.begun = True
        await self._send({"type": "http.response.start", "status": 200, "headers": self._headers()})

    async def _joined(self, pieces: Sequence[Piece]) -> None:
        await self._send({"type": "http.response.body", "body": b"".join(pieces), "more_body": True})
