"""`doctor`: what was found on this machine, for whom something does not work. Keys are named, never shown."""

import asyncio
import importlib.util
import os
import platform
import sys
from pathlib import Path

import cavendish
from cavendish.cli import exits
from cavendish.cli.show import protocol_of
from cavendish.cli.table import print_table
from cavendish.client import Client
from cavendish.engine_settings import key_names
from cavendish.settings import Settings, load

__all__ = ["check_engine", "examine"]

FONT_PACKAGE = "fontpkg"
FONT = "Roboto"


def examine(*, config: str | None) -> int:
    """Prints the findings; FAILED where nothing could be drawn."""
    settings = load(Path(config) if config else None).settings
    engines = asyncio.run(_engines(settings))
    font = _font()
    rows = [
        ("cavendish", cavendish.__version__),
        ("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"),
        ("cores", str(_cores())),
        *(("engine", _described(name, settings)) for name in engines),
        *(("key", _key(name)) for name in key_names()),
        ("font", font or f"{FONT} is missing: install Cavendish again; Clay cannot write without it"),
        ("terminal", _terminal()),
    ]
    print_table(rows)
    return exits.MADE if engines and font else exits.FAILED


def check_engine(name: str, *, config: str | None) -> int:
    """Asks one engine for its models, which costs nothing, and prints what it found."""
    settings = load(Path(config) if config else None).settings
    print_table([(name, asyncio.run(_checked(name, settings)))])
    return exits.MADE


async def _checked(name: str, settings: Settings) -> str:
    async with Client(settings=settings) as client:
        return await client.service.check(name)


async def _engines(settings: Settings) -> tuple[str, ...]:
    async with Client(settings=settings) as client:
        return client.service.engines


def _described(name: str, settings: Settings) -> str:
    for engine in settings.engines:
        if engine.name == name:
            return f"{name}: {engine.base_url.rpartition('@')[2]}"
    return "clay: built in, needs no key and costs nothing" if name == "clay" else name


def _key(name: str) -> str:
    return f"{name} is set" if os.environ.get(name) else f"{name} is not set"


def _font() -> str:
    """The path of Clay's font; empty where it is missing."""
    if importlib.util.find_spec(FONT_PACKAGE) is None:
        return ""
    try:
        return str(importlib.import_module(FONT_PACKAGE).path(FONT))
    except LookupError:
        return ""


def _cores() -> int:
    """The cores that this process may use, which can be fewer than there are."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _terminal() -> str:
    shown = {"kitty": "by Kitty's protocol", "iterm2": "by iTerm2's protocol", "blocks": "in half blocks"}
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        return "none here: pictures are not shown"
    return f"pictures are shown {shown[protocol_of(os.environ)]}"
