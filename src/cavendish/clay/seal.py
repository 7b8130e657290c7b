"""A scene as one line of text, small enough to travel in a signature: base64 of deflate of JSON, with a checksum.

There is no secret in it: a scene is data like any other input and is checked like it. The checksum only tells a
scene of ours from the many other things that may stand in the same field.
"""

import base64
import binascii
import json
import zlib

from .scene import Scene, from_document, to_document

__all__ = ["seal", "unseal"]

_MARK = b"clay1"
MOST_SEALED = 64 * 1024
MOST_UNSEALED = 256 * 1024


def seal(scene: Scene) -> str:
    """Return the scene as base64 text, 0.5 to 2 kB for most pictures."""
    document = json.dumps(to_document(scene), ensure_ascii=False, separators=(",", ":")).encode()
    packed = zlib.compress(document, 9)
    return base64.b64encode(_MARK + zlib.crc32(packed).to_bytes(4, "big") + packed).decode("ascii")


def unseal(text: str) -> Scene | None:
    """Return the scene that was sealed; None for anything that is not ours, however large or malicious."""
    if len(text) > MOST_SEALED:
        return None
    try:
        sealed = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    start = len(_MARK) + 4
    packed = sealed[start:]
    if not sealed.startswith(_MARK) or sealed[len(_MARK) : start] != zlib.crc32(packed).to_bytes(4, "big"):
        return None
    return _unpack(packed)


def _unpack(packed: bytes) -> Scene | None:
    inflater = zlib.decompressobj()
    try:
        document = inflater.decompress(packed, MOST_UNSEALED)
        if not inflater.eof:
            return None
        return from_document(json.loads(document))
    except (zlib.error, ValueError, RecursionError):
        return None
