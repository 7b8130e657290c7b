"""Pieces that pass unread wherever a reader lets them: the same letters and the same end as when all are fed."""

import base64
import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import shake_256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.events import Begin, Data, End, Event, Finish
from cavendish.core.stream import Batch
from cavendish.wire import gemini, openai_chat
from cavendish.wire.link import Link
from tests.samples import cut
from tests.wire.test_early_chat import beside, chunks, completion
from tests.wire.test_early_pictures import document, picture

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x04\0"
ONE = base64.b64encode(PNG + shake_256(b"one").digest(200_001)).decode()
TWO = base64.b64encode(PNG + b"\1" + shake_256(b"two").digest(150_003)).decode()
SHOWN = f"![image](data:image/png;base64,{ONE})"
ALSO = f"![image](data:image/png;base64,{TWO})"
SAY = 'Say "a\\b" (so) é\U0001f34c '
GEMINI = {
    "two pictures": document([picture(ONE, thoughtSignature="b25l"), {"text": SAY}, picture(TWO, videoMetadata={})]),
    "words around it": document([{"text": SAY}, picture(ONE, thoughtSignature="c2ln"), {"text": f"{SAY}and on."}]),
    "two candidates": document([{"text": "one"}, picture(ONE)], [picture(TWO), {"text": "two"}]),
    "a stream": b"data: " + document([picture(ONE)]) + b"\r\n\r\ndata: " + document([picture(TWO)]) + b"\r\n\r\n",
    "a late draft": document([picture(TWO, thought=True), picture(ONE)]),
    "escaped": document([picture(ONE), picture(TWO)]).replace(b"/", b"\\/"),
    "plus escaped": document([picture(ONE), picture(TWO)]).replace(b"+", b"\\u002B"),
    "url-safe": document([picture(ONE.replace("+", "-").replace("/", "_").rstrip("="))]),
    "in lines": document([picture("\n".join(ONE[at : at + 76] for at in range(0, len(ONE), 76)))]),
}  # fmt: skip
CHAT = {
    "two in one text": completion(content=f"{SAY}{SHOWN} and ![b](data:image/png;base64,{TWO}) {SAY}"),
    "bare": completion(content=f"data:image/png;base64,{ONE}"),
    "beside": completion(content=SAY, images=[beside(ONE), beside(TWO)]),
    "the same in both": completion(content=f"{SAY}{SHOWN}", images=[beside(ONE), beside(TWO)]),
    "escaped": completion(content=f"{SAY}{SHOWN}", images=[beside(TWO)]).replace(b"/", b"\\/"),
    "plus escaped": completion(content=f"{SAY}{SHOWN}", images=[beside(TWO)]).replace(b"+", b"\\u002B"),
    "streamed": chunks({"content": SAY}, {"content": SHOWN}, {"content": SAY}, {"images": [beside(TWO)]}),
    "streamed in deltas": chunks(*({"content": SHOWN[at : at + 90_000]} for at in range(0, len(SHOWN), 90_000))),
    "twice the same": chunks({"content": SHOWN}, {"content": f"{SAY}{SHOWN}"}, {"content": ALSO}),
}  # fmt: skip
ANSWERS: dict[str, tuple[Callable[..., Any], bytes]] = {
    **{f"google, {name}": (gemini.Reader, body) for name, body in GEMINI.items()},
    **{f"chat, {name}": (openai_chat.Reader, body) for name, body in CHAT.items()},
}
MUST_PASS = [
    name
    for name in ANSWERS
    if not any(word in name for word in ("escaped", "url-safe", "in lines", "bare", "twice the same"))
]


def fed(reader: Any, slices: Iterable[bytes]) -> Iterator[Event | Link]:
    for piece in slices:
        for event in reader.feed(piece):
            yield Data(bytes(event.piece)) if isinstance(event, Data) else event
    yield from reader.close()


class Pouring:
    """What the engines do: whatever may pass behind a piece that flows goes by the reader, in batches."""

    def __init__(self, reader: Any, batches: Iterable[int]) -> None:
        self._reader = reader
        self._sizes = list(batches) or [1]
        self.passed = 0

    def events(self, slices: Iterable[bytes]) -> Iterator[Event | Link]:
        left = list(slices)
        while left:
            for event in self._reader.feed(left.pop(0)):
                yield Data(bytes(event.piece)) if isinstance(event, Data) else event
                if isinstance(event, Data) and self._reader.flowing:
                    yield from self._poured(left)
        yield from self._reader.close()

    def _poured(self, left: list[bytes]) -> Iterator[Event]:
        while left:
            size = self._sizes[self.passed % len(self._sizes)]
            batch = Batch([piece for piece in left[:size] if piece])
            if not batch.pieces or not self._reader.may_pass(batch):
                return
            del left[:size]
            self._reader.passed(batch)
            self.passed += 1
            yield Data(b"".join(batch.pieces))


