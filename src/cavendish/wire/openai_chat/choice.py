"""One choice of an upstream's answer, told as events while it arrives.

A picture is told as soon as it is whole, a large one while it arrives where that is allowed. Words wait for the next
picture or the end: only then is it known whether a link in them is the picture or merely a second way to it. What was
told once is not told again, wherever it stands.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cavendish.core.events import Begin, Data, End, Event
from cavendish.core.parts import Blob
from cavendish.core.sniff import sniff
from cavendish.core.stream import Batch
from cavendish.wire.base64_text import Normaliser
from cavendish.wire.documents import HELD, object_of
from cavendish.wire.lift import Lifted
from cavendish.wire.link import Link
from cavendish.wire.openai_chat.links import caption, find_links, is_link, without_pictures
from cavendish.wire.openai_chat.prose import Flowing, Inline, Prose
from cavendish.wire.received import DATA_HEAD, UNKNOWN_TYPE, blob_of, declared_type, picture_events

__all__ = ["Choice"]

Strings = Mapping[int, bytearray]
THOUGHTS = ("reasoning_content", "reasoning")  # upstreams that send both say the same twice


class Choice:
    """Give it every `message` or `delta`, then close it."""

    def __init__(self, index: int, *, early: bool = False) -> None:
        self._index = index
        self._flow: Normaliser | None = None  # of the picture that is told while it arrives
        self._prose = Prose(flow=early)
        self._thoughts = Prose()
        self._refusal = ""
        self._told: set[int | str] = set()  # pictures by their first letters, links by their address
        self.pictures = 0  # told, links among them; drafts are not counted
        self.reason = ""

    @property
    def refused(self) -> bool:
        """The model said, in the field meant for it, that it will not."""
        return bool(self._refusal) and not self.pictures

    def hear(self, message: Mapping[str, Any], strings: Strings) -> Iterator[Event | Link]:
        """What this message completes; ValueError for base64 that is none."""
        thought = next((literal for name in THOUGHTS if (literal := _literal(message.get(name), strings))), b"")
        for inline in self._thoughts.feed(thought):
            yield from self._thought(inline)
        content = message.get("content")
        yield from self._entries(content, strings, with_words=True)
        has_words = isinstance(content, Lifted) or bool(content and isinstance(content, str))
        yield from self._entries(message.get("content_blocks"), strings, with_words=not has_words)
        yield from self._entries(message.get("images"), strings, with_words=False)
        if isinstance(refusal := message.get("refusal"), str):
            self._refusal += refusal

    def close(self) -> Iterator[Event | Link]:
        """The rest; ValueError when a picture was cut off."""
        for inline in self._thoughts.close():
            yield from self._thought(inline)
        for inline in self._prose.close():
            yield from self._shown(inline)
        yield from self._thinking()
        words = self._prose.take()
        urls = [] if self.pictures else find_links(words)
        if urls:
            words = caption(without_pictures(words))
        elif self.pictures:
            words = without_pictures(words)
        yield from self._words(words)
        for url in urls:
            yield from self._link(url)
        if self._refusal not in words:
            yield from self._words(self._refusal)

    def _entries(self, content: Any, strings: Strings, *, with_words: bool) -> Iterator[Event | Link]:
        """A string, or a list of parts in any of the forms that upstreams have thought of."""
        if not isinstance(content, list):
            yield from self.say(_literal(content, strings))
            return
        for entry in content:
            if isinstance(entry, dict):
                yield from self._entry(object_of(entry.get("delta")) or entry, strings, with_words=with_words)
            elif with_words:
                yield from self.say(_literal(entry, strings))
            else:
                yield from self._show(_literal(entry, strings))

    def _entry(self, entry: Mapping[str, Any], strings: Strings, *, with_words: bool) -> Iterator[Event | Link]:
        for inline in self._thoughts.feed(_literal(entry.get("thinking"), strings)):
            yield from self._thought(inline)
        if with_words:
            yield from self.say(_literal(entry.get("text"), strings))
        if data := _literal(entry.get("b64_json"), strings):
            yield from self._picture(Inline(UNKNOWN_TYPE, data))
        else:
            url = entry.get("image_url") or entry.get("url")
            yield from self._show(_literal(url.get("url") if isinstance(url, dict) else url, strings))

    def say(self, literal: bytes, /) -> Iterator[Event]:
        """A piece of the content, as it stands in JSON."""
        for inline in self._prose.feed(literal):
            yield from self._shown(inline)

    def show(self, piece: bytes, /) -> Iterator[Event]:
        """A piece of a data URI that stands in a field of its own; `end` ends it."""
        if self._flow or not (head := DATA_HEAD.match(piece)):
            yield from self._flowing(Flowing(piece))
        else:
            yield from self._flowing(Flowing(piece[head.end() :], declared_type(head)))

    def end(self) -> Iterator[Event]:
        yield from self._flowing(Flowing(b"", last=True))

    def may_pass(self, batch: Batch, *, said: bool) -> bool:
        """Whether all of this, `said` or shown, would come out as it is."""
        if self._flow is None or not self._flow.may_pass(batch):
            return False
        return self._prose.may_pass(batch) if said else True

    def passed(self, batch: Batch) -> None:
        if self._flow:
            self._flow.passed(batch)

    def _shown(self, inline: Inline | Flowing) -> Iterator[Event]:
        return self._flowing(inline) if isinstance(inline, Flowing) else self._picture(inline)

    def _flowing(self, flowing: Flowing) -> Iterator[Event]:
        if flowing.media_type:
            yield from self._begin_flow(flowing)
        elif self._flow and flowing.last:
            if padding := self._flow.close():
                yield Data(padding)
            yield End()
            self._flow = None
        elif self._flow:
            yield Data(self._flow.feed(flowing.data))

    def _begin_flow(self, flowing: Flowing) -> Iterator[Event]:
        """Nothing of a picture that was told before: without a flow its pieces go nowhere."""
        letters = Normaliser()
        data = bytes(letters.feed(flowing.data))
        if not self._is_new(data):
            return
        self._flow = letters
        self.pictures += 1
        yield from self._thinking()
        yield from self._words(without_pictures(self._prose.take()))
        header = sniff(Blob(data[: len(data) // 4 * 4], encoded=True))
        yield Begin("image", header.media_type if header else flowing.media_type, candidate=self._index)
        yield Data(data)

    def _is_new(self, letters: bytes) -> bool:
        """Whether no picture with these first letters was told; from now on one was."""
        key = hash(letters[:HELD])
        known = key in self._told
        self._told.add(key)
        return not known

    def _show(self, literal: bytes) -> Iterator[Event | Link]:
        """A picture that stands in a field of its own: a data URI or a link. Paths on the upstream are neither."""
        if head := DATA_HEAD.match(literal):
            yield from self._picture(Inline(declared_type(head), literal[head.end() :]))
        elif literal[:4].lower() == b"http" and is_link(url := json.loads(b'"' + literal + b'"')):
            yield from self._link(url)

    def _picture(self, inline: Inline, *, thought: bool = False) -> Iterator[Event]:
        blob = blob_of(inline.data)
        if not len(blob) or not self._is_new(blob.base64):
            return
        self.pictures += not thought
        yield from self._thinking()
        if not thought:
            yield from self._words(without_pictures(self._prose.take()))
        yield from picture_events(blob, declared=inline.media_type, thought=thought, candidate=self._index)

    def _thought(self, inline: Inline | Flowing) -> Iterator[Event]:
        """A draft; thoughts never flow."""
        if isinstance(inline, Inline):
            yield from self._picture(inline, thought=True)

    def _link(self, url: str) -> Iterator[Event | Link]:
        if url in self._told:
            return
        self._told.add(url)
        self.pictures += 1
        yield from self._thinking()
        yield from self._words(without_pictures(self._prose.take()))
        yield Link(url, self._index)

    def _thinking(self) -> Iterator[Event]:
        yield from self._words(self._thoughts.take(), thought=True)

    def _words(self, words: str, *, thought: bool = False) -> Iterator[Event]:
        if words := words.strip("\n") if words.strip() else "":
            yield Begin("text", thought=thought, candidate=self._index)
            yield Data(words.encode())
            yield End()


def _literal(value: Any, strings: Strings) -> bytes:
    """A string as it stands in JSON; empty for anything else."""
    if isinstance(value, Lifted):
        return bytes(strings[value.index])
    return json.dumps(value, ensure_ascii=False)[1:-1].encode() if isinstance(value, str) else b""
