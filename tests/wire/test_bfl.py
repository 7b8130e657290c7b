"""Black Forest Labs' API: what is submitted, and what its answers mean."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from cavendish.core.errors import CavendishError, InvalidRequest, OutcomeUnknown
from cavendish.core.events import Finish, Progress
from cavendish.core.parts import Blob, Image, Text, Turn
from cavendish.core.request import Request
from cavendish.wire import bfl
from cavendish.wire.link import Link
from tests.samples import png, png64
from tests.wire.test_chat_reader import ODD
from tests.wire.upstream_answers import sent

PICTURE = Image(Blob(png(2, 1)), "image/png")
ASKED = Request(
    model="x", turns=(Turn("user", (Text("a cat"),)),), aspect_ratio="16:9", image_size="2K", width=1367, height=768,
    seed=0, media_type="image/png",
)  # fmt: skip
WITH_TWO = replace(ASKED, turns=(Turn("user", (PICTURE, Text("a cat"), PICTURE)),))
ONE = png64(2, 1)


def rendered(request: Request, model: str) -> Any:
    return json.loads(b"".join(bfl.render_request(request, model=model)))


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        ("flux-kontext-pro", {"aspect_ratio": "16:9", "seed": 0, "output_format": "png",
                              "input_image": ONE, "input_image_2": ONE}),
        ("flux-2-pro", {"width": 1360, "height": 768, "seed": 0, "output_format": "png",
                        "input_image": ONE, "input_image_2": ONE}),
        ("flux-3-image", {"aspect_ratio": "16:9", "resolution": "2k", "images": [ONE, ONE]}),
    ],
)  # fmt: skip
def test_each_family_is_asked_as_it_understands(model: str, fields: dict[str, Any]) -> None:
    assert rendered(WITH_TWO, model) == {"prompt": "a cat", **fields}
    words = {name: value for name, value in fields.items() if not name.startswith(("input_image", "images"))}
    assert rendered(ASKED, model) == {"prompt": "a cat", **words}


def test_what_was_not_asked_for_is_not_sent() -> None:
    bare = replace(
        ASKED, aspect_ratio=None, image_size="512", width=None, height=None, seed=None, media_type="image/webp"
    )
    for model in ("flux-kontext-pro", "flux-2-pro", "flux-3-image"):
        assert rendered(bare, model) == {"prompt": "a cat"}


def test_a_conversation_is_its_last_words_and_its_latest_picture() -> None:
    drawn = Turn("model", (Text("Here."), PICTURE, replace(PICTURE, thought=True)))
    first = Turn("user", (Image(Blob(png(5, 5)), "image/png"), Text("a cat")))
    edit = replace(ASKED, turns=(first, drawn, Turn("user", (Text("blue"),))), system="Be kind.")
    assert rendered(edit, "flux-3-image") == {
        "prompt": "Be kind.\n\nblue", "aspect_ratio": "16:9", "resolution": "2k", "images": [ONE]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("model", "most"), [("flux-kontext-max", 4), ("flux-2-klein-4b", 4), ("flux-2-max", 8), ("flux-3-image", 10)]
)
def test_pictures_are_never_left_out_in_silence(model: str, most: int) -> None:
    assert rendered(replace(ASKED, turns=(Turn("user", (PICTURE,) * most),)), model)
    with pytest.raises(InvalidRequest, match=f"{most} pictures at most"):
        bfl.render_request(replace(ASKED, turns=(Turn("user", (PICTURE,) * (most + 1)),)), model=model)


def test_a_task_its_address_and_its_cost() -> None:
    task = bfl.parse_submitted(sent("bfl-submitted"))
    assert task.id == "task-id-here"
    assert task.polling_url == "https://api.bfl.ai/v1/get_result?id=task-id-here"
    assert task.cost == 45_000
    assert bfl.parse_submitted(b'{"id":"a"}') == bfl.Submitted(id="a", polling_url="", cost=None)


@pytest.mark.parametrize("body", [b"", b"{}", b"<html>", b'{"id":5}', b'{"polling_url":"https://api.bfl.ai"}'])
def test_a_submission_without_a_task_may_have_been_paid(body: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        bfl.parse_submitted(body)


def test_how_a_task_stands() -> None:
    assert bfl.parse_poll(sent("bfl-pending")) == Progress(0.4, "Pending")
    assert bfl.parse_poll(b'{"status":"Reasoning","progress":null}') == Progress(None, "Reasoning")
    ready = bfl.parse_poll(sent("bfl-ready"))
    assert ready == Link("https://delivery-eu1.bfl.ai/results/a/sample.png?se=2025&sig=x%3D")
    moderated = bfl.parse_poll(sent("bfl-request-moderated"))
    assert isinstance(moderated, Finish)
    assert moderated.reasons == ()
    assert moderated.feedback == {
        "blockReason": "PROHIBITED_CONTENT",
        "blockReasonMessage": "The request was moderated: Derivative Works Filter.",
    }
    drawn = bfl.parse_poll(sent("bfl-content-moderated"))
    assert isinstance(drawn, Finish)
    assert (drawn.reasons, drawn.feedback) == (("IMAGE_SAFETY",), None)


@pytest.mark.parametrize(
    "body",
    [sent("bfl-not-found"), b'{"status":"Error","result":null}', b'{"status":"Ready","result":null}', b"", b"{}",
     b'{"status":"Ready","result":{"sample":"file:///etc/passwd"}}', b"<html>"],
)  # fmt: skip
def test_what_failed_after_it_was_submitted_may_have_been_paid(body: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        bfl.parse_poll(body)


@given(ODD, ODD)
def test_no_odd_answer_brings_more_than_an_error_of_ours(status: Any, value: Any) -> None:
    for word in (status, "Ready", "Pending", "Request Moderated", "Error"):
        body = json.dumps({"status": word, "result": value, "details": value, "progress": value, "error": value})
        try:
            assert bfl.parse_poll(body.encode())
        except CavendishError:
            continue


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (402, {"detail": "Insufficient credits"}, "insufficient_quota"),
        (403, {"detail": "Not authenticated"}, "upstream_key_rejected"),
        (429, {"detail": "Too many active tasks"}, "rate_limit_exceeded"),
        (422, {"detail": [{"loc": ["body", "seed"], "msg": "No."}]}, "invalid_value"),
    ],
)
def test_errors(status: int, body: Any, code: str) -> None:
    read = bfl.parse_error(status, json.dumps(body).encode(), {})
    assert isinstance(read, CavendishError)
    assert read.code == code
