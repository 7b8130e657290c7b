"""Servers made of bare sockets, so that they can misbehave in every way, and a check that nothing is left behind."""

import asyncio
import os
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import trustme

from cavendish.engines.http import Home, Limits, open_http

LOOP: Callable[[], asyncio.AbstractEventLoop] | None = None  # asyncio's own
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
HUGE = b"HTTP/1.1 200 OK\r\nContent-Length: 900000000000\r\n\r\n"
UNTIL_CLOSED = b"HTTP/1.1 200 OK\r\n\r\n"
Answering = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class RawServer:
    """What it was asked, and which connections it still holds."""

    port: int
    scheme: str
    requests: list[bytes] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)  # the other side has closed its connections
    connections: int = 0

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}/"

    @contextmanager
    def connection(self) -> Iterator[None]:
        self.connections += 1
        self.left.clear()
        try:
            yield
        finally:
            self.connections -= 1
            if not self.connections:
                self.left.set()


@asynccontextmanager
async def raw_server(
    answering: Answering | bytes, *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1", keep: bool = False
) -> AsyncIterator[RawServer]:
    """Answers every request with the bytes, or by what the function writes, and then closes, unless it is to `keep`."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with state.connection():
            try:
                await converse(reader, writer)
            except (ConnectionError, asyncio.IncompleteReadError):
                pass
            finally:
                writer.close()

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while request := await _request(reader):
            state.requests.append(request)
            state.asked.set()
            if isinstance(answering, bytes):
                writer.write(answering)
            else:
                await until_hung_up(answering(writer), reader)
            if not keep or writer.is_closing():
                return

    server = await asyncio.start_server(serve, host, 0, ssl=tls, limit=2**20)
    state = RawServer(server.sockets[0].getsockname()[1], "https" if tls else "http")
    state.left.set()
    async with server:
        yield state
        async with asyncio.timeout(10):
            await state.left.wait()


async def until_hung_up(answering: Awaitable[None], reader: asyncio.StreamReader) -> None:
    """Answers until done, or until the other side closes the connection."""
    answer = asyncio.ensure_future(answering)
    hung_up = asyncio.ensure_future(reader.read(1))
    await asyncio.wait((answer, hung_up), return_when=asyncio.FIRST_COMPLETED)
    for task in (answer, hung_up):
        task.cancel()
    await asyncio.gather(answer, hung_up, return_exceptions=True)


async def _request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return head + await reader.readexactly(int(length[0]) if length else 0)


def ok(body: bytes, **headers: str) -> bytes:
    lines = {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body


def redirect(to: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


class Flood:
    """Answers with a hundred megabytes as fast as they are taken; `sent` counts them."""

    def __init__(self) -> None:
        self.sent = 0

    async def __call__(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
        for _ in range(100):
            writer.write(bytes(1_000_000))
            await writer.drain()
            self.sent += 1_000_000


def endless(piece: bytes) -> Answering:
    async def write(writer: asyncio.StreamWriter) -> None:
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)

    return write


def drip(start: bytes, piece: bytes = b"x") -> Answering:
    """The start, then the piece again and again with a little time between."""

    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.02)

    return write


async def read(url: str, *, limits: Limits | None = None, home: Home | None = None) -> bytes:
    async with (
        open_http(home, limits=limits) as http,
        http.post(url, headers={"X-Mark": "1"}, body=[b'{"a":', b"", b"1}"]) as answer,
    ):
        return b"".join([chunk async for chunk in answer.chunks])


def closed_port() -> int:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """No task and no open file more than before."""
    tasks, files = asyncio.all_tasks(), open_files()
    yield
    assert asyncio.all_tasks() <= tasks
    assert open_files() <= files


def open_files() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


def run(test: Coroutine[Any, Any, None]) -> None:
    """Runs a test and sees that it leaves no task and no socket."""

    async def checked() -> None:
        await use_the_loop()
        with nothing_left_behind():
            await test
            for _ in range(3):  # closing connections takes the loop a few turns
                await asyncio.sleep(0)

    with asyncio.Runner(loop_factory=LOOP) as runner:
        runner.run(checked())


async def use_the_loop() -> None:
    """Makes the loop open what it keeps open: the pool's threads, and uvloop's own files."""
    await asyncio.to_thread(int)
    async with raw_server(ok(b"{}")) as server:
        await read(server.url)


@dataclass(frozen=True)
class Certificates:
    """What a server shows and what a client trusts."""

    server: ssl.SSLContext
    client: ssl.SSLContext
    authority: trustme.CA


def certificates(*names: str) -> Certificates:
    authority = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(server)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    return Certificates(server, client, authority)
