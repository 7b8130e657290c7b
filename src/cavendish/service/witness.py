"""Looks on while an answer goes by: counts pictures and words, and measures each picture from its own first bytes."""

import base64
import codecs
from collections.abc import Iterator

from cavendish.catalogue import Resolved
from cavendish.core.events import Begin, Data, End, Event
from cavendish.core.parts import Blob
from cavendish.core.rejection import Tally
from cavendish.core.request import Request
from cavendish.core.result import Delivered, Mismatch
from cavendish.core.sniff import Header, sniff
from cavendish.core.stream import Batch

__all__ = ["Witness"]

HEAD = 96 * 1024  # characters of base64 kept to measure a picture; a JPEG's metadata may come first
TAIL = 64  # characters of base64 kept to see whether a file is whole
PNG_END = b"IEND"
TOLERANCE = 0.02  # of a side: the tables are Google's, and Google rounds
MOST_WORDS = 20_000  # characters kept of what the model said


class Witness:
    def __init__(self) -> None:
        self.tally = Tally()
        self.pictures: list[Delivered] = []
        self._begin: Begin | None = None
        self._head = bytearray()
        self._header: Header | None = None
        self._length = 0
        self._tail = b""
        self.cut_short = False  # a picture's file does not end as its type demands
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def see(self, event: Event) -> None:
        match event:
            case Begin():
                self._begin, self._head, self._length, self._tail = event, bytearray(), 0, b""
                self._header = None
                self._decoder.reset()
            case Data(piece) if self._begin and self._begin.kind == "text" and not self._begin.thought:
                room = MOST_WORDS - len(self.tally.words)
                self.tally.words += self._decoder.decode(bytes(piece))[:room]
            case Data(piece, stream) if self._begin and not self._begin.thought:
                self._see_letters(Batch((bytes(piece),)))
                if stream:
                    stream.watch(self._see_letters)
            case End(thought=False) if self._begin and self._begin.kind == "image" and not self._begin.thought:
                self.tally.pictures += 1
                self.pictures.append(self._measured(self._begin))

    def _see_letters(self, batch: Batch) -> None:
        """Of a picture; a draft's are of no interest."""
        if self._begin is None or self._begin.thought:
            return
        self._length += batch.length
        self._tail = (self._tail + batch.last(TAIL))[-TAIL:]
        if self._header is None and len(self._head) < HEAD:
            self._look_at_head(batch)

    def _look_at_head(self, batch: Batch) -> None:
        """Letters are kept only until they show what the picture is."""
        for piece in batch.pieces:
            self._head += piece[: HEAD - len(self._head)]
        self._header = sniff(Blob(bytes(self._head[: len(self._head) // 4 * 4]), encoded=True))
        if self._header:
            self._head = bytearray()

    def mismatches(self, resolved: Resolved) -> Iterator[Mismatch]:
        """The pictures that are not of the pixels or the type that was asked for, as far as that can be said."""
        for index, picture in enumerate(self.pictures):
            wanted = resolved.convert_to or picture.media_type
            if picture.media_type != wanted:
                yield Mismatch(index, wanted, picture.media_type)
            if resolved.exact and not _near(picture, resolved.request):
                asked = f"{resolved.request.width}x{resolved.request.height}"
                yield Mismatch(index, asked, f"{picture.width}x{picture.height}")

    def _measured(self, begin: Begin) -> Delivered:
        header = self._header
        size = self._length // 4 * 3 - self._tail[-2:].count(b"=")
        if header is None:
            return Delivered(begin.media_type, None, None, size)
        self.cut_short = self.cut_short or (header.media_type == "image/png" and not _ends_as_png(self._tail))
        return Delivered(header.media_type, header.width, header.height, size)


def _ends_as_png(tail: bytes) -> bool:
    try:
        return PNG_END in base64.b64decode(tail)
    except ValueError:
        return False


def _near(picture: Delivered, request: Request) -> bool:
    sides = ((picture.width, request.width), (picture.height, request.height))
    return all(got is None or wanted is None or abs(got - wanted) <= wanted * TOLERANCE for got, wanted in sides)
