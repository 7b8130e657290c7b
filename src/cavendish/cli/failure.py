"""What went wrong, in the one shape that is printed: errors of ours, of the command line's, refusals and surprises."""

from dataclasses import dataclass
from typing import Any

from typer import TyperException

from cavendish.cli import exits
from cavendish.core.errors import (
    CavendishError,
    Charged,
    EngineFailed,
    EngineKeyRejected,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    OutcomeUnknown,
    Overloaded,
)

__all__ = ["CHARGED", "Failure", "Interrupted", "InterruptedUpstream", "failure_of"]

NEXT_STEPS: dict[type[CavendishError], str] = {
    EngineKeyRejected: "`cavendish settings` tells which key is used and where it comes from.",
    LimitReached: "Wait a little and run it again; the limit belongs to the key.",
    Overloaded: "Wait a little and run it again.",
    EngineTimeout: "It may have been drawn and charged all the same: look there before you run it again.",
    OutcomeUnknown: "It may have been drawn and charged all the same: look there before you run it again.",
    EngineFailed: "Run it again later, or let another draw: `cavendish doctor` lists who can.",
}
CHARGED: dict[bool | None, Charged] = {True: "yes", False: "no", None: "unknown"}
REPORT = "Please report it, with what it prints after `export CAVENDISH_DEBUG=1`."


class Interrupted(CavendishError):
    """Ctrl-C before an engine that charges had been asked."""

    default_code = "interrupted"


class InterruptedUpstream(Interrupted):
    """Ctrl-C while an engine that charges was drawing."""

    charged = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One failure. `headline` says what kind, `message` what, `advice` what to do; each may be empty but `message`."""

    type: str
    code: str
    message: str
    exit_code: int
    headline: str = ""
    advice: str = ""
    field: str | None = None
    charged: Charged = "no"

    @property
    def document(self) -> dict[str, Any]:
        """What `--json` tells of it."""
        return {
            "type": self.type,
            "code": self.code,
            "message": self.message,
            "field": self.field,
            "charged": self.charged,
            "exit_code": self.exit_code,
        }


def failure_of(error: BaseException) -> Failure:
    match error:
        case Interrupted():
            return _of_ours(error, exits.INTERRUPTED)
        case CavendishError():
            return _of_ours(error, exits.exit_code(error))
        case TyperException():
            return _of_usage(error)
        case KeyboardInterrupt():
            return _of_ours(Interrupted("Interrupted."), exits.INTERRUPTED)
    return Failure(
        type=type(error).__name__,
        code="internal_error",
        headline="This is a fault in Cavendish.",
        message=f"{type(error).__name__}: {error}",
        advice=REPORT,
        exit_code=exits.FAULT,
        charged="unknown",
    )


def _of_ours(error: CavendishError, code: int) -> Failure:
    advice = next((NEXT_STEPS[ancestor] for ancestor in type(error).__mro__ if ancestor in NEXT_STEPS), "")
    if code == exits.FAULT:
        advice = REPORT
    if error.retry_after is not None:
        advice = f"Wait {error.retry_after:.0f} s and run it again."
    if isinstance(error, InvalidRequest) and error.field == "engine":
        advice = "Google's engine needs a key: export GEMINI_API_KEY=…"
    return Failure(
        type=type(error).__name__,
        code=error.code,
        message=error.message,
        advice=advice,
        exit_code=code,
        field=error.field,
        charged=error.charged,
    )


def _of_usage(error: TyperException) -> Failure:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "cavendish"
    return Failure(
        type="UsageError",
        code="usage",
        message=error.format_message(),
        advice=f"`{command} --help` shows how.",
        exit_code=exits.USAGE,
    )
