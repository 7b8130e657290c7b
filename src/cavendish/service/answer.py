"""A request's answer, from the engine's events to the caller's.

One picture is one call of the engine: where several are asked for, the calls follow one another as candidates of one
answer. What the caller asked for and the engine did not do (a file type) is done here, what it left out (counts) is
filled, and the last event tells what it all came to.
"""

import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from cavendish.catalogue import Catalogue, Resolved
from cavendish.core.errors import CavendishError
from cavendish.core.events import Begin, Event, Finish, Progress
from cavendish.core.money import Micros
from cavendish.core.rejection import judge
from cavendish.core.request import Request
from cavendish.core.result import FinishReason, Outcome, Usage
from cavendish.engines.base import Engine
from cavendish.router import Seat
from cavendish.service.attempts import Attempts
from cavendish.service.conversion import converted
from cavendish.service.witness import Witness

__all__ = ["Answer"]

OPTIONS = {"seed": "the seed", "system": "the system instruction", "include_thoughts": "the wish to see thoughts"}


class Answer:
    """One answer: iterate `events` once."""

    def __init__(self, resolved: Resolved, seats: Sequence[Seat], *, catalogue: Catalogue, run_id: str) -> None:
        self._resolved = resolved
        self._attempts = Attempts(seats)
        self._catalogue = catalogue
        self._run_id = run_id
        self._witness = Witness()
        self._started = time.monotonic()

    @property
    def engine(self) -> Engine:
        """Who draws it."""
        return self._attempts.seat.engine

    @property
    def called(self) -> bool:
        """An engine was asked."""
        return self._attempts.called

    async def events(self) -> AsyncGenerator[Event, None]:
        request = self._resolved.request
        async with (
            aclosing(_candidates(request, self._attempts)) as candidates,
            aclosing(converted(candidates, self._resolved.convert_to)) as events,
        ):
            async for event in events:
                self._witness.see(event)
                yield self._finished(event) if isinstance(event, Finish) else event

    def _finished(self, event: Finish) -> Finish:
        tally, resolved, engine = self._witness.tally, self._resolved, self.engine
        rejection = judge(
            tally,
            reasons=event.reasons,
            candidates_tokens=event.usage.candidates_tokens,
            has_usage=event.usage != Usage(),
            feedback=event.feedback,
            wants_picture="IMAGE" in resolved.request.modalities,
        )
        usage = self._catalogue.complete(event.usage, resolved, pictures=tally.pictures, text=tally.words)
        failure = event.outcome.failure if event.outcome else None
        cost = self._cost(event, usage, refused=rejection is not None)
        notes = (*resolved.notes, *_ignored(resolved.request, engine), *_cavendish_upstream(event, engine))
        outcome = Outcome(
            id=self._run_id,
            engine=engine.name,
            kind=rejection.kind if rejection else "partial" if failure else "ok",
            rejection=rejection,
            cost=cost,
            pictures=tuple(self._witness.pictures),
            notes=notes,
            failure=failure,
            seconds=time.monotonic() - self._started,
        )
        return replace(event, usage=usage, outcome=outcome)

    def _cost(self, event: Finish, usage: Usage, *, refused: bool) -> Micros | None:
        """What it cost: no picture, no charge; a Cavendish upstream says itself."""
        if refused or _said_to_be_free(event):
            return Micros(0)
        if event.usage.cost is not None:
            return event.usage.cost
        listed = self._catalogue.price(usage, self._resolved)
        return self._attempts.seat.price_of(listed, pictures=max(self._witness.tally.pictures, 1))


def _cavendish_upstream(event: Finish, engine: Engine) -> tuple[str, ...]:
    """Where another Cavendish stands behind an engine's name, it is said who really drew."""
    drawn_by = _upstream_report(event).get("engine")
    return (f"Behind {engine.name} stands a Cavendish, whose engine {drawn_by} drew.",) if drawn_by else ()


def _said_to_be_free(event: Finish) -> bool:
    """A Cavendish upstream tells whether it was charged."""
    return _upstream_report(event).get("charged") is False


def _upstream_report(event: Finish) -> Mapping[str, Any]:
    """The `cavendish` object of an upstream's own document; empty where it is none of ours."""
    report = event.native.document.get("cavendish") if event.native else None
    return report if isinstance(report, dict) else {}


async def _candidates(request: Request, attempts: Attempts) -> AsyncGenerator[Event, None]:
    """The answers to `count` calls as one answer; a failure after the first complete one ends it with what is there."""
    finishes: list[Finish] = []
    for index in range(request.count):
        seed = None if request.seed is None and index == 0 else (request.seed or 1) + index
        begun = False
        try:
            async with aclosing(attempts.generate(replace(request, count=1, seed=seed))) as events:
                async for event in events:
                    match event:
                        case Begin():
                            begun = True
                            yield replace(event, candidate=index)
                        case Progress(fraction) if fraction is not None:
                            yield Progress((index + fraction) / request.count, event.note)
                        case Finish():
                            finishes.append(event)
                        case _:
                            yield event
        except CavendishError as error:
            if begun or not finishes:
                raise
            yield _joined(finishes, missing=request.count - len(finishes), failure=error.message)
            return
    yield _joined(finishes)


def _joined(finishes: list[Finish], *, missing: int = 0, failure: str | None = None) -> Finish:
    if len(finishes) == 1 and not missing:
        return finishes[0]
    first = finishes[0]
    reasons = tuple(finish.reasons[0] if finish.reasons else FinishReason.OTHER for finish in finishes)
    return Finish(
        reasons=reasons + (FinishReason.OTHER,) * missing,
        usage=_sum([finish.usage for finish in finishes]),
        feedback=first.feedback,
        model_version=first.model_version,
        outcome=Outcome(id="", engine="", failure=failure) if failure else None,
    )


def _sum(usages: list[Usage]) -> Usage:
    def total(name: str) -> Any:
        counts = [getattr(usage, name) for usage in usages]
        return None if None in counts else sum(counts)

    return Usage(**{name: total(name) for name in Usage.__dataclass_fields__})


def _ignored(request: Request, engine: Engine) -> tuple[str, ...]:
    """The options that were asked for and that this engine does not know."""
    return tuple(
        f"The engine {engine.name} ignores {title}."
        for name, title in OPTIONS.items()
        if getattr(request, name) and name not in engine.traits.honours
    )
