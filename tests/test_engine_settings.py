"""Whose prices and whose list of retired models an engine goes by."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cavendish.engine_settings import EngineSettings
from cavendish.settings import load


def engine(environ: Mapping[str, str], text: str = "") -> EngineSettings:
    Path("cavendish.toml").write_text(text)
    (only,) = load(Path("cavendish.toml"), environ=environ).settings.engines
    return only


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("key", "follows", "charges"),
    [
        ("GEMINI_API_KEY", "google", "list"),
        ("OPENAI_API_KEY", "openai", "list"),
        ("BFL_API_KEY", "", "list"),
        ("OPENROUTER_API_KEY", "", "unknown"),
        ("APIYI_API_KEY", "", "unknown"),
    ],
)
def test_makers_go_by_their_own_lists(key: str, follows: str, charges: str) -> None:
    found = engine({key: "k"})
    assert (found.follows, found.charges) == (follows, charges)


@pytest.mark.parametrize("text", ["", "[engines.google]\nbase_url = 'http://127.0.0.1:9'\n"])
def test_at_another_base_url_they_do_not(text: str) -> None:
    environ = {"GEMINI_API_KEY": "k"} | ({} if text else {"GOOGLE_GEMINI_BASE_URL": "http://127.0.0.1:9"})
    found = engine(environ, text)
    assert (found.follows, found.charges) == ("", "unknown")


def test_a_table_says_what_it_wants() -> None:
    text = "[engines.google]\nbase_url = 'http://127.0.0.1:9'\nfollows = 'google'\ncharges = 'list'\n"
    found = engine({}, text)
    assert (found.follows, found.charges) == ("google", "list")
