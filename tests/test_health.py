"""The circuit breaker and the limit of one engine, by a clock of the test's own."""

from collections.abc import Callable
from contextlib import ExitStack, suppress

import pytest

from cavendish.core.errors import (
    CavendishError,
    EngineFailed,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    OutcomeUnknown,
    Overloaded,
)
from cavendish.health import FAILURES_TO_REST, FIRST_REST, LONGEST_REST, LONGEST_RETRY_AFTER, Health


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Patient:
    """A health, its clock, and calls that end as a test wants."""

    def __init__(self, *, most: int = 0) -> None:
        self.clock = Clock()
        self.health = Health("e", most=most, clock=self.clock)

    def fail(self, error: CavendishError | None = None, *, times: int = 1) -> None:
        for _ in range(times):
            with suppress(EngineFailed, LimitReached, InvalidRequest), self.health.call():
                raise error or EngineFailed("no")

    def succeed(self, *, times: int = 1) -> None:
        for _ in range(times):
            with self.health.call():
                pass

    def refused(self) -> float | None:
        """How long a call is told to wait; None where it is let through."""
        try:
            self.succeed()
        except Overloaded as error:
            return error.retry_after
        return None

    def at_once(self) -> int:
        """How many calls go at the same time, up to a hundred; they end as if their callers left."""
        count = 0
        with suppress(GeneratorExit), ExitStack() as calls:
            with suppress(Overloaded):
                while count < 100:
                    calls.enter_context(self.health.call())
                    count += 1
            raise GeneratorExit
        return count


def opened() -> Patient:
    patient = Patient()
    patient.fail(times=FAILURES_TO_REST)
    return patient


@pytest.mark.parametrize("kind", [EngineFailed, EngineTimeout, OutcomeUnknown])
def test_failures_in_a_row_open_it(kind: Callable[[str], CavendishError]) -> None:
    patient = Patient()
    patient.fail(kind("no"), times=FAILURES_TO_REST - 1)
    assert patient.health.available
    patient.fail(kind("no"))
    assert not patient.health.available
    with pytest.raises(Overloaded) as caught:
        patient.succeed()
    assert (caught.value.retry_after, caught.value.charged) == (FIRST_REST, "no")


def test_a_success_between_keeps_it_closed() -> None:
    patient = Patient()
    for _ in range(3):
        patient.fail(times=FAILURES_TO_REST - 1)
        patient.succeed()
    assert patient.health.available


@pytest.mark.parametrize("error", [InvalidRequest("no"), LimitReached("no"), Overloaded("no")])
def test_what_is_not_the_engines_failure_does_not_count(error: CavendishError) -> None:
    patient = Patient()
    with suppress(Overloaded):
        patient.fail(error, times=10 * FAILURES_TO_REST)
    assert patient.health.available


def test_after_its_rest_one_call_tries_and_each_success_doubles_what_may_go() -> None:
    patient = opened()
    patient.clock.now += FIRST_REST - 0.1
    assert not patient.health.available
    patient.clock.now += 0.1
    seen = []
    for _ in range(8):
        seen.append(patient.at_once())
        patient.succeed()
    assert seen == [1, 2, 4, 8, 16, 32, 64, 100]


def test_each_rest_that_did_not_help_is_twice_as_long_up_to_a_limit() -> None:
    patient = opened()
    rests = []
    for _ in range(9):
        rest = patient.refused()
        assert rest
        rests.append(rest)
        patient.clock.now += rest
        patient.fail()
    assert rests[:4] == [FIRST_REST, 2 * FIRST_REST, 4 * FIRST_REST, 8 * FIRST_REST]
    assert rests[-1] == LONGEST_REST


def test_a_recovered_engine_starts_again_with_the_shortest_rest() -> None:
    patient = opened()
    patient.clock.now += FIRST_REST
    patient.succeed(times=8)
    patient.fail(times=FAILURES_TO_REST)
    assert patient.refused() == FIRST_REST


def test_a_try_that_nobody_waited_for_decides_nothing() -> None:
    patient = opened()
    patient.clock.now += FIRST_REST
    assert patient.at_once() == 1
    assert patient.at_once() == 1


@pytest.mark.parametrize("fails", [True, False])
def test_calls_that_were_under_way_when_it_opened_say_nothing_new(fails: bool) -> None:
    patient = Patient()
    under_way = [patient.health.call() for _ in range(20)]
    for call in under_way:
        call.__enter__()
    patient.fail(times=FAILURES_TO_REST)
    for call in under_way:
        error = EngineFailed("late") if fails else None
        with suppress(EngineFailed):
            call.__exit__(type(error) if error else None, error, None)
    assert patient.refused() == FIRST_REST
    patient.clock.now += FIRST_REST
    assert patient.at_once() == 1


@pytest.mark.parametrize(("asked", "rest"), [(7.0, 7.0), (1e9, LONGEST_RETRY_AFTER)])
@pytest.mark.parametrize("kind", [LimitReached, Overloaded])
def test_an_engine_that_asks_to_be_left_alone_is(kind: type[CavendishError], asked: float, rest: float) -> None:
    patient = Patient()
    with suppress(Overloaded):
        patient.fail(kind("later", retry_after=asked))
    assert patient.refused() == rest
    patient.clock.now += rest
    assert patient.refused() is None
    assert patient.at_once() == 100  # it was not ill


def test_a_short_wish_does_not_shorten_a_rest() -> None:
    patient = Patient()
    with suppress(Overloaded):
        patient.fail(Overloaded("later", retry_after=60))
    assert patient.refused() == 60
    patient.clock.now += 30
    assert patient.refused() == 30


def test_no_more_at_once_than_is_set_and_places_are_given_back() -> None:
    patient = Patient(most=3)
    assert [patient.at_once() for _ in range(3)] == [3, 3, 3]
    with patient.health.call(), patient.health.call():
        assert patient.health.available
        with patient.health.call():
            assert not patient.health.available
            assert patient.refused() == 1
    patient.fail(times=2)
    assert patient.at_once() == 3
