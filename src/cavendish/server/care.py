"""What a caller's headers say about waiting, and what is done about it.

`X-Server-Timeout` (Google's SDKs) is how long the caller will wait for the whole answer: work stops then. A plain
OpenAI answer that takes long is kept alive with white space before its first byte, where a proxy stands in between or
where the SDK says how long it will listen to silence; every client tested reads past it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Care", "for_google", "for_openai"]

PATIENCE = 10.0  # seconds of silence in a stream after which a keep-alive is sent
FIRST_SPACE = 20.0  # seconds until the first white space of a plain answer
LONGEST_WAIT = 24 * 3600.0
PROXY_HEADERS = ("cf-ray", "x-forwarded-for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    deadline: float | None = None  # seconds for the whole answer
    space: bytes | None = None  # what may be sent before the first piece
    first_wait: float = PATIENCE
    wait: float = PATIENCE


def for_google(headers: Mapping[str, str]) -> Care:
    return Care(deadline=_seconds(headers.get("x-server-timeout")))


def for_openai(headers: Mapping[str, str], *, stream: bool) -> Care:
    silence = _seconds(headers.get("x-stainless-read-timeout"))
    patience = (silence or LONGEST_WAIT) / 2
    wait = min(PATIENCE, patience)
    if stream:
        return Care(first_wait=wait, wait=wait)
    proxied = any(name in headers for name in PROXY_HEADERS)
    return Care(space=b" " if proxied or silence else None, first_wait=min(FIRST_SPACE, patience), wait=wait)


def _seconds(value: str | None) -> float | None:
    """A positive number of seconds; None for nothing and for nonsense."""
    try:
        seconds = float(value or "")
    except ValueError:
        return None
    return seconds if 0 < seconds <= LONGEST_WAIT else None
