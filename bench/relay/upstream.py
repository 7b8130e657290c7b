"""A fake upstream in a process of its own: `python -m relay.upstream FOLDER`, plain and TLS, until its input ends.

It prints one line, `{"plain": port, "tls": port or null}`. Answers are made at the first request for
them and sent as Google sends them: chunked,
32 KiB a chunk. With trustme there is TLS, and FOLDER/authority.pem to trust.
"""

import asyncio
import importlib.util
import json
import re
import ssl
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

from relay.asked import Dialect, document, references
from relay.loop import run

__all__ = ["AUTHORITY"]

AUTHORITY = "authority.pem"
CHUNK = 32 * 1024
PIECE = 256 * 1024  # given to the transport at once
PROMPT = re.compile(rb"relay:(\w+):(\d+):(\d+):")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nTransfer-Encoding: chunked\r\n\r\n"
REFUSED = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"


@cache
def answer(dialect: Dialect, name: str) -> bytes:
    body = document(dialect, name)
    pieces = (body[at : at + CHUNK] for at in range(0, len(body), CHUNK))
    return HEAD + b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class Connection(asyncio.Protocol):
    """One request after the other; a request is read whole before it is answered."""

    transport: asyncio.Transport

    def __init__(self) -> None:
        self._head = b""
        self._body = bytearray()
        self._missing = 0
        self._left: Iterator[memoryview] = iter(())
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is none by name

    def data_received(self, data: bytes) -> None:
        if not self._missing:
            head, end, data = (self._head + data).partition(b"\r\n\r\n")
            self._head = head
            if not end:
                return
            length = LENGTH.search(head)
            self._missing = int(length[1]) if length else 0
        self._body += data
        self._missing -= len(data)
        if not self._missing:
            self._answer(self._head.split(b" ", 2)[1])
            self._head, self._body = b"", bytearray()

    def _answer(self, path: bytes) -> None:
        found = PROMPT.search(self._body)
        if found is None or any(data not in self._body for data in references()[: int(found[3])]):
            self.transport.write(REFUSED)
            return
        dialect: Dialect = "google" if b":generateContent" in path else "openai"
        whole = answer(dialect, found[1].decode())
        if delay := int(found[2]):
            asyncio.get_running_loop().call_later(delay / 1000, self._send, whole)
        else:
            self._send(whole)

    def _send(self, whole: bytes) -> None:
        view = memoryview(whole)
        self._left = (view[at : at + PIECE] for at in range(0, len(view), PIECE))
        self._pump()

    def _pump(self) -> None:
        while not self._paused and not self.transport.is_closing():
            piece = next(self._left, None)
            if piece is None:
                return
            self.transport.write(piece)

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False
        self._pump()


def certified(folder: Path) -> ssl.SSLContext | None:
    if not importlib.util.find_spec("trustme"):
        return None
    import trustme

    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / AUTHORITY))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    return context


async def serve(folder: Path) -> None:
    loop = asyncio.get_running_loop()
    context = certified(folder)
    plain = await loop.create_server(Connection, "127.0.0.1", 0, backlog=4096)
    secure = await loop.create_server(Connection, "127.0.0.1", 0, ssl=context, backlog=4096) if context else None
    ports = {"plain": plain.sockets[0].getsockname()[1], "tls": secure and secure.sockets[0].getsockname()[1]}
    print(json.dumps(ports), flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    run(serve(Path(sys.argv[1])))
