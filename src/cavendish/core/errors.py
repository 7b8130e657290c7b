"""What can go wrong, as one tree. Every error knows its HTTP status, a stable code, and what it may have cost.

    CavendishError
    ├── InvalidRequest            400   the caller's request; `field` names the place, the message what is allowed
    │   ├── ModelNotFound         404
    │   ├── EndpointNotFound      404
    │   ├── MethodNotAllowed      405
    │   └── PayloadTooLarge       413
    ├── AuthenticationFailed      401   the caller's key
    ├── PermissionDenied          403   the caller's key is known, but may not do this
    ├── LimitReached              429   the caller's limit, or an engine's
    ├── Overloaded                503   no room; come back later
    └── EngineFailed              502   an engine could not answer; the request was fine
        ├── EngineKeyRejected     502   an upstream refused OUR key: never a 401 to the caller
        ├── UpstreamEmpty         502   a complete answer with neither picture, words nor reason
        ├── EngineTimeout         504
        └── OutcomeUnknown        502   it broke after it was sent: it may have been drawn, and paid

A refusal is no failure and therefore no error here: see `rejection`, where `Rejected` (400) is for who wants it raised.
"""

from typing import ClassVar, Literal

__all__ = [
    "AuthenticationFailed",
    "CavendishError",
    "Charged",
    "EndpointNotFound",
    "EngineFailed",
    "EngineKeyRejected",
    "EngineTimeout",
    "InvalidRequest",
    "LimitReached",
    "MethodNotAllowed",
    "ModelNotFound",
    "OutcomeUnknown",
    "Overloaded",
    "PayloadTooLarge",
    "PermissionDenied",
    "UpstreamEmpty",
]

Charged = Literal["no", "yes", "unknown"]


class CavendishError(Exception):
    """The root. `message` is for people, `code` for programs, `field` the place in the caller's request.

    `retry_after` is how many seconds whoever refused asked to be left alone, None where nothing was said.
    """

    status: ClassVar[int] = 500
    default_code: ClassVar[str] = "internal_error"
    charged: Charged = "no"
    retryable: ClassVar[bool] = False

    def __init__(
        self,
        message: str,
        *,
        field: str | None = None,
        code: str | None = None,
        retry_after: float | None = None,
        charged: Charged | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.code = code or self.default_code
        self.retry_after = retry_after
        if charged is not None:
            self.charged = charged


class InvalidRequest(CavendishError):
    status = 400
    default_code = "invalid_value"


class ModelNotFound(InvalidRequest):
    status = 404
    default_code = "model_not_found"


class EndpointNotFound(InvalidRequest):
    status = 404
    default_code = "endpoint_not_supported"


class MethodNotAllowed(InvalidRequest):
    status = 405
    default_code = "method_not_allowed"


class PayloadTooLarge(InvalidRequest):
    status = 413
    default_code = "payload_too_large"


class AuthenticationFailed(CavendishError):
    status = 401
    default_code = "invalid_api_key"


class PermissionDenied(CavendishError):
    status = 403
    default_code = "permission_denied"


class LimitReached(CavendishError):
    status = 429
    default_code = "rate_limit_exceeded"
    retryable = True


class Overloaded(CavendishError):
    status = 503
    default_code = "engine_overloaded"
    retryable = True


class EngineFailed(CavendishError):
    status = 502
    default_code = "upstream_error"


class EngineKeyRejected(EngineFailed):
    default_code = "upstream_key_rejected"


class UpstreamEmpty(EngineFailed):
    default_code = "upstream_empty"
    charged = "unknown"
    retryable = True


class EngineTimeout(EngineFailed):
    status = 504
    default_code = "upstream_timeout"
    charged = "unknown"


class OutcomeUnknown(EngineFailed):
    default_code = "outcome_unknown"
    charged = "unknown"
