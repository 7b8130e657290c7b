"""Google's error body, written for callers and read from upstreams.

Statuses and words as the live API gives them. Which error becomes which status is one table, by class: the nearest
class in an error's ancestry counts, so that every error of the tree has a row.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from cavendish.core.errors import (
    AuthenticationFailed,
    CavendishError,
    Charged,
    EndpointNotFound,
    EngineFailed,
    EngineKeyRejected,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    MethodNotAllowed,
    ModelNotFound,
    OutcomeUnknown,
    Overloaded,
    PayloadTooLarge,
    PermissionDenied,
)
from cavendish.core.rejection import Rejected
from cavendish.wire.retry_after import LONGEST_WAIT, parse_retry_after

__all__ = ["parse_error", "parse_error_document", "render_error", "render_error_document"]

STATUSES: dict[type[CavendishError], tuple[int, str]] = {
    CavendishError: (500, "INTERNAL"),
    InvalidRequest: (400, "INVALID_ARGUMENT"),
    ModelNotFound: (404, "NOT_FOUND"),
    EndpointNotFound: (404, "NOT_FOUND"),
    MethodNotAllowed: (405, "UNIMPLEMENTED"),
    PayloadTooLarge: (413, "INVALID_ARGUMENT"),
    AuthenticationFailed: (400, "INVALID_ARGUMENT"),  # a wrong key is a 400 at Google
    PermissionDenied: (403, "PERMISSION_DENIED"),
    Rejected: (400, "INVALID_ARGUMENT"),
    LimitReached: (429, "RESOURCE_EXHAUSTED"),
    Overloaded: (503, "UNAVAILABLE"),
    EngineFailed: (502, "UNAVAILABLE"),
    EngineTimeout: (504, "DEADLINE_EXCEEDED"),
}
ABORTED = 409, "ABORTED"  # what may have been paid gets the status that no SDK repeats

SECONDS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)s")

UPSTREAM_ERRORS: dict[int, type[CavendishError]] = {
    400: InvalidRequest,
    401: EngineKeyRejected,
    403: EngineKeyRejected,
    404: ModelNotFound,
    408: EngineTimeout,
    409: OutcomeUnknown,
    413: PayloadTooLarge,
    429: LimitReached,
    503: Overloaded,
    504: EngineTimeout,
}
BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"
RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo"
ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo"


def render_error(error: CavendishError) -> tuple[int, bytes]:
    """HTTP status and body."""
    status, _ = _status(error)
    return status, json.dumps(render_error_document(error), ensure_ascii=False, indent=2).encode()


def render_error_document(error: CavendishError) -> dict[str, Any]:
    status, word = _status(error)
    document: dict[str, Any] = {"code": status, "message": error.message, "status": word}
    if isinstance(error, AuthenticationFailed):
        metadata = {"service": "generativelanguage.googleapis.com"}
        info = {"@type": ERROR_INFO, "reason": "API_KEY_INVALID", "domain": "googleapis.com", "metadata": metadata}
        document["details"] = [info]
    elif isinstance(error, Rejected):
        rejection = error.rejection
        metadata = {"stage": rejection.stage, "retryable": str(rejection.retryable).lower()}
        document["details"] = [
            {"@type": ERROR_INFO, "reason": rejection.reason, "domain": "cavendish", "metadata": metadata}
        ]
    elif error.field:
        violation = {"field": error.field, "description": error.message}
        document["details"] = [{"@type": BAD_REQUEST, "fieldViolations": [violation]}]
    if error.retry_after is not None:
        document.setdefault("details", []).append({"@type": RETRY_INFO, "retryDelay": f"{error.retry_after:.0f}s"})
    return {"error": document}


def _status(error: CavendishError) -> tuple[int, str]:
    if error.charged != "no":
        return ABORTED
    return next(STATUSES[ancestor] for ancestor in type(error).__mro__ if ancestor in STATUSES)


def parse_error(status: int, body: bytes, headers: Mapping[str, str]) -> CavendishError:
    """What an upstream's error answer means for us; its own words are kept when the body is Google's.

    Google does not charge for a 500 or 503 that it explains itself; what came without its explanation may be paid.
    """
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        document = None
    if isinstance(document, list) and document:
        document = document[0]
    error = document.get("error") if isinstance(document, dict) else None
    if isinstance(error, dict):
        return parse_error_document(error, status=status, retry_after=parse_retry_after(headers))
    retry_after = parse_retry_after(headers)
    return _error_of(status)(
        f"The upstream answered {status} without saying why.",
        retry_after=retry_after,
        charged=_charged(status, explained=False, retry_after=retry_after),
    )


def parse_error_document(
    error: Mapping[str, Any], *, status: int = 500, retry_after: float | None = None
) -> CavendishError:
    """The object under `error` of an upstream's document; `status` counts where its code is no number."""
    code = error.get("code")
    number = code if isinstance(code, int) else status
    kind = _error_of(number)
    if kind is InvalidRequest and _reason(error) == "API_KEY_INVALID":
        kind = EngineKeyRejected
    retry_after = retry_after if retry_after is not None else _retry_delay(error)
    explained = isinstance(code, int) and isinstance(error.get("status"), str)  # as Google does, and no proxy
    return kind(
        str(error.get("message") or "The upstream gave no reason."),
        field=_field(error),
        retry_after=retry_after,
        charged=_charged(number, explained=explained, retry_after=retry_after),
    )


def _charged(status: int, *, explained: bool, retry_after: float | None) -> Charged | None:
    """None leaves it to the error's class: the status says enough."""
    refused = 400 <= status < 500
    asked_to_wait = status == 503 and retry_after is not None
    return None if refused or asked_to_wait or (explained and status in (500, 503)) else "unknown"


def _error_of(status: int) -> type[CavendishError]:
    if status in UPSTREAM_ERRORS:
        return UPSTREAM_ERRORS[status]
    return InvalidRequest if 400 <= status < 500 else EngineFailed


def _details(error: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    details = error.get("details")
    return [entry for entry in details if isinstance(entry, dict)] if isinstance(details, list) else []


def _reason(error: Mapping[str, Any]) -> str | None:
    return next((str(entry["reason"]) for entry in _details(error) if "reason" in entry), None)


def _retry_delay(error: Mapping[str, Any]) -> float | None:
    """Google's `RetryInfo.retryDelay`, such as `38s`."""
    for entry in _details(error):
        delay = entry.get("retryDelay")
        if isinstance(delay, str) and (match := SECONDS.fullmatch(delay)):
            return min(float(match[1]), LONGEST_WAIT)
    return None


def _field(error: Mapping[str, Any]) -> str | None:
    for entry in _details(error):
        match entry.get("fieldViolations"):
            case [{"field": str(field)}, *_]:
                return field
    return None
