"""Types and pixels from first bytes."""

import base64
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob
from cavendish.core.sniff import Header, checked_image, sniff
from tests.samples import png


def jpeg(width: int, height: int, *, metadata: int = 0) -> bytes:
    app1 = b"\xff\xe1" + struct.pack(">H", metadata + 2) + bytes(metadata) if metadata else b""
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + app1 + b"\xff" + frame + b"\xff\xd9"


def webp(kind: bytes, payload: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(payload)) + payload
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def vp8x(width: int, height: int) -> bytes:
    return webp(b"VP8X", bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"))


def vp8l(width: int, height: int) -> bytes:
    return webp(b"VP8L", b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + b"\0\0\0")


def vp8(width: int, height: int) -> bytes:
    return webp(b"VP8 ", b"\x10\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height) + b"\0\0")


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def heif(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic"


PICTURES = {
    "png": (png(3, 5), Header("image/png", 3, 5)),
    "jpeg": (jpeg(640, 480), Header("image/jpeg", 640, 480)),
    "jpeg with metadata": (jpeg(7, 9, metadata=65_000), Header("image/jpeg", 7, 9)),
    "webp, lossy": (vp8(550, 368), Header("image/webp", 550, 368)),
    "webp, lossless": (vp8l(16_384, 1), Header("image/webp", 16_384, 1)),
    "webp, extended": (vp8x(70_000, 300), Header("image/webp", 70_000, 300)),
    "gif": (gif(20, 10), Header("image/gif", 20, 10)),
    "heic": (heif(b"heic"), Header("image/heic", None, None)),
    "heif": (heif(b"mif1"), Header("image/heif", None, None)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_type_and_pixels_are_read_raw_and_in_base64(name: str) -> None:
    data, header = PICTURES[name]
    assert sniff(Blob(data)) == header
    assert sniff(Blob(base64.b64encode(data), encoded=True)) == header


@pytest.mark.parametrize("name", PICTURES)
def test_a_header_cut_short_tells_nothing_false(name: str) -> None:
    data, header = PICTURES[name]
    for length in range(min(len(data), 64)):
        assert sniff(Blob(data[:length])) in (None, header)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"BM" + bytes(60),
        b"RIFF\0\0\0\0WAVEfmt " + bytes(40),
        heif(b"avif"),
        heif(b"isom"),
        png(1, 1)[:12] + b"IDAT" + bytes(20),
        b"\xff\xd8\xff\xe0\0\0" * 20,
    ],
)
def test_what_is_no_picture_we_know_is_refused_by_name(data: bytes) -> None:
    assert sniff(Blob(data)) is None
    with pytest.raises(InvalidRequest, match="PNG, JPEG, WebP") as caught:
        checked_image(Blob(data), field="contents[0].parts[1]")
    assert caught.value.field == "contents[0].parts[1]"
    assert caught.value.code == "bad_image"


STARTS = [b"", *(data[:length] for data, _ in PICTURES.values() for length in (8, 24))]


@given(st.sampled_from(STARTS), st.binary(max_size=80))
def test_rubbish_never_raises(start: bytes, rest: bytes) -> None:
    header = sniff(Blob(start + rest))
    assert header is None or header.media_type.startswith("image/")


@pytest.mark.parametrize(
    ("width", "height", "fits"), [(10_000, 5_000, True), (10_000, 5_001, False), (65_535, 65_535, False)]
)
def test_pixels_are_capped(width: int, height: int, fits: bool) -> None:
    blob = Blob(jpeg(width, height))
    if fits:
        assert checked_image(blob, field="f").media_type == "image/jpeg"
        return
    with pytest.raises(InvalidRequest, match="50,000,000"):
        checked_image(blob, field="f")


def test_the_true_type_counts_whatever_the_caller_said() -> None:
    assert checked_image(Blob(vp8l(2, 2)), field="f").media_type == "image/webp"
