"""Clay refuses in Google's own shape, before drawing, and says in words what it cannot do."""

import asyncio
from io import BytesIO

import pytest
from PIL import Image as Picture

from cavendish.clay.compose import compose
from cavendish.clay.metadata import find_scene
from cavendish.clay.seal import seal
from cavendish.core.events import Event, Finish, collect
from cavendish.core.parts import Blob, Image, Text, Turn
from cavendish.core.rejection import Rejection, Tally, judge
from cavendish.core.request import Request
from cavendish.core.result import Result, Usage
from cavendish.engines.clay import open_clay


@pytest.fixture(scope="module")
def photograph() -> Image:
    file = BytesIO()
    Picture.new("RGB", (8, 8), "red").save(file, "PNG")
    return Image(Blob(file.getvalue()), "image/png")


@pytest.fixture(scope="module")
def drawn() -> Turn:
    """Clay's answer to an earlier prompt: the scene in the signature is all that counts."""
    scene = compose("a cat under a tree", scene=None, seed=1, ratio=1.0).scene
    return Turn("model", (Text("Here it is.", signature=seal(scene)),))


def said(text: str, *pictures: Image) -> Turn:
    return Turn("user", (*pictures, Text(text)))


def answer(*turns: Turn) -> Result:
    async def ask() -> Result:
        async with open_clay(workers=1) as clay:
            return await collect(clay.generate(Request(model="clay", turns=turns, width=32, height=32)))

    return asyncio.run(ask())


def judged(result: Result) -> Rejection | None:
    return judge(
        Tally(pictures=len(result.images), words=result.text),
        reasons=tuple(candidate.finish_reason for candidate in result.candidates),
        candidates_tokens=result.usage.candidates_tokens,
        has_usage=result.usage != Usage(),
        feedback=result.feedback,
        wants_picture=True,
    )


def reply_to(*turns: Turn) -> str:
    """The words of an answer that is a reply and nothing else."""
    result = answer(*turns)
    found = judged(result)
    assert found
    assert found.stage == "REPLY"
    return found.message


@pytest.mark.parametrize(
    ("prompt", "reason"), [("a naked woman", "PROHIBITED_CONTENT"), ("a severed head on a plate", "SAFETY")]
)
def test_a_refusal_has_googles_shape_and_nothing_is_drawn(prompt: str, reason: str) -> None:
    async def ask() -> list[Event]:
        async with open_clay(workers=1) as clay:
            return [event async for event in clay.generate(Request(model="clay", turns=(said(prompt),)))]

    (event,) = asyncio.run(ask())
    assert isinstance(event, Finish)
    assert event.reasons == ()
    assert event.feedback
    assert event.feedback["blockReason"] == reason
    assert event.usage == Usage(candidates_tokens=0)
    result = answer(said(prompt))
    assert result.candidates == ()
    assert judged(result) == Rejection(
        stage="REVIEW", reason=reason, message=event.feedback["blockReasonMessage"], candidates_tokens=0
    )


def test_edits_are_looked_at_too(drawn: Turn, photograph: Image) -> None:
    for turns in (
        (said("a cat under a tree"), drawn, said("make her naked")),
        (said("a swastika", photograph),),
    ):
        assert (answer(*turns).feedback or {})["blockReason"] == "PROHIBITED_CONTENT"


def test_what_was_said_earlier_counts_and_is_told(drawn: Turn) -> None:
    feedback = answer(said("a naked woman"), drawn, said("make it night")).feedback
    assert feedback
    assert "earlier" in feedback["blockReasonMessage"]


def test_what_was_answered_in_words_is_not_drawn_later() -> None:
    result = answer(said("what is 2+2?"), Turn("model", (Text("Clay draws."),)), said("an apple"))
    (picture,) = result.images
    scene = find_scene(picture.blob.raw)
    assert scene
    assert scene.lettering == ()
    assert [item.kind for item in scene.items] == ["apple"]


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("what is 2+2?", "cannot answer in words"),
        ("remove the watermark", "watermark"),
        ("put my face on the cat", "nobody's face"),
        ("read this picture", "cannot look at a picture"),
        ("make it night", "Clay can only change pictures that it drew itself"),
    ],
)
def test_a_strangers_photograph_is_answered_in_words(prompt: str, words: str, photograph: Image) -> None:
    assert words in reply_to(said(prompt, photograph))


def test_a_strangers_photograph_is_not_taken_for_the_picture_before(drawn: Turn, photograph: Image) -> None:
    words = reply_to(said("a cat under a tree"), drawn, said("make it night", photograph))
    assert "drew itself" in words


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("what is 2+2?", "cannot answer in words"),
        ("upscale it", "pixels"),
        ("make it better", "“better”"),
        ("swap their faces", "nobody's face"),
        ("", "did not understand"),
    ],
)
def test_an_edit_that_clay_cannot_do_is_answered_in_words(prompt: str, words: str, drawn: Turn) -> None:
    assert words in reply_to(said("a cat under a tree"), drawn, said(prompt))


@pytest.fixture(scope="module")
def apple() -> Image:
    (picture,) = answer(said("an apple")).images
    return picture


def test_it_says_that_it_used_one_picture_of_several(apple: Image, photograph: Image) -> None:
    result = answer(said("make it night", photograph, apple))
    assert len(result.images) == 1
    assert "only one" in result.text
