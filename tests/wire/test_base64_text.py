"""Base64 as people send it."""

import base64
import json
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.wire.base64_text import Normaliser, normalise

BYTES = st.binary(max_size=100)


@given(BYTES, st.booleans(), st.booleans(), st.booleans(), st.integers(1, 80))
def test_every_way_to_send_it_comes_to_the_same(
    data: bytes, url_safe: bool, padded: bool, wrapped: bool, width: int
) -> None:
    standard = base64.b64encode(data)
    sent = base64.urlsafe_b64encode(data) if url_safe else standard
    sent = sent if padded else sent.rstrip(b"=")
    if wrapped:
        sent = b"\r\n".join(line.encode() for line in textwrap.wrap(sent.decode(), width)) + b" \n"
    assert normalise(sent, escaped=False) == standard


@given(BYTES, st.booleans())
def test_escapes_of_json_are_undone(data: bytes, wrapped: bool) -> None:
    standard = base64.b64encode(data)
    text = standard.decode() + ("\n" if wrapped else "")
    literal = json.dumps(text)[1:-1].replace("/", "\\/").replace("=", "\\u003d").encode()
    assert normalise(literal) == standard


def test_what_is_right_already_is_not_copied() -> None:
    text = base64.b64encode(bytes(range(240)))
    assert normalise(text) is text


@pytest.mark.parametrize("text", [b"-_-_", b"__777w==", b"--__", b"_-8", b"+_+_"])
def test_the_url_safe_alphabet_is_never_left(text: bytes) -> None:
    assert not set(normalise(text)) & set(b"-_")


@pytest.mark.parametrize(
    "text",
    [b"A", b"AAAAA", b"AAA=A", b"QUJD=QUJD", b"AA*A", b"data:image/png;base64,AAAA", "ÄÄÄÄ".encode(), b"AAAA\0",
     b"AAAA\\", b"AA\\qAA", b"AA\\u00e9A", b"\\ud800AAA", b"iVBOR\xe2\x80\xa6"],
)  # fmt: skip
def test_rubbish_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        normalise(text)


@pytest.mark.parametrize(
    "pieces",
    [
        [b"QUJD", b"\0"],
        [b"QUJD\n"],
        [b"QU\xff="],
        [b"QUJD!"],
        [b"QQ==", b"QQ=="],
        [b"QQ=", b"=QQ"],
        [b"QQ==QQ"],
        [b'"'],
    ],
)
def test_what_arrives_and_is_no_base64_is_never_passed_on(pieces: list[bytes]) -> None:
    letters = Normaliser()
    with pytest.raises(ValueError, match=r"base64|control|position|delimiter|Extra|Expecting"):
        [letters.feed(piece) for piece in pieces]


def fed(*pieces: bytes) -> bytes:
    letters = Normaliser()
    return b"".join(bytes(letters.feed(piece)) for piece in pieces) + letters.close()


@pytest.mark.parametrize(
    ("spelled", "first"),
    [
        pytest.param(lambda text: text.replace(b"/", rb"\/"), b"A+" * 40_000, id="late slashes escaped"),
        pytest.param(lambda text: text.replace(b"+", rb"\u002b"), b"A/" * 40_000, id="plus signs escaped"),
        pytest.param(lambda text: text.replace(b"+", b"-").replace(b"/", b"_"), b"A" * 80_000, id="others"),
    ],
)
def test_a_spelling_that_shows_late_is_understood(spelled: Callable[[bytes], bytes], first: bytes) -> None:
    rest = b"AA+/BB/+" * 40_000
    assert fed(spelled(first), spelled(rest)) == first + rest
    assert fed(spelled(first + rest)) == first + rest


@pytest.mark.parametrize("piece", [b"<html>" * 40_000, b"A" * 100_000 + b"<", b"<" + b"A" * 100_000])
def test_what_is_no_base64_is_found_behind_a_long_plain_start(piece: bytes) -> None:
    letters = Normaliser()
    letters.feed(b"ab+/" * 20_000)
    with pytest.raises(ValueError, match="base64"):
        letters.feed(piece)


def test_escaped_padding_behind_a_long_plain_start() -> None:
    start = b"ab+/" * 100_000
    assert fed(start, start, rb"QQ\u003d", rb"\u003d") == start + start + b"QQ=="
    assert fed(start, start + b"QQ==") == start + start + b"QQ=="
