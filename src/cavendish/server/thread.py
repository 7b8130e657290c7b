"""A server in a thread of another program, with a loop of its own: for tests and rehearsals.

It listens on a free port of the loopback, leaves signals and logging alone, and is gone when its context ends.
"""

import asyncio
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

import uvicorn

from cavendish import assemble
from cavendish.server.serve import configured
from cavendish.settings import Settings

__all__ = ["serving"]

HOST = "127.0.0.1"
GRACE = 1  # seconds that running requests get in the end

Stop = Callable[[], None]


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The base URL of a server that runs as long as the context; raises what keeps it from starting."""
    started: Future[tuple[str, Stop]] = Future()
    thread = Thread(target=lambda: asyncio.run(_serve(settings, started)), name="cavendish-server", daemon=True)
    thread.start()
    try:
        url, stop = started.result()
    except BaseException:
        thread.join()
        raise
    try:
        yield url
    finally:
        stop()
        thread.join()


async def _serve(settings: Settings, started: "Future[tuple[str, Stop]]") -> None:
    try:
        with socket.create_server((HOST, 0)) as listener:
            settings = replace(settings, host=HOST, shutdown_seconds=GRACE)
            async with assemble.open(settings) as cavendish:
                server = uvicorn.Server(configured(cavendish, settings, log_config=None))
                url = f"http://{HOST}:{listener.getsockname()[1]}"
                started.set_result((url, lambda: setattr(server, "should_exit", True)))  # callers wait in the backlog
                await server.serve(sockets=[listener])
    except BaseException as error:
        if started.done():
            raise
        started.set_exception(error)
