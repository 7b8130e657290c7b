"""Reads what an upstream sends, as it arrives, with the long strings cut out.

One document, an array of documents and server-sent events differ only in what stands between the documents, and that
is passed over. Upstreams are read with more patience than callers: what they answer may have been paid for.
"""

import json
import math
import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any

from cavendish.core.events import Piece
from cavendish.wire.lift import LONG, SKELETON_LIMIT, Marks, escapes_before

__all__ = ["Document", "Lifter", "Opened", "Slice"]

BETWEEN = re.compile(rb'[^"{}\[\]]*+(?:"[^"\\]{0,%d}+"[^"{}\[\]]*+)*+' % (LONG - 1))  # brackets; short strings with it
HALF = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")  # of a surrogate pair, escaped or not
QUOTE, BRACE, BRACKET = b'"{['
CLOSING = bytes.maketrans(b"{[", b"}]")


@dataclass(frozen=True, slots=True)
class Opened:
    """The long string that `Lifted(index)` will stand for begins."""

    index: int


@dataclass(frozen=True, slots=True)
class Slice:
    """The next piece of a long string, as it was sent; valid until the next chunk is fed."""

    index: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Document:
    value: dict[str, Any]


Token = Opened | Slice | Document


class Lifter:
    """Cuts long strings out of JSON as it arrives."""

    def __init__(self) -> None:
        self._marks = Marks()
        self._skeleton = bytearray()  # the document so far
        self._stack = bytearray()  # its open brackets
        self._short: bytearray | None = None  # the string being read, while it may still be short
        self._long = False  # inside a long string
        self._escaped = False  # the last slice of the open string ended in the middle of an escape
        self._count = 0

    @property
    def inside(self) -> bool:
        """True while a document is open: what ends here was cut off."""
        return bool(self._stack)

    def so_far(self) -> dict[str, Any]:
        """The open document as far as it came, all that is open in it closed; empty where that makes no sense yet."""
        try:
            return self._parse(self._skeleton + self._stack[::-1].translate(CLOSING))
        except ValueError:
            return {}

    def inside_of(self, *chunks: bytes) -> int | None:
        """The long string in which all of the next slices lie: who wants that string alone need not feed them."""
        if not self._long or self._escaped or chunks[-1].endswith(b"\\"):
            return None
        for chunk in chunks:
            if b'"' in chunk:
                return None
        return self._count - 1

    def feed(self, chunk: bytes) -> Iterator[Token]:
        """Tokens of the next slice; ValueError for a broken document."""
        at = 0
        step: Callable[[bytes, int], Generator[Token, None, int]]
        while at < len(chunk):
            step = self._string if self._long or self._short is not None else self._structure
            at = yield from step(chunk, at)

    def _string(self, chunk: bytes, at: int) -> Generator[Token, None, int]:
        end = self._end_of_string(chunk, at)
        stop = len(chunk) if end is None else end
        if self._short is not None:
            self._short += chunk[at:stop]
            if len(self._short) < LONG:
                if end is not None:
                    self._skeleton += self._short + b'"'
                    self._short = None
                return stop + 1
            yield from self._open()
        elif stop > at:
            yield Slice(self._count - 1, memoryview(chunk)[at:stop] if stop - at < len(chunk) else chunk)
        if end is not None:
            self._long = False
        return stop + 1

    def _open(self) -> Iterator[Token]:
        head, self._short, self._long = bytes(self._short or b""), None, True
        self._skeleton += self._marks.token(self._count)[1:]
        yield Opened(self._count)
        yield Slice(self._count, head)
        self._count += 1

    def _end_of_string(self, chunk: bytes, at: int) -> int | None:
        if self._escaped:
            at += 1
        start = at
        self._escaped = False
        while (quote := chunk.find(b'"', at)) >= 0:
            if escapes_before(chunk, start, quote) % 2 == 0:
                return quote
            start = at = quote + 1
        self._escaped = escapes_before(chunk, start, len(chunk)) % 2 == 1
        return None

    def _structure(self, chunk: bytes, at: int) -> Generator[Token, None, int]:
        if not self._stack:
            start = chunk.find(b"{", at)
            if start < 0:
                return len(chunk)
            at = start
            self._skeleton.clear()
        stop, opens_string = self._nested(chunk, at)
        self._skeleton += chunk[at:stop]
        if len(self._skeleton) > SKELETON_LIMIT:
            raise ValueError("a document is too large")
        if opens_string:
            self._short, self._escaped = bytearray(), False
        elif not self._stack:
            yield Document(self._parse(self._skeleton))
        return stop

    def _nested(self, chunk: bytes, at: int) -> tuple[int, bool]:
        """Where the document ends, or a string begins that may be long, or the chunk ends; whether it is a string."""
        while (match := BETWEEN.match(chunk, at)) and match.end() < len(chunk):
            byte, at = chunk[match.end()], match.end() + 1
            if byte == QUOTE:
                return at, True
            if byte in (BRACE, BRACKET):
                self._stack.append(byte)
            else:
                self._stack.pop()
                if not self._stack:
                    return at, False
        return len(chunk), False

    def _parse(self, document: bytearray) -> dict[str, Any]:
        try:
            revived: dict[str, Any] = self._marks.revive(_parsed(document))
            return revived
        except RecursionError:
            raise ValueError("a document is nested too deeply") from None


def _parsed(document: bytearray) -> Any:
    """What JSON has no word for (half a character, NaN) in words that it has: no reason to lose a paid picture."""
    value = PATIENTLY.decode(document.decode("utf-8", "surrogatepass"))
    if HALF.search(document):
        return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    return value


def _number(digits: str) -> float | str:
    number = float(digits)
    return number if math.isfinite(number) else json.dumps(number)


PATIENTLY = json.JSONDecoder(parse_constant=str, parse_float=_number)  # one for all: it is dear to make
