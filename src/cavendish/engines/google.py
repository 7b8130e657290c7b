"""Google's own API, and whoever speaks it, another Cavendish included."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

from cavendish.core.events import Event
from cavendish.core.model import Model
from cavendish.core.process import MARK_HEADER, PROCESS_MARK
from cavendish.core.request import Request
from cavendish.engines.base import Traits
from cavendish.engines.http import Http, open_http
from cavendish.settings import GOOGLE, Settings
from cavendish.wire import gemini

__all__ = ["Google", "open_google"]

MOST_OF_AN_ERROR = 64 * 1024  # bytes of an error's body that are read


@asynccontextmanager
async def open_google(settings: Settings) -> AsyncIterator["Google"]:
    async with open_http() as http:
        yield Google(http, base_url=settings.gemini_base_url, api_key=settings.gemini_api_key)


class Google:
    name = "google"

    def __init__(self, http: Http, *, base_url: str, api_key: str) -> None:
        self._http = http
        self._base_url = base_url.rstrip("/")
        self.traits = Traits(
            charges="list" if self._base_url == GOOGLE else "unknown",  # another server may have prices of its own
            honours=frozenset({"seed", "system", "include_thoughts"}),
        )
        self._headers = {MARK_HEADER: PROCESS_MARK}
        if api_key:
            self._headers["x-goog-api-key"] = api_key

    def serves(self, model: Model) -> bool:
        return model.id != "clay"

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        url = f"{self._base_url}/v1beta/models/{request.model}:generateContent"
        pieces = gemini.render_request(request)
        async with self._http.post(url, headers=self._headers, body=pieces) as answer:
            if answer.status != 200:
                raise gemini.parse_error(answer.status, await _start_of(answer.chunks))
            reader = gemini.Reader()
            async for chunk in answer.chunks:
                for event in reader.feed(chunk):
                    yield event
            for event in reader.close():
                yield event


async def _start_of(chunks: AsyncIterator[bytes]) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > MOST_OF_AN_ERROR:
            break
    return bytes(body)
