"""Large pictures through a whole server: what is poured comes out as what is not, whoever asks and whoever answers.

An engine whose replies are kept looks at every piece, so that nothing of it is poured: that is what all is compared to.
"""

import base64
import hashlib
import http.client
import json
import re
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.server.poured import (
    FAULTS,
    KINDS,
    MODEL,
    SAID,
    SIGNATURE,
    asked,
    google_said,
    letters,
    picture,
    request_for,
    scene_in,
)
from tests.serving import Server, google_answer
from tests.upstreams import Answer, Reply, Upstream, as_json, cut, reset, silence


def in_chunks(body: bytes, size: int) -> Answer:
    """The same with chunks of this size, or until the connection closes where it is 0."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    if not size:
        return cut(head + b"\r\n" + body)
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    framed = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    return partial(_sent, head + b"Transfer-Encoding: chunked\r\n\r\n" + framed + b"0\r\n\r\n")


def _sent(raw: bytes, connection: socket.socket) -> None:
    connection.sendall(raw)


def call(server: Server, kind: str, engine: str) -> bytes:
    path, body = asked(kind, engine)
    reply = server.post(path, body, {"User-Agent": "OpenAI/Go 3.1" if kind == "short-lines" else "OpenAI/Python 3.1"})
    assert reply.status == 200, reply.body[:500]
    return reply.body


def documents(body: bytes) -> list[Any]:
    """Of an answer in any form."""
    try:
        found = json.loads(body)
    except ValueError:
        lines = [line.removeprefix(b"data: ") for line in body.splitlines() if line.startswith(b"data: {")]
        return [json.loads(line) for line in lines]
    return found if isinstance(found, list) else [found]


def report(body: bytes) -> dict[str, Any]:
    """What the service tells, without what differs from call to call."""
    [told] = [document["cavendish"] for document in documents(body) if "cavendish" in document]
    return {name: value for name, value in told.items() if name not in ("id", "engine")}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Upstream]]:
    with scene_in(tmp_path_factory.mktemp("poured")) as everything:
        yield everything


@pytest.mark.parametrize("engine", SAID)
@pytest.mark.parametrize("kind", KINDS)
def test_a_poured_picture_is_the_picture(scene: tuple[Server, Upstream], engine: str, kind: str) -> None:
    server, source = scene
    for more in range(3):  # letters with each padding
        data = letters(more=more)
        source.says(Reply(SAID[engine](data)), at=f"/{engine}/")
        body, kept = call(server, kind, engine), call(server, kind, f"{engine}-kept")
        assert hashlib.sha256(picture(body)).digest() == hashlib.sha256(data.encode()).digest()
        assert report(body) == report(kept)
        [image] = report(body)["images"]
        size = len(base64.b64decode(data))
        assert image == {"mime": "image/png", "width": 1024, "height": 512, "bytes": size}
        assert not any("cut off" in note for note in report(body).get("notes", ()))


@pytest.mark.parametrize("engine", SAID)
@pytest.mark.parametrize("size", [0, 1, 7, 4096, 100_000])
def test_it_is_the_same_however_it_is_framed(scene: tuple[Server, Upstream], engine: str, size: int) -> None:
    server, source = scene
    data = letters() if size > 100 or not size else letters(more=2_700_000)
    source.says(in_chunks(SAID[engine](data), size), at=f"/{engine}/")
    body = call(server, "google-stream", engine)
    assert picture(body) == data.encode()
    assert report(body)["images"][0]["bytes"] == len(base64.b64decode(data))


@pytest.mark.parametrize("engine", SAID)
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_cut_short_is_said_to_be(scene: tuple[Server, Upstream], engine: str, kind: str) -> None:
    server, source = scene
    data = letters(end=b"")
    source.says(Reply(SAID[engine](data)), at=f"/{engine}/")
    body, kept = call(server, kind, engine), call(server, kind, f"{engine}-kept")
    assert picture(body) == data.encode()
    assert report(body) == report(kept)
    assert (kind == "short-lines") == (max(map(len, body.splitlines())) < 100_000)
    assert any("cut off" in note for note in report(body)["notes"])


@pytest.mark.parametrize("engine", SAID)
@pytest.mark.parametrize("kind", ["google", "google-stream"])
@pytest.mark.parametrize("fault", FAULTS)
def test_what_breaks_is_nobodys_whole_picture(
    scene: tuple[Server, Upstream], engine: str, kind: str, fault: str
) -> None:
    server, source = scene
    body = SAID[engine](letters())
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % len(body) + body[: len(body) // 2]
    faults: dict[str, Answer] = {
        "-cut": cut(raw), "-reset": reset(raw), "-silence": silence(raw),
        "-nonsense": cut(raw.replace(b"%x\r\n" % len(body), b"%x\r\n" % (len(body) // 2)) + b"\r\nxyz\r\n"),
    }  # fmt: skip
    source.says(faults[fault], at=f"/{engine}/")
    before = len(source.calls())
    with pytest.raises(http.client.IncompleteRead):
        call(server, kind, engine + fault)
    assert len(source.calls()) == before + 1
    assert source.wait(lambda: not source.busy)


def test_a_signature_of_a_poured_picture_is_found_again(scene: tuple[Server, Upstream]) -> None:
    server, source = scene
    for more in range(3):
        data = letters(more=1000 + more)
        source.says(Reply(google_said(data)), at="/google/")
        assert picture(call(server, "google-stream", "google")) == data.encode()
        shown = f"![image](data:image/png;base64,{data})"
        said = [("user", "a cat"), ("assistant", shown), ("user", "now a dog")]
        messages = [{"role": role, "content": content} for role, content in said]
        source.forget()
        server.post("/v1/chat/completions", {"model": f"google/{MODEL}", "messages": messages})
        [asked] = source.calls("/google/")
        [signature] = re.findall(rb'"thoughtSignature": ?"([^"]*)"', asked.body)
        assert signature.decode() == SIGNATURE


def test_a_slow_reader_gets_it_all(scene: tuple[Server, Upstream]) -> None:
    server, source = scene
    source.says(Reply(google_said(letters())), at="/google/")
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall(request_for("google", "google").replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
        with http.client.HTTPResponse(connection) as response:
            response.begin()
            body = b"".join(iter(lambda: response.read(3000), b""))
    assert picture(body) == letters().encode()


def test_replies_that_are_kept_were_kept(scene: tuple[Server, Upstream], tmp_path_factory: Any) -> None:
    """So that the comparison is one."""
    server, source = scene
    source.says(as_json(google_answer()), at="/google/")
    call(server, "google", "google-kept")
    assert list(Path(tmp_path_factory.getbasetemp()).glob("poured*/replies/*"))
