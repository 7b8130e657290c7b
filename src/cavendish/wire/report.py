"""The small `cavendish` object: what the service knows of an answer, the same in every dialect."""

from typing import Any

from cavendish.core.rejection import Rejection
from cavendish.core.result import Outcome

__all__ = ["outcome_headers", "render_outcome", "render_rejection"]


def render_outcome(outcome: Outcome) -> dict[str, Any]:
    """Only what is known: absent fields are left out."""
    report: dict[str, Any] = {
        "id": outcome.id,
        "outcome": outcome.kind,
        "engine": outcome.engine,
        "charged": outcome.charged,  # null where nobody here knows
        "images": [
            {"mime": picture.media_type, "width": picture.width, "height": picture.height, "bytes": picture.size}
            for picture in outcome.pictures
        ],
    }
    if outcome.rejection:
        report |= render_rejection(outcome.rejection)
    if outcome.size_mismatch:
        report["size_mismatch"] = [
            {"image": one.image, "asked": one.asked, "got": one.got} for one in outcome.size_mismatch
        ]
    if outcome.notes:
        report["notes"] = list(outcome.notes)
    if outcome.failure:
        report["failure"] = outcome.failure
    return report


def render_rejection(rejection: Rejection) -> dict[str, Any]:
    """Why there is no picture; `native` is what the upstream said, word for word."""
    native = {
        "blockReason" if rejection.stage == "REVIEW" else "finishReason": rejection.reason,
        "finishMessage": rejection.finish_message or None,
        "candidatesTokenCount": rejection.candidates_tokens,
    }
    return {
        "stage": rejection.stage,
        "reason": rejection.reason,
        "title": rejection.title,
        "message": rejection.sentence,
        "advice": list(rejection.advice),
        "note": rejection.note,
        "retryable": rejection.retryable,
        "native": {name: value for name, value in native.items() if value is not None},
    }


def outcome_headers(outcome: Outcome) -> dict[str, str]:
    """The same in a few headers, for programs whose SDK hides the object; known only before the first byte."""
    headers = {"x-cavendish-outcome": outcome.kind}
    if outcome.charged is not None:
        headers["x-cavendish-charged"] = "yes" if outcome.charged else "no"
    if rejection := outcome.rejection:
        headers["x-cavendish-stage"] = rejection.stage
        headers["x-cavendish-reason"] = _token(rejection.reason)
        headers["x-cavendish-retryable"] = "yes" if rejection.retryable else "no"
    return headers


def _token(word: str) -> str:
    """An upstream's word as a header can bear it."""
    return "".join(letter for letter in word if letter.isascii() and letter.isprintable())[:80]
