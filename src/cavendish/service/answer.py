"""A request's answer, from the engine's events to the caller's.

One picture is one call of the engine: where several are asked for, the calls follow one another as candidates of one
answer. What the caller asked for and the engine did not do (a file type) is done here, what it left out (counts) is
filled, and the last event tells what it all came to.
"""

import time
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from cavendish.catalogue import Catalogue, Resolved
from cavendish.core.errors import CavendishError
from cavendish.core.events import Begin, Event, Finish, Progress
from cavendish.core.money import Micros
from cavendish.core.objection import Objection
from cavendish.core.rejection import Rejection, judge
from cavendish.core.request import Request
from cavendish.core.result import FinishReason, Outcome, Usage
from cavendish.engines.base import Engine
from cavendish.refusals import explain
from cavendish.router import Seat
from cavendish.service.attempts import Attempts
from cavendish.service.conversion import converted
from cavendish.service.held_words import with_words_held
from cavendish.service.upstream_report import drawn_by, in_its_own_words, raise_for_failure, with_cost
from cavendish.service.witness import Witness

__all__ = ["Answer"]

CUT_SHORT = "A picture may be cut off: its file does not end as a PNG does."
OPTIONS = {"seed": "the seed", "system": "the system instruction", "include_thoughts": "the wish to see thoughts"}


class Answer:
    """One answer: iterate `events` once. `outcome` is what it came to, once that is known.

    With an `objection` of the operator's rules no engine is asked.
    """

    def __init__(
        self,
        resolved: Resolved,
        seats: Sequence[Seat],
        *,
        catalogue: Catalogue,
        run_id: str,
        objection: Objection | None = None,
    ) -> None:
        self._resolved = resolved
        self._attempts = Attempts(seats)
        self._catalogue = catalogue
        self._run_id = run_id
        self._objection = objection
        self._witness = Witness()
        self._started = time.monotonic()
        self.outcome: Outcome | None = None

    @property
    def engine(self) -> Engine:
        """Who draws it."""
        return self._attempts.seat.engine

    @property
    def called(self) -> bool:
        """An engine was asked."""
        return self._attempts.called

    def events(self) -> AsyncGenerator[Event, None]:
        request = self._resolved.request
        watched = request.stream or "IMAGE" not in request.modalities
        if watched and request.refusal != "error":
            return self._told()
        return with_words_held(self._told(), request.refusal)

    async def _told(self) -> AsyncGenerator[Event, None]:
        if self._objection:
            yield self._finished(self._objection.finish())
            return
        drawn = _candidates(self._resolved.request, self._attempts)
        if self._resolved.convert_to:
            drawn = converted(drawn, self._resolved.convert_to)
        async with aclosing(drawn) as events:
            async for event in events:
                self._witness.see(event)
                yield self._finished(event) if isinstance(event, Finish) else event

    def _finished(self, event: Finish) -> Finish:
        raise_for_failure(event)
        tally, resolved = self._witness.tally, self._resolved
        rejection = judge(
            tally,
            reasons=event.reasons,
            candidates_tokens=event.usage.candidates_tokens,
            has_usage=event.usage != Usage(),
            feedback=event.feedback,
            wants_picture="IMAGE" in resolved.request.modalities,
            finish_message=event.message,
        )
        usage = self._catalogue.complete(event.usage, resolved, pictures=tally.pictures, text=tally.words)
        failure = event.outcome.failure if event.outcome else None
        self.outcome = Outcome(
            id=self._run_id,
            engine=self.engine.name,
            kind=rejection.kind if rejection else "partial" if failure else "ok",
            rejection=rejection and _explained(in_its_own_words(event, rejection), resolved.request.language),
            cost=self._cost(event, usage, refused=rejection is not None),
            pictures=tuple(self._witness.pictures),
            size_mismatch=tuple(self._witness.mismatches(resolved)),
            notes=tuple(self._notes(event)),
            failure=failure,
            seconds=time.monotonic() - self._started,
        )
        return replace(event, usage=usage, outcome=self.outcome)

    def _notes(self, event: Finish) -> Iterator[str]:
        yield from self._resolved.notes
        yield from _ignored(self._resolved, self.engine)
        yield from drawn_by(event, self.engine.name)
        if self._witness.cut_short:
            yield CUT_SHORT

    def _cost(self, event: Finish, usage: Usage, *, refused: bool) -> Micros | None:
        """What it cost. A Cavendish upstream says itself; of a refusal it is unknown once tokens were counted."""
        if event.usage.cost is not None:
            return event.usage.cost
        if refused:
            free = self.engine.traits.charges == "nothing" or not event.usage.output_tokens
            return Micros(0) if free else None
        pictures = max(self._witness.tally.pictures, 1)
        listed = self._catalogue.price(usage, self._resolved, pictures=pictures)
        return self._attempts.seat.price_of(listed, pictures=pictures)


def _explained(rejection: Rejection, language: str) -> Rejection:
    texts = explain(rejection.stage, rejection.reason, language=language)
    return replace(rejection, title=texts.title, advice=texts.advice, note=texts.note, retryable=texts.retry)


async def _candidates(request: Request, attempts: Attempts) -> AsyncGenerator[Event, None]:
    """The answers to `count` calls as one answer; a failure after the first complete one ends it with what is there."""
    finishes: list[Finish] = []
    for index in range(request.count):
        seed = None if request.seed is None and index == 0 else (request.seed or 1) + index
        one, begun = request, False
        if (request.count, request.seed) != (1, seed):
            one = replace(request, count=1, seed=seed)
        try:
            async with aclosing(attempts.generate(one)) as events:
                async for event in events:
                    match event:
                        case Begin():
                            begun = True
                            yield event if event.candidate == index else replace(event, candidate=index)
                        case Progress(fraction) if fraction is not None:
                            yield Progress((index + fraction) / request.count, event.note)
                        case Finish():
                            finishes.append(with_cost(event))
                            if index == 0 and (event.feedback or {}).get("blockReason"):
                                yield finishes[0]  # the prompt is refused: asking again would not change that
                                return
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
        message=first.message,
        model_version=first.model_version,
        outcome=Outcome(id="", engine="", failure=failure) if failure else None,
    )


def _sum(usages: list[Usage]) -> Usage:
    def total(name: str) -> Any:
        counts = [getattr(usage, name) for usage in usages]
        return None if None in counts else sum(counts)

    return Usage(**{name: total(name) for name in Usage.__dataclass_fields__})


def _ignored(resolved: Resolved, engine: Engine) -> Iterator[str]:
    """The options that were asked for and that this engine, or the model behind it, cannot be told."""
    for name, title in OPTIONS.items():
        if not getattr(resolved.request, name):
            continue
        if name not in engine.traits.honours:
            yield f"The engine {engine.name} ignores {title}."
        elif engine.traits.open_ended and resolved.model and name in resolved.model.ignores:  # a maker's own API
            yield f"The model {resolved.model.id} ignores {title}."