def folded(events: Iterable[Event | Link]) -> list[Any]:
    """Without the borders of pieces."""
    told: list[Any] = []
    for event in events:
        if isinstance(event, Data) and told and isinstance(told[-1], bytes):
            told[-1] += bytes(event.piece)
        elif isinstance(event, Data):
            told.append(bytes(event.piece))
        else:
            told.append(event)
    return told


def compare(name: str, slices: list[bytes], batches: list[int]) -> int:
    """How many batches passed."""
    factory, _ = ANSWERS[name]
    pouring = Pouring(factory(early=True), batches)
    poured = folded(pouring.events(slices))
    assert poured == folded(fed(factory(early=True), slices))
    letters = [told for told in poured if isinstance(told, bytes)]
    assert ONE.encode() in letters
    assert [type(told) for told in poured].count(Finish) == 1
    assert [type(told) for told in poured].count(Begin) == [type(told) for told in poured].count(End)
    return pouring.passed


@pytest.mark.parametrize("name", ANSWERS)
@settings(max_examples=30)
@given(borders=st.lists(st.integers(0, 1_000_000), max_size=60), batches=st.lists(st.integers(1, 5), max_size=4))
def test_the_answer_is_the_same_wherever_it_is_cut(name: str, borders: list[int], batches: list[int]) -> None:
    compare(name, list(cut(ANSWERS[name][1], borders)), batches)


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("size", [997, 4096, 32_768])
def test_the_answer_is_the_same_in_even_pieces(name: str, size: int) -> None:
    body = ANSWERS[name][1]
    passed = compare(name, [body[at : at + size] for at in range(0, len(body), size)], [3])
    assert passed or size > 5000 or name not in MUST_PASS


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_is_the_same_letter_by_letter_at_the_end_of_a_picture(name: str) -> None:
    """Where quotes, brackets, padding and escapes stand."""
    body = ANSWERS[name][1]
    end = re.compile(rb'[")]').search(body, body.index(ONE[:12].encode())).start()  # type: ignore[union-attr]
    slices = [body[at : at + 20_000] for at in range(0, end - 20_000, 20_000)]
    at = sum(map(len, slices))
    slices += [body[at : end - 50], *(body[one : one + 1] for one in range(end - 50, end + 300)), body[end + 300 :]]
    compare(name, slices, [1, 2])


@pytest.mark.parametrize("name", ["google, two pictures", "chat, two in one text", "chat, beside"])
@pytest.mark.parametrize("strange", [b'"', b")", b"\\", b"=", b"!", b"\n"])
def test_what_is_no_letter_does_not_pass_at_the_ends_of_a_batch(name: str, strange: bytes) -> None:
    factory, body = ANSWERS[name]
    reader = factory(early=True)
    for at in range(0, 120_000, 40_000):
        list(reader.feed(body[at : at + 40_000]))
    assert reader.flowing
    good = ONE[:3000].encode()
    assert reader.may_pass(Batch([good, good]))
    assert not reader.may_pass(Batch([strange + good, good]))
    assert not reader.may_pass(Batch([good, good + strange]))
    assert not reader.may_pass(Batch([strange]))


@pytest.mark.parametrize("name", ["chat, two in one text", "google, two pictures"])
def test_what_closes_a_picture_does_not_pass_anywhere(name: str) -> None:
    factory, body = ANSWERS[name]
    reader = factory(early=True)
    for at in range(0, 120_000, 40_000):
        list(reader.feed(body[at : at + 40_000]))
    good = ONE[:9000].encode()
    closing = b")" if name.startswith("chat") else b'"'
    assert not reader.may_pass(Batch([good + closing + good]))
    assert not reader.may_pass(Batch([good, good + closing + good, good]))
    assert not reader.may_pass(Batch([good, good[:-1] + b"\\", closing + good, good]))


@pytest.mark.parametrize("name", MUST_PASS)
@pytest.mark.parametrize("share", [0.3, 0.45])
def test_what_breaks_off_is_no_answer(name: str, share: float) -> None:
    factory, body = ANSWERS[name]
    body = body[: int(len(body) * share)]
    with pytest.raises(OutcomeUnknown):
        list(Pouring(factory(early=True), [2]).events([body[at : at + 9000] for at in range(0, len(body), 9000)]))


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_a_length_that_no_base64_has_is_found_out_in_what_passed(lost: int) -> None:
    """Letters that passed count."""
    body = document([picture(ONE)])
    slices = [body[at : at + 9000] for at in range(0, len(body), 9000)]
    slices[12] = slices[12][lost:]
    pouring = Pouring(gemini.Reader(early=True), [1])
    if (len(ONE.rstrip("=")) - lost) % 4 == 1:
        with pytest.raises(OutcomeUnknown, match="impossible length"):
            list(pouring.events(slices))
    else:
        letters = [told for told in folded(pouring.events(slices)) if isinstance(told, bytes)]
        assert len(letters[0]) % 4 == 0
    assert pouring.passed
