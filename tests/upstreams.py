"""An upstream in a thread of its own, made of bare sockets: it answers as it was told, or misbehaves in every way.

`upstream_process` runs the same in a process of its own. So this imports the standard library only, and every answer
but `Held` can be pickled.
"""

import json
import socket
import ssl
import struct
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

Misbehaviour = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Asked:
    """One request as it came; names of headers are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Reply:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        lines = {"Content-Type": "application/json", "Content-Length": str(len(self.body)), **self.headers}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"HTTP/1.1 {self.status} Told\r\n{head}\r\n".encode() + self.body


Answer = Reply | Misbehaviour


def as_json(value: Any, status: int = 200, **headers: str) -> Reply:
    return Reply(json.dumps(value).encode(), status, {name.replace("_", "-"): text for name, text in headers.items()})


class Told(ABC):
    """An upstream as tests meet it, wherever it runs: told what to answer, asked what it was asked."""

    url: str

    @property
    @abstractmethod
    def requests(self) -> list[Asked]:
        """All of them, in the order in which they came."""

    @abstractmethod
    def forget(self) -> None:
        """Drops the requests; the answers stay."""

    @abstractmethod
    def says(self, *answers: Answer, at: str = "") -> None:
        """Answers to requests whose path holds `at`, one after the other; the last for ever."""

    def calls(self, at: str = "") -> list[Asked]:
        """The POSTs whose path holds `at`: what may have to be paid."""
        return [asked for asked in self.requests if asked.method == "POST" and at in asked.path]


class Upstream(Told):
    """One in this process: it also tells whether anybody is still connected."""

    def __init__(self, port: int, tls: ssl.SSLContext | None) -> None:
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
        self._tls = tls
        self._requests: list[Asked] = []
        self._answers: dict[str, list[Answer]] = {}
        self._open: set[socket.socket] = set()
        self._lock = threading.Condition()
        self.busy = 0  # requests that are being answered

    @property
    def requests(self) -> list[Asked]:
        return list(self._requests)

    def forget(self) -> None:
        self._requests.clear()

    def says(self, *answers: Answer, at: str = "") -> None:
        self._answers[at] = list(answers)

    def wait(self, condition: Callable[[], bool]) -> bool:
        """Whether it comes true; it is looked at whenever something happens here."""
        with self._lock:
            return self._lock.wait_for(condition, timeout=20)

    def serve(self, connection: socket.socket) -> None:
        with suppress(OSError), self._connected(connection) as connection:
            while asked := _read(connection):
                with self._answering(asked) as answer:
                    if not isinstance(answer, Reply):
                        answer(connection)
                        return
                    connection.sendall(answer.raw)

    @contextmanager
    def _answering(self, asked: Asked) -> Iterator[Answer]:
        with self._lock:
            self._requests.append(asked)
            self.busy += 1
            self._lock.notify_all()
        try:
            yield self._answer_to(asked)
        finally:
            with self._lock:
                self.busy -= 1
                self._lock.notify_all()

    @contextmanager
    def _connected(self, connection: socket.socket) -> Iterator[socket.socket]:
        with self._tls.wrap_socket(connection, server_side=True) if self._tls else connection as connection:
            self._open.add(connection)
            try:
                yield connection
            finally:
                self._open.discard(connection)

    def _answer_to(self, asked: Asked) -> Answer:
        with self._lock:
            answers = next(answers for at, answers in sorted(self._answers.items(), reverse=True) if at in asked.path)
            return answers.pop(0) if len(answers) > 1 else answers[0]

    def hang_up(self) -> None:
        for connection in tuple(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def upstream(tls: ssl.SSLContext | None = None) -> Iterator[Upstream]:
    """Listens on a free port of the loopback; ends every connection in the end."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        state = Upstream(listener.getsockname()[1], tls)
        threads: list[threading.Thread] = []

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    threads.append(threading.Thread(target=state.serve, args=(connection,)))
                    threads[-1].start()

        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield state
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join()
            state.hang_up()
            for thread in threads:
                thread.join()


def _read(connection: socket.socket) -> Asked | None:
    data = b""
    while b"\r\n\r\n" not in data:
        if not (piece := connection.recv(65536)):
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        if not (piece := connection.recv(65536)):
            return None
        body += piece
    method, path, _ = first.split(" ")
    return Asked(method, path, headers, body)


def cut(raw: bytes) -> Misbehaviour:
    """These bytes, and then the end of the connection."""
    return partial(_cut, raw)


def _cut(raw: bytes, connection: socket.socket) -> None:
    connection.sendall(raw)


def reset(raw: bytes) -> Misbehaviour:
    """These bytes, and then a reset."""
    return partial(_reset, raw)


def _reset(raw: bytes, connection: socket.socket) -> None:
    connection.sendall(raw)
    time.sleep(0.05)  # a reset overtakes what was sent and not yet read
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def again_and_again(raw: bytes, piece: bytes, *, pause: float = 0.0) -> Misbehaviour:
    """These bytes, and then the piece until the other side has had enough."""
    return partial(_again_and_again, raw, piece, pause)


def _again_and_again(raw: bytes, piece: bytes, pause: float, connection: socket.socket) -> None:
    connection.sendall(raw)
    while True:
        connection.sendall(piece)
        time.sleep(pause)


def silence(raw: bytes = b"") -> Misbehaviour:
    """These bytes, and then nothing until the other side hangs up."""
    return partial(_silence, raw)


def _silence(raw: bytes, connection: socket.socket) -> None:
    connection.sendall(raw)
    while connection.recv(65536):
        pass


class Held:
    """An answer that waits until it is let go."""

    def __init__(self, answer: Reply, start: bytes = b"") -> None:
        self._answer = answer
        self._start = start
        self.go = threading.Event()

    def __call__(self, connection: socket.socket) -> None:
        connection.sendall(self._start)
        self.go.wait(20)
        connection.sendall(self._answer.raw[len(self._start) :])
