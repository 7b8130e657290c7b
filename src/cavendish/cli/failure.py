"""What went wrong, in the one shape that is printed: errors of ours, of the command line's, refusals and surprises."""

from dataclasses import dataclass

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
from cavendish.core.rejection import Rejection
from cavendish.core.result import Outcome

__all__ = ["Failure", "Interrupted", "InterruptedUpstream", "failure_of", "refusal_of"]

NEXT_STEPS: dict[type[CavendishError], str] = {
    EngineKeyRejected: "`cavendish settings` tells which key is used and where it comes from.",
    LimitReached: "Wait a little and run it again; the limit belongs to the key.",
    Overloaded: "Wait a little and run it again.",
    EngineTimeout: "It may have been drawn and charged all the same: look there before you run it again.",
    OutcomeUnknown: "It may have been drawn and charged all the same: look there before you run it again.",
    EngineFailed: "Run it again later, or let another draw: `cavendish doctor` lists who can.",
}
CHARGED: dict[bool | None, Charged] = {True: "yes", False: "no", None: "unknown"}
REPHRASE = "Say it in other words and run it again."
REPORT = "Please report it, with what it prints after `export CAVENDISH_DEBUG=1`."
AFTER_REFUSAL = {
    "truncated": "Ask for less at once and run it again.",
    "text_only": "Say plainly that you want a picture, and what should be on it.",
}


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


def refusal_of(rejection: Rejection, outcome: Outcome) -> Failure:
    """No picture, although nothing failed: the reason, the model's own words, and what to do."""
    when = "before drawing began" if rejection.stage == "REVIEW" else "while drawing"
    unasked = rejection.kind in ("no_image", "text_only")
    headline = "No picture." if unasked else f"Refused {when} ({rejection.reason})."
    knows_better = rejection.message and (rejection.kind == "no_image" or outcome.engine == "clay")
    return Failure(
        type="Refused",
        code=rejection.kind,
        headline=headline,
        message=rejection.message or "The engine gave no further reason.",
        advice="" if knows_better else AFTER_REFUSAL.get(rejection.kind, REPHRASE),
        exit_code=exits.REFUSED,
        charged=CHARGED[outcome.charged],
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
