"""Data that is handed on while it arrives: who may refuse, who is told, and the ends of what came in many pieces."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.events import Data
from cavendish.core.stream import Batch, Sink, Stream


class Bowl:
    """A sink that takes `room` batches."""

    def __init__(self, room: int = 100) -> None:
        self.room = room
        self.taken: list[bytes] = []
        self.emptied = 0

    def take(self, batch: Batch) -> bool:
        if len(self.taken) == self.room:
            return False
        self.taken.append(b"".join(batch.pieces))
        return True

    @property
    def full(self) -> bool:
        return len(self.taken) == self.room

    async def drained(self) -> None:
        self.room += 1
        self.emptied += 1


def source_of(batches: Iterable[bytes], left: list[bytes]) -> Callable[[Sink], Awaitable[None]]:
    """Offers the batches until one is not taken; `left` is what has to be read then."""
    coming = list(batches)

    async def pour(sink: Sink) -> None:
        while coming and sink.take(Batch([coming[0]])):
            coming.pop(0)
        left[:] = coming

    return pour


@given(st.lists(st.binary(max_size=9), max_size=30), st.integers(0, 80))
def test_the_last_of_a_batch_is_that_of_its_pieces_joined(pieces: list[bytes], count: int) -> None:
    batch, whole = Batch(pieces), b"".join(pieces)
    assert batch.length == len(whole)
    assert batch.last(count) == (whole[-count:] if count else b"")


def test_the_last_of_very_many_pieces() -> None:
    pieces = [bytes([index % 251]) for index in range(300_000)]
    assert Batch(pieces).last(250_000) == b"".join(pieces)[-250_000:]
    assert Batch([]).last(5) == b""


def test_what_every_rule_lets_pass_is_passed_on_and_told() -> None:
    left: list[bytes] = []
    stream, bowl, seen = Stream(source_of([b"a", b"b", b"C", b"d"], left)), Bowl(), list[bytes]()
    stream.admit(lambda batch: batch.pieces[0].islower())
    stream.admit(lambda batch: batch.length == 1)
    stream.watch(lambda batch: seen.append(batch.pieces[0]))
    asyncio.run(stream.pour(bowl))
    assert (bowl.taken, seen, left) == ([b"a", b"b"], [b"a", b"b"], [b"C", b"d"])


def test_one_rule_is_enough_to_keep_it() -> None:
    left: list[bytes] = []
    stream, bowl = Stream(source_of([b"a"], left)), Bowl()
    stream.admit(lambda _: True)
    stream.admit(lambda _: False)
    asyncio.run(stream.pour(bowl))
    assert (bowl.taken, left) == ([], [b"a"])


def test_nobody_is_told_of_what_the_sink_refused() -> None:
    left: list[bytes] = []
    stream, bowl, seen = Stream(source_of([b"a", b"b", b"c"], left)), Bowl(2), list[bytes]()
    stream.watch(lambda batch: seen.append(batch.pieces[0]))
    asyncio.run(stream.pour(bowl))
    assert (bowl.taken, seen, left) == ([b"a", b"b"], [b"a", b"b"], [b"c"])


class Counter:
    def __init__(self) -> None:
        self.length = 0

    def see(self, batch: Batch) -> None:
        self.length += batch.length


def test_a_watcher_is_told_once_however_often_it_is_named() -> None:
    stream, counter, other = Stream(source_of([b"ab", b"c"], [])), Counter(), Counter()
    for _ in range(3):
        stream.watch(counter.see)  # a new method object every time
    stream.watch(other.see)
    asyncio.run(stream.pour(Bowl()))
    assert (counter.length, other.length) == (3, 3)


def test_rules_and_watchers_that_come_while_it_is_poured_count_from_then_on() -> None:
    counter, bowl = Counter(), Bowl()

    async def source(sink: Sink) -> None:
        assert sink.take(Batch([b"before"]))
        stream.watch(counter.see)
        assert sink.take(Batch([b"after"]))
        stream.admit(lambda _: False)
        assert not sink.take(Batch([b"late"]))

    stream = Stream(source)
    asyncio.run(stream.pour(bowl))
    assert (bowl.taken, counter.length) == ([b"before", b"after"], 5)


def test_a_source_sees_when_the_sink_is_full_and_when_no_more() -> None:
    bowl = Bowl(1)

    async def source(sink: Sink) -> None:
        for piece in (b"a", b"b", b"c"):
            if sink.full:
                await sink.drained()
            assert sink.take(Batch([piece]))

    asyncio.run(Stream(source).pour(bowl))
    assert (bowl.taken, bowl.emptied) == ([b"a", b"b", b"c"], 2)


def test_what_a_source_or_a_watcher_raises_comes_out() -> None:
    def broken(_: Batch) -> None:
        raise ValueError("mine")

    stream = Stream(source_of([b"a"], []))
    stream.watch(broken)
    with pytest.raises(ValueError, match="mine"):
        asyncio.run(stream.pour(Bowl()))


def test_a_stream_makes_no_other_piece_of_a_piece() -> None:
    stream = Stream(source_of([], []))
    assert Data(b"x", stream) == Data(b"x")
    assert "stream" not in repr(Data(b"x", stream))
