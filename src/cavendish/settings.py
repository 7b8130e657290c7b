"""What can be set: by `cavendish.toml`, by environment, by default.

A file is `--config`, else `./cavendish.toml`, else the one in the user's config folder. A variable `CAVENDISH_NAME`
goes before the file; a few names that other tools use are read too. Every value knows where it came from.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from cavendish.core.errors import InvalidRequest

__all__ = ["GOOGLE", "OTHER_NAMES", "Loaded", "Settings", "load"]

FILE_NAME = "cavendish.toml"
OTHER_NAMES = {
    "gemini_api_key": ("GOOGLE_API_KEY", "GEMINI_API_KEY"),  # Google's SDKs prefer the first
    "gemini_base_url": ("GOOGLE_GEMINI_BASE_URL",),
}
GOOGLE = "https://generativelanguage.googleapis.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default."""

    host: str = "127.0.0.1"
    port: int = 4011  # 0 takes a free one
    engine: str = ""  # draw with this one unless a caller names another
    model: str = ""  # the model of requests that name none
    workers: int = 0  # Clay's processes; 0 is one for each core
    body_limit: int = 100_000_000  # bytes of one request
    shutdown_seconds: int = 30  # that running requests get after SIGTERM
    allowed_hosts: tuple[str, ...] = ()  # beside the one that is listened on and its loopback names
    allowed_origins: tuple[str, ...] = ()  # web pages of other servers that may call
    gemini_base_url: str = GOOGLE
    gemini_api_key: str = field(default="", repr=False)

    @property
    def uses_google(self) -> bool:
        """A key for Google, or the address of another server that speaks its format, is set."""
        return bool(self.gemini_api_key) or self.gemini_base_url != GOOGLE


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and, by name, where each came from."""

    settings: Settings
    origins: Mapping[str, str]


def load(config: Path | None = None, *, environ: Mapping[str, str] = os.environ) -> Loaded:
    """The settings that count here; InvalidRequest names a setting that is unknown or of the wrong type."""
    path = config or _found_file()
    document = _read(path) if path else {}
    known = {entry.name: entry for entry in fields(Settings)}
    for name in document:
        if name not in known:
            raise InvalidRequest(f"{path}: {name!r} is not a setting. There are: {', '.join(known)}.", field=name)
    values, origins = {}, {}
    for name, entry in known.items():
        value, origin = _value(name, document, environ, str(path))
        origins[name] = origin
        if value is not None:
            values[name] = _typed(value, entry.default, f"{origin}: {name}")
    return Loaded(Settings(**values), origins)


def _found_file() -> Path | None:
    from platformdirs import user_config_path

    here = Path(FILE_NAME)
    if here.is_file():
        return here
    user = user_config_path("cavendish") / FILE_NAME
    return user if user.is_file() else None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InvalidRequest(f"Cannot read {path}: {error.strerror}.", field="config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidRequest(f"{path} is not valid TOML: {error}.", field="config") from None


def _value(name: str, document: Mapping[str, Any], environ: Mapping[str, str], path: str) -> tuple[Any, str]:
    for variable in (f"CAVENDISH_{name.upper()}", *OTHER_NAMES.get(name, ())):
        if environ.get(variable):
            return environ[variable], variable
    if name in document:
        return document[name], path
    return None, "default"


def _typed(value: Any, default: Any, place: str) -> Any:
    match default:
        case int():
            return _whole_number(value, place)
        case tuple():
            entries = value.split(",") if isinstance(value, str) else value
            if isinstance(entries, list) and all(isinstance(entry, str) for entry in entries):
                return tuple(entry.strip() for entry in entries)
            raise InvalidRequest(f"{place} must be a list of strings.", field=place)
    if not isinstance(value, str):
        raise InvalidRequest(f"{place} must be a string.", field=place)
    return value


def _whole_number(value: Any, place: str) -> int:
    try:
        if isinstance(value, int | str) and not isinstance(value, bool) and int(value) >= 0:
            return int(value)
    except ValueError:
        pass
    raise InvalidRequest(f"{place} must be a whole number of 0 or more.", field=place)
