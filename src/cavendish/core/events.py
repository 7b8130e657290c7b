"""What an engine says while it draws.

    Progress   commits nothing, charges nothing; any time
    Begin      a part starts; from the first one on, the engine has committed
    Data       a piece of the open part; valid until the next event is asked for
    End        the part is whole
    Finish     the answer is whole: exactly once, last; failures are raised instead

Nothing here knows who speaks (Google, a reseller, Clay) or who listens (a socket, a file, a test).
`collect` folds an answer into a value, `replay` unfolds it again.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.parts import Blob, Image, Part, Text
from cavendish.core.request import Native
from cavendish.core.result import Candidate, FinishReason, Outcome, Result, Usage
from cavendish.core.stream import Stream

__all__ = ["Begin", "Data", "End", "Event", "Finish", "Folder", "Piece", "Progress", "collect", "replay"]

Piece = bytes | bytearray | memoryview


@dataclass(frozen=True, slots=True)
class Progress:
    fraction: float | None = None  # of the whole answer, 0 to 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Begin:
    kind: Literal["text", "image"]
    media_type: str = "text/plain"
    thought: bool = False
    candidate: int = 0


@dataclass(frozen=True, slots=True)
class Data:
    piece: Piece  # UTF-8 of a text, cut anywhere; standard base64 of a picture, cut anywhere
    stream: Stream | None = field(default=None, compare=False, repr=False)  # of what follows, for who passes it on


@dataclass(frozen=True, slots=True)
class End:
    signature: str | None = None
    extra: Mapping[str, Any] | None = None  # further fields of the part, in the dialect of `Finish.native`
    thought: bool = field(default=False, kw_only=True)  # it turned out to be one, when Begin had been told already


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    reasons: tuple[str, ...] = (FinishReason.STOP,)  # one per candidate, Google's words
    usage: Usage = field(default_factory=Usage)
    feedback: Mapping[str, Any] | None = None  # Google's promptFeedback
    message: str = ""  # the upstream's sentence about how it ended: Google's finishMessage
    model_version: str = ""
    native: Native | None = field(default=None, repr=False)
    outcome: Outcome | None = None  # told by the service; engines leave it out


Event = Progress | Begin | Data | End | Finish


class Folder:
    """Folds events into a Result, one at a time."""

    def __init__(self) -> None:
        self._parts: dict[int, list[Part]] = {}
        self._begin = Begin("text")
        self._pieces: list[bytes] = []
        self.result: Result | None = None

    def add(self, event: Event) -> None:
        match event:
            case Begin():
                self._begin, self._pieces = event, []
            case Data(piece):
                self._pieces.append(bytes(piece))
            case End():
                self._parts.setdefault(self._begin.candidate, []).append(self._part(event))
            case Finish():
                self.result = self._finished(event)
            case Progress():
                pass

    @property
    def last(self) -> Part | None:
        """The part that ended last."""
        parts = self._parts.get(self._begin.candidate)
        return parts[-1] if parts else None

    def _part(self, end: End) -> Part:
        begin, data = self._begin, b"".join(self._pieces)
        thought = begin.thought or end.thought
        if begin.kind == "text":
            return Text(data.decode(), thought=thought, signature=end.signature, extra=end.extra)
        return Image(
            Blob(data, encoded=True), begin.media_type, thought=thought, signature=end.signature, extra=end.extra
        )

    def _finished(self, finish: Finish) -> Result:
        return Result(
            candidates=tuple(
                Candidate(tuple(self._parts.get(index, ())), reason) for index, reason in enumerate(finish.reasons)
            ),
            usage=finish.usage,
            model_version=finish.model_version,
            feedback=finish.feedback,
            native=finish.native,
            outcome=finish.outcome,
        )


async def collect(events: AsyncIterator[Event]) -> Result:
    """Fold an answer into a value; OutcomeUnknown when it ends without Finish."""
    folder = Folder()
    async for event in events:
        folder.add(event)
    if folder.result is None:
        raise OutcomeUnknown("The answer ended before it was complete.")
    return folder.result


def replay(result: Result) -> Iterator[Event]:
    """Unfold a value into the events that make it; the inverse of `collect`."""
    for index, candidate in enumerate(result.candidates):
        for part in candidate.parts:
            yield from _part_events(part, index)
    yield Finish(
        reasons=tuple(candidate.finish_reason for candidate in result.candidates),
        usage=result.usage,
        feedback=result.feedback,
        model_version=result.model_version,
        native=result.native,
        outcome=result.outcome,
    )


def _part_events(part: Part, candidate: int) -> Iterator[Event]:
    match part:
        case Text(text):
            yield Begin("text", thought=part.thought, candidate=candidate)
            if text:
                yield Data(text.encode())
        case Image(blob, media_type):
            yield Begin("image", media_type, part.thought, candidate)
            yield Data(blob.base64)
    yield End(part.signature, part.extra)
