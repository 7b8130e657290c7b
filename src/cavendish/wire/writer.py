"""What every dialect's answers have in common towards the server that sends them."""

from collections.abc import Iterable
from typing import Protocol

from cavendish.core.errors import CavendishError
from cavendish.core.events import Event, Piece

__all__ = ["Writer"]


class Writer(Protocol):
    """Events in, the pieces of one HTTP answer out."""

    @property
    def media_type(self) -> str: ...

    @property
    def keep_alive(self) -> bytes | None:
        """What may stand between pieces while nothing else comes; None: nothing may."""
        ...

    def send(self, event: Event, /) -> Iterable[Piece]:
        """The pieces that tell this event; the pieces are valid until the next event is asked for."""
        ...

    def fail(self, error: CavendishError, /) -> Iterable[Piece] | None:
        """The pieces that end a begun answer; None when only cutting the connection is honest."""
        ...
