"""Whether a gateway hands over what the upstream sent: an answer decoded and compared by hash, before any is timed."""

import base64
import hashlib
import http.client
import re

from relay.asked import TEXT, Asked, body_of, fingerprint, path_of
from relay.load import headers_of
from relay.peers import Peer
from relay.plan import Cell

__all__ = ["check"]

BASE64 = re.compile(rb"[A-Za-z0-9+/]{4096,}={0,2}")
TIMES = 2


def check(peer: Peer, cell: Cell) -> str:
    """Empty when the first answers are what they should be, else what is wrong with them."""
    for _ in range(TIMES):
        try:
            if complaint := _wrong(*_asked(peer, cell), cell.answer):
                return complaint
        except (OSError, http.client.HTTPException) as error:
            return f"{type(error).__name__} {error}"
    return ""


def _asked(peer: Peer, cell: Cell) -> tuple[int, bytes]:
    model, dialect = peer.models[cell.pair.upstream], cell.pair.caller
    asked = Asked(answer=cell.answer, references=cell.references, verify=True)
    connection = http.client.HTTPConnection("127.0.0.1", peer.port, timeout=60)
    try:
        path = peer.prefixes.get(cell.pair.upstream, "") + path_of(dialect, model)
        connection.request("POST", path, body_of(dialect, asked, model=model), dict(headers_of(peer.key)))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def _wrong(status: int, body: bytes, name: str) -> str:
    if status != 200:
        return f"status {status}: {body[:200].decode(errors='replace')}"
    if name == "text":
        return "" if TEXT.strip().encode() in body else "another text"
    pictures = BASE64.findall(body)
    if len(pictures) != 1:
        return f"{len(pictures)} pictures in place of one"
    same = hashlib.sha256(base64.b64decode(pictures[0])).hexdigest() == fingerprint(name)
    return "" if same else "another picture"
