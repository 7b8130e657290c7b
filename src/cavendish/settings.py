"""What can be set: by `cavendish.toml`, by environment, by default.

A file is `--config`, else `./cavendish.toml`, else the one in the user's config folder. A variable `CAVENDISH_NAME`
goes before the file. Engines that are known need no more than their key, under the name that other tools use too; a
table `[engines.NAME]` sets up any other. Every value knows where it came from.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.engine_settings import EngineSettings, load_engines
from cavendish.rules import Rules, parse_rules

__all__ = ["Loaded", "Settings", "load"]

FILE_NAME = "cavendish.toml"
TABLES = ("engines", "rules")  # only a file can hold them
CHOICES = {
    "policy": ("order", "weight", "price"),
    "refusal": ("answer", "error"),
    "retired": ("successor", "refuse"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default; `engines` are those that are configured, in order."""

    host: str = "127.0.0.1"
    port: int = 4011  # 0 takes a free one
    engine: str = ""  # draw with this one unless a caller names another
    model: str = ""  # the model of requests that name none
    policy: str = "order"  # which engine first: order, weight, price
    workers: int = 0  # Clay's processes; 0 is one for each core
    clay_at_once: int = 16  # pictures that Clay draws at the same time; more are told to come back
    most_pictures: int = 14  # in one request, as at Google
    body_limit: int = 100_000_000  # bytes of one request
    most_connections: int = 10_000  # at once; more are closed at once
    head_seconds: int = 10  # for a request's first lines, and for a connection that says nothing
    body_seconds: int = 30  # between two pieces of a request's body
    stall_seconds: int = 60  # that a caller may leave an answer unread
    shutdown_seconds: int = 30  # that running requests get after SIGTERM
    fetch_bytes: int = 20_000_000  # of one picture that a caller names by its address
    fetch_pixels: int = 50_000_000  # of one such picture
    fetch_seconds: int = 30  # for one such picture
    fetch_private: bool = False  # such pictures may lie on this machine or network
    fetch_by_proxy: bool = False  # fetch them through the proxy, which then decides where connections lead
    refusal: str = "answer"  # how an OpenAI client is told of a refusal: answer, error
    retired: str = "successor"  # what a model that its upstream switched off comes to: successor, refuse
    rehearse: bool = False  # callers may ask for refusals and failures (`simulate`)
    keep_replies: str = ""  # a folder for what upstreams answer, pictures cut out
    keep_alive_seconds: int = 10  # of silence before a caller is sent a sign of life
    images_api: bool = False  # serve /v1/images/generations and /edits too
    allowed_hosts: tuple[str, ...] = ()  # beside the one that is listened on and its loopback names
    allowed_origins: tuple[str, ...] = ()  # web pages of other servers that may call
    rules: Rules = field(default_factory=Rules)  # what is not drawn here
    engines: tuple[EngineSettings, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and, by name, where each came from; engines by `engines.NAME.KEY`."""

    settings: Settings
    origins: Mapping[str, str]


def load(config: Path | None = None, *, environ: Mapping[str, str] = os.environ) -> Loaded:
    """The settings that count here; InvalidRequest names a setting that is unknown or of the wrong type."""
    path = config or _found_file()
    document = _read(path) if path else {}
    file_name = str(path)
    plain = {entry.name: entry for entry in fields(Settings) if entry.name not in TABLES}
    for name in document:
        if name not in plain and name not in TABLES:
            allowed = ", ".join((*plain, *TABLES))
            raise InvalidRequest(f"{file_name}: {name!r} is not a setting. There are: {allowed}.", field=name)
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for name, entry in plain.items():
        value, origins[name] = _value(name, document, environ, file_name)
        if value is not None:
            values[name] = _typed(value, entry.default, f"{origins[name]}: {name}")
            _choose(name, values[name], origins[name])
    tables = document.get("engines", {})
    if not isinstance(tables, dict):
        raise InvalidRequest(f"{file_name}: engines must be tables such as [engines.google].", field="engines")
    engines, engine_origins = load_engines(tables, environ, file_name)
    rules = parse_rules(document.get("rules", []), file_name)
    origins["rules"] = file_name if "rules" in document else "default"
    return Loaded(Settings(**values, rules=rules, engines=engines), {**origins, **engine_origins})


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


def _value(name: str, document: Mapping[str, Any], environ: Mapping[str, str], file_name: str) -> tuple[Any, str]:
    variable = f"CAVENDISH_{name.upper()}"
    if environ.get(variable):
        return environ[variable], variable
    if name in document:
        return document[name], file_name
    return None, "default"


def _typed(value: Any, default: Any, place: str) -> Any:
    match default:
        case bool():
            return _truth(value, place)
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


def _choose(name: str, value: Any, origin: str) -> None:
    if name in CHOICES and value not in CHOICES[name]:
        raise InvalidRequest(f"{origin}: {name} must be one of {', '.join(CHOICES[name])}.", field=name)


def _truth(value: Any, place: str) -> bool:
    words = {"true": True, "1": True, "false": False, "0": False}
    found = words.get(str(value).lower())
    if found is None:
        raise InvalidRequest(f"{place} must be true or false.", field=place)
    return found


def _whole_number(value: Any, place: str) -> int:
    try:
        if isinstance(value, int | str) and not isinstance(value, bool) and int(value) >= 0:
            return int(value)
    except ValueError:
        pass
    raise InvalidRequest(f"{place} must be a whole number of 0 or more.", field=place)
