"""Upstreams that mean ill: what they send beside an answer, before it and behind it costs little and is nobody's."""

import asyncio

import pytest

from cavendish.core.errors import EngineTimeout, OutcomeUnknown
from cavendish.engines.http import Limits, open_http
from tests.engines.sockets import CHUNKED, Answering, endless, ok, raw_server, read, run

pytestmark = pytest.mark.usefixtures("both_loops")

QUICK = Limits(first_byte=5, silence=1, total=5)
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"


def answered(answering: Answering | bytes) -> bytes:
    found: list[bytes] = []

    async def call() -> None:
        async with raw_server(answering) as server:
            found.append(await read(server.url, limits=QUICK))

    run(call())
    return found[0]


@pytest.mark.parametrize(
    "answering",
    [
        pytest.param(endless(CONTINUE), id="continue for ever"),
        pytest.param(endless(HINTS), id="hints for ever"),
        pytest.param(endless(b"HTTP/1.1 102 Processing\r\nContent-Length: 0\r\n\r\n"), id="processing for ever"),
        pytest.param(endless(b"\r\n"), id="empty lines for ever"),
        pytest.param(CONTINUE * 20_000 + ok(b"{}"), id="more of it than a head may have"),
        pytest.param(endless(b"HTTP/1.1 100 "), id="a status line for ever"),
        pytest.param(HEAD + b"X: " + b"y" * 70_000 + b"\r\n\r\n{}", id="a long header"),
        pytest.param(HEAD + b"X: y\r\n" * 300 + b"\r\n{}", id="many headers"),
        pytest.param(CHUNKED + b"0\r\n" + b"X: y\r\n" * 50_000, id="trailers"),
        pytest.param(CHUNKED + b"0\r\nX: " + b"y" * 500_000, id="a long trailer"),
        pytest.param(CHUNKED + b"2;" + b"x=y;" * 50_000 + b"\r\n{}\r\n0\r\n\r\n", id="extensions"),
        pytest.param(CHUNKED + b"0" * 200_000 + b"2\r\n{}\r\n0\r\n\r\n", id="a size of many digits"),
        pytest.param(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n{}", id="upgrade"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", id="two lengths"),
        pytest.param(HEAD + b"Content-Length: 3\r\n\r\n{} ", id="two lengths that differ"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}", id="a length below nothing"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 0x2\r\n\r\n{}", id="a length that is no number"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n{}", id="a huge length"),
        pytest.param(b"HTTP/1.1 20 OK\r\n\r\n{}", id="a short status"),
        pytest.param(b"HTTP/9.9 200 OK\r\n\r\n{}", id="a version of its own"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX y: z\r\n\r\n{}", id="a name with a blank"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX\0: z\r\n\r\n{}", id="a name with a NUL"),
    ],
)
def test_what_is_no_answer(answering: Answering | bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        answered(answering)


@pytest.mark.parametrize("status", [b"000", b"099", b"199"])
def test_a_status_that_is_none_is_waited_behind(status: bytes) -> None:
    with pytest.raises((OutcomeUnknown, EngineTimeout)):
        answered(b"HTTP/1.1 " + status + b" Odd\r\n\r\n")


@pytest.mark.parametrize(
    "value", [b"a\0b", b"a\x01b\x7f", b"\xff\xfe", b"a\x0bb", "é\U0001f34c".encode(), b"", b"\t\t"], ids=repr
)
def test_odd_values_of_headers_do_not_cost_the_answer(value: bytes) -> None:
    async def call() -> None:
        sent = ok(b"{}").replace(b"\r\n\r\n", b"\r\nX-Odd: " + value + b"\r\nRetry-After: " + value + b"\r\n\r\n")
        async with raw_server(sent) as server, open_http(limits=QUICK) as http, http.get(server.url) as answer:
            assert b"".join([chunk async for chunk in answer.chunks]) == b"{}"
            assert "\n" not in answer.headers["x-odd"]
            assert "\r" not in answer.headers["x-odd"]

    run(call())


@pytest.mark.parametrize("first", [HINTS, CONTINUE, HINTS * 3, b"HTTP/1.1 103 Hints\r\nRetry-After: 9\r\n\r\n"])
def test_what_comes_before_an_answer_is_no_part_of_it(first: bytes) -> None:
    async def call() -> None:
        async with (
            raw_server(first + ok(b"{}")) as server,
            open_http(limits=QUICK) as http,
            http.get(server.url) as answer,
        ):
            assert (answer.status, answer.headers.get("link"), answer.headers.get("retry-after")) == (200, None, None)
            assert b"".join([chunk async for chunk in answer.chunks]) == b"{}"

    run(call())


def test_a_body_before_the_answer_is_no_part_of_it() -> None:
    with pytest.raises(OutcomeUnknown):
        answered(b"HTTP/1.1 103 Early Hints\r\nContent-Length: 5\r\n\r\nhello" + ok(b"{}"))


def test_a_value_over_two_lines_makes_no_header_of_its_own() -> None:
    async def call() -> None:
        sent = ok(b"{}").replace(b"\r\n\r\n", b"\r\nX: a\r\n Set-Cookie: b\r\n\r\n")
        async with raw_server(sent) as server, open_http(limits=QUICK) as http, http.get(server.url) as answer:
            assert answer.headers["x"] == "a Set-Cookie: b"
            assert "set-cookie" not in answer.headers

    run(call())


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(ok(b'"poison"'), id="an answer"),
        pytest.param(b"x", id="a letter"),
        pytest.param(CONTINUE, id="a continue"),
        pytest.param(b"HTTP/1.1 408 Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", id="a last word"),
    ],
)
@pytest.mark.parametrize("pause", [0.0, 0.05])
def test_what_comes_behind_an_answer_is_not_the_next_calls(behind: bytes, pause: float) -> None:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(ok(b"{}"))
        await asyncio.sleep(pause)
        writer.write(behind)

    async def call() -> None:
        async with raw_server(write, keep=True) as server, open_http(limits=QUICK) as http:
            for _ in range(3):
                async with http.post(server.url, body=[b"{}"]) as answer:
                    assert b"".join([chunk async for chunk in answer.chunks]) == b"{}"
                await asyncio.sleep(0.1)
            assert len(server.requests) == 3

    run(call())


def test_nothing_of_what_is_sent_can_hold_a_line_of_its_own() -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}"), keep=True) as server, open_http(limits=QUICK) as http:
            for path in ("a b", "a\r\nX: y", "a\nX: y", "a\0", "a?b=\r\nX: y", "%0d%0aX:%20y"):
                async with http.post(server.url + path, body=[b"{}"]) as answer:
                    assert answer.status == 200
            for request in server.requests:
                assert not [line for line in request.split(b"\r\n")[1:] if line.startswith(b"X")]
                assert request.split(b"\r\n")[0].count(b" ") == 2

    run(call())
