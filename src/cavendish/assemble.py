"""Where the parts are put together: the only code that knows every one of them."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue
from cavendish.engines.base import EngineFactory
from cavendish.engines.clay import open_clay
from cavendish.router import Router
from cavendish.service import Cavendish
from cavendish.settings import Settings

__all__ = ["open"]


@asynccontextmanager
async def open(settings: Settings) -> AsyncIterator[Cavendish]:  # noqa: A001 - `assemble.open` says what it does
    """Cavendish with every engine that the settings configure; closes them all in the end."""
    async with AsyncExitStack() as stack:
        engines = [await stack.enter_async_context(factory(settings)) for factory in _factories(settings)]
        cavendish = Cavendish(
            catalogue=Catalogue.load(),
            router=Router(engines, preferred=settings.engine or None),
            accounts=OpenAccounts(),
            default_model=settings.model,
        )
        stack.push_async_callback(cavendish.close)
        yield cavendish


def _factories(settings: Settings) -> list[EngineFactory]:
    factories: list[EngineFactory] = []
    if settings.uses_google:
        from cavendish.engines.google import open_google

        factories.append(open_google)
    return [*factories, open_clay]
