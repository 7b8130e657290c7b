"""What a picture costs: wall seconds, CPU seconds and peak memory of the whole process tree, for the eight prompts.

scripts/bench clay            1K, 2K and 4K; with --write into docs/clay.md, too
scripts/bench clay --quick    two prompts at 512 pixels
"""

import argparse
import asyncio
import os
import platform
import resource
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cavendish.clay.studio import Studio
from prompts import PROMPTS

PAGE = Path(__file__).parents[1] / "docs" / "clay.md"
MARK = "<!-- written by scripts/bench clay --write -->"
TABLE = ("| pixels | s | CPU s | MB | MB of file | prompt |", "|--:|--:|--:|--:|--:|---|")


def tree_memory(root: int) -> int:
    """Bytes in use by a process and its children, shared pages counted once (Linux; 0 elsewhere)."""
    total = 0
    for process in (root, *children(root)):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def children(root: int) -> Iterator[int]:
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        for child in task.read_text().split():
            yield int(child)
            yield from children(int(child))


class Peak:
    """The largest tree_memory seen while the block ran."""

    def __init__(self) -> None:
        self.bytes = 0

    @contextmanager
    def watched(self, root: int) -> Iterator[None]:
        over = threading.Event()

        def watch() -> None:
            while not over.wait(0.05):
                self.bytes = max(self.bytes, tree_memory(root))

        thread = threading.Thread(target=watch)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


@dataclass(frozen=True, slots=True)
class Cost:
    """What one picture took: seconds by the clock and of the processors, and bytes of memory and of the file."""

    size: int
    prompt: str
    wall: float
    cpu: float
    memory: int
    file: int

    def row(self) -> str:
        """The cost as a row of the table."""
        figures = (f"{self.wall:.1f}", f"{self.cpu:.1f}", f"{self.memory / 1e6:.0f}", f"{self.file / 1e6:.1f}")
        return f"| {self.size} | {' | '.join(figures)} | {self.prompt} |"


async def measure(prompt: str, size: int, media_type: str, keep: Path | None) -> Cost:
    """Draw with a fresh studio, so that starting the workers is part of the time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak, started = Peak(), time.perf_counter()
    with peak.watched(os.getpid()):
        async with Studio() as studio:
            made = await studio.compose(prompt, scene=None, seed=7, ratio=1.0)
            file = await studio.draw(made.scene, width=size, height=size, media_type=media_type)
            wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if keep is not None:
        store(keep, f"{size}_{prompt.strip('.').split()[-1].lower()}.{media_type.split('/')[1]}", file)
    return Cost(size, prompt, wall, cpu, peak.bytes, len(file))


def store(folder: Path, name: str, file: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(file)


def medians(costs: list[Cost]) -> Iterator[str]:
    """The middle of the seconds by size, and the most memory that any picture took."""
    yield "| pixels | median s | longest s | most MB |"
    yield "|--:|--:|--:|--:|"
    for size in dict.fromkeys(cost.size for cost in costs):
        walls = [cost.wall for cost in costs if cost.size == size]
        memory = max(cost.memory for cost in costs if cost.size == size)
        yield f"| {size} | {statistics.median(walls):.1f} | {max(walls):.1f} | {memory / 1e6:.0f} |"


def write(costs: list[Cost]) -> None:
    """Put the figures, dated, where the page has its mark."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    figures = [f"{datetime.now(UTC):%Y-%m-%d}, {machine}.", "", *medians(costs), "", *TABLE]
    words = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text("\n".join([words + MARK, "", *figures, *(cost.row() for cost in costs), ""]), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true", help="into docs/clay.md")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1024, 2048, 4096])
    parser.add_argument("--prompts", type=int, nargs="+", default=range(len(PROMPTS)), help="which, from 0")
    parser.add_argument("--type", default="image/png", help="media type")
    parser.add_argument("--keep", type=Path, help="folder for the pictures")
    wanted = parser.parse_args()
    sizes, prompts = ([512], [0, 1]) if wanted.quick else (wanted.sizes, wanted.prompts)
    costs = []
    print(*TABLE, sep="\n")
    for size in sizes:
        for index in prompts:
            costs.append(asyncio.run(measure(PROMPTS[index], size, wanted.type, wanted.keep)))
            print(costs[-1].row(), flush=True)
    print("", *medians(costs), sep="\n")
    if wanted.write:
        write(costs)


if __name__ == "__main__":
    main()
