"""The client against upstreams that misbehave: the right error, what it may have cost, nothing left open."""

import asyncio
import gzip
import zlib
from collections.abc import Callable
from functools import partial

import pytest

from cavendish.core.errors import EngineFailed, EngineTimeout, OutcomeUnknown
from cavendish.engines.http import Home, Limits, open_http
from tests.engines.sockets import Answering, closed_port, drip, endless, ok, raw_server, redirect, run

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
HUGE = b"HTTP/1.1 200 OK\r\nContent-Length: 900000000000\r\n\r\n"
UNTIL_CLOSED = b"HTTP/1.1 200 OK\r\n\r\n"
QUICK = Limits(first_byte=0.3, silence=0.3, total=0.6, body=1_000_000)


async def read(url: str, *, limits: Limits | None = None, home: Home | None = None) -> bytes:
    async with (
        open_http(home, limits=limits) as http,
        http.post(url, headers={"X-Mark": "1"}, body=[b'{"a":', b"", b"1}"]) as answer,
    ):
        return b"".join([chunk async for chunk in answer.chunks])


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


def test_a_redirect_is_refused_and_the_key_stays() -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as other, raw_server(redirect(f"{other.url}?key=stolen")) as first:
            home = Home(first.url, {"x-goog-api-key": "secret-key"})
            with pytest.raises(EngineFailed, match=r"redirects to 127\.0\.0\.1") as caught:
                await read(first.url, home=home)
            assert caught.value.charged == "no"
            assert "stolen" not in str(caught.value)
            assert b"secret-key" in first.requests[0]
            assert other.requests == []

    run(call())


def test_a_get_can_be_given_the_redirect() -> None:
    async def call() -> None:
        async with (
            raw_server(redirect("https://elsewhere.example/x")) as server,
            open_http() as http,
            http.get(server.url, redirects=True) as answer,
        ):
            assert (answer.status, answer.headers["location"]) == (302, "https://elsewhere.example/x")

    run(call())


@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_is_sent_twice_even_when_a_kept_connection_breaks(method: str) -> None:
    answers = [ok(b"{}"), b""]

    async def write(writer: asyncio.StreamWriter) -> None:
        answer = answers.pop(0)
        writer.write(answer)
        if not answer:
            writer.close()

    async def call() -> None:
        async with raw_server(write, keep=True) as server, open_http() as http:
            ask = http.get if method == "get" else partial(http.post, body=[b"{}"])
            async with ask(server.url) as answer:
                assert [chunk async for chunk in answer.chunks] == [b"{}"]
            assert server.connections == 1
            with pytest.raises(OutcomeUnknown):
                await ask(server.url).__aenter__()
            assert len(server.requests) == 2

    run(call())


def test_nothing_listens() -> None:
    async def call() -> None:
        with pytest.raises(EngineFailed, match=r"Cannot connect to 127\.0\.0\.1: connection refused") as caught:
            await read(f"http://127.0.0.1:{closed_port()}/")
        assert type(caught.value) is EngineFailed
        assert caught.value.charged == "no"

    run(call())


def test_a_name_that_does_not_exist() -> None:
    async def call() -> None:
        with pytest.raises(EngineFailed, match=r"name upstream\.invalid leads nowhere") as caught:
            await read("http://upstream.invalid/")
        assert caught.value.charged == "no"

    run(call())


@pytest.mark.parametrize("url", ["", "upstream", "/v1", "http://", "ftp://127.0.0.1/", "http://127.1/", "http://a b/"])
def test_an_address_that_is_none(url: str) -> None:
    async def call() -> None:
        with pytest.raises(EngineFailed) as caught:
            await read(url)
        assert caught.value.charged == "no"

    run(call())


@pytest.mark.parametrize(
    "answering",
    [pytest.param(endless(b""), id="waiting for headers"), pytest.param(drip(UNTIL_CLOSED), id="in the body")],
)
def test_cancelling_closes_the_connection(answering: Answering) -> None:
    async def call() -> None:
        async with raw_server(answering) as server, open_http() as http:

            async def caller() -> None:
                async with http.post(server.url, body=[b"{}"]) as answer:
                    async for _ in answer.chunks:
                        pass

            task = asyncio.create_task(caller())
            await server.asked.wait()
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await server.left.wait()

    run(call())


def test_cancelling_while_sending_closes_the_connection() -> None:
    """The upstream reads nothing, so our request waits in buffers that closing must not wait for."""

    async def call() -> None:
        gone = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(0.2)
            try:
                while await reader.read(2**20):
                    pass
            except ConnectionError:
                pass
            writer.close()
            gone.set()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with server, open_http() as http:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1), http.post(url, body=[b"x" * 50_000_000]):
                    pass
            await gone.wait()

    run(call())


def test_leaving_early_closes_the_connection() -> None:
    async def call() -> None:
        async with raw_server(drip(UNTIL_CLOSED)) as server, open_http() as http:
            async with http.post(server.url, body=[b"{}"]) as answer:
                await anext(answer.chunks)
            await server.left.wait()

    run(call())


def test_an_error_of_the_reader_stays_what_it_is() -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as server, open_http() as http:
            with pytest.raises(ValueError, match="mine"):
                async with http.post(server.url, body=[b"{}"]):
                    raise ValueError("mine")

    run(call())
