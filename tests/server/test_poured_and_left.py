"""While a picture is poured its caller leaves, says more than was asked for, or nonsense."""

import re
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.server.poured import GET, SAID, endless, letters, picture, received_of, request_for, scene_in
from tests.serving import Server
from tests.upstreams import Reply, Upstream


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Upstream]]:
    with scene_in(tmp_path_factory.mktemp("poured")) as everything:
        yield everything


@pytest.mark.parametrize("engine", ["google", "shop"])
@pytest.mark.parametrize("behind", [b"", GET, GET[:20]], ids=["alone", "a request behind it", "half of one behind it"])
@pytest.mark.parametrize("how", ["close", "reset"])
def test_a_caller_who_leaves_ends_the_call(
    scene: tuple[Server, Upstream], engine: str, behind: bytes, how: str
) -> None:
    server, source = scene
    source.says(endless(engine), at=f"/{engine}/")
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request_for("google", engine) + behind)
        received_of(connection, 500_000)
        assert source.busy == 1
        if how == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert source.wait(lambda: not source.busy)
    assert server.get("/healthz").status == 200


def test_a_caller_who_has_said_all_is_one_who_leaves(scene: tuple[Server, Upstream]) -> None:
    """A connection that is closed by half cannot be told from one that is closed."""
    server, source = scene
    source.says(endless("google"), at="/google/")
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request_for("google", "google"))
        received_of(connection, 500_000)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65_536):
            pass
    assert source.wait(lambda: not source.busy)


def test_requests_without_end_behind_an_answer_are_not_kept(scene: tuple[Server, Upstream]) -> None:
    server, source = scene
    source.says(endless("google"), at="/google/")
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request_for("google", "google"))
        received = received_of(connection, 500_000)
        connection.sendall(GET * 300)
        with suppress(ConnectionResetError):
            while piece := connection.recv(65_536):
                received += piece
                assert len(received) < 5_000_000
    assert received.count(b"HTTP/1.1 ") == 1
    assert source.wait(lambda: not source.busy)


@pytest.mark.parametrize("engine", ["google", "shop"])
def test_requests_behind_a_poured_answer_wait_for_its_end(scene: tuple[Server, Upstream], engine: str) -> None:
    server, source = scene
    source.says(Reply(SAID[engine](letters())), at=f"/{engine}/")
    last = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request_for("google", engine) + GET + request_for("openai-stream", engine) + last)
        answers = list(answers_in(b"".join(iter(lambda: connection.recv(65_536), b""))))
    assert [head.split(b" ")[1] for head, _ in answers] == [b"200"] * 4
    assert picture(answers[0][1]) == picture(answers[2][1]) == letters().encode()
    assert answers[1][1] == answers[3][1] == b'{"status": "ok"}'


def answers_in(said: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each answer's head and body, one behind the other."""
    while said:
        head, _, said = said.partition(b"\r\n\r\n")
        if found := re.search(rb"content-length: (\d+)", head):
            length = int(found[1])
            yield head, said[:length]
            said = said[length:]
            continue
        pieces, at = [], 0
        while size := int(said[at : (line := said.index(b"\r\n", at))], 16):
            pieces.append(said[line + 2 : line + 2 + size])
            at = line + 2 + size + 2
        yield head, b"".join(pieces)
        said = said[line + 4 :]


@pytest.mark.parametrize(
    "behind",
    [b"\x16\x03\x01 nonsense\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"name: value\r\n" * 200 + b"\r\n"],
    ids=["no request", "too many headers"],
)
def test_nonsense_behind_a_request_is_not_answered_in_the_midst_of_another(
    scene: tuple[Server, Upstream], behind: bytes
) -> None:
    server, source = scene
    source.says(endless("google"), at="/google/")
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request_for("google", "google"))
        received = received_of(connection, 500_000)
        connection.sendall(GET + behind)
        with suppress(ConnectionResetError):
            while piece := connection.recv(65_536):
                received += piece
                assert len(received) < 5_000_000
    assert received.count(b"HTTP/1.1 ") == 1
    assert source.wait(lambda: not source.busy)


def test_a_head_without_end_behind_a_request_is_not_answered_in_the_midst_of_another(
    scene: tuple[Server, Upstream],
) -> None:
    """It is refused if it is read at once; if it arrives in parts, the rest is not read while the first is answered."""
    server, source = scene
    source.says(endless("google"), at="/google/")
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request_for("google", "google"))
        received = received_of(connection, 500_000)
        connection.sendall(GET + b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n")
        with suppress(ConnectionResetError):
            while len(received) < 1_500_000 and (piece := connection.recv(65_536)):
                received += piece
    assert received.count(b"HTTP/1.1 ") == 1
    assert source.wait(lambda: not source.busy)
