"""Pictures decoded and encoded: types, transparency, metadata that goes along, and files that are refused."""

import io
import struct
import zlib

import pytest
from PIL import Image

from cavendish.codec import convert, decode
from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob
from cavendish.core.sniff import sniff

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">kept</x:xmpmeta>'


def encoded(kind: str, image: Image.Image | None = None, **options: object) -> Blob:
    out = io.BytesIO()
    (image or Image.new("RGB", (40, 30), "orange")).save(out, kind, **options)
    return Blob(out.getvalue())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("media_type", ["image/png", "image/jpeg", "image/webp"])
def test_every_type_becomes_every_type(kind: str, media_type: str) -> None:
    converted = convert(encoded(kind), media_type)
    header = sniff(converted)
    assert header
    assert (header.media_type, header.width, header.height) == (media_type, 40, 30)


def test_what_is_clear_becomes_white_where_nothing_can_be_clear() -> None:
    clear = encoded("PNG", Image.new("RGBA", (8, 8), (255, 0, 0, 0)))
    assert decode(convert(clear, "image/jpeg")).getpixel((4, 4)) == (255, 255, 255)
    assert decode(convert(clear, "image/webp")).mode == "RGBA"


@pytest.mark.parametrize("source", ["JPEG", "WEBP"])
def test_xmp_goes_along(source: str) -> None:
    blob = encoded(source, xmp=XMP)
    for media_type in ("image/png", "image/webp", "image/jpeg", "image/png"):
        blob = convert(blob, media_type)
        assert b"kept" in decode(blob).info["xmp"]


def png_of(width: int, height: int) -> Blob:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return Blob(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header)))


@pytest.mark.parametrize(
    "blob",
    [
        Blob(b"%PDF-1.7 not a picture"),
        Blob(b"%!PS-Adobe-3.0 EPSF-3.0"),
        Blob(b"8BPS\0\1" + b"\0" * 40),
        Blob(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        Blob(encoded("PNG").raw[:60]),
        png_of(20_000, 20_000),
        Blob(b""),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(blob: Blob) -> None:
    with pytest.raises(InvalidRequest) as caught:
        decode(blob)
    assert caught.value.code == "bad_image"
    assert "0x" not in caught.value.message
