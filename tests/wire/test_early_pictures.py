"""Pictures passed on while they arrive: the same answer as when it is read whole, and nothing kept of it."""

import asyncio
import base64
import json
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.events import Begin, Data, End, Event, Finish, collect
from cavendish.core.result import Result
from cavendish.wire.base64_text import Normaliser, normalise
from cavendish.wire.gemini import Reader

LARGE = base64.b64encode(os.urandom(900_001)).decode()
OTHER = base64.b64encode(os.urandom(600_000)).decode()


def picture(data: str, **more: Any) -> dict[str, Any]:
    return {"inlineData": {"mimeType": "image/png", "data": data}, **more}


def document(*candidates: list[dict[str, Any]]) -> bytes:
    return json.dumps({
        "candidates": [
            {"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": index}
            for index, parts in enumerate(candidates)
        ],
        "usageMetadata": {"promptTokenCount": 3, "candidatesTokenCount": 9},
    }).encode()  # fmt: skip


def events_of(body: bytes, *, early: bool, size: int = 65_536) -> Iterator[Event]:
    reader = Reader(early=early)
    for at in range(0, len(body), size):
        yield from reader.feed(body[at : at + size])
    yield from reader.close()


def whole(events: Iterable[Event]) -> Result:
    async def told() -> AsyncIterator[Event]:
        for event in events:
            yield event

    return asyncio.run(collect(told()))


ANSWERS = {
    "a picture": document([picture(LARGE)]),
    "words around it": document([{"text": "Here"}, picture(LARGE, thoughtSignature="c2ln"), {"text": "you are."}]),
    "two pictures": document([picture(LARGE, thoughtSignature="b25l"), picture(OTHER, videoMetadata={"x": 1})]),
    "two candidates": document([{"text": "one"}, picture(LARGE)], [picture(OTHER), {"text": "two"}]),
    "a draft first": document([picture(OTHER, thought=True), picture(LARGE)]),
    "a long text": document([{"text": "word " * 100_000}, picture(LARGE)]),
    "a stream": b"data: " + document([picture(LARGE)]) + b"\r\n\r\ndata: " + document([picture(OTHER)]) + b"\r\n\r\n",
    "escaped": document([picture(LARGE)]).replace(b"/", b"\\/"),
    "url-safe, unpadded": document([picture(base64.urlsafe_b64encode(os.urandom(700_002)).decode().rstrip("="))]),
    "the type behind it": json.dumps(
        {"candidates": [{"content": {"parts": [{"inlineData": {"data": LARGE, "mimeType": "image/png"}}]}}]}
    ).encode(),
}


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("size", [65_536, 262_144, 10_000_000])
def test_the_answer_is_the_same(name: str, size: int) -> None:
    assert whole(events_of(ANSWERS[name], early=True, size=size)) == whole(events_of(ANSWERS[name], early=False))


def test_it_leaves_before_it_is_whole() -> None:
    body = ANSWERS["words around it"]
    reader = Reader(early=True)
    events = list(reader.feed(body[: len(body) // 2]))
    assert [event for event in events if not isinstance(event, Data)] == [
        Begin("text"), End(), Begin("image", "image/png"),
    ]  # fmt: skip
    assert sum(len(event.piece) for event in events if isinstance(event, Data)) > len(body) // 2 - 5000


def test_what_turns_out_to_be_a_draft_is_said_at_its_end() -> None:
    events = list(events_of(document([picture(LARGE, thought=True)]), early=True))
    parts = json.loads(document([picture(LARGE, thought=True)]))["candidates"][0]["content"]["parts"]
    assert list(parts[0]) == ["inlineData", "thought"]
    assert [event.thought for event in events if isinstance(event, End)] == [True]
    assert whole(events).images == ()


def test_small_pictures_are_judged_whole() -> None:
    body = document([picture(OTHER[:4000] + "!")])
    with pytest.raises(OutcomeUnknown):
        list(events_of(body, early=True))


@pytest.mark.parametrize("end", [0.5, 0.9])
def test_a_picture_that_breaks_off_is_no_answer(end: float) -> None:
    body = ANSWERS["a picture"]
    with pytest.raises(OutcomeUnknown):
        list(events_of(body[: int(len(body) * end)], early=True))


@given(st.binary(max_size=400), st.integers(1, 50), st.sampled_from(["standard", "url", "escaped"]), st.booleans())
def test_letters_are_put_right_wherever_the_pieces_end(raw: bytes, size: int, form: str, padded: bool) -> None:
    text = base64.urlsafe_b64encode(raw) if form == "url" else base64.b64encode(raw)
    text = text if padded else text.rstrip(b"=")
    if form == "escaped":
        text = text.replace(b"/", b"\\/").replace(b"=", b"\\u003d").replace(b"+", b"\\u002B")
    letters = Normaliser()
    fed = b"".join(letters.feed(text[at : at + size]) for at in range(0, len(text), size))
    assert fed + letters.close() == base64.b64encode(raw) == normalise(text)


def test_a_candidate_that_tells_its_index_late_has_its_picture_once() -> None:
    body = json.dumps({"candidates": [{"content": {"parts": [picture(LARGE)]}, "finishReason": "STOP", "index": 1}]})
    events = list(events_of(body.encode(), early=True))
    assert [type(event) for event in events if not isinstance(event, Data)] == [Begin, End, Finish]
    assert b"".join(bytes(event.piece) for event in events if isinstance(event, Data)) == LARGE.encode()


@pytest.mark.parametrize("again", [b"[]", b'[{"content":{"parts":[]}}]', b'"none"'])
def test_a_picture_that_is_taken_back_is_no_answer(again: bytes) -> None:
    body = document([picture(LARGE)])[:-1] + b',"candidates":' + again + b"}"
    with pytest.raises(OutcomeUnknown):
        list(events_of(body, early=True))


def test_a_part_with_two_pictures_is_no_answer() -> None:
    """The second would take the first one's place, which has gone out."""
    body = document([picture(LARGE)]).replace(b'"data": "', b'"data": "' + OTHER.encode() + b'", "data": "')
    begun: list[Event] = []
    with pytest.raises(OutcomeUnknown, match="two pictures"):
        begun.extend(event for event in events_of(body, early=True) if isinstance(event, Begin))
    assert len(begun) == 1
