"""What another Cavendish says of its answer, where one stands behind an engine: who drew, what it cost, what failed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cavendish.core.errors import Charged, OutcomeUnknown
from cavendish.core.events import Finish
from cavendish.core.money import Micros
from cavendish.core.rejection import Rejection

__all__ = ["drawn_by", "in_its_own_words", "raise_for_failure", "with_cost"]


def drawn_by(event: Finish, engine: str) -> tuple[str, ...]:
    """A note of who really drew; none where nobody stands behind `engine`."""
    who = _report(event).get("engine")
    return (f"Behind {engine} stands a Cavendish, whose engine {who} drew.",) if who else ()


def with_cost(event: Finish) -> Finish:
    """The same with a cost of nothing, where it says that it was not charged."""
    free = event.usage.cost is None and _report(event).get("charged") is False
    return replace(event, usage=replace(event.usage, cost=Micros(0))) if free else event


def raise_for_failure(event: Finish) -> None:
    """OutcomeUnknown where its answer had begun when it failed: such an answer looks like a refusal, and is none."""
    report = _report(event)
    if report.get("outcome") == "failed":
        charged: Charged = "no" if report.get("charged") is False else "unknown"
        raise OutcomeUnknown(str(report.get("failure") or "The upstream's answer failed."), charged=charged)


def in_its_own_words(event: Finish, rejection: Rejection) -> Rejection:
    """The refusal without what it has already been explained with there, which stands where a model's words would."""
    report = _report(event)
    if "message" not in report:
        return rejection
    native = report.get("native")
    said = native.get("finishMessage") if isinstance(native, dict) else None
    return replace(rejection, message=str(report["message"]), finish_message=str(said or ""))


def _report(event: Finish) -> Mapping[str, Any]:
    """The `cavendish` object of an upstream's own document; empty where it is none of ours."""
    report = event.native.document.get("cavendish") if event.native else None
    return report if isinstance(report, dict) else {}
