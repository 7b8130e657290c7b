"""Events as Google's answer: in one document, as server-sent events, or as an array of documents.

What a caller's SDK cannot bear is kept out: no comments, no `[DONE]`, no empty `candidates`, standard padded base64,
camelCase only (measured on google-genai for Python and JavaScript, read in the Go and Java ones).
"""

import codecs
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cavendish.core.errors import CavendishError
from cavendish.core.events import Begin, Data, End, Event, Finish, Piece, Progress
from cavendish.core.result import FinishReason, Outcome, Usage
from cavendish.wire.compact import compact
from cavendish.wire.gemini.errors import render_error_document
from cavendish.wire.gemini.request import DIALECT
from cavendish.wire.report import render_outcome

__all__ = ["ArrayWriter", "StreamWriter", "UnaryWriter"]

OWN_CANDIDATE_FIELDS = {"content", "finishReason", "finish_reason", "index"}
OWN_FIELDS = {
    "candidates", "usageMetadata", "usage_metadata", "modelVersion", "model_version", "responseId", "response_id",
    "promptFeedback", "prompt_feedback", "cavendish",
}  # fmt: skip


OPENING = b'{"candidates":[{"content":{"parts":['


class PartWriter:
    """One part: `{"text":"…"}` or `{"inlineData":{…}}`, told as it comes."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self.thought = begin.thought
        self.is_picture = begin.kind == "image"
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._began = False

    def data(self, piece: Piece) -> tuple[Piece, ...]:
        told = piece if self.is_picture else self._words(bytes(piece), final=False)
        return (told,) if self._began else (self._opening(), told)

    def end(self, event: End) -> Iterator[Piece]:
        extra = dict(event.extra or {})
        further = extra.pop("inlineData", {})
        if event.thought and not self.thought:
            self.thought, extra["thought"] = True, True
        if not self._began and (self._begin.kind == "image" or not extra):
            yield self._opening()
        rest: dict[str, Any] = {"thoughtSignature": event.signature} if event.signature else {}
        if not self._began:
            yield b"{" + compact({**({"thought": True} if self._begin.thought else {}), **rest, **extra})[1:]
            return
        if self._begin.kind == "text":
            yield self._words(b"", final=True) + b'"' + _members({**rest, **extra}) + b"}"
        else:
            yield b'"' + _members(further) + b"}" + _members({**rest, **extra}) + b"}"

    def _opening(self) -> bytes:
        self._began = True
        flag = b'"thought":true,' if self._begin.thought else b""
        if self._begin.kind == "text":
            return b"{" + flag + b'"text":"'
        return b"{" + flag + b'"inlineData":{"mimeType":' + compact(self._begin.media_type) + b',"data":"'

    def _words(self, piece: bytes, *, final: bool) -> bytes:
        return compact(self._decoder.decode(piece, final))[1:-1]


def _members(document: Mapping[str, Any]) -> bytes:
    """Further members of an object that is already open."""
    return b"," + compact(document)[1:-1] if document else b""


class UnaryWriter:
    """The whole answer as one document of one candidate."""

    media_type = "application/json; charset=UTF-8"

    def __init__(self, *, response_id: str) -> None:
        self._response_id = response_id
        self._begun = False  # a document is open, its parts not yet closed
        self._part: PartWriter | None = None
        self._picture_sent = False

    @property
    def keep_alive(self) -> bytes | None:
        return None

    def send(self, event: Event) -> Iterable[Piece]:
        if isinstance(event, Data):
            return self._part.data(event.piece) if self._part else ()
        return self._told(event)

    def _told(self, event: Event) -> Iterator[Piece]:
        match event:
            case Begin():
                yield self._before_part()
                self._begun = True
                self._part = PartWriter(event)
                self._picture_sent = self._picture_sent or (event.kind == "image" and not event.thought)
            case End() if self._part:
                yield from self._part.end(event)
                yield self._after_part(self._part)
                self._part = None
            case Finish():
                yield from self._finish(event)
            case Data() | End() | Progress():
                pass

    def fail(self, error: CavendishError) -> Iterable[Piece] | None:
        return None if self._picture_sent or self._in_picture else self._give_up(error)

    @property
    def _in_picture(self) -> bool:
        """A picture or a draft is still coming."""
        return self._part is not None and self._part.is_picture

    def _give_up(self, error: CavendishError) -> Iterator[Piece]:
        yield from self.send(End())
        outcome = Outcome.failed(self._response_id, error)
        yield from self.send(Finish(reasons=(FinishReason.OTHER,), outcome=outcome))

    def _before_part(self) -> bytes:
        return b"," if self._begun else OPENING

    def _after_part(self, part: PartWriter) -> bytes:  # noqa: ARG002 - streams look at it
        return b""

    def _finish(self, event: Finish) -> Iterator[Piece]:
        if not self._begun:
            yield compact({**_partless(event), **self._tail(event)})
            return
        yield b"]," + compact(_content(event, 0))[1:] + _members(_candidate(event, 0)) + b"}]"
        yield _members(self._tail(event)) + b"}"

    def _tail(self, event: Finish) -> dict[str, Any]:
        native = _native(event)
        tail: dict[str, Any] = {key: value for key, value in native.items() if key not in OWN_FIELDS}
        if feedback := _feedback(event):
            tail["promptFeedback"] = feedback
        tail["usageMetadata"] = {**render_usage(event.usage), **(native.get("usageMetadata") or {})}
        tail["modelVersion"] = event.model_version
        tail["responseId"] = self._response_id
        if event.outcome:
            tail["cavendish"] = render_outcome(event.outcome)
        return tail


class StreamWriter(UnaryWriter):
    """A document for every part, as server-sent events.

    The document of a final part stays open until the next event shows whether it is the last, which carries the
    finish reason: Python programs read `chunk.parts` of every chunk and would find none in one that had only that.
    """

    media_type = "text/event-stream"
    before, after = b"data: ", b"\r\n\r\n"

    @property
    def keep_alive(self) -> bytes | None:
        """Bare blank lines: Google's SDKs break on comments. None inside of a line."""
        return None if self._begun else b"\r\n\r\n"

    def fail(self, error: CavendishError) -> Iterable[Piece] | None:
        if self._in_picture:
            return None
        if not self._picture_sent:
            return self._give_up(error)
        if self._part:
            return None
        return [self._closed(), self._frame(), compact(render_error_document(error)), self._last()]

    def _before_part(self) -> bytes:
        return self._closed() + self._frame() + OPENING

    def _after_part(self, part: PartWriter) -> bytes:
        return self._closed() if part.thought else b""

    def _closed(self) -> bytes:
        """The end of the open document, where there is one."""
        if not self._begun:
            return b""
        self._begun = False
        return b'],"role":"model"},"index":0}]' + _members({"responseId": self._response_id}) + b"}" + self.after

    def _finish(self, event: Finish) -> Iterator[Piece]:
        if not self._begun:
            yield self._frame()
        yield from super()._finish(event)
        yield self._last()

    def _frame(self) -> bytes:
        return self.before

    def _last(self) -> bytes:
        return self.after


