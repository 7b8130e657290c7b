"""What is kept of a body: all of it but long base64, and of a very long one the beginning and the end."""

import json
import tracemalloc
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.engines.excerpt import BEGINNING, END, LONG, Excerpt
from tests.samples import BORDERS, cut, png64

PICTURE = png64(2, 1, filler=6000)


def kept(pieces: Iterable[bytes], *, media_type: str = "application/json") -> bytes:
    excerpt = Excerpt(media_type)
    for piece in pieces:
        excerpt.feed(piece)
    excerpt.close()
    return excerpt.read(bytes, longest=0)


def noted(length: int) -> str:
    return f"<{length:,} characters of base64>"


def both(template: str) -> tuple[bytes, bytes]:
    """A body with a picture in it, and what is to be kept of it."""
    return template.replace("@", PICTURE).encode(), template.replace("@", noted(len(PICTURE))).encode()


BODIES = [
    '{"a": 1, "data": "@", "b": "words: ü"}',
    '[{"data": "@"}, {"data": "@"}]',
    'data: {"data":"@"}\n\ndata: {"content":"![cat](data:image/png;base64,@) and \\n words"}\n\ndata: [DONE]\n\n',
    "<html><img src='data:image/png;base64,@'></html>",
    "@",
    '{"broken": "@',
]


@pytest.mark.parametrize("template", BODIES)
@given(borders=BORDERS)
def test_a_picture_leaves_a_note_wherever_the_pieces_end(template: str, borders: list[int]) -> None:
    body, expected = both(template)
    assert kept(cut(body, borders)) == expected


@pytest.mark.parametrize("template", BODIES)
def test_even_byte_by_byte(template: str) -> None:
    body, expected = both(template)
    assert kept(bytes([byte]) for byte in body) == expected


@given(borders=BORDERS)
def test_escapes_belong_to_the_picture(borders: list[int]) -> None:
    picture = PICTURE.replace("/", "\\/").replace("+", "\\u002B") + "\\u003d"
    body = json.dumps({"data": "@", "next": "a\\b\\u00"}).replace("@", picture).encode()
    expected = body.replace(picture.encode(), noted(len(picture)).encode())
    assert kept(cut(body, borders)) == expected


@given(st.binary(max_size=300).filter(lambda body: b"\0" not in body), BORDERS)
def test_what_is_no_picture_is_kept_byte_for_byte(body: bytes, borders: list[int]) -> None:
    assert kept(cut(body, borders)) == body


def test_what_is_short_is_kept() -> None:
    assert kept([b'"' + b"A" * (LONG - 1) + b'"']) == b'"' + b"A" * (LONG - 1) + b'"'
    assert kept([b'"' + b"A" * LONG + b'"']) == f'"{noted(LONG)}"'.encode()


def test_of_a_very_long_body_the_beginning_and_the_end_are_kept() -> None:
    words = [b"some words, %d. " % index for index in range(200_000)]
    body = b"".join(words)
    found = kept(words)
    beginning, note, end = found.partition(b"\n<")
    left_out, _, end = end.partition(b" bytes left out>\n")
    assert note
    assert body.startswith(beginning)
    assert body.endswith(end)
    assert len(beginning) == BEGINNING
    assert END <= len(end) <= 2 * END
    assert int(left_out.replace(b",", b"")) == len(body) - len(beginning) - len(end)


@pytest.mark.parametrize(
    ("media_type", "said"),
    [("image/png", b"<10 bytes of image/png>"), ("", b"words <6 bytes of what is no text>")],
)
def test_of_what_is_no_text_only_the_length_is_kept(media_type: str, said: bytes) -> None:
    pieces = [b"\x89PNG\0\0", b"rest"] if media_type else [b"words ", b"\0\1", b"rest"]
    assert kept(pieces, media_type=media_type) == said


@pytest.mark.parametrize("piece", [b"A" * 65_536, b"words, " * 9_000])
def test_memory_does_not_grow_with_the_body(piece: bytes) -> None:
    tracemalloc.start()
    try:
        kept(piece for _ in range(300))  # some 20 MB
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
