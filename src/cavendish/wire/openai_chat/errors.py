"""OpenAI's error body, written for callers and read from upstreams.

One table by class for what is written: the nearest class in an error's ancestry counts. What is read goes by `code`,
then `type`, then status, never by the message: its words change, and some vendors put everything into them. A refusal
that comes as an error is a value here as everywhere: the Finish of an answer that held nothing.
"""

import json
from collections.abc import Mapping
from typing import Any

from cavendish.core.errors import (
    AuthenticationFailed,
    CavendishError,
    EngineFailed,
    EngineKeyRejected,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    ModelNotFound,
    OutcomeUnknown,
    Overloaded,
    PayloadTooLarge,
    PermissionDenied,
    UpstreamEmpty,
)
from cavendish.core.events import Finish
from cavendish.core.rejection import Rejected
from cavendish.core.result import FinishReason
from cavendish.wire.documents import object_of, one_document
from cavendish.wire.report import render_rejection
from cavendish.wire.retry_after import parse_retry_after

__all__ = ["error_in", "parse_error", "parse_error_document", "render_error", "render_error_document"]

TYPES: dict[type[CavendishError], str] = {
    CavendishError: "server_error",
    InvalidRequest: "invalid_request_error",
    AuthenticationFailed: "authentication_error",
    PermissionDenied: "permission_error",
    Rejected: "invalid_request_error",
    LimitReached: "rate_limit_error",
    Overloaded: "upstream_error",
    EngineFailed: "upstream_error",
}
NO_MONEY = "insufficient_quota"

REFUSALS = {
    "content_policy_violation", "moderation_blocked", "content_filter", "contentfilter", "prompt_blocked",
    "responsibleaipolicyviolation",
}  # fmt: skip
QUOTAS = {
    "insufficient_quota", "insufficient_user_quota", "pre_consume_token_quota_failed", "insufficient_credits",
    "insufficient_balance", "billing_hard_limit_reached", "billing_not_active",
}  # fmt: skip
UPSTREAM_WORDS: dict[str, type[CavendishError]] = {  # a code or a type
    "invalid_api_key": EngineKeyRejected,
    "authentication_error": EngineKeyRejected,
    "permission_error": EngineKeyRejected,
    "permission_denied": EngineKeyRejected,
    "model_not_found": ModelNotFound,
    "not_found_error": ModelNotFound,
    "endpoint_not_supported": ModelNotFound,
    "payload_too_large": PayloadTooLarge,
    "rate_limit_exceeded": LimitReached,
    "rate_limit_error": LimitReached,
    "engine_overloaded": Overloaded,
    "upstream_empty": UpstreamEmpty,
    "upstream_timeout": EngineTimeout,
    "upstream_key_rejected": EngineFailed,  # of the upstream's upstream: not our key
    "outcome_unknown": OutcomeUnknown,
    "invalid_request_error": InvalidRequest,
}
UPSTREAM_STATUSES: dict[int, type[CavendishError]] = {
    401: EngineKeyRejected,
    402: LimitReached,
    403: EngineKeyRejected,
    404: ModelNotFound,
    408: EngineTimeout,
    409: OutcomeUnknown,
    413: PayloadTooLarge,
    429: LimitReached,
    504: EngineTimeout,
    521: EngineFailed,  # Cloudflare did not reach the server behind it: nothing was drawn
    522: EngineFailed,
    523: EngineFailed,
    524: EngineTimeout,
}
LONGEST_MESSAGE = 1000


def render_error(error: CavendishError) -> tuple[int, Mapping[str, str], bytes]:
    """HTTP status, headers and body. OpenAI's SDKs repeat 409, 429 and 5xx unless they are told not to."""
    again = error.retryable and error.charged == "no" and error.code != NO_MONEY
    headers = {} if again else {"x-should-retry": "false"}
    return error.status, headers, json.dumps(render_error_document(error), ensure_ascii=False).encode()


def render_error_document(error: CavendishError) -> dict[str, dict[str, Any]]:
    kind = next(TYPES[ancestor] for ancestor in type(error).__mro__ if ancestor in TYPES)
    document: dict[str, Any] = {"message": error.message, "type": kind, "param": error.field, "code": error.code}
    if isinstance(error, Rejected):
        document["cavendish"] = render_rejection(error.rejection)
    return {"error": document}


