"""How requests come in: the only place that reads a body, a key or a header from under the framework."""

from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request as HttpRequest

from cavendish.core.caller import ANYONE, Caller
from cavendish.core.errors import InvalidRequest, PayloadTooLarge
from cavendish.core.process import MARK_HEADER, is_ours
from cavendish.core.request import Request
from cavendish.refusals import preferred_language
from cavendish.rehearsal import simulation_of_key

__all__ = ["body_of", "caller_of", "headers_of", "key_of", "placed", "speaks_google"]


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


def placed(asked: Request, request: HttpRequest) -> Request:
    """What was asked, with what the call itself says: through whom it came, in which language its sender reads, and
    what a rehearsal's key stands for."""
    return replace(
        asked,
        via=via_of(request),
        language=preferred_language(request.headers.get("accept-language", "")),
        simulate=asked.simulate or simulation_of_key(key_of(request)),
    )


def key_of(request: HttpRequest) -> str:
    """The caller's key, in whichever of the three places it stands; empty where there is none."""
    headers = request.headers
    bearer = headers.get("authorization", "")
    return headers.get("x-goog-api-key") or request.query_params.get("key") or bearer.partition(" ")[2].strip()


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
