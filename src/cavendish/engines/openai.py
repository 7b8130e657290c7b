"""OpenAI's images endpoints, and the servers of open models that speak them: `sglang serve`, `vllm serve --omni`."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager

from cavendish.core.events import Event
from cavendish.core.request import Request
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import Traits, matches
from cavendish.engines.fetch import Fetcher
from cavendish.engines.http import Http
from cavendish.engines.upstream import events_of, found, listed_openai_models, mark, open_links, open_upstream
from cavendish.wire import openai_images

__all__ = ["OpenAI", "open_openai"]

HONOURS = frozenset({"seed", "system", "media_type"})


@asynccontextmanager
async def open_openai(settings: EngineSettings) -> AsyncIterator["OpenAI"]:
    key_headers = {"Authorization": f"Bearer {settings.api_key}"}
    async with open_upstream(settings, key_headers=key_headers) as http, open_links(settings) as links:
        yield OpenAI(settings, http, links)


class OpenAI:
    def __init__(self, settings: EngineSettings, http: Http, links: Fetcher) -> None:
        self.name = settings.name
        self.traits = Traits(charges=settings.charges, honours=HONOURS, open_ended=True)
        self._http = http
        self._links = links
        self._base_url = settings.base_url.rstrip("/")
        self._patterns = settings.models

    def claims(self, model: str) -> bool:
        return matches(model, self._patterns)

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        call = openai_images.render_request(request, model=request.model)
        url = self._base_url + call.path
        async with self._http.post(
            url, headers=mark(request), body=call.body, content_type=call.content_type
        ) as answer:
            told = events_of(answer, openai_images.Reader(), parse_error=openai_images.parse_error, links=self._links)
            async with aclosing(told) as events:
                async for event in events:
                    yield event

    async def check(self) -> str:
        return found(await self.models())

    async def models(self) -> tuple[str, ...]:
        return await listed_openai_models(self._http, self._base_url)
