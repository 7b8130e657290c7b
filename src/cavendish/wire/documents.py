"""The JSON documents of an upstream's answer as they arrive, whole or streamed, each with its long strings.

A string that is longer than most is offered while it arrives. Who takes it gets its pieces, never cut in an escape, and
it is not kept: in its document it is then empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.stream import Batch
from cavendish.wire.base64_text import CUT_ESCAPE
from cavendish.wire.lifter import Document, Lifter, Opened, Slice

__all__ = ["HELD", "Arriving", "Documents", "object_of", "objects_of", "one_document"]

HELD = 48 * 1024  # letters that wait: what is smaller is judged as a whole, and fails with a status


@dataclass(slots=True)
class Arriving:
    """The next piece of a string that `Lifted(index)` stands for, all of it so far at first; `taken` asks for more."""

    index: int
    piece: bytes
    so_far: dict[str, Any] | None = None  # the open document, at first only
    taken: bool = False


class Documents:
    """Feed it the body's bytes, then close it. `strings` are what `Lifted` stands for in the latest document."""

    def __init__(self, *, offer: bool = False) -> None:
        self._offer = offer
        self._lifter = Lifter()
        self._came = False
        self._offered: set[int] = set()
        self._taken: int | None = None
        self._cut = b""  # an escape that the next piece completes
        self.strings: dict[int, bytearray] = {}

    def feed(self, chunk: bytes) -> Iterable[dict[str, Any] | Arriving]:
        """The documents that end in this chunk; ValueError when one is broken."""
        if self._taken is None or self._taken != self._lifter.inside_of(chunk):
            return self._read(chunk)
        return (Arriving(self._taken, self._uncut(chunk)),)

    def may_pass(self, batch: Batch) -> bool:
        """Whether this is all of the string that was taken."""
        return self._taken is not None and not self._cut and self._lifter.inside_of(*batch.pieces) == self._taken

    def _read(self, chunk: bytes) -> Iterator[dict[str, Any] | Arriving]:
        for token in self._lifter.feed(chunk):
            match token:
                case Opened(index):
                    self.strings[index] = bytearray()
                case Slice(index, piece) if index == self._taken:
                    yield Arriving(index, self._uncut(bytes(piece)))
                case Slice(index, piece):
                    self.strings[index] += piece
                    if self._offer and len(self.strings[index]) > HELD and index not in self._offered:
                        yield from self._offering(index)
                case Document(value):
                    self._came = True
                    yield value
                    self.strings.clear()

    def _offering(self, index: int) -> Iterator[Arriving]:
        self._offered.add(index)
        arriving = Arriving(index, self._uncut(bytes(self.strings[index])), self._lifter.so_far())
        yield arriving
        if arriving.taken:
            self._taken = index
            self.strings[index].clear()
        else:
            self._cut = b""

    def _uncut(self, piece: bytes) -> bytes:
        if self._cut:
            piece, self._cut = self._cut + piece, b""
        if b"\\" in piece[-6:] and (begun := CUT_ESCAPE.search(piece)):
            piece, self._cut = piece[: begun.start()], begun[0]
        return piece

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
            if isinstance(document, dict):
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
