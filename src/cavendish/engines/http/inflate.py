"""Compressed replies, inflated in bounded steps: a small reply cannot become a large piece of memory.

We ask for replies as they are, since pictures in base64 gain little; some servers compress all the same.
"""

import zlib

__all__ = ["Inflater", "UnreadableReply"]

STEP = 256 * 1024  # bytes that leave at once
GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS  # the header tells which


class UnreadableReply(Exception):
    """Compressed with what was not asked for and is not known here, or broken."""


class Inflater:
    """Feed a chunk, then take pieces until there are none."""

    def __init__(self, encoding: str) -> None:
        if encoding not in ("gzip", "x-gzip", "deflate"):
            raise UnreadableReply("compressed in a way that was not asked for")
        self._inflating = zlib.decompressobj(GZIP_OR_ZLIB)
        self._waiting = b""

    def feed(self, chunk: bytes) -> None:
        self._waiting += chunk

    def take(self) -> bytes:
        """At most STEP bytes; empty when more must be fed."""
        try:
            piece = self._inflating.decompress(self._waiting, STEP)
        except zlib.error:
            raise UnreadableReply("compressed wrongly") from None
        self._waiting = self._inflating.unconsumed_tail
        return piece

    def close(self) -> None:
        if not self._inflating.eof:
            raise UnreadableReply("compressed, and ended too early")
