"""Connections to upstreams: made, kept for the next call, and thrown away when nobody needs them.

A connection that is known to be closed is never used again. One that breaks during a call has broken that call, for
nobody can say whether it was heard: nothing is sent a second time.
"""

import asyncio
import socket
import ssl
from dataclasses import dataclass
from functools import cached_property

import aiohappyeyeballs
from yarl import URL

from cavendish.core.errors import EngineFailed
from cavendish.engines.http.connection import Connection
from cavendish.engines.http.failures import not_connected
from cavendish.engines.http.room import Room

__all__ = ["Pool"]

KEPT = 15.0  # seconds that a connection waits for another call
HEAD_START = 0.25  # seconds that an address has before the next is tried as well


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a connection leads."""

    host: str
    port: int
    secure: bool


class Pool:
    def __init__(self, *, certificates: ssl.SSLContext | None, seconds: float) -> None:
        """`seconds` are for a name, a connection and TLS together."""
        self._certificates = certificates
        self._seconds = seconds
        self._kept: dict[Origin, list[Connection]] = {}
        self._all: dict[Connection, Origin] = {}

    @cached_property
    def _room(self) -> Room:
        return Room()

    async def connection(self, url: URL) -> Connection:
        """One to the URL's host; EngineFailed where there can be none, and then nothing was sent."""
        if url.scheme not in ("http", "https"):
            raise EngineFailed(f"The address of {url.host} is neither http nor https.")
        origin = Origin(url.raw_host or "", url.port or 0, url.scheme == "https")
        kept = self._kept.get(origin, [])
        while kept:
            connection = kept.pop()
            if connection.alive and not connection.transport.is_closing():
                return connection
        try:
            async with asyncio.timeout(self._seconds):
                connection = await self._connected(origin)
        except (OSError, ValueError) as error:
            failure = not_connected(error, url.host or "")
        else:
            self._all[connection] = origin
            return connection
        raise failure

    def give_back(self, connection: Connection) -> None:
        """Ends the connection's call."""
        origin = self._all.get(connection)
        if connection.end() and origin:
            self._kept.setdefault(origin, []).append(connection)
            connection.rest(KEPT)

    def close(self) -> None:
        for connection in list(self._all):
            connection.abort()

    async def _connected(self, origin: Origin) -> Connection:
        loop = asyncio.get_running_loop()
        addresses = await loop.getaddrinfo(origin.host, origin.port, type=socket.SOCK_STREAM)
        link = await aiohappyeyeballs.start_connection(addresses, happy_eyeballs_delay=HEAD_START, interleave=1)
        try:
            link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            _, connection = await loop.create_connection(
                lambda: Connection(self._room, on_lost=self._forget),
                sock=link,
                ssl=self._certificates if origin.secure else None,
                server_hostname=origin.host if origin.secure else None,
            )
        except BaseException:
            link.close()
            raise
        return connection

    def _forget(self, connection: Connection) -> None:
        origin = self._all.pop(connection, None)
        if origin and connection in (kept := self._kept.get(origin, [])):
            kept.remove(connection)
