"""The scene inside the picture's own file, so that a picture that comes back can still be edited.

All three types carry it as XMP, which image programs keep when they turn one type into another: PNG in its iTXt chunk,
JPEG and WebP where their standards put it. It also says whose emoji a picture shows. Only the containers are walked; no
pixel is decoded.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from xml.sax.saxutils import escape

from .remarks import credit
from .scene import Scene
from .seal import MOST_SEALED, seal, unseal

__all__ = ["embed", "find_scene"]

_KEYWORD = b"XML:com.adobe.xmp"
_PNG = b"\x89PNG\r\n\x1a\n"
_XMP_HEADER = b"http://ns.adobe.com/xap/1.0/\x00"
_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:cavendish="urn:cavendish:clay" cavendish:scene="{}">{}</rdf:Description>'
    "</rdf:RDF></x:xmpmeta>"
)
_RIGHTS = (
    '<dc:rights xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li>'
    "</rdf:Alt></dc:rights>"
)
_IN_XMP = re.compile(rb'cavendish:scene="([A-Za-z0-9+/=]{8,%d})"' % MOST_SEALED)
MOST_CHUNKS = 4096
MOST_IN_SEGMENT = 65_000
XMP_FLAG = 0x04


def embed(file_bytes: bytes, media_type: str, scene: Scene) -> bytes:
    """Return the file with the scene inside. A file of another type, or one too short to be real, comes back as is."""
    credited = credit(scene)
    xmp = _XMP.format(seal(scene), _RIGHTS.format(escape(credited)) if credited else "").encode()
    match media_type:
        case "image/png" if file_bytes.startswith(_PNG) and len(file_bytes) > 33:
            return _into_png(file_bytes, xmp)
        case "image/jpeg" if file_bytes.startswith(b"\xff\xd8\xff"):
            return _into_jpeg(file_bytes, xmp)
        case "image/webp" if _is_webp(file_bytes):
            return _into_webp(file_bytes, xmp)
    return file_bytes


def find_scene(file_bytes: bytes) -> Scene | None:
    """Return the scene that a PNG, JPEG or WebP file carries; None if there is none. Never raises."""
    if file_bytes.startswith(_PNG):
        chunks, key = _png_chunks(file_bytes), b"iTXt"
    elif _is_webp(file_bytes):
        chunks, key = _webp_chunks(file_bytes), b"XMP "
    elif file_bytes.startswith(b"\xff\xd8\xff"):
        chunks, key = _jpeg_segments(file_bytes), b"\xe1"
    else:
        return None
    for name, start, end in chunks:
        if name == key and end - start <= 2 * MOST_SEALED and (scene := _scene_in(file_bytes[start:end])):
            return scene
    return None


def _scene_in(payload: bytes) -> Scene | None:
    found = _IN_XMP.search(payload)
    return unseal(found.group(1).decode("ascii")) if found else None


def _into_png(file_bytes: bytes, xmp: bytes) -> bytes:
    """Put the chunk right behind the header, so that it is found without walking the pixels."""
    header_end = 8 + 12 + int.from_bytes(file_bytes[8:12], "big")
    payload = _KEYWORD + b"\x00\x00\x00\x00\x00" + xmp
    chunk = struct.pack(">I", len(payload)) + b"iTXt" + payload + struct.pack(">I", zlib.crc32(b"iTXt" + payload))
    return file_bytes[:header_end] + chunk + file_bytes[header_end:]


def _into_jpeg(file_bytes: bytes, xmp: bytes) -> bytes:
    """Put the segment behind JFIF's, which has to stay first. A scene too large for one segment is left out."""
    payload = _XMP_HEADER + xmp
    if len(payload) > MOST_IN_SEGMENT:
        return file_bytes
    start = 2
    if file_bytes[2:4] == b"\xff\xe0":
        start = 4 + int.from_bytes(file_bytes[4:6], "big")
    segment = b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload
    return file_bytes[:start] + segment + file_bytes[start:]


def _into_webp(file_bytes: bytes, xmp: bytes) -> bytes:
    """Put the chunk at the end and say so in the VP8X header, which simple files do not have yet."""
    chunks = [(name, file_bytes[start:end]) for name, start, end in _webp_chunks(file_bytes) if name != b"XMP "]
    if not chunks:
        return file_bytes
    if chunks[0][0] != b"VP8X":
        size = _webp_size(*chunks[0])
        if size is None:
            return file_bytes
        has_alpha = 0x10 if chunks[0][0] == b"VP8L" and chunks[0][1][4] & 0x10 else 0
        measures = (size[0] - 1).to_bytes(3, "little") + (size[1] - 1).to_bytes(3, "little")
        chunks.insert(0, (b"VP8X", bytes((has_alpha, 0, 0, 0)) + measures))
    header = chunks[0][1]
    if len(header) < 10:
        return file_bytes
    chunks[0] = (b"VP8X", bytes((header[0] | XMP_FLAG,)) + header[1:])
    chunks.append((b"XMP ", xmp))
    body = b"".join(name + struct.pack("<I", len(data)) + data + b"\x00" * (len(data) % 2) for name, data in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_size(name: bytes, data: bytes) -> tuple[int, int] | None:
    """Return width and height from a simple WebP file's only chunk."""
    if name == b"VP8 " and len(data) >= 10:
        return int.from_bytes(data[6:8], "little") & 0x3FFF, int.from_bytes(data[8:10], "little") & 0x3FFF
    if name == b"VP8L" and len(data) >= 5:
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _is_webp(file_bytes: bytes) -> bool:
    return file_bytes[:4] == b"RIFF" and file_bytes[8:12] == b"WEBP"


Chunk = tuple[bytes, int, int]


def _png_chunks(file_bytes: bytes) -> Iterator[Chunk]:
    position = 8
    for _ in range(MOST_CHUNKS):
        length = int.from_bytes(file_bytes[position : position + 4], "big")
        start = position + 8
        if start + length + 4 > len(file_bytes):
            return
        yield file_bytes[position + 4 : start], start, start + length
        position = start + length + 4


def _webp_chunks(file_bytes: bytes) -> Iterator[Chunk]:
    position = 12
    for _ in range(MOST_CHUNKS):
        length = int.from_bytes(file_bytes[position + 4 : position + 8], "little")
        start = position + 8
        if start >= len(file_bytes) or start + length > len(file_bytes):
            return
        yield file_bytes[position : position + 4], start, start + length
        position = start + length + length % 2


def _jpeg_segments(file_bytes: bytes) -> Iterator[Chunk]:
    """Yield the segments before the pixels, named by their marker."""
    position = 2
    for _ in range(MOST_CHUNKS):
        if position + 4 > len(file_bytes) or file_bytes[position] != 0xFF or file_bytes[position + 1] in {0xD9, 0xDA}:
            return
        length = int.from_bytes(file_bytes[position + 2 : position + 4], "big")
        if length < 2:
            return
        yield file_bytes[position + 1 : position + 2], position + 4, position + 2 + length
        position += 2 + length
