"""One upstream's client: what is sent to it, and what must never be."""

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field, replace

from yarl import URL

from cavendish.core.errors import CavendishError, EngineFailed
from cavendish.engines.http.body import Answer, Exchange, Keep, Limits, Tee, answer
from cavendish.engines.http.failures import FAILURES, translated
from cavendish.engines.http.gate import Gate
from cavendish.engines.http.network import system_certificates
from cavendish.engines.http.ways import Ways, open_ways

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
    def __init__(self, ways: Ways, *, limits: Limits, home: Home | None, keep: Keep | None) -> None:
        self._ways = ways
        self._keep = keep
        self._limits = limits
        self._home = home

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
        target = self._checked(url)
        exchange = await self._begin(method, target, headers, pieces)
        try:
            async with self._kept(method, target, exchange) as tee:
                try:
                    received = answer(exchange, target.host or "", self._limits, deadline)
                    chunks = tee(received.chunks)
                    seen = chunks is not received.chunks  # who keeps answers must see every chunk
                    yield replace(received, chunks=chunks, stream=None) if seen else received
                except CavendishError as error:
                    self._hide_key(error)
                    raise
        finally:
            exchange.end()

    def _kept(self, method: str, url: URL, exchange: Exchange) -> AbstractAsyncContextManager[Tee]:
        if self._keep is None:
            return nullcontext(aiter)
        called = f"{method} {url.origin()}{url.raw_path}"  # a query may hold what opens a picture
        return self._keep(called, exchange.status, exchange.headers)

    async def _begin(self, method: str, url: URL, headers: Mapping[str, str], pieces: deque[bytes]) -> Exchange:
        sent = {**ALWAYS_SENT, **headers, **(self._home.key_headers if self._home else {})}
        for name, value in sent.items():
            if not value.isprintable():
                raise EngineFailed(f"The header {name} for {url.host} has a line break or the like in it.")
        try:
            async with asyncio.timeout(min(self._limits.first_byte, self._limits.total)):
                return await self._ways.begin(method, url, sent, pieces)
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


def _refuse_redirect(received: Answer, url: str) -> None:
    if received.status not in REDIRECTS:
        return
    try:
        host = URL(url).join(URL(received.headers.get("location", ""))).host
    except ValueError:
        host = None
    raise EngineFailed(f"{URL(url).host} redirects to {host or 'nowhere'}, and calls are not redirected.")


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
    async with open_ways(certificates or system_certificates(), seconds=limits.connect, gate=gate) as ways:
        yield Http(ways, limits=limits, home=home, keep=keep)
