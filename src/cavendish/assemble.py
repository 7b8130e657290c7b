"""Where the parts are put together: the only code that knows every one of them."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import replace
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue
from cavendish.core.errors import InvalidRequest
from cavendish.core.money import parse_dollars
from cavendish.core.parts import Image, Reference
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import EngineFactory
from cavendish.engines.clay import open_clay
from cavendish.health import Health
from cavendish.router import Router, Seat
from cavendish.service import Cavendish
from cavendish.settings import Settings

if TYPE_CHECKING:
    from cavendish.engines.fetch import Fetcher

__all__ = ["open"]

ENTRY_POINTS = "cavendish.engines"  # where other packages register theirs
OWN_FACTORIES = {
    "bfl": "open_bfl",
    "google": "open_google",
    "openai": "open_openai",
    "rehearsed": "open_rehearsed",
    "reseller": "open_reseller",
    "scripted": "open_scripted",
}
REHEARSAL = EngineSettings(name="rehearsed", kind="rehearsed")


@asynccontextmanager
async def open(settings: Settings) -> AsyncIterator[Cavendish]:  # noqa: A001 - `assemble.open` says what it does
    """Cavendish with every engine that the settings configure; closes them all in the end."""
    async with AsyncExitStack() as stack:
        folder = settings.keep_replies
        engines = [replace(engine, keep_replies=engine.keep_replies or folder) for engine in settings.engines]
        seats = [await _seat(engine, stack) for engine in engines]
        clay = await stack.enter_async_context(open_clay(workers=settings.workers))
        cavendish = Cavendish(
            catalogue=Catalogue.load(_packages(settings.engines)),
            router=Router(
                [*seats, Seat(engine=clay, health=Health(clay.name, most=settings.clay_at_once))],
                policy=settings.policy,
                preferred=settings.engine or None,
                rehearsal=await _seat(REHEARSAL, stack) if settings.rehearse else None,
            ),
            accounts=OpenAccounts(),
            fetch=_Fetch(settings, stack),
            default_model=settings.model,
            most_pictures=settings.most_pictures,
            refuse_retired=settings.retired == "refuse",
            rules=settings.rules,
        )
        stack.push_async_callback(cavendish.close)
        yield cavendish


class _Fetch:
    """Pictures by address. What fetches them is loaded and opened at the first, for most runs never see one."""

    def __init__(self, settings: Settings, stack: AsyncExitStack) -> None:
        self._settings = settings
        self._stack = stack
        self._opening = asyncio.Lock()
        self._fetcher: Fetcher | None = None

    async def __call__(self, reference: Reference) -> Image:
        async with self._opening:
            self._fetcher = self._fetcher or await self._open()
        return await self._fetcher.image(reference.url, field=reference.field)

    async def _open(self) -> "Fetcher":
        from cavendish.engines.fetch import FetchRules, open_fetcher

        rules = FetchRules(
            most_bytes=self._settings.fetch_bytes,
            most_pixels=self._settings.fetch_pixels,
            seconds=self._settings.fetch_seconds,
            allow_private=self._settings.fetch_private,
            use_proxy=self._settings.fetch_by_proxy,
        )
        return await self._stack.enter_async_context(open_fetcher(rules))


async def _seat(settings: EngineSettings, stack: AsyncExitStack) -> Seat:
    engine = await stack.enter_async_context(_factory(settings.kind)(settings))
    return Seat(
        engine=engine,
        health=_health(settings),
        weight=settings.weight,
        price=parse_dollars(settings.price) if settings.price else None,
        follows=settings.follows,
    )


def _health(settings: EngineSettings) -> Health:
    if settings.kind == REHEARSAL.kind:
        return _Unmoved(settings.name)
    return Health(settings.name, most=settings.most_at_once)


class _Unmoved(Health):
    """Of an engine whose failures are played: none of them is held against the next call."""

    @contextmanager
    def call(self) -> Iterator[None]:
        yield


def _factory(kind: str) -> EngineFactory:
    """The factory of our own engine, or of one that another package brings."""
    if kind in OWN_FACTORIES:
        own: EngineFactory = getattr(import_module(f"cavendish.engines.{kind}"), OWN_FACTORIES[kind])
        return own
    strangers = _strangers()
    if kind not in strangers:
        there_are = ", ".join((*OWN_FACTORIES, *strangers))
        raise InvalidRequest(f"There is no engine of the kind {kind[:40]!r}. There are: {there_are}.", field="kind")
    loaded: EngineFactory = strangers[kind].load()
    return loaded


def _packages(engines: Iterable[EngineSettings]) -> list[str]:
    """The packages that bring an engine which is configured, and maybe models with it; single modules are none."""
    strangers = _strangers()
    modules = [import_module(strangers[engine.kind].module) for engine in engines if engine.kind not in OWN_FACTORIES]
    return list(dict.fromkeys(module.__package__ for module in modules if module.__package__))


def _strangers() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=ENTRY_POINTS)}
