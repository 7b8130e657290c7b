"""Google's own API, and whoever speaks it, another Cavendish included."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.events import End, Event
from cavendish.core.request import Request
from cavendish.engine_settings import GOOGLE, EngineSettings
from cavendish.engines.base import Traits, matches
from cavendish.engines.http import Http
from cavendish.engines.signatures import Signatures
from cavendish.engines.upstream import events_of, found, listed_models, mark, open_upstream
from cavendish.wire import gemini

__all__ = ["Google", "open_google"]

HONOURS = frozenset({"seed", "system", "include_thoughts"})
WITHOUT_SIGNATURES = ("gemini-2*",)  # these give none and need none


@asynccontextmanager
async def open_google(settings: EngineSettings) -> AsyncIterator["Google"]:
    async with open_upstream(settings, key_headers={"x-goog-api-key": settings.api_key}) as http:
        yield Google(settings, http)


class Google:
    def __init__(self, settings: EngineSettings, http: Http) -> None:
        self.name = settings.name
        self.traits = Traits(charges=settings.charges, honours=HONOURS, open_ended=True)
        self._http = http
        self._base_url = settings.base_url.rstrip("/")
        self._patterns = settings.models
        self._signatures = Signatures()

    def claims(self, model: str) -> bool:
        return matches(model, self._patterns)

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        drafts_are_known = request.native is not None and request.native.dialect == gemini.DIALECT
        method = "streamGenerateContent?alt=sse" if request.stream else "generateContent"
        url = f"{self._base_url}/v1beta/models/{request.model}:{method}"
        sign = None if matches(request.model, WITHOUT_SIGNATURES) else self._signatures.find
        watch = self._signatures.watch()
        reader = gemini.Reader(early=drafts_are_known or not self._sends_drafts(request))
        async with (
            self._http.post(url, headers=mark(request), body=gemini.render_request(request, sign=sign)) as answer,
            aclosing(events_of(answer, reader, parse_error=gemini.parse_error, passer=reader)) as events,
        ):
            async for event in events:
                if isinstance(event, End) and event.thought and not drafts_are_known:
                    raise OutcomeUnknown("The upstream sent a draft where none was asked for.")
                watch.see(event)
                yield event

    def _sends_drafts(self, request: Request) -> bool:
        """Google sends them on request only; others may send what their model thinks."""
        return request.thinking and (request.include_thoughts or self._base_url != GOOGLE)

    async def check(self) -> str:
        return found(await self.models())

    async def models(self) -> tuple[str, ...]:
        return await listed_models(
            self._http,
            f"{self._base_url}/v1beta/models?pageSize=1000",
            parse_models=gemini.parse_models,
            parse_error=gemini.parse_error,
        )
