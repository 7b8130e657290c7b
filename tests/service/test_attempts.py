"""Which engine is asked next, and when none may be: with engines of the test's own against the seam."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import pytest

from cavendish.core.errors import (
    CavendishError,
    EngineFailed,
    EngineKeyRejected,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    ModelNotFound,
    OutcomeUnknown,
    Overloaded,
    PayloadTooLarge,
    UpstreamEmpty,
)
from cavendish.core.events import Begin, Data, End, Event, Finish, Progress, collect
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request
from cavendish.core.result import Result
from cavendish.engines.base import Traits
from cavendish.health import FAILURES_TO_REST, Health
from cavendish.router import Seat
from cavendish.service.attempts import MOST_CALLS, Attempts

ASKED = Request(model="m", turns=(Turn("user", (Text("a cat"),)),))
PICTURE: tuple[Event, ...] = (Begin("image", "image/png"), Data(b"iVBO"), End(), Finish())
Step = Event | CavendishError | asyncio.Event


class Scripted:
    """Plays its steps at every call: events are told, errors raised, gates waited for."""

    def __init__(self, name: str, *steps: Step) -> None:
        self.name = name
        self.traits = Traits(charges="list", honours=frozenset())
        self.steps = steps
        self.calls = 0
        self.called = asyncio.Event()

    def claims(self, _: str) -> bool:
        return True

    async def check(self) -> str:
        return "is there"

    async def generate(self, _: Request) -> AsyncGenerator[Event, None]:
        self.calls += 1
        self.called.set()
        for step in self.steps:
            match step:
                case CavendishError():
                    raise step
                case asyncio.Event():
                    await step.wait()
                case event:
                    yield event


def seats(*engines: Scripted, most: int = 0) -> list[Seat]:
    return [Seat(engine=engine, health=Health(engine.name, most=most)) for engine in engines]


async def generated(attempts: Attempts) -> Result:
    async with aclosing(attempts.generate(ASKED)) as events:
        return await collect(events)


def asked(*engines: Scripted) -> tuple[Result | CavendishError, Attempts]:
    """What one request comes to, and what is known of it then."""

    async def work() -> tuple[Result | CavendishError, Attempts]:
        attempts = Attempts(seats(*engines))
        try:
            return await generated(attempts), attempts
        except CavendishError as error:
            return error, attempts

    return asyncio.run(work())


FREE = [
    EngineFailed("no connection"),
    EngineKeyRejected("our key"),
    LimitReached("slow down"),
    LimitReached("slow down", retry_after=1e6),
    Overloaded("busy"),
    ModelNotFound("not here"),
    EngineTimeout("never sent", charged="no"),
]
PERHAPS_PAID = [
    OutcomeUnknown("broke"),
    EngineTimeout("too slow"),
    UpstreamEmpty("nothing"),
    EngineFailed("502", charged="unknown"),
    Overloaded("503", charged="unknown"),
    EngineFailed("paid", charged="yes"),
]
AT_FAULT = [InvalidRequest("no"), PayloadTooLarge("no")]


@pytest.mark.parametrize("error", FREE, ids=repr)
@pytest.mark.parametrize("before", [(), (Progress(0.5),)])
def test_the_next_is_asked_where_it_surely_cost_nothing(error: CavendishError, before: Sequence[Event]) -> None:
    first, second = Scripted("a", *before, error), Scripted("b", *PICTURE)
    result, attempts = asked(first, second)
    assert isinstance(result, Result)
    assert (first.calls, second.calls) == (1, 1)
    assert attempts.seat.engine is second


@pytest.mark.parametrize("error", [*PERHAPS_PAID, *AT_FAULT], ids=repr)
def test_nobody_else_is_asked_after_a_call_that_may_be_paid_or_a_request_at_fault(error: CavendishError) -> None:
    first, second = Scripted("a", error), Scripted("b", *PICTURE)
    result, attempts = asked(first, second)
    assert result is error
    assert (first.calls, second.calls) == (1, 0)
    assert attempts.seat.engine is first


@pytest.mark.parametrize("error", FREE, ids=repr)
@pytest.mark.parametrize(
    "begun", [PICTURE[:1], PICTURE[:3], (Begin("text"),), (Progress(), Begin("image", thought=True))]
)
def test_nobody_else_is_asked_once_an_answer_has_begun(error: CavendishError, begun: Sequence[Event]) -> None:
    first, second = Scripted("a", *begun, error), Scripted("b", *PICTURE)
    result, _ = asked(first, second)
    assert result is error
    assert second.calls == 0


@pytest.mark.parametrize(
    "refusal",
    [
        Finish(reasons=("IMAGE_SAFETY",)),
        Finish(reasons=("NO_IMAGE",)),
        Finish(reasons=(), feedback={"blockReason": "PROHIBITED_CONTENT"}),
    ],
    ids=repr,
)
def test_a_refusal_is_an_answer_and_never_shopped_around(refusal: Finish) -> None:
    first, second = Scripted("a", refusal), Scripted("b", *PICTURE)
    result, _ = asked(first, second)
    assert isinstance(result, Result)
    assert not result.images
    assert (first.calls, second.calls) == (1, 0)


def test_calls_are_bounded_however_many_engines_there_are() -> None:
    engines = [Scripted(str(number), EngineFailed("no")) for number in range(2 * MOST_CALLS)]
    result, _ = asked(*engines)
    assert isinstance(result, EngineFailed)
    assert [engine.calls for engine in engines] == [1] * MOST_CALLS + [0] * MOST_CALLS


@pytest.mark.parametrize("kind", [LimitReached, Overloaded])
@pytest.mark.parametrize(("retry_after", "calls"), [(None, 1), (0.0, MOST_CALLS), (0.01, MOST_CALLS), (1e6, 1)])
def test_an_engine_is_asked_again_where_it_said_when_and_that_is_soon(
    kind: type[CavendishError], retry_after: float | None, calls: int
) -> None:
    only = Scripted("a", kind("later", retry_after=retry_after))
    result, _ = asked(only)
    assert isinstance(result, kind)
    assert 1 <= only.calls <= calls
    assert (only.calls > 1) is (calls > 1)


def test_all_are_asked_again_after_the_wait() -> None:
    first, second = Scripted("a", EngineFailed("no")), Scripted("b", LimitReached("later", retry_after=0.01))
    asked(first, second)
    assert (first.calls, second.calls) == (2, 2)


def test_whether_a_call_was_made_is_known() -> None:
    engine = Scripted("a", *PICTURE)
    resting = Health("a")
    with pytest.raises(Overloaded), resting.call():
        raise Overloaded("later", retry_after=250)
    attempts = Attempts([Seat(engine=engine, health=resting)])
    with pytest.raises(Overloaded):
        asyncio.run(generated(attempts))
    assert (attempts.called, engine.calls) == (False, 0)
    _, attempts = asked(engine)
    assert attempts.called


def test_a_full_engine_gives_way_to_the_next() -> None:
    async def work() -> None:
        gate = asyncio.Event()
        first, second = Scripted("a", gate, *PICTURE), Scripted("b", *PICTURE)
        table = seats(first, second, most=1)
        waiting = asyncio.create_task(generated(Attempts(table)))
        await first.called.wait()
        other = Attempts(table)
        await generated(other)
        assert other.seat.engine is second
        gate.set()
        await waiting
        assert (first.calls, second.calls) == (1, 1)

    asyncio.run(work())


def test_a_full_engine_is_waited_for_where_there_is_no_other() -> None:
    async def work() -> None:
        gate = asyncio.Event()
        only = Scripted("a", gate, *PICTURE)
        table = seats(only, most=1)
        waiting = [asyncio.create_task(generated(Attempts(table))) for _ in range(2)]
        await only.called.wait()
        assert only.calls == 1
        gate.set()
        assert [len(result.images) for result in await asyncio.gather(*waiting)] == [1, 1]

    asyncio.run(work())


def test_a_breaker_that_opens_sends_everybody_to_the_next() -> None:
    async def work() -> None:
        first, second = Scripted("a", EngineFailed("no")), Scripted("b", *PICTURE)
        table = seats(first, second)
        for _ in range(3 * FAILURES_TO_REST):
            assert (await generated(Attempts(table))).images
        assert (first.calls, second.calls) == (FAILURES_TO_REST, 3 * FAILURES_TO_REST)

    asyncio.run(work())


def test_who_leaves_closes_the_engine_and_gives_its_place_back() -> None:
    async def work() -> None:
        only = Scripted("a", Progress(0.1), asyncio.Event())
        [seat] = seats(only, most=1)
        async with aclosing(Attempts([seat]).generate(ASKED)) as events:
            assert await anext(events) == Progress(0.1)
            assert not seat.health.available
        assert seat.health.available
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(work())
