"""Words with pictures in them as `data:` URIs, shown in markdown or bare, in pieces that are cut anywhere.

Pieces are looked at as they stand in JSON, escapes and all, so that megabytes of base64 are found and cut out, never
decoded. A picture's end is sought in windows that grow: every byte is looked at a bounded number of times. A large one
is passed on while it arrives.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from cavendish.core.stream import Batch
from cavendish.wire.documents import HELD
from cavendish.wire.received import DATA_HEAD, declared_type

__all__ = ["Flowing", "Inline", "Prose"]

LONGEST_HEAD = 400  # bytes of `data:image/png;…;base64,`
LONGEST_OPENING = 220  # bytes of `![…](`
OPENING = re.compile(rb"!?\[[^\]\[]{0,200}\]\(\s{0,8}\Z")
BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_"
RUN = re.compile(rb"[A-Za-z0-9+/=_-]*+(?:\\(?:/|u00(?:2[bBfF]|3[dD]))[A-Za-z0-9+/=_-]*+)*+")
FIRST_WINDOW, LARGEST_WINDOW = 64, 1 << 20


@dataclass(frozen=True, slots=True)
class Inline:
    """A picture that stood in prose: its declared type, and its base64 as it stood in JSON."""

    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Flowing:
    """The next piece of a picture that is passed on while it arrives, its type with the first; `last` ends it."""

    data: bytes
    media_type: str = ""
    last: bool = False


class Prose:
    """Feed it string literals; small pictures come out whole, large ones in pieces where they may (`flow`).

    `take` gives the words since the last time.
    """

    def __init__(self, *, flow: bool = False) -> None:
        self._flow = flow
        self._flows = False  # the open picture is passed on as it comes
        self._held = 0  # letters of the open picture that wait
        self._words = bytearray()
        self._media_type: str | None = None  # of the open picture
        self._pieces: list[bytes] = []
        self._shown = False  # the open picture stands in markdown: a bracket closes it

    def feed(self, literal: bytes) -> Iterator[Inline | Flowing]:
        at = 0
        while at < len(literal):
            if self._media_type is None:
                at = self._seek(literal, at)
                continue
            end = literal.find(b")", at) if self._shown else _end_of_base64(literal, at)
            closed = 0 <= end < len(literal)
            yield from self._take_letters(literal[at:end] if closed else literal[at:])
            if not closed:
                return
            at = end + 1 if self._shown else end
            yield self._closed()

    def may_pass(self, batch: Batch) -> bool:
        """Whether this is all of a picture that is passed on."""
        if not (self._flows and self._shown):
            return False
        for piece in batch.pieces:  # noqa: SIM110 - a generator costs as much as the search
            if b")" in piece:
                return False
        return True

    def _take_letters(self, letters: bytes) -> Iterator[Flowing]:
        if self._flows:
            yield Flowing(letters)
            return
        self._pieces.append(letters)
        self._held += len(letters)
        if self._flow and self._held > HELD:
            self._flows = True
            yield Flowing(b"".join(self._pieces), self._media_type or "")
            self._pieces = []

    def close(self) -> Iterator[Inline | Flowing]:
        """A picture may end where the words end; ValueError when it was shown in markdown and never closed."""
        if self._media_type is None:
            return
        if self._shown:
            raise ValueError("a picture was cut off")
        yield self._closed()

    def take(self) -> str:
        if not self._words:
            return ""
        words = bytes(self._words)
        self._words.clear()
        try:
            text = json.loads(b'"' + words + b'"', strict=False)
        except ValueError:
            return words.decode(errors="replace")
        return str(text).encode("utf-8", "replace").decode()

    def _seek(self, literal: bytes, at: int) -> int:
        """Words up to the next picture's head, which may have begun in an earlier piece; where to go on."""
        tail = bytes(self._words[-LONGEST_HEAD:])
        border = DATA_HEAD.search(tail + literal[at : at + LONGEST_HEAD]) if tail else None
        if border and border.start() < len(tail):
            del self._words[len(self._words) - len(tail) + border.start() :]
            return self._open(border, at + border.end() - len(tail))
        head = DATA_HEAD.search(literal, at)
        self._words += literal[at : head.start()] if head else literal[at:]
        return self._open(head, head.end()) if head else len(literal)

    def _open(self, head: "re.Match[bytes]", at: int) -> int:
        self._media_type = declared_type(head)
        before = bytes(self._words[-LONGEST_OPENING:])
        opening = OPENING.search(before)
        self._shown = opening is not None
        if opening:
            del self._words[len(self._words) - len(before) + opening.start() :]
        return at

    def _closed(self) -> Inline | Flowing:
        closed = Flowing(b"", last=True) if self._flows else Inline(self._media_type or "", b"".join(self._pieces))
        self._media_type, self._pieces, self._flows, self._held = None, [], False, 0
        return closed


def _end_of_base64(literal: bytes, at: int) -> int:
    window = FIRST_WINDOW
    while at < len(literal) and not literal[at : at + window].translate(None, BASE64):
        at, window = at + window, min(2 * window, LARGEST_WINDOW)
    run = RUN.match(literal, min(at, len(literal)))
    return run.end() if run else at
