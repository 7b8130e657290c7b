"""Google's error body, written for callers and read from upstreams.

Statuses and words as the live API gives them. Which error becomes which status is one table, by class: the nearest
class in an error's ancestry counts, so that every error of the tree has a row.
"""

import json
from collections.abc import Mapping
from typing import Any

from cavendish.core.errors import (
    AuthenticationFailed,
    CavendishError,
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
    LimitReached: (429, "RESOURCE_EXHAUSTED"),
    Overloaded: (503, "UNAVAILABLE"),
    EngineFailed: (502, "UNAVAILABLE"),
    EngineTimeout: (504, "DEADLINE_EXCEEDED"),
    OutcomeUnknown: (409, "ABORTED"),  # a status that no SDK repeats: it may have been paid
}

UPSTREAM_ERRORS: dict[int, type[CavendishError]] = {
    400: InvalidRequest,
    401: EngineKeyRejected,
    403: EngineKeyRejected,
    404: ModelNotFound,
    409: OutcomeUnknown,
    413: PayloadTooLarge,
    429: LimitReached,
    503: Overloaded,
    504: EngineTimeout,
}
BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"
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
    elif error.field:
        violation = {"field": error.field, "description": error.message}
        document["details"] = [{"@type": BAD_REQUEST, "fieldViolations": [violation]}]
    return {"error": document}


def _status(error: CavendishError) -> tuple[int, str]:
    return next(STATUSES[ancestor] for ancestor in type(error).__mro__ if ancestor in STATUSES)


def parse_error(status: int, body: bytes) -> CavendishError:
    """What an upstream's error answer means for us; its own words are kept when the body is Google's."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        document = None
    if isinstance(document, list) and document:
        document = document[0]
    error = document.get("error") if isinstance(document, dict) else None
    if isinstance(error, dict):
        return parse_error_document(error, status=status)
    return _error_of(status)(f"The upstream answered {status} without saying why.")


def parse_error_document(error: Mapping[str, Any], *, status: int = 500) -> CavendishError:
    """The object under `error` of an upstream's document; `status` counts where its code is no number."""
    code = error.get("code")
    kind = _error_of(code if isinstance(code, int) else status)
    if kind is InvalidRequest and _reason(error) == "API_KEY_INVALID":
        kind = EngineKeyRejected
    return kind(str(error.get("message") or "The upstream gave no reason."), field=_field(error))


def _error_of(status: int) -> type[CavendishError]:
    if status in UPSTREAM_ERRORS:
        return UPSTREAM_ERRORS[status]
    return InvalidRequest if 400 <= status < 500 else EngineFailed


def _details(error: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    details = error.get("details")
    return [entry for entry in details if isinstance(entry, dict)] if isinstance(details, list) else []


def _reason(error: Mapping[str, Any]) -> str | None:
    return next((str(entry["reason"]) for entry in _details(error) if "reason" in entry), None)


def _field(error: Mapping[str, Any]) -> str | None:
    for entry in _details(error):
        match entry.get("fieldViolations"):
            case [{"field": str(field)}, *_]:
                return field
    return None
