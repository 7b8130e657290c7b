"""Runs, with engines written here against the seam that any engine meets."""

import asyncio
import base64
from collections.abc import AsyncGenerator, Callable

import pytest

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue
from cavendish.core.caller import ANYONE
from cavendish.core.errors import CavendishError, EngineFailed, InvalidRequest, UpstreamEmpty
from cavendish.core.events import Begin, Data, End, Event, Finish, Progress, collect
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Native, Request
from cavendish.core.result import Result, Usage
from cavendish.engine_settings import Charges
from cavendish.engines.base import Traits
from cavendish.health import Health
from cavendish.router import Router, Seat
from cavendish.service import Cavendish
from tests.serving import picture

PNG = base64.b64encode(picture())
FINISH = Finish(model_version="m")
Script = Callable[[Request], AsyncGenerator[Event, None]]


class Scripted:
    """An engine that answers with what a test's generator yields."""

    def __init__(
        self, script: Script, *, name: str = "scripted", charges: Charges = "nothing", honours: str = ""
    ) -> None:
        self.name = name
        self.traits = Traits(charges=charges, honours=frozenset(honours.split()))
        self.generate = script

    def claims(self, model: str) -> bool:
        return model != "clay"


def cavendish(*engines: Scripted) -> Cavendish:
    return Cavendish(
        catalogue=Catalogue.load(),
        router=Router([Seat(engine=engine, health=Health(engine.name)) for engine in engines]),
        accounts=OpenAccounts(),
    )


def request(**more: object) -> Request:
    return Request(**{"model": "gemini-2.5-flash-image", "turns": (Turn("user", (Text("a cat"),)),), **more})  # type: ignore[arg-type]


async def draw(service: Cavendish, asked: Request) -> Result:
    async with service.start(asked, caller=ANYONE) as run:
        return await collect(aiter(run))


async def one_picture(_: Request) -> AsyncGenerator[Event, None]:
    yield Progress(0.5)
    yield Begin("image", "image/png")
    yield Data(PNG)
    yield End("c2ln")
    yield FINISH


def test_the_outcome_tells_what_it_came_to() -> None:
    service = cavendish(Scripted(one_picture, charges="list"))
    result = asyncio.run(draw(service, request(seed=3, width=1280, height=720)))
    outcome = result.outcome
    assert outcome
    assert (outcome.engine, outcome.kind, outcome.charged) == ("scripted", "ok", True)
    assert outcome.cost == 2 * 3 // 10 + 38_701  # 1290 tokens at $30 a million, 2 of the prompt at $0.30, rounded up
    assert [(entry.width, entry.height, entry.size) for entry in outcome.pictures] == [(1024, 1024, len(picture()))]
    assert outcome.notes == (
        "1280×720 is drawn as 16:9 at 1K: 1344×768.",
        "The engine scripted ignores the seed.",
    )
    assert result.usage == Usage(
        prompt_tokens=2, prompt_image_tokens=0, candidates_tokens=1290, image_tokens=1290, thoughts_tokens=None
    )


def test_a_price_that_nobody_knows_is_none_and_a_cavendish_upstream_says_when_it_was_free() -> None:
    result = asyncio.run(draw(cavendish(Scripted(one_picture, charges="unknown")), request()))
    assert result.outcome
    assert result.outcome.cost is None

    async def free(asked: Request) -> AsyncGenerator[Event, None]:
        async for event in one_picture(asked):
            yield Finish(native=Native("gemini", {"cavendish": {"charged": False}})) if event == FINISH else event

    result = asyncio.run(draw(cavendish(Scripted(free, charges="unknown")), request()))
    assert result.outcome
    assert result.outcome.cost == 0


def test_a_piece_stays_valid_until_the_next_is_asked_for() -> None:
    buffer = bytearray(4)

    async def reusing(_: Request) -> AsyncGenerator[Event, None]:
        yield Begin("image", "image/png")
        for start in range(0, len(PNG), 4):
            buffer[:] = PNG[start : start + 4]
            yield Data(memoryview(buffer))
        yield End()
        yield Finish()

    result = asyncio.run(draw(cavendish(Scripted(reusing)), request()))
    assert result.images[0].blob.base64 == PNG


