"""The JSON documents of an upstream's answer as they arrive, whole or streamed, each with its long strings."""

from collections.abc import Iterator
from typing import Any

from cavendish.core.errors import OutcomeUnknown
from cavendish.wire.lifter import Document, Lifter, Opened, Slice

__all__ = ["Documents", "object_of", "objects_of", "one_document"]


class Documents:
    """Feed it the body's bytes, then close it. `strings` are what `Lifted` stands for in the latest document."""

    def __init__(self) -> None:
        self._lifter = Lifter()
        self._came = False
        self.strings: dict[int, bytearray] = {}

    def feed(self, chunk: bytes) -> Iterator[dict[str, Any]]:
        """The documents that end in this chunk; ValueError when one is broken."""
        for token in self._lifter.feed(chunk):
            match token:
                case Opened(index):
                    self.strings[index] = bytearray()
                case Slice(index, piece):
                    self.strings[index] += piece
                case Document(value):
                    self._came = True
                    yield value
                    self.strings.clear()

    def close(self) -> None:
        """OutcomeUnknown when the body was cut off or held no document."""
        if self._lifter.inside:
            raise OutcomeUnknown("The upstream's answer was cut off.")
        if not self._came:
            raise OutcomeUnknown("The upstream's answer held no JSON document.")


def one_document(body: bytes) -> tuple[dict[str, Any], dict[int, bytearray]]:
    """The first document of a whole body and its long strings; an empty one where there is none that can be read."""
    documents = Documents()
    try:
        for document in documents.feed(body):
            return document, dict(documents.strings)
    except ValueError:
        return {}, {}
    return {}, {}


def object_of(value: Any) -> dict[str, Any]:
    """`value` if it is an object, else an empty one: an upstream's careless answer may have been paid."""
    return value if isinstance(value, dict) else {}


def objects_of(value: Any) -> list[dict[str, Any]]:
    """The objects in a list, whatever else is in it."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
