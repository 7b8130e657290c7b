"""Cavendish's application behind other servers than the one that it ships with: `python -m relay.hosted NAME PORT`.

For choosing among them (`docs/decisions/0013`). None of them has our doors, so pieces are joined as ASGI wants it.
"""

import asyncio
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from cavendish import assemble
from cavendish.server.app import build
from cavendish.settings import load

__all__ = ["HOSTS"]

HOST = "127.0.0.1"


class Application:
    """Opened where the server says that it starts, as ASGI's lifespan has it."""

    def __init__(self) -> None:
        self._stack = AsyncExitStack()
        self._app: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        settings = load(Path("cavendish.toml")).settings
        await receive()
        self._app = build(await self._stack.enter_async_context(assemble.open(settings)), settings)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._stack.aclose()
        await send({"type": "lifespan.shutdown.complete"})


application = Application()


def _uvicorn(port: int, parser: str) -> None:
    import uvicorn

    uvicorn.run(application, host=HOST, port=port, http=parser, access_log=False, log_level="warning")


def _granian(port: int) -> None:
    from granian import Granian  # type: ignore[import-not-found,unused-ignore]
    from granian.constants import Interfaces  # type: ignore[import-not-found,unused-ignore]

    Granian("relay.hosted:application", address=HOST, port=port, interface=Interfaces.ASGI, log_enabled=False).serve()


def _hypercorn(port: int) -> None:
    import uvloop
    from hypercorn.asyncio import serve  # type: ignore[import-not-found,unused-ignore]
    from hypercorn.config import Config  # type: ignore[import-not-found,unused-ignore]

    config = Config()
    config.bind = [f"{HOST}:{port}"]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(application, config))


HOSTS: dict[str, Callable[[int], None]] = {
    "uvicorn": lambda port: _uvicorn(port, "httptools"),
    "uvicorn-h11": lambda port: _uvicorn(port, "h11"),
    "granian": _granian,
    "hypercorn": _hypercorn,
}

if __name__ == "__main__":
    HOSTS[sys.argv[1]](int(sys.argv[2]))
