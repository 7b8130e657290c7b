"""Turns: how many are served at once, who comes next, and what becomes of those who leave."""

import asyncio
from collections.abc import Awaitable, Callable

from cavendish.clay.turns import Turns


def run(work: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 10))  # type: ignore[arg-type]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


class Line:
    """Some who wait; `served` are those whose turn came."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.served: list[str] = []
        self.waiting: dict[str, asyncio.Task[None]] = {}

    async def add(self, name: str, due: float) -> None:
        async def wait() -> None:
            await self.turns.take(due)
            self.served.append(name)

        self.waiting[name] = asyncio.create_task(wait())
        await settle()


def test_as_many_as_there_is_room_for_are_served_at_once() -> None:
    async def work() -> None:
        line = Line(Turns(2))
        for name in "abc":
            await line.add(name, 1.0)
        assert line.served == ["a", "b"]
        line.turns.give_back()
        await settle()
        assert line.served == ["a", "b", "c"]

    run(work)


def test_who_is_due_first_comes_next_and_else_who_came_first() -> None:
    async def work() -> None:
        line = Line(Turns(1))
        for name, due in (("first", 9.0), ("late", 3.0), ("early", 1.0), ("late too", 3.0)):
            await line.add(name, due)
        for _ in range(3):
            line.turns.give_back()
            await settle()
        assert line.served == ["first", "early", "late", "late too"]

    run(work)


def test_who_leaves_takes_no_turn_with_him() -> None:
    async def work() -> None:
        line = Line(Turns(1))
        for name in ("first", "leaves", "leaves in the moment", "last"):
            await line.add(name, 1.0)
        line.waiting["leaves"].cancel()
        await settle()
        line.turns.give_back()
        line.waiting["leaves in the moment"].cancel()
        await settle()
        assert line.served == ["first", "last"]
        line.turns.give_back()
        await line.add("another", 0.0)
        assert line.served == ["first", "last", "another"]

    run(work)
