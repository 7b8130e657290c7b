"""What a connection may cost, tried with bare sockets on the server as it ships."""

import contextlib
import json
import socket
import time
from collections.abc import Iterator

import pytest

from tests.serving import Server, cavendish_server

HOST = b"Host: 127.0.0.1\r\n"
GET = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
CHAT = json.dumps({"model": "rehearsed/x", "messages": [{"role": "user", "content": "a cat"}]}).encode()
POST = b"POST /v1/chat/completions HTTP/1.1\r\n" + HOST


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    limits = {"HEAD_SECONDS": "1", "BODY_SECONDS": "1", "STALL_SECONDS": "2", "MOST_CONNECTIONS": "40"}
    with cavendish_server("--rehearse", **{f"CAVENDISH_{name}": value for name, value in limits.items()}) as running:
        yield running


def connect(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=20)


def answer(connection: socket.socket) -> bytes:
    """Everything until the other side hangs up."""
    pieces = []
    with contextlib.suppress(ConnectionResetError):
        while piece := connection.recv(65_536):
            pieces.append(piece)
    return b"".join(pieces)


def status(said: bytes) -> int:
    return int(said.split(b" ", 2)[1]) if said else 0


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (b"", 408),
        (b"GET /heal", 408),
        (b"GET /healthz HTTP/1.1\r\nHo", 408),
        (POST + b"Content-Length: 100\r\n\r\n{", 408),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{", 408),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 431),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 1_000_000, 431),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + b"X-Y: z\r\n" * 200 + b"\r\n", 431),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + HOST + b"Connection: close\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        (POST + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (POST + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
        (b"GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00", 400),
    ],
)
def test_what_does_not_come_in(server: Server, sent: bytes, expected: int) -> None:
    with connect(server) as connection:
        with contextlib.suppress(ConnectionError):
            connection.sendall(sent)
        assert status(answer(connection)) in (expected, 0 if len(sent) > 500_000 else expected)


def test_a_head_in_drips_has_one_time_for_all_of_it(server: Server) -> None:
    with connect(server) as connection:
        for letter in GET[:30]:
            try:
                connection.sendall(bytes([letter]))
            except ConnectionError:
                break
            time.sleep(0.1)
        assert status(answer(connection)) == 408


def test_a_body_in_pieces_is_waited_for(server: Server) -> None:
    with connect(server) as connection:
        connection.sendall(POST + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(CHAT))
        for at in range(0, len(CHAT), 20):
            connection.sendall(CHAT[at : at + 20])
            time.sleep(0.4)
        assert status(answer(connection)) == 404  # the whole request came, and names no model


def test_pipelined_requests_are_answered_in_order(server: Server) -> None:
    with connect(server) as connection:
        connection.sendall(GET * 3 + GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        assert answer(connection).count(b"HTTP/1.1 200 OK") == 4


def test_a_connection_is_kept_for_the_next_request(server: Server) -> None:
    with connect(server) as connection:
        for _ in range(3):
            connection.sendall(GET)
            said = b""
            while b'{"status": "ok"}' not in said:
                said += connection.recv(65_536)
            assert status(said) == 200
            time.sleep(1.3)  # longer than a head may take


def test_who_does_not_read_is_let_go(server: Server) -> None:
    body = json.dumps({
        "contents": [{"parts": [{"text": "a cat"}]}],
        "generationConfig": {"imageConfig": {"imageSize": "4K"}, "candidateCount": 1},
        "cavendish": {"simulate": "PICTURE", "format": "png"},
    }).encode()  # fmt: skip
    path = b"POST /v1beta/models/gemini-3-pro-image:generateContent HTTP/1.1\r\n"
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall((path + HOST + b"Content-Length: %d\r\n\r\n" % len(body) + body) * 400)
        time.sleep(4)
        connection.settimeout(20)
        assert answer(connection).count(b"HTTP/1.1 200 OK") < 400
    assert server.get("/healthz").status == 200


def test_silent_connections_give_way_to_those_who_speak(server: Server) -> None:
    with contextlib.ExitStack() as stack:
        silent = [stack.enter_context(connect(server)) for _ in range(60)]
        assert server.get("/healthz").status == 200
        statuses = [status(answer(connection)) for connection in silent]
        assert statuses.count(0) >= 20  # closed at once, the oldest first
        assert set(statuses[40:]) == {408}  # the others when their time was up
        assert server.get("/healthz").status == 200
