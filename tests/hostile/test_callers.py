"""Whatever a caller sends, a parser makes a value of it that every upstream can be told, or names what is wrong."""

import base64
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar, get_args

import pytest
from hypothesis import strategies as st

from cavendish.catalogue.names import parse_name
from cavendish.core.errors import CavendishError, InvalidRequest
from cavendish.core.parts import Blob
from cavendish.core.request import Request
from cavendish.core.size import parse_ratio, parse_size
from cavendish.core.sniff import sniff
from cavendish.refusals import LANGUAGES, preferred_language
from cavendish.server.care import LONGEST_WAIT, SHORTEST_SILENCE, for_google, for_openai
from cavendish.wire import bfl, gemini, openai_chat, openai_images
from cavendish.wire.base64_text import normalise
from cavendish.wire.lift import lift, render
from cavendish.wire.multipart import parse_form
from cavendish.wire.openai_chat.links import caption, find_links, is_link, without_pictures
from cavendish.wire.openai_chat.prose import Prose
from cavendish.wire.options import FORMATS, parse_media_type, parse_options
from cavendish.wire.retry_after import LONGEST_WAIT as LONGEST_RETRY
from cavendish.wire.retry_after import parse_retry_after
from tests.hostile.effort import TALLY, try_all
from tests.hostile.requests import Asked, cases
from tests.hostile.values import JUNK, ODD_WORDS, TEXTS, base64_texts, damaged, encoded, pictures

pytestmark = pytest.mark.slow

WORDS = st.one_of(TEXTS, ODD_WORDS)
T = TypeVar("T")


def parsed(dialect: str, body: bytes, headers: Mapping[str, str]) -> Request:
    match dialect:
        case "google":
            return gemini.parse_request(body, model="m", headers=headers)
        case "chat":
            return openai_chat.parse_request(body, headers=headers).request
    return openai_images.parse_request(body, headers=headers).request


def refused(call: Callable[[], T]) -> T | None:
    """What the call returns; None where it says what is wrong."""
    try:
        return call()
    except InvalidRequest as error:
        said = error.message
    assert said
    return None


@pytest.mark.parametrize("dialect", ["google", "chat", "images", "form"])
def test_requests(dialect: str) -> None:
    def check(asked: Asked) -> None:
        headers = {name.lower(): value for name, value in asked.headers.items()}
        request = refused(lambda: parsed(dialect, asked.body, headers))
        TALLY.count(f"parse_request, {dialect}", refused=request is None)
        assert request or not asked.good
        if request:
            check_rendering(request, good=asked.good)

    kind = "images form" if dialect == "form" else dialect
    try_all(cases(kind), check, share=0.02)


def check_rendering(request: Request, *, good: bool) -> None:
    """What was parsed can be said to every kind of upstream, in JSON, unless it is too much for that kind.

    A long string that nobody here reads goes to an upstream of Google's format as it came, good or not.
    """
    if any(turn.references for turn in request.turns):
        return
    for sign in (None, lambda _: "YWI="):
        rendered = b"".join(gemini.render_request(request, sign=sign))
        assert not good or json.loads(rendered)
    for style in get_args(openai_chat.SizeStyle):
        json.loads(b"".join(openai_chat.render_request(request, model="m", style=style)))
    for model in ("flux-3", "flux-2-pro", "flux-1"):
        json.loads(b"".join(refused(partial(bfl.render_request, request, model=model)) or [b"{}"]))
    call = openai_images.render_request(request, model="m")
    if call.content_type == "application/json":
        json.loads(b"".join(call.body))
    else:
        assert len(list(parse_form(b"".join(call.body), content_type=call.content_type))) > 2


def test_lift() -> None:
    def check(body: bytes) -> None:
        try:
            document, strings = lift(body)
        except InvalidRequest:
            TALLY.count("lift", refused=True)
            return
        TALLY.count("lift")
        assert b"".join(render(document, strings))

    raw = st.lists(
        st.sampled_from([b"{", b'"a":', b'"', b"\\", b"}", b"[", b"]", b",", b"1", b"A" * 5000, b"\xff", b"null"])
    )
    try_all(
        st.one_of(raw.map(b"".join), JUNK.flatmap(encoded), JUNK.flatmap(encoded).flatmap(damaged)), check, share=0.02
    )


