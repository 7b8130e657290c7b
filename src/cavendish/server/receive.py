"""How requests come in: whole bodies, keys, and what the head says beside them."""

from dataclasses import replace

from cavendish.core.caller import ANYONE, Caller
from cavendish.core.errors import InvalidRequest, PayloadTooLarge
from cavendish.core.process import MARK_HEADER, is_ours
from cavendish.core.request import RefusalMode, Request
from cavendish.refusals import preferred_language
from cavendish.rehearsal import simulation_of_key
from cavendish.server.call import Call

__all__ = ["body_of", "caller_of", "key_of", "placed", "speaks_google"]

LONGEST_VIA = 1000  # characters


async def body_of(call: Call, *, limit: int) -> bytes:
    """The whole body; PayloadTooLarge as soon as it is known to exceed `limit` bytes."""
    if is_ours(via_of(call)):
        raise InvalidRequest(
            "This server is its own upstream: GOOGLE_GEMINI_BASE_URL names it. Unset the variable and restart it."
        )
    declared = call.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > limit:
        raise PayloadTooLarge(f"The body has {int(declared):,} bytes; {limit:,} are the most.")
    pieces, length = [], 0
    async for piece in call.pieces():
        length += len(piece)
        if length > limit:
            raise PayloadTooLarge(f"The body has more than {limit:,} bytes.")
        pieces.append(piece)
    return b"".join(pieces)


def via_of(call: Call) -> str:
    """The marks of the Cavendishes that a request came through; a stranger's header is cut short."""
    return call.headers.get(MARK_HEADER, "")[:LONGEST_VIA]


def placed(asked: Request, call: Call, *, stream: bool = False, refusal: RefusalMode | None = None) -> Request:
    """What was asked, with what the call itself says: through whom it came, in which language its sender reads, and
    what a rehearsal's key stands for. `refusal` is for who does not say how refusals are to be told."""
    return replace(
        asked,
        stream=stream,
        refusal=asked.refusal or refusal,
        via=via_of(call),
        language=preferred_language(call.headers.get("accept-language", "")),
        simulate=asked.simulate or simulation_of_key(key_of(call)),
    )


def key_of(call: Call) -> str:
    """The caller's key, in whichever of the three places it stands; empty where there is none."""
    bearer = call.headers.get("authorization", "")
    return call.headers.get("x-goog-api-key") or call.query.get("key") or bearer.partition(" ")[2].strip()


def caller_of(call: Call) -> Caller:  # noqa: ARG001 - until accounts exist any key will do, or none
    """Who asks, by `x-goog-api-key`, `?key=` or `Authorization: Bearer`."""
    return ANYONE


def speaks_google(call: Call) -> bool:
    """Callers of the model list who show themselves as Google's."""
    return "x-goog-api-key" in call.headers or "x-goog-api-client" in call.headers or "key" in call.query
