"""One cell with every gateway in turn, round after round: a sample is a gateway's turn."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from relay.check import check
from relay.children import Load
from relay.load import Job, Result
from relay.peers import Peer
from relay.plan import Cell
from relay.usage import Clock, forget_peak, peak_bytes

__all__ = ["Figures", "Limits", "measured"]

QUIET = 0.35  # cores of foreign load up to which a sample counts as quiet
HEAVY = 3  # times as long as it should take: a gateway gets no second turn


@dataclass(frozen=True, slots=True)
class Sample:
    result: Result
    cpu: float  # seconds per answer
    memory: int
    foreign: float  # cores


@dataclass(slots=True)
class Figures:
    """What a cell came to with one gateway; `wrong` where it cannot be measured."""

    cell: Cell
    peer: str
    samples: list[Sample] = field(default_factory=list)
    wrong: str = ""

    @property
    def counted(self) -> list[Sample]:
        quiet = [sample for sample in self.samples if sample.foreign <= QUIET]
        return quiet or self.samples

    @property
    def quiet(self) -> bool:
        return any(sample.foreign <= QUIET for sample in self.samples)

    def median(self, of: Callable[[Sample], float]) -> float:
        return statistics.median(map(of, self.counted))

    @property
    def memory(self) -> int:
        return max(sample.memory for sample in self.samples)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    rounds: int
    seconds: float  # of a sample
    patience: float  # of a sample, whatever happens
    end: float  # of the whole run, by time.monotonic


def measured(cell: Cell, peers: Sequence[Peer], load: Load, limits: Limits) -> Iterator[Figures]:
    figures = {peer.name: Figures(cell, peer.name) for peer in peers if cell.pair.upstream in peer.models}
    waiting = [peer for peer in peers if peer.name in figures]
    if time.monotonic() < limits.end:
        for peer in waiting:
            figures[peer.name].wrong = check(peer, cell)
    for _ in range(1 if cell.once else limits.rounds):
        for peer in [one for one in waiting if not figures[one.name].wrong]:
            if time.monotonic() > limits.end:
                break
            begun = time.monotonic()
            _take(figures[peer.name], peer, load, limits)
            if time.monotonic() - begun > HEAVY * limits.seconds:
                waiting.remove(peer)
    yield from figures.values()


def _take(figures: Figures, peer: Peer, load: Load, limits: Limits) -> None:
    sample = _sample(figures.cell, peer, load, limits)
    if sample.result.answers:
        figures.samples.append(sample)
    else:
        figures.wrong = f"no answer in {sample.result.seconds:.0f} s: {sample.result.complaint}"


def _sample(cell: Cell, peer: Peer, load: Load, limits: Limits) -> Sample:
    forget_peak(peer.pid)
    before = Clock.read(peer.pid)
    result = load.perform(_job(cell, peer, limits))
    after = Clock.read(peer.pid)
    used = (after.gateway - before.gateway) / max(result.answers, 1)
    return Sample(result, used, peak_bytes(peer.pid), before.foreign(after))


def _job(cell: Cell, peer: Peer, limits: Limits) -> Job:
    return Job(
        port=peer.port,
        prefix=peer.prefixes.get(cell.pair.upstream, ""),
        dialect=cell.pair.caller,
        model=peer.models[cell.pair.upstream],
        key=peer.key,
        answer=cell.answer,
        at_once=cell.at_once,
        seconds=0.0 if cell.once else limits.seconds,
        delay=cell.delay,
        references=cell.references,
        pace=cell.pace,
        patience=limits.patience,
    )
