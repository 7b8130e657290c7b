"""Callers of every dialect, in conversations of two turns with pictures, and upstreams of every kind.

Upstreams answer with bodies of known origin, in which the last picture is replaced: those before it are drafts.
"""

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from typing import Any

from tests.samples import document, png
from tests.serving import Reply as Got
from tests.serving import Server
from tests.upstreams import Asked, Reply, Told, as_json
from tests.wire.upstream_answers import sent

FIRST, SECOND = png(20, 10, filler=5000), png(30, 10, filler=9000)  # long enough to be lifted out of a document
GUIDE = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=]+)")
BASE64_PNG = re.compile(rb"iVBORw0KGgo[A-Za-z0-9+/]+=*")
BOUNDARY = "a-boundary"
EVENTS = {"Content-Type": "text/event-stream"}
SIGNATURE = "c2lnMg=="  # of the picture in Google's answer


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


@dataclass
class Caller:
    """Asks for a picture, then for a change to it, as its dialect's clients do."""

    server: Server
    model: str
    stream: str = ""

    def first(self) -> bytes:
        raise NotImplementedError

    def second(self) -> bytes:
        raise NotImplementedError


class OpenAICaller(Caller):
    def first(self) -> bytes:
        self.messages: list[dict[str, Any]] = [{"role": "user", "content": "a cat"}]
        return self._ask()

    def second(self) -> bytes:
        self.messages += [{"role": "assistant", "content": self.content}, {"role": "user", "content": "make it night"}]
        return self._ask()

    def _ask(self) -> bytes:
        body = {"model": self.model, "messages": self.messages, "stream": bool(self.stream)}
        self.content = content(whole(self.server.post("/v1/chat/completions", body)))
        [found] = GUIDE.findall(self.content)
        return base64.b64decode(found)


def content(reply: Got) -> str:
    """The words of a completion, or of all its chunks."""
    if not reply.headers["content-type"].startswith("text/event-stream"):
        return str(reply.json["choices"][0]["message"]["content"])
    events = [event for event in reply.body.decode().split("\n\n") if event.startswith("data: {")]
    choices = [json.loads(event.removeprefix("data: "))["choices"] for event in events]
    return "".join(choice["delta"].get("content", "") for [choice] in choices)


class GoogleCaller(Caller):
    def first(self) -> bytes:
        self.contents: list[dict[str, Any]] = [{"role": "user", "parts": [{"text": "a cat"}]}]
        return self._ask()

    def second(self) -> bytes:
        self.contents.append({"role": "user", "parts": [{"text": "make it night"}]})
        return self._ask()

    def _ask(self) -> bytes:
        method = self.stream or "generateContent"
        reply = whole(self.server.post(f"/v1beta/models/{self.model}:{method}", {"contents": self.contents}))
        parts = [part for one in documents(reply) for part in one["candidates"][0]["content"]["parts"]]
        self.contents.append({"role": "model", "parts": parts})
        [part] = shown(parts)
        assert part["inlineData"]["mimeType"] == "image/png"
        return base64.b64decode(part["inlineData"]["data"], validate=True)


