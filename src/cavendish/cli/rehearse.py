"""`rehearse`: a program run once for each thing that can happen to a request, and how it took it.

The server runs in a thread of this process and can call nobody. Which entry is played stands in the key that the
program finds in its environment, so runs share nothing; real keys are taken out of it. A program that does not end is
ended.
"""

import logging
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import IO

from cavendish.cli import exits
from cavendish.cli.report import print_json
from cavendish.cli.safe import safe, say
from cavendish.cli.table import print_table
from cavendish.core.errors import InvalidRequest
from cavendish.engine_settings import EngineSettings, key_names
from cavendish.rehearsal import entries, find_rehearsal, variables
from cavendish.server.thread import serving
from cavendish.settings import Settings

__all__ = ["list_rehearsals", "rehearse"]

ENGINE = EngineSettings(name="rehearsed", kind="rehearsed")  # for programs that bring a key of their own
ELSEWHERE = (
    "GOOGLE_GENAI_USE_VERTEXAI",
    "GOOGLE_GENAI_USE_ENTERPRISE",
    "OPENAI_API_BASE",
)  # ways past the server
LOOPBACK = "127.0.0.1,localhost"
LAST_BYTES = 8192
LONGEST_LINE = 100  # characters in the table; `--json` has all of it
GRACE = 5.0  # seconds between being asked to end and being ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One run; `exit_code` is None where the program had to be ended."""

    entry: str
    exit_code: int | None
    seconds: float
    last_line: str


def list_rehearsals(*, as_json: bool) -> int:
    """Prints what can be rehearsed."""
    if as_json:
        print_json({"rehearsals": [{"entry": one.name, "description": one.description} for one in entries()]})
        return exits.MADE
    print_table([("ENTRY", "WHAT IT PLAYS"), *((one.name, one.description) for one in entries())])
    return exits.MADE


def rehearse(command: Sequence[str], *, only: Sequence[str], timeout: float, as_json: bool) -> int:
    """Runs the command once for each entry; FAILED where one of the runs had to be ended."""
    if not command:
        raise InvalidRequest("Say what to run: cavendish rehearse -- python my_program.py", field="command")
    words = [word.upper() for word in only] or [entry.name for entry in entries()]
    for word in words:
        find_rehearsal(word)
    logging.getLogger().addHandler(logging.NullHandler())  # that answers were cut is what was asked for
    with serving(Settings(rehearse=True, engine=ENGINE.name, engines=(ENGINE,))) as url:
        runs = []
        for number, word in enumerate(words, 1):
            if sys.stderr.isatty():
                say(f"{number}/{len(words)} {word}", style="dim")
            runs.append(_run(command, word, url, timeout))
    _tell(runs, timeout, as_json)
    return exits.FAILED if any(run.exit_code is None for run in runs) else exits.MADE


def _run(command: Sequence[str], word: str, url: str, timeout: float) -> Ran:
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:  # a pipe would wait for what the program leaves running behind it
        process = _started(command, _environment(url, f"rehearse-{word}"), output)
        try:
            code: int | None = process.wait(timeout)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            seconds = time.monotonic() - start
            _end(process)
        return Ran(entry=word, exit_code=code, seconds=round(seconds, 1), last_line=_last_line(output))


def _started(command: Sequence[str], environment: Mapping[str, str], output: IO[bytes]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise InvalidRequest(f"Cannot run {command[0]}: {error.strerror}.", field="command") from None


def _environment(url: str, key: str) -> dict[str, str]:
    """This process's, with the server's address and the key that says what to play, and without any other way out."""
    hidden = {*key_names(), *ELSEWHERE}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    direct = ",".join(filter(None, (kept.get("no_proxy") or kept.get("NO_PROXY"), LOOPBACK)))
    return {**kept, "NO_PROXY": direct, "no_proxy": direct, **variables(url, key)}


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the program and what it started, politely first; nothing where it has ended."""
    if process.poll() is not None:
        return
    _signal(process, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(GRACE)
    if sys.platform == "win32":
        process.kill()
    else:
        _signal(process, signal.SIGKILL)
    process.wait()


def _signal(process: "subprocess.Popen[bytes]", number: signal.Signals) -> None:
    if sys.platform == "win32":
        process.terminate()
        return
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _last_line(output: IO[bytes]) -> str:
    output.seek(max(output.seek(0, os.SEEK_END) - LAST_BYTES, 0))
    lines = re.split(r"[\r\n]+", output.read().decode("utf-8", "replace"))
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _tell(runs: Sequence[Ran], timeout: float, as_json: bool) -> None:
    if as_json:
        print_json({"runs": [asdict(run) for run in runs]})
        return
    print_table([("ENTRY", "EXIT", "SECONDS", "LAST LINE"), *map(_row, runs)])
    if endless := [run.entry for run in runs if run.exit_code is None]:
        say(f"Had to be ended after {timeout:g} s: {', '.join(endless)}.", style="red")


def _row(run: Ran) -> tuple[str, str, str, str]:
    code = "-" if run.exit_code is None else str(run.exit_code)
    line = safe(run.last_line)
    return run.entry, code, f"{run.seconds:.1f}", line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…"
