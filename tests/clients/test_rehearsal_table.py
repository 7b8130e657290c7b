"""The table in docs/rehearsal.md: what google-genai and openai make of every entry."""

import re
import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"^\| `([A-Z0-9_]+)` \| (.+) \| (.+) \|$", re.MULTILINE)
TAKES_LONG = {"429", "WAIT", "SLOW"}


@pytest.fixture(scope="module")
def page() -> dict[str, tuple[str, ...]]:
    section = (DOCS / "rehearsal.md").read_text("utf-8").partition("## What two clients make of it")[2]
    return {entry: (google, openai) for entry, google, openai in ROW.findall(section)}


def test_every_entry_is_in_the_table(page: dict[str, tuple[str, ...]]) -> None:
    from cavendish.rehearsal import entries

    assert list(page) == [entry.name for entry in entries()]


def test_the_clients_say_what_the_table_says(page: dict[str, tuple[str, ...]]) -> None:
    run = runpy.run_path(str(DOCS / "rehearsed.py"))["runs"]
    asked = [entry for entry in page if entry not in TAKES_LONG]
    assert run(asked) == {entry: page[entry] for entry in asked}
