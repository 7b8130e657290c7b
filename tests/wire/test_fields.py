"""Typed reads from a caller's document."""

from typing import Any

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.wire.fields import integer

LEAST, MOST = -(2**63), 2**63 - 1


@pytest.mark.parametrize(
    ("value", "number"),
    [(None, None), (7, 7), ("7", 7), ("-7", -7), ("007", 7), (str(LEAST), LEAST), (str(MOST), MOST)],
)
def test_whole_numbers(value: Any, number: int | None) -> None:
    assert integer(value, field="seed", least=LEAST, most=MOST) == number


@pytest.mark.parametrize("value", ["--7", "-", "", "+7", " 7", "7 ", "1_0", "٧", "²", "7.0", "9" * 30, True, 7.0, [7]])
def test_what_is_none(value: Any) -> None:
    with pytest.raises(InvalidRequest) as raised:
        integer(value, field="seed", least=LEAST, most=MOST)
    assert raised.value.field == "seed"
