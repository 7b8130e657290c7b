"""Somebody here objects to a request before anything is drawn: an engine's manners, or a rule of the operator."""

from dataclasses import dataclass

from cavendish.core.events import Finish
from cavendish.core.result import Usage

__all__ = ["Objection"]


@dataclass(frozen=True, slots=True)
class Objection:
    """`reason` is Google's word for it (`SAFETY`, `BLOCKLIST` …), `message` a sentence for the person who asked."""

    reason: str
    message: str

    def finish(self, model_version: str = "") -> Finish:
        """The whole answer, in Google's shape: refused on review, nothing drawn."""
        return Finish(
            reasons=(),
            usage=Usage(candidates_tokens=0),
            feedback={"blockReason": self.reason, "blockReasonMessage": self.message},
            model_version=model_version,
        )
