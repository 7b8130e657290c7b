"""Who may knock: raw sockets, so that headers are exactly what is written here."""

import socket

import pytest

from tests.serving import Server


def raw(server: Server, *lines: str) -> str:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        connection.settimeout(10)
        data = b""
        while piece := connection.recv(65536):
            data += piece
    return data.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (["Host: 127.0.0.1:{port}"], 200),
        (["Host: localhost:{port}"], 200),
        (["Host: LOCALHOST"], 200),
        (["Host: [::1]:{port}"], 200),
        (["Host: evil.example"], 403),
        (["Host: 127.0.0.1.evil.example"], 403),
        (["Host: 127.0.0.1/?"], 403),
        (["Host: 127.0.0.1#x"], 403),
        (["Host: "], 403),
        (["Host: 127.0.0.1", "Host: evil.example"], 400),
        ([], 400),
        (["Host: 127.0.0.1:{port}", "Origin: http://127.0.0.1:{port}"], 200),
        (["Host: 127.0.0.1:{port}", "Origin: http://evil.example"], 403),
        (["Host: 127.0.0.1:{port}", "Origin: http://127.0.0.1:1"], 403),
        (["Host: 127.0.0.1:{port}", "Origin: null"], 403),
    ],
)
def test_host_and_origin(clay_server: Server, headers: list[str], status: int) -> None:
    lines = [line.format(port=clay_server.port) for line in headers]
    answer = raw(clay_server, "GET /healthz HTTP/1.1", *lines)
    assert answer.startswith(f"HTTP/1.1 {status} ")


def test_refusals_are_told_in_the_dialect_of_the_path(clay_server: Server) -> None:
    google = raw(clay_server, "GET /v1beta/models HTTP/1.1", "Host: evil.example")
    assert '"status": "PERMISSION_DENIED"' in google
    openai = raw(clay_server, "POST /v1/chat/completions HTTP/1.1", "Host: evil.example")
    assert '"type": "permission_error"' in openai
