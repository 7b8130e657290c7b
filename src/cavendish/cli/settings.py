"""`settings`: every value that counts here, and where it came from. Keys are told by their length only."""

from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from cavendish.cli.report import print_json
from cavendish.cli.table import print_table
from cavendish.engine_settings import EngineSettings
from cavendish.settings import Loaded, Settings, load

__all__ = ["show_settings"]


def show_settings(*, config: str | None, as_json: bool) -> int:
    """Prints name, value and origin of each setting."""
    loaded = load(Path(config) if config else None)
    rows = [*_rows("", loaded.settings, loaded), *_engine_rows(loaded)]
    if as_json:
        print_json({"settings": [dict(zip(("name", "value", "origin"), row, strict=True)) for row in rows]})
        return 0
    print_table([("SETTING", "VALUE", "ORIGIN"), *rows])
    return 0


def _rows(prefix: str, values: "Settings | EngineSettings", loaded: Loaded) -> list[tuple[str, str, str]]:
    """Name, value and origin of what was set there."""
    return [
        (prefix + entry.name, _shown(getattr(values, entry.name), secret=not entry.repr), origin)
        for entry in fields(values)
        if (origin := loaded.origins.get(prefix + entry.name))
    ]


def _engine_rows(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [row for engine in loaded.settings.engines for row in _rows(f"engines.{engine.name}.", engine, loaded)]


def _shown(value: object, *, secret: bool) -> str:
    match value:
        case "" | ():
            return "-"
        case str() if secret:
            return f"(set, {len(value)} characters)"
        case str() if "@" in value:
            return _without_password(value)
        case tuple():
            return ", ".join(value)
    return str(value)


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"…@{parts.netloc.rpartition('@')[2]}"))
