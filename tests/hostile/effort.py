"""How much is tried, how long one case may take, and what came of them all."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

QUICK = 2_000
CASES = int(os.environ.get("HOSTILE_CASES", QUICK))
LONGEST = 30  # seconds for one case: on any machine more than that is a hang
T = TypeVar("T")


class Briefly:
    """A case that is told in a line, to Hypothesis too: what is in it may be long."""

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002
        printer.text(repr(self))


@dataclass
class Tally:
    """What was tried, by kind: how many, and how many of them were answered with a picture."""

    cases: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    memory: list[int] = field(default_factory=list)  # of the server's process, KiB

    def count(self, kind: str, *, picture: bool = False, refused: bool = False) -> None:
        self.cases[kind] = self.cases.get(kind, 0) + 1
        self.pictures[kind] = self.pictures.get(kind, 0) + picture
        self.refused[kind] = self.refused.get(kind, 0) + refused

    @property
    def total(self) -> int:
        return sum(self.cases.values())

    @property
    def drawn(self) -> int:
        return sum(self.pictures.values())

    def lines(self) -> Iterator[str]:
        for kind, count in self.cases.items():
            yield f"{kind:34} {count:7,} cases {self.pictures[kind]:7,} pictures {self.refused[kind]:7,} refused"
        yield f"{'in all':34} {self.total:7,} cases {self.drawn:7,} pictures"
        if self.memory:
            yield f"the server's memory, MiB: {', '.join(f'{used / 1024:.0f}' for used in self.memory)}"


TALLY = Tally()


def try_all(strategy: SearchStrategy[T], check: Callable[[T], Any], *, share: float) -> None:
    """Lets `check` see its share of all cases; a case that hangs is broken off."""

    @settings(
        max_examples=max(int(CASES * share), 8),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    @given(strategy)
    def attempt(case: T) -> None:
        with bounded():
            check(case)

    attempt()


@contextmanager
def bounded() -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise AssertionError(f"a case took more than {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
