"""Looks on while an answer goes by: counts pictures and words, and measures each picture from its own first bytes."""

import codecs

from cavendish.core.events import Begin, Data, End, Event
from cavendish.core.parts import Blob
from cavendish.core.rejection import Tally
from cavendish.core.result import Delivered
from cavendish.core.sniff import sniff

__all__ = ["Witness"]

HEAD = 96 * 1024  # characters of base64 kept to measure a picture; a JPEG's metadata may come first
MOST_WORDS = 20_000  # characters kept of what the model said


class Witness:
    def __init__(self) -> None:
        self.tally = Tally()
        self.pictures: list[Delivered] = []
        self._begin: Begin | None = None
        self._head = bytearray()
        self._length = 0
        self._padding = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def see(self, event: Event) -> None:
        match event:
            case Begin():
                self._begin, self._head, self._length = event, bytearray(), 0
                self._decoder.reset()
            case Data(piece) if self._begin and not self._begin.thought:
                if self._begin.kind == "text":
                    room = MOST_WORDS - len(self.tally.words)
                    self.tally.words += self._decoder.decode(bytes(piece))[:room]
                    return
                self._length += len(piece)
                self._padding = bytes(piece[-2:]).count(b"=")
                if len(self._head) < HEAD:
                    self._head += piece[: HEAD - len(self._head)]
            case End() if self._begin and self._begin.kind == "image" and not self._begin.thought:
                self.tally.pictures += 1
                self.pictures.append(self._measured(self._begin))

    def _measured(self, begin: Begin) -> Delivered:
        head = bytes(self._head[: len(self._head) // 4 * 4])
        header = sniff(Blob(head, encoded=True))
        size = self._length // 4 * 3 - self._padding
        if header is None:
            return Delivered(begin.media_type, None, None, size)
        return Delivered(header.media_type, header.width, header.height, size)
