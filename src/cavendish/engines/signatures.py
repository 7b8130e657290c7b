"""Thought signatures that an upstream gave, kept for callers who do not send them back.

Google wants the signature of a picture or text again when it comes back in the history; chat clients lose it. It is
remembered by a cheap fingerprint of what it belongs to (length, first and last 4 KiB), the least lately used forgotten
first. For what is not remembered there is the sentinel that Google documents.
"""

import base64
import hashlib
from collections import OrderedDict

from cavendish.core.events import Begin, Data, End, Event
from cavendish.core.stream import Batch

__all__ = ["SENTINEL", "Signatures"]

SENTINEL = base64.b64encode(b"skip_thought_signature_validator").decode()
REMEMBERED = 4096
LONGEST = 64 * 1024  # characters of one signature
EDGE = 4 * 1024


class Signatures:
    def __init__(self) -> None:
        self._known: OrderedDict[bytes, str] = OrderedDict()

    def find(self, data: bytes) -> str:
        """The signature of a text (UTF-8) or a picture (base64) that the upstream made, else the sentinel."""
        key = _fingerprint(len(data), data[:EDGE], data[-EDGE:])
        if key in self._known:
            self._known.move_to_end(key)
        return self._known.get(key, SENTINEL)

    def remember(self, key: bytes, signature: str) -> None:
        self._known[key] = signature
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def watch(self) -> "Watch":
        """Looks on while one answer goes by."""
        return Watch(self)


class Watch:
    def __init__(self, signatures: Signatures) -> None:
        self._signatures = signatures
        self._head = bytearray()
        self._tail = b""
        self._length = 0

    def see(self, event: Event) -> None:
        match event:
            case Begin():
                self._head, self._tail, self._length = bytearray(), b"", 0
            case Data(piece, stream):
                self._more(Batch((bytes(piece),)))
                if stream:
                    stream.watch(self._more)
            case End(str(signature)) if len(signature) <= LONGEST:
                key = _fingerprint(self._length, bytes(self._head), self._tail)
                self._signatures.remember(key, signature)

    def _more(self, batch: Batch) -> None:
        self._length += batch.length
        for piece in batch.pieces if len(self._head) < EDGE else ():
            self._head += piece[: EDGE - len(self._head)]
        edge = batch.last(EDGE)
        self._tail = edge if len(edge) == EDGE else (self._tail + edge)[-EDGE:]


def _fingerprint(length: int, head: bytes, tail: bytes) -> bytes:
    return hashlib.blake2b(length.to_bytes(8, "big") + head + tail, digest_size=16).digest()