class ArrayWriter(StreamWriter):
    """The same documents as one JSON array, for callers who did not ask for `alt=sse`."""

    media_type = "application/json; charset=UTF-8"
    after = b""

    def __init__(self, *, response_id: str) -> None:
        super().__init__(response_id=response_id)
        self._first = True

    @property
    def keep_alive(self) -> bytes | None:
        """White space, which may stand anywhere but in a string."""
        return None if self._part else b"\n"

    def _frame(self) -> bytes:
        first, self._first = self._first, False
        return b"[" if first else b"\n,\n"

    def _last(self) -> bytes:
        return b"]"


def _feedback(event: Finish) -> dict[str, Any]:
    """Google's own, and why there is no picture: the one place for it that every SDK shows."""
    feedback = dict(event.feedback or {})
    rejection = event.outcome.rejection if event.outcome else None
    if rejection and rejection.stage != "REPLY":
        feedback["blockReasonMessage"] = feedback.get("blockReasonMessage") or rejection.explanation
    return feedback


def _native(event: Finish) -> Mapping[str, Any]:
    return event.native.document if event.native and event.native.dialect == DIALECT else {}


def _native_candidate(event: Finish, index: int) -> Mapping[str, Any]:
    candidates = _native(event).get("candidates") or []
    found: Mapping[str, Any] = candidates[index] if index < len(candidates) else {}
    return found


def _content(event: Finish, index: int) -> dict[str, Any]:
    return {"role": "model", **(_native_candidate(event, index).get("content") or {})}


def _candidate(event: Finish, index: int) -> dict[str, Any]:
    """A candidate's members beside its content."""
    native = _native_candidate(event, index)
    members: dict[str, Any] = {"finishReason": event.reasons[index], "index": index}
    members.update({key: value for key, value in native.items() if key not in OWN_CANDIDATE_FIELDS})
    said = _finish_message(event.outcome) if event.outcome else None
    if said and event.reasons[index] != FinishReason.STOP:
        members.setdefault("finishMessage", said)
    return members


def _finish_message(outcome: Outcome) -> str | None:
    return outcome.rejection.explanation if outcome.rejection else outcome.failure


def _partless(event: Finish) -> dict[str, Any]:
    """The candidates of a document that holds no parts; none at all where the prompt was blocked."""
    if event.feedback or not event.reasons:
        return {}
    indexes = range(len(event.reasons))
    return {"candidates": [{"content": _content(event, index), **_candidate(event, index)} for index in indexes]}


def render_usage(usage: Usage) -> dict[str, Any]:
    """Google's usageMetadata; unknown counts are left out."""
    prompt, pictures = usage.prompt_tokens or 0, usage.prompt_image_tokens or 0
    details = [{"modality": "TEXT", "tokenCount": max(prompt - pictures, 0)}]
    if pictures:
        details.append({"modality": "IMAGE", "tokenCount": pictures})
    document: dict[str, Any] = {"promptTokenCount": prompt}
    if usage.candidates_tokens is not None:
        document["candidatesTokenCount"] = usage.candidates_tokens
    document["totalTokenCount"] = usage.total_tokens
    document["promptTokensDetails"] = details
    if usage.image_tokens:
        document["candidatesTokensDetails"] = [{"modality": "IMAGE", "tokenCount": usage.image_tokens}]
    if usage.thoughts_tokens:
        document["thoughtsTokenCount"] = usage.thoughts_tokens
    return document
