"""`settings`: every value that counts here, and where it came from. Keys are told by their length only."""

from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from cavendish.cli.report import print_json
from cavendish.cli.table import print_table
from cavendish.settings import Settings, load

__all__ = ["show_settings"]


def show_settings(*, config: str | None, as_json: bool) -> int:
    """Prints name, value and origin of each setting."""
    loaded = load(Path(config) if config else None)
    rows = [
        (entry.name, _shown(getattr(loaded.settings, entry.name), secret=not entry.repr), loaded.origins[entry.name])
        for entry in fields(Settings)
    ]
    if as_json:
        print_json({"settings": [dict(zip(("name", "value", "origin"), row, strict=True)) for row in rows]})
        return 0
    print_table([("SETTING", "VALUE", "ORIGIN"), *rows])
    return 0


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
