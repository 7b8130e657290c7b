"""What a caller's headers say about waiting, and what is done about it.

`X-Server-Timeout` (Google's SDKs) is how long the caller will wait for the whole answer: work stops then. A plain
OpenAI answer that takes long is kept alive with white space before its first byte, where a proxy stands in between or
where the SDK says how long it will listen to silence; every client tested reads past it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Care", "for_google", "for_openai"]

SHORTEST = 1.0  # seconds between signs of life
SHORTEST_SILENCE = 0.1  # seconds that a caller bears at the least, or it would be sent nothing but signs of life
LONGEST_WAIT = 24 * 3600.0
PROXY_HEADERS = ("cf-ray", "x-forwarded-for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    deadline: float | None = None  # seconds for the whole answer
    space: bytes | None = None  # what may be sent before the first piece
    first_wait: float  # seconds of silence until a stream is sent its first sign of life, or a plain answer its space
    wait: float  # seconds until the next


def for_google(headers: Mapping[str, str], *, patience: float) -> Care:
    return Care(
        deadline=_seconds(headers.get("x-server-timeout")),
        first_wait=max(patience, SHORTEST),
        wait=max(patience, SHORTEST),
    )


def for_openai(headers: Mapping[str, str], *, patience: float, stream: bool) -> Care:
    """A plain answer is left twice as long in peace: its first space fixes the status, whatever comes."""
    silence = _seconds(headers.get("x-stainless-read-timeout"))
    listens = max((silence or LONGEST_WAIT) / 2, SHORTEST_SILENCE)
    patience = max(patience, SHORTEST)
    wait = min(patience, listens)
    if stream:
        return Care(first_wait=wait, wait=wait)
    proxied = any(name in headers for name in PROXY_HEADERS)
    return Care(space=b" " if proxied or silence else None, first_wait=min(2 * patience, listens), wait=wait)


def _seconds(value: str | None) -> float | None:
    """A positive number of seconds; None for nothing and for nonsense."""
    try:
        seconds = float(value or "")
    except ValueError:
        return None
    return seconds if 0 < seconds <= LONGEST_WAIT else None
