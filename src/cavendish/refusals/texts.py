"""A refusal's stage and reason, explained: `<language>.toml` holds the words, `reasons.toml` what no language changes.

The exact reason is looked up first, then its stage's `default`, for Google may invent a word tomorrow. Each file is
read once, when first needed.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["LANGUAGES", "Texts", "explain", "preferred_language"]

LANGUAGES = ("en", "de", "fr", "es", "ja", "zh")
FALLBACK = "en"
DEFAULT = "default"
LONGEST_HEADER = 1000  # characters of an Accept-Language that are read
LONGEST_REASON = 80  # characters of an unknown word that are repeated
WEIGHT = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What to say about one refusal.

    `title` is a heading without a full stop, `advice` one to three sentences for the person who typed the prompt,
    `note` one or two for the developer. `retry` tells whether trying the same thing again can help.
    """

    title: str
    advice: tuple[str, ...]
    note: str
    retry: bool


def explain(stage: str, reason: str, *, language: str = FALLBACK) -> Texts:
    """The nearest texts: this reason's, else its stage's default; in this language, else in English.

    `stage` is REVIEW, GENERATION or REPLY (KeyError otherwise), `reason` any word, `language` a tag such as "de-AT".
    """
    facts = _read("reasons")
    known = facts[stage.lower()]
    spelled = facts["spellings"].get(reason, reason)
    key = spelled if spelled in known else DEFAULT
    words = _read(_ours(language) or FALLBACK)[stage.lower()][key]
    return Texts(
        title=words["title"],
        advice=tuple(words["advice"]),
        note=words["note"].replace("{reason}", reason[:LONGEST_REASON]),
        retry=known[key]["retry"],
    )


def preferred_language(accept_language: str) -> str:
    """The one of LANGUAGES that an Accept-Language header likes best, else "en"; nonsense in it is passed over."""
    wanted = list(_weighted(accept_language[:LONGEST_HEADER]))
    return max(wanted, key=lambda entry: entry[0], default=(0.0, FALLBACK))[1]


def _weighted(header: str) -> Iterator[tuple[float, str]]:
    """Each of our languages in a header, with its weight; `*` leaves the choice to us."""
    for entry in header.split(","):
        tag, _, parameter = entry.partition(";")
        language = FALLBACK if tag.strip() == "*" else _ours(tag)
        weight = _weight(parameter)
        if language and weight:
            yield weight, language


def _weight(parameter: str) -> float:
    """The number in `q=0.8`: 1 where nothing stands, 0 where it is no weight."""
    if not parameter.strip():
        return 1.0
    name, _, number = (piece.strip() for piece in parameter.partition("="))
    return float(number) if name.lower() == "q" and WEIGHT.fullmatch(number) else 0.0


def _ours(tag: str) -> str | None:
    """The language of a tag like "zh-Hant-TW" or "de_AT", None if there are no texts in it."""
    language = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
    return language if language in LANGUAGES else None


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
