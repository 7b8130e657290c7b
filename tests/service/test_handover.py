"""Events from one task to another: together where nobody has to wait, and never past a piece of data."""

import asyncio

import pytest

from cavendish.core.errors import CavendishError, EngineFailed
from cavendish.core.events import Begin, Data, End, Event, Finish, Progress
from cavendish.service.handover import MOST_WAITING, Handover

PICTURE: tuple[Event, ...] = (Begin("image"), Data(b"iV"), Data(b"BO"), End(), Finish())


async def giving(handover: Handover, *events: Event, error: CavendishError | None = None) -> None:
    await handover.asked()
    for event in events:
        await handover.give(event)
    handover.close(error)


def test_a_piece_of_data_is_the_last_of_what_is_taken() -> None:
    async def take() -> list[list[Event]]:
        handover, taken = Handover(), []
        async with asyncio.TaskGroup() as group:
            group.create_task(giving(handover, *PICTURE))
            while not handover.ended:
                taken.append(await handover.take())
        return taken

    assert asyncio.run(take()) == [[*PICTURE[:2]], [PICTURE[2]], [*PICTURE[3:]]]


def test_nothing_is_given_before_it_is_asked_for_nor_after_data_before_more_is() -> None:
    async def take() -> None:
        handover = Handover()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(giving(handover, Data(b"x"), Finish()))
            await asyncio.sleep(0.01)
            assert not handover._told
            await handover.take()
            await asyncio.sleep(0.01)
            assert not handover._told
            assert not task.done()
            assert await handover.take() == [Finish()]
            assert handover.ended
            assert await handover.take() == []

    asyncio.run(take())


def test_who_makes_events_without_end_waits_for_the_taker() -> None:
    async def take() -> int:
        handover = Handover()
        async with asyncio.TaskGroup() as group:
            group.create_task(giving(handover, *[Progress()] * (MOST_WAITING + 1)))
            return len(await handover.take()) + len(await handover.take())

    assert asyncio.run(take()) == MOST_WAITING + 1


def test_a_failure_comes_after_what_was_told() -> None:
    async def take() -> None:
        handover = Handover()
        async with asyncio.TaskGroup() as group:
            group.create_task(giving(handover, Begin("text"), error=EngineFailed("out of clay")))
            assert await handover.take() == [Begin("text")]
            assert not handover.ended
            with pytest.raises(EngineFailed):
                await handover.take()

    asyncio.run(take())


def test_a_taker_waits_no_longer_than_it_says_and_loses_nothing() -> None:
    async def take() -> None:
        handover = Handover()
        clock = asyncio.get_running_loop().time
        assert await handover.take(until=clock() + 0.01) == []
        assert not handover.ended
        async with asyncio.TaskGroup() as group:
            group.create_task(giving(handover, Finish()))
            assert await handover.take(until=clock() + 60) == [Finish()]

    asyncio.run(take())
