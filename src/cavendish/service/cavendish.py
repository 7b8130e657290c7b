"""The one class that every surface calls: it knows the models, starts runs, and keeps track of them."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue, Resolved
from cavendish.core.caller import Caller
from cavendish.core.errors import EngineFailed, InvalidRequest
from cavendish.core.model import Differences, Model
from cavendish.core.money import Micros
from cavendish.core.objection import Objection
from cavendish.core.parts import Image, Part, Reference, Turn
from cavendish.core.request import Request
from cavendish.router import Router, Seat
from cavendish.rules import Rules
from cavendish.service.run import Run

__all__ = ["Cavendish", "Quote"]

Fetch = Callable[[Reference], Awaitable[Image]]


def _today() -> date:
    return datetime.now(UTC).date()


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
        refuse_retired: bool = False,
        today: Callable[[], date] = _today,
        rules: Rules | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._router = router
        self._accounts = accounts
        self._fetch = fetch
        self._default_model = default_model
        self._most_pictures = most_pictures
        self._refuse_retired = refuse_retired
        self._today = today
        self._rules = rules or Rules()
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

    async def compare(self, engine: str) -> Differences:
        """What an engine's own list of models and ours say differently; raises what is wrong. Costs nothing."""
        seat = self._router.seat(engine)
        if not hasattr(seat.engine, "models"):  # another package's, written before engines could be asked
            raise EngineFailed(f"The engine {engine} cannot list its models: it has no method `models`.")
        listed = await seat.engine.models()
        return self._catalogue.compare(listed, claims=seat.engine.claims, follows=seat.follows, on=self._today())

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
        if not any(turn.references for turn in request.turns):
            return request
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
        allowed, objection = self._allowed(resolved.request, seats)
        run = Run(
            resolved,
            allowed or seats,
            caller=caller,
            accounts=self._accounts,
            catalogue=self._catalogue,
            objection=None if allowed else objection,
        )
        self._runs.add(run)
        run.on_end(self._runs.discard)
        return run

    def _allowed(self, request: Request, seats: tuple[Seat, ...]) -> tuple[tuple[Seat, ...], Objection | None]:
        """Those whom no rule of the operator keeps from drawing this now, and the first objection to the others."""
        now = datetime.now().time()  # this machine's clock, as the rules are read
        objections = {
            seat.engine.name: self._rules.objection(request, model=request.model, engine=seat.engine.name, now=now)
            for seat in seats
        }
        first = next((objection for objection in objections.values() if objection), None)
        return tuple(seat for seat in seats if objections[seat.engine.name] is None), first

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
        addressed = self._router.address(request if request.model else replace(request, model=self._default_model))
        named = self._catalogue.named(addressed)
        resolved = foreseen = self._catalogue.resolve(named, open_ended=True)
        seats = self._router.seats(
            named, known=foreseen.model is not None, listed=lambda: self._catalogue.quote(foreseen)
        )
        open_ended = bool(seats) and all(seat.engine.traits.open_ended for seat in seats)
        living, warning = self._living(named, addressed.model, seats)
        if living is not named or not (open_ended or foreseen.exact):
            resolved = self._catalogue.resolve(living, open_ended=open_ended)
        if warning:
            resolved = replace(resolved, notes=(warning, *resolved.notes), warnings=(*resolved.warnings, warning))
        return resolved, seats

    def _living(self, named: Request, asked: str, seats: tuple[Seat, ...]) -> tuple[Request, str]:
        """By the list that the first seat follows. The others get the same request: a successor lives there too."""
        return self._catalogue.living(
            named,
            asked=asked,
            follows=seats[0].follows if seats else "",
            on=self._today(),
            refuse=self._refuse_retired,
        )
