"""What headers say about waiting, and how far it is obeyed."""

import pytest

from cavendish.server.care import SHORTEST_SILENCE, for_openai


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("seconds", ["1e-9", "0.0001", "0.1"])
def test_nobody_gets_nothing_but_signs_of_life(seconds: str, stream: bool) -> None:
    care = for_openai({"x-stainless-read-timeout": seconds}, patience=10, stream=stream)
    assert care.wait >= SHORTEST_SILENCE
    assert care.first_wait >= SHORTEST_SILENCE


@pytest.mark.parametrize("seconds", ["", "nan", "inf", "-1", "0", "soon"])
def test_nonsense_says_nothing(seconds: str) -> None:
    assert for_openai({"x-stainless-read-timeout": seconds}, patience=10, stream=True).wait == 10
