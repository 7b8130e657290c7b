"""A chat completion's pictures passed on while they arrive: the same answer as when it is read whole."""

import asyncio
import base64
import json
import os
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.events import Begin, Data, Event, collect
from cavendish.core.result import Result
from cavendish.wire.link import Link
from cavendish.wire.openai_chat import Reader

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x04\0"
JPEG = b"\xff\xd8\xff\xc0\0\x11\x08\0\x02\0\x03\x03"
LARGE = base64.b64encode(PNG + os.urandom(900_001)).decode()
OTHER = base64.b64encode(JPEG + os.urandom(600_000)).decode()
SHOWN = f"![image](data:image/png;base64,{LARGE})"


def beside(data: str) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}}


def completion(**message: Any) -> bytes:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **message}}
    return json.dumps({"id": "x", "model": "m", "choices": [choice], "usage": {"prompt_tokens": 2}}).encode()


def chunks(*deltas: dict[str, Any]) -> bytes:
    documents = [{"id": "x", "choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas]
    documents.append({"id": "x", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
    return b"".join(b"data: " + json.dumps(one).encode() + b"\n\n" for one in documents) + b"data: [DONE]\n\n"


def events_of(body: bytes, *, early: bool, size: int = 65_536) -> Iterator[Event]:
    reader = Reader(early=early)
    for at in range(0, len(body), size):
        for event in reader.feed(body[at : at + size]):
            assert not isinstance(event, Link)
            yield event
    for event in reader.close():
        assert not isinstance(event, Link)
        yield event


def whole(body: bytes, *, early: bool, size: int = 65_536) -> Result:
    async def told() -> AsyncIterator[Event]:
        for event in events_of(body, early=early, size=size):
            yield event

    return asyncio.run(collect(told()))


ANSWERS = {
    "markdown": completion(content=f"Here it is.\n\n{SHOWN}"),
    "words behind it": completion(content=f"{SHOWN}\nEnjoy."),
    "two in one text": completion(content=f"{SHOWN} and ![b](data:image/png;base64,{OTHER})"),
    "bare": completion(content=f"data:image/png;base64,{LARGE}"),
    "beside": completion(content="Here.", images=[beside(LARGE)]),
    "two beside": completion(content="Here.", images=[beside(LARGE), beside(OTHER)]),
    "the same in both": completion(content=f"Look: {SHOWN}", images=[beside(LARGE)]),
    "parts": completion(content=[{"type": "text", "text": "Here."}, beside(LARGE)]),
    "escaped": completion(content=f"Say \"a\\b\" {SHOWN}").replace(b"/", b"\\/"),
    "long words": completion(content="word " * 100_000 + SHOWN),
    "a draft": completion(reasoning_content=f"Hm {SHOWN}", content=f"![x](data:image/png;base64,{OTHER})"),
    "streamed": chunks({"role": "assistant", "content": ""}, {"content": "Here."}, {"content": SHOWN}),
    "streamed in deltas": chunks(*({"content": SHOWN[at : at + 300_000]} for at in range(0, len(SHOWN), 300_000))),
    "streamed beside": chunks({"content": "Here."}, {"images": [beside(LARGE)]}, {"images": [beside(OTHER)]}),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("size", [65_533, 262_144, 10_000_000])
def test_the_answer_is_the_same(name: str, size: int) -> None:
    assert whole(ANSWERS[name], early=True, size=size) == whole(ANSWERS[name], early=False)


@pytest.mark.parametrize("name", ["markdown", "bare", "beside", "streamed", "streamed beside", "streamed in deltas"])
def test_it_leaves_before_it_is_whole(name: str) -> None:
    body = ANSWERS[name][: ANSWERS[name].index(LARGE.encode()[:100]) + 600_000]
    reader = Reader(early=True)
    events = [event for at in range(0, len(body), 65_536) for event in reader.feed(body[at : at + 65_536])]
    begun = [event for event in events if isinstance(event, Begin)]
    assert begun[-1] == Begin("image", "image/png")
    assert sum(len(event.piece) for event in events if isinstance(event, Data)) > 500_000


@pytest.mark.parametrize("name", ["markdown", "beside", "streamed"])
def test_what_breaks_off_is_no_answer(name: str) -> None:
    with pytest.raises(OutcomeUnknown):
        list(events_of(ANSWERS[name][:800_000], early=True))
