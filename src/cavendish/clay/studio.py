"""Clay's front door: prompts become scenes, scenes become pictures, in worker processes.

    async with Studio() as studio:
        made = await studio.compose("a cat under a tree", scene=None, seed=7, ratio=1.0)
        file = await studio.draw(made.scene, width=1024, height=1024, media_type="image/png")

This process only cuts the work up and hands it out; NumPy is never loaded here. A Studio belongs to the event loop that
first used it.
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from .composition import Composition
from .crew import Crew, StudioError, Worker, WorkerLost
from .plan import MEDIA_TYPES, Plan, Task
from .scene import Scene, from_document, to_document

__all__ = ["Studio", "StudioError"]

T = TypeVar("T")
_TRIES = 4
_LARGEST = 16384
_MOST_WORKERS = 8
_SECONDS_A_PIXEL = 1e-6
"""About how long it takes: of pictures drawn at once, small ones and earlier ones are through first."""


class Studio:
    """Some workers and what they are drawing. Start none until asked; may draw several pictures at once."""

    def __init__(self, *, workers: int | None = None) -> None:
        self._crew = Crew(workers or min(_processors(), _MOST_WORKERS))
        self._numbers = count(1)
        self._chores: set[asyncio.Task[None]] = set()

    async def compose(self, prompt: str, *, scene: Scene | None, seed: int, ratio: float) -> Composition:
        """The scene that a prompt asks for, or that an edit makes of `scene`; `ratio` is width to height."""
        known = None if scene is None else to_document(scene)
        made = await self._persistently(
            lambda worker: worker.ask("compose", prompt=prompt, scene=known, seed=seed, ratio=ratio)
        )
        drawn, unknown = tuple(made["drawn"]), tuple(made["unknown"])
        return Composition(from_document(made["scene"]), unknown, drawn, bool(made["changed"]))

    async def draw(
        self,
        scene: Scene,
        *,
        width: int,
        height: int,
        media_type: str,
        on_progress: Callable[[float], None] | None = None,
    ) -> bytes:
        """The encoded picture with its scene inside. `on_progress` hears the share of the work that is done.

        Cancelling stops handing out work at once. Raises ValueError for a size or media type that cannot be,
        StudioError when drawing fails.
        """
        if media_type not in MEDIA_TYPES:
            raise ValueError(f"pictures are {', '.join(MEDIA_TYPES)}, not {media_type!r}")
        if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
            raise ValueError(f"a picture is 1 to {_LARGEST} pixels wide and high, not {width} x {height}")
        plan = Plan(width, height)
        due = asyncio.get_running_loop().time() + width * height * _SECONDS_A_PIXEL
        with _buffer(plan.size) as path:
            job = _Job(next(self._numbers), scene, plan, path, due)
            try:
                return await self._draw(job, media_type, on_progress or (lambda _: None))
            finally:
                self._put_away(job)

    async def _draw(self, job: "_Job", media_type: str, on_progress: Callable[[float], None]) -> bytes:
        total, done = sum(map(len, job.plan.stages)), 0

        async def work_off(tasks: Iterator[Task]) -> None:
            nonlocal done
            for task in tasks:
                await self._persistently(lambda worker, task=task: job.ask(worker, "paint", task=task), due=job.due)  # type: ignore[misc]
                done += 1
                on_progress(done / total)

        for stage in job.plan.stages:
            tasks = iter(stage)
            hands = min(self._crew.size + 1, len(stage))  # one more than workers: it waits when one of these is free
            await _together([work_off(tasks) for _ in range(hands)])
        length = await self._persistently(lambda worker: job.ask(worker, "encode", media_type=media_type), due=job.due)
        return await asyncio.to_thread(job.read, length)

    async def _persistently(self, work: Callable[[Worker], Awaitable[T]], *, due: float = 0.0) -> T:
        """Have a worker do it; if the worker is lost another one starts over, which every task allows."""
        for _ in range(_TRIES - 1):
            try:
                return await self._crew.use(work, due=due)
            except WorkerLost:
                continue
        return await self._crew.use(work, due=due)

    def _put_away(self, job: "_Job") -> None:
        """Have the workers let go of the picture, each as soon as it is through with what it does."""
        for worker in self._crew.workers:
            if job.number in worker.jobs:
                worker.jobs.discard(job.number)
                chore = asyncio.ensure_future(_close(worker, job.number))
                self._chores.add(chore)
                chore.add_done_callback(self._chores.discard)

    async def close(self) -> None:
        """End the workers. Pictures under way fail."""
        await self._crew.close()
        if self._chores:
            await asyncio.wait(self._chores)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class _Job:
    """One picture being drawn."""

    def __init__(self, number: int, scene: Scene, plan: Plan, path: Path, due: float) -> None:
        self.number, self.plan, self.due, self._path = number, plan, due, path
        self._opening = {
            "scene": to_document(scene),
            "width": plan.width,
            "height": plan.height,
            "path": str(path),
        }

    async def ask(self, worker: Worker, verb: str, **message: object) -> int:
        """Ask a worker something about this picture, which it opens first if it has not yet."""
        if self.number not in worker.jobs:
            worker.jobs.add(self.number)
            await worker.ask("open", job=self.number, **self._opening)
        answer: int = await worker.ask(verb, job=self.number, **message)
        return answer

    def read(self, length: int) -> bytes:
        with self._path.open("rb") as file:
            return file.read(length)


async def _together(works: list[Awaitable[None]]) -> None:
    """Wait for all; the first failure cancels the rest and is raised as it is, not in a group."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()


async def _close(worker: Worker, number: int) -> None:
    try:
        await worker.ask("close", job=number)
    except StudioError:
        return  # it is gone, and the picture with it


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _buffer(size: int) -> Iterator[Path]:
    """A file for the workers to share, in memory where there is room, its space taken before anyone writes."""
    shared = Path("/dev/shm")  # noqa: S108  mkstemp makes the file, privately
    roomy = shared.is_dir() and os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > 2 * size
    handle, name = tempfile.mkstemp(prefix="cavendish-", dir=shared if roomy else None)
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(handle, 0, size)  # or a full disk would show as a worker's sudden death
        else:
            os.truncate(handle, size)
        yield Path(name)
    finally:
        os.close(handle)
        os.unlink(name)
