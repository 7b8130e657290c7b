"""Calls over connections of our own, straight to the upstream."""

import base64
from collections import deque
from collections.abc import Iterator, Mapping

from yarl import URL

from cavendish.engines.http.connection import Connection
from cavendish.engines.http.pool import Pool

__all__ = ["Direct"]


class Direct:
    """One call that was answered: `status`, `headers`, `read`, `pour`, `end`."""

    def __init__(self, connection: Connection, pool: Pool) -> None:
        self.status = connection.status
        self.headers: Mapping[str, str] = connection.headers
        self.read = connection.read
        self.pour = connection.pour
        self._connection = connection
        self._pool = pool

    @staticmethod
    async def begun(pool: Pool, method: str, url: URL, *, headers: Mapping[str, str], pieces: deque[bytes]) -> "Direct":
        """Raises what `failures` translates. What `pieces` holds at the end was not sent."""
        connection = await pool.connection(url)
        try:
            connection.begin(_head(method, url, headers), pieces)
            await connection.answered()
        except BaseException:
            connection.abort()
            pool.give_back(connection)
            raise
        return Direct(connection, pool)

    def end(self) -> None:
        """Keeps the connection where all was sent and read; else it is closed now, whatever there still is."""
        self._pool.give_back(self._connection)


def _head(method: str, url: URL, headers: Mapping[str, str]) -> bytes:
    return "\r\n".join([f"{method} {url.raw_path_qs} HTTP/1.1", *_lines(url, headers), "", ""]).encode()


def _lines(url: URL, headers: Mapping[str, str]) -> Iterator[str]:
    yield f"Host: {url.host_port_subcomponent}"
    yield "Accept: */*"
    if url.user is not None and "Authorization" not in headers:
        yield "Authorization: Basic " + base64.b64encode(f"{url.user}:{url.password or ''}".encode()).decode()
    for name, value in headers.items():
        yield f"{name}: {value}"
