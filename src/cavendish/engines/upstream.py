"""What engines that speak to an upstream have in common: their client, and an answer told as events."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Protocol

from cavendish.core.errors import CavendishError, EngineFailed
from cavendish.core.events import Begin, Data, End, Event, Finish
from cavendish.core.process import MARK_HEADER, marked
from cavendish.core.request import Request
from cavendish.core.stream import Batch
from cavendish.engine_settings import EngineSettings
from cavendish.engines.fetch import Fetcher, FetchRules, open_fetcher
from cavendish.engines.http import Answer, Home, Http, Limits, open_http
from cavendish.engines.replies import keeper
from cavendish.wire import openai_chat
from cavendish.wire.link import Link

__all__ = [
    "Reader",
    "events_of",
    "fetched",
    "found",
    "listed_models",
    "listed_openai_models",
    "mark",
    "open_links",
    "open_upstream",
    "start_of",
]

MOST_OF_AN_ERROR = 64 * 1024  # bytes of an error's body that are read
MOST_OF_A_LIST = 4 * 1024 * 1024
ParseError = Callable[[int, bytes, Mapping[str, str]], CavendishError | Finish]


class Reader(Protocol):
    """What every dialect reads an answer with."""

    def feed(self, chunk: bytes, /) -> Iterable[Event | Link]: ...

    def close(self) -> Iterable[Event | Link]: ...


class Passer(Protocol):
    """A reader that knows which of a picture's pieces can be passed on unread."""

    @property
    def flowing(self) -> bool:
        """The chunk that is being read is a piece of a picture, and nothing else."""
        ...

    def may_pass(self, batch: Batch, /) -> bool:
        """Whether all of this would come out as it is."""
        ...

    def passed(self, batch: Batch, /) -> None:
        """It is not fed, for it was passed on as it is."""
        ...


@asynccontextmanager
async def open_upstream(
    settings: EngineSettings, *, key_headers: Mapping[str, str], domains: tuple[str, ...] = ()
) -> AsyncIterator[Http]:
    """A client for the engine's base URL (and `domains`), with its key and its limits."""
    home = Home(settings.base_url, key_headers if settings.api_key else {}, domains)
    limits = Limits(
        connect=settings.connect_seconds,
        first_byte=settings.first_byte_seconds,
        silence=settings.silence_seconds,
        total=settings.total_seconds,
    )
    async with open_http(home, limits=limits, keep=keeper(settings)) as http:
        yield http


@asynccontextmanager
async def open_links(settings: EngineSettings) -> AsyncIterator[Fetcher]:
    """What fetches the pictures that this engine's answers only point at."""
    rules = FetchRules(allow_private=settings.private_links)
    async with open_fetcher(rules, keep=keeper(settings)) as fetcher:
        yield fetcher


async def events_of(
    answer: Answer,
    reader: Reader,
    *,
    parse_error: ParseError,
    links: Fetcher | None = None,
    passer: Passer | None = None,
) -> AsyncGenerator[Event, None]:
    """An answer as events: an error that is a refusal is one too, any other is raised; pictures by link are fetched.

    With a `passer` (the reader itself) pieces of a picture may be passed on unread.
    """
    if answer.status != 200:
        told = parse_error(answer.status, await start_of(answer), answer.headers)
        if not isinstance(told, Finish):
            raise told
        yield told
        return
    stream = answer.stream if passer else None
    if stream and passer:
        stream.admit(passer.may_pass)
        stream.watch(passer.passed)
    async for events in _Read(answer, reader):
        for event in events:
            if isinstance(event, Link):
                async for one in fetched(event, links):
                    yield one
            elif stream and passer and passer.flowing and isinstance(event, Data):
                yield Data(event.piece, stream)
            else:
                yield event


class _Read(AsyncIterator[Iterable[Event | Link]]):
    """What each chunk comes to, and the end. No generator: one that is left half-way has to be closed."""

    def __init__(self, answer: Answer, reader: Reader) -> None:
        self._chunks = answer.chunks
        self._reader = reader
        self._ended = False

    async def __anext__(self) -> Iterable[Event | Link]:
        if self._ended:
            raise StopAsyncIteration
        async for chunk in self._chunks:
            return self._reader.feed(chunk)
        self._ended = True
        return self._reader.close()


async def fetched(link: Link, links: Fetcher | None) -> AsyncIterator[Event]:
    """The events of the picture that a link leads to, if links are followed; OutcomeUnknown where it cannot be had."""
    if links is None:
        return
    image = await links.linked(link.url)
    yield Begin("image", image.media_type, candidate=link.candidate)
    yield Data(image.blob.base64)
    yield End()


def mark(request: Request) -> dict[str, str]:
    """The header by which a Cavendish knows a request that comes back to it."""
    return {MARK_HEADER: marked(request.via)}


async def listed_openai_models(http: Http, base_url: str) -> tuple[str, ...]:
    """The names in the model list of an upstream of OpenAI's formats."""
    return await listed_models(
        http, base_url + "/models", parse_models=openai_chat.parse_models, parse_error=openai_chat.parse_error
    )


async def start_of(answer: Answer, *, most: int = MOST_OF_AN_ERROR) -> bytes:
    """The first bytes of a body: as much as an error needs."""
    body = bytearray()
    async for chunk in answer.chunks:
        body += chunk
        if len(body) >= most:
            break
    return bytes(body)


def found(models: tuple[str, ...]) -> str:
    """What it shows that an upstream told its models: it is there and takes our key."""
    return f"answers and takes the key; it lists {len(models)} models"


async def listed_models(
    http: Http, url: str, *, parse_models: Callable[[bytes], tuple[str, ...]], parse_error: ParseError
) -> tuple[str, ...]:
    """The names in an upstream's model list; raises what is wrong."""
    async with http.get(url) as answer:
        body = await start_of(answer, most=MOST_OF_A_LIST)
        if answer.status != 200:  # raised in here, where our key is taken out of what the upstream says
            told = parse_error(answer.status, body, answer.headers)
            raise EngineFailed("The model list was refused.") if isinstance(told, Finish) else told
    try:
        return parse_models(body)
    except (ValueError, RecursionError):
        raise EngineFailed("The upstream's model list cannot be read.") from None
