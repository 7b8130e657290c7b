"""Why there is no picture although nothing failed.

A refusal is a value. `Tally` watches an answer go by and `judge` decides, asking first whether a final picture was
delivered: then it is none, whatever the counts say. Otherwise, in this order:

    REVIEW       refused before drawing: Google's blockReason, or counts that say nothing was drawn
    GENERATION   refused while drawing: a finish reason other than STOP
    REPLY        words where a picture was asked for

None of these is a failure (`UpstreamEmpty`), not a refusal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cavendish.core.errors import UpstreamEmpty

__all__ = ["Rejection", "Stage", "Tally", "judge"]

Stage = Literal["REVIEW", "GENERATION", "REPLY"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """One refusal. `reason` is Google's word; `message` the model's own sentence, empty when it said none."""

    stage: Stage
    reason: str
    message: str = ""

    @property
    def kind(self) -> str:
        """The outcome's name in the `cavendish` object."""
        match self.stage, self.reason:
            case "REVIEW", _:
                return "prompt_blocked"
            case "REPLY", _:
                return "text_only"
            case _, "MAX_TOKENS":
                return "truncated"
            case _, "NO_IMAGE" | "IMAGE_OTHER" | "OTHER":
                return "no_image"
            case _:
                return "output_blocked"

    @property
    def explanation(self) -> str:
        """The model's own words where there are any, else a plain sentence."""
        if self.message:
            return self.message
        when = "before drawing began" if self.stage == "REVIEW" else "while drawing"
        return f"No picture: the request was refused {when} ({self.reason}). Rephrase the prompt and try again."


@dataclass(slots=True)
class Tally:
    """What an answer held so far."""

    pictures: int = 0
    words: str = ""


def judge(
    tally: Tally,
    *,
    reasons: tuple[str, ...],
    candidates_tokens: int | None,
    has_usage: bool,
    feedback: Mapping[str, Any] | None,
    wants_picture: bool,
) -> Rejection | None:
    """None when the caller got what was asked for; raises UpstreamEmpty for an answer of nothing at all."""
    if tally.pictures or (tally.words and not wants_picture):
        return None
    reason = next((reason for reason in reasons if reason != "STOP"), None)
    if blocked := (feedback or {}).get("blockReason"):
        return Rejection(
            stage="REVIEW", reason=str(blocked), message=str((feedback or {}).get("blockReasonMessage", ""))
        )
    nothing_drawn = candidates_tokens == 0 or (candidates_tokens is None and reason is None)
    if has_usage and nothing_drawn and not tally.words:
        return Rejection(stage="REVIEW", reason=reason or "OTHER")
    if reason is not None:
        return Rejection(stage="GENERATION", reason=reason, message=tally.words)
    if tally.words:
        return Rejection(stage="REPLY", reason="NO_IMAGE", message=tally.words)
    raise UpstreamEmpty("The engine answered with neither a picture nor words.")
