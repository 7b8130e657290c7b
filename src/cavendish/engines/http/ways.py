"""Which way a call takes: over a connection of our own, or through aiohttp where it needs what only that can do.

The one place where it is decided. aiohttp knows proxies, and lets every address be judged (`gate`).
"""

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp
from yarl import URL

from cavendish.core.errors import EngineFailed
from cavendish.engines.http.body import Exchange
from cavendish.engines.http.direct import Direct
from cavendish.engines.http.gate import Gate
from cavendish.engines.http.network import proxy_for
from cavendish.engines.http.pool import Pool
from cavendish.engines.http.roundabout import Roundabout, session

__all__ = ["Ways", "open_ways"]


REMEMBERED = 1.0  # seconds that nobody asks again which proxy it is: to find out takes as long as to answer in words


class Ways:
    def __init__(self, certificates: ssl.SSLContext, *, seconds: float, gate: Gate | None) -> None:
        self._certificates = certificates
        self._seconds = seconds
        self._gate = gate
        self._pool = Pool(certificates=certificates, seconds=seconds)
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[URL, tuple[float, URL | None]] = {}  # by origin, and until when they are remembered

    async def begin(self, method: str, url: URL, headers: Mapping[str, str], pieces: deque[bytes]) -> Exchange:
        """The call, answered. Raises what `failures` translates; what `pieces` holds at the end was not sent."""
        proxy = None if self._gate else self._proxy(url.origin())
        if proxy is None and self._gate is None:
            return await Direct.begun(self._pool, method, url, headers=headers, pieces=pieces)
        if self._session is None:
            self._session = session(certificates=self._certificates, seconds=self._seconds, gate=self._gate)
        return await Roundabout.begun(self._session, method, url, headers=headers, pieces=pieces, proxy=proxy)

    def _proxy(self, origin: URL) -> URL | None:
        now = asyncio.get_running_loop().time()
        until, proxy = self._proxies.get(origin, (0.0, None))
        if now >= until:
            proxy = _proxy(origin)
            self._proxies[origin] = now + REMEMBERED, proxy
        return proxy

    async def close(self) -> None:
        self._pool.close()
        if self._session:
            await self._session.close()


@asynccontextmanager
async def open_ways(certificates: ssl.SSLContext, *, seconds: float, gate: Gate | None) -> AsyncIterator[Ways]:
    """`seconds` are for a connection, with its name and TLS."""
    ways = Ways(certificates, seconds=seconds, gate=gate)
    try:
        yield ways
    finally:
        await ways.close()


def _proxy(url: URL) -> URL | None:
    named = proxy_for(url.scheme, url.host or "", url.port or 0)
    if named is None:
        return None
    try:
        proxy = URL(named)
        if proxy.scheme in ("http", "https") and proxy.host:
            return proxy
    except ValueError:
        pass
    raise EngineFailed(f"The proxy for {url.scheme} calls is not one we can use: http://host:port is.")
