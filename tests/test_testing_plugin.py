"""The pytest plug-in, as somebody else's tests use it, and what it costs those who do not."""

import json
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from google import genai
from openai import AuthenticationError, OpenAI

from cavendish.core.errors import InvalidRequest
from cavendish.testing import RehearsalServer
from tests.serving import clean_environment, google_answer

PAGE = Path(__file__).parent.parent / "docs" / "rehearsal.md"


def ask(server: RehearsalServer, key: str = "any") -> Any:
    """An answer in Google's format, or the status of its refusal."""
    request = urllib.request.Request(
        f"{server.google_url}/v1beta/models/gemini-2.5-flash-image:generateContent",
        json.dumps({"contents": [{"parts": [{"text": "a cat"}]}]}).encode(),
        {"Content-Type": "application/json", "x-goog-api-key": key},
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_it_draws_unless_it_is_asked_for_something_else(cavendish_server: RehearsalServer) -> None:
    assert ask(cavendish_server, cavendish_server.api_key)["cavendish"]["outcome"] == "ok"
    assert ask(cavendish_server, cavendish_server.key_for("image_safety"))["cavendish"]["outcome"] == "output_blocked"
    assert ask(cavendish_server, cavendish_server.key_for("503")) == 503
    with pytest.raises(InvalidRequest, match="IMAGE_SAFETY"):
        cavendish_server.key_for("SNOW")


def test_official_clients(cavendish_server: RehearsalServer) -> None:
    key = cavendish_server.key_for("401")
    with (
        OpenAI(base_url=cavendish_server.openai_url, api_key=key) as client,
        pytest.raises(AuthenticationError, match="API key not valid"),
    ):
        client.chat.completions.create(model="nano-banana", messages=[{"role": "user", "content": "a cat"}])
    with (
        genai.Client(api_key=key, http_options={"base_url": cavendish_server.google_url}) as google,
        pytest.raises(genai.errors.ClientError, match="API key not valid"),
    ):
        google.models.generate_content(model="gemini-2.5-flash-image", contents="a cat")


@pytest.mark.cavendish(rehearse=["429", "503", "PICTURE"])
def test_one_after_the_other(cavendish_server: RehearsalServer) -> None:
    assert [ask(cavendish_server), ask(cavendish_server)] == [429, 503]
    assert ask(cavendish_server)["cavendish"]["outcome"] == "ok"
    assert ask(cavendish_server) == 429
    assert ask(cavendish_server, cavendish_server.key_for("404")) == 404


@pytest.mark.cavendish(answers=[google_answer({"text": "First."}), google_answer({"text": "Second."})])
def test_answers_of_ones_own(cavendish_server: RehearsalServer) -> None:
    said = [ask(cavendish_server)["candidates"][0]["content"]["parts"][0]["text"] for _ in range(3)]
    assert said == ["First.", "Second.", "First."]


def test_variables_for_a_program(cavendish_server: RehearsalServer) -> None:
    assert cavendish_server.variables("TEXT")["OPENAI_API_KEY"] == "rehearse-TEXT"
    assert cavendish_server.variables()["OPENAI_BASE_URL"] == cavendish_server.openai_url


def test_an_answer_that_nobody_waits_for_does_not_hold_up_the_end(cavendish_server: RehearsalServer) -> None:
    threading.Thread(target=ask, args=(cavendish_server, "rehearse-WAIT:600"), daemon=True).start()
    assert ask(cavendish_server)["cavendish"]["outcome"] == "ok"


def pytest_in(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = clean_environment(HOME=str(folder), GEMINI_API_KEY="secret-key", CAVENDISH_PORT="nonsense")
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_in_somebody_elses_tests_without_their_settings(tmp_path: Path) -> None:
    (tmp_path / "cavendish.toml").write_text("this is no TOML")
    (tmp_path / "test_theirs.py").write_text(
        "import os, threading\n"
        "import pytest\n\n"
        "def test_it_runs(cavendish_server):\n"
        "    assert cavendish_server.url.startswith('http://127.0.0.1:')\n"
        "    assert os.environ['GEMINI_API_KEY'] == 'secret-key'\n\n"
        "def test_it_is_gone():\n"
        "    assert [thread.name for thread in threading.enumerate()] == ['MainThread']\n\n"
        "@pytest.mark.cavendish(rehearse=['SNOW'])\n"
        "@pytest.mark.xfail(reason='there is no such entry', strict=True)\n"
        "def test_a_wrong_entry(cavendish_server):\n"
        "    pass\n"
    )
    ran = pytest_in(tmp_path, "--strict-markers")
    assert ran.stdout.splitlines()[-1].startswith("2 passed, 1 xfailed"), ran.stdout + ran.stderr


@pytest.mark.slow
def test_the_marker_and_the_fixture_say_what_they_are(tmp_path: Path) -> None:
    assert "@pytest.mark.cavendish(rehearse, answers)" in pytest_in(tmp_path, "--markers").stdout
    assert "cavendish_server" in pytest_in(tmp_path, "--fixtures").stdout


def test_who_does_not_use_it_loads_next_to_nothing() -> None:
    code = (
        "import sys, pytest, cavendish.testing; print([name for name in sys.modules if name.startswith('cavendish.')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['cavendish.testing']"


def snippets() -> list[str]:
    """The blocks of Python on the page."""
    return [block.removeprefix("python\n") for block in PAGE.read_text().split("```") if block.startswith("python")]


@pytest.mark.slow
def test_the_page_works_as_it_is_written(tmp_path: Path) -> None:
    for number, snippet in enumerate(snippets()):
        (tmp_path / f"test_snippet_{number}.py").write_text(snippet)
    ran = pytest_in(tmp_path)
    assert ran.returncode == 0, ran.stdout
    [program, *_] = snippets()
    assert "cavendish_server" in program


def test_the_page_lists_every_entry() -> None:
    from cavendish.rehearsal import render_table

    assert render_table() in PAGE.read_text()


def test_the_plug_in_is_registered(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.pluginmanager.has_plugin("cavendish"), os.environ.get("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
