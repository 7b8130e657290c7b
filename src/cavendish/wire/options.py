"""Cavendish's own options: body `cavendish.{name}`, else header `X-Cavendish-{Name}`. Read here and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from cavendish.core.errors import InvalidRequest
from cavendish.core.request import RefusalMode
from cavendish.wire.fields import expect

__all__ = ["FORMATS", "IMAGE_MODES", "Options", "parse_media_type", "parse_options"]

IMAGE_MODES = ("markdown", "images")
FORMATS = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "webp": "image/webp"}
REFUSAL_MODES: dict[str, RefusalMode] = {"answer": "answer", "error": "error"}
NAMES = ("images", "format", "refusal", "simulate")
LONGEST_WORD = 80
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    images: str | None = None  # how pictures are put into an OpenAI answer
    media_type: str | None = None
    refusal: RefusalMode | None = None  # how a refusal is told
    simulate: str = ""  # what is rehearsed


def parse_options(document: object, headers: Mapping[str, str]) -> Options:
    """Options of a request: `document` is the value of `cavendish` in its body, None when it has none."""
    body = {} if document is None else expect(document, dict, field="cavendish")
    for name in body:
        if name not in NAMES:
            raise InvalidRequest(
                f"cavendish.{name[:40]} is not an option here. There are: {', '.join(NAMES)}.",
                field=f"cavendish.{name[:40]}",
            )
    return Options(
        images=_choice(body, headers, "images", {mode: mode for mode in IMAGE_MODES}),
        media_type=_choice(body, headers, "format", FORMATS),
        refusal=_choice(body, headers, "refusal", REFUSAL_MODES),
        simulate=_word(body, headers, "simulate")[1],
    )


def _choice(body: Mapping[str, Any], headers: Mapping[str, str], name: str, choices: Mapping[str, T]) -> T | None:
    field, word = _word(body, headers, name)
    if not word:
        return None
    if word.lower() not in choices:
        raise InvalidRequest(f"{field}: {word!r} is not one of {', '.join(choices)}.", field=field)
    return choices[word.lower()]


def _word(body: Mapping[str, Any], headers: Mapping[str, str], name: str) -> tuple[str, str]:
    """The place that says something about this option, and what it says, cut short."""
    header = f"X-Cavendish-{name.title()}"
    field, value = (f"cavendish.{name}", body[name]) if name in body else (header, headers.get(header.lower()))
    return field, "" if value is None else expect(value, str, field=field).strip()[:LONGEST_WORD]


def parse_media_type(value: object, *, field: str) -> str | None:
    """A file type as callers name it: `image/png`, `png`, Google's `IMAGE_JPEG`; None for nothing."""
    if value is None:
        return None
    word = expect(value, str, field=field).lower().removeprefix("image/").removeprefix("image_")
    if word in FORMATS:
        return FORMATS[word]
    raise InvalidRequest(f"{field}: there are {', '.join(sorted(set(FORMATS.values())))}.", field=field)
