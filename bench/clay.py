"""What a picture costs: wall seconds, CPU seconds and peak memory of the whole process tree, for the eight prompts.

python bench/clay.py            1K and 4K
python bench/clay.py --quick    two prompts at 512 pixels
"""

import argparse
import asyncio
import os
import resource
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cavendish.clay.studio import Studio
from prompts import PROMPTS


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


async def measure(prompt: str, size: int, media_type: str, keep: Path | None) -> str:
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
    return f"{size:5} {wall:7.1f} {cpu:7.1f} {peak.bytes / 1e6:8.0f} {len(file) / 1e6:7.1f}  {prompt}"


def store(folder: Path, name: str, file: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1024, 4096])
    parser.add_argument("--prompts", type=int, nargs="+", default=range(len(PROMPTS)), help="which, from 0")
    parser.add_argument("--type", default="image/png", help="media type")
    parser.add_argument("--keep", type=Path, help="folder for the pictures")
    wanted = parser.parse_args()
    sizes, prompts = ([512], [0, 1]) if wanted.quick else (wanted.sizes, wanted.prompts)
    print(" size  wall s   cpu s  peak MB    file MB")
    for size in sizes:
        for index in prompts:
            print(asyncio.run(measure(PROMPTS[index], size, wanted.type, wanted.keep)), flush=True)


if __name__ == "__main__":
    main()
