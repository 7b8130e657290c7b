"""A picture that an upstream sent as base64, as events. Its type is what its first bytes say, for upstreams err."""

import json
import re
from collections.abc import Iterator

from cavendish.core.events import Begin, Data, End, Event
from cavendish.core.parts import Blob
from cavendish.core.sniff import sniff
from cavendish.wire.base64_text import normalise

__all__ = ["DATA_HEAD", "UNKNOWN_TYPE", "blob_of", "declared_type", "picture_events"]

UNKNOWN_TYPE = "application/octet-stream"
# `data:image/png;base64,` as it stands in JSON, where the slash may be escaped.
SLASH = rb"(?:\\?/|\\u002f)"
DATA_HEAD = re.compile(
    rb"data:(image" + SLASH + rb"[\w.+-]{1,60}|application" + SLASH + rb"octet-stream)"
    rb"(?:;[\w.=+-]{1,60}){0,4}?;base64,", re.IGNORECASE,
)  # fmt: skip


def declared_type(head: "re.Match[bytes]") -> str:
    """The media type that a data URI's head names."""
    return str(json.loads(b'"' + head[1] + b'"')).lower()


def blob_of(literal: bytes) -> Blob:
    """The picture in a string as it stood in JSON; ValueError when it is not base64."""
    return Blob(normalise(literal), encoded=True)


def picture_events(
    blob: Blob, *, declared: str = UNKNOWN_TYPE, thought: bool = False, candidate: int = 0
) -> Iterator[Event]:
    """One whole picture; `declared` counts only where its bytes are of no kind that we know."""
    header = sniff(blob)
    yield Begin("image", header.media_type if header else declared, thought, candidate)
    yield Data(blob.base64)
    yield End()
