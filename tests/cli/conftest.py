"""The real command, in a folder of its own, and an upstream of Google's format for it to ask."""

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cavendish.cli import main
from tests.serving import Upstream, clean_environment, upstream

COMMAND = (sys.executable, "-W", "error", "-m", "cavendish")


@dataclass(frozen=True)
class Finished:
    """A command that has ended."""

    code: int
    out: bytes
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.decode().splitlines()

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Cavendish:
    """Runs `cavendish` in `folder`, where nobody's settings are found."""

    folder: Path
    environment: dict[str, str]

    def start(self, *arguments: str, **more: str) -> "subprocess.Popen[bytes]":
        """Starts it as the leader of a process group, as a shell would."""
        return subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env={**self.environment, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            process_group=0,
        )

    def __call__(self, *arguments: str, stdin: bytes = b"", **more: str) -> Finished:
        process = subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env={**self.environment, **more},
            input=stdin,
            capture_output=True,
            timeout=120,
        )
        err = process.stderr.decode()
        assert "Traceback" not in err
        return Finished(process.returncode, process.stdout, err)

    def on_terminal(self, *arguments: str, **more: str) -> str:
        """What a terminal with 256 colours gets to see; the command must succeed."""
        ours, theirs = pty.openpty()
        environment = {**self.environment, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "40", **more}
        with subprocess.Popen(
            [*COMMAND, *arguments], cwd=self.folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
        ) as process:
            os.close(theirs)
            seen = b"".join(_pieces(ours))
        os.close(ours)
        assert process.returncode == 0, seen.decode()
        return seen.decode().replace("\r\n", "\n")

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


def _pieces(descriptor: int) -> Iterator[bytes]:
    while select.select([descriptor], [], [], 60)[0]:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # how Linux tells that the other end has gone
            return
        if not piece:
            return
        yield piece


Make = Callable[..., Cavendish]
Within = Callable[..., Finished]


@pytest.fixture
def make_cavendish(tmp_path: Path) -> Make:
    """A command with these variables set and nobody's home."""
    folder, home = tmp_path / "here", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    places = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    unset = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TMUX", "KITTY_WINDOW_ID", "TERM_PROGRAM", "LC_TERMINAL")

    def make(**more: str) -> Cavendish:
        environment = clean_environment(HOME=str(home), **places, **more)
        return Cavendish(folder, {name: value for name, value in environment.items() if name not in unset})

    return make


@pytest.fixture
def google() -> Iterator[Upstream]:
    """An upstream that answers with a picture until told otherwise."""
    with upstream() as state:
        yield state


@pytest.fixture
def paid(make_cavendish: Make, google: Upstream) -> Cavendish:
    """A command with a key, whose upstream is `google`."""
    return make_cavendish(GOOGLE_GEMINI_BASE_URL=google.url, GEMINI_API_KEY="secret-key")


@pytest.fixture
def paid_within(paid: Cavendish, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Within:
    """Like `paid`, but run by this process, which is ten times faster: for long tables."""

    def run(*arguments: str) -> Finished:
        with monkeypatch.context() as patch:
            patch.chdir(paid.folder)
            for name in os.environ.keys() - paid.environment.keys():
                patch.delenv(name)
            for name, value in paid.environment.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["cavendish", *arguments])
            with pytest.raises(SystemExit) as ended:
                main()
        out, err = capfd.readouterr()
        return Finished(ended.value.code, out.encode(), err)

    return run


@pytest.fixture
def free(make_cavendish: Make) -> Cavendish:
    """A command without any key: Clay draws."""
    return make_cavendish()
