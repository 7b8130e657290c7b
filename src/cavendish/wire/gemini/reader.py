"""What an upstream of Google's format answers (one document, an array of them, or server-sent events), as events.

A part is passed on when its document is whole, for `"thought": true` may stand after `"data"`, and a draft must not be
taken for a picture. Where that cannot happen, a large picture is passed on while it arrives: `early`.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from cavendish.core.errors import OutcomeUnknown
from cavendish.core.events import Begin, Data, End, Event, Finish
from cavendish.core.request import Native
from cavendish.core.result import FinishReason, Usage
from cavendish.core.stream import Batch
from cavendish.wire.base64_text import Normaliser, normalise
from cavendish.wire.casing import camel_cased, pick
from cavendish.wire.documents import Arriving, Documents, object_of, objects_of
from cavendish.wire.gemini.errors import parse_error_document
from cavendish.wire.gemini.request import DIALECT
from cavendish.wire.lift import Lifted, restored, text_of
from cavendish.wire.received import UNKNOWN_TYPE

__all__ = ["Reader"]

OWN_PART_FIELDS = {"text", "inlineData", "inline_data", "thought", "thoughtSignature", "thought_signature"}
OWN_INLINE_FIELDS = {"data", "mimeType", "mime_type"}
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
MOST_CANDIDATES = 100


@dataclass(slots=True)
class _Flow:
    """A picture that is passed on while it arrives."""

    place: tuple[int, int]  # in its document: which of the candidates, which of its parts
    letters: Normaliser = field(default_factory=Normaliser)


class Reader:
    """Feed it the body's bytes, then close it; OutcomeUnknown when the body is broken or cut off."""

    def __init__(self, *, early: bool = False) -> None:
        self._documents = Documents(offer=early)
        self.flowing = False  # the latest chunk is a piece of a picture, and nothing else
        self._flow: _Flow | None = None  # the picture that is passed on while it arrives
        self._told: dict[int, int] = {}  # parts of the open document that were passed on, by their candidate's place
        self._reasons: dict[int, str] = {}
        self._merged: dict[str, Any] = {}  # every document so far, parts left out, later fields over earlier ones
        self._candidates: dict[int, dict[str, Any]] = {}

    def feed(self, chunk: bytes) -> Iterator[Event]:
        self.flowing = self.may_pass(Batch((chunk,)))
        try:
            for told in self._documents.feed(chunk):
                yield from self._arriving(told) if isinstance(told, Arriving) else self._document(told)
        except ValueError as error:
            raise OutcomeUnknown(f"The upstream's answer is not valid: {error}.") from error

    def may_pass(self, batch: Batch) -> bool:
        """Whether all of this would come out as it is."""
        return self._flow is not None and self._flow.letters.may_pass(batch) and self._documents.may_pass(batch)

    def passed(self, batch: Batch) -> None:
        """It is not fed, for it was passed on as it is."""
        if self._flow:
            self._flow.letters.passed(batch)

    def close(self) -> Iterator[Event]:
        self._documents.close()
        yield self._finish()

    def _document(self, document: dict[str, Any]) -> Iterator[Event]:
        if isinstance(document.get("error"), dict):
            raise parse_error_document(document["error"])
        candidates = [camel_cased(entry) for entry in objects_of(document.get("candidates"))]
        self._check_flow(candidates)
        for position, candidate in enumerate(candidates):
            at = _index(candidate.get("index"), position)
            yield from self._parts(_parts_of(candidate), position, at)
            if reason := candidate.get("finishReason"):
                self._reasons[at] = str(reason)
            self._candidates.setdefault(at, {}).update(restored(_without_parts(candidate), self._documents.strings))
        rest = camel_cased({key: value for key, value in document.items() if key != "candidates"})
        for name in ("usageMetadata", "promptFeedback"):
            rest[name] = object_of(self._merged.get(name)) | camel_cased(object_of(rest.get(name)))
        self._merged.update(restored(rest, self._documents.strings))
        self._told.clear()

    def _check_flow(self, candidates: list[dict[str, Any]]) -> None:
        """A name given twice takes back what was passed on: ValueError, before anything else is told."""
        if self._flow:
            position, number = self._flow.place
            if not (position < len(candidates) and number < len(_parts_of(candidates[position]))):
                raise ValueError("a picture is not where it began")

    def _parts(self, parts: list[dict[str, Any]], position: int, candidate: int) -> Iterator[Event]:
        """Those of a candidate's parts that were not passed on yet; the one that flows comes to its end.

        A candidate may tell its index only behind its parts; what flowed was told under its `position`.
        """
        for number in range(self._told.get(position, 0), len(parts)):
            part, thought = parts[number], False
            if self._flow and self._flow.place == (position, number):
                yield from self._end_flow()
                thought = bool(part.get("thought"))
            else:
                yield from self._begin(part, candidate)
            yield End(self._signature(part), restored(_extra(part), self._documents.strings), thought=thought)
            self._told[position] = number + 1

    def _arriving(self, string: Arriving) -> Iterator[Event]:
        """A long string that is the last picture so far is passed on as it comes."""
        if string.so_far is not None:
            yield from self._begin_flow(string, string.so_far)
        elif self._flow:
            yield Data(self._flow.letters.feed(string.piece))

    def _begin_flow(self, string: Arriving, document: dict[str, Any]) -> Iterator[Event]:
        candidates = list(enumerate(objects_of(document.get("candidates"))))
        if not candidates:
            return
        position, last = candidates[-1]
        parts, at = _parts_of(camel_cased(last)), _index(last.get("index"), position)
        inline = pick(parts[-1], "inlineData") if parts else None
        if not isinstance(inline, dict) or inline.get("data") != Lifted(string.index) or not pick(inline, "mimeType"):
            return
        for earlier, candidate in candidates[:-1]:
            yield from self._parts(_parts_of(camel_cased(candidate)), earlier, _index(candidate.get("index"), earlier))
        yield from self._parts(parts[:-1], position, at)
        if self._flow:
            raise ValueError("a part holds two pictures")
        string.taken, self._flow = True, _Flow((position, len(parts) - 1))
        yield Begin("image", _media_type(inline), bool(parts[-1].get("thought")), at)
        yield Data(self._flow.letters.feed(string.piece))

    def _end_flow(self) -> Iterator[Event]:
        if self._flow and (padding := self._flow.letters.close()):
            yield Data(padding)
        self._flow = None

    def _signature(self, part: Mapping[str, Any]) -> str | None:
        """In the alphabet that Go and Java read, where it is base64 at all."""
        signature = text_of(pick(part, "thoughtSignature"), self._documents.strings)
        if not isinstance(signature, str):
            return None
        with suppress(ValueError):
            return normalise(signature.encode(), escaped=False).decode()
        return signature

    def _begin(self, part: Mapping[str, Any], candidate: int) -> Iterator[Event]:
        thought = bool(part.get("thought"))
        inline = pick(part, "inlineData")
        if not isinstance(inline, dict):
            yield Begin("text", thought=thought, candidate=candidate)
            if words := text_of(part.get("text"), self._documents.strings):
                yield Data(str(words).encode())
            return
        data = self._picture(inline)  # first, for what is broken must not begin
        yield Begin("image", _media_type(inline), thought, candidate)
        if data:
            yield Data(data)

    def _picture(self, inline: Mapping[str, Any]) -> bytes:
        match inline.get("data"):
            case Lifted(index):
                return normalise(bytes(self._documents.strings.pop(index)))
            case str(data):
                return normalise(data.encode(), escaped=False)
        return b""

    def _finish(self) -> Finish:
        count = max(self._candidates, default=-1) + 1
        document = {**self._merged, "candidates": [self._candidates.get(at, {}) for at in range(count)]}
        return Finish(
            reasons=tuple(self._reasons.get(at, FinishReason.STOP) for at in range(count)),
            usage=parse_usage(self._merged["usageMetadata"]),
            feedback=self._merged["promptFeedback"] or None,
            message=next((str(said) for one in self._candidates.values() if (said := one.get("finishMessage"))), ""),
            model_version=str(self._merged.get("modelVersion") or ""),
            native=Native(DIALECT, document),
        )


