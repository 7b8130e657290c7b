"""The process that does the drawing: `python -m cavendish.clay.worker`.

It reads one JSON object a line from standard input, does what its "verb" says, and answers with one line on standard
output: {"answer": …} or {"error": …}. Pixels do not pass through the pipe: they lie in a file that the studio made and
that every worker of a picture maps. The process ends when its standard input does.
"""

import json
import mmap
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from .metadata import embed
from .plan import Plan, Task
from .render import Canvas, Painter, encode
from .scene import Scene, from_document, to_document

__all__ = ["Worker", "main"]

Message = dict[str, Any]


class _Job:
    """One picture: its scene, and the buffer it is made in."""

    def __init__(self, scene: Scene, plan: Plan, path: str) -> None:
        from .sets import build

        with open(path, "r+b") as file:
            self.buffer = mmap.mmap(file.fileno(), plan.size)
        self.scene = scene
        world = build(scene, width=plan.width, height=plan.height)
        self.painter = Painter(world, Canvas(plan, self.buffer))


class Worker:
    """Answers messages. A picture is opened once, painted in any number of tasks, perhaps encoded, and closed."""

    def __init__(self) -> None:
        self._jobs: dict[int, _Job] = {}
        self._verbs: dict[str, Callable[..., object]] = {
            "compose": self._compose,
            "open": self._open,
            "paint": self._paint,
            "encode": self._encode,
            "close": self._close,
        }

    def answer(self, message: Message) -> Message:
        """Never raises: what goes wrong is part of the answer."""
        verb = message.pop("verb")
        try:
            return {"answer": self._verbs[verb](**message)}
        except Exception as error:
            return {"error": f"{type(error).__name__}: {error}"}

    def _compose(self, *, prompt: str, scene: object, seed: int, ratio: float) -> Message:
        from .compose import compose

        known = None if scene is None else from_document(scene)
        made = compose(prompt, scene=known, seed=seed, ratio=ratio)
        return {
            "scene": to_document(made.scene),
            "unknown": made.unknown,
            "drawn": made.drawn,
            "changed": made.changed,
        }

    def _open(self, *, job: int, scene: object, width: int, height: int, path: str) -> None:
        self._jobs[job] = _Job(from_document(scene), Plan(width, height), path)

    def _paint(self, *, job: int, task: list[Any]) -> None:
        self._jobs[job].painter.paint(Task(*task))

    def _encode(self, *, job: int, media_type: str) -> int:
        """Write the file over the light, which nobody needs any more; the answer is its length."""
        picture = self._jobs[job]
        file = embed(encode(picture.painter.pixels, media_type), media_type, picture.scene)
        picture.buffer[: len(file)] = file
        return len(file)

    def _close(self, *, job: int) -> None:
        self._jobs.pop(job, None)


def main() -> None:
    """Serve standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle; it will close our input
    answers = _guarded_output()
    worker = Worker()
    for line in sys.stdin.buffer:
        answers.write(json.dumps(worker.answer(json.loads(line))).encode() + b"\n")
        answers.flush()


def _guarded_output() -> BinaryIO:
    """Standard output for answers alone; whatever else prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
