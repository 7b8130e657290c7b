"""What upstreams of OpenAI's formats sent, and what readers make of it."""

from collections.abc import Iterable
from typing import Any

from cavendish.core.events import Event, Finish, Folder
from cavendish.core.parts import Blob, Image, Part
from cavendish.wire import openai_chat
from cavendish.wire.link import Link
from tests.samples import BODIES, png

CAT = Image(Blob(png(2, 1)), "image/png")
SECOND = Image(Blob(png(3, 1)), "image/png")
SKETCH = Image(Blob(png(1, 2)), "image/png", thought=True)


def sent(name: str) -> bytes:
    """The one body of this name, whatever its origin and kind."""
    [path] = BODIES.glob(f"{name}.*")
    return path.read_bytes()


def heard(chunks: Iterable[bytes], reader: Any = None) -> list[Event | Link]:
    reader = reader or openai_chat.Reader()
    return [event for chunk in chunks for event in reader.feed(chunk)] + list(reader.close())


def told(events: Iterable[Event | Link]) -> list[Part | str]:
    """Parts, and links as their addresses, in their order; the answer's one candidate."""
    found: list[Part | str] = []
    folder = Folder()
    for event in events:
        match event:
            case Link(url):
                found.append(url)
            case Finish():
                return found
            case _:
                folder.add(event)
                parts = folder._parts.get(0, [])
                seen = sum(not isinstance(part, str) for part in found)
                found += parts[seen:]
    raise AssertionError("the answer has no end")


def finish_of(events: Iterable[Event | Link]) -> Finish:
    *_, last = events
    assert isinstance(last, Finish)
    return last