def parse_usage(usage: Mapping[str, Any]) -> Usage:
    """Google's usageMetadata; what it leaves out is None, for a missing count and a zero mean different things."""
    return Usage(
        prompt_tokens=_count(usage.get("promptTokenCount")),
        prompt_image_tokens=_modality(usage.get("promptTokensDetails"), "IMAGE"),
        candidates_tokens=_count(usage.get("candidatesTokenCount")),
        image_tokens=_modality(usage.get("candidatesTokensDetails"), "IMAGE"),
        thoughts_tokens=_count(usage.get("thoughtsTokenCount")),
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _modality(details: Any, name: str) -> int | None:
    entries = [entry for entry in objects_of(details) if entry.get("modality") == name]
    return sum(_count(pick(entry, "tokenCount")) or 0 for entry in entries) if entries else None


def _index(value: Any, position: int) -> int:
    return value if isinstance(value, int) and 0 <= value < MOST_CANDIDATES else position


def _media_type(inline: Mapping[str, Any]) -> str:
    """The type without parameters: it is put into `data:` URIs, whose readers look for `;base64` right behind it."""
    bare = str(pick(inline, "mimeType")).partition(";")[0].strip()
    return bare if MEDIA_TYPE.fullmatch(bare) else UNKNOWN_TYPE


def _parts_of(candidate: Mapping[str, Any]) -> list[dict[str, Any]]:
    return objects_of(object_of(candidate.get("content")).get("parts"))


def _without_parts(candidate: Mapping[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in object_of(candidate.get("content")).items() if key != "parts"}
    return {**candidate, "content": rest}


def _extra(part: Mapping[str, Any]) -> dict[str, Any] | None:
    """The fields of a part that Events have no word for."""
    extra = {key: value for key, value in part.items() if key not in OWN_PART_FIELDS}
    inline = object_of(pick(part, "inlineData"))
    further = {key: value for key, value in inline.items() if key not in OWN_INLINE_FIELDS}
    if further:
        extra["inlineData"] = further
    return extra or None
