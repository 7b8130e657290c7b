"""Which engines draw a request, and in what order they are asked.

An engine named by the caller; else the configured ones that claim the model, by policy. With none configured for it
Clay draws under every known name; it never steps in for an engine that is.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cavendish.core.errors import InvalidRequest, PermissionDenied
from cavendish.core.money import Micros
from cavendish.core.request import Request
from cavendish.engines.base import Engine
from cavendish.health import Health

__all__ = ["Router", "Seat"]

POLICIES = ("order", "weight", "price")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An engine at the table, and what the operator says of it."""

    engine: Engine
    health: Health
    weight: int = 1
    price: Micros | None = None  # of a picture, where the operator knows it
    follows: str = ""  # whose list of retired models holds there; empty: every name is taken to live

    def price_of(self, listed: Micros | None, *, pictures: int = 1) -> Micros | None:
        """What an answer of so many pictures and this list price costs here; None where nobody knows."""
        match self.engine.traits.charges:
            case "nothing":
                return Micros(0)
            case "list":
                return listed
            case "unknown":
                return None if self.price is None else Micros(self.price * pictures)


class Router:
    """`seats` in order of preference; the engine named by `on_call` draws only when no other claims the model.

    `rehearsal` plays what a request asks to have simulated; None where that is not allowed.
    """

    def __init__(
        self,
        seats: Sequence[Seat],
        *,
        policy: str = "order",
        preferred: str | None = None,
        on_call: str = "clay",
        rehearsal: Seat | None = None,
    ) -> None:
        if policy not in POLICIES:
            raise InvalidRequest(f"policy must be one of {', '.join(POLICIES)}.", field="policy")
        self._seats = {seat.engine.name: seat for seat in seats}
        self._policy = policy
        self._preferred = preferred
        self._on_call = on_call
        self._rehearsal = rehearsal

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._seats)

    def engine(self, name: str) -> Engine:
        """The engine of this name; InvalidRequest lists those there are."""
        return self.seat(name).engine

    def seat(self, name: str) -> Seat:
        """The seat of the engine of this name; InvalidRequest lists those there are."""
        if name in self._seats:
            return self._seats[name]
        raise InvalidRequest(
            f"The engine {name[:40]!r} is not configured. There are: {', '.join(self._seats)}.", field="engine"
        )

    def address(self, request: Request) -> Request:
        """The request with its engine taken from a model's name such as `clay/gemini-3-pro-image` or `clay`.

        The model `clay` is the engine on call's, unless an engine that is preferred claims that name too.
        """
        engine, slash, model = request.model.partition("/")
        if request.model.lower() == self._on_call and not self._prefers_another_for(self._on_call):
            return replace(request, engine=request.engine or self._on_call)
        if slash and engine in self._seats:
            return replace(request, engine=request.engine or engine, model=model)
        return request

    def _prefers_another_for(self, model: str) -> bool:
        seat = self._seats.get(self._preferred or "")
        return seat is not None and seat.engine.claims(model)

    def seats(self, request: Request, *, known: bool, listed: Callable[[], Micros | None]) -> tuple[Seat, ...]:
        """Who may draw it, first choice first; none where nobody claims a name that is not `known`.

        `listed` tells the list price of a picture, where the policy goes by prices.
        InvalidRequest when the engine that was named is not there or cannot do it.
        """
        if request.simulate:
            return (self._rehearsing(),)
        if name := request.engine or self._preferred:
            return (self._named(name, request.model, known=known),)
        claiming = [
            seat for name, seat in self._seats.items() if name != self._on_call and seat.engine.claims(request.model)
        ]
        if claiming:
            return tuple(self._ordered(claiming, listed))
        return (self._named(self._on_call, request.model, known=known),) if known else ()

    def _rehearsing(self) -> Seat:
        if self._rehearsal is None:
            raise PermissionDenied(
                "cavendish.simulate: rehearsals are off here. `cavendish serve --rehearse` or the setting "
                "`rehearse = true` turns them on.",
                field="cavendish.simulate",
            )
        return self._rehearsal

    def _named(self, name: str, model: str, *, known: bool) -> Seat:
        seat = self.seat(name)
        if not (seat.engine.traits.open_ended or (known and seat.engine.claims(model))):
            raise InvalidRequest(f"The engine {name} does not serve {model[:80]}.", field="engine")
        return seat

    def _ordered(self, seats: list[Seat], listed: Callable[[], Micros | None]) -> list[Seat]:
        match self._policy:
            case "price":
                by_list, unknown = listed(), float("inf")
                return sorted(seats, key=lambda seat: unknown if (price := seat.price_of(by_list)) is None else price)
            case "weight":  # a lot for each, heavier ones likelier first; nothing here is secret
                return sorted(seats, key=lambda seat: random.random() ** (1 / max(seat.weight, 1)), reverse=True)  # noqa: S311
            case _:
                return seats
