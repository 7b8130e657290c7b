"""Bodies poured into a sink as they come: the same bytes as when they are read, at its pace."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import pytest

from cavendish.core.errors import OutcomeUnknown
from cavendish.engines.http import Http, Limits, open_http
from cavendish.engines.http.body import Tee
from tests.engines.pouring import BODY, MEGABYTE, MORE, PATIENT, START, Sink, chunked, in_turn, read_all
from tests.engines.sockets import CHUNKED, UNTIL_CLOSED, Answering, Flood, certificates, drip, ok, raw_server, run

pytestmark = pytest.mark.usefixtures("both_loops")

FRAMED = {
    "chunks of 1": (BODY[:300_000], chunked(BODY[:300_000], 1)),
    "chunks of 7": (BODY[:300_000], chunked(BODY[:300_000], 7)),
    "chunks of 32 KiB": (BODY, chunked(BODY, 32 * 1024)),
    "one chunk": (BODY, chunked(BODY, len(BODY))),
    "a length": (BODY, ok(BODY)),
    "until closed": (BODY, UNTIL_CLOSED + BODY),
}


@pytest.mark.parametrize("name", FRAMED)
def test_a_body_arrives_whole(name: str) -> None:
    body, sent = FRAMED[name]
    sink = poured(sent, Sink)
    assert b"".join(sink.came) == body
    assert sink.poured > len(body) // 2  # the rest was there before it was poured, or came with the end


@pytest.mark.parametrize("name", FRAMED)
def test_what_the_sink_refuses_is_read(name: str) -> None:
    body, sent = FRAMED[name]
    sink = poured(sent, lambda: Sink(lambda sink, _: sink.offered % 3 != 0))
    assert b"".join(sink.came) == body
    assert sink.read


def test_a_sink_that_takes_nothing_leaves_all_of_it() -> None:
    sink = poured(ok(BODY), lambda: Sink(lambda *_: False))
    assert b"".join(sink.came) == BODY
    assert (sink.poured, sink.read) == (0, len(BODY))


@pytest.mark.parametrize("size", [1, 7, 1000, 65_536])
def test_a_body_in_drips_arrives_whole(size: int) -> None:
    body = BODY[: size * 40]

    async def write(writer: asyncio.StreamWriter) -> None:
        sent = chunked(body, size)
        for at in range(0, len(sent), len(sent) // 60 + 1):  # cut anywhere, in sizes and line ends too
            writer.write(sent[at : at + len(sent) // 60 + 1])
            await writer.drain()
            await asyncio.sleep(0.002)

    assert b"".join(poured(write, Sink).came) == body


def test_over_tls() -> None:
    shown = certificates("127.0.0.1")
    sink = Sink(capacity=300_000)
    sink.opened.set()

    async def call() -> None:
        async with (
            raw_server(chunked(BODY, 5000), tls=shown.server) as server,
            open_http(certificates=shown.client) as http,
            http.get(server.url) as answer,
        ):
            assert await sink.take_all(answer) == BODY
        assert sink.poured > len(BODY) // 2

    run(call())


def poured(answering: Answering | bytes, make: Callable[[], Sink]) -> Sink:
    """What a call's sink has come to."""
    made: list[Sink] = []

    async def call() -> None:
        made.append(make())
        async with (
            raw_server(answering) as server,
            open_http(limits=PATIENT) as http,
            http.post(server.url, body=[b"{}"]) as answer,
        ):
            await made[0].take_all(answer)

    run(call())
    return made[0]


def test_a_full_sink_stops_the_upstream() -> None:
    flood = Flood()

    async def call() -> None:
        sink = Sink(capacity=MEGABYTE)
        async with (
            raw_server(flood) as server,
            open_http(limits=Limits(silence=0.3, total=60)) as http,
            http.post(server.url, body=[b"{}"]) as answer,
        ):
            taking = asyncio.create_task(sink.take_all(answer))
            await asyncio.sleep(0.6)  # longer than an upstream may be silent: it is we who do not read
            assert not taking.done()
            assert sink.poured <= MEGABYTE + 256 * 1024
            assert flood.sent < 50 * MEGABYTE  # what the system's own buffers hold
            sink.opened.set()
            assert len(await taking) == 100 * MEGABYTE

    run(call())


