"""Keys: sent to the upstream they were made for, and shown to nobody."""

import logging
import traceback

import pytest

from cavendish.core.errors import EngineFailed
from cavendish.engines.http import Home, Limits, open_http
from tests.engines.sockets import Answering, certificates, closed_port, drip, endless, ok, raw_server, redirect, run

KEY = "secret-key-of-the-operator"
QUICK = Limits(first_byte=0.2, total=0.3)


def home(base_url: str, *domains: str) -> Home:
    return Home(base_url, {"Authorization": f"Bearer {KEY}"}, domains)


def test_the_key_is_sent_home() -> None:
    async def call() -> None:
        async with (
            raw_server(ok(b"{}")) as server,
            open_http(home(f"{server.url}v1/")) as http,
            http.post(f"{server.url}v1/chat", body=[b"{}"]) as answer,
        ):
            assert answer.status == 200
        assert f"Authorization: Bearer {KEY}".encode() in server.requests[0]

    run(call())


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",  # another port
        "http://localhost:{port}/",  # another name
        "https://127.0.0.1:{port}/",  # another scheme
        "http://127.0.0.1:{port}@localhost:{port}/",
        "http://127.0.0.1.example:{port}/",
        "http://example/127.0.0.1:{port}",
        "http://example\\@127.0.0.1:{port}/",
    ],
)
def test_a_call_to_another_host_is_refused_before_anything_is_sent(url: str) -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as server, open_http(home(server.url)) as http:
            with pytest.raises(EngineFailed) as caught:
                await http.get(url.format(port=server.port)).__aenter__()
            assert caught.value.charged == "no"
            assert server.requests == []

    run(call())


@pytest.mark.parametrize(
    ("url", "included"),
    [
        ("https://api.bfl.ai/v1/get_result", True),
        ("https://api.eu1.bfl.ai/v1/get_result", True),
        ("https://bfl.ai/", True),
        ("https://API.BFL.AI/", True),
        ("http://api.eu1.bfl.ai/v1/get_result", False),
        ("https://evilbfl.ai/", False),
        ("https://bfl.ai.evil.example/", False),
    ],
)
def test_a_home_may_have_domains(url: str, included: bool) -> None:
    from yarl import URL

    assert home("https://api.bfl.ai", "bfl.ai").includes(URL(url)) is included


@pytest.mark.parametrize("key", ["two\r\nX-Other: lines", "tab\tbed", "nul\0"])
def test_a_key_that_is_no_header_is_refused_and_not_shown(key: str) -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as server, open_http(Home(server.url, {"x-goog-api-key": key})) as http:
            with pytest.raises(EngineFailed, match="x-goog-api-key") as caught:
                await http.get(server.url).__aenter__()
            assert key not in str(caught.value)
            assert server.requests == []

    run(call())


MISBEHAVIOUR: list[Answering | bytes | None] = [
    None,  # nobody listens
    b"",
    b"HTTP/1.1 garbage",
    ok(b"{}")[:-1],
    redirect("https://elsewhere.example/"),
    endless(b""),
    drip(b"HTTP/1.1 200 OK\r\n\r\n"),
]


@pytest.mark.parametrize("answering", MISBEHAVIOUR)
def test_no_failure_shows_the_key(answering: Answering | bytes | None, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def call() -> None:
        async with raw_server(answering or b"") as server:
            base = server.url if answering is not None else f"http://127.0.0.1:{closed_port()}/"
            async with open_http(home(base), limits=QUICK) as http:
                with pytest.raises(EngineFailed) as caught:
                    async with http.post(f"{base}?key={KEY}", body=[b"{}"]) as answer:
                        _ = [chunk async for chunk in answer.chunks]
        error: BaseException | None = caught.value
        assert KEY not in "".join(traceback.format_exception(caught.value))
        while error:  # not even what a debugger would show
            assert KEY not in repr(error)
            error = error.__cause__ or error.__context__

    run(call())
    assert KEY not in caplog.text


def test_no_repr_shows_the_key() -> None:
    async def call() -> None:
        it = home("https://api.example")
        async with open_http(it) as http:
            assert KEY not in f"{it!r} {http!r} {it} {vars(http)}"

    run(call())


def test_a_wrong_certificate_shows_the_host_and_sends_nothing() -> None:
    shown, trusted = certificates("localhost"), certificates("localhost")

    async def call() -> None:
        async with raw_server(ok(b"{}"), tls=shown.server) as server:
            async with open_http(home(server.url), certificates=trusted.client) as http:
                with pytest.raises(EngineFailed, match=r"certificate of 127\.0\.0\.1 was not accepted") as caught:
                    await http.get(server.url).__aenter__()
            assert caught.value.charged == "no"
            assert server.requests == []

    run(call())
