"""Integer micro-dollars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.money import Micros, Price, dollars

PRICE = Price(prompt=300_000, text=2_500_000, image=30_000_000)


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "$0.0000"), (1, "$0.000001"), (38_700, "$0.0387"), (39_000, "$0.0390"), (134_000, "$0.1340"),
     (1_000_000, "$1.0000"), (1_234_567, "$1.234567"), (12_000_500, "$12.0005")],
)  # fmt: skip
def test_dollars_show_every_digit(amount: int, text: str) -> None:
    assert dollars(Micros(amount)) == text


@pytest.mark.parametrize(
    ("prompt", "text", "image", "micros"),
    [(0, 0, 0, 0), (0, 0, 1290, 38_700), (1, 0, 0, 1), (3, 0, 0, 1), (4, 0, 0, 2), (10, 0, 1290, 38_703), (0, 2, 0, 5)],
)
def test_a_price_is_rounded_up_to_the_next_micro_dollar(prompt: int, text: int, image: int, micros: int) -> None:
    assert PRICE.of(prompt_tokens=prompt, text_tokens=text, image_tokens=image) == micros


@given(*(st.integers(0, 10**7) for _ in range(3)))
def test_a_price_is_never_less_than_exact_and_never_a_whole_micro_dollar_more(
    prompt: int, text: int, image: int
) -> None:
    exact = prompt * PRICE.prompt + text * PRICE.text + image * PRICE.image
    assert 0 <= PRICE.of(prompt_tokens=prompt, text_tokens=text, image_tokens=image) * 1_000_000 - exact < 1_000_000
