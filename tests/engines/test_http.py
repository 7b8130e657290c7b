"""The client against upstreams that misbehave: the right error, what it may have cost, nothing left open."""

import asyncio
import gzip
import threading
import zlib
from collections.abc import Callable

import pytest

from cavendish.core.errors import EngineFailed, EngineTimeout, OutcomeUnknown
from cavendish.engines.http import Limits, open_http
from tests.engines.sockets import CHUNKED, HUGE, UNTIL_CLOSED, Answering, drip, endless, ok, raw_server, read, run

QUICK = Limits(first_byte=0.3, silence=0.3, total=0.6, body=1_000_000)


def failure(answering: Answering | bytes, *, limits: Limits = QUICK) -> EngineFailed:
    caught: list[EngineFailed] = []

    async def call() -> None:
        async with raw_server(answering) as server:
            with pytest.raises(EngineFailed) as raised:
                await read(server.url, limits=limits)
            assert len(server.requests) == 1  # nothing is repeated
            caught.append(raised.value)

    run(call())
    return caught[0]


def test_an_answer_is_read() -> None:
    async def call() -> None:
        async with (
            raw_server(ok(b'{"b": 2}', X_Other="Yes")) as server,
            open_http() as http,
            http.post(server.url, body=[b"{}"]) as answer,
        ):
            assert answer.status == 200
            assert answer.headers["x-other"] == "Yes"
            assert b"".join([chunk async for chunk in answer.chunks]) == b'{"b": 2}'

    run(call())


def test_what_is_sent() -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as server:
            await read(server.url)
        head, _, body = server.requests[0].partition(b"\r\n\r\n")
        lines = {line.split(b": ")[0].lower(): line.split(b": ")[1] for line in head.split(b"\r\n")[1:]}
        assert body == b'{"a":1}'
        assert lines[b"content-length"] == b"7"
        assert lines[b"content-type"] == b"application/json"
        assert lines[b"accept-encoding"] == b"identity"
        assert lines[b"x-mark"] == b"1"
        assert b"transfer-encoding" not in lines
        assert b"cookie" not in lines

    run(call())


def test_pieces_larger_than_any_buffer_arrive_whole() -> None:
    pieces = [bytes([value]) * 300_000 for value in range(4)]

    async def call() -> None:
        async with (
            raw_server(ok(b"{}")) as server,
            open_http() as http,
            http.post(server.url, body=pieces, content_type="application/octet-stream") as answer,
        ):
            assert [chunk async for chunk in answer.chunks] == [b"{}"]
        assert server.requests[0].partition(b"\r\n\r\n")[2] == b"".join(pieces)

    run(call())


@pytest.mark.parametrize(
    ("answering", "kind"),
    [
        pytest.param(b"", OutcomeUnknown, id="closed without an answer"),
        pytest.param(b"HTTP/1.1 200 O", OutcomeUnknown, id="closed in the status line"),
        pytest.param(b"\x16\x03\x01\x00", OutcomeUnknown, id="not HTTP"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", OutcomeUnknown, id="long header"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(5000)) + b"\r\n",
            OutcomeUnknown,
            id="many headers",
        ),
        pytest.param(ok(b"{}")[:-1], OutcomeUnknown, id="shorter than Content-Length"),
        pytest.param(CHUNKED + b"5\r\nhello\r\n", OutcomeUnknown, id="chunked, cut between chunks"),
        pytest.param(CHUNKED + b"5\r\nhel", OutcomeUnknown, id="chunked, cut in a chunk"),
        pytest.param(CHUNKED + b"zz\r\nhello\r\n", OutcomeUnknown, id="chunked, not a number"),
        pytest.param(HUGE + b"x", OutcomeUnknown, id="announces too much"),
        pytest.param(endless(b""), EngineTimeout, id="says nothing"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\nX: "), EngineTimeout, id="drips headers"),
        pytest.param(drip(UNTIL_CLOSED), EngineTimeout, id="drips the body"),
        pytest.param(drip(CHUNKED + b"1\r\nx\r\n1;"), EngineTimeout, id="endless line between chunks"),
    ],
)
def test_misbehaviour_has_an_unknown_outcome(answering: Answering | bytes, kind: type[EngineFailed]) -> None:
    error = failure(answering)
    assert type(error) is kind
    assert error.charged == "unknown"
    assert "127.0.0.1" in error.message


@pytest.mark.parametrize("line_end", [b"", b"\n"])
def test_an_endless_body_is_cut_at_the_limit(line_end: bytes) -> None:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(UNTIL_CLOSED)
        await endless(b"x" * 10_000 + line_end)(writer)

    error = failure(write, limits=Limits(body=1_000_000))
    assert type(error) is OutcomeUnknown
    assert "1,000,000" in error.message


def test_a_reset_in_the_middle_of_the_body() -> None:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(HUGE.replace(b"900000000000", b"9000") + b"x" * 100)
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.transport.abort()

    error = failure(write)
    assert type(error) is OutcomeUnknown


def test_what_came_before_a_break_is_delivered() -> None:
    async def call() -> None:
        async with (
            raw_server(CHUNKED + b"5\r\nhello\r\n") as server,
            open_http() as http,
            http.post(server.url, body=[b"{}"]) as answer,
        ):
            assert await anext(answer.chunks) == b"hello"
            with pytest.raises(OutcomeUnknown):
                await anext(answer.chunks)

    run(call())


def test_silence_has_a_limit_of_its_own() -> None:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(HUGE.replace(b"900000000000", b"9000"))
        await asyncio.sleep(60)

    assert type(failure(write, limits=Limits(silence=0.1))) is EngineTimeout


@pytest.mark.parametrize(
    ("encoding", "compress"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("X-GZIP", gzip.compress)]
)
def test_a_compressed_answer_is_inflated(encoding: str, compress: Callable[[bytes], bytes]) -> None:
    text = b'{"data": "' + b"banana" * 200_000 + b'"}'

    async def call() -> None:
        async with raw_server(ok(compress(text), Content_Encoding=encoding)) as server:
            assert await read(server.url) == text

    run(call())


@pytest.mark.parametrize(
    ("encoding", "body", "words"),
    [
        ("gzip", gzip.compress(b"\0" * 50_000_000), "more than 1,000,000 bytes"),
        ("gzip", gzip.compress(b"banana" * 50)[:-9], "too early"),
        ("gzip", b"this is no gzip at all", "compressed wrongly"),
        ("br", b"\x0b\x02\x80{}\x03", "not asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"{}")), "not asked for"),
    ],
)
def test_a_badly_compressed_answer_fails(encoding: str, body: bytes, words: str) -> None:
    error = failure(ok(body, Content_Encoding=encoding))
    assert type(error) is OutcomeUnknown
    assert words in error.message


def test_cancelling_while_a_name_is_looked_up_leaves_no_task(monkeypatch: pytest.MonkeyPatch) -> None:
    found = threading.Event()

    def slow(*_: object, **__: object) -> list[object]:
        found.wait()
        return []

    async def call() -> None:
        monkeypatch.setattr("socket.getaddrinfo", slow)
        before = asyncio.all_tasks()
        async with open_http() as http:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(http.get("http://slow.example/").__aenter__(), 0.1)
            left = asyncio.all_tasks()
            found.set()
            assert left == before

    run(call())
