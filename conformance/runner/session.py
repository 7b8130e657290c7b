"""One client's program against one server: started once, read line by line, ended when its time is up."""

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.serving import Server, cavendish_server

from conformance.runner.client import Client
from conformance.runner.script import MODEL, PICTURES, Script

__all__ = ["Session", "run_program"]

FOREIGN = ("GOOGLE_", "GEMINI_", "OPENAI_", "ANTHROPIC_", "CAVENDISH_")  # variables of the person who runs this
LOOPBACK = "127.0.0.1,localhost"
KEYS = {
    "KEY": "any-key",
    "KEY_REVIEW": "rehearse-BLOCK_PROHIBITED_CONTENT",
    "KEY_GENERATION": "rehearse-IMAGE_SAFETY",
    "KEY_REPLY": "rehearse-TEXT",
    "KEY_WRONG": "rehearse-401",
}


@dataclass(frozen=True, slots=True)
class Session:
    """What a program reported, by ability, and what it may be checked against."""

    client: Client
    script: Script
    server: Server
    reports: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    ending: str = ""  # how the program ended, where it did not end well


@contextmanager
def run_program(client: Client) -> Iterator[Session]:
    """The session of a program that has ended; its server still runs."""
    with tempfile.TemporaryDirectory(prefix="conformance-") as name:
        folder = Path(name)
        script = Script(folder, client.settings)
        with (
            (client.build / "server.log").open("w", encoding="utf-8") as log,
            cavendish_server("--rehearse", "--config", str(script.settings), cwd=folder, log=log) as server,
        ):
            out, ending = _run(client, server)
            yield Session(client, script, server, _reports(out), ending)


def _run(client: Client, server: Server) -> tuple[str, str]:
    """What the program printed, and how it ended. What it said beside that is in its build folder's program.log."""
    log = client.build / "program.log"
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            client.command(client.run),
            cwd=client.build,
            env=_environment(server.url),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            out, _ = process.communicate(timeout=client.limit)
            ending = f"ended with {process.returncode}" if process.returncode else ""
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # with whatever it started
            out, _ = process.communicate()
            ending = f"had not ended after {client.limit} seconds"
    said = log.read_text("utf-8", "replace").strip()[-600:]
    return out, f"the program {ending}: {said}" if ending else ""


def _environment(url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return {
        **kept,
        **KEYS,
        "NO_PROXY": LOOPBACK,
        "no_proxy": LOOPBACK,
        "CAVENDISH_URL": url,
        "GOOGLE_GEMINI_BASE_URL": url,
        "GEMINI_API_KEY": KEYS["KEY"],
        "OPENAI_BASE_URL": f"{url}/v1",
        "OPENAI_API_KEY": KEYS["KEY"],
        "MODEL": MODEL,
        "CONFORMANCE_PICTURES": str(PICTURES),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _reports(out: str) -> dict[str, Mapping[str, Any]]:
    """The lines that are reports; whatever else a program prints is no concern of ours."""
    found: dict[str, Mapping[str, Any]] = {}
    for line in out.splitlines():
        try:
            report = json.loads(line)
        except ValueError:
            continue
        if isinstance(report, dict) and "ability" in report:
            found[str(report["ability"])] = report
    return found
