"""What is measured: cells, in parts that can be run alone. A part begins with fresh gateways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relay.asked import Dialect

__all__ = ["PAIRS", "PARTS", "Cell", "Pair", "quick", "selected"]


@dataclass(frozen=True, slots=True)
class Pair:
    caller: Dialect
    upstream: str  # google, reseller, google-tls

    @property
    def name(self) -> str:
        return f"{self.caller}-{self.upstream}"


GOOGLE = Pair("google", "google")
BOTH = Pair("openai", "google")
PAIRS = (GOOGLE, BOTH, Pair("openai", "reseller"), Pair("google", "reseller"))
SECURE = tuple(Pair(pair.caller, "google-tls") for pair in (GOOGLE, BOTH))
AT_ONCE = (1, 8, 32)
FLEETS = (1000, 4000)
SLOW = 8_000_000  # bytes a second
LONG = 10_000  # milliseconds that an upstream lets a fleet wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One thing that is measured with every gateway. With `once` each caller asks once, and gateways have one turn."""

    part: str
    pair: Pair
    answer: str
    at_once: int
    delay: int = 0
    references: int = 0
    pace: int = 0
    once: bool = False


def _grid(part: str, pairs: Sequence[Pair], answers: Sequence[str], at_once: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(
        Cell(part=part, pair=pair, answer=answer, at_once=count)
        for answer in answers
        for pair in pairs
        for count in at_once
    )


PARTS: dict[str, tuple[Cell, ...]] = {
    "text": _grid("text", PAIRS, ["text"], AT_ONCE),
    "1k": _grid("1k", PAIRS, ["1k"], AT_ONCE),
    "2k": _grid("2k", [GOOGLE, BOTH], ["2k"], [8]),
    "4k": _grid("4k", PAIRS, ["4k"], AT_ONCE),
    "tls": _grid("tls", SECURE, ["1k", "4k"], [8]),
    "up": tuple(replace(cell, references=3) for cell in _grid("up", [GOOGLE, BOTH], ["1k"], [1, 8])),
    "slow": tuple(replace(cell, pace=SLOW, once=True) for cell in _grid("slow", [GOOGLE, BOTH], ["4k"], [32])),
    "fleet": tuple(replace(cell, delay=LONG, once=True) for cell in _grid("fleet", [GOOGLE], ["1k"], FLEETS)),
}


def selected(parts: Sequence[str], pairs: Sequence[str], at_once: Sequence[int]) -> Iterator[Cell]:
    """The cells of these parts; all pairs and numbers where none are named."""
    for part in parts:
        for cell in PARTS[part]:
            named = not pairs or cell.pair.name.removesuffix("-tls") in pairs
            if named and (not at_once or cell.at_once in at_once):
                yield cell


def quick() -> Iterator[Cell]:
    """Enough to see that everything runs: each kind of cell once, smaller."""
    for part, at_once in (("text", 4), ("1k", 2)):
        yield from _grid(part, PAIRS, [part], [at_once])
    yield Cell(part="tls", pair=SECURE[0], answer="1k", at_once=2)
    yield Cell(part="up", pair=BOTH, answer="1k", at_once=1, references=3)
    yield Cell(part="slow", pair=GOOGLE, answer="1k", at_once=2, pace=SLOW, once=True)
    yield Cell(part="fleet", pair=GOOGLE, answer="1k", at_once=20, delay=200, once=True)
