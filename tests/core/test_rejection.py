"""The whole decision table of `judge`, row by row."""

from typing import Any

import pytest

from cavendish.core.errors import UpstreamEmpty
from cavendish.core.rejection import Rejected, Rejection, Tally, judge

BLOCKED = {"blockReason": "PROHIBITED_CONTENT", "blockReasonMessage": "Not this."}
SAID = "I would rather not."


def judged(tally: Tally, *, wants_picture: bool = True, **facts: Any) -> Rejection | None:
    known: dict[str, Any] = {"reasons": ("STOP",), "candidates_tokens": None, "has_usage": False, "feedback": None}
    return judge(tally, wants_picture=wants_picture, **{**known, **facts})


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"candidates_tokens": 0, "has_usage": True},
        {"reasons": ("IMAGE_SAFETY",)},
        {"feedback": BLOCKED},
        {"reasons": ("STOP", "NO_IMAGE"), "has_usage": True},
    ],
)
def test_a_delivered_picture_is_no_rejection_whatever_else_is_said(facts: dict[str, Any]) -> None:
    assert judged(Tally(pictures=1), **facts) is None


def test_words_are_enough_where_only_words_were_asked_for() -> None:
    assert judged(Tally(words=SAID), wants_picture=False, reasons=("MAX_TOKENS",)) is None


@pytest.mark.parametrize(
    ("words", "facts", "stage", "reason", "message"),
    [
        # REVIEW: blocked by name, whatever else there is
        ("", {"feedback": BLOCKED, "reasons": ()}, "REVIEW", "PROHIBITED_CONTENT", "Not this."),
        (SAID, {"feedback": {"blockReason": "SAFETY"}}, "REVIEW", "SAFETY", ""),
        # REVIEW: nothing was drawn, by count
        ("", {"candidates_tokens": 0, "has_usage": True}, "REVIEW", "OTHER", ""),
        ("", {"candidates_tokens": 0, "has_usage": True, "reasons": ("IMAGE_SAFETY",)}, "REVIEW", "IMAGE_SAFETY", ""),
        ("", {"candidates_tokens": None, "has_usage": True}, "REVIEW", "OTHER", ""),
        # GENERATION: a reason other than STOP
        ("", {"candidates_tokens": None, "has_usage": True, "reasons": ("NO_IMAGE",)}, "GENERATION", "NO_IMAGE", ""),
        (
            "",
            {"candidates_tokens": 11, "has_usage": True, "reasons": ("IMAGE_OTHER",)},
            "GENERATION",
            "IMAGE_OTHER",
            "",
        ),
        ("", {"reasons": ("STOP", "IMAGE_SAFETY")}, "GENERATION", "IMAGE_SAFETY", ""),
        (SAID, {"candidates_tokens": 0, "has_usage": True, "reasons": ("SAFETY",)}, "GENERATION", "SAFETY", SAID),
        ("", {"reasons": ("A_WORD_OF_TOMORROW",)}, "GENERATION", "A_WORD_OF_TOMORROW", ""),
        # REPLY: words where a picture was asked for
        (SAID, {"candidates_tokens": 9, "has_usage": True}, "REPLY", "NO_IMAGE", SAID),
        (SAID, {"candidates_tokens": 0, "has_usage": True}, "REPLY", "NO_IMAGE", SAID),
        (SAID, {}, "REPLY", "NO_IMAGE", SAID),
    ],
)
def test_no_picture_is_a_rejection(words: str, facts: dict[str, Any], stage: Any, reason: str, message: str) -> None:
    rejection = judged(Tally(words=words), **facts)
    assert rejection == Rejection(
        stage=stage, reason=reason, message=message, candidates_tokens=facts.get("candidates_tokens")
    )


@pytest.mark.parametrize(
    "facts",
    [{}, {"reasons": ()}, {"candidates_tokens": 0}, {"candidates_tokens": 5, "has_usage": True}, {"feedback": {}}],
)
def test_an_answer_of_nothing_is_a_failure(facts: dict[str, Any]) -> None:
    with pytest.raises(UpstreamEmpty):
        judged(Tally(), **facts)


@pytest.mark.parametrize(
    ("stage", "reason", "kind"),
    [
        ("REVIEW", "SAFETY", "prompt_blocked"),
        ("REPLY", "NO_IMAGE", "text_only"),
        ("GENERATION", "MAX_TOKENS", "truncated"),
        ("GENERATION", "NO_IMAGE", "no_image"),
        ("GENERATION", "IMAGE_OTHER", "no_image"),
        ("GENERATION", "OTHER", "no_image"),
        ("GENERATION", "IMAGE_SAFETY", "output_blocked"),
    ],
)
def test_a_rejection_has_a_kind_and_a_sentence(stage: Any, reason: str, kind: str) -> None:
    rejection = Rejection(stage=stage, reason=reason, message=SAID, title="A title", advice=("Do this.", "Or that."))
    assert rejection.kind == kind
    whole = f"A title ({reason}).\n\n{SAID}\n\nDo this. Or that."
    assert rejection.explanation == (SAID if stage == "REPLY" else whole)


@pytest.mark.parametrize(
    ("stage", "reason", "code", "worded"),
    [
        ("REVIEW", "SAFETY", "content_policy_violation", True),
        ("GENERATION", "A_WORD_OF_TOMORROW", "content_policy_violation", True),
        ("GENERATION", "MALFORMED_RESPONSE", "no_image", False),
        ("REPLY", "NO_IMAGE", "text_only", False),
    ],
)
def test_a_rejection_can_be_raised(stage: Any, reason: str, code: str, worded: bool) -> None:
    rejection = Rejection(stage=stage, reason=reason, message=SAID)
    error = Rejected(rejection)
    assert (error.status, error.code, error.rejection) == (400, code, rejection)
    assert error.message.startswith("Your request was rejected as a result of the safety system") == worded
