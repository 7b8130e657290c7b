"""Why there is no picture although nothing failed.

A refusal is a value. `Tally` watches an answer go by and `judge` decides, asking first whether a final picture was
delivered: then it is none, whatever the counts say. Otherwise, in this order:

    REVIEW       refused before drawing: Google's blockReason, or counts that say nothing was drawn
    GENERATION   refused while drawing: a finish reason other than STOP
    REPLY        words where a picture was asked for

None of these is a failure (`UpstreamEmpty`), not a refusal. Who wants an exception all the same gets `Rejected`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from cavendish.core.errors import CavendishError, UpstreamEmpty

__all__ = ["Rejected", "Rejection", "Stage", "Tally", "is_policy", "judge"]

Stage = Literal["REVIEW", "GENERATION", "REPLY"]
NO_POLICY = {  # words for an answer without a picture that no policy forbade; any other word is taken for a block
    "CONTINUATION", "FINISH_REASON_UNSPECIFIED", "IMAGE_OTHER", "LANGUAGE", "MALFORMED_FUNCTION_CALL",
    "MALFORMED_RESPONSE", "MAX_TOKENS", "MISSING_THOUGHT_SIGNATURE", "NO_IMAGE", "OTHER", "STOP",
    "TOO_MANY_TOOL_CALLS", "UNEXPECTED_TOOL_CALL",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """One refusal: what the upstream said, and what we say of it in the caller's language.

    `reason` is Google's word, or one not yet invented; `message` the model's own sentence, empty when it said none.
    """

    stage: Stage
    reason: str
    message: str = ""
    finish_message: str = ""  # the upstream's sentence about how the answer ended
    candidates_tokens: int | None = None  # as the upstream counted them
    title: str = ""  # in a few words
    advice: tuple[str, ...] = ()  # for the person who typed the prompt
    note: str = ""  # for the developer: what was seen, what to change
    retryable: bool = False  # the same request may well succeed

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
            case _:
                return "output_blocked" if is_policy(self.reason) else "no_image"

    @property
    def headline(self) -> str:
        """What happened, in a line."""
        return f"{self.title or 'There is no picture'} ({self.reason})."

    @property
    def sentence(self) -> str:
        """The upstream's own words; empty where it has none."""
        return self.message or self.finish_message

    @property
    def explanation(self) -> str:
        """All that the person should read: the model's words verbatim where it answered with words."""
        if self.stage == "REPLY":
            return self.message
        return "\n\n".join(part for part in (self.headline, self.sentence, " ".join(self.advice)) if part)


def is_policy(reason: str) -> bool:
    """Whether a finish reason says that a policy forbade it."""
    return reason not in NO_POLICY


class Rejected(CavendishError):
    """A refusal, for those who want it raised; the wording is the one by which gateways know such an error."""

    status = 400
    default_code = "content_policy_violation"

    def __init__(self, rejection: Rejection) -> None:
        policy = rejection.kind in ("prompt_blocked", "output_blocked")
        prefix = f"Your request was rejected as a result of the safety system ({rejection.reason}): " if policy else ""
        super().__init__(prefix + rejection.explanation, code=None if policy else rejection.kind)
        self.rejection = rejection


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
    finish_message: str = "",
) -> Rejection | None:
    """None when the caller got what was asked for; raises UpstreamEmpty for an answer of nothing at all."""
    if tally.pictures or (tally.words and not wants_picture):
        return None
    rejected = partial(Rejection, finish_message=finish_message, candidates_tokens=candidates_tokens)
    reason = next((reason for reason in reasons if reason != "STOP"), None)
    if blocked := (feedback or {}).get("blockReason"):
        said = str((feedback or {}).get("blockReasonMessage", ""))
        return rejected(stage="REVIEW", reason=str(blocked), message=said)
    nothing_drawn = candidates_tokens == 0 or (candidates_tokens is None and reason is None)
    if has_usage and nothing_drawn and not tally.words:
        return rejected(stage="REVIEW", reason=reason or "OTHER")
    if reason is not None:
        return rejected(stage="GENERATION", reason=reason, message=tally.words)
    if tally.words:
        return rejected(stage="REPLY", reason="NO_IMAGE", message=tally.words)
    raise UpstreamEmpty("The engine answered with neither a picture nor words.")
