"""What whole and streamed answers say alike: ids, reasons, usage, and a sentence where there is no picture."""

from dataclasses import dataclass
from typing import Any

from cavendish.core.rejection import is_policy
from cavendish.core.result import FinishReason, Outcome, Usage
from cavendish.wire.compact import compact

__all__ = ["Answer", "explanation", "reason_members", "render_usage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What stands in every chunk of one answer."""

    id: str
    created: int  # Unix time, seconds
    model: str  # as the caller named it
    images: str = "markdown"
    choices: int = 1
    include_usage: bool = False
    short_lines: bool = False


def finish_reason(reason: str, outcome: Outcome | None) -> str:
    """OpenAI knows few words; what is no policy block ends in `stop`, and the outcome says the rest."""
    if reason == FinishReason.MAX_TOKENS:
        return "length"
    blocked_before = outcome is not None and outcome.kind == "prompt_blocked"
    return "content_filter" if is_policy(reason) or blocked_before else "stop"


def native_reason(reason: str, outcome: Outcome | None) -> str:
    """Google's word, which for a prompt that was blocked is the block's."""
    return outcome.rejection.reason if outcome and outcome.rejection else reason


def render_usage(usage: Usage, outcome: Outcome | None) -> bytes:
    prompt, completion = usage.prompt_tokens or 0, (usage.candidates_tokens or 0) + (usage.thoughts_tokens or 0)
    document: dict[str, Any] = {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": {
            "cached_tokens": 0,
            "text_tokens": max(prompt - (usage.prompt_image_tokens or 0), 0),
            "image_tokens": usage.prompt_image_tokens or 0,
        },
        "completion_tokens_details": {
            "reasoning_tokens": usage.thoughts_tokens or 0,
            "text_tokens": max((usage.candidates_tokens or 0) - (usage.image_tokens or 0), 0),
            "image_tokens": usage.image_tokens or 0,
        },
    }
    text = compact(document)
    if outcome is None or outcome.cost is None:
        return text
    whole, micro = divmod(int(outcome.cost), 1_000_000)  # the exact decimal: money is never a float here
    return text[:-1] + b',"cost":%d.%06d}' % (whole, micro)


def explanation(outcome: Outcome | None) -> str:
    """What the content says where the answer holds nothing else: never nothing, for clients dislike it."""
    if outcome and outcome.rejection:
        return outcome.rejection.explanation
    return (outcome and outcome.failure) or "There is no picture."


def reason_members(reason: str, outcome: Outcome | None) -> bytes:
    document = {
        "finish_reason": finish_reason(reason, outcome),
        "native_finish_reason": native_reason(reason, outcome),
    }
    return compact(document)[1:-1]