def parse_error(status: int, body: bytes, headers: Mapping[str, str]) -> CavendishError | Finish:
    """What an upstream's error answer means for us, a refusal as the Finish that tells it. Header names are lower-case.

    A status that leaves open whether the call was paid is an OutcomeUnknown or an EngineTimeout.
    """
    document, _ = one_document(body)
    error = error_in(document)
    if error is None:
        what = "with a web page" if b"<html" in body[:2048].lower() else "without saying why"
        error = {"message": f"The upstream answered {status} {what}."}
    return parse_error_document(error, status=status, retry_after=parse_retry_after(headers))


def error_in(document: Mapping[str, Any]) -> Any:
    """The error that a document tells, in any of the forms in use; None where it tells none."""
    if error := document.get("error"):
        return error
    if "choices" in document or "data" in document:
        return None
    if any(document.get(name) for name in ("message", "msg", "detail")):
        return document
    return {} if "error" in document and not document["error"] and len(document) == 1 else None


def parse_error_document(
    error: Any, *, status: int | None = None, retry_after: float | None = None
) -> CavendishError | Finish:
    """The value under `error` of an upstream's document; without `status`, its code may be one."""
    told = object_of(error)
    words = [str(told.get(name) or "").lower() for name in ("code", "type")]
    status = _status(told.get("code")) or status
    message = _message(error)
    if REFUSALS.intersection(words) or _flagged(told):
        return _refusal(told, message)
    if QUOTAS.intersection(words) or status == 402:
        return LimitReached(message, code=NO_MONEY, retry_after=retry_after)
    kind = next((UPSTREAM_WORDS[word] for word in words if word in UPSTREAM_WORDS), None) or _by_status(
        status, busy=retry_after is not None
    )
    if kind is EngineKeyRejected:  # its message may quote the key
        return kind(f"The upstream refused the key of this engine ({words[0] or status}).")
    return kind(message, field=_field(told), retry_after=retry_after)


def _by_status(status: int | None, *, busy: bool) -> type[CavendishError]:
    """A 503 is free only where the upstream asks to be left alone; what else failed behind it may have been paid."""
    if status is None:
        return OutcomeUnknown
    if status in UPSTREAM_STATUSES:
        return UPSTREAM_STATUSES[status]
    if status == 503 and busy:
        return Overloaded
    return InvalidRequest if 400 <= status < 500 else OutcomeUnknown


def _status(code: Any) -> int | None:
    """OpenRouter's codes are statuses, and others write them as strings."""
    number = int(code) if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) == 3 else code
    return number if type(number) is int and 400 <= number < 600 else None


def _message(error: Any) -> str:
    match error:
        case str():
            message = error
        case {"message": str(message)} | {"msg": str(message)} | {"detail": str(message)}:
            pass
        case {"detail": [{"msg": str(message)}, *_]}:
            pass
        case _:
            message = ""
    return message[:LONGEST_MESSAGE] or "The upstream gave no reason."


def _field(told: Mapping[str, Any]) -> str | None:
    match told:
        case {"param": str(field)} if field:
            return field
        case {"detail": [{"loc": [*place]}, *_]}:
            return ".".join(str(step) for step in place if step != "body") or None
        case _:
            return None


def _flagged(told: Mapping[str, Any]) -> bool:
    """OpenRouter's own moderation: a 403 whose metadata names its reasons."""
    metadata = object_of(told.get("metadata"))
    return bool(metadata.get("reasons")) and "flagged_input" in metadata


def _refusal(told: Mapping[str, Any], message: str) -> Finish:
    """Refused before anything was drawn, unless the upstream says that it was the drawing."""
    if object_of(told.get("moderation_details")).get("moderation_stage") == "output":
        return Finish(reasons=(FinishReason.IMAGE_SAFETY,))
    reason = FinishReason.PROHIBITED_CONTENT
    return Finish(reasons=(), feedback={"blockReason": reason, "blockReasonMessage": message})
