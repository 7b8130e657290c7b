"""How requests come in: the only place that reads a body, a key or a header from under the framework."""

from collections.abc import Mapping

from starlette.requests import Request as HttpRequest

from cavendish.core.caller import ANYONE, Caller
from cavendish.core.errors import InvalidRequest, PayloadTooLarge
from cavendish.core.process import MARK_HEADER, is_ours

__all__ = ["body_of", "caller_of", "headers_of", "speaks_google", "via_of"]


LONGEST_VIA = 1000  # characters


async def body_of(request: HttpRequest, *, limit: int) -> bytes:
    """The whole body; PayloadTooLarge as soon as it is known to exceed `limit` bytes."""
    if is_ours(via_of(request)):
        raise InvalidRequest(
            "This server is its own upstream: GOOGLE_GEMINI_BASE_URL names it. Unset the variable and restart it."
        )
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > limit:
        raise PayloadTooLarge(f"The body has {int(declared):,} bytes; {limit:,} are the most.")
    pieces, length = [], 0
    async for piece in request.stream():
        length += len(piece)
        if length > limit:
            raise PayloadTooLarge(f"The body has more than {limit:,} bytes.")
        pieces.append(piece)
    return b"".join(pieces)


def via_of(request: HttpRequest) -> str:
    """The marks of the Cavendishes that a request came through; a stranger's header is cut short."""
    return request.headers.get(MARK_HEADER, "")[:LONGEST_VIA]


def headers_of(request: HttpRequest) -> Mapping[str, str]:
    """The headers by lower-case name."""
    return request.headers


def caller_of(request: HttpRequest) -> Caller:  # noqa: ARG001 - until accounts exist any key will do, or none
    """Who asks, by `x-goog-api-key`, `?key=` or `Authorization: Bearer`."""
    return ANYONE


def speaks_google(request: HttpRequest) -> bool:
    """Callers of the model list who show themselves as Google's."""
    headers = request.headers
    return "x-goog-api-key" in headers or "x-goog-api-client" in headers or "key" in request.query_params
