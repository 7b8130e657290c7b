"""Connections of our own: used again where that is safe, and read no faster than whoever reads."""

import asyncio

import pytest

from cavendish.core.errors import OutcomeUnknown
from cavendish.engines.http import Http, open_http
from tests.engines.sockets import CHUNKED, Answering, Flood, ok, raw_server, run

MEGABYTE = 1_000_000


async def body_of(http: Http, url: str) -> bytes:
    async with http.post(url, body=[b"{}"]) as answer:
        return b"".join([bytes(chunk) async for chunk in answer.chunks])


def asked_twice(answering: Answering | bytes) -> list[bytes]:
    """The bodies of two calls in turn, and whether the second went over the first one's connection."""
    found: list[bytes] = []
    peers: list[object] = []

    async def write(writer: asyncio.StreamWriter) -> None:
        peers.append(writer.get_extra_info("peername"))
        writer.write(answering) if isinstance(answering, bytes) else await answering(writer)

    async def call() -> None:
        async with raw_server(write, keep=True) as server, open_http() as http:
            for _ in range(2):
                found.append(await body_of(http, server.url))
                await asyncio.sleep(0.01)
        found.append(b"again" if peers[0] == peers[1] else b"anew")

    run(call())
    return found


@pytest.mark.parametrize(
    "answering",
    [
        pytest.param(ok(b"{}"), id="a length"),
        pytest.param(CHUNKED + b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", id="chunks"),
        pytest.param(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok(b"{}"), id="hints come first"),
        pytest.param(CHUNKED + b"2;a=b\r\n{}\r\n0\r\nX-Trailer: 1\r\n\r\n", id="trailers"),
    ],
)
def test_a_connection_serves_again(answering: bytes) -> None:
    assert asked_twice(answering) == [b"{}", b"{}", b"again"]


@pytest.mark.parametrize(
    "answering",
    [
        pytest.param(ok(b"{}").replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"), id="it says that it closes"),
        pytest.param(ok(b"{}") + ok(b"[]"), id="more came than was asked for"),
        pytest.param(ok(b"{}") + b"x", id="rubbish follows"),
        pytest.param(ok(b"{}").replace(b"HTTP/1.1", b"HTTP/1.0"), id="an old server"),
    ],
)
def test_a_connection_that_is_not_safe_serves_once(answering: bytes) -> None:
    assert asked_twice(answering) == [b"{}", b"{}", b"anew"]


def test_an_answer_is_read_no_faster_than_its_reader_asks() -> None:
    flood = Flood()

    async def call() -> None:
        async with (
            raw_server(flood) as server,
            open_http() as http,
            http.post(server.url, body=[b"{}"]) as answer,
        ):
            first = await anext(answer.chunks)
            await asyncio.sleep(0.3)
            assert len(first) <= 256 * 1024
            assert flood.sent < 50 * MEGABYTE  # what the system's own buffers hold
            assert len(first) + sum([len(chunk) async for chunk in answer.chunks]) == 100 * MEGABYTE

    run(call())


def test_what_stands_between_pieces_has_an_end() -> None:
    async def call() -> None:
        async with raw_server(CHUNKED + b"1;" + b"x" * MEGABYTE) as server, open_http() as http:
            with pytest.raises(OutcomeUnknown):
                await body_of(http, server.url)

    run(call())
