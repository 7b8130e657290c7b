"""Pictures by URL: what is fetched, what is refused, and where connections never lead."""

import asyncio
import gzip
import struct
import threading
import zlib
from functools import partial

import pytest

from cavendish.core.errors import InvalidRequest, OutcomeUnknown, Overloaded
from cavendish.core.parts import Image
from cavendish.engines.addresses import judge
from cavendish.engines.fetch import Fetcher, FetchRules, Lookup, open_fetcher
from cavendish.engines.http import Gate, open_http
from tests.engines.sockets import RawServer, certificates, closed_port, drip, endless, ok, raw_server, redirect, run

FIELD = "messages[0].content[1].image_url.url"
HOME = FetchRules(allow_private=True)


def png(width: int = 8, height: int = 8) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(min(height, 8) * (min(width, 8) + 1)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


class Names:
    """A name server that counts, and whose answers may change from one question to the next."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def __call__(self, host: str, _: int) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


async def fetch(url: str, *, rules: FetchRules = HOME, lookup: Lookup | None = None) -> Image:
    async with open_fetcher(rules, lookup=lookup) as fetcher:
        return await fetcher.image(url, field=FIELD)


async def refused(url: str, *, rules: FetchRules = HOME, lookup: Lookup | None = None) -> str:
    with pytest.raises(InvalidRequest) as caught:
        await fetch(url, rules=rules, lookup=lookup)
    assert caught.value.field == FIELD
    assert FIELD in caught.value.message
    return caught.value.message


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
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f.1",
        "0177.0.0.1",
        "2130706433",
        "017700000001",
        "0",
        "①②⑦.0.0.①",
        "127。0。0。1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::]",
        "localhost",
        "localhost.",
        "LOCALHOST",
        "example.com@127.0.0.1",
        "example.com\\@127.0.0.1",
        "127.0.0.1\\.example.com",
        "example.com%00.127.0.0.1",
    ],
)
def test_no_spelling_of_this_machine_gets_through(host: str) -> None:
    """`allow_private` would let every one of them be connected to; without it none is."""

    async def call() -> None:
        async with raw_server(ok(png())) as server:
            await refused(f"http://{host}:{server.port}/", rules=FetchRules())
            assert server.requests == []

    run(call())


def test_a_redirect_to_a_metadata_service_is_refused() -> None:
    async def call() -> None:
        async with raw_server(redirect("http://169.254.169.254/latest/meta-data/")) as server:
            assert "169.254.169.254" in await refused(server.url)

    run(call())


def watched(names: Names, private: str) -> Gate:
    """A gate for which one loopback address is public and another one is not."""
    return Gate(
        lookup=names, judge=lambda address: "private" if address == private else judge(address, allow_private=True)
    )


def test_each_redirect_is_judged_anew() -> None:
    """The first host is public; it redirects to a name that leads to this machine."""
    names = Names(["127.0.0.2"], ["127.0.0.1"])

    async def call() -> None:
        async with raw_server(ok(png())) as inner:
            away = redirect(f"http://inner.example:{inner.port}/")
            async with (
                raw_server(away, host="127.0.0.2") as outer,
                open_http(gate=watched(names, "127.0.0.1")) as http,
            ):
                with pytest.raises(InvalidRequest, match=r"inner\.example"):
                    await Fetcher(http, HOME).image(f"http://outer.example:{outer.port}/", field=FIELD)
                assert len(outer.requests) == 1
            assert inner.requests == []

    run(call())


def test_a_name_is_looked_up_once_and_what_was_judged_is_connected_to() -> None:
    """A name server that tells another address the second time is not asked a second time."""
    names = Names(["127.0.0.1"], ["169.254.169.254"])

    async def call() -> None:
        async with raw_server(ok(png())) as server:
            await fetch(f"http://rebound.example:{server.port}/", lookup=names)
            assert names.asked == ["rebound.example"]
            assert f"Host: rebound.example:{server.port}\r\n".encode() in server.requests[0]
            assert "rebound.example" in await refused(f"http://rebound.example:{server.port}/", lookup=names)
        assert len(server.requests) == 1

    run(call())


@pytest.mark.parametrize("forbidden", ["10.0.0.1", "fe80::1", "not an address"])
def test_a_name_with_one_forbidden_address_is_forbidden(forbidden: str) -> None:
    async def call() -> None:
        async with raw_server(ok(png())) as server:
            rules = FetchRules(allow_private=forbidden != "10.0.0.1")
            lookup = Names(["127.0.0.1" if rules.allow_private else "192.0.2.1", forbidden])
            await refused(f"http://mixed.example:{server.port}/", rules=rules, lookup=lookup)
            assert server.requests == []

    run(call())


def test_a_host_with_ipv6_only() -> None:
    async def call() -> None:
        async with raw_server(ok(png()), host="::1") as server:
            image = await fetch(f"http://six.example:{server.port}/", lookup=Names(["::1"]))
        assert image.media_type == "image/png"

    run(call())


def test_an_address_that_does_not_answer_gives_way_to_the_next() -> None:
    async def call() -> None:
        async with raw_server(ok(png())) as server:
            image = await fetch(f"http://two.example:{server.port}/", lookup=Names(["127.0.0.3", "127.0.0.1"]))
        assert image.media_type == "image/png"

    run(call())


@pytest.mark.parametrize("lookup", [None, Names([])])
def test_a_name_that_leads_nowhere(lookup: Lookup | None) -> None:
    async def call() -> None:
        assert "leads nowhere" in await refused("http://pictures.invalid/", lookup=lookup)

    run(call())


@pytest.mark.parametrize("host", ["a..b", "x" * 70 + ".example", "." * 3, "a" * 300])
def test_a_name_that_cannot_be_one(host: str) -> None:
    async def call() -> None:
        await refused(f"http://{host}/")

    run(call())


def test_a_name_server_that_never_answers_is_not_waited_for() -> None:
    async def never(_: str, __: int) -> list[str]:
        await asyncio.Event().wait()
        return []

    async def call() -> None:
        message = await refused("http://slow.example/", rules=FetchRules(seconds=0.1), lookup=never)
        assert "0.1 seconds" in message

    run(call())


def test_a_slow_look_up_takes_no_thread_of_the_loops_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answered = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> list[object]:
        asked.set()
        answered.wait()
        raise OSError(2, "not found")

    async def call() -> None:
        monkeypatch.setattr("socket.getaddrinfo", slow)
        rules = FetchRules(seconds=0.1)
        try:
            async with open_fetcher(rules) as fetcher:
                with pytest.raises(InvalidRequest):
                    await fetcher.image("http://slow.example/", field=FIELD)
                names = [thread.name for thread in threading.enumerate()]
                assert any(name.startswith("cavendish-names") for name in names)
        finally:
            answered.set()
        assert asked.is_set()

    run(call())


def test_https_is_verified_against_the_name_and_not_the_address() -> None:
    both = certificates("pictures.example")

    async def call() -> None:
        async with raw_server(ok(png()), tls=both.server) as server:
            lookup = Names(["127.0.0.1"])
            async with open_fetcher(HOME, lookup=lookup, certificates=both.client) as fetcher:
                image = await fetcher.image(f"https://pictures.example:{server.port}/", field=FIELD)
                assert image.media_type == "image/png"
                with pytest.raises(InvalidRequest, match="certificate"):
                    await fetcher.image(f"https://other.example:{server.port}/", field=FIELD)

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
            assert "9,999 pixels" in await refused(server.url, rules=rules)

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


async def through_a_proxy(proxy: RawServer, rules: FetchRules, monkeypatch: pytest.MonkeyPatch) -> Image:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
    return await fetch("http://pictures.invalid/cat.png", rules=rules)


def test_no_proxy_is_used_unless_a_setting_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        async with raw_server(ok(png())) as proxy:
            with pytest.raises(InvalidRequest, match="leads nowhere"):
                await through_a_proxy(proxy, FetchRules(), monkeypatch)
            assert proxy.requests == []
            image = await through_a_proxy(proxy, FetchRules(use_proxy=True), monkeypatch)
        assert image.media_type == "image/png"

    run(call())


def test_what_goes_past_the_proxy_is_judged_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        async with raw_server(ok(png())) as server:
            monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
            monkeypatch.setenv("NO_PROXY", "127.0.0.1")
            assert "loopback" in await refused(server.url, rules=FetchRules(use_proxy=True))
            assert server.requests == []

    run(call())


@pytest.mark.parametrize("answer", [b"", ok(b"no picture"), redirect("http://169.254.169.254/")])
def test_an_engines_link_that_cannot_be_fetched_may_have_been_paid(answer: bytes) -> None:
    async def call() -> None:
        async with raw_server(answer) as server, open_fetcher(HOME) as fetcher:
            with pytest.raises(OutcomeUnknown, match="answer links to") as caught:
                await fetcher.linked(server.url)
            assert caught.value.charged == "unknown"

    run(call())
