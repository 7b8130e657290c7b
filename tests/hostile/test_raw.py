"""Bytes that are hardly HTTP: answered with a 4xx, or with a closed connection."""

import pytest
from hypothesis import strategies as st

from tests.hostile.effort import TALLY, try_all
from tests.hostile.server import Caller
from tests.hostile.test_requests import LEAKS

pytestmark = pytest.mark.slow

STARTS = st.sampled_from([
    b"GET / HTTP/1.1", b"GET /\xff HTTP/1.1", b"GET /%ff%00 HTTP/1.1", b"GET * HTTP/1.1", b"GET  HTTP/9.9", b"\0",
    b"GET http://[:::/ HTTP/1.1", b"OPTIONS * HTTP/1.1", b"CONNECT a:b HTTP/1.1", b"PRI * HTTP/2.0",
    b"POST /v1/models/%3a:x HTTP/1.1", b"POST /v1/chat/completions HTTP/1.1", b"GET /v1/models/a%0d%0ab HTTP/1.1",
    b"POST /v1beta/models/m:generateContent?alt=%ff&key=%ff HTTP/1.1", b"POST /v1/images/edits HTTP/1.0",
])  # fmt: skip
LINES = st.sampled_from([
    b"Host: localhost", b"Host: localhost", b"Host: \xff", b"Content-Length: 5", b"Content-Length: -1",
    b"Content-Length: \xb2", b"Content-Length: 99999999999999999999", b"Transfer-Encoding: chunked", b"X: \0", b": x",
    b"Expect: 100-continue", b"Upgrade: websocket\r\nConnection: Upgrade", b"Connection: close",
    b"Content-Type: multipart/form-data; boundary=\xff",
])  # fmt: skip
RESTS = st.sampled_from([b"", b"{}", b"5\r\nhello\r\n0\r\n\r\n", b"ffffffffffffffff\r\n", b"-1\r\n", b"\xff" * 9])


def test_bytes_that_are_hardly_http(caller: Caller) -> None:
    def check(case: tuple[bytes, bytes, bytes]) -> None:
        reply = caller.raw(b"".join(case))
        TALLY.count("raw bytes", refused=not reply.startswith(b"HTTP/1.1 200"))
        assert not reply or reply.startswith((b"HTTP/1.1 4", b"HTTP/1.1 2", b"HTTP/1.1 100 Continue")), reply
        assert not LEAKS.search(reply), reply

    heads = st.lists(LINES, max_size=4).map(lambda found: b"".join(b"\r\n" + line for line in found) + b"\r\n\r\n")
    try_all(st.tuples(STARTS, heads, RESTS), check, share=0.01)
    TALLY.memory.append(caller.memory())
