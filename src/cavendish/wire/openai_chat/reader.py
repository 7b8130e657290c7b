"""What an upstream of OpenAI's chat format answers, one completion or a stream of chunks, as events.

Resellers have put pictures everywhere: into markdown, bare into the content, into `images`, into lists of parts, behind
links in prose. All of it is read here, patiently, for the answer may have been paid for. A picture behind a link comes
as a `Link`, in the place where its events would be.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cavendish.core.errors import EngineFailed, OutcomeUnknown
from cavendish.core.events import Event, Finish
from cavendish.core.request import Native
from cavendish.core.result import FinishReason
from cavendish.core.stream import Batch
from cavendish.wire.documents import Arriving, Documents, object_of, objects_of
from cavendish.wire.lift import Lifted, restored
from cavendish.wire.link import Link
from cavendish.wire.openai_chat.choice import Choice
from cavendish.wire.openai_chat.errors import error_in, parse_error_document
from cavendish.wire.openai_chat.usage import parse_usage
from cavendish.wire.received import DATA_HEAD

__all__ = ["DIALECT", "Reader"]

DIALECT = "openai_chat"
MOST_CHOICES = 100
END_OF_STREAM = b"[DONE]"
TAIL = 32  # bytes in which the end of a stream is looked for
GOOGLES_WORDS = {
    "STOP", "MAX_TOKENS", "CONTINUATION", "SAFETY", "RECITATION", "LANGUAGE", "OTHER", "BLOCKLIST",
    "PROHIBITED_CONTENT", "SPII", "MALFORMED_FUNCTION_CALL", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "NO_IMAGE",
    "IMAGE_RECITATION", "IMAGE_OTHER", "ESCALATION", "MALFORMED_RESPONSE", "UNEXPECTED_TOOL_CALL",
    "TOO_MANY_TOOL_CALLS", "MISSING_THOUGHT_SIGNATURE",
}  # fmt: skip
GOOGLES_SPELLING = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
OPENAIS_WORDS = {
    "stop": "STOP",
    "length": "MAX_TOKENS",
    "content_filter": "SAFETY",
    "tool_calls": "UNEXPECTED_TOOL_CALL",
    "function_call": "UNEXPECTED_TOOL_CALL",
}


class Reader:
    """Feed it the body's bytes, then close it; OutcomeUnknown when the body is broken or cut off."""

    def __init__(self, *, early: bool = False) -> None:
        self._early = early
        self._documents = Documents(offer=early)
        self._hears: Choice | None = None  # who takes the string that is arriving
        self._said = False  # that string is the content
        self.flowing = False  # the latest chunk is a piece of a picture, and nothing else
        self._shows: Choice | None = None  # whose picture arrives in a field of its own
        self._heard: dict[int, set[str]] = {}  # what was heard of a choice before its document was whole
        self._choices: dict[int, Choice] = {}
        self._usage: dict[str, Any] = {}
        self._report: dict[str, Any] = {}  # what a Cavendish upstream tells of its answer
        self._model = ""
        self._streamed = False
        self._tail = b""
        self._refusal: Finish | None = None  # an error that is a refusal

    def feed(self, chunk: bytes) -> Iterator[Event | Link]:
        self._tail = (self._tail + chunk[-TAIL:])[-TAIL:]
        self.flowing = self.may_pass(Batch((chunk,)))
        try:
            for told in self._documents.feed(chunk):
                yield from self._arriving(told) if isinstance(told, Arriving) else self._document(told)
        except ValueError as error:
            raise OutcomeUnknown(f"The upstream's answer is not valid: {error}.") from error

    def may_pass(self, batch: Batch) -> bool:
        """Whether all of this would come out as it is."""
        if self._hears is None or not self._hears.may_pass(batch, said=self._said):
            return False
        return self._documents.may_pass(batch)

    def passed(self, batch: Batch) -> None:
        """It is not fed, for it was passed on as it is."""
        if self._hears:
            self._hears.passed(batch)

    def close(self) -> Iterator[Event | Link]:
        self._documents.close()
        if self._refusal:
            yield self._refusal
            return
        if not self._complete:
            raise OutcomeUnknown("The upstream's stream ended before the answer was complete.")
        self._raise_reported_failure()
        try:
            for _, choice in sorted(self._choices.items()):
                yield from choice.close()
        except ValueError as error:
            raise OutcomeUnknown(f"The upstream's answer is not valid: {error}.") from error
        yield self._finish()

    @property
    def _complete(self) -> bool:
        """A document is complete in itself; a stream says so, or has at least brought a picture."""
        heard = any(choice.reason or choice.pictures for choice in self._choices.values())
        return heard or not self._streamed or END_OF_STREAM in self._tail

    def _document(self, document: dict[str, Any]) -> Iterator[Event | Link]:
        if (error := error_in(document)) is not None:
            self._fail(error)
        if self._refusal:
            return
        if self._shows:
            yield from self._shows.end()
        self._shows = self._hears = None
        self._model = str(document.get("model") or self._model)
        self._usage = object_of(document.get("usage")) or self._usage
        self._report = restored(object_of(document.get("cavendish")), self._documents.strings) or self._report
        for position, entry in enumerate(objects_of(document.get("choices"))):
            yield from self._choice(entry, _index(entry.get("index"), position))
        self._heard.clear()

    def _arriving(self, string: Arriving) -> Iterator[Event | Link]:
        """A long string that is the content, or the last picture beside it, is heard while it arrives."""
        if string.so_far is not None:
            self._hears = None
            entries = objects_of(string.so_far.get("choices"))
            if len(entries) == 1 and error_in(string.so_far) is None:
                yield from self._begin_hearing(entries[0], string)
        if self._hears:
            string.taken = True
            yield from self._hears.say(string.piece) if self._said else self._hears.show(string.piece)

    def _begin_hearing(self, entry: Mapping[str, Any], string: Arriving) -> Iterator[Event | Link]:
        message, index = object_of(entry.get("delta") or entry.get("message")), _index(entry.get("index"), 0)
        choice, lifted = self._choices.setdefault(index, Choice(index, early=self._early)), Lifted(string.index)
        if message.get("content") == lifted:
            name = "content"
        elif _last_picture(message) == lifted and not self._shows and DATA_HEAD.match(string.piece):
            name = "images"
            self._shows = choice
        else:
            return
        before = {key: value for key, value in message.items() if key != name}
        self._heard[index] = {*self._heard.get(index, ()), *before}
        yield from choice.hear(before, self._documents.strings)
        self._hears, self._said = choice, name == "content"

    def _choice(self, entry: Mapping[str, Any], index: int) -> Iterator[Event | Link]:
        if (error := object_of(entry.get("error"))) or entry.get("finish_reason") == "error":
            self._fail(error)
            return
        self._streamed = self._streamed or "delta" in entry
        choice = self._choices.setdefault(index, Choice(index, early=self._early))
        message = object_of(entry.get("delta") or entry.get("message"))
        heard = self._heard.get(index, ())
        rest = {name: value for name, value in message.items() if name not in heard}
        yield from choice.hear(rest, self._documents.strings)
        choice.reason = _reason(entry) or choice.reason

    def _fail(self, error: Any) -> None:
        match parse_error_document(error):
            case Finish() as refusal:
                self._refusal = refusal
            case failure:
                raise failure

    def _raise_reported_failure(self) -> None:
        """A Cavendish upstream that failed late ended its answer validly, and said so beside it."""
        if self._report.get("outcome") != "failed":
            return
        kind = EngineFailed if self._report.get("charged") is False else OutcomeUnknown
        raise kind(str(self._report.get("failure") or "The upstream failed."))

    def _finish(self) -> Finish:
        choices = [self._choices.get(index) for index in range(max(self._choices, default=-1) + 1)]
        blocked = self._report.get("outcome") == "prompt_blocked"
        return Finish(
            reasons=tuple(_reason_of(choice) for choice in choices),
            usage=parse_usage(self._usage),
            feedback={"blockReason": str(self._report.get("reason") or "OTHER")} if blocked else None,
            model_version=self._model,
            native=Native(DIALECT, {"cavendish": self._report}) if self._report else None,
        )


def _reason(choice: Mapping[str, Any]) -> str:
    """Google's word where the upstream passes it on, else what comes nearest to OpenAI's; empty for none yet."""
    native, word = choice.get("native_finish_reason"), choice.get("finish_reason")
    if isinstance(native, str) and (native.upper() in GOOGLES_WORDS or GOOGLES_SPELLING.fullmatch(native)):
        return native.upper()
    if not isinstance(word, str):
        return ""
    return OPENAIS_WORDS.get(word, word.upper())


def _reason_of(choice: Choice | None) -> str:
    if choice is None:
        return FinishReason.OTHER
    reason = choice.reason or FinishReason.STOP
    return FinishReason.PROHIBITED_CONTENT if reason == FinishReason.STOP and choice.refused else reason


def _last_picture(message: Mapping[str, Any]) -> Any:
    """The address of the last of a message's `images`."""
    images = objects_of(message.get("images"))
    return object_of(images[-1].get("image_url")).get("url") if images else None


def _index(value: Any, position: int) -> int:
    return value if type(value) is int and 0 <= value < MOST_CHOICES else position
