"""A client as its folder describes it, and its build folder: files copied there, packages installed, version asked."""

import hashlib
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from conformance.runner.abilities import ABILITIES

__all__ = ["CLIENTS", "ROOT", "Client", "ClientError", "load_applications", "load_client", "load_clients"]

ROOT = Path(__file__).parents[2]
CLIENTS = ROOT / "conformance" / "clients"
APPLICATIONS = {"open-webui": ROOT / "conformance" / "open_webui"}  # run only where they are named
BUILDS = ROOT / ".venv" / "conformance"
STAMP = ".installed"
INSTALL_SECONDS = 900


class ClientError(Exception):
    """What keeps a client from being run, for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """`client.toml`; commands are argument lists in which {here}, {build} and {python} are filled in."""

    name: str
    here: Path  # its folder
    build: Path  # where it is installed and runs
    title: str
    language: str
    format: str  # google, openai
    package: str = ""  # whose version stands on the page
    needs: tuple[str, ...] = ()  # programs that must be on the PATH
    uses: tuple[str, ...] = ()  # other clients whose installations it needs
    install: tuple[tuple[str, ...], ...] = ()
    version: tuple[str, ...] = ()
    run: tuple[str, ...]
    limit: int = 240  # seconds for the whole program
    settings: str = ""  # of its server, beside the engines; TOML
    printed: tuple[str, ...] = ()  # instead of abilities: the programs of a document that it runs as they are printed
    steps: Mapping[str, str] = field(default_factory=dict)  # of an application, each with the ability that it shows
    cannot: Mapping[str, str] = field(default_factory=dict)  # ability or step -> why it cannot work
    notes: Mapping[str, str] = field(default_factory=dict)  # printed program or step -> what must be known about it

    @property
    def abilities(self) -> tuple[str, ...]:
        return self.printed or tuple(self.steps) or tuple(ability.name for ability in ABILITIES)

    @property
    def made_from(self) -> str:
        """Changes when anything in its folder does."""
        digest = hashlib.sha256()
        for path in _files(self.here):
            digest.update(f"{path.relative_to(self.here)}\0".encode() + path.read_bytes() + b"\0")
        return digest.hexdigest()[:16]

    def missing(self) -> list[str]:
        """Programs that it needs and that are not there."""
        needs = [*self.needs, *(need for client in self._used() for need in client.needs)]
        return [name for name in dict.fromkeys(needs) if shutil.which(name) is None]

    def command(self, words: Sequence[str]) -> list[str]:
        places = {"{here}": str(self.here), "{build}": str(self.build), "{python}": sys.executable}
        return [_filled(word, places) for word in words]

    def prepare(self) -> str:
        """Brings the build folder up to date; the installed version. ClientError when that fails."""
        for client in self._used():
            client.prepare()
        with _lock(self.name):
            self.build.mkdir(parents=True, exist_ok=True)
            for path in _files(self.here):
                (self.build / path.relative_to(self.here)).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, self.build / path.relative_to(self.here))
            self._install()
        return self._call(self.version).strip() if self.version else ""

    def _used(self) -> list["Client"]:
        return [load_client(name, self.here.parent, self.build.parent) for name in self.uses]

    def _install(self) -> None:
        stamp = self.build / STAMP
        made_from = f"{self.made_from} {self.here} {sys.executable}"
        if stamp.exists() and stamp.read_text("utf-8") == made_from:
            return
        for words in self.install:
            self._call(words)
        stamp.write_text(made_from, "utf-8")

    def _call(self, words: Sequence[str]) -> str:
        command = self.command(words)
        try:
            done = subprocess.run(
                command, cwd=self.build, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ClientError(f"{self.name}: {error}") from None
        if done.returncode:
            said = (done.stderr.strip() or done.stdout.strip())[-1500:]
            raise ClientError(f"{self.name}: {' '.join(command)} ended with {done.returncode}: {said}")
        return done.stdout


_locks: dict[str, threading.Lock] = {}
_locks_lock = threading.Lock()


def _lock(name: str) -> threading.Lock:
    with _locks_lock:
        return _locks.setdefault(name, threading.Lock())


def load_clients() -> list[Client]:
    return [load_client(path.parent.name) for path in sorted(CLIENTS.glob("*/client.toml"))]


def load_applications() -> list[Client]:
    return [load_client(name) for name in APPLICATIONS]


def load_client(name: str, folder: Path = CLIENTS, builds: Path = BUILDS) -> Client:
    """The client of this folder; ClientError where there is none or its description is wrong."""
    here = APPLICATIONS.get(name, folder / name)
    path = here / "client.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ClientError(f"{name}: {error}") from None
    unknown = set(table) - {entry.name for entry in fields(Client)} | set(table) & {"name", "here", "build"}
    steps, abilities = table.get("steps", {}), {ability.name for ability in ABILITIES}
    strange = set(table.get("cannot", {})) - (set(steps) or abilities) | set(steps.values()) - abilities
    if unknown or strange or table.get("format") not in ("google", "openai"):
        wrong = ", ".join(sorted(unknown | strange)) or "format"
        raise ClientError(f"{name}/client.toml: {wrong} is not right.")
    try:
        values = {key: _frozen(value) for key, value in table.items()}
        return Client(name=name, here=here, build=builds / name, **values)
    except TypeError as error:
        raise ClientError(f"{name}/client.toml: {error}") from None


def _frozen(value: Any) -> Any:
    return tuple(_frozen(entry) for entry in value) if isinstance(value, list) else value


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _filled(word: str, places: Mapping[str, str]) -> str:
    for name, value in places.items():
        word = word.replace(name, value)
    return word
