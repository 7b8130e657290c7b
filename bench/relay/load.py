"""The load client in a process of its own: `python -m relay.load` reads a job a line and answers with a result a line.

Answers are counted and thrown away: one buffer serves all connections, and nothing but an answer's head and its last
bytes is looked at. Each connection asks again as soon as it was answered, until the time is up, and at least once.
"""

import asyncio
import json
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from relay.asked import Asked, Dialect, body_of, path_of
from relay.loop import run

__all__ = ["Job", "Result", "headers_of"]

BUFFER = memoryview(bytearray(4 * 1024 * 1024))
SLOW_BUFFER = 64 * 1024  # of a client that reads slowly, in the kernel and here
END_OF_CHUNKS = b"\r\n0\r\n\r\n"
AT_ONCE = 200  # connections opened together


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    port: int
    prefix: str  # before the path
    dialect: Dialect
    model: str
    key: str
    answer: str
    at_once: int
    seconds: float
    delay: int = 0  # of the upstream, in milliseconds
    references: int = 0
    pace: int = 0  # bytes a second that each client reads; 0 for as fast as it can
    patience: float = 60.0  # seconds in all; what is not answered then counts as an error


@dataclass(slots=True)
class Result:
    """Seconds everywhere."""

    answers: int = 0
    errors: int = 0
    bytes: int = 0
    seconds: float = 0.0
    p50: float = 0.0
    p99: float = 0.0
    first_byte: float = 0.0  # the median, of the body
    complaint: str = ""  # what the first error was


@dataclass(slots=True)
class Tally:
    latencies: list[float] = field(default_factory=list)
    first_bytes: list[float] = field(default_factory=list)
    bytes: int = 0
    errors: int = 0
    complaint: str = ""

    def failed(self, error: BaseException) -> None:
        self.errors += 1
        self.complaint = self.complaint or f"{type(error).__name__} {error}".strip()

    def result(self, seconds: float) -> Result:
        return Result(
            answers=len(self.latencies),
            errors=self.errors,
            bytes=self.bytes,
            seconds=seconds,
            p50=quantile(self.latencies, 0.5),
            p99=quantile(self.latencies, 0.99),
            first_byte=quantile(self.first_bytes, 0.5),
            complaint=self.complaint,
        )


def quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)] if values else 0.0


class Refused(OSError):
    """An answer that is not 200."""


class Connection(asyncio.BufferedProtocol):
    """One request at a time: `await ask(request)` returns when its answer is complete."""

    transport: asyncio.Transport

    def __init__(self, pace: int) -> None:
        self._loop = asyncio.get_running_loop()
        self._pace = pace
        self._room = BUFFER[:SLOW_BUFFER] if pace else BUFFER
        self._answered: asyncio.Future[None] | None = None
        self._reset()

    def _reset(self) -> None:
        self._head = b""
        self._body_length: int | None = None  # None for chunks
        self._in_body = False
        self._tail = b""
        self.received = 0
        self.first_byte = 0.0

    def ask(self, request: bytes) -> "asyncio.Future[None]":
        self._reset()
        self._answered = self._loop.create_future()
        self.transport.write(request)
        return self._answered

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is none by name

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(exc or ConnectionError("the connection was closed"))

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002
        return self._room

    def buffer_updated(self, nbytes: int) -> None:
        piece = self._room[:nbytes]
        if self._pace:
            self.transport.pause_reading()
            self._loop.call_later(nbytes / self._pace, self.transport.resume_reading)
        if not self._in_body:
            self._head += bytes(piece)
            head, end, rest = self._head.partition(b"\r\n\r\n")
            if not end:
                return
            self._begin_body(head)
            piece = memoryview(rest)
        self._body(piece)

    def _begin_body(self, head: bytes) -> None:
        self._in_body = True
        lines = head.lower().split(b"\r\n")
        length = next((line[15:] for line in lines if line.startswith(b"content-length:")), None)
        self._body_length = int(length) if length is not None else None
        if lines[0].split()[1] != b"200":
            self._end(Refused(head.partition(b"\r\n")[0].decode()))

    def _body(self, piece: memoryview) -> None:
        if len(piece) and not self.received:
            self.first_byte = time.perf_counter()
        self.received += len(piece)
        if self._body_length is None:
            self._tail = (self._tail + bytes(piece[-len(END_OF_CHUNKS) :]))[-len(END_OF_CHUNKS) :]
            if self._tail == END_OF_CHUNKS:
                self._end(None)
        elif self.received >= self._body_length:
            self._end(None)

    def _end(self, error: Exception | None) -> None:
        answered, self._answered = self._answered, None
        if answered is None or answered.done():
            return
        if error:
            answered.set_exception(error)
        else:
            answered.set_result(None)


