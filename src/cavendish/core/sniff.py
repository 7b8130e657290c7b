"""What a picture is, read from its first bytes: type and pixels, nothing decoded.

Facts: PNG 1.2 §11.2.2, JPEG (ITU T.81) §B.2.2, WebP container (RFC 9649), GIF89a §18, HEIF brands (ISO/IEC 23008-12).
"""

import struct
from dataclasses import dataclass

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image

__all__ = ["DECODABLE", "MAX_PIXELS", "Header", "checked_image", "sniff"]

DECODABLE = ("image/png", "image/jpeg", "image/webp", "image/gif")  # what we read; HEIC and HEIF are passed on only
MAX_PIXELS = 50_000_000  # of one picture sent to us; a decoder would need four bytes for each
HEADS = 64 * 1024, 8 * 1024 * 1024  # JPEGs carry metadata before their size, mostly a little, depth maps a lot
HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"}
HEIF_GENERIC_BRANDS = {b"mif1", b"msf1", b"heif"}


@dataclass(frozen=True, slots=True)
class Header:
    """`width` and `height` are None where the format does not tell them in its first bytes."""

    media_type: str
    width: int | None
    height: int | None


def checked_image(blob: Blob, *, field: str, most_pixels: int = MAX_PIXELS) -> Image:
    """A caller's picture with its true type; InvalidRequest names `field` when it is none or too large."""
    header = sniff(blob)
    if header is None:
        raise InvalidRequest(
            f"{field} is not a picture we know: PNG, JPEG, WebP, GIF, HEIC and HEIF are accepted.",
            field=field,
            code="bad_image",
        )
    if (header.width or 1) * (header.height or 1) > most_pixels:
        raise InvalidRequest(
            f"{field} has {header.width}×{header.height} pixels; {most_pixels:,} are the most.",
            field=field,
            code="bad_image",
        )
    return Image(blob, header.media_type)


def sniff(blob: Blob) -> Header | None:
    """The header of a PNG, JPEG, WebP, GIF, HEIC or HEIF; None for anything else, or for a header cut short."""
    head = blob.head(32)
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(head)
        if head.startswith(b"\xff\xd8\xff"):
            return next((header for size in HEADS if (header := _jpeg(blob.head(size)))), None)
        if head.startswith((b"GIF87a", b"GIF89a")):
            return Header("image/gif", *struct.unpack_from("<HH", head, 6))
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return _webp(head)
        if head[4:8] == b"ftyp":
            return _heif(head[8:12])
    except (struct.error, IndexError):
        return None
    return None


def _png(head: bytes) -> Header | None:
    if head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", head, 16)
    return Header("image/png", width, height) if width and height else None


def _jpeg(head: bytes) -> Header | None:
    at = 2
    while at + 9 <= len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", head, at + 5)
            return Header("image/jpeg", width, height) if width and height else None
        else:
            at += 2 + struct.unpack_from(">H", head, at + 2)[0]
    return None


def _webp(head: bytes) -> Header | None:
    kind = head[12:16]
    if kind == b"VP8X":
        width = (struct.unpack_from("<I", head, 24)[0] & 0xFFFFFF) + 1
        height = (struct.unpack_from("<I", head, 26)[0] >> 8) + 1
    elif kind == b"VP8L" and head[20] == 0x2F:
        bits = struct.unpack_from("<I", head, 21)[0]
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = (value & 0x3FFF for value in struct.unpack_from("<HH", head, 26))
    else:
        return None
    return Header("image/webp", width, height)


def _heif(brand: bytes) -> Header | None:
    if brand in HEIF_BRANDS:
        return Header("image/heic", None, None)
    if brand in HEIF_GENERIC_BRANDS:
        return Header("image/heif", None, None)
    return None
