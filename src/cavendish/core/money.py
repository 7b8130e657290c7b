"""Money is an integer number of micro-dollars, never a float."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from typing import NewType

__all__ = ["Micros", "Price", "dollars", "parse_dollars"]

Micros = NewType("Micros", int)  # 1_000_000 = 1 US dollar


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a model costs: micro-dollars per million tokens, or for a picture whatever its tokens, or both."""

    prompt: int = 0
    prompt_image: int | None = None  # of the prompt's pictures; None: as its words
    text: int = 0
    image: int = 0
    picture: int = 0  # micro-dollars for each

    def of(
        self,
        *,
        prompt_tokens: int,
        text_tokens: int,
        image_tokens: int,
        prompt_image_tokens: int = 0,
        pictures: int = 1,
    ) -> Micros:
        """The price of one answer, rounded up to the next micro-dollar; `prompt_tokens` are all of the prompt's."""
        seen = min(prompt_image_tokens, prompt_tokens)
        million_fold = (prompt_tokens - seen) * self.prompt
        million_fold += seen * (self.prompt if self.prompt_image is None else self.prompt_image)
        million_fold += text_tokens * self.text + image_tokens * self.image
        return Micros(-(-million_fold // 1_000_000) + pictures * self.picture)


def parse_dollars(text: str) -> Micros:
    """`0.05` or `$0.05`, exactly; ValueError for anything else."""
    try:
        amount = Decimal(text.strip().removeprefix("$")) * 1_000_000
    except InvalidOperation:
        raise ValueError(f"{text[:40]!r} is not an amount of dollars such as 0.05") from None
    if not amount.is_finite() or amount < 0:
        raise ValueError(f"{text[:40]!r} is not an amount of dollars such as 0.05")
    return Micros(int(amount.to_integral_value(ROUND_CEILING)))


def dollars(amount: Micros) -> str:
    """`$0.0387`: as many digits as it takes, four at least, so that a tenth of a cent is seen."""
    whole, micro = divmod(int(amount), 1_000_000)
    digits = f"{micro:06d}".rstrip("0").ljust(4, "0")
    return f"${whole}.{digits}"
