"""Pictures by URL: what is fetched, and what is refused."""

import asyncio
import gzip
from functools import partial

import pytest

from cavendish.core.errors import OutcomeUnknown, Overloaded
from cavendish.engines.fetch import FetchRules, open_fetcher
from tests.engines.fetching import FIELD, HOME, fetch, png, refused
from tests.engines.sockets import closed_port, drip, endless, ok, raw_server, redirect, run


def test_a_picture_is_fetched_and_its_type_is_what_it_is() -> None:
    async def call() -> None:
        async with raw_server(ok(png(), Content_Type="text/html")) as server:
            image = await fetch(f"{server.url}cat.jpg")
        assert image.media_type == "image/png"
        assert image.blob.raw == png()

    run(call())


def test_nothing_that_identifies_anybody_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        async with raw_server(redirect("/second"), keep=True) as server:
            monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
            await refused(f"http://user:word@127.0.0.1:{server.port}/#fragment")
        for request in server.requests:
            names = {line.split(b":")[0].lower() for line in request.split(b"\r\n")[1:] if line}
            assert names == {b"host", b"accept", b"accept-encoding", b"user-agent", b"connection"}
            assert b"fragment" not in request

    run(call())


@pytest.mark.parametrize(
    "url",
    [
        "",
        "cat.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "ftp://127.0.0.1/cat.png",
        "http://",
        "data:image/png,x",
        "//x/",
    ],
)
def test_only_http_urls_are_fetched(url: str) -> None:
    async def call() -> None:
        assert "URL" in await refused(url)

    run(call())


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "answered 404"),
        (b"", "broke"),
        (ok(b"<svg xmlns='http://www.w3.org/2000/svg'/>", Content_Type="image/png"), "not a picture we know"),
        (ok(b""), "not a picture we know"),
        (ok(png(8000, 8000)), "pixels"),
        (ok(png() + bytes(5000)), "more than 4,000 bytes"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "more than 4,000 bytes"),
        (ok(gzip.compress(png() + bytes(1_000_000)), Content_Encoding="gzip"), "more than 4,000 bytes"),
        (redirect("/again"), "more than 3 redirects"),
        (redirect("file:///etc/passwd"), "only http and https"),
        (b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "more than 3 redirects"),
    ],
)
def test_what_is_no_picture_is_refused(answer: bytes, words: str) -> None:
    async def call() -> None:
        async with raw_server(answer) as server:
            assert words in await refused(server.url, rules=FetchRules(allow_private=True, most_bytes=4_000))

    run(call())


def test_fewer_pixels_can_be_demanded() -> None:
    async def call() -> None:
        async with raw_server(ok(png(100, 100))) as server:
            rules = FetchRules(allow_private=True, most_pixels=9_999)
            assert "9,999 are the most" in await refused(server.url, rules=rules)

    run(call())


def test_three_redirects_are_followed() -> None:
    answers = [redirect("/1"), redirect("2"), redirect("//127.0.0.1:{port}/3"), ok(png())]

    async def call() -> None:
        async def write(writer: asyncio.StreamWriter) -> None:
            writer.write(answers.pop(0).replace(b"{port}", str(server.port).encode()))

        async with raw_server(write) as server:
            assert (await fetch(server.url)).media_type == "image/png"
        assert [request.split(b" ")[1] for request in server.requests] == [b"/", b"/1", b"/2", b"/3"]

    run(call())


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n\x89PNG\r\n\x1a\n"])
def test_a_picture_that_drips_is_given_up(start: bytes) -> None:
    async def call() -> None:
        async with raw_server(drip(start, b"" if not start else b"x")) as server:
            message = await refused(server.url, rules=FetchRules(allow_private=True, seconds=0.2))
            assert "0.2 seconds" in message or "in time" in message

    run(call())


def test_only_so_many_at_once_and_the_others_are_told() -> None:
    async def call() -> None:
        async with raw_server(endless(b"")) as server:
            rules = FetchRules(allow_private=True, seconds=0.3, at_once=1)
            async with open_fetcher(rules) as fetcher:
                first = asyncio.create_task(fetcher.image(server.url, field=FIELD))
                await server.asked.wait()
                first_outcome = asyncio.gather(first, return_exceptions=True)
                fetcher_is_busy = partial(fetcher.image, server.url, field=FIELD)
                outcomes = await asyncio.gather(*(fetcher_is_busy() for _ in range(3)), return_exceptions=True)
                await first_outcome
        assert any(isinstance(outcome, Overloaded) for outcome in outcomes)

    run(call())


def test_cancelling_a_fetch_closes_its_connection() -> None:
    async def call() -> None:
        async with raw_server(endless(b"")) as server, open_fetcher(HOME) as fetcher:
            task = asyncio.create_task(fetcher.image(server.url, field=FIELD))
            await server.asked.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await server.left.wait()

    run(call())


@pytest.mark.parametrize("answer", [b"", ok(b"no picture"), redirect("http://169.254.169.254/")])
def test_an_engines_link_that_cannot_be_fetched_may_have_been_paid(answer: bytes) -> None:
    async def call() -> None:
        async with raw_server(answer) as server, open_fetcher(HOME) as fetcher:
            with pytest.raises(OutcomeUnknown, match="answer links to") as caught:
                await fetcher.linked(server.url)
            assert caught.value.charged == "unknown"

    run(call())
