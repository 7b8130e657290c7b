"""The way out of one answer: its head, then its pieces.

Behind a door of ours (`doors`) pieces go to the system as they are, and are waited for; behind another server's they
are joined, as ASGI wants it.
"""

from collections.abc import Awaitable, Callable, Sequence

from starlette.types import Scope, Send

from cavendish.core.events import Piece

__all__ = ["PIECES", "Out"]

PIECES = "cavendish.pieces"  # among the extensions of a scope: writes pieces of an answer that has begun
Headers = list[tuple[bytes, bytes]]


class Out:
    """`begun` once the head is out, and with it the status."""

    def __init__(self, scope: Scope, send: Send, headers: Callable[[], Headers]) -> None:
        self._send = send
        self._headers = headers
        self._write: Callable[[Sequence[Piece]], Awaitable[None]]
        self._write = (scope.get("extensions") or {}).get(PIECES) or self._joined
        self.begun = False

    async def write(self, pieces: Sequence[Piece]) -> None:
        """Returns when the pieces are needed no more."""
        if not self.begun:
            await self._begin()
        await self._write(pieces)

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
