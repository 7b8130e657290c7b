"""A `cavendish serve` whose engine answers at once with a tiny picture, and a caller who keeps the connection."""

import base64
import http.client
import json
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.hostile.effort import LONGEST
from tests.hostile.values import file_of
from tests.serving import Reply, Server, cavendish_server, google_answer

PICTURE = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(file_of("png")).decode()}}
ANSWERS = [
    google_answer(PICTURE),
    google_answer({"text": "Here it is: é \U0001f34c"}, PICTURE),
    google_answer(
        {"text": "hm", "thought": True}, {**PICTURE, "thought": True}, {**PICTURE, "thoughtSignature": "YWJj"}
    ),
    google_answer(PICTURE, {"text": "and a word behind"}),
]
CONFIG = """images_api = true
workers = 1
fetch_seconds = 1
rehearse = true
[engines.scripted]
kind = "scripted"
charges = "nothing"
base_url = "{}"
"""


class Caller:
    def __init__(self, server: Server, log: Path) -> None:
        self.server = server
        self.log = log  # what the server prints
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=LONGEST)

    def call(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        sent = {name: value.encode("latin-1", "replace") for name, value in headers.items()}
        self._connection.request(method, path, body, {"Content-Type": "application/json", **sent})
        response = self._connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, names, response.read())

    def close(self) -> None:
        self._connection.close()

    def raw(self, sent: bytes) -> bytes:
        """What comes back for these bytes until the server closes; a caller who has said all says so."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=LONGEST) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            received = bytearray()
            with suppress(ConnectionError):
                while piece := connection.recv(65536):
                    received += piece
        return bytes(received)

    def memory(self) -> int:
        """Of the server's process, KiB."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.server.process.pid)], capture_output=True, text=True, check=True
        )
        return int(told.stdout)


@contextmanager
def hostile_server(folder: Path) -> Iterator[Caller]:
    (folder / "answers.json").write_text(json.dumps(ANSWERS))
    (folder / "hostile.toml").write_text(CONFIG.format(folder / "answers.json"))
    options = ("--config", str(folder / "hostile.toml"), "--engine", "scripted")
    with (folder / "log").open("w") as log, cavendish_server(*options, cwd=folder, log=log) as server:
        caller = Caller(server, folder / "log")
        yield caller
        caller.close()


def events_of(body: bytes) -> list[Any]:
    """The documents of server-sent events, `[DONE]` left out."""
    lines = [line.removeprefix(b"data: ") for line in body.splitlines() if line.startswith(b"data: ")]
    return [json.loads(line) for line in lines if line != b"[DONE]"]
