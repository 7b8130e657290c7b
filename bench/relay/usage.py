"""What processes used, read from /proc: CPU seconds and peak memory of a tree, and what strangers use beside us."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Clock", "cpu_seconds", "forget_peak", "peak_bytes", "pin", "tree"]

TICK = os.sysconf("SC_CLK_TCK")
IDLE = slice(3, 5)  # idle, iowait among the times of /proc/stat
GUEST = 8  # from here on times are counted twice


def tree(root: int) -> Iterator[int]:
    """A process and all below it."""
    yield root
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        with suppress(OSError):  # it ended meanwhile
            for child in task.read_text().split():
                yield from tree(int(child))


def cpu_seconds(root: int) -> float:
    """User and system time of the tree, and of its children that have ended."""
    return sum(_ticks(process) for process in tree(root)) / TICK


def _ticks(process: int) -> int:
    with suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15]))
    return 0


def forget_peak(root: int) -> None:
    """Peak memory counts from here on, where the system lets us say so."""
    for process in tree(root):
        with suppress(OSError):
            Path(f"/proc/{process}/clear_refs").write_text("5")


def peak_bytes(root: int) -> int:
    """The peak memory of each process in the tree, summed."""
    return sum(_peak(process) for process in tree(root))


def _peak(process: int) -> int:
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{process}/status").read_text().partition("VmHWM:")[2].split()[0]) * 1024
    return 0


def pin(root: int, core: int) -> None:
    """Every thread of the tree onto this core, and so those that they start."""
    for process in tree(root):
        for thread in Path(f"/proc/{process}/task").iterdir():
            with suppress(OSError):
                os.sched_setaffinity(int(thread.name), {core})


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment: its time, and the CPU seconds that the machine, we and one tree had used by then."""

    time: float
    machine: float
    ours: float
    gateway: float

    @staticmethod
    def read(gateway: int) -> "Clock":
        """`gateway` is below us, and so is everything else that is ours."""
        return Clock(time.monotonic(), _busy_seconds(), cpu_seconds(os.getpid()), cpu_seconds(gateway))

    def foreign(self, later: "Clock") -> float:
        """Cores that others used between two moments."""
        others = (later.machine - self.machine) - (later.ours - self.ours)
        return max(others, 0.0) / (later.time - self.time)


def _busy_seconds() -> float:
    times = list(map(int, Path("/proc/stat").read_text().partition("\n")[0].split()[1:]))
    return (sum(times[:GUEST]) - sum(times[IDLE])) / TICK
