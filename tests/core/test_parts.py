"""Pictures kept as they came."""

import base64

from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.parts import Blob, Image, Text, Turn

BYTES = st.binary(max_size=200)


@given(BYTES, st.integers(0, 220))
def test_a_blob_is_the_same_in_either_form(data: bytes, count: int) -> None:
    raw, encoded = Blob(data), Blob(base64.b64encode(data), encoded=True)
    assert raw == encoded
    assert hash(raw) == hash(encoded)
    assert raw.raw == encoded.raw == data
    assert raw.base64 == encoded.base64 == base64.b64encode(data)
    assert len(raw) == len(encoded) == len(data)
    assert raw.head(count) == encoded.head(count) == data[:count]


@given(BYTES, BYTES)
def test_blobs_differ_as_their_bytes_do(one: bytes, other: bytes) -> None:
    assert (Blob(one) == Blob(base64.b64encode(other), encoded=True)) == (one == other)


def test_what_a_blob_shows_is_short() -> None:
    assert repr(Blob(bytes(12_345))) == "<Blob of 12,345 bytes>"
    assert Blob(b"x") != b"x"


def test_a_turns_words_and_pictures_leave_thoughts_out() -> None:
    draft, picture = Image(Blob(b"draft"), "image/png", thought=True), Image(Blob(b"final"), "image/png")
    turn = Turn("model", (Text("hm", thought=True), draft, Text("one"), picture, Text("two")))
    assert turn.text == "one\ntwo"
    assert turn.images == (picture,)
