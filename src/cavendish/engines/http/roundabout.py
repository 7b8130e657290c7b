"""Calls through aiohttp: those through a proxy, and those whose every address is judged.

What it would do and we do not want is switched off here; `docs/decisions/0005` says what that is.
"""

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator, Mapping

import aiohttp
from aiohttp.connector import Connection
from yarl import URL

from cavendish.engines.http.gate import Gate, Resolver

__all__ = ["Roundabout", "session"]


class Roundabout:
    """One call that was answered: `status`, `headers`, `read`, `end`."""

    def __init__(self, response: aiohttp.ClientResponse, pieces: deque[bytes]) -> None:
        self.status = response.status
        self.headers: Mapping[str, str] = {name.lower(): value for name, value in response.headers.items()}
        self.pour = None  # aiohttp gives pieces to whoever asks, and to nobody else
        self._response = response
        self._pieces = pieces

    @staticmethod
    async def begun(
        session: aiohttp.ClientSession,
        method: str,
        url: URL,
        *,
        headers: Mapping[str, str],
        pieces: deque[bytes],
        proxy: URL | None,
    ) -> "Roundabout":
        """Raises what `failures` translates. What `pieces` holds at the end was not sent."""
        response = await session.request(
            method,
            url,
            headers=headers,
            data=_one_by_one(pieces) if pieces else None,
            proxy=proxy,
            allow_redirects=False,
        )
        return Roundabout(response, pieces)

    async def read(self, until: float) -> bytes:
        """The next piece of the body, empty at its end."""
        async with asyncio.timeout_at(until):
            return await self._response.content.readany()

    def end(self) -> None:
        """Keeps the connection where all was sent and read; else it is closed now, whatever there still is."""
        if self._response.content.at_eof() and not self._pieces:
            self._response.release()
            return
        connection = self._response.connection
        if connection and connection.transport:
            connection.transport.abort()
        self._response.close()


class _Request(aiohttp.ClientRequest):
    """Remembers its connection, so that a call that is given up need not wait until what it sent has been read."""

    transport: asyncio.Transport | None = None

    async def send(self, conn: Connection) -> aiohttp.ClientResponse:
        self.transport = conn.transport
        return await super().send(conn)


async def _once(request: aiohttp.ClientRequest, send: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Cuts the connection of a call that failed, and keeps the library from repeating a GET.

    It does that when a kept connection breaks, and tells such a break by two classes of errors.
    """
    try:
        return await send(request)
    except BaseException as error:
        if isinstance(request, _Request) and request.transport:
            request.transport.abort()
        if isinstance(error, aiohttp.ClientConnectorError):
            raise
        if isinstance(error, aiohttp.ClientOSError | aiohttp.ServerDisconnectedError):
            raise aiohttp.ClientConnectionError(*error.args) from None
        raise


async def _one_by_one(pieces: deque[bytes]) -> AsyncIterator[bytes]:
    """Takes each piece away once it has been handed to the system, so that what is left was not sent."""
    while pieces:
        yield pieces[0]
        pieces.popleft()


def session(*, certificates: ssl.SSLContext, seconds: float, gate: Gate | None) -> aiohttp.ClientSession:
    """`seconds` are for a connection. With a `gate` no connection serves two calls."""
    connector = aiohttp.TCPConnector(
        ssl=certificates,
        limit=0,
        use_dns_cache=False,  # a cached look-up runs in a task that outlives the call
        resolver=Resolver(gate) if gate else None,
        socket_factory=gate.socket if gate else None,
        force_close=gate is not None,
    )
    return aiohttp.ClientSession(
        connector=connector,
        timeout=aiohttp.ClientTimeout(total=None, connect=seconds),
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        middlewares=(_once,),
        request_class=_Request,
    )
