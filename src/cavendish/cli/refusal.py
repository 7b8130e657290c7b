"""A refusal, as a command tells it: why there is no picture, what to do, and by what number to ask about it."""

import sys

from cavendish.cli import exits
from cavendish.cli.failure import CHARGED, Failure
from cavendish.cli.report import print_json
from cavendish.cli.safe import safe, say
from cavendish.core.rejection import Rejection
from cavendish.core.result import Outcome
from cavendish.wire.report import render_rejection

__all__ = ["report_refusal"]

COSTS = {True: "charged", False: "not charged", None: "whether it was charged is not known"}
MOST_WORDS = 2000  # characters of what a model says; `--json` has all of them


def report_refusal(rejection: Rejection, outcome: Outcome, *, as_json: bool) -> int:
    """Prints it to stderr, in a panel where that is a terminal; with `--json` one document to stdout."""
    if as_json:
        failure = Failure(
            type="Refused",
            code=rejection.kind,
            message=rejection.sentence or rejection.headline,
            exit_code=exits.REFUSED,
            charged=CHARGED[outcome.charged],
        )
        print_json({"error": {**failure.document, "request_id": outcome.id, "rejection": render_rejection(rejection)}})
    if sys.stderr.isatty():
        _print_panel(rejection, outcome)
    else:
        for line in (rejection.headline, *_lines(rejection, outcome)):
            say(line)
    return exits.REFUSED


def _lines(rejection: Rejection, outcome: Outcome) -> list[str]:
    advice = () if outcome.engine == "clay" and rejection.message else rejection.advice  # Clay says it better itself
    return [
        *([rejection.sentence[:MOST_WORDS]] if rejection.sentence else []),
        *(f"→ {sentence}" for sentence in advice),
        f"{outcome.engine} · {COSTS[outcome.charged]} · {outcome.id}",
    ]


def _print_panel(rejection: Rejection, outcome: Outcome) -> None:
    from rich.console import Console
    from rich.panel import Panel
    from rich.text import Text

    *said, last = _lines(rejection, outcome)
    body = Text("\n\n".join(safe(line) for line in said))
    title = Text(safe(f"No picture: {rejection.headline}"), style="bold")
    console = Console(stderr=True, highlight=False)
    console.print(
        Panel(body, title=title, title_align="left", subtitle=Text(safe(last), style="dim"), subtitle_align="left",
              border_style="yellow", width=min(console.width, 100), padding=(1, 2))
    )  # fmt: skip
