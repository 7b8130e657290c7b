"""The seam between the service and whatever draws."""

from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Protocol

from cavendish.core.events import Event
from cavendish.core.request import Request
from cavendish.engine_settings import Charges, EngineSettings

__all__ = ["Engine", "EngineFactory", "Traits", "matches"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What the service must know of an engine to be honest about it."""

    charges: Charges  # what a picture costs the operator: nothing, the catalogue's list price, or who knows
    honours: frozenset[str]  # the optional fields of a Request that it obeys
    open_ended: bool = False  # takes models, ratios and sizes that the catalogue does not know


class Engine(Protocol):
    name: str
    traits: Traits

    def claims(self, model: str, /) -> bool:
        """Whether it draws under this name: one of the catalogue's ids, or a stranger's name in lower case."""
        ...

    def generate(self, request: Request, /) -> AsyncGenerator[Event, None]:
        """One picture for a resolved request. Has committed at its first Begin; failures are raised."""
        ...

    async def check(self) -> str:
        """What a look at the engine finds, in a few words; raises what is wrong. Costs nothing."""
        ...

    async def models(self) -> tuple[str, ...]:
        """The names that it serves, as it tells them itself: none where it has no list, `*` for any. Costs nothing."""
        ...


EngineFactory = Callable[[EngineSettings], AbstractAsyncContextManager[Engine]]  # opens and closes what it holds


def matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern.lower()) for pattern in patterns)
