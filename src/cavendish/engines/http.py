"""The HTTP client that engines speak through, opened once per engine. The library under it is known here alone.

Connecting, waiting for the first byte and waiting between bytes have limits of their own. Nothing is repeated: a call
that may have been paid is never sent twice.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx2

from cavendish.core.errors import EngineFailed, EngineTimeout, OutcomeUnknown

__all__ = ["Answer", "Http", "open_http"]

CONNECT_SECONDS = 10.0
SILENCE_SECONDS = 300.0  # until the first byte, and between two
POOL = httpx2.Limits(max_connections=None, max_keepalive_connections=32)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    chunks: AsyncIterator[bytes]


class Http:
    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client

    @asynccontextmanager
    async def post(self, url: str, *, headers: Mapping[str, str], body: Iterable[bytes]) -> AsyncIterator[Answer]:
        """The answer to a POST of JSON; errors say whether it may have been paid."""
        pieces = list(body)
        sent = {"Content-Type": "application/json", "Content-Length": str(sum(map(len, pieces))), **headers}
        try:
            async with self._client.stream("POST", url, headers=sent, content=_stream(pieces)) as response:
                yield Answer(response.status_code, response.aiter_bytes())
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
            raise EngineFailed(f"Cannot connect to {_host(url)}: {error}.") from error
        except httpx2.TimeoutException as error:
            raise EngineTimeout(f"{_host(url)} did not answer in time.") from error
        except httpx2.HTTPError as error:
            raise OutcomeUnknown(f"The connection to {_host(url)} broke before the answer was complete.") from error


async def _stream(pieces: list[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


def _host(url: str) -> str:
    return httpx2.URL(url).host


@asynccontextmanager
async def open_http() -> AsyncIterator[Http]:
    timeout = httpx2.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)
    async with httpx2.AsyncClient(timeout=timeout, limits=POOL, follow_redirects=False) as client:
        yield Http(client)
