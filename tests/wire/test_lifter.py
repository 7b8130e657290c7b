"""Bodies as they arrive: any chunking gives the same."""

import collections
import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.wire.lift import LONG, SKELETON_LIMIT, restored
from cavendish.wire.lifter import Document, Lifter, Opened, Slice
from tests.samples import BORDERS, cut
from tests.wire.test_lift import DOCUMENTS, KEYS

OBJECTS = st.dictionaries(KEYS, DOCUMENTS, max_size=4)


def lifted(chunks: Iterable[bytes]) -> list[Any]:
    """The documents with their long strings put back."""
    lifter, documents, strings = Lifter(), [], {}
    for chunk in chunks:
        for token in lifter.feed(chunk):
            match token:
                case Opened(index):
                    assert index not in strings
                    strings[index] = bytearray()
                case Slice(index, piece):
                    strings[index] += piece
                case Document(value):
                    documents.append(restored(value, strings))
    assert not lifter.inside
    return documents


def framed(documents: list[Any], framing: str, *, ascii_only: bool) -> bytes:
    bodies = [json.dumps(document, ensure_ascii=ascii_only).encode() for document in documents]
    match framing:
        case "array":
            return b"[" + b"\n,\r\n".join(bodies) + b"]"
        case "events":
            return b"".join(b"data: " + body + b"\r\n\r\n" for body in bodies)
        case "chatty events":
            return (
                b": hello\n\n" + b"".join(b"event: x\ndata:" + body + b"\n\n" for body in bodies) + b"data: [DONE]\n\n"
            )
        case _:
            return b"  \n".join(bodies)


@given(
    st.lists(OBJECTS, min_size=1, max_size=3),
    st.sampled_from(["plain", "array", "events", "chatty events"]),
    st.booleans(),
    BORDERS,
)
def test_any_chunking_gives_the_same(documents: list[Any], framing: str, ascii_only: bool, borders: list[int]) -> None:
    assert lifted(cut(framed(documents, framing, ascii_only=ascii_only), borders)) == documents


@pytest.mark.parametrize("literal", [rb"\"", rb"\\", rb"\u00e9", rb"\/", "🍌".encode(), b"A"])
def test_escapes_at_slice_borders(literal: bytes) -> None:
    """Byte by byte around every place where a short string turns into a long one."""
    body = b'{"a":"' + literal * (LONG // len(literal) + 2) + b'","b":"' + literal + b'"}'
    assert lifted(body[at : at + 1] for at in range(len(body))) == [json.loads(body)]
    assert lifted([body]) == [json.loads(body)]


def test_slices_come_before_the_string_is_whole() -> None:
    lifter = Lifter()
    tokens = list(lifter.feed(b'{"a":"' + b"A" * LONG))
    assert tokens[:1] == [Opened(0)]
    assert [bytes(token.piece) for token in lifter.feed(b"BBB") if isinstance(token, Slice)] == [b"BBB"]
    assert lifter.inside


@given(OBJECTS, st.integers(1, 100))
def test_a_body_cut_off_is_known_to_be(document: dict[str, Any], missing: int) -> None:
    body = json.dumps(document).encode()
    lifter = Lifter()
    for chunk in (body[: max(len(body) - missing, 1)],):
        assert not any(isinstance(token, Document) for token in lifter.feed(chunk))
    assert lifter.inside


@pytest.mark.parametrize(
    "body",
    [b"{]", b'{"a"}', b'{"a":1,}', b"{'a':1}", b'{"a":\xff}', b'{"a":"\xff"}', b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
     b'{"a":"\0"}', b'{"' + b"k" * LONG + b'":1}', b'{"a":' + b"9" * 5000 + b"}"],
)  # fmt: skip
def test_a_broken_document_is_a_value_error(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(Lifter().feed(body))


@pytest.mark.parametrize(
    "filler", [b"1,", b"[11111111],", b'"%s",' % (b"a" * 998)], ids=["numbers", "lists", "strings"]
)
def test_what_stands_around_long_strings_is_bounded(filler: bytes) -> None:
    lifter = Lifter()
    chunks = (b'{"a":[', *[filler * 1000] * (SKELETON_LIMIT // 1000))
    with pytest.raises(ValueError, match="too large"):
        collections.deque((token for chunk in chunks for token in lifter.feed(chunk)), maxlen=0)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"a":NaN}', "NaN"),
        (b'{"a":-Infinity}', "-Infinity"),
        (b'{"a":1e400}', "Infinity"),
        (rb'{"a":"x\ud83d"}', "x?"),
    ],
)
def test_what_cannot_be_written_is_read_as_what_can(body: bytes, value: str) -> None:
    """A careless upstream is no reason to lose a paid picture."""
    assert lifted([body]) == [{"a": value}]
    assert json.loads(json.dumps(lifted([body])[0], allow_nan=False).encode()) == {"a": value}


@pytest.mark.parametrize("body", [b"", b"  \r\n", b"[]", b"<html><body>504</body></html>", b"data: [DONE]\n\n"])
def test_where_there_is_no_document_there_is_none(body: bytes) -> None:
    assert lifted([body]) == []


def test_a_document_cannot_forge_what_stands_for_a_long_string() -> None:
    forged = {"a": "lifted-0", "b": "A" * LONG, "lifted-": "lifted-000000000000000000000000-0"}
    assert lifted([json.dumps(forged).encode()]) == [forged]
