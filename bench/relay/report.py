"""Figures as tables, for the terminal and for docs/performance.md."""

import os
import platform
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from relay.measure import Figures
from relay.plan import Cell

__all__ = ["ratios", "table", "told", "write"]

BEGIN, END = "<!-- written by scripts/bench relay -->", "<!-- end -->"
COLUMNS = "gateway", "CPU ms", "× nginx", "req/s", "p50 ms", "p99 ms", "first byte", "peak MB", "errors", "foreign"
RATIOS = "LiteLLM ÷ Cavendish: CPU", "req/s", "p50", "memory", "Cavendish ÷ nginx: CPU", "req/s", "p50", "memory"
TITLES = {
    "text": "Texts of 500 bytes",
    "1k": "1K: 2.1 MB of base64",
    "2k": "2K: 8 MB of base64",
    "4k": "4K: 27.9 MB of base64",
    "tls": "TLS to the upstream",
    "up": "Three pictures of 5 MB upwards",
    "slow": "4K to clients who read 8 MB/s",
    "fleet": "1K, many in flight: the upstream waits, then answers all at once",
}
Cells = Mapping[Cell, Mapping[str, Figures]]


def told(cell: Cell) -> str:
    """A cell in a few words."""
    pair = f"{cell.pair.caller} → {cell.pair.upstream}"
    part = cell.part if cell.part == cell.answer else f"{cell.part} {cell.answer}"
    return f"{part}, {pair}, {cell.at_once} at once"


def table(cells: Cells) -> Iterator[str]:
    """All figures, a part at a time, as Markdown."""
    for part in dict.fromkeys(cell.part for cell in cells):
        yield f"\n### {TITLES[part]}\n"
        yield from _header(("caller → upstream", "at once", *COLUMNS))
        for cell, by_peer in cells.items():
            if cell.part == part:
                for figures in by_peer.values():
                    yield _row((_pair(cell), str(cell.at_once), *_values(figures, by_peer.get("nginx"))))


def _pair(cell: Cell) -> str:
    size = f" {cell.answer}" if cell.part == "tls" else ""
    return f"{cell.pair.caller} → {cell.pair.upstream}{size}"


def _values(figures: Figures, floor: Figures | None) -> Iterator[str]:
    name = figures.peer if figures.quiet or not figures.samples else f"{figures.peer} *"
    yield name
    if not figures.samples:
        yield figures.wrong.replace("|", "/").replace("\n", " ")[:80] or "no time left"
        yield from [""] * (len(COLUMNS) - 2)
        return
    cpu = _cpu(figures)
    yield _short(cpu * 1000)
    yield _short(cpu / _cpu(floor)) if floor and floor.samples and _cpu(floor) else ""
    yield _short(_rate(figures))
    yield _short(_p50(figures) * 1000)
    yield _short(figures.median(lambda sample: sample.result.p99) * 1000)
    yield _short(figures.median(lambda sample: sample.result.first_byte) * 1000)
    yield f"{figures.memory / 1e6:.0f}"
    yield str(sum(sample.result.errors for sample in figures.samples))
    yield f"{figures.median(lambda sample: sample.foreign):.1f}"


def ratios(cells: Cells) -> Iterator[str]:
    """How often LiteLLM needs what Cavendish does, and Cavendish what nginx does, as Markdown."""
    yield from _header(("what", *RATIOS))
    for cell, by_peer in cells.items():
        ours, floor, other = (_measured(by_peer.get(name)) for name in ("cavendish", "nginx", "litellm"))
        if ours and (floor or other):
            yield _row((told(cell), *_compared(other, ours), *_compared(ours, floor)))


def _measured(figures: Figures | None) -> Figures | None:
    return figures if figures and figures.samples else None


def _compared(these: Figures | None, those: Figures | None) -> Iterator[str]:
    if not these or not those:
        yield from [""] * 4
        return
    busy = "" if these.quiet and those.quiet else " *"
    for of in (_cpu, _rate, _p50, lambda figures: figures.memory):
        yield _short(of(these) / of(those)) + busy if of(those) else ""


def _cpu(figures: Figures) -> float:
    return figures.median(lambda sample: sample.cpu)


def _rate(figures: Figures) -> float:
    return figures.median(lambda sample: sample.result.answers / sample.result.seconds)


def _p50(figures: Figures) -> float:
    return figures.median(lambda sample: sample.result.p50)


def _short(value: float) -> str:
    """Three digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _header(names: Sequence[str]) -> Iterator[str]:
    yield _row(names)
    yield _row(["---"] * len(names))


def _row(values: Iterable[str]) -> str:
    return f"| {' | '.join(values)} |"


def versions(peers: Mapping[str, str]) -> str:
    """When, where and with what."""
    ours = ", ".join(f"{name} {version(name)}" for name in ("uvloop", "httptools", "uvicorn", "aiohttp"))
    gateways = ", ".join(f"{name} {number}" for name, number in peers.items())
    return (
        f"{datetime.now():%Y-%m-%d %H:%M}, commit {_commit()}: {gateways}; Python {platform.python_version()}, {ours}; "
        f"{platform.system()} {platform.release()}, {os.cpu_count()} × {_processor()}."
    )


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    here = Path(__file__).parent
    return subprocess.run(command, cwd=here, capture_output=True, text=True).stdout.strip() or "unknown"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def write(path: Path, cells: Cells, peers: Mapping[str, str]) -> None:
    """Puts the figures into the document, in the place of the last ones."""
    head, _, rest = path.read_text("utf-8").partition(BEGIN)
    tail = rest.partition(END)[2]
    lines = [BEGIN, "", versions(peers), "", *ratios(cells), *table(cells), "", END]
    path.write_text(head + "\n".join(lines) + tail, "utf-8")
