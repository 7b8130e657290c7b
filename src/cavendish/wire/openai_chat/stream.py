"""Events as a chat completion in server-sent chunks.

Texts and pictures stand in chunks of their own, the finish reason in another, the usage in a last one without choices;
one picture is one line, except for clients known to bound their lines.
"""

import codecs
from collections.abc import Iterable, Iterator

from cavendish.core.errors import CavendishError
from cavendish.core.events import Begin, Data, End, Event, Finish, Piece, Progress
from cavendish.core.result import FinishReason, Outcome
from cavendish.wire.compact import compact
from cavendish.wire.openai_chat.answer import Answer, explanation, reason_members, render_usage
from cavendish.wire.openai_chat.errors import render_error_document
from cavendish.wire.report import render_outcome

__all__ = ["StreamWriter"]

SLICE = 48 * 1024  # bytes of base64 in one delta, for clients that bound the length of a line
CLOSE_DELTA = b'},"logprobs":null,"finish_reason":null}]}\n\n'


class StreamWriter:
    """Write one answer; every method yields whole events, or the inside of one whose picture is still coming."""

    media_type = "text/event-stream"

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._begin: Begin | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._greeted: set[int] = set()
        self._filled: set[int] = set()  # choices whose content holds something
        self._gap = ""  # what stands before the open part in its choice's content
        self._pictures: dict[int, int] = {}  # the last index in a choice's images
        self._line = 0  # bytes of base64 in the open delta
        self._picture_sent = False

    @property
    def keep_alive(self) -> bytes | None:
        """A comment; None inside of a line, where a picture is still coming."""
        return None if self._begin and self._begin.kind == "image" else b": cavendish\n\n"

    def send(self, event: Event) -> Iterable[Piece]:
        match event:
            case Begin(thought=True):
                self._begin = None
            case Begin():
                self._begin = event
                yield from self._opening(event)
            case Data(piece) if self._begin:
                yield from self._data(self._begin, piece)
            case End() if self._begin:
                yield self._closing(self._begin)
                self._begin = None
            case Finish():
                yield from self._finish(event)
            case Data() | End() | Progress():
                pass

    def fail(self, error: CavendishError) -> Iterable[Piece] | None:
        if self._begin and self._begin.kind == "image":
            return None
        if self._picture_sent:
            return [b"data: " + compact(render_error_document(error)) + b"\n\n", b"data: [DONE]\n\n"]
        outcome = Outcome.failed(self._answer.id, error)
        return self.send(Finish(reasons=(FinishReason.OTHER,) * self._answer.choices, outcome=outcome))

    def _opening(self, begin: Begin) -> Iterator[Piece]:
        at, url = begin.candidate, f"data:{begin.media_type};base64,"
        yield self._greeting(at)
        self._gap = "\n\n" if at in self._filled else ""
        self._decoder.reset()
        if begin.kind == "text":
            return
        self._picture_sent, self._line = True, 0
        if self._answer.images == "markdown":
            self._filled.add(at)
            yield self._open_delta("content", at) + compact(f"{self._gap}![image]({url}")[1:-1]
        else:
            yield self._open_delta("images", at, b'[{"type":"image_url","image_url":{"url":"') + compact(url)[1:-1]

    def _data(self, begin: Begin, piece: Piece) -> Iterator[Piece]:
        if begin.kind == "text":
            yield self._words(self._decoder.decode(bytes(piece)), begin.candidate)
        elif self._answer.images == "markdown" and self._answer.short_lines:
            yield from self._in_short_lines(begin, memoryview(piece))
        else:
            yield piece

    def _words(self, words: str, at: int) -> bytes:
        if not words:
            return b""
        self._filled.add(at)
        gap, self._gap = self._gap, ""
        return self._chunk({"content": gap + words}, at)

    def _in_short_lines(self, begin: Begin, piece: memoryview) -> Iterator[Piece]:
        while len(piece) > (room := SLICE - self._line):
            yield piece[:room]
            yield b'"' + CLOSE_DELTA + self._open_delta("content", begin.candidate)
            piece, self._line = piece[room:], 0
        self._line += len(piece)
        yield piece

    def _closing(self, begin: Begin) -> bytes:
        if begin.kind == "text":
            return self._words(self._decoder.decode(b"", True), begin.candidate)
        if self._answer.images == "markdown":
            return b')"' + CLOSE_DELTA
        index = self._pictures[begin.candidate] = self._pictures.get(begin.candidate, -1) + 1
        return b'"},"index":%d}]' % index + CLOSE_DELTA

    def _finish(self, event: Finish) -> Iterator[Piece]:
        for at in range(self._answer.choices):
            reason = event.reasons[at] if at < len(event.reasons) else FinishReason.OTHER
            yield self._greeting(at)
            if at not in self._filled and at not in self._pictures:
                yield self._chunk({"content": explanation(event.outcome)}, at)
            choice = b'{"index":%d,"delta":{},"logprobs":null,%s}' % (at, reason_members(reason, event.outcome))
            yield b"data: " + self._head() + b'"choices":[' + choice + b"]}\n\n"
        if self._answer.include_usage or self._answer.images == "images":
            report = b',"cavendish":' + compact(render_outcome(event.outcome)) if event.outcome else b""
            usage = b'"usage":' + render_usage(event.usage, event.outcome)
            yield b"data: " + self._head() + b'"choices":[],' + usage + report + b"}\n\n"
        yield b"data: [DONE]\n\n"

    def _greeting(self, at: int) -> bytes:
        if at in self._greeted:
            return b""
        self._greeted.add(at)
        return self._chunk({"role": "assistant", "content": ""}, at)

    def _chunk(self, delta: dict[str, str], at: int) -> bytes:
        choice = {"index": at, "delta": delta, "logprobs": None, "finish_reason": None}
        return b"data: " + self._head() + b'"choices":[' + compact(choice) + b"]}\n\n"

    def _open_delta(self, name: str, at: int, opening: bytes = b'"') -> bytes:
        return b'data: %s"choices":[{"index":%d,"delta":{"%s":%s' % (self._head(), at, name.encode(), opening)

    def _head(self) -> bytes:
        answer = self._answer
        head = {"id": answer.id, "object": "chat.completion.chunk", "created": answer.created, "model": answer.model}
        return compact({**head, "system_fingerprint": None})[:-1] + b","
