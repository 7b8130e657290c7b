"""`serve`: the server, and the two lines that point other programs at it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cavendish.cli.safe import say
from cavendish.server.serve import serve
from cavendish.settings import load

__all__ = ["run_server"]


def run_server(*, port: int | None, engine: str | None, rehearse: bool, config: str | None) -> int:
    """Serves until it is told to stop; `rehearse` also plays refusals and failures to callers who ask for them."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    settings = load(Path(config) if config else None).settings
    settings = replace(
        settings,
        port=settings.port if port is None else port,
        engine=engine or settings.engine,
        rehearse=rehearse or settings.rehearse,
    )
    if settings.rehearse:
        say("Rehearsals are on: a caller with the key rehearse-IMAGE_SAFETY is refused. `cavendish rehearse --list`")
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(serve(settings, on_start=_announce))
    return 0


def _announce(url: str) -> None:
    say(f"Cavendish listens on {url}, on the loopback only: programs on this machine may draw, with any key or none.")
    say("Paste one of these where your program runs; Ctrl-C ends the server.")
    print(f"export GOOGLE_GEMINI_BASE_URL={url} GEMINI_API_KEY=any")
    print(f"export OPENAI_BASE_URL={url}/v1 OPENAI_API_KEY=any", flush=True)


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's where there is one, else Python's own."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
