"""The engine that answers from a list, and one that a stranger's package brings."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cavendish.core.errors import CavendishError, InvalidRequest, LimitReached
from cavendish.core.result import Result
from cavendish.engines.scripted import open_scripted
from tests.engines.asking import CAT, answers, pictures, request, settings
from tests.samples import document, png64
from tests.serving import clean_environment, google_answer

PICTURE = google_answer({"inlineData": {"mimeType": "image/png", "data": png64(2, 1)}})
LIMIT = {"error": {"code": 429, "message": "Slow down.", "status": "RESOURCE_EXHAUSTED"}}


def written(folder: Path, content: Any) -> str:
    path = folder / "answers.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return str(path)


def test_one_after_the_other_and_again_from_the_start(tmp_path: Path) -> None:
    refusal = document("gemini-refusal-blocked-prompt")
    script = settings(written(tmp_path, [PICTURE, refusal, LIMIT]))
    first, second, third, fourth = answers(open_scripted, script, *[request()] * 4)
    assert isinstance(first, Result)
    assert isinstance(second, Result)
    assert isinstance(fourth, Result)
    assert [pictures(first), pictures(second), pictures(fourth)] == [[CAT], [], [CAT]]
    assert second.feedback == {"blockReason": "PROHIBITED_CONTENT"}
    assert isinstance(third, LimitReached)


@pytest.mark.parametrize("content", ["", "no JSON", "{}", "[]"])
def test_a_file_that_is_no_list_of_answers_is_told_at_the_start(tmp_path: Path, content: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        answers(open_scripted, settings(written(tmp_path, content)), request())
    assert caught.value.field == "base_url"


def test_a_file_that_is_not_there_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(CavendishError, match="No such file"):
        answers(open_scripted, settings(str(tmp_path / "none.json")), request())


STRANGER = """
from contextlib import asynccontextmanager

from cavendish.core.events import Begin, Data, End, Finish
from cavendish.engines.base import Traits


class Echo:
    def __init__(self, settings):
        self.name = settings.name
        self.traits = Traits(charges=settings.charges, honours=frozenset(), open_ended=True)
        self._models = settings.models

    def claims(self, model):
        return model in self._models

    async def check(self):
        return "echoes"

    async def generate(self, request):
        yield Begin("text")
        yield Data(f"{request.model}: {request.prompt}".encode())
        yield End()
        yield Begin("image", "image/png")
        yield Data(b"%s")
        yield End()
        yield Finish()


@asynccontextmanager
async def open_echo(settings):
    yield Echo(settings)
    print("closed")
"""
PROGRAM = """
import asyncio
from cavendish import assemble
from cavendish.core.caller import ANYONE
from cavendish.core.events import collect
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request
from cavendish.settings import load

async def main():
    async with assemble.open(load().settings) as cavendish:
        asked = Request(model="echo-1", turns=(Turn("user", (Text("hello"),)),))
        async with cavendish.start(asked, caller=ANYONE) as run:
            result = await collect(aiter(run))
    print(result.outcome.engine, result.outcome.charged, result.text, len(result.images))

asyncio.run(main())
"""


def installed(folder: Path, kind: str) -> dict[str, str]:
    """A stranger's package as an installer leaves it, its engine set up in the folder's settings."""
    (folder / "echo_engine.py").write_text(STRANGER % png64(2, 1))
    facts = folder / "echo_engine-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: echo-engine\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text("[cavendish.engines]\necho = echo_engine:open_echo\n")
    (folder / "cavendish.toml").write_text(
        f'[engines.stranger]\nkind = "{kind}"\nbase_url = "here"\nmodels = ["echo-1"]\ncharges = "nothing"\n'
    )
    return clean_environment(PYTHONPATH=os.pathsep.join((str(folder), os.environ.get("PYTHONPATH", ""))))


def test_a_strangers_engine_is_loaded_by_its_entry_point(tmp_path: Path) -> None:
    environment = installed(tmp_path, "echo")
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.stdout.splitlines() == ["closed", "stranger False echo-1: hello 1"], ran.stderr


def test_a_kind_that_nobody_brings_names_those_that_there_are(tmp_path: Path) -> None:
    environment = installed(tmp_path, "ecko")
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "There is no engine of the kind 'ecko'" in ran.stderr
    assert "google, openai, rehearsed, reseller, scripted, echo" in ran.stderr
