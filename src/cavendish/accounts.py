"""Who may draw, and what it costs them. On a machine without accounts: everyone may, and nothing is booked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from cavendish.core.caller import Caller
from cavendish.core.request import Request

__all__ = ["OpenAccounts", "Ticket"]


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to draw one request."""

    caller: Caller
    request: Request


class OpenAccounts:
    @asynccontextmanager
    async def admit(self, caller: Caller, request: Request) -> AsyncIterator[Ticket]:
        """Held while the request is drawn."""
        yield Ticket(caller, request)
