"""The seam between the service and whatever draws."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from cavendish.core.events import Event
from cavendish.core.model import Model
from cavendish.core.request import Request
from cavendish.settings import Settings

__all__ = ["Charges", "Engine", "EngineFactory", "Traits"]


Charges = Literal["nothing", "list", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What the service must know of an engine to be honest about it."""

    charges: Charges  # what a picture costs the operator: nothing, the catalogue's list price, or who knows
    honours: frozenset[str]  # the optional fields of a Request that it obeys


class Engine(Protocol):
    name: str
    traits: Traits

    def serves(self, model: Model, /) -> bool: ...

    def generate(self, request: Request, /) -> AsyncGenerator[Event, None]:
        """One picture for a resolved request. Has committed at its first Begin; failures are raised."""
        ...


EngineFactory = Callable[[Settings], AbstractAsyncContextManager[Engine]]  # opens and closes what the engine holds
