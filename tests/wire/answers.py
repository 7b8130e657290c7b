"""Ways to read and write whole answers in tests."""

import json
from collections.abc import Iterable
from typing import Any

from cavendish.core.events import Event, Folder
from cavendish.core.parts import Blob, Image, Text
from cavendish.core.result import Candidate, Result, Usage
from cavendish.wire import gemini
from tests.samples import png

PICTURE = Image(Blob(png(2, 1)), "image/png", signature="c2lnMg==")
DRAFT = Image(Blob(png(1, 2)), "image/jpeg", thought=True)
THOUGHT = Text("Sketching.", thought=True)
WORDS = Text('Hier, für dich: 🍌 \u2028 "ja".\n', signature="c2lnMQ==")
USAGE = Usage(prompt_tokens=10, prompt_image_tokens=0, candidates_tokens=1300, image_tokens=1290, thoughts_tokens=5)


def result(*parts: Image | Text, reason: str = "STOP", **further: Any) -> Result:
    return Result(candidates=(Candidate(parts, reason),), **{"usage": USAGE, "model_version": "m-1", **further})


def read(chunks: Iterable[bytes]) -> list[Event]:
    reader = gemini.Reader()
    return [event for chunk in chunks for event in reader.feed(chunk)] + list(reader.close())


def folded(events: Iterable[Event]) -> Result:
    folder = Folder()
    for event in events:
        folder.add(event)
    assert folder.result
    return folder.result


def event_documents(stream: bytes) -> list[Any]:
    """The JSON of each `data:` event; anything else in the stream is an error."""
    *events, rest = stream.split(b"\r\n\r\n")
    assert rest == b""
    assert all(event.startswith(b"data: {") for event in events)
    return [json.loads(event.removeprefix(b"data: ")) for event in events]


def keys_of(value: Any) -> set[str]:
    """Every name in a document."""
    match value:
        case dict():
            return set(value).union(*(keys_of(item) for item in value.values()))
        case list():
            return set().union(*(keys_of(item) for item in value))
        case _:
            return set()
