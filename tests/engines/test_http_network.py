"""Certificates and proxies, as the machine's owner set them."""

import asyncio
import ssl
from pathlib import Path

import pytest

from cavendish.core.errors import EngineFailed
from cavendish.engines.http import Limits, open_http
from cavendish.engines.http.network import system_certificates
from tests.engines.sockets import certificates, closed_port, endless, ok, raw_server, run


async def ask(url: str, context: ssl.SSLContext | None = None, limits: Limits | None = None) -> int:
    async with open_http(certificates=context, limits=limits) as http, http.post(url, body=[b"{}"]) as answer:
        assert [chunk async for chunk in answer.chunks] == [b"{}"]
        return answer.status


def test_a_certificate_that_is_trusted() -> None:
    both = certificates("127.0.0.1")

    async def call() -> None:
        async with raw_server(ok(b"{}"), tls=both.server) as server:
            assert await ask(server.url, both.client) == 200

    run(call())


def test_a_certificate_for_another_name() -> None:
    both = certificates("other.example")

    async def call() -> None:
        async with raw_server(ok(b"{}"), tls=both.server) as server:
            with pytest.raises(EngineFailed, match="IP address mismatch") as caught:
                await ask(server.url, both.client)
            assert caught.value.charged == "no"

    run(call())


def test_the_systems_certificates_do_not_trust_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And SSL_CERT_FILE makes them."""
    both = certificates("127.0.0.1")
    both.authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))

    async def call() -> None:
        async with raw_server(ok(b"{}"), tls=both.server) as server:
            with pytest.raises(EngineFailed, match="certificate"):
                await ask(server.url)
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
            assert await ask(server.url) == 200

    run(call())


def test_the_system_has_certificates() -> None:
    context = system_certificates()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\n\r\n", b"garbage"])
def test_a_server_that_speaks_no_tls(said: bytes) -> None:
    async def call() -> None:
        async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(said)
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            with pytest.raises(EngineFailed) as caught:
                await ask(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        assert caught.value.charged == "no"

    run(call())


def test_a_handshake_that_never_ends_is_a_connection_that_failed() -> None:
    async def call() -> None:
        async with raw_server(endless(b"")) as server:
            with pytest.raises(EngineFailed, match="in time") as caught:
                await ask(server.url.replace("http:", "https:"), limits=Limits(connect=0.2))
            assert caught.value.charged == "no"

    run(call())


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy"])
def test_a_proxy_is_used(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as proxy:
            monkeypatch.setenv(variable, f"http://user:word@127.0.0.1:{proxy.port}")
            assert await ask("http://upstream.invalid/v1") == 200
            assert proxy.requests[0].startswith(b"POST http://upstream.invalid/v1 HTTP/1.1\r\n")
            assert b"Proxy-Authorization: Basic dXNlcjp3b3Jk\r\n" in proxy.requests[0]

    run(call())


def test_a_proxy_without_a_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as proxy:
            monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{proxy.port}")
            assert await ask("http://upstream.invalid/v1") == 200

    run(call())


def test_no_proxy_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        async with raw_server(ok(b"{}")) as server:
            monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
            monkeypatch.setenv("NO_PROXY", "example.com,127.0.0.1")
            assert await ask(server.url) == 200

    run(call())


def test_a_tunnel_through_a_proxy_is_encrypted_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    both = certificates("upstream.invalid")
    asked: list[bytes] = []

    async def call() -> None:
        async with raw_server(ok(b"{}"), tls=both.server) as server:

            async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                asked.append(await reader.readuntil(b"\r\n\r\n"))
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", server.port)
                writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
                await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))

            proxy = await asyncio.start_server(tunnel, "127.0.0.1", 0)
            async with proxy:
                monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}")
                assert await ask("https://upstream.invalid/v1", both.client) == 200
        assert asked[0].startswith(b"CONNECT upstream.invalid:443 ")

    run(call())


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
    except ConnectionError:
        pass
    writer.close()


@pytest.mark.parametrize(
    ("answer", "words"),
    [(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n", "it answered 407"), (b"", "broke")],
)
def test_a_proxy_that_refuses(answer: bytes, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        async with raw_server(answer) as proxy:
            monkeypatch.setenv("HTTPS_PROXY", f"http://user:word@127.0.0.1:{proxy.port}")
            with pytest.raises(EngineFailed, match=words) as caught:
                await ask("https://upstream.invalid/v1")
            assert "word" not in str(caught.value)

    run(call())


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:{port}", "socks5://127.0.0.1:{port}", "http://"])
def test_a_proxy_that_cannot_be_used(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        monkeypatch.setenv("HTTP_PROXY", proxy.format(port=closed_port()))
        with pytest.raises(EngineFailed, match="proxy") as caught:
            await ask("http://upstream.invalid/v1")
        assert caught.value.charged == "no"

    run(call())
