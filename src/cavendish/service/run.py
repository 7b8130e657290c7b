"""One request being answered.

A Run belongs to the service, not to whoever asked: it is a task of its own, and the only one that touches the engine's
generator. After a piece of data the engine is asked for more only when the taker asks for it, so that a piece stays
valid as long as it is being used and a slow taker slows the engine down. Today a taker that leaves ends the run.
"""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from types import TracebackType
from typing import Self

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue, Resolved
from cavendish.core.caller import Caller
from cavendish.core.errors import CavendishError
from cavendish.core.events import Event
from cavendish.core.objection import Objection
from cavendish.core.result import Outcome
from cavendish.router import Seat
from cavendish.service.answer import Answer
from cavendish.service.handover import Handover

__all__ = ["Run"]

log = logging.getLogger("cavendish")


class Run:
    """Use it as a context and iterate it once, `async with run: async for event in run: …`, or `take` what comes."""

    def __init__(
        self,
        resolved: Resolved,
        seats: Sequence[Seat],
        *,
        caller: Caller,
        accounts: OpenAccounts,
        catalogue: Catalogue,
        objection: Objection | None = None,
    ) -> None:
        self.id = f"gen_{secrets.token_urlsafe(12)}"
        self.resolved = resolved
        self._answer = Answer(resolved, seats, catalogue=catalogue, run_id=self.id, objection=objection)
        self._caller = caller
        self._accounts = accounts
        self._handover = Handover()
        self._task: asyncio.Task[None] | None = None
        self._on_end: Callable[[Run], None] | None = None

    @property
    def engine(self) -> str:
        """Who draws it, as far as is known."""
        return self._answer.engine.name

    @property
    def outcome(self) -> Outcome | None:
        """What it came to, as soon as that is known: before the last event, where words were held."""
        return self._answer.outcome

    @property
    def may_be_paid(self) -> bool:
        """A call is under way, or was, that costs money."""
        return self._answer.called and self._answer.engine.traits.charges != "nothing"

    def on_end(self, callback: "Callable[[Run], None]") -> None:
        self._on_end = callback

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._work(), name=self.id)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the run, wherever it is."""
        if self._task and not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task})
        if self._on_end:
            self._on_end(self)

    @property
    def ended(self) -> bool:
        """The whole answer was taken."""
        return self._handover.ended

    async def take(self, *, until: float | None = None) -> list[Event]:
        """The answer's next events; none at its end, or when nothing came `until` then, in the loop's time.

        A CavendishError when it fails. Pieces are valid until `take` is called again.
        """
        return await self._handover.take(until=until)

    async def __aiter__(self) -> AsyncIterator[Event]:
        """The events of the answer; a CavendishError when it fails."""
        while events := await self.take():
            for event in events:
                yield event

    async def _work(self) -> None:
        try:
            async with self._accounts.admit(self._caller, self.resolved.request):
                await self._handover.asked()
                async with aclosing(self._answer.events()) as events:
                    async for event in events:
                        await self._handover.give(event)
            self._handover.close()
        except CavendishError as error:
            self._handover.close(error)
        except Exception:
            log.exception("%s failed unexpectedly in the engine %s", self.id, self.engine)
            self._handover.close(CavendishError("Something went wrong in Cavendish; the log says what."))
