"""The page that a run writes: how many texts were read back, and every failure in full."""

import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import fontpkg  # type: ignore[import-untyped]
import PIL

from .reading import Read

__all__ = ["PAGE", "render_page"]

PAGE = Path(__file__).parents[2] / "docs" / "posters.md"
INTRODUCTION = """# Can what Clay writes be read?

Written by `scripts/posters`. Sixty texts of three tables (`bench/posters/texts.toml`) are asked for in words, as in
`a poster that says "GRAND OPENING"`, drawn at 1024 pixels along the longer side, shrunk to half that (Tesseract is
made for scans and misreads accents on letters as large as a poster's), and read back by Tesseract with its defaults,
which is told the language and nothing else. A text counts only where every character is right. Line breaks and
the width of blanks are not compared, nor the dots that lead to a price, nor whether an apostrophe is straight; µ and μ
are one letter.

Layout, paper, the weight of the print and the way of reading were mended with these very texts before the eyes: the
figure says that they can be read, not how many of others would be.
"""


def render_page(readings: Sequence[Read]) -> str:
    """The page for a whole run."""
    lines = [INTRODUCTION, f"{_origin()}.", "", "| table | texts | read to the letter |", "|---|--:|--:|"]
    for table in dict.fromkeys(reading.poster.table for reading in readings):
        of_table = [reading for reading in readings if reading.poster.table == table]
        lines.append(f"| {table.replace('_', ' ')} | {len(of_table)} | {sum(reading.right for reading in of_table)} |")
    lines += [f"| all | {len(readings)} | {sum(reading.right for reading in readings)} |", ""]
    failures = [reading for reading in readings if not reading.right]
    lines += ["Failures:" if failures else "No failures.", ""] if failures else ["No failures."]
    lines += [f"- `{_row(reading.poster.text)}` was read as `{_row(reading.words)}`" for reading in failures]
    lines += ["", "## The texts", "", "| language | shape | on | text |", "|---|---|---|---|"]
    for reading in readings:
        poster = reading.poster
        ratio = f"{poster.ratio[0]}:{poster.ratio[1]}"
        lines.append(f"| {poster.language} | {ratio} | {poster.carrier} | {_row(poster.text)} |")
    return "\n".join(lines) + "\n"


def _row(text: str) -> str:
    return " / ".join(" ".join(line.split()) for line in text.strip().split("\n") if line.strip())


def _origin() -> str:
    commit = _said("git", "rev-parse", "--short", "HEAD")
    changes = " with changes" if _said("git", "status", "--porcelain", "src") else ""
    reader = _said("tesseract", "--version").split("\n")[0]
    roboto = fontpkg.family("Roboto").version
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, commit {commit}{changes}, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, Pillow {PIL.__version__}, Roboto {roboto}, {reader}"
    )


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=PAGE.parents[1]).stdout.strip()
