"""Whole bodies: long strings out and in again, and nothing that JSON leaves open."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import InvalidRequest
from cavendish.wire.lift import LONG, SKELETON_LIMIT, Lifted, lift, render, restored, text_of

LONG_TEXTS = st.sampled_from(["A" * LONG, "é🍌" * LONG, '"' * LONG, "\\" * LONG, "\n\t" * LONG, "/u003d" * LONG])
NUMBERS = st.integers(-(10**38), 10**38) | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.none() | st.booleans() | NUMBERS | st.text(st.characters(codec="utf-8"), max_size=20) | LONG_TEXTS
KEYS = st.text(st.characters(codec="utf-8"), max_size=10)
DOCUMENTS = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


def encoded(value: Any, *, ascii_only: bool = False) -> bytes:
    return json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":")).encode()


@given(DOCUMENTS, st.booleans())
def test_what_is_lifted_can_be_put_back(value: Any, ascii_only: bool) -> None:
    document, strings = lift(encoded(value, ascii_only=ascii_only))
    assert restored(document, strings) == value
    assert json.loads(b"".join(render(document, strings))) == value


@given(DOCUMENTS)
def test_render_gives_back_the_very_bytes(value: Any) -> None:
    body = encoded(value)
    assert b"".join(render(*lift(body))) == body


@given(DOCUMENTS)
def test_no_long_string_is_left_in_the_document(value: Any) -> None:
    document, strings = lift(encoded(value))
    assert len(json.dumps(document, default=lambda lifted: f"<{lifted.index}>")) < 100_000
    assert all(len(string) >= LONG for string in strings)


@pytest.mark.parametrize(
    ("length", "lifted"), [(LONG - 1, False), (LONG, True), (LONG + 1, True)], ids=["short", "long", "longer"]
)
def test_the_border_of_long(length: int, lifted: bool) -> None:
    document, strings = lift(b'{"a":"' + b"A" * length + b'"}')
    assert document == {"a": Lifted(0) if lifted else "A" * length}
    assert strings == ((b"A" * length,) if lifted else ())


def test_a_long_string_stays_as_it_was_sent() -> None:
    literal = rb"\/\u003d\"\\" * LONG
    document, strings = lift(b'["x", "' + literal + b'"]')
    assert strings == (literal,)
    assert text_of(document[1], strings) == '/="\\' * LONG


def test_strings_with_many_escaped_quotes_end_where_they_end() -> None:
    literal = rb"a\"b\\" * 5000
    assert lift(b'{"a":"' + literal + b'","b":"' + literal + b'\\\\"}') == (
        {"a": Lifted(0), "b": Lifted(1)},
        (literal, literal + b"\\\\"),
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "not valid JSON"),
        (b"\xef\xbb\xbf{}", "not valid JSON"),
        (b'{"a":1} x', "not valid JSON"),
        (b'{"a":1,"a":2}', "names 'a' twice"),
        (b'{"b":{"c":[{"a":1,"\\u0061":2}]}}', "names 'a' twice"),
        (b'{"a":NaN}', "NaN is not a JSON number"),
        (b'{"a":-Infinity}', "-Infinity is not a JSON number"),
        (b'{"a":1e400}', "too large"),
        (b'{"a":-1e400}', "too large"),
        (b'{"a":' + b"9" * 5000 + b"}", "too large"),
        (b'{"a":"\\ud800"}', "broken character"),
        (b'{"\\udc00":1}', "broken character"),
        (b'{"a":"\xff"}', "broken character"),
        (b'{"a":"\xed\xa0\x80"}', "broken character"),
        (b'{"a":"\0"}', "not valid JSON"),
        (b'{"a":\0}', "not valid JSON"),
        (b'{"a":"\\q"}', "not valid JSON"),
        (b'{"a":"x\ny"}', "not valid JSON"),
        (b"{'a':1}", "not valid JSON"),
        (b'{"a":1,}', "not valid JSON"),
        (b"[" * 10_000 + b"]" * 10_000, "nested too deeply"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "nested too deeply"),
        (b'{"' + b"k" * LONG + b'":1}', "a name is too long"),
    ],
)
def test_what_json_leaves_open_is_refused(body: bytes, words: str) -> None:
    with pytest.raises(InvalidRequest, match=words) as caught:
        lift(body)
    assert len(caught.value.message) < 300


@pytest.mark.parametrize(
    "filler",
    [b'"a",', b"1,", b"[],", b'"' + b"b" * (LONG - 1) + b'",'],
    ids=["strings", "numbers", "lists", "almost long"],
)
def test_what_stands_around_long_strings_is_bounded(filler: bytes) -> None:
    body = b"[" + filler * (50_000_000 // len(filler)) + b"1]"
    with pytest.raises(InvalidRequest, match=f"{SKELETON_LIMIT:,}"):
        lift(body)


def test_a_hundred_megabytes_of_picture_are_no_skeleton() -> None:
    document, strings = lift(b'{"a":"' + b"A" * 100_000_000 + b'"}')
    assert document == {"a": Lifted(0)}
    assert len(strings[0]) == 100_000_000


@given(st.binary(max_size=60) | st.binary(max_size=30).map(lambda rubbish: b'{"a":"' + rubbish + b'"}'))
def test_rubbish_is_read_or_refused_in_words(body: bytes) -> None:
    try:
        document, _ = lift(body)
    except InvalidRequest:
        return
    assert document == json.loads(body)


@given(st.integers(0, 4199))
def test_a_body_cut_short_is_refused(length: int) -> None:
    body = b'{"contents":[{"text":"' + b"A" * LONG + b'"}],"b":{"c":[1,2,"three",4.5]},"d":null,"e":"\\u00e9"}'
    with pytest.raises(InvalidRequest):
        lift(body[: min(length, len(body) - 1)])


@pytest.mark.parametrize("guess", ["lifted-0", "lifted-", "lifted-000000000000000000000000-0", "<0>"])
def test_a_document_cannot_forge_what_stands_for_a_long_string(guess: str) -> None:
    document, strings = lift(encoded({"a": guess, "b": "A" * LONG, guess: 1}))
    assert document == {"a": guess, "b": Lifted(0), guess: 1}
    assert json.loads(b"".join(render(document, strings))) == {"a": guess, "b": "A" * LONG, guess: 1}


def test_a_token_that_was_seen_once_is_worth_nothing_the_next_time() -> None:
    """Even who could read the token of one body cannot use it in another."""
    written = b"".join(render({"a": Lifted(0), "b": "x"}, [b"lifted-"]))
    assert written == b'{"a":"lifted-","b":"x"}'
    assert lift(written) == ({"a": "lifted-", "b": "x"}, ())


def test_render_puts_one_string_into_every_place_that_names_it() -> None:
    assert b"".join(render([Lifted(1), {"a": Lifted(0)}, Lifted(1)], [b"A", b"B"])) == b'["B",{"a":"A"},"B"]'


def test_render_takes_json_values_only() -> None:
    with pytest.raises(TypeError, match="set has no place in JSON"):
        render({"a": {1}}, [])


@pytest.mark.parametrize("literal", [rb"\q", b"\0", b"\xff", rb"\ud800", b"a\nb"])
def test_a_long_text_that_is_no_text_is_refused_when_it_is_read(literal: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        text_of(Lifted(0), [literal * LONG])
