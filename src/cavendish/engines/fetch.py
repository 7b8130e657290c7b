"""Pictures by URL: those that callers name, and those that upstreams link to. Either may point anywhere.

A host's name decides nothing. It is looked up once, every address is judged, and a judged address is what is connected
to; each redirect goes through the same. Nothing that identifies anybody is sent, and what arrives must be a picture.
Names are looked up in threads of our own, so that a slow name server holds up nothing but pictures.
"""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial

from yarl import URL

from cavendish.core.errors import CavendishError, EngineFailed, InvalidRequest, OutcomeUnknown, Overloaded
from cavendish.core.parts import Blob, Image
from cavendish.core.sniff import MAX_PIXELS, checked_image
from cavendish.engines.addresses import judge
from cavendish.engines.http import REDIRECTS, Answer, Gate, Http, Keep, Limits, open_http
from cavendish.engines.http.network import proxy_for

__all__ = ["FetchRules", "Fetcher", "Lookup", "open_fetcher"]

Lookup = Callable[[str, int], Awaitable[list[str]]]  # host, port -> addresses; OSError where there is none
ACCEPTED = {"Accept": "image/png, image/jpeg, image/webp, image/gif, image/*;q=0.5"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRules:
    most_bytes: int = 20_000_000  # of one picture
    most_pixels: int = MAX_PIXELS  # of one picture
    seconds: float = 30.0  # for one picture, redirects included
    redirects: int = 3
    at_once: int = 8
    allow_private: bool = False  # the operator's own network and machine, but no cloud's metadata service
    use_proxy: bool = False  # where one is set, it decides where connections lead


class Fetcher:
    def __init__(self, http: Http, rules: FetchRules, *, proxied: Http | None = None) -> None:
        """`http` has a gate; `proxied` goes through the proxy where one is set."""
        self._http = http
        self._proxied = proxied
        self._rules = rules
        self._slots = asyncio.Semaphore(rules.at_once)

    async def image(self, url: str, *, field: str) -> Image:
        """A caller's picture. InvalidRequest names `field`; Overloaded when too many others are being fetched."""
        try:
            data = await self._bytes(url)
        except EngineFailed as error:
            message = f"{field} cannot be fetched: {error.message}"
            raise InvalidRequest(message, field=field, code="bad_image_url") from None
        return self._checked(Blob(data), field)

    async def linked(self, url: str) -> Image:
        """A picture that an answer links to. OutcomeUnknown where it cannot be had: it was drawn, and perhaps paid."""
        try:
            return await self.image(url, field="The picture that the answer links to")
        except CavendishError as error:
            raise OutcomeUnknown(error.message) from None

    def _checked(self, blob: Blob, field: str) -> Image:
        return checked_image(blob, field=field, most_pixels=self._rules.most_pixels)

    async def _bytes(self, url: str) -> bytes:
        try:
            async with asyncio.timeout(self._rules.seconds):
                await self._slots.acquire()
        except TimeoutError:
            raise Overloaded("Too many pictures are being fetched at once.") from None
        try:
            async with asyncio.timeout(self._rules.seconds):
                return await self._follow(url)
        except TimeoutError:
            raise EngineFailed(f"it took longer than {self._rules.seconds:g} seconds.") from None
        finally:
            self._slots.release()

    async def _follow(self, url: str) -> bytes:
        target = _target(url)
        for _ in range(self._rules.redirects + 1):
            async with self._way_to(target).get(str(target), headers=ACCEPTED, redirects=True) as answer:
                if answer.status not in REDIRECTS:
                    return await _picture(answer, target)
                target = _target(answer.headers.get("location", ""), target)
        raise EngineFailed(f"there are more than {self._rules.redirects} redirects.")

    def _way_to(self, url: URL) -> Http:
        if self._proxied and proxy_for(url.scheme, url.host or "", url.port or 0):
            return self._proxied
        return self._http


def _target(url: str, base: URL | None = None) -> URL:
    """The URL without what is for browsers or for identifying somebody."""
    try:
        target = base.join(URL(url)) if base else URL(url)
        if target.scheme not in ("http", "https") or not target.host:
            raise EngineFailed("only http and https URLs of pictures are fetched.")
        return target.with_user(None).with_fragment(None)
    except ValueError:
        raise EngineFailed("it is not a valid URL.") from None


async def _picture(answer: Answer, url: URL) -> bytes:
    if answer.status != 200:
        raise EngineFailed(f"{url.host} answered {answer.status}.")
    data = bytearray()
    async for chunk in answer.chunks:
        data += chunk
    return bytes(data)


@asynccontextmanager
async def open_fetcher(
    rules: FetchRules | None = None,
    *,
    lookup: Lookup | None = None,
    certificates: ssl.SSLContext | None = None,
    keep: Keep | None = None,
) -> AsyncIterator[Fetcher]:
    """A fetcher; `lookup` and `certificates` take the place of the system's. Every answer passes `keep`."""
    rules = rules or FetchRules()
    limits = Limits(first_byte=rules.seconds, silence=rules.seconds, total=rules.seconds, body=rules.most_bytes)
    async with AsyncExitStack() as stack:
        if lookup is None:
            threads = ThreadPoolExecutor(rules.at_once, thread_name_prefix="cavendish-names")
            stack.callback(threads.shutdown, wait=False, cancel_futures=True)
            lookup = partial(_look_up, threads)
        gate = Gate(lookup=lookup, judge=partial(judge, allow_private=rules.allow_private))
        http = await stack.enter_async_context(
            open_http(limits=limits, gate=gate, certificates=certificates, keep=keep)
        )
        proxied = None
        if rules.use_proxy:
            proxied = await stack.enter_async_context(open_http(limits=limits, certificates=certificates, keep=keep))
        yield Fetcher(http, rules, proxied=proxied)


async def _look_up(threads: ThreadPoolExecutor, host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    find = partial(socket.getaddrinfo, host.encode("ascii"), port, type=socket.SOCK_STREAM)
    found = await loop.run_in_executor(threads, find)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
