"""The engine of Black Forest Labs in front of a vendor that counts what it was given to draw."""

import asyncio
import contextlib
from contextlib import aclosing
from typing import Any

import pytest

from cavendish.core.errors import (
    CavendishError,
    EngineFailed,
    EngineKeyRejected,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    OutcomeUnknown,
)
from cavendish.core.events import Progress, collect
from cavendish.core.request import Request
from cavendish.core.result import Result
from cavendish.engines.base import Engine
from cavendish.engines.bfl import open_bfl
from tests.engines.asking import CAT, DOG, KEY, answer, answers, image, pictures, request, settings, told, turns
from tests.samples import document
from tests.upstream_process import upstream
from tests.upstreams import Answer, Held, Reply, Told, Upstream, as_json, cut
from tests.upstreams import upstream as upstream_in_here

MODEL = "flux-kontext-pro"
SUBMIT, POLL, FILES = f"/v1/{MODEL}", "/v1/get_result", "/files/"
ASKED = request("a cat", model=MODEL, aspect_ratio="16:9", seed=7, media_type="image/jpeg")
PENDING = told("bfl-pending")


def submitted(vendor: Told, **more: object) -> Reply:
    url = f"{vendor.url}{POLL}?id=task-id-here"
    return as_json({**document("bfl-submitted"), "polling_url": url, **more})


def ready(vendor: Told) -> Reply:
    return as_json({**document("bfl-ready"), "result": {"sample": f"{vendor.url}{FILES}sample.png?sig=x%3D"}})


def drawing(vendor: Told, *polls: Answer) -> None:
    """The vendor takes the task, answers polls like this and then that it is ready, and has the picture."""
    vendor.says(submitted(vendor), at=SUBMIT)
    vendor.says(*polls, ready(vendor), at=POLL)
    vendor.says(Reply(CAT), at=FILES)


def of(vendor: Told, *asked: Request, **setup: Any) -> list[Result | CavendishError]:
    given = settings(f"{vendor.url}/v1", **{"total_seconds": 20, "private_links": True, **setup})
    return answers(open_bfl, given, *(asked or (ASKED,)))


def test_submitted_polled_and_fetched() -> None:
    with upstream() as vendor:
        drawing(vendor, PENDING)
        result = answer(open_bfl, settings(vendor.url + "/v1", private_links=True), ASKED)
        paths = [asked.path for asked in vendor.requests]
        polls, files = [[one for one in vendor.requests if at in one.path] for at in (POLL, FILES)]
        [call] = vendor.calls()
    assert pictures(result) == [CAT]
    assert result.usage.cost == 45_000  # 4.5 credits of a cent
    assert paths == [SUBMIT, *[POLL + "?id=task-id-here"] * 2, FILES + "sample.png?sig=x%3D"]
    assert call.json == {"prompt": "a cat", "aspect_ratio": "16:9", "seed": 7, "output_format": "jpeg"}
    assert {asked.headers["x-key"] for asked in (call, *polls)} == {KEY}
    assert KEY not in str(files[0].headers)


def test_a_picture_of_the_conversation_is_what_is_edited() -> None:
    with upstream() as vendor:
        drawing(vendor)
        of(vendor, request(model=MODEL, turns=turns("a cat", image(DOG), "make it night")))
        [call] = vendor.calls()
    assert call.json == {"prompt": "make it night", "input_image": image(DOG).blob.base64.decode()}


def test_without_a_polling_address_there_is_the_documented_one() -> None:
    with upstream() as vendor:
        drawing(vendor)
        vendor.says(submitted(vendor, polling_url=None), at=SUBMIT)
        [result] = of(vendor)
    assert isinstance(result, Result)


def test_progress_is_told_while_it_draws() -> None:
    async def notes(vendor: Told) -> list[Progress]:
        async with open_bfl(settings(vendor.url + "/v1", private_links=True)) as engine:
            return [event async for event in engine.generate(ASKED) if isinstance(event, Progress)]

    with upstream() as vendor:
        drawing(vendor, PENDING)
        assert asyncio.run(notes(vendor)) == [Progress(0.4, "Pending")]


@pytest.mark.parametrize(
    ("name", "reasons", "feedback"),
    [
        (
            "bfl-request-moderated",
            [],
            {
                "blockReason": "PROHIBITED_CONTENT",
                "blockReasonMessage": "The request was moderated: Derivative Works Filter.",
            },
        ),
        ("bfl-content-moderated", ["IMAGE_SAFETY"], None),
    ],
)
def test_moderation_is_a_refusal(name: str, reasons: list[str], feedback: dict[str, str] | None) -> None:
    with upstream() as vendor:
        drawing(vendor, told(name))
        [result] = of(vendor)
        assert len(vendor.calls()) == 1
    assert isinstance(result, Result)
    assert [candidate.finish_reason for candidate in result.candidates] == reasons
    assert result.feedback == feedback
    assert result.usage.candidates_tokens == 0


