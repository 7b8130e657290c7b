"""A reply's body as it may be kept: long base64 cut out as it passes, and of what is left the beginning and the end.

Base64 is known by its letters alone, so that JSON, event streams, web pages and what nobody foresaw are all treated
alike, wherever the pieces end. Time is linear, memory the same for every reply.
"""

import re
from collections.abc import Callable

__all__ = ["Excerpt"]

LONG = 1024  # letters of base64 in a row; what is shorter is kept
BEGINNING = 960 * 1024  # bytes of a body, base64 cut out, that are kept
END = 64 * 1024  # its last bytes, kept as well: how an answer ended tells most
RUN = re.compile(rb"(?:[A-Za-z0-9+/=_-]++|\\(?:/|u00(?:2[bBfFdD]|3[dD]|5[fF])))++")  # JSON may escape + / = - _
ESCAPE_BEGUN = re.compile(rb"\\(?:u(?:0(?:0[235]?)?)?)?\Z")
LONGEST_ESCAPE = 6
NO_TEXT = ("image/", "audio/", "video/", "application/octet-stream")


class Excerpt:
    """Feed it a body's pieces, close it, then read it. Of a body that is no text only the length is kept."""

    def __init__(self, media_type: str) -> None:
        self._media_type = media_type
        self._cutter = _Cutter()
        self._beginning = bytearray()
        self._end = bytearray()
        self._left_out = 0
        self._no_text = 0

    def feed(self, piece: bytes) -> None:
        if self._no_text or self._media_type.startswith(NO_TEXT) or b"\0" in piece:
            self._no_text += len(piece)
        else:
            self._add(self._cutter.feed(piece))

    def close(self) -> None:
        self._add(self._cutter.close())
        if self._no_text:
            self._add(f"<{self._no_text:,} bytes of {self._media_type or 'what is no text'}>".encode())

    def read(self, hide: Callable[[bytes], bytes], *, longest: int) -> bytes:
        """What is kept, after `hide` has taken out secrets of at most `longest` bytes, halves of them included."""
        if not self._left_out:
            return hide(bytes(self._beginning + self._end))
        beginning = hide(bytes(self._beginning))
        end = hide(bytes(self._end))
        note = f"\n<{self._left_out + 2 * longest:,} bytes left out>\n".encode()
        return beginning[: len(beginning) - longest] + note + end[longest:]

    def _add(self, text: bytes) -> None:
        room = BEGINNING - len(self._beginning)
        self._beginning += text[:room]
        self._end += text[room:]
        if len(self._end) > 2 * END:  # not at every piece, since the rest is moved
            self._left_out += len(self._end) - END
            del self._end[:-END]


class _Cutter:
    """Puts a note in the place of every long run of base64."""

    def __init__(self) -> None:
        self._held = b""  # a run that may go on while it is short, or the beginning of an escape
        self._length = 0  # of the long run that may go on

    def feed(self, piece: bytes) -> bytes:
        text = self._held + piece
        begun = ESCAPE_BEGUN.search(text, max(0, len(text) - LONGEST_ESCAPE))
        stop = begun.start() if begun else len(text)
        kept, at = b"", 0
        if self._length:
            run = RUN.match(text, 0, stop)
            at = run.end() if run else 0
            self._length += at
            if at == stop:
                self._held = text[stop:]
                return b""
            kept, self._length = _note(self._length), 0
        return kept + self._cut(text, at, stop)

    def close(self) -> bytes:
        return (_note(self._length) if self._length else b"") + self._held

    def _cut(self, text: bytes, at: int, stop: int) -> bytes:
        """The text from `at`, without the run that reaches `stop`: that one may go on."""
        kept, last = bytearray(), stop
        for run in RUN.finditer(text, at, stop):
            if run.end() == stop:
                last = run.start()
            elif run.end() - run.start() >= LONG:
                kept += text[at : run.start()] + _note(run.end() - run.start())
                at = run.end()
        if stop - last >= LONG:
            self._length, self._held = stop - last, text[stop:]
        else:
            self._held = text[last:]
        return bytes(kept + text[at:last])


def _note(length: int) -> bytes:
    return f"<{length:,} characters of base64>".encode()
