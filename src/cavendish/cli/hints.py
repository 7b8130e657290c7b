"""Three quiet lines after the first two pictures: what one could do next. A count in the user's state folder ends them;
where it cannot be written they are left out, rather than told for ever."""

import os
import shlex
from pathlib import Path

from cavendish.cli import NAME
from cavendish.cli.safe import say

__all__ = ["give_hints"]

TIMES = 2
FILE_NAME = "hints"


def give_hints(path: Path) -> None:
    """Prints them while they are news; `path` is the picture that was just made."""
    if not _are_news():
        return
    name = shlex.quote(os.environ.get(NAME, "cavendish"))
    for purpose, command in (
        ("Change it:", f'{name} edit {shlex.quote(str(path))} "make it night"'),
        ("Serve it:", f"{name} serve   (what speaks to Gemini or OpenAI can then draw here)"),
        ("Google's model:", "export GEMINI_API_KEY=…   (then the same commands draw with Nano Banana)"),
    ):
        say(f"{purpose:<16}{command}", style="dim")


def _are_news() -> bool:
    from platformdirs import user_state_path

    counter = user_state_path("cavendish", appauthor=False) / FILE_NAME
    try:
        told = len(counter.read_bytes()) if counter.exists() else 0
        if told >= TIMES:
            return False
        counter.parent.mkdir(parents=True, exist_ok=True)
        counter.write_bytes(b"." * (told + 1))
    except OSError:
        return False
    return True
