"""How long an upstream asks to be left alone."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["LONGEST_WAIT", "parse_retry_after"]

LONGEST_WAIT = 24 * 3600.0  # seconds; what is longer is told as this


def parse_retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds, from `retry-after` in seconds or as a date; None where it says nothing sensible.

    Header names are lower-case. A date is measured against the answer's own `date`, for clocks differ.
    """
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return min(float(value), LONGEST_WAIT)
    until = _moment(value)
    if until is None:
        return None
    now = _moment(headers.get("date", "")) or datetime.now(UTC)
    return min(max((until - now).total_seconds(), 0.0), LONGEST_WAIT)


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # the latter for a day or a zone of many digits
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
