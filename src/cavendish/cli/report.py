"""What a command says in the end: the path on stdout, the rest on stderr; or, with `--json`, one document on stdout."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cavendish.cli import exits
from cavendish.cli.failure import Failure
from cavendish.cli.safe import safe, say
from cavendish.core.money import dollars
from cavendish.core.result import Outcome
from cavendish.picture import Picture

__all__ = ["Made", "print_json", "report_failure", "report_made"]

VERSION = 1  # of the JSON documents
MOST_WORDS = 600  # characters of what a model says; `--json` has all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Pictures and where they are (None is stdout), and what the service knows of them."""

    files: tuple[tuple[Path | None, Picture], ...]
    asked: int
    model: str
    outcome: Outcome
    text: str

    @property
    def exit_code(self) -> int:
        return exits.SOME if self.outcome.failure or len(self.files) < self.asked else exits.MADE


def report_made(made: Made, *, as_json: bool) -> int:
    if as_json:
        print_json(_made_document(made))
        return made.exit_code
    watched = sys.stdout.isatty() and sys.stderr.isatty()
    if watched:
        _show(made)
    for path, _ in made.files:
        if path is not None:
            _print_path(path)
    say(_line(made))
    for note in _notes(made.outcome):
        say(f"Note: {note}", style="yellow")
    if made.exit_code == exits.SOME:
        reason = made.outcome.failure or "The engine sent no more."
        say(f"{len(made.files)} of {made.asked} pictures were made. {reason}", style="yellow")
    if made.text.strip():
        say(_shortened(made.text.strip()), style="dim")
    if watched and made.files[0][0]:
        _give_hints(made.files[0][0])
    return made.exit_code


def _notes(outcome: Outcome) -> list[str]:
    return [*outcome.notes, *(f"Asked for {one.asked}, got {one.got}." for one in outcome.size_mismatch)]


def report_failure(failure: Failure, *, as_json: bool) -> int:
    if as_json:
        print_json({"error": failure.document})
    for line, style in ((failure.headline, "bold red"), (failure.message, "" if failure.headline else "red")):
        if line:
            say(_shortened(line), style=style)
    if failure.advice:
        say(failure.advice, style="dim")
    return failure.exit_code


def print_json(document: dict[str, Any]) -> None:
    """One document on stdout, in ASCII, so that nothing in it can reach a terminal as a command."""
    print(json.dumps({"version": VERSION, **document}), flush=True)


def _print_path(path: Path) -> None:
    """As it is for a program, harmless for a terminal."""
    if sys.stdout.isatty():
        print(safe(str(path)), flush=True)
        return
    sys.stdout.buffer.write(os.fsencode(path) + b"\n")
    sys.stdout.buffer.flush()


def _line(made: Made) -> str:
    sizes = dict.fromkeys(f"{picture.width}×{picture.height}" for _, picture in made.files)
    outcome = made.outcome
    cost = "cost unknown" if outcome.cost is None else dollars(outcome.cost) if outcome.cost else "free"
    model = [] if outcome.engine in made.model else [made.model]  # Clay says itself which model it stands in for
    return " · ".join([", ".join(sizes), outcome.engine, *model, f"{outcome.seconds:.1f} s", cost])


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS].rstrip()}…"


def _show(made: Made) -> None:
    from cavendish.cli.show import show

    for path, picture in made.files:
        if path is not None:
            show(picture)


def _give_hints(path: Path) -> None:
    from cavendish.cli.hints import give_hints

    give_hints(path)


def _made_document(made: Made) -> dict[str, Any]:
    outcome = made.outcome
    return {
        "pictures": [
            {
                "path": str(path),
                "media_type": picture.media_type,
                "width": picture.width,
                "height": picture.height,
                "bytes": len(picture.blob),
            }
            for path, picture in made.files
        ],
        "engine": outcome.engine,
        "model": made.model,
        "seconds": round(outcome.seconds, 3),
        "cost_micros": outcome.cost,
        "outcome": outcome.kind,
        "text": made.text,
        "notes": [*_notes(outcome), *([outcome.failure] if outcome.failure else [])],
    }
