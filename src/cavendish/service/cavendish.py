"""The one class that every surface calls: it knows the models, starts runs, and keeps track of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue, Resolved
from cavendish.core.caller import Caller
from cavendish.core.errors import InvalidRequest
from cavendish.core.model import Model
from cavendish.core.money import Micros
from cavendish.core.request import Request
from cavendish.core.result import Usage
from cavendish.engines.base import Engine
from cavendish.router import Router
from cavendish.service.answer import charged
from cavendish.service.run import Run

__all__ = ["Cavendish", "Quote"]

MOST_PICTURES = 14  # in one request, as at Google


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a request would be drawn by and cost."""

    engine: str
    resolved: Resolved
    price: Micros | None  # for all its pictures; None where nobody here knows it


class Cavendish:
    def __init__(
        self, *, catalogue: Catalogue, router: Router, accounts: OpenAccounts, default_model: str = ""
    ) -> None:
        self._catalogue = catalogue
        self._router = router
        self._accounts = accounts
        self._default_model = default_model
        self._runs: set[Run] = set()

    @property
    def engines(self) -> tuple[str, ...]:
        return self._router.names

    @property
    def models(self) -> Iterator[Model]:
        return iter(self._catalogue)

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
        resolved, engine = self._prepare(request)
        size = resolved.request.image_size or resolved.model.image_sizes[0]
        usage = Usage(image_tokens=resolved.model.image_tokens[size])
        each = self._catalogue.price(self._catalogue.complete(usage, resolved, pictures=1, text=""), resolved.model)
        return Quote(
            engine=engine.name,
            resolved=resolved,
            price=charged(Micros(each * resolved.request.count), engine.traits.charges),
        )

    def start(self, request: Request, *, caller: Caller) -> Run:
        """A run that answers the request; InvalidRequest where it asks for what there is not."""
        resolved, engine = self._prepare(request)
        run = Run(resolved, engine, caller=caller, accounts=self._accounts, catalogue=self._catalogue)
        self._runs.add(run)
        run.on_end(self._runs.discard)
        return run

    async def close(self) -> None:
        """Ends what still runs."""
        for run in tuple(self._runs):
            await run.close()

    def _prepare(self, request: Request) -> tuple[Resolved, Engine]:
        if len(request.images) > MOST_PICTURES:
            raise InvalidRequest(
                f"The request holds {len(request.images)} pictures; {MOST_PICTURES} are the most.", field="images"
            )
        addressed = self._router.address(replace(request, model=request.model or self._default_model))
        resolved = self._catalogue.resolve(addressed)
        return resolved, self._router.choose(addressed, resolved.model)