def test_connections_are_used_again_after_pouring() -> None:
    peers: list[object] = []

    async def write(writer: asyncio.StreamWriter) -> None:
        peers.append(writer.get_extra_info("peername"))
        writer.write(chunked(BODY, 40_000))

    async def call() -> None:
        async with raw_server(write, keep=True) as server, open_http() as http:
            for _ in range(3):
                async with http.post(server.url, body=[b"{}"]) as answer:
                    assert await Sink().take_all(answer) == BODY
            assert len(set(peers)) == 1

    run(call())


def test_as_many_bytes_as_are_allowed_are_poured() -> None:
    async def call() -> None:
        async with raw_server(chunked(BODY, 10_000)) as server:
            async with open_http(limits=Limits(body=len(BODY))) as http, http.get(server.url) as answer:
                assert await Sink().take_all(answer) == BODY
            async with open_http(limits=Limits(body=len(BODY) - 1)) as http:
                with pytest.raises(OutcomeUnknown, match="more than 1,000,002 bytes"):
                    async with http.get(server.url) as answer:
                        await Sink().take_all(answer)

    run(call())


@pytest.mark.parametrize("capacity", [None, 1000])
def test_cancelling_closes_the_connection_and_leaves_the_client_usable(capacity: int | None) -> None:
    asked = 0

    async def write(writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1
        await (in_turn(START, *[MORE] * 1000) if asked == 1 else in_turn(ok(b"{}")))(writer)

    async def first(http: Http, url: str, sink: Sink) -> None:
        async with http.post(url, body=[b"{}"]) as answer:
            await sink.take_all(answer)

    async def call() -> None:
        async with raw_server(write) as server, open_http(limits=PATIENT) as http:
            sink = Sink(capacity=capacity)
            task = asyncio.create_task(first(http, server.url, sink))
            await sink.took.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await server.left.wait()
            async with http.post(server.url, body=[b"{}"]) as answer:
                assert await read_all(answer) == b"{}"

    run(call())


def test_a_pour_that_is_broken_off_can_go_on() -> None:
    """Whoever poured has had enough, and reads on: nothing is lost."""

    async def call() -> None:
        sink, broken_off = Sink(), 0
        async with (
            raw_server(drip(CHUNKED, b"3\r\nabc\r\n")) as server,
            open_http(limits=PATIENT) as http,
            http.get(server.url) as answer,
        ):
            assert answer.stream
            while not (broken_off > 2 and sink.poured and sink.read):
                try:
                    async with asyncio.timeout(0.07):
                        await answer.stream.pour(sink)
                except TimeoutError:
                    broken_off += 1
                sink.came.append(await anext(answer.chunks))
                sink.read += 1
        came = b"".join(sink.came)
        assert came == b"abc" * (len(came) // 3)

    run(call())


def test_who_keeps_answers_sees_every_chunk() -> None:
    seen: list[bytes] = []

    @asynccontextmanager
    async def keep(_: str, __: int, ___: Mapping[str, str]) -> AsyncIterator[Tee]:
        async def tee(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
            async for chunk in chunks:
                seen.append(chunk)
                yield chunk

        yield tee

    async def call() -> None:
        async with raw_server(ok(BODY)) as server, open_http(keep=keep) as http, http.get(server.url) as answer:
            assert answer.stream is None
            assert await read_all(answer) == BODY == b"".join(seen)

    run(call())


def test_what_must_be_inflated_is_not_poured() -> None:
    async def call() -> None:
        async with (
            raw_server(ok(b"", Content_Encoding="gzip")) as server,
            open_http() as http,
            http.get(server.url) as answer,
        ):
            assert answer.stream is None

    run(call())
