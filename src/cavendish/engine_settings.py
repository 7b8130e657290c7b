"""What can be set about one engine: known ones need only their key, any other a table in `cavendish.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib import resources
from typing import Any, Literal, get_args

from cavendish.core.errors import InvalidRequest

__all__ = ["GOOGLE", "Charges", "EngineSettings", "key_names", "load_engines"]

DEFAULT = "default"
ELSEWHERE = {"charges": "unknown", "follows": ""}  # of a known engine at another base URL
GOOGLE = "https://generativelanguage.googleapis.com"
Charges = Literal["nothing", "list", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """One engine as it is configured here."""

    name: str
    kind: str  # google, reseller, openai, bfl, or one that another package brings
    base_url: str = ""
    api_key: str = field(default="", repr=False)
    models: tuple[str, ...] = ()  # patterns of the names it claims
    model_prefix: str = ""  # put before a model's name
    sizes: str = "google"  # how a reseller reads ratio and size: google, openrouter, suffix, none
    charges: Charges = "unknown"  # list: the makers' list prices are its own; unknown: it has others; nothing
    follows: str = ""  # whose list of retired models holds here: google, openai; else every name is taken to live
    price: str = ""  # dollars for a picture, where it is known
    weight: int = 1  # with the policy `weight`
    most_at_once: int = 0  # calls at once; 0 for as many as come
    private_links: bool = False  # pictures that it links to may lie on this machine or network
    connect_seconds: int = 10
    first_byte_seconds: int = 300
    silence_seconds: int = 120  # between two bytes
    total_seconds: int = 600
    keep_replies: str = ""  # a folder for what it answers, pictures cut out; the global one unless set


def load_engines(
    tables: Mapping[str, Any], environ: Mapping[str, str], file_name: str
) -> tuple[tuple[EngineSettings, ...], dict[str, str]]:
    """The engines that are configured, in the file's order and then the known ones', and where each value came from."""
    known = _known()
    engines, origins = [], {}
    for name in (*tables, *(name for name in known if name not in tables)):
        table = tables.get(name, {})
        if not isinstance(table, dict):
            raise InvalidRequest(f"{file_name}: engines.{name} must be a table.", field=f"engines.{name}")
        engine, came_from = _engine(name, table, known.get(name, {}), environ, file_name)
        if engine is not None:
            engines.append(engine)
            origins.update({f"engines.{name}.{key}": origin for key, origin in came_from.items()})
    return tuple(engines), origins


def key_names() -> tuple[str, ...]:
    """The variables in which known engines look for a key."""
    return tuple(name for entry in _known().values() for name in entry["key_env"])


def _known() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("cavendish").joinpath("known_engines.toml").read_text("utf-8"))


def _engine(
    name: str, table: Mapping[str, Any], known: Mapping[str, Any], environ: Mapping[str, str], file_name: str
) -> tuple[EngineSettings | None, dict[str, str]]:
    """The engine, or None where nothing but the known defaults speaks for it."""
    merged = {**known, **table}
    values: dict[str, Any] = {"name": name}
    origins = {}
    for variable, key in _variables(merged):
        if environ.get(variable) and key not in values:
            values[key], origins[key] = environ[variable], variable
    for entry in fields(EngineSettings):
        if entry.name in merged and entry.name not in values:
            values[entry.name] = _typed(merged[entry.name], entry.type, f"{file_name}: engines.{name}.{entry.name}")
            origins[entry.name] = file_name if entry.name in table else DEFAULT
    if origins.get("base_url", DEFAULT) != DEFAULT:  # another server may have prices and models of its own
        values |= {key: value for key, value in ELSEWHERE.items() if key not in table}
    _refuse_strangers(name, table, file_name)
    if not (values.get("api_key") or origins.get("base_url", DEFAULT) != DEFAULT):
        return None, {}
    if not values.get("kind"):
        raise InvalidRequest(f"{file_name}: engines.{name} needs a kind.", field=f"engines.{name}.kind")
    return EngineSettings(**values), origins


def _variables(merged: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Variables that are read for this engine, each with what it sets."""
    key_env, base_url_env = merged.get("key_env", []), merged.get("base_url_env", [])
    keys = [key_env] if isinstance(key_env, str) else key_env
    return [*((name, "api_key") for name in keys), *((name, "base_url") for name in base_url_env)]


def _refuse_strangers(name: str, table: Mapping[str, Any], file_name: str) -> None:
    allowed = {*(entry.name for entry in fields(EngineSettings)), "key_env", "base_url_env"} - {"name"}
    for key in table:
        if key not in allowed:
            raise InvalidRequest(
                f"{file_name}: engines.{name}.{key} is not a setting. There are: {', '.join(sorted(allowed))}.",
                field=f"engines.{name}.{key}",
            )


def _typed(value: Any, kind: Any, place: str) -> Any:
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if kind is str and isinstance(value, str):
        return value
    if kind not in (bool, int, str) and isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return tuple(value)
    if kind is Charges and value in get_args(Charges):
        return value
    names = {bool: "true or false", int: "a whole number of 0 or more", str: "a string"}
    wanted = f"one of {', '.join(get_args(Charges))}" if kind is Charges else names.get(kind, "a list of strings")
    raise InvalidRequest(f"{place} must be {wanted}.", field=place)
