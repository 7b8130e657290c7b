"""Cavendish's own options: body `cavendish.{name}`, else header `X-Cavendish-{Name}`. Read here and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.wire.fields import expect

__all__ = ["FORMATS", "IMAGE_MODES", "Options", "parse_media_type", "parse_options"]

IMAGE_MODES = ("markdown", "images")
FORMATS = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "webp": "image/webp"}
CHOICES = {"images": IMAGE_MODES, "format": tuple(FORMATS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    images: str | None = None  # how pictures are put into an OpenAI answer
    media_type: str | None = None


def parse_options(document: object, headers: Mapping[str, str]) -> Options:
    """Options of a request: `document` is the value of `cavendish` in its body, None when it has none."""
    body = {} if document is None else expect(document, dict, field="cavendish")
    for name in body:
        if name not in CHOICES:
            raise InvalidRequest(
                f"cavendish.{name[:40]} is not an option here. There are: {', '.join(CHOICES)}.",
                field=f"cavendish.{name[:40]}",
            )
    images = _choice(body, headers, "images")
    file_format = _choice(body, headers, "format")
    return Options(images=images, media_type=FORMATS[file_format] if file_format else None)


def _choice(body: Mapping[str, Any], headers: Mapping[str, str], name: str) -> str | None:
    header = f"X-Cavendish-{name.title()}"
    field, value = (f"cavendish.{name}", body[name]) if name in body else (header, headers.get(header.lower()))
    if value is None:
        return None
    word = expect(value, str, field=field).lower()
    if word not in CHOICES[name]:
        raise InvalidRequest(f"{field}: {word[:40]!r} is not one of {', '.join(CHOICES[name])}.", field=field)
    return word


def parse_media_type(value: object, *, field: str) -> str | None:
    """A file type as callers name it: `image/png`, `png`, Google's `IMAGE_JPEG`; None for nothing."""
    if value is None:
        return None
    word = expect(value, str, field=field).lower().removeprefix("image/").removeprefix("image_")
    if word in FORMATS:
        return FORMATS[word]
    raise InvalidRequest(f"{field}: there are {', '.join(sorted(set(FORMATS.values())))}.", field=field)
