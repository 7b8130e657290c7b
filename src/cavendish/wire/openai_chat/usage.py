"""Usage as OpenAI's formats tell it, read from upstreams: chat's names and the images endpoints' names."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from cavendish.core.money import Micros
from cavendish.core.result import Usage
from cavendish.wire.documents import object_of

__all__ = ["parse_amount", "parse_usage"]

MOST_DOLLARS = 1_000_000  # a cost above it is a mistake of whoever told it


def parse_usage(usage: Mapping[str, Any]) -> Usage:
    """Counts and cost; None for what is not told. Zeros in every place are a placeholder, not a count."""
    prompt = _count(usage, "prompt_tokens", "input_tokens")
    completion = _count(usage, "completion_tokens", "output_tokens")
    cost = parse_amount(usage.get("cost"), micros=1_000_000)
    if not prompt and not completion:
        return Usage(cost=cost)
    prompt_details = _details(usage, "prompt_tokens_details", "input_tokens_details")
    details = _details(usage, "completion_tokens_details", "output_tokens_details")
    thoughts = _count(details, "reasoning_tokens")
    return Usage(
        prompt_tokens=prompt,
        prompt_image_tokens=_count(prompt_details, "image_tokens"),
        candidates_tokens=_without_thoughts(completion, thoughts or 0, _sum(usage, prompt)),
        image_tokens=_count(details, "image_tokens") or None,  # zero is what those say who do not count them
        thoughts_tokens=thoughts,
        cost=cost,
    )


def _sum(usage: Mapping[str, Any], prompt: int | None) -> int | None:
    """What the total says was said, thoughts and all."""
    total = _count(usage, "total_tokens")
    return None if total is None else total - (prompt or 0)


def _without_thoughts(completion: int | None, thoughts: int, said: int | None) -> int | None:
    """Most count thoughts into the completion; where the total shows that they did not, they are not taken out."""
    if completion is None or (said is not None and said == completion + thoughts):
        return completion
    return max(completion - thoughts, 0)


def parse_amount(value: Any, *, micros: int) -> Micros | None:
    """An amount of money, each unit `micros` micro-dollars, rounded up to the next one; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        amount = Decimal(str(value)) * micros
    except ArithmeticError:  # no number, or one beyond all bounds
        return None
    if not (amount.is_finite() and 0 <= amount <= MOST_DOLLARS * 1_000_000):
        return None
    return Micros(int(amount.to_integral_value(ROUND_CEILING)))


def _count(document: Mapping[str, Any], *names: str) -> int | None:
    values = (document.get(name) for name in names)
    return next((value for value in values if type(value) is int and value >= 0), None)


def _details(usage: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return next((details for name in names if (details := object_of(usage.get(name)))), {})
