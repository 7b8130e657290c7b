"""OpenAI's error body, written for callers. One table by class: the nearest class in an error's ancestry counts."""

import json
from collections.abc import Mapping

from cavendish.core.errors import (
    AuthenticationFailed,
    CavendishError,
    EngineFailed,
    InvalidRequest,
    LimitReached,
    Overloaded,
    PermissionDenied,
)

__all__ = ["render_error", "render_error_document"]

TYPES: dict[type[CavendishError], str] = {
    CavendishError: "server_error",
    InvalidRequest: "invalid_request_error",
    AuthenticationFailed: "authentication_error",
    PermissionDenied: "permission_error",
    LimitReached: "rate_limit_error",
    Overloaded: "upstream_error",
    EngineFailed: "upstream_error",
}


def render_error(error: CavendishError) -> tuple[int, Mapping[str, str], bytes]:
    """HTTP status, headers and body. OpenAI's SDKs repeat 409, 429 and 5xx unless they are told not to."""
    headers = {} if error.retryable and error.charged == "no" else {"x-should-retry": "false"}
    return error.status, headers, json.dumps(render_error_document(error), ensure_ascii=False).encode()


def render_error_document(error: CavendishError) -> dict[str, dict[str, str | None]]:
    kind = next(TYPES[ancestor] for ancestor in type(error).__mro__ if ancestor in TYPES)
    return {"error": {"message": error.message, "type": kind, "param": error.field, "code": error.code}}
