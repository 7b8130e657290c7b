"""The one class that every surface calls: it knows the models, starts runs, and keeps track of them."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue, Resolved
from cavendish.core.caller import Caller
from cavendish.core.errors import InvalidRequest
from cavendish.core.model import Model
from cavendish.core.money import Micros
from cavendish.core.parts import Image, Part, Reference, Turn
from cavendish.core.request import Request
from cavendish.router import Router, Seat
from cavendish.service.run import Run

__all__ = ["Cavendish", "Quote"]

Fetch = Callable[[Reference], Awaitable[Image]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a request would be drawn by and cost."""

    engine: str
    resolved: Resolved
    price: Micros | None  # for all its pictures; None where nobody here knows it


class Cavendish:
    def __init__(
        self,
        *,
        catalogue: Catalogue,
        router: Router,
        accounts: OpenAccounts,
        fetch: Fetch | None = None,
        default_model: str = "",
        most_pictures: int = 14,
    ) -> None:
        self._catalogue = catalogue
        self._router = router
        self._accounts = accounts
        self._fetch = fetch
        self._default_model = default_model
        self._most_pictures = most_pictures
        self._runs: set[Run] = set()

    @property
    def engines(self) -> tuple[str, ...]:
        return self._router.names

    @property
    def models(self) -> Iterator[Model]:
        return iter(self._catalogue)

    async def check(self, engine: str) -> str:
        """What a look at an engine finds, without spending money; raises what is wrong."""
        return await self._router.engine(engine).check()

    def model(self, name: str) -> Model:
        """The model of this name; ModelNotFound suggests the nearest."""
        return self._catalogue.find(name)

    def count_tokens(self, request: Request) -> tuple[int, int]:
        """An estimate of the prompt's tokens, and how many of them are for pictures."""
        self._catalogue.find(request.model)
        pictures = replace(request, turns=tuple(replace(turn, parts=turn.images) for turn in request.turns), system="")
        return self._catalogue.count_tokens(request), self._catalogue.count_tokens(pictures)

    def quote(self, request: Request) -> Quote:
        """What `start` would do; raises what it would raise."""
        resolved, seats = self._prepare(request)
        each = seats[0].price_of(self._catalogue.quote(resolved))
        price = None if each is None else Micros(each * resolved.request.count)
        return Quote(engine=seats[0].engine.name, resolved=resolved, price=price)

    async def fetched(self, request: Request) -> Request:
        """The request with its pictures by address in their places; InvalidRequest names one that cannot be had."""
        if sum(len(turn.references) for turn in request.turns) > self._most_pictures:
            raise InvalidRequest(f"{self._most_pictures} pictures are the most.", field="images")
        return replace(request, turns=tuple([await self._with_pictures(turn) for turn in request.turns]))

    async def _with_pictures(self, turn: Turn) -> Turn:
        parts: list[Part] = list(turn.parts)
        for place, reference in turn.references:
            if self._fetch is None:
                raise InvalidRequest(f"{reference.field}: pictures are not fetched here.", field=reference.field)
            parts.insert(place, await self._fetch(reference))
        return Turn(turn.role, tuple(parts))

    def start(self, request: Request, *, caller: Caller) -> Run:
        """A run that answers the request; InvalidRequest where it asks for what there is not."""
        resolved, seats = self._prepare(request)
        run = Run(resolved, seats, caller=caller, accounts=self._accounts, catalogue=self._catalogue)
        self._runs.add(run)
        run.on_end(self._runs.discard)
        return run

    async def close(self) -> None:
        """Ends what still runs."""
        for run in tuple(self._runs):
            await run.close()

    def _prepare(self, request: Request) -> tuple[Resolved, tuple[Seat, ...]]:
        if len(request.images) > self._most_pictures:
            raise InvalidRequest(
                f"The request holds {len(request.images)} pictures; {self._most_pictures} are the most.",
                field="images",
            )
        addressed = self._router.address(replace(request, model=request.model or self._default_model))
        named = self._catalogue.named(addressed)
        model = self._catalogue.get(named.model)
        listed = self._catalogue.quote(self._catalogue.resolve(named, open_ended=True))
        seats = self._router.seats(named, known=model is not None, listed=listed)
        open_ended = bool(seats) and all(seat.engine.traits.open_ended for seat in seats)
        return self._catalogue.resolve(named, open_ended=open_ended), seats
