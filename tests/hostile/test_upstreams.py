"""Whatever an upstream answers, a reader tells events that every dialect can write, or an error of ours."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import strategies as st

from cavendish.core.errors import CavendishError
from cavendish.core.events import Begin, Data, End, Event, Finish, Folder, Progress
from cavendish.core.result import Usage
from cavendish.wire import bfl, gemini, openai_chat, openai_images
from cavendish.wire.documents import one_document
from cavendish.wire.lifter import Lifter
from cavendish.wire.link import Link
from cavendish.wire.openai_chat.errors import error_in
from tests.hostile.answers import Sent, answers
from tests.hostile.effort import TALLY, try_all
from tests.hostile.values import JUNK, encoded
from tests.samples import written

pytestmark = pytest.mark.slow

BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
READERS: dict[str, tuple[Callable[[], Any], tuple[str, ...]]] = {
    "gemini.Reader": (gemini.Reader, ("gemini-answer", "gemini-refusal", "gemini-error")),
    "gemini.Reader, early": (partial(gemini.Reader, early=True), ("gemini-answer", "gemini-refusal")),
    "openai_chat.Reader": (openai_chat.Reader, ("chat-answer", "chat-stream", "chat-error")),
    "openai_images.Reader": (openai_images.Reader, ("images-answer", "images-error")),
}


@pytest.mark.parametrize("name", READERS)
def test_readers(name: str) -> None:
    factory, prefixes = READERS[name]
    try_all(answers(prefixes), lambda sent: hear(name, factory, sent), share=0.04)


def hear(name: str, factory: Callable[[], Any], sent: Sent) -> None:
    reader = factory()
    events: list[Event] = []
    try:
        for event in (event for chunk in sent.chunks for event in reader.feed(chunk)):
            events += kept(event)
        for event in reader.close():
            events += kept(event)
    except CavendishError:
        TALLY.count(name, refused=True)
        return
    TALLY.count(name)
    check_order(events)
    check_writing(events)


def kept(event: Event | Link) -> Iterator[Event]:
    """The event for longer than until the next; what would be fetched is left out."""
    match event:
        case Link(url):
            assert url.lower().startswith(("http://", "https://"))
        case Data(piece):
            yield Data(bytes(piece))
        case _:
            yield event


def check_order(events: list[Event]) -> None:
    """Parts one after the other, pictures in standard base64, one Finish, which can all be folded."""
    assert [type(event) for event in events].count(Finish) == 1
    assert isinstance(events[-1], Finish)
    begin, data = None, b""
    for event in events:
        match event:
            case Begin():
                assert begin is None
                begin, data = event, b""
            case Data(piece):
                assert begin
                data += bytes(piece)
            case End():
                assert begin
                assert begin.kind == "text" or BASE64.fullmatch(data)
                begin = None
    assert begin is None
    folder = Folder()
    for event in events:
        folder.add(event)
    assert folder.result


def check_writing(events: list[Event]) -> None:
    """Every dialect can say it; what it says is JSON."""
    begun = [event.candidate for event in events if isinstance(event, Begin)]
    finish = events[-1]
    assert isinstance(finish, Finish)
    if not (finish.reasons or begun):
        return  # refused in review: that is the service's to tell
    choices = max([len(finish.reasons), *(at + 1 for at in begun)])
    first = list(of_candidate(events, 0))
    json.loads(written(gemini.UnaryWriter(response_id="r"), first))
    json.loads(written(gemini.ArrayWriter(response_id="r"), first))
    check_lines(written(gemini.StreamWriter(response_id="r"), first))
    answer = openai_chat.Answer(id="a", created=1, model="m", choices=choices, include_usage=True)
    json.loads(written(openai_chat.UnaryWriter(answer), events))
    check_lines(written(openai_chat.StreamWriter(answer), events))


def of_candidate(events: Iterable[Event], candidate: int) -> Iterator[Event]:
    inside = False
    for event in events:
        if isinstance(event, Begin):
            inside = event.candidate == candidate
        if inside or isinstance(event, Finish | Progress):
            yield event


def check_lines(stream: bytes) -> None:
    for line in stream.split(b"\n"):
        if line.startswith(b"data: ") and line.strip() != b"data: [DONE]":
            json.loads(line.removeprefix(b"data: "))


ERRORS = ("gemini-error", "chat-error", "error-", "bfl-", "images-error")
STATUSES = st.sampled_from([200, 301, 400, 401, 402, 403, 404, 408, 409, 413, 429, 499, 500, 502, 503, 504, 524, 599])


def test_errors_of_upstreams() -> None:
    headers = st.sampled_from([{}, {"retry-after": "9"}, {"retry-after": "é"}])
    try_all(st.tuples(STATUSES, answers(ERRORS), headers), check_error, share=0.03)


def check_error(case: tuple[int, Sent, dict[str, str]]) -> None:
    status, sent, headers = case
    body = b"".join(sent.chunks)
    TALLY.count("parse_error")
    assert isinstance(gemini.parse_error(status, body, headers), CavendishError)
    told = openai_chat.parse_error(status, body, headers)
    assert isinstance(told, CavendishError | Finish)
    if isinstance(told, CavendishError):
        json.loads(gemini.render_error(told)[1])
        json.loads(openai_chat.render_error(told)[2])
    assert isinstance(one_document(body)[0], dict)


def test_black_forest_labs() -> None:
    odd = st.dictionaries(st.sampled_from(["id", "status", "result", "cost", "details", "progress", "error"]), JUNK)
    try_all(
        st.one_of(answers(("bfl-",)), odd.flatmap(encoded).map(lambda body: Sent([body], good=False))), poll, share=0.03
    )


def poll(sent: Sent) -> None:
    body = b"".join(sent.chunks)
    TALLY.count("bfl")
    for parse in (bfl.parse_poll, bfl.parse_submitted):
        try:
            found: Any = parse(body)
        except CavendishError:
            continue
        if isinstance(found, Progress) and found.fraction is not None:
            assert 0 <= found.fraction <= 1


def test_model_lists() -> None:
    def check(body: bytes) -> None:
        TALLY.count("model lists")
        for parse in (gemini.parse_models, openai_chat.parse_models):
            try:
                assert all(isinstance(name, str) for name in parse(body))
            except (ValueError, RecursionError):
                continue

    entries = st.lists(JUNK | st.fixed_dictionaries({"id": JUNK, "name": JUNK}), max_size=3)
    lists = st.one_of(JUNK, entries.map(lambda found: {"models": found, "data": found}))
    try_all(lists.flatmap(encoded), check, share=0.02)


def test_lifter() -> None:
    """Bytes of no kind at all."""

    def check(chunks: list[bytes]) -> None:
        TALLY.count("Lifter")
        lifter = Lifter()
        try:
            for chunk in chunks:
                assert all(tuple(lifter.feed(chunk)) or (True,))
        except ValueError:
            return

    pieces = st.sampled_from(
        [b'{"a":', b'"', b"\\", b"}", b"]", b"[", b'{"', b":1,", b"A" * 5000, b"\xff", b"data: ", b"\n\n"]
    )
    try_all(st.lists(st.lists(pieces | st.binary(max_size=4), max_size=8).map(b"".join), max_size=6), check, share=0.02)


def test_errors_in_odd_documents() -> None:
    def check(document: Any) -> None:
        TALLY.count("error_in, parse_usage")
        if isinstance(document, dict):
            error = error_in(document)
            assert isinstance(openai_chat.errors.parse_error_document(error, status=502), CavendishError | Finish)
            assert isinstance(openai_chat.usage.parse_usage(document), Usage)

    names = st.sampled_from([
        "error", "code", "type", "message", "detail", "param", "metadata", "msg", "moderation_details", "cost",
        "prompt_tokens", "completion_tokens", "total_tokens", "prompt_tokens_details", "completion_tokens_details",
    ])  # fmt: skip
    try_all(
        st.recursive(JUNK, lambda inner: st.dictionaries(names, inner, max_size=4), max_leaves=9), check, share=0.02
    )
