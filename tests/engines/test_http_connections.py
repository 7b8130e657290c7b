"""Connections of the client: none is used for what it must not be, none is left, nothing is sent twice."""

import asyncio
from contextlib import suppress
from functools import partial

import pytest

from cavendish.core.errors import EngineFailed, OutcomeUnknown
from cavendish.engines.http import Home, open_http
from tests.engines.sockets import (
    UNTIL_CLOSED,
    Answering,
    closed_port,
    drip,
    endless,
    ok,
    open_files,
    raw_server,
    read,
    redirect,
    run,
)

pytestmark = pytest.mark.usefixtures("both_loops")  # they close connections in different ways


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
        answer = answers.pop(0) if answers else b""
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


@pytest.mark.parametrize(
    "early",
    [
        pytest.param(b"", id="no answer"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\nx", id="half an answer"),
        pytest.param(b"HTTP/1.1 413 Too Large\r\nContent-Length: 1\r\n\r\nx", id="a whole answer"),
    ],
)
def test_a_call_does_not_wait_until_what_it_sent_is_read(early: bytes) -> None:
    """The upstream reads nothing, so that our request waits in buffers."""

    async def call() -> None:
        over = asyncio.Event()

        async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(early)
            await over.wait()
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=1)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with server, open_http() as http:
            before = open_files()
            with suppress(TimeoutError):
                async with asyncio.timeout(0.2), http.post(url, body=[b"x" * 50_000_000]) as answer:
                    assert [chunk async for chunk in answer.chunks] == [b"x"]
            await asyncio.sleep(0.01)
            assert open_files() <= before + 1  # the server's end
            over.set()

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
