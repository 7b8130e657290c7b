"""Events as one chat completion.

Two image modes. `markdown`: the content is one string with `![image](data:…)` in it, which every client shows and the
resellers' users read. `images`: pictures stand in `images[]` as OpenRouter puts them. Never a list as content: most
clients break on it. Drafts are left out in both, for a program takes the first picture that it finds.
"""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cavendish.core.errors import CavendishError
from cavendish.core.events import Begin, Data, End, Event, Finish, Piece, Progress
from cavendish.core.result import FinishReason, Outcome
from cavendish.wire.compact import compact
from cavendish.wire.openai_chat.answer import Answer, explanation, reason_members, render_usage
from cavendish.wire.report import render_outcome

__all__ = ["UnaryWriter"]


@dataclass(slots=True)
class _Choice:
    """One choice of a whole answer, as far as it came. What has not left yet is kept as JSON string content."""

    content: list[bytes] = field(default_factory=list)
    images: list[bytes] = field(default_factory=list)
    filled: bool = False  # the content holds something
    pictures: int = 0  # in `images`


class UnaryWriter:
    """The whole answer as one document. One choice passes through as it comes; several wait for their reasons."""

    media_type = "application/json"
    keep_alive: bytes | None = None

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._choices = [_Choice() for _ in range(answer.choices)]
        self._begin: Begin | None = None
        self._told = False  # the open part has said something
        self._waiting: list[bytes] = []  # the open part, where it has to wait
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._sent = False
        self._picture_sent = False

    def send(self, event: Event) -> Iterable[Piece]:
        match event:
            case Begin(thought=True):
                self._begin = None
            case Begin():
                self._begin, self._told, self._waiting = event, False, []
                self._decoder.reset()
                if event.kind == "image":
                    yield from self._place(event, self._opening(event))
            case Data(piece) if self._begin:
                yield from self._data(self._begin, piece)
            case End() if self._begin:
                yield from self._end(self._begin)
                self._begin = None
            case Finish():
                yield from self._finish(event)
            case Data() | End() | Progress():
                pass

    def fail(self, error: CavendishError) -> Iterable[Piece] | None:
        if self._picture_sent:
            return None
        outcome = Outcome.failed(self._answer.id, error)
        return self.send(Finish(reasons=(FinishReason.OTHER,) * self._answer.choices, outcome=outcome))

    def _apart(self, begin: Begin) -> bool:
        return begin.kind == "image" and self._answer.images == "images"

    def _place(self, begin: Begin, piece: Piece) -> Iterator[Piece]:
        """A piece of the open part to where it belongs: out, or kept until the answer is complete."""
        self._told = True
        if len(self._choices) > 1 or self._apart(begin):
            self._waiting.append(bytes(piece))
            return
        if not self._sent:
            self._sent = True
            yield self._head() + self._choice_head(0)
        self._picture_sent = self._picture_sent or begin.kind == "image"
        yield piece

    def _gap(self, begin: Begin) -> str:
        return "\n\n" if self._choices[begin.candidate].filled and not self._told else ""

    def _opening(self, begin: Begin) -> bytes:
        url = f"data:{begin.media_type};base64,"
        if not self._apart(begin):
            return compact(f"{self._gap(begin)}![image]({url}")[1:-1]
        comma = b"," if self._choices[begin.candidate].pictures else b""
        return comma + b'{"type":"image_url","image_url":{"url":' + compact(url)[:-1]

    def _data(self, begin: Begin, piece: Piece) -> Iterator[Piece]:
        if begin.kind == "image":
            yield from self._place(begin, piece)
        elif words := self._decoder.decode(bytes(piece)):
            yield from self._place(begin, compact(self._gap(begin) + words)[1:-1])

    def _end(self, begin: Begin) -> Iterator[Piece]:
        """Only now is a part that waited known to be whole."""
        choice = self._choices[begin.candidate]
        if self._apart(begin):
            choice.images += [*self._waiting, b'"},"index":%d}' % choice.pictures]
            choice.pictures += 1
            return
        if begin.kind == "image":
            yield from self._place(begin, b")")
        elif words := self._decoder.decode(b"", True):
            yield from self._place(begin, compact(self._gap(begin) + words)[1:-1])
        choice.content += self._waiting
        choice.filled = choice.filled or self._told

    def _finish(self, event: Finish) -> Iterator[Piece]:
        for index, choice in enumerate(self._choices):
            if not (self._sent and index == 0):
                yield (self._head() if index == 0 else b",") + self._choice_head(index)
            yield from choice.content
            if not (choice.filled or choice.images or (self._sent and index == 0)):
                yield compact(explanation(event.outcome))[1:-1]
            yield b'","refusal":null'
            if choice.images:
                yield b',"images":['
                yield from choice.images
                yield b"]"
            reason = event.reasons[index] if index < len(event.reasons) else FinishReason.OTHER
            yield b"}," + reason_members(reason, event.outcome) + b"}"
        yield b'],"usage":' + render_usage(event.usage, event.outcome)
        if event.outcome:
            yield b',"cavendish":' + compact(render_outcome(event.outcome))
        yield b"}"

    def _head(self) -> bytes:
        answer = self._answer
        head = {"id": answer.id, "object": "chat.completion", "created": answer.created, "model": answer.model}
        return compact({**head, "system_fingerprint": None})[:-1] + b',"choices":['

    def _choice_head(self, index: int) -> bytes:
        return b'{"index":%d,"logprobs":null,"message":{"role":"assistant","content":"' % index