class Client:
    """One caller, who connects anew after an error."""

    def __init__(self, job: Job, request: bytes, tally: Tally) -> None:
        self._job = job
        self._request = request
        self._tally = tally
        self._loop = asyncio.get_running_loop()
        self._connection: Connection | None = None

    async def connect(self) -> None:
        try:
            self._connection = await self._connected()
        except OSError as error:
            self._tally.failed(error)

    async def _connected(self) -> Connection:
        link = socket.socket()
        link.setblocking(False)
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._job.pace:
            link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SLOW_BUFFER)
        await self._loop.sock_connect(link, ("127.0.0.1", self._job.port))
        _, connection = await self._loop.create_connection(lambda: Connection(self._job.pace), sock=link)
        return connection

    async def ask_until(self, end: float) -> None:
        while True:
            try:
                self._connection = self._connection or await self._connected()
                await self._ask(self._connection)
            except OSError as error:
                self._tally.failed(error)
                self.hang_up()
                await asyncio.sleep(0.05)
            if self._loop.time() >= end:
                return

    async def _ask(self, connection: Connection) -> None:
        begun = time.perf_counter()  # finer than the loop's own
        await connection.ask(self._request)
        self._tally.latencies.append(time.perf_counter() - begun)
        self._tally.first_bytes.append(connection.first_byte - begun)
        self._tally.bytes += connection.received

    def hang_up(self) -> None:
        if self._connection:
            self._connection.transport.abort()
        self._connection = None


def request_of(job: Job) -> bytes:
    body = body_of(job.dialect, Asked(answer=job.answer, delay=job.delay, references=job.references), model=job.model)
    lines = [f"POST {job.prefix}{path_of(job.dialect, job.model)} HTTP/1.1", f"Host: 127.0.0.1:{job.port}"]
    lines += [f"{name}: {value}" for name, value in headers_of(job.key).items()]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


def headers_of(key: str) -> Mapping[str, str]:
    return {"Content-Type": "application/json", "x-goog-api-key": key, "Authorization": f"Bearer {key}"}


async def perform(job: Job) -> Result:
    loop, tally = asyncio.get_running_loop(), Tally()
    request = request_of(job)
    clients = [Client(job, request, tally) for _ in range(job.at_once)]
    for at in range(0, len(clients), AT_ONCE):
        await asyncio.gather(*(client.connect() for client in clients[at : at + AT_ONCE]))
    begun = loop.time()
    asking = [asyncio.create_task(client.ask_until(begun + job.seconds)) for client in clients]
    _, late = await asyncio.wait(asking, timeout=job.patience)
    seconds = loop.time() - begun
    for task in late:
        task.cancel()
        tally.failed(TimeoutError("no answer in time"))
    for client in clients:
        client.hang_up()
    return tally.result(seconds)


async def obey() -> None:
    print("ready", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        told: dict[str, Any] = json.loads(line)
        print(json.dumps(asdict(await perform(Job(**told)))), flush=True)


if __name__ == "__main__":
    run(obey())
