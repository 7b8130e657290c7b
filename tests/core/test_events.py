"""Folding and unfolding."""

import asyncio
from collections.abc import AsyncIterator, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.events import Begin, Data, End, Event, Finish, Progress, collect, replay
from cavendish.core.parts import Blob, Image, Part, Text
from cavendish.core.rejection import Rejection
from cavendish.core.result import Candidate, Outcome, Result, Usage
from tests.samples import TEXTS

FLAGS = {"thought": st.booleans(), "signature": st.none() | st.sampled_from(["c2ln", "bG9uZw=="])}
EXTRAS = st.none() | st.just({"videoMetadata": {"fps": 1}})
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(Text, TEXTS, extra=EXTRAS, **FLAGS),
    st.builds(Image, st.builds(Blob, st.binary(max_size=50)), st.just("image/png"), extra=EXTRAS, **FLAGS),
)
COUNTS = st.none() | st.integers(0, 9999)
RESULTS = st.builds(
    Result,
    candidates=st.lists(
        st.builds(Candidate, st.lists(PARTS, max_size=4).map(tuple), st.sampled_from(["STOP", "IMAGE_SAFETY", "NEW"])),
        max_size=3,
    ).map(tuple),
    usage=st.builds(Usage, prompt_tokens=COUNTS, candidates_tokens=COUNTS, image_tokens=COUNTS, thoughts_tokens=COUNTS),
    model_version=st.sampled_from(["", "clay-1"]),
    feedback=st.none() | st.just({"blockReason": "SAFETY"}),
    outcome=st.none()
    | st.just(Outcome(id="gen_1", engine="clay", rejection=Rejection(stage="REVIEW", reason="SAFETY"))),
)


async def told(events: Iterable[Event]) -> AsyncIterator[Event]:
    for event in events:
        yield event


def collected(events: Iterable[Event]) -> Result:
    return asyncio.run(collect(told(events)))


@given(RESULTS)
def test_collect_is_the_inverse_of_replay(result: Result) -> None:
    assert collected(replay(result)) == result


@given(RESULTS)
def test_replay_finishes_once_and_last(result: Result) -> None:
    events = list(replay(result))
    assert [index for index, event in enumerate(events) if isinstance(event, Finish)] == [len(events) - 1]


def test_characters_and_pictures_cut_anywhere_are_put_together() -> None:
    word, picture = "Bänana 🍌".encode(), Blob(b"any picture").base64
    events: list[Event] = [Progress(0.5), Begin("text"), *(Data(word[at : at + 1]) for at in range(len(word))), End()]
    events += [
        Begin("image", "image/png"),
        Data(memoryview(picture)[:5]),
        Progress(),
        Data(bytearray(picture[5:])),
        End("c2ln"),
    ]
    result = collected([*events, Finish()])
    assert result.text == "Bänana 🍌"
    assert result.images == (Image(Blob(b"any picture"), "image/png", signature="c2ln"),)


def test_an_answer_without_its_end_has_an_unknown_outcome() -> None:
    with pytest.raises(OutcomeUnknown, match="before it was complete"):
        collected([Begin("text"), Data(b"hal")])


def test_a_results_pictures_and_words_leave_thoughts_out() -> None:
    draft, final = Image(Blob(b"1"), "image/png", thought=True), Image(Blob(b"2"), "image/png")
    result = Result(candidates=(Candidate((Text("hm", thought=True), draft, Text("Here."))), Candidate((final,))))
    assert (result.images, result.text) == ((final,), "Here.")
    assert Usage(prompt_tokens=3, thoughts_tokens=4).total_tokens == 7
