"""Upstreams in a process of their own, which holds nothing of Cavendish.

Orders go down its standard input and results come back from its standard output, as pickles. It ends when its input
does, so it never outlives whoever started it. One process serves a whole run of tests, an upstream each.
"""

import atexit
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests import upstreams
from tests.upstreams import Answer, Asked, Told

ROOT = Path(__file__).parent.parent


@contextmanager
def upstream() -> Iterator[Told]:
    """A fresh one, on a port of its own; what goes wrong inside it is raised in the end."""
    there = _Distant(_process())
    try:
        yield there
    finally:
        failures = there.close()
    assert not failures, "\n".join(failures)


class Process:
    """The process as those who gave birth to it see it. Its upstreams end with it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.upstream_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            process_group=0,  # an interrupt from the keyboard is for the tests, which then end it
        )
        self._lock = threading.Lock()

    @property
    def pid(self) -> int:
        return self._process.pid

    def order(self, name: str, *arguments: Any) -> Any:
        """The result of the method of `_Orders` that has this name."""
        data = pickle.dumps((name, *arguments))
        assert self._process.stdin
        assert self._process.stdout
        with self._lock:
            self._process.stdin.write(data)
            self._process.stdin.flush()
            return pickle.load(self._process.stdout)  # noqa: S301 - from our own child

    def end(self) -> int:
        """Its exit code, when it is gone."""
        with self._process as process:
            assert process.stdin
            process.stdin.close()
            return process.wait(timeout=60)


@cache
def _process() -> Process:
    process = Process()
    atexit.register(process.end)
    return process


class _Distant(Told):
    def __init__(self, process: Process) -> None:
        self._process = process
        self.url = process.order("open")

    @property
    def requests(self) -> list[Asked]:
        found: list[Asked] = self._process.order("requests", self.url)
        return found

    def forget(self) -> None:
        self._process.order("forget", self.url)

    def says(self, *answers: Answer, at: str = "") -> None:
        self._process.order("says", self.url, answers, at)

    def close(self) -> list[str]:
        failures: list[str] = self._process.order("close", self.url)
        return failures


class _Orders:
    """What the process itself does; an upstream is known by its address."""

    def __init__(self, lasting: ExitStack) -> None:
        self._lasting = lasting
        self._open: dict[str, tuple[upstreams.Upstream, ExitStack]] = {}
        self._failures: list[str] = []
        threading.excepthook = self._failed

    def open(self) -> str:
        ending = self._lasting.enter_context(ExitStack())
        there = ending.enter_context(upstreams.upstream())
        self._open[there.url] = there, ending
        return there.url

    def requests(self, url: str) -> list[Asked]:
        return self._open[url][0].requests

    def forget(self, url: str) -> None:
        self._open[url][0].forget()

    def says(self, url: str, answers: tuple[Answer, ...], at: str) -> None:
        self._open[url][0].says(*answers, at=at)

    def close(self, url: str) -> list[str]:
        """What went wrong in threads until now."""
        self._open.pop(url)[1].close()
        failures, self._failures = self._failures, []
        return failures

    def _failed(self, caught: threading.ExceptHookArgs) -> None:
        self._failures.append(repr(caught.exc_value))


def _obey() -> None:
    """One order after the other, until there are none."""
    with ExitStack() as lasting:
        orders = _Orders(lasting)
        while True:
            try:
                name, *arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
            except EOFError:
                return
            sys.stdout.buffer.write(pickle.dumps(getattr(orders, name)(*arguments)))
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    _obey()
