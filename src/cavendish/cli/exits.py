"""The exit codes: one table, printed by `--help` and kept stable."""

from cavendish.core.errors import (
    AuthenticationFailed,
    CavendishError,
    EngineFailed,
    EngineKeyRejected,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    OutcomeUnknown,
    Overloaded,
    PermissionDenied,
)
from cavendish.core.rejection import Rejected

__all__ = [
    "FAILED",
    "FAULT",
    "INTERRUPTED",
    "KEY",
    "LIMIT",
    "MADE",
    "MEANINGS",
    "REFUSED",
    "SOME",
    "UNKNOWN",
    "USAGE",
    "exit_code",
]

MADE, FAULT, USAGE, REFUSED, FAILED, KEY, LIMIT, SOME, UNKNOWN, INTERRUPTED = 0, 1, 2, 3, 4, 5, 6, 7, 8, 130

MEANINGS = {
    MADE: "made",
    FAULT: "a fault in Cavendish itself",
    USAGE: "wrong usage: an option, a prompt or a file is not right",
    REFUSED: "refused: no picture, and why",
    FAILED: "the engine failed",
    KEY: "the key was not accepted, or may not do this",
    LIMIT: "overloaded or over a limit: try again later",
    SOME: "some of several pictures were made",
    UNKNOWN: "unknown: it broke off, may have been drawn and charged",
    INTERRUPTED: "interrupted",
}

_BY_CLASS: dict[type[CavendishError], int] = {
    CavendishError: FAULT,
    InvalidRequest: USAGE,
    AuthenticationFailed: KEY,
    PermissionDenied: KEY,
    Rejected: REFUSED,
    LimitReached: LIMIT,
    Overloaded: LIMIT,
    EngineFailed: FAILED,
    EngineKeyRejected: KEY,
    EngineTimeout: UNKNOWN,
    OutcomeUnknown: UNKNOWN,
}


def exit_code(error: CavendishError) -> int:
    """The row of the nearest class in the error's ancestry, so that every error of the tree has one."""
    return next(_BY_CLASS[ancestor] for ancestor in type(error).__mro__ if ancestor in _BY_CLASS)
