"""What an upstream's images endpoints answer, as events: pictures as base64, or links to them.

The answer does not say of what type a picture is; its first bytes do. Paths on the upstream are no links.
"""

from collections.abc import Iterator
from typing import Any

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.events import Event, Finish
from cavendish.wire.documents import Documents, object_of, objects_of
from cavendish.wire.link import Link
from cavendish.wire.openai_chat.choice import Choice
from cavendish.wire.openai_chat.errors import error_in, parse_error_document
from cavendish.wire.openai_chat.usage import parse_usage

__all__ = ["Reader"]


class Reader:
    """Feed it the body's bytes, then close it; OutcomeUnknown when the body is broken or cut off."""

    def __init__(self) -> None:
        self._documents = Documents()
        self._pictures = Choice(0)
        self._usage: dict[str, Any] = {}
        self._refusal: Finish | None = None

    def feed(self, chunk: bytes) -> Iterator[Event | Link]:
        try:
            for document in self._documents.feed(chunk):
                if isinstance(document, dict):  # nothing is offered here
                    yield from self._document(document)
        except ValueError as error:
            raise OutcomeUnknown(f"The upstream's answer is not valid: {error}.") from error

    def close(self) -> Iterator[Event | Link]:
        self._documents.close()
        yield self._refusal or Finish(usage=parse_usage(self._usage))

    def _document(self, document: dict[str, Any]) -> Iterator[Event | Link]:
        if (error := error_in(document)) is not None:
            match parse_error_document(error):
                case Finish() as refusal:
                    self._refusal = refusal
                    return
                case failure:
                    raise failure
        self._usage = object_of(document.get("usage")) or self._usage
        yield from self._pictures.hear({"images": objects_of(document.get("data"))}, self._documents.strings)
