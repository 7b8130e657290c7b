"""Who sends nonsense is told so; whoever runs the server is not."""

import socket
from pathlib import Path

from tests.serving import cavendish_server

FORM = {"Content-Type": "multipart/form-data; boundary=x"}


def test_broken_forms_leave_no_trace_in_the_log(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("w") as log, cavendish_server(log=log, CAVENDISH_IMAGES_API="true") as server:
        for body in (b"--y\r\n", b"--x\r\n\0: 1\r\n\r\n", b"--x\r\nA: b\r\n\r\nc"):
            assert server.post("/v1/images/edits", body, FORM).status == 400
    assert "multipart" not in path.read_text()


def test_callers_who_leave_in_the_middle_of_a_body_leave_none_either(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("w") as log, cavendish_server(log=log) as server:
        for target in ("/v1/chat/completions", "/v1beta/models/clay:generateContent"):
            with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
                head = f"POST {target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
                connection.sendall(head.encode() + b"{")
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
    assert "Traceback" not in path.read_text()
