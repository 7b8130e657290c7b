"""The programs of docs/refusals.md, run as they stand there."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.serving import Server, cavendish_server, clean_environment

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "refusals.md"
INSTALLED = ROOT / ".venv" / "clients" / "node_modules"
SCENARIO = re.compile(r"<!-- rehearse: (\w+) -->(.*?)```text\n(.*?)\n```", re.DOTALL)
PROGRAM = re.compile(r"```(python|javascript|sh)\n(.*?)```", re.DOTALL)
FILES = {"python": "program.py", "javascript": "program.mjs", "sh": "program.sh"}


@dataclass(frozen=True)
class Snippet:
    entry: str
    language: str
    program: str
    prints: str


def snippets() -> Iterator[Snippet]:
    for entry, body, prints in SCENARIO.findall(PAGE.read_text("utf-8")):
        for language, program in PROGRAM.findall(body):
            yield Snippet(entry, language, program, prints)


SNIPPETS = list(snippets())


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with cavendish_server("--rehearse") as running:
        yield running


def command(language: str, folder: Path) -> list[str]:
    match language:
        case "python":
            return [sys.executable]
        case "sh":
            return ["sh", "-eu"]
    node = shutil.which("node")
    if node is None or not INSTALLED.exists():
        if os.environ.get("CI"):
            pytest.fail("Node.js with @google/genai is missing, and this run must not skip it")
        pytest.skip("Node.js with @google/genai is not installed (scripts/setup-clients)")
    (folder / "node_modules").symlink_to(INSTALLED)
    return [node]


def test_every_level_is_shown_in_three_languages() -> None:
    shown = {(snippet.entry, snippet.language) for snippet in SNIPPETS}
    for entry in ("BLOCK_PROHIBITED_CONTENT", "IMAGE_SAFETY", "TEXT", "RECITATION"):
        assert {language for name, language in shown if name == entry} == set(FILES)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: f"{snippet.entry}-{snippet.language}")
def test_a_program_prints_what_the_page_says(server: Server, snippet: Snippet, tmp_path: Path) -> None:
    program = tmp_path / FILES[snippet.language]
    program.write_text(snippet.program, "utf-8")
    key = f"rehearse-{snippet.entry}"
    environment = clean_environment(
        GOOGLE_GEMINI_BASE_URL=server.url,
        GEMINI_API_KEY=key,
        OPENAI_BASE_URL=f"{server.url}/v1",
        OPENAI_API_KEY=key,
        PATH=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    )
    done = subprocess.run(
        [*command(snippet.language, tmp_path), program.name],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.strip() == snippet.prints, done.stderr
