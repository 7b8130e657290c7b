"""An upstream in a thread of its own, made of bare sockets: it answers as it was told, or misbehaves in every way."""

import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from tests.samples import document

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


def told(name: str, status: int = 200, **headers: str) -> Reply:
    """A captured body as an answer."""
    return as_json(document(name), status, **headers)


def as_json(value: Any, status: int = 200, **headers: str) -> Reply:
    return Reply(json.dumps(value).encode(), status, {name.replace("_", "-"): text for name, text in headers.items()})


class Upstream:
    """What it was asked, what it answers, and whether anybody is still connected."""

    def __init__(self, port: int, tls: ssl.SSLContext | None) -> None:
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
        self._tls = tls
        self.requests: list[Asked] = []
        self._answers: dict[str, list[Answer]] = {}
        self._open: set[socket.socket] = set()
        self._lock = threading.Condition()
        self.busy = 0  # requests that are being answered

    def says(self, *answers: Answer, at: str = "") -> None:
        """Answers to requests whose path holds `at`, one after the other; the last for ever."""
        self._answers[at] = list(answers)

    def calls(self, at: str = "") -> list[Asked]:
        """The POSTs whose path holds `at`: what may have to be paid."""
        return [asked for asked in self.requests if asked.method == "POST" and at in asked.path]

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
            self.requests.append(asked)
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
    return lambda connection: connection.sendall(raw)


def reset(raw: bytes) -> Misbehaviour:
    """These bytes, and then a reset."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(raw)
        time.sleep(0.05)  # a reset overtakes what was sent and not yet read
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return answer


def again_and_again(raw: bytes, piece: bytes, *, pause: float = 0.0) -> Misbehaviour:
    """These bytes, and then the piece until the other side has had enough."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(raw)
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return answer


def silence(raw: bytes = b"") -> Misbehaviour:
    """These bytes, and then nothing until the other side hangs up."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(raw)
        while connection.recv(65536):
            pass

    return answer


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
