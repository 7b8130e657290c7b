"""One upstream's client: what is sent to it, and what must never be."""

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field, replace

import aiohttp
from aiohttp.connector import Connection
from yarl import URL

from cavendish.core.errors import CavendishError, EngineFailed
from cavendish.engines.http.body import Answer, Keep, Limits, Tee, answer
from cavendish.engines.http.failures import FAILURES, translated
from cavendish.engines.http.gate import Gate, Resolver
from cavendish.engines.http.network import proxy_for, system_certificates

__all__ = ["REDIRECTS", "SHORTEST_KEY", "Home", "Http", "open_http"]

REDIRECTS = (301, 302, 303, 307, 308)
SHORTEST_KEY = 8  # characters; what is shorter stands in words by chance
ALWAYS_SENT = {
    "Accept-Encoding": "identity",  # base64 would have to be inflated, and gains little
    "User-Agent": "cavendish",
}


@dataclass(frozen=True, slots=True)
class Home:
    """The upstream that a key was made for. Calls to any other are refused before anything is sent.

    `base_url` names scheme, host and port. Each of `domains` and all hosts below it may be called too, over https.
    """

    base_url: str
    key_headers: Mapping[str, str] = field(repr=False)
    domains: tuple[str, ...] = ()

    def includes(self, url: URL) -> bool:
        if url.origin() == URL(self.base_url).origin():
            return True
        return url.scheme == "https" and any(f".{url.host}".endswith(f".{domain}") for domain in self.domains)


class Http:
    def __init__(
        self, session: aiohttp.ClientSession, *, limits: Limits, home: Home | None, direct: bool, keep: Keep | None
    ) -> None:
        self._session = session
        self._keep = keep
        self._limits = limits
        self._home = home
        self._direct = direct

    @asynccontextmanager
    async def post(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: Iterable[bytes],
        content_type: str = "application/json",
    ) -> AsyncIterator[Answer]:
        """The answer to a POST, to be read inside the block, whose end closes what was not read.

        EngineFailed where there is none, its `charged` telling whether it may have been paid.
        """
        pieces = deque(piece for piece in body if piece)
        sent = {"Content-Type": content_type, "Content-Length": str(sum(map(len, pieces))), **(headers or {})}
        async with self._call("POST", url, sent, pieces) as received:
            _refuse_redirect(received, url)
            yield received

    @asynccontextmanager
    async def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, redirects: bool = False
    ) -> AsyncIterator[Answer]:
        """The answer to a GET, like `post`. With `redirects` a redirect is an answer like any other."""
        async with self._call("GET", url, headers or {}, deque()) as received:
            if not redirects:
                _refuse_redirect(received, url)
            yield received

    @asynccontextmanager
    async def _call(
        self, method: str, url: str, headers: Mapping[str, str], pieces: deque[bytes]
    ) -> AsyncIterator[Answer]:
        deadline = asyncio.get_running_loop().time() + self._limits.total
        response = await self._begin(method, self._checked(url), headers, pieces)
        async with self._kept(method, response) as tee:
            try:
                received = answer(response, self._limits, deadline)
                yield replace(received, chunks=tee(received.chunks))
            except CavendishError as error:
                self._hide_key(error)
                raise
            finally:
                if response.content.at_eof() and not pieces:
                    response.release()
                else:
                    _hang_up(response)

    def _kept(self, method: str, response: aiohttp.ClientResponse) -> AbstractAsyncContextManager[Tee]:
        if self._keep is None:
            return nullcontext(aiter)
        called = f"{method} {response.url.origin()}{response.url.raw_path}"  # a query may hold what opens a picture
        return self._keep(called, response.status, response.headers)

    async def _begin(
        self, method: str, url: URL, headers: Mapping[str, str], pieces: deque[bytes]
    ) -> aiohttp.ClientResponse:
        proxy = None if self._direct else _proxy(url)
        sent = {**headers, **(self._home.key_headers if self._home else {})}
        for name, value in sent.items():
            if not value.isprintable():
                raise EngineFailed(f"The header {name} for {url.host} has a line break or the like in it.")
        try:
            async with asyncio.timeout(min(self._limits.first_byte, self._limits.total)):
                return await self._session.request(
                    method,
                    url,
                    headers=sent,
                    data=_one_by_one(pieces) if pieces else None,
                    proxy=proxy,
                    allow_redirects=False,
                )
        except FAILURES as error:
            failure = translated(error, url.host or "")
        raise failure  # out of the block, so that the library's error, which holds the key, is not its context

    def _hide_key(self, error: CavendishError) -> None:
        """The upstream's words may quote what it was sent."""
        for value in self._home.key_headers.values() if self._home else ():
            key = value.rpartition(" ")[2]
            if len(key) >= SHORTEST_KEY:
                error.message = error.message.replace(key, "…")
        error.args = (error.message,)

    def _checked(self, url: str) -> URL:
        try:
            target = URL(url)
            target.origin()
        except ValueError:
            raise EngineFailed("The address to call is not a valid URL.") from None
        if self._home and not self._home.includes(target):
            raise EngineFailed(f"{target.host} is not the host that the key was made for: nothing was sent to it.")
        return target


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


def _refuse_redirect(received: Answer, url: str) -> None:
    if received.status not in REDIRECTS:
        return
    try:
        host = URL(url).join(URL(received.headers.get("location", ""))).host
    except ValueError:
        host = None
    raise EngineFailed(f"{URL(url).host} redirects to {host or 'nowhere'}, and calls are not redirected.")


def _hang_up(response: aiohttp.ClientResponse) -> None:
    """Closes the connection now, whatever is still to be written or read."""
    connection = response.connection
    if connection and connection.transport:
        connection.transport.abort()
    response.close()


@asynccontextmanager
async def open_http(
    home: Home | None = None,
    *,
    limits: Limits | None = None,
    gate: Gate | None = None,
    certificates: ssl.SSLContext | None = None,
    keep: Keep | None = None,
) -> AsyncIterator[Http]:
    """A client: for one upstream with its key (`home`), or for no key at all.

    With a `gate` every address is judged, no proxy is used and no connection serves two calls. `certificates` verify
    servers in the place of the system's. Every answer passes `keep`.
    """
    limits = limits or Limits()
    connector = aiohttp.TCPConnector(
        ssl=certificates or system_certificates(),
        limit=0,
        use_dns_cache=False,  # a cached look-up runs in a task that outlives the call
        resolver=Resolver(gate) if gate else None,
        socket_factory=gate.socket if gate else None,
        force_close=gate is not None,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=aiohttp.ClientTimeout(total=None, connect=limits.connect),
        headers=ALWAYS_SENT,
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        middlewares=(_once,),
        request_class=_Request,
    ) as session:
        yield Http(session, limits=limits, home=home, direct=gate is not None, keep=keep)