def shown(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pictures among parts of Google's, without drafts, which a conversation keeps too."""
    return [part for part in parts if "inlineData" in part and not part.get("thought")]


def documents(reply: Got) -> list[dict[str, Any]]:
    """The answer's documents, however they were sent."""
    if reply.headers["content-type"].startswith("text/event-stream"):
        return [json.loads(one.removeprefix("data: ")) for one in reply.body.decode().split("\r\n\r\n") if one.strip()]
    return reply.json if isinstance(reply.json, list) else [reply.json]


class ImagesCaller(Caller):
    def first(self) -> bytes:
        body = {"model": self.model, "prompt": "a cat", "response_format": "b64_json", "style": "vivid"}
        return self._answer(self.server.post("/v1/images/generations", body))

    def second(self) -> bytes:
        head = 'Content-Disposition: form-data; name="{}"\r\n\r\n{}'
        fields = [head.format("model", self.model).encode(), head.format("prompt", "make it night").encode()]
        file = b'Content-Disposition: form-data; name="image"; filename="cat.png"\r\nContent-Type: image/png\r\n\r\n'
        parts = [b"--" + BOUNDARY.encode() + b"\r\n" + part + b"\r\n" for part in (*fields, file + self.shown)]
        body = b"".join((*parts, b"--" + BOUNDARY.encode() + b"--\r\n"))
        form = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self._answer(self.server.post("/v1/images/edits", body, form))

    def _answer(self, reply: Got) -> bytes:
        [shown] = whole(reply).json["data"]
        self.shown = base64.b64decode(shown["b64_json"], validate=True)
        return self.shown


def whole(reply: Got) -> Got:
    assert reply.status == 200, reply.body
    return reply


Answering = Callable[[Told, bytes], Reply]


@dataclass(frozen=True)
class Kind:
    """One kind of upstream: its model here, how it answers, and the pictures that it was sent."""

    model: str
    at_once: Answering
    pictures: Callable[[Asked], list[bytes]]
    in_events: Answering | None = None

    def answers(self, vendor: Told, *pictures: bytes, streamed: bool = False) -> list[Reply]:
        answering = self.in_events if streamed and self.in_events else self.at_once
        return [answering(vendor, data) for data in pictures]


def drawn(name: str, data: bytes) -> bytes:
    """The body of this name with this picture in it."""
    body = sent(name)
    *_, last = BASE64_PNG.finditer(body)
    return body[: last.start()] + encoded(data).encode() + body[last.end() :]


def from_google(_: Told, data: bytes) -> Reply:
    return Reply(drawn("gemini-answer-drafts", data))


def events_from_google(_: Told, data: bytes) -> Reply:
    """Thoughts as they were recorded, and then the answer."""
    thoughts = [json.dumps(chunk).encode() for chunk in document("gemini-answer-stream")]
    chunks = (*thoughts, drawn("gemini-answer-drafts", data).replace(b"\n", b""))
    return Reply(b"".join(b"data: " + chunk + b"\r\n\r\n" for chunk in chunks), headers=EVENTS)


def google_pictures(asked: Asked) -> list[bytes]:
    parts = [part for content in asked.json["contents"] for part in content["parts"]]
    return [base64.b64decode(part["inlineData"]["data"]) for part in shown(parts)]


def from_reseller(_: Told, data: bytes) -> Reply:
    return Reply(drawn("chat-answer-new-api", data))


def events_from_reseller(_: Told, data: bytes) -> Reply:
    return Reply(drawn("chat-stream-new-api", data), headers=EVENTS)


def reseller_pictures(asked: Asked) -> list[bytes]:
    return [base64.b64decode(found) for found in GUIDE.findall(asked.body.decode())]


def from_images(_: Told, data: bytes) -> Reply:
    return Reply(drawn("images-answer-openai", data))


def form_pictures(asked: Asked) -> list[bytes]:
    if "multipart" not in asked.headers["content-type"]:
        return []
    head = b"Content-Type: " + asked.headers["content-type"].encode() + b"\r\n\r\n"
    parts = [part for part in BytesParser().parsebytes(head + asked.body).get_payload() if isinstance(part, Message)]
    found = [part.get_payload(decode=True) for part in parts if part.get_filename()]
    return [data for data in found if isinstance(data, bytes)]


def from_bfl(vendor: Told, data: bytes) -> Reply:
    """The answer to the submission; its poll and its picture lie ready."""
    number = len(data)
    poll, file = f"{vendor.url}/bfl/poll/{number}", f"{vendor.url}/bfl/file/{number}"
    vendor.says(as_json({**document("bfl-ready"), "result": {"sample": file}}), at=f"/poll/{number}")
    vendor.says(Reply(data), at=f"/file/{number}")
    return as_json({**document("bfl-submitted"), "polling_url": poll})


def bfl_pictures(asked: Asked) -> list[bytes]:
    found = [value for name, value in asked.json.items() if name.startswith("input_image")]
    return [base64.b64decode(data) for data in found]


KINDS = {
    "google": Kind("gemini-3-pro-image", from_google, google_pictures, events_from_google),
    "reseller": Kind("gemini-3-pro-image", from_reseller, reseller_pictures, events_from_reseller),
    "openai": Kind("gpt-image-1.5", from_images, form_pictures),
    "bfl": Kind("flux-kontext-pro", from_bfl, bfl_pictures),
}
