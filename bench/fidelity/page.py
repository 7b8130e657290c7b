"""The page that a run writes: how much is drawn as told, by sort of prompt, and every failure in full."""

import os
import platform
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from .verdict import Verdict

__all__ = ["PAGE", "render_page", "share"]

PAGE = Path(__file__).parents[2] / "docs" / "fidelity.md"
_INTRODUCTION = """# Does Clay draw what it is told?

Written by `scripts/fidelity`. Each prompt comes with what its picture must show. Clay composes the picture, the
camera's rays say which object each pixel shows, and an oracle that never asks the parser judges: each thing is there as
often as asked and no more (things of the scenery that one would count are counted), at least 60 % of it unhidden, none
of it outside the frame; the middles of what is seen stand in the relation asked for (left, right, above and below by
GenEval's rule); its paint has the colour asked for on three tenths of what is seen, or on a fifth and on most of what
is coloured; material, place, time and weather are those asked for. One fault fails a prompt. Light is not judged: a
white cat at night is white by its paint.

GenEval's prompts are judged by this oracle, not by GenEval's detector, so the figure is not comparable with a
leaderboard. Faults, of Clay and of the oracle's own rules, were looked for with GenEval's prompts and the tuning seed:
their figures say what was mended. The reported seed was first run after that, and nothing was changed for its failures.
"""


def share(verdicts: Sequence[Verdict]) -> float:
    """The share of prompts that are drawn as told, in percent; there must be one."""
    return 100 * sum(not verdict.faults for verdict in verdicts) / len(verdicts)


def render_page(runs: Mapping[str, Sequence[Verdict]], *, size: int) -> str:
    """The page for runs by title."""
    lines = [
        _INTRODUCTION,
        f"{_origin()}, masks of {size} x {size} pixels.",
        "",
        "| prompts | number | as told |",
        "|---|--:|--:|",
    ]
    lines += [f"| {title} | {len(verdicts)} | {share(verdicts):.1f} % |" for title, verdicts in runs.items()]
    for title, verdicts in runs.items():
        lines += ["", f"## {title}", "", *_by_tag(verdicts), "", *_failures(verdicts)]
    return "\n".join(lines) + "\n"


def _by_tag(verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield "| sort | number | as told |"
    yield "|---|--:|--:|"
    for tag in dict.fromkeys(verdict.asked.tag for verdict in verdicts):
        of_tag = [verdict for verdict in verdicts if verdict.asked.tag == tag]
        yield f"| {tag.replace('_', ' ')} | {len(of_tag)} | {share(of_tag):.1f} % |"


def _failures(verdicts: Sequence[Verdict]) -> list[str]:
    failed = [verdict for verdict in verdicts if verdict.faults]
    if not failed:
        return ["No failures."]
    return [
        "Failures:",
        "",
        *(f"- {each.asked.prompt} ({each.asked.ratio:.3g}): {'; '.join(each.faults)}" for each in failed),
    ]


def _origin() -> str:
    """When, what and where: the date, the commit, the machine."""
    machine = (
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, NumPy {np.__version__}"
    )
    return f"{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}, {platform.system()} {machine}"


def _commit() -> str:
    commit, changes = _git("rev-parse", "--short", "HEAD"), _git("status", "--porcelain", "src", "bench/fidelity")
    return f"{commit or 'unknown'}{' with changes' if changes else ''}"


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=PAGE.parent.parent, capture_output=True, text=True, check=False)
    return done.stdout.strip()
