"""How long an upstream asks to be left alone."""

import pytest

from cavendish.wire.retry_after import parse_retry_after

NOW = "Fri, 20 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0), ("0", 0.0), (" 1.5 ", 1.5), ("1000000000", 86_400.0), ("9" * 400, 86_400.0),
        ("Fri, 20 Nov 2026 10:01:30 GMT", 90.0), ("Fri, 20 Nov 2026 09:00:00 GMT", 0.0),
        ("Fri, 20 Nov 2026 10:01:30 -0000", 90.0),
        ("", None), ("-5", None), ("soon", None), ("1.2.3", None), ("٧", None), ("nan", None), ("inf", None),
        ("Fri, 99 Nov 2026 10:01:30 GMT", None), (f"Fri, {'9' * 20} Nov 2026 10:01:30 GMT", None),
        (f"Fri, 20 Nov 2026 10:01:30 +{'9' * 30}", None),
    ],
)  # fmt: skip
def test_seconds_and_dates(value: str, seconds: float | None) -> None:
    assert parse_retry_after({"retry-after": value, "date": NOW}) == seconds


def test_without_the_answers_own_date_ours_counts() -> None:
    assert parse_retry_after({}) is None
    assert parse_retry_after({"retry-after": "Fri, 20 Nov 2020 10:00:00 GMT"}) == 0.0
    far = parse_retry_after({"retry-after": "Fri, 20 Nov 2500 10:00:00 GMT", "date": "yesterday"})
    assert far is not None
    assert far > 0
