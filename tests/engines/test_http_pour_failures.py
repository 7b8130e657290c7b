"""What goes wrong while a body is poured is told as it is where the body is read."""

import asyncio
import struct
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import pytest

from cavendish.core.errors import EngineFailed, EngineTimeout, OutcomeUnknown
from cavendish.engines.http import Answer, Limits, open_http
from tests.engines.pouring import MEGABYTE, MORE, START, Sink, in_turn, read_all
from tests.engines.sockets import CHUNKED, UNTIL_CLOSED, Answering, drip, endless, raw_server, run

pytestmark = pytest.mark.usefixtures("both_loops")


def hanging(start: bytes) -> Answering:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        await asyncio.Event().wait()

    return write


def breaking(start: bytes) -> Answering:
    """The start, then a reset, which must not overtake it."""

    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        await asyncio.sleep(0.1)
        link = writer.get_extra_info("socket")
        link.setsockopt(1, 13, struct.pack("ii", 1, 0))  # SO_LINGER
        writer.transport.abort()

    return write


LONG = b"HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n"
QUICK = Limits(silence=0.3, total=60, body=MEGABYTE)
FAILING = {
    "silence at once": (hanging(CHUNKED), QUICK, EngineTimeout),
    "silence after a piece": (hanging(START), QUICK, EngineTimeout),
    "silence after pieces": (hanging(START + MORE * 5), QUICK, EngineTimeout),
    "silence in a chunk": (hanging(START + MORE[:5000]), QUICK, EngineTimeout),
    "too long in all": (drip(START, MORE[:7] + b"x" * 100_000 + b"\r\n"), Limits(silence=20, total=0.4), EngineTimeout),
    "an answer in the answer": (endless(START + MORE), QUICK, OutcomeUnknown),
    "too large, in chunks": (in_turn(START, *[MORE] * 12), QUICK, OutcomeUnknown),
    "too large, until closed": (in_turn(UNTIL_CLOSED, *[b"y" * 90_000] * 13), QUICK, OutcomeUnknown),
    "a length that is cut": (in_turn(LONG + b"x" * 900, b"y" * 90_000), Limits(), OutcomeUnknown),
    "chunks that are cut": (in_turn(START, MORE, MORE[:70_000]), QUICK, OutcomeUnknown),
    "chunks without an end": (in_turn(START, MORE), QUICK, OutcomeUnknown),
    "a reset": (breaking(START + MORE), QUICK, OutcomeUnknown),
    "no number": (in_turn(START, MORE, MORE + b"xyz\r\nhello\r\n"), QUICK, OutcomeUnknown),
    "a size that is too large": (in_turn(START, MORE + b"f" * 40 + b"\r\n"), QUICK, OutcomeUnknown),
    "endless between pieces": (in_turn(START, MORE, b"1;" + b"x" * 200_000), QUICK, OutcomeUnknown),
    "an endless trailer": (in_turn(START, MORE, b"0\r\nX: " + b"x" * 200_000), QUICK, OutcomeUnknown),
}


@contextmanager
def told() -> Iterator[list[tuple[type, str, str]]]:
    said: list[tuple[type, str, str]] = []
    with pytest.raises(EngineFailed) as caught:
        yield said
    said.append((type(caught.value), str(caught.value), caught.value.charged))


def failure(answering: Answering, limits: Limits, take: Callable[[Answer], Awaitable[bytes]]) -> tuple[type, str, str]:
    found: list[tuple[type, str, str]] = []

    async def call() -> None:
        async with raw_server(answering) as server, open_http(limits=limits) as http:
            with told() as said:
                async with asyncio.timeout(20), http.post(server.url, body=[b"{}"]) as answer:
                    await take(answer)
            assert len(server.requests) == 1
            found.extend(said)

    run(call())
    return found[0]


@pytest.mark.parametrize("name", FAILING)
def test_it_fails_as_it_does_when_it_is_read(name: str) -> None:
    answering, limits, kind = FAILING[name]
    plain = failure(answering, limits, read_all)
    assert plain[0] is kind
    assert failure(answering, limits, lambda answer: Sink().take_all(answer)) == plain


def test_what_is_no_piece_does_not_count_as_a_sign_of_life() -> None:
    """An extension of a chunk that comes letter by letter."""
    limits = Limits(silence=0.3, total=60)
    assert failure(drip(START + b"5;"), limits, lambda answer: Sink().take_all(answer))[0] is EngineTimeout


def test_a_failure_comes_after_all_that_came_before_it() -> None:
    async def call() -> None:
        sink = Sink()
        async with raw_server(in_turn(START, MORE, MORE)) as server, open_http(limits=QUICK) as http:
            with pytest.raises(OutcomeUnknown):
                async with http.post(server.url, body=[b"{}"]) as answer:
                    await sink.take_all(answer)
        assert b"".join(sink.came) == b"hello" + b"x" * 200_000
        assert sink.poured

    run(call())
