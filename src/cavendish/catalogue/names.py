"""How callers spell a model: `models/X`, `google/X`, `X-4k-16x9`, in any case."""

import re
from collections.abc import Container
from dataclasses import dataclass

__all__ = ["Name", "bare", "parse_name"]

SUFFIX = re.compile(r"(?P<model>.+?)(?:-(?P<size>512|[124]k))?(?:-(?P<width>\d{1,2})x(?P<height>\d{1,2}))?")
PREFIXES = ("models/", "google/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    model: str  # lower case, without prefix and suffix
    image_size: str | None = None
    aspect_ratio: str | None = None


def bare(name: str) -> str:
    """The name without the prefixes that callers put before it."""
    stripped = name.strip()
    for prefix in PREFIXES:
        stripped = stripped.removeprefix(prefix)
    return stripped


def parse_name(name: str, known: Container[str]) -> Name:
    """The parts of a model's name; a name that is known as it stands has no suffix."""
    lowered = bare(name).lower()
    match = None if lowered in known else SUFFIX.fullmatch(lowered)
    if match is None:
        return Name(model=lowered)
    return Name(
        model=match["model"],
        image_size=match["size"] and match["size"].upper(),
        aspect_ratio=f"{match['width']}:{match['height']}" if match["width"] else None,
    )
