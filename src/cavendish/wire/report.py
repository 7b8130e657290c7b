"""The small `cavendish` object: what the service knows of an answer, the same in every dialect."""

from typing import Any

from cavendish.core.result import Outcome

__all__ = ["render_outcome"]


def render_outcome(outcome: Outcome) -> dict[str, Any]:
    """Only what is known: absent fields are left out."""
    report: dict[str, Any] = {
        "id": outcome.id,
        "outcome": outcome.kind,
        "engine": outcome.engine,
        "charged": outcome.charged,  # null where nobody here knows
        "images": [
            {"mime": picture.media_type, "width": picture.width, "height": picture.height, "bytes": picture.size}
            for picture in outcome.pictures
        ],
    }
    if outcome.rejection:
        report["stage"] = outcome.rejection.stage
        report["reason"] = outcome.rejection.reason
    if outcome.notes:
        report["notes"] = list(outcome.notes)
    if outcome.failure:
        report["failure"] = outcome.failure
    return report