def test_options_and_words_for_sizes() -> None:
    def check(value: Any) -> None:
        TALLY.count("options, sizes")
        refused(lambda: parse_options(value, {}))
        refused(lambda: parse_options({"format": value}, {"x-cavendish-images": str(value)}))
        assert refused(lambda: parse_media_type(value, field="x")) in (None, *FORMATS.values())
        refused(lambda: parse_ratio(value, field="x"))
        refused(lambda: parse_size(value, field="x"))
        parse_name(str(value), {"a"})

    try_all(JUNK, check, share=0.015)


def test_headers() -> None:
    dates = st.builds(
        "{}, {} {} {} {}:{}:{} {}".format, WORDS, st.integers(), st.sampled_from(["Nov", "Jan", "X"]), st.integers(),
        st.integers(), st.integers(0, 99), st.integers(0, 99),
        st.sampled_from(["GMT", "+9999", f"+{'9' * 30}", "x", ""]),
    )  # fmt: skip

    def check(value: str) -> None:
        TALLY.count("headers")
        seconds = parse_retry_after({"retry-after": value, "date": value})
        assert seconds is None or 0 <= seconds <= LONGEST_RETRY
        seconds = parse_retry_after({"retry-after": value})
        assert seconds is None or 0 <= seconds <= LONGEST_RETRY
        assert preferred_language(value) in LANGUAGES
        deadline = for_google({"x-server-timeout": value}, patience=9).deadline
        assert deadline is None or 0 < deadline <= LONGEST_WAIT
        for stream in (True, False):
            care = for_openai({"x-stainless-read-timeout": value}, patience=9, stream=stream)
            assert min(care.wait, care.first_wait) >= SHORTEST_SILENCE

    numbers = st.one_of(st.floats().map(str), st.integers().map(str), st.just("9" * 5000))
    try_all(st.one_of(WORDS, numbers, dates, numbers.map("de;q={}".format)), check, share=0.02)


def test_first_bytes_of_pictures() -> None:
    starts = st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF    WEBP", b"    ftypheic", b""])
    made = st.builds(lambda start, rest: start + rest, starts, st.binary(max_size=60))
    cut = st.tuples(pictures(), st.integers(0, 60)).map(lambda pair: pair[0][: pair[1]])

    def check(data: bytes) -> None:
        TALLY.count("sniff")
        header = sniff(Blob(data))
        assert header == sniff(Blob(base64.b64encode(data), encoded=True))
        if header and header.width is not None:
            assert header.height is not None

    try_all(st.one_of(made, cut, pictures().flatmap(damaged)), check, share=0.02)


def test_base64() -> None:
    def check(literal: bytes) -> None:
        TALLY.count("base64")
        try:
            text = normalise(literal)
        except ValueError:
            return
        assert base64.b64encode(base64.b64decode(text, validate=True)).rstrip(b"=")[:-1] == text.rstrip(b"=")[:-1]

    texts = base64_texts().map(str.encode)
    odd = st.text(r"Ab+/-_= \nu03d", max_size=12).map(str.encode)
    try_all(st.one_of(texts, texts.flatmap(damaged), odd, st.binary(max_size=9)), check, share=0.02)


def test_prose_and_links() -> None:
    bits = st.sampled_from([
        "![", "](", ")", "[", "]", "(", "https://x.test/a.png", "http://", "<", ">", " ", "\n", "> ", "```\n", "进度",
        "progress", "data:image/png;base64,", "data:image", ";base64,", "AAAA", "QUJD" * 30,
        "\\u002f", "\\", '\\"', "é", "\\ud83c",
    ])  # fmt: skip

    def check(pieces: list[str]) -> None:
        TALLY.count("prose, links")
        words = "".join(pieces)
        assert all(is_link(link) for link in find_links(words))
        assert len(caption(words)) <= len(words)
        assert len(without_pictures(words)) <= len(words)
        prose = Prose()
        try:
            found = [inline for piece in pieces for inline in prose.feed(piece.encode())] + list(prose.close())
        except ValueError:
            return
        assert all(inline.media_type for inline in found)
        prose.take().encode()

    long = st.tuples(bits, st.integers(1, 3000)).map(lambda pair: [pair[0] * pair[1]])
    try_all(st.one_of(st.lists(st.one_of(bits, TEXTS), max_size=20), long), check, share=0.02)


def test_rendered_errors() -> None:
    """An error may quote what was sent."""

    def check(pair: tuple[str, str]) -> None:
        TALLY.count("render_error")
        error = CavendishError(pair[0], field=pair[1], retry_after=2.5)
        assert json.loads(gemini.render_error(error)[1])["error"]["message"] == pair[0]
        assert json.loads(openai_chat.render_error(error)[2])["error"]["param"] == pair[1]

    try_all(st.tuples(WORDS, WORDS), check, share=0.01)
