"""The conformance runner finds what does not work, and the page says no more than the results."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conformance.runner.abilities import ABILITIES
from conformance.runner.checks import judge
from conformance.runner.client import Client, load_client, load_clients
from conformance.runner.page import render_page
from conformance.runner.results import Outcome, stale
from conformance.runner.session import Session, run_program

LIAR = Path(__file__).parent / "liar.py"
FOUND = {
    "text to picture": "the words that reached the engine: a green apple instead of a red apple",
    "editing a picture": "the pictures that reached the engine: []",
    "chat of three turns": "the history's thought signatures: [None, None]",
    "two reference pictures": "the pictures that reached the engine",
    "aspect ratio and 4K": "ratio and size that reached the engine: ('1:1', '1K')",
    "picture only": "the modalities that reached the engine: ['TEXT', 'IMAGE']",
    "text with picture": "the text: 'something else'",
    "streaming": "streaming, as it reached the engine: False",
    "refused in review": "`seen` lacks reason",
    "refused while drawing": "the reason: STOP",
    "words instead": "the text: 'a picture'",
    "unknown model": "the status: 400",
    "wrong key": "the error's code: NOT_FOUND",
    "model list": "gemini-2.5-flash-image is not in the list",
    "count tokens": "the program did not report it",
    "a picture by Clay": "the picture of 'a red apple on a table'",
}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Of a program that tells nothing but lies."""
    folder = tmp_path_factory.mktemp("clients")
    (folder / "liar").mkdir()
    shutil.copy(LIAR, folder / "liar" / "liar.py")
    (folder / "liar" / "client.toml").write_text(
        'title = "liar"\nlanguage = "Python"\nformat = "google"\nrun = ["{python}", "{build}/liar.py"]\n'
    )
    liar = load_client("liar", folder, folder / "builds")
    liar.prepare()
    with run_program(liar) as running:
        yield running


@pytest.mark.parametrize("ability", [ability.name for ability in ABILITIES])
def test_a_lie_is_found(session: Session, ability: str) -> None:
    assert FOUND[ability] in judge(session, ability), session.ending


def outcome(client: Client, **failures: str) -> Outcome:
    return Outcome(client=client, version="1.0", failures=failures, shown={})


def test_results_are_stale_when_clients_or_abilities_changed() -> None:
    known = load_clients()
    results = {client.name: outcome(client).entry() for client in known}
    assert stale(results, known) == []
    first, *others = known
    assert stale(results, others) == [first.name]
    assert stale(results, [replace(first, name="new"), *others]) == sorted([first.name, "new"])
    results[first.name]["made_from"] = "older"
    assert stale(results, known) == [first.name]
    results[first.name] = outcome(first).entry()
    results[first.name]["abilities"].popitem()
    assert stale(results, known) == [first.name]


def test_the_page_tells_success_failure_and_what_cannot_be() -> None:
    known = replace(load_client("openai-python"), cannot={"count tokens": "No such call."})
    page = render_page({known.name: outcome(known, streaming="nothing came").entry()})
    row = next(line for line in page.splitlines() if line.startswith(f"| {known.title} | ✓"))
    assert row.count("✓") == len(ABILITIES) - 2
    assert row.count("✗") == 1
    assert "| 1 |" in row
    assert "\n1. No such call.\n" in page
