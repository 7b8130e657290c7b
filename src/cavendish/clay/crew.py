"""The worker processes: started when first needed, asked one thing at a time, replaced when they die.

They are plain subprocesses spoken to over pipes, so nothing is asked of the caller's script, thread or event loop, and
an end of this process, however sudden, ends their input and so them.
"""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

from .turns import Turns

__all__ = ["Crew", "StudioError", "Worker", "WorkerLost"]

T = TypeVar("T")
_LONGEST_LINE = 1 << 24


class StudioError(RuntimeError):
    """A picture could not be drawn; the text says why."""


class WorkerLost(StudioError):
    """A worker process ended while it was at work."""


class Worker:
    """One process. `jobs` are the pictures it has open."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._turn = asyncio.Lock()
        self.jobs: set[int] = set()

    @classmethod
    async def start(cls) -> "Worker":
        """A new process, once it runs; it answers as soon as it has loaded. Raises OSError if none can be started."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "cavendish.clay.worker"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_LONGEST_LINE,
            env=_environment(),
            start_new_session=True,  # Ctrl-C at a terminal is for the parent to handle
        )
        return cls(process)

    @property
    def pid(self) -> int:
        """The number that the system gave the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._process.returncode is None and not (self._process.stdout and self._process.stdout.at_eof())

    async def ask(self, verb: str, **message: object) -> Any:
        """The worker's answer. Raises WorkerLost when it ends first, StudioError for what went wrong inside it."""
        async with self._turn:
            line = await self._exchange(json.dumps({"verb": verb, **message}).encode() + b"\n")
        if not line:
            raise WorkerLost("a worker process of Clay ended unexpectedly")
        answer = json.loads(line)
        if "error" in answer:
            raise StudioError(answer["error"])
        return answer["answer"]

    async def _exchange(self, line: bytes) -> bytes:
        if self._process.stdin is None or self._process.stdout is None:
            return b""
        try:
            self._process.stdin.write(line)
            await self._process.stdin.drain()
            return await self._process.stdout.readline()
        except (ConnectionError, ValueError):  # a broken pipe, or an answer cut off
            return b""

    async def stop(self) -> None:
        """Close its input and give it a moment; then insist."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), 3)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


def _environment() -> dict[str, str]:
    """Ours, but one thread each, and an allocator that keeps freed memory: rays come and go by the megabyte."""
    here = str(Path(__file__).resolve().parents[2])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    keep = dict.fromkeys(("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"), str(1 << 25))
    return {**os.environ, **one_thread, **keep, "PYTHONPATH": os.pathsep.join(paths)}


class Crew:
    """Up to `size` workers, shared by everyone who wants something drawn."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.workers: list[Worker] = []
        self._idle: list[Worker] = []
        self._turns = Turns(size)
        self._closed = False
        self._starting: set[asyncio.Future[Worker]] = set()

    async def use(self, work: Callable[[Worker], Awaitable[T]], *, due: float = 0.0) -> T:
        """Run `work` with a worker of its own; what is `due` earlier, in the loop's time, comes first.

        When cancelled, what the worker has begun ends by itself.
        """
        await self._turns.take(due)
        task = asyncio.ensure_future(self._with_worker(work))
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    async def _with_worker(self, work: Callable[[Worker], Awaitable[T]]) -> T:
        worker = await self._take()
        try:
            return await work(worker)
        finally:
            self._give_back(worker)

    def _done(self, task: asyncio.Future[Any]) -> None:
        self._turns.give_back()
        if not task.cancelled():
            task.exception()  # whoever waited may have gone; the failure has been looked at all the same

    async def _take(self) -> Worker:
        if self._closed:
            raise StudioError("the studio is closed")
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
            self.workers.remove(worker)
        worker = await self._started()
        self.workers.append(worker)
        if self._closed:
            raise StudioError("the studio is closed")
        return worker

    async def _started(self) -> Worker:
        """A new worker. Its start is waited for when we close: asyncio hangs when one is cancelled half way."""
        start = asyncio.ensure_future(Worker.start())
        self._starting.add(start)
        try:
            return await asyncio.shield(start)
        finally:
            self._starting.discard(start)

    def _give_back(self, worker: Worker) -> None:
        if worker.alive:
            self._idle.append(worker)
        elif worker in self.workers:
            self.workers.remove(worker)

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        late = await asyncio.gather(*self._starting)
        workers, self.workers, self._idle = list({*self.workers, *late}), [], []
        await asyncio.gather(*(worker.stop() for worker in workers))
