"""Every entry as the engine plays it: what is answered, what is raised, and that nothing costs."""

import pytest

from cavendish.core.errors import (
    AuthenticationFailed,
    CavendishError,
    EngineFailed,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    ModelNotFound,
    OutcomeUnknown,
    Overloaded,
    PermissionDenied,
)
from cavendish.core.result import Result
from cavendish.core.sniff import sniff
from cavendish.engines.rehearsed import RETRY_AFTER, open_rehearsed
from cavendish.rehearsal import entries, find_rehearsal
from cavendish.service.attempts import PATIENCE
from tests.engines.asking import answer, answers, failure, request, settings

SETUP = settings("")
STAGES = {stage: [entry.name for entry in entries() if entry.stage == stage] for stage in ("review", "generation")}


def played(word: str) -> Result:
    return answer(open_rehearsed, SETUP, request(simulate=word))


@pytest.mark.parametrize("word", [*STAGES["review"], "BLOCK_SOMETHING_NEW"])
def test_refused_before_drawing(word: str) -> None:
    result = played(word)
    assert result.parts == ()
    if word == "NO_TOKENS":
        assert ([one.finish_reason for one in result.candidates], result.usage.candidates_tokens) == (["STOP"], 0)
    else:
        assert result.feedback == {"blockReason": word.removeprefix("BLOCK_")}
        assert result.candidates == ()


@pytest.mark.parametrize("word", [*STAGES["generation"], "FINISH_SOMETHING_NEW"])
def test_refused_while_drawing(word: str) -> None:
    result = played(word)
    assert result.parts == ()
    assert [one.finish_reason for one in result.candidates] == [word.removeprefix("FINISH_")]
    assert result.usage.candidates_tokens
    assert result.native
    [candidate] = result.native.document["candidates"]
    assert candidate.get("finishMessage", "") == find_rehearsal(word).message


def test_googles_own_words_travel_as_they_do_from_google() -> None:
    native = played("IMAGE_OTHER").native
    assert native
    assert native.document["candidates"][0]["finishMessage"].startswith("Unable to show the generated image.")


def test_words_instead_of_a_picture() -> None:
    result = played("TEXT")
    assert "I cannot remove watermarks" in result.text
    assert (result.images, result.candidates[0].finish_reason) == ((), "STOP")


def test_drafts_alone_and_nothing_at_all() -> None:
    drafts = played("DRAFTS")
    assert len(drafts.parts) == 2
    assert drafts.images == ()
    assert played("EMPTY").parts == ()


@pytest.mark.parametrize("word", ["", "PICTURE", "picture", "WAIT:0", "SLOW:0"])
@pytest.mark.parametrize(("width", "height"), [(1344, 768), (64, 64), (None, None)])
def test_a_picture_of_the_size_that_was_asked_for(word: str, width: int | None, height: int | None) -> None:
    result = answer(open_rehearsed, SETUP, request(simulate=word, width=width, height=height))
    [image] = result.images
    header = sniff(image.blob)
    assert header
    assert (header.media_type, header.width, header.height) == ("image/png", width or 1024, height or 1024)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("400", InvalidRequest),
        ("401", AuthenticationFailed),
        ("403", PermissionDenied),
        ("404", ModelNotFound),
        ("429", LimitReached),
        ("500", CavendishError),
        ("502", EngineFailed),
        ("503", Overloaded),
        ("504", EngineTimeout),
    ],
)
def test_a_failure_has_its_status_and_costs_nothing(word: str, kind: type[CavendishError]) -> None:
    error = failure(open_rehearsed, SETUP, request(simulate=word))
    assert (type(error), error.status, error.charged) == (kind, int(word), "no")
    assert "Rehearsed" in error.message


def test_every_status_of_the_list_is_played() -> None:
    for entry in entries():
        if entry.stage == "failure":
            assert failure(open_rehearsed, SETUP, request(simulate=entry.name)).status == int(entry.name)


def test_a_limit_asks_for_longer_than_the_service_would_wait_by_itself() -> None:
    assert failure(open_rehearsed, SETUP, request(simulate="429")).retry_after == RETRY_AFTER > PATIENCE


@pytest.mark.parametrize("word", ["TRUNCATED", "CUT"])
def test_what_breaks_off_is_in_doubt_like_the_real_thing(word: str) -> None:
    error = failure(open_rehearsed, SETUP, request(simulate=word))
    assert (type(error), error.charged) == (OutcomeUnknown, "unknown")


def test_what_cannot_be_played_names_what_can() -> None:
    error = failure(open_rehearsed, SETUP, request(simulate="SNOW"))
    assert isinstance(error, InvalidRequest)
    assert error.field == "simulate"
    assert "IMAGE_SAFETY" in error.message


def test_a_list_of_its_own_for_requests_that_ask_for_nothing() -> None:
    asked = [request(), request(simulate="TEXT"), request(), request()]
    first, second, third, fourth = answers(open_rehearsed, settings("503,picture"), *asked)
    assert isinstance(first, Overloaded)
    assert isinstance(second, Result)
    assert second.text
    assert isinstance(third, Result)
    assert third.images
    assert isinstance(fourth, Overloaded)


def test_a_list_that_cannot_be_played_is_told_at_the_start() -> None:
    with pytest.raises(InvalidRequest, match="SNOW"):
        answers(open_rehearsed, settings("PICTURE,SNOW"), request())
