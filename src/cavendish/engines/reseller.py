"""Whoever speaks OpenAI's chat format and draws: resellers, OpenRouter, LiteLLM, another Cavendish."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager

from cavendish.core.errors import InvalidRequest
from cavendish.core.events import Event
from cavendish.core.request import Request
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import Traits, matches
from cavendish.engines.fetch import Fetcher
from cavendish.engines.http import Http
from cavendish.engines.upstream import events_of, found, listed_openai_models, mark, open_links, open_upstream
from cavendish.wire import openai_chat
from cavendish.wire.openai_chat import SizeStyle

__all__ = ["Reseller", "open_reseller"]

HONOURS = frozenset({"seed", "system"})
STYLES: dict[str, SizeStyle] = {"google": "google", "openrouter": "openrouter", "suffix": "suffix", "none": "none"}


@asynccontextmanager
async def open_reseller(settings: EngineSettings) -> AsyncIterator["Reseller"]:
    key_headers = {"Authorization": f"Bearer {settings.api_key}"}
    async with open_upstream(settings, key_headers=key_headers) as http, open_links(settings) as links:
        yield Reseller(settings, http, links)


class Reseller:
    def __init__(self, settings: EngineSettings, http: Http, links: Fetcher) -> None:
        if settings.sizes not in STYLES:
            raise InvalidRequest(
                f"engines.{settings.name}.sizes must be one of {', '.join(STYLES)}.", field=f"engines.{settings.name}"
            )
        self.name = settings.name
        self.traits = Traits(charges=settings.charges, honours=HONOURS, open_ended=True)
        self._http = http
        self._links = links
        self._base_url = settings.base_url.rstrip("/")
        self._patterns = settings.models
        self._prefix = settings.model_prefix
        self._style = STYLES[settings.sizes]

    def claims(self, model: str) -> bool:
        return matches(model, self._patterns)

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        model = request.model if "/" in request.model else self._prefix + request.model
        body = openai_chat.render_request(request, model=model, style=self._style, stream=request.stream)
        async with self._http.post(self._base_url + "/chat/completions", headers=mark(request), body=body) as answer:
            reader = openai_chat.Reader(early=True)
            told = events_of(answer, reader, parse_error=openai_chat.parse_error, links=self._links, passer=reader)
            async with aclosing(told) as events:
                async for event in events:
                    yield event

    async def check(self) -> str:
        return found(await self.models())

    async def models(self) -> tuple[str, ...]:
        return await listed_openai_models(self._http, self._base_url)
