"""Runs the server: uvicorn on a socket that is already bound, so that port 0 can say which it took."""

import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import uvicorn

from cavendish import assemble
from cavendish.core.errors import CavendishError, InvalidRequest
from cavendish.server.app import build
from cavendish.server.doors import doors
from cavendish.service import Cavendish
from cavendish.settings import Settings

__all__ = ["configured", "serve"]

KEEP_ALIVE_SECONDS = 75
CUT = "ASGI callable returned without completing response."  # which is how an answer is cut on purpose


async def serve(settings: Settings, *, on_start: Callable[[str], None]) -> None:
    """Serves until SIGINT or SIGTERM; `on_start` is told the base URL when requests are taken."""
    logging.getLogger("uvicorn.error").addFilter(lambda record: record.msg != CUT)
    logging.getLogger("python_multipart").setLevel(logging.ERROR)  # of broken forms, which their senders are told of
    _allow_many_connections()
    with _bound(settings) as listener:
        host, port = listener.getsockname()[:2]
        async with assemble.open(settings) as cavendish:
            config = configured(cavendish, settings, log_level="warning")
            server = _Server(config, on_start=lambda: on_start(f"http://{_in_url(host)}:{port}"))
            await server.serve(sockets=[listener])
        if not server.started:
            raise CavendishError("The server could not start.")


def configured(cavendish: Cavendish, settings: Settings, **logging: Any) -> uvicorn.Config:
    """How uvicorn runs our application, wherever it runs; `logging` are uvicorn's own words for it."""
    return uvicorn.Config(
        build(cavendish, settings),
        http=doors(settings),
        ws="none",
        proxy_headers=False,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        **logging,
    )


class _Server(uvicorn.Server):
    """uvicorn, which ends quietly on a signal instead of raising it again."""

    def __init__(self, config: uvicorn.Config, *, on_start: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_start = on_start

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_start()


def _allow_many_connections() -> None:
    """As many open files as the system lets us have: each request holds two."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with suppress(ValueError, OSError):  # where it is unlimited by name only
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _bound(settings: Settings) -> socket.socket:
    """A listening socket on the loopback: until there are accounts, nobody else may come in."""
    if settings.host not in ("127.0.0.1", "localhost", "::1"):
        raise InvalidRequest(
            f"host: {settings.host} is not a loopback address; without accounts only this machine is served.",
            field="host",
        )
    family = socket.AF_INET6 if settings.host == "::1" else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise InvalidRequest(
            f"Cannot listen on port {settings.port}: {error.strerror}. Try `--port 0` for a free one.", field="port"
        ) from None
    return listener


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
