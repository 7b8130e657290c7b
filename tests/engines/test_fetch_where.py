"""Where fetching a picture never leads, whatever the URL, the name server or a redirect says."""

import asyncio
import threading

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Image
from cavendish.engines.addresses import judge
from cavendish.engines.fetch import Fetcher, FetchRules, Lookup, open_fetcher
from cavendish.engines.http import Gate, open_http
from tests.engines.fetching import FIELD, HOME, Names, fetch, png, refused
from tests.engines.sockets import RawServer, certificates, closed_port, ok, raw_server, redirect, run


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