def test_a_slow_taker_slows_the_engine_down() -> None:
    made = 0

    async def eager(_: Request) -> AsyncGenerator[Event, None]:
        nonlocal made
        yield Begin("text")
        for _ in range(100):
            made += 1
            yield Data(b"x")
        yield End()
        yield Finish()

    async def take_three() -> None:
        async with cavendish(Scripted(eager)).start(request(modalities=("TEXT",)), caller=ANYONE) as run:
            events = aiter(run)
            for _ in range(3):
                await anext(events)
            await asyncio.sleep(0.05)
            assert made <= 3

    asyncio.run(take_three())


def test_who_leaves_ends_the_engine_in_its_own_task() -> None:
    tasks: list[object] = []

    async def waiting(_: Request) -> AsyncGenerator[Event, None]:
        tasks.append(asyncio.current_task())
        try:
            yield Begin("text")
            await asyncio.sleep(60)
            yield End()
        finally:
            tasks.append(asyncio.current_task())

    async def leave() -> None:
        service = cavendish(Scripted(waiting))
        async with service.start(request(stream=True), caller=ANYONE) as run:
            await anext(aiter(run))
        assert tasks[0] is tasks[1]
        assert tasks[0] is not asyncio.current_task()
        await service.close()
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(leave())


def test_closing_the_service_ends_its_runs() -> None:
    async def endless(_: Request) -> AsyncGenerator[Event, None]:
        await asyncio.sleep(60)
        yield Finish()

    async def close() -> None:
        service = cavendish(Scripted(endless))
        async with service.start(request(), caller=ANYONE):
            await asyncio.sleep(0)
            await service.close()

    asyncio.run(asyncio.wait_for(close(), 5))


def test_a_failure_after_the_first_picture_keeps_what_is_there() -> None:
    calls = 0

    async def once(asked: Request) -> AsyncGenerator[Event, None]:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise EngineFailed("out of clay")
        async for event in one_picture(asked):
            yield event

    result = asyncio.run(draw(cavendish(Scripted(once)), request(count=3)))
    assert [candidate.finish_reason for candidate in result.candidates] == ["STOP", "OTHER", "OTHER"]
    assert len(result.images) == 1
    assert result.outcome
    assert (result.outcome.kind, result.outcome.failure) == ("partial", "out of clay")


def test_several_pictures_have_several_seeds() -> None:
    seeds = []

    async def remember(asked: Request) -> AsyncGenerator[Event, None]:
        seeds.append((asked.seed, asked.count))
        async for event in one_picture(asked):
            yield event

    asyncio.run(draw(cavendish(Scripted(remember)), request(count=3, seed=7)))
    assert seeds == [(7, 1), (8, 1), (9, 1)]


def test_an_engines_bug_is_no_secret_and_no_leak(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(_: Request) -> AsyncGenerator[Event, None]:
        yield Progress(0.1)
        raise KeyError("secret detail")

    with pytest.raises(CavendishError) as caught:
        asyncio.run(draw(cavendish(Scripted(broken)), request()))
    assert caught.value.status == 500
    assert "secret" not in caught.value.message
    assert "secret detail" in caplog.text


def test_an_answer_of_nothing_is_a_failure() -> None:
    async def nothing(_: Request) -> AsyncGenerator[Event, None]:
        yield Finish()

    with pytest.raises(UpstreamEmpty):
        asyncio.run(draw(cavendish(Scripted(nothing)), request()))


def test_another_file_type_is_made_where_it_was_asked_for() -> None:
    result = asyncio.run(draw(cavendish(Scripted(one_picture)), request(media_type="image/webp")))
    assert result.images[0].media_type == "image/webp"
    assert result.images[0].blob.raw[8:12] == b"WEBP"
    assert result.images[0].signature == "c2ln"


def test_who_draws() -> None:
    service = cavendish(Scripted(one_picture, name="a", charges="list"), Scripted(one_picture, name="clay"))
    assert service.quote(request()).engine == "a"
    assert service.quote(request()).price > 0
    assert service.quote(request(engine="clay")).engine == "clay"
    assert service.quote(request(model="a/nano-banana")).resolved.request.model == "gemini-2.5-flash-image"
    for asked in (request(engine="b"), request(engine="a", model="clay")):
        with pytest.raises(InvalidRequest) as caught:
            service.start(asked, caller=ANYONE)
        assert caught.value.field == "engine"