NOT_TAKEN: dict[str, tuple[Answer, type[CavendishError], str]] = {
    "our key": (as_json({"detail": "Not authenticated"}, 403), EngineKeyRejected, "no"),
    "no credits": (as_json({"detail": "Insufficient credits"}, 402), LimitReached, "no"),
    "a limit": (as_json({"detail": "too many tasks"}, 429), LimitReached, "no"),
    "a wrong field": (
        as_json({"detail": [{"loc": ["body", "seed"], "msg": "no integer"}]}, 422),
        InvalidRequest,
        "no",
    ),
    "a failure": (Reply(b"", 500), OutcomeUnknown, "unknown"),
    "no task": (as_json({"status": "ok"}), OutcomeUnknown, "unknown"),
    "no answer": (cut(b""), OutcomeUnknown, "unknown"),
}


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_a_submission_that_was_not_taken(name: str) -> None:
    said, kind, charged = NOT_TAKEN[name]
    with upstream() as vendor:
        vendor.says(said)
        [error] = of(vendor)
        assert len(vendor.requests) == 1
    assert isinstance(error, CavendishError)
    assert (type(error), error.charged) == (kind, charged)


FAILED = as_json({"id": "task-id-here", "status": "Error", "result": None})
GONE = told("bfl-not-found", 404)
NAMELESS = as_json({"detail": "Task not found"}, 404)


@pytest.mark.parametrize("said", [FAILED, told("bfl-not-found"), GONE, NAMELESS, as_json({"status": "Ready"})])
def test_a_task_that_failed_may_be_paid_and_is_forgotten(said: Answer) -> None:
    with upstream() as vendor:
        vendor.says(submitted(vendor), at=SUBMIT)
        vendor.says(said, ready(vendor), at=POLL)
        vendor.says(Reply(CAT), at=FILES)
        error, result = of(vendor, ASKED, ASKED)
        assert len(vendor.calls()) == 2  # it was the caller who asked again
    assert isinstance(error, OutcomeUnknown)
    assert isinstance(result, Result)


LOST_LOOKS: dict[str, Answer] = {
    "no answer": cut(b""),
    "half an answer": cut(PENDING.raw[:-20]),
    "a page": Reply(b"<html>", 502),
    "a limit": Reply(b"", 429, {"Retry-After": "900"}),
    "a limit, inside a 200": as_json({"error": {"message": "slow down", "type": "rate_limit_error"}}),
    "a refused key": as_json({"detail": "Not authenticated"}, 403),
}


@pytest.mark.parametrize("name", LOST_LOOKS)
def test_a_look_that_fails_is_followed_by_another_and_never_by_a_second_task(name: str) -> None:
    with upstream() as vendor:
        drawing(vendor, LOST_LOOKS[name])
        [result] = of(vendor)
        assert len(vendor.calls()) == 1
    assert isinstance(result, Result), repr(result)
    assert pictures(result) == [CAT]


@pytest.mark.parametrize(
    ("at", "lost", "kind"),
    [
        (POLL, PENDING, EngineTimeout),
        (POLL, Reply(b"", 429), EngineTimeout),
        (FILES, cut(b""), OutcomeUnknown),
        (FILES, Reply(b"", 500), OutcomeUnknown),
    ],
)
def test_a_lost_task_is_resumed_by_the_same_request(at: str, lost: Answer, kind: type[CavendishError]) -> None:
    async def twice(vendor: Told) -> Result:
        setup = settings(vendor.url + "/v1", private_links=True, total_seconds=1)
        async with open_bfl(setup) as engine:
            with pytest.raises(kind) as caught:
                await _result(engine)
            assert caught.value.charged == "unknown"
            drawing(vendor)
            return await _result(engine)

    with upstream() as vendor:
        drawing(vendor)
        vendor.says(lost, at=at)
        assert pictures(asyncio.run(twice(vendor))) == [CAT]
        assert len(vendor.calls()) == 1


def test_another_request_is_another_task() -> None:
    other = request("a dog", model=MODEL)
    with upstream() as vendor:
        drawing(vendor)
        vendor.says(cut(b""), Reply(CAT), at=FILES)
        error, result = of(vendor, ASKED, other)
        assert len(vendor.calls()) == 2
    assert isinstance(error, OutcomeUnknown)
    assert isinstance(result, Result)


def test_who_leaves_while_it_is_drawn_finds_it_again() -> None:
    async def leave_and_come_back(vendor: Upstream, held: Held) -> Result:
        async with open_bfl(settings(vendor.url + "/v1", private_links=True)) as engine:
            waiting = asyncio.create_task(_result(engine))
            await asyncio.to_thread(vendor.wait, lambda: any(POLL in asked.path for asked in vendor.requests))
            waiting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await waiting
            held.go.set()
            return await _result(engine)

    with upstream_in_here() as vendor:  # for it is let go from here
        held = Held(PENDING)
        drawing(vendor, held)
        result = asyncio.run(leave_and_come_back(vendor, held))
        assert len(vendor.calls()) == 1
    assert pictures(result) == [CAT]


def test_the_key_never_goes_where_a_polling_address_of_another_host_leads() -> None:
    with upstream() as vendor, upstream() as stranger:
        stranger.says(ready(vendor))
        vendor.says(submitted(vendor, polling_url=f"{stranger.url}{POLL}?id=task-id-here"), at=SUBMIT)
        [error] = of(vendor, total_seconds=1)
        assert not stranger.requests
    assert isinstance(error, EngineFailed)
    assert error.charged == "unknown"


async def _result(engine: Engine) -> Result:
    async with aclosing(engine.generate(ASKED)) as events:
        return await collect(events)
