"""A pytest plug-in: the fixture `cavendish_server`, a server that plays pictures, refusals and failures.

    def test_refusal(cavendish_server):
        client = genai.Client(api_key=cavendish_server.key_for("IMAGE_SAFETY"), http_options=…)

Pytest loads this module in every run of whoever has Cavendish installed, so all else is loaded when a test asks for it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from cavendish.engine_settings import EngineSettings

__all__ = ["RehearsalServer", "cavendish_server", "pytest_configure"]

MARKER = (
    "cavendish(rehearse, answers): what `cavendish_server` answers, one after the other: `rehearse` names entries of "
    "`cavendish rehearse --list`, `answers` is a list of documents in Google's format; a picture if absent."
)


@dataclass(frozen=True, slots=True)
class RehearsalServer:
    """A running server. `url` has no path; any key is taken."""

    url: str
    api_key: str = "any"

    @property
    def google_url(self) -> str:
        """For Google's SDKs: `http_options={"base_url": server.google_url}`."""
        return self.url

    @property
    def openai_url(self) -> str:
        """For OpenAI's SDKs: `base_url=server.openai_url`."""
        return f"{self.url}/v1"

    def key_for(self, word: str) -> str:
        """The key of a caller to whom this entry is played; InvalidRequest lists what there is."""
        from cavendish.rehearsal import find_rehearsal

        find_rehearsal(word)
        return f"rehearse-{word}"

    def variables(self, word: str = "") -> dict[str, str]:
        """The environment of a program that shall call this server, and be played `word`."""
        from cavendish.rehearsal import variables

        return variables(self.url, self.key_for(word) if word else self.api_key)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARKER)


@pytest.fixture
def cavendish_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RehearsalServer]:
    """A server of its own for each test. It reads no settings, no keys, and calls nobody."""
    from cavendish.server.thread import serving
    from cavendish.settings import Settings

    marker = request.node.get_closest_marker("cavendish")
    engine = _engine(tmp_path_factory, **(marker.kwargs if marker else {}))
    with serving(Settings(rehearse=True, engine=engine.name, engines=(engine,))) as url:
        yield RehearsalServer(url)


def _engine(
    folders: pytest.TempPathFactory, *, rehearse: list[str] | None = None, answers: list[Any] | None = None
) -> "EngineSettings":
    """Who answers requests that ask for no rehearsal by themselves."""
    from cavendish.engine_settings import EngineSettings

    if answers is None:
        return EngineSettings(name="rehearsed", kind="rehearsed", base_url=",".join(rehearse or ()))
    path: Path = folders.mktemp("cavendish") / "answers.json"
    path.write_text(json.dumps(answers), "utf-8")
    return EngineSettings(name="scripted", kind="scripted", base_url=str(path))
