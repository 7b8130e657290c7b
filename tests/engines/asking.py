"""How tests of engines ask them: the real engine over a real socket, and a check that no task is left.

And what stands behind them: bodies of known origin, as `tests/wire/bodies` tells it.
"""

import asyncio
from collections.abc import Mapping
from contextlib import aclosing
from typing import Any

from cavendish.core.errors import CavendishError
from cavendish.core.events import collect
from cavendish.core.parts import Blob, Image, Part, Text, Turn
from cavendish.core.request import Request
from cavendish.core.result import Result
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import Engine, EngineFactory
from tests.samples import png
from tests.upstreams import Reply
from tests.wire.upstream_answers import sent

KEY = "sk-very-secret-0123456789"
CAT, DOG = png(2, 1), png(3, 1)


def settings(base_url: str, *, kind: str = "any", **more: Any) -> EngineSettings:
    return EngineSettings(**{"name": "tested", "kind": kind, "base_url": base_url, "api_key": KEY, **more})


def request(*said: Part | str, model: str = "gemini-3-pro-image", **more: Any) -> Request:
    """A resolved request of one turn, or of the `turns` that are given."""
    parts = tuple(Text(one) if isinstance(one, str) else one for one in said or ("a cat",))
    return Request(**{"model": model, "turns": (Turn("user", parts),), **more})


def told(name: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """The body of this name as an answer, byte for byte."""
    return Reply(sent(name), status, headers or {})


def image(data: bytes = CAT) -> Image:
    return Image(Blob(data), "image/png")


def turns(*words: str | Image) -> tuple[Turn, ...]:
    """A conversation: the user and the model in turn, one part each."""
    return tuple(
        Turn("model" if index % 2 else "user", (Text(one) if isinstance(one, str) else one,))
        for index, one in enumerate(words)
    )


def answers(factory: EngineFactory, setup: EngineSettings, *asked: Request) -> list[Result | CavendishError]:
    """What the engine makes of each request, failures as values."""

    async def work() -> list[Result | CavendishError]:
        async with factory(setup) as engine:
            found = [await _outcome(engine, one) for one in asked]
        await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return found

    return asyncio.run(work())


def answer(factory: EngineFactory, setup: EngineSettings, asked: Request | None = None) -> Result:
    [found] = answers(factory, setup, asked or request())
    assert isinstance(found, Result), repr(found)
    return found


def failure(factory: EngineFactory, setup: EngineSettings, asked: Request | None = None) -> CavendishError:
    [found] = answers(factory, setup, asked or request())
    assert isinstance(found, CavendishError), repr(found)
    return found


async def _outcome(engine: Engine, asked: Request) -> Result | CavendishError:
    try:
        async with aclosing(engine.generate(asked)) as events:
            return await collect(events)
    except CavendishError as error:
        return error


def pictures(result: Result) -> list[bytes]:
    return [picture.blob.raw for picture in result.images]
