"""A bar with the time that is left, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cavendish.core.events import Progress

__all__ = ["Bar", "progress_bar"]


@dataclass(frozen=True, slots=True)
class Bar:
    """`move` takes each Progress; `step_aside` lets something else be shown above."""

    move: Callable[[Progress], None]
    step_aside: Callable[[Callable[[], None]], None]


@contextmanager
def progress_bar(title: str, *, wanted: bool) -> "Iterator[Bar | None]":
    """The bar; None where nobody looks on. It is gone afterwards."""
    if not (wanted and sys.stderr.isatty()):
        yield None
        return
    from rich import progress
    from rich.console import Console
    from rich.text import Text

    class Left(progress.ProgressColumn):
        """Seconds left, or gone by while nobody knows how long it takes."""

        def render(self, task: progress.Task) -> Text:
            if task.total is not None and task.time_remaining is not None:
                return Text(f"{task.time_remaining:.0f} s left", style="dim")
            return Text(f"{task.elapsed or 0:.0f} s", style="dim")

    columns = (progress.TextColumn("{task.description}", markup=False), progress.BarColumn(), Left())
    with progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)

        def move(event: Progress) -> None:
            if event.fraction is not None:
                bar.update(task, total=1.0, completed=event.fraction)

        def step_aside(show: Callable[[], None]) -> None:
            bar.stop()
            show()
            bar.start()

        yield Bar(move, step_aside)
