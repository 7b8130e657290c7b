"""What can be rehearsed, and how it is asked for: the list that the engine, the command and the documents share.

An entry is asked for by its name in any case (`image_safety`), with seconds behind a colon where it takes time
(`SLOW:30`). Google may invent a word tomorrow: `FINISH_` and `BLOCK_` before any other one play it as a reason.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from cavendish.core.errors import InvalidRequest

__all__ = ["Rehearsal", "entries", "find_rehearsal", "render_table", "simulation_of_key", "variables"]

STAGES = {
    "review": "Refused before drawing",
    "generation": "Refused while drawing",
    "reply": "An answer without a picture",
    "failure": "A failure, by its HTTP status",
    "delivery": "A picture, and how it comes",
}
KEY = re.compile(r"rehearse[-:](?P<word>.+)", re.IGNORECASE)
WORD = re.compile(r"(?P<name>[A-Z0-9_]{1,60})(?::(?P<seconds>\d{1,3}(?:\.\d{1,3})?))?")
MOST_SECONDS = 600.0
FIELD = "simulate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """`reason` is the word that Google would give; `seconds` how long it takes, None where that cannot be chosen."""

    name: str
    stage: str
    description: str = ""
    reason: str = ""
    message: str = ""  # Google's finishMessage
    seconds: float | None = None


def entries() -> tuple[Rehearsal, ...]:
    """Everything there is, in the order in which it is shown."""
    return tuple(_entries().values())


def find_rehearsal(word: str) -> Rehearsal:
    """What `word` asks for; InvalidRequest lists what there is."""
    match = WORD.fullmatch(word.strip().upper())
    found = match and (_entries().get(match["name"]) or _made_up(match["name"]))
    if not match or not found:
        there_are = ", ".join(_entries())
        raise InvalidRequest(f"{word[:40]!r} cannot be rehearsed. There are: {there_are}.", field=FIELD)
    if match["seconds"] is None:
        return found
    seconds = float(match["seconds"])
    if found.seconds is None or seconds > MOST_SECONDS:
        raise InvalidRequest(
            f"{word[:40]!r}: only {' and '.join(_document()['seconds'])} take seconds, {MOST_SECONDS:.0f} at the most.",
            field=FIELD,
        )
    return replace(found, seconds=seconds)


def simulation_of_key(key: str) -> str:
    """What a caller's key asks for: `IMAGE_SAFETY` for `rehearse-IMAGE_SAFETY`; empty for any other key."""
    match = KEY.fullmatch(key.strip())
    return match["word"].upper() if match else ""


def variables(url: str, key: str) -> dict[str, str]:
    """The environment of a program that shall call the server at `url` with this key, whichever format it speaks."""
    return {
        "GOOGLE_GEMINI_BASE_URL": url,
        "GEMINI_API_KEY": key,
        "GOOGLE_API_KEY": key,
        "OPENAI_BASE_URL": f"{url}/v1",
        "OPENAI_API_KEY": key,
    }


def render_table() -> str:
    """The list as tables of Markdown, one for each stage."""
    lines = []
    for stage, title in STAGES.items():
        lines += [f"| {title} | |", "|---|---|"]
        lines += [f"| `{entry.name}` | {entry.description} |" for entry in entries() if entry.stage == stage]
        lines.append("")
    return "\n".join(lines)


def _made_up(name: str) -> Rehearsal | None:
    for prefix, stage in (("FINISH_", "generation"), ("BLOCK_", "review")):
        if reason := name.removeprefix(prefix) if name.startswith(prefix) else "":
            return Rehearsal(name=name, stage=stage, reason=reason)
    return None


@cache
def _entries() -> Mapping[str, Rehearsal]:
    document = _document()
    return {
        name: Rehearsal(
            name=name,
            stage=stage,
            description=description,
            reason=name.removeprefix("BLOCK_"),
            message=document["messages"].get(name, ""),
            seconds=document["seconds"].get(name),
        )
        for stage in STAGES
        for name, description in document[stage].items()
    }


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(resources.files("cavendish").joinpath("rehearsals.toml").read_text("utf-8"))
