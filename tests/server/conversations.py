"""Callers of every dialect, in conversations of two turns with pictures, and upstreams of every kind."""

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
from tests.serving import Server, google_answer
from tests.upstreams import Asked, Reply, Upstream, as_json

FIRST, SECOND = png(20, 10, filler=5000), png(30, 10, filler=9000)  # long enough to be lifted out of a document
GUIDE = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=]+)")
BOUNDARY = "a-boundary"


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
        [shown] = [part["inlineData"] for part in parts if "inlineData" in part]
        assert shown["mimeType"] == "image/png"
        return base64.b64decode(shown["data"], validate=True)


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


@dataclass(frozen=True)
class Kind:
    """One kind of upstream: its model here, its two answers, and the pictures that it was sent."""

    model: str
    answer: Callable[[Upstream, str, bytes], Reply]
    pictures: Callable[[Asked], list[bytes]]


def from_google(_: Upstream, __: str, data: bytes) -> Reply:
    shown = {"inlineData": {"mimeType": "image/png", "data": encoded(data)}, "thoughtSignature": "Y2F0"}
    return as_json(google_answer({"text": "Here it is.\n"}, shown))


def google_pictures(asked: Asked) -> list[bytes]:
    parts = [part for content in asked.json["contents"] for part in content["parts"]]
    return [base64.b64decode(part["inlineData"]["data"]) for part in parts if "inlineData" in part]


def from_reseller(_: Upstream, __: str, data: bytes) -> Reply:
    message = {"role": "assistant", "content": f"Here it is.\n![image](data:image/png;base64,{encoded(data)})"}
    return as_json({"model": "m", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})


def reseller_pictures(asked: Asked) -> list[bytes]:
    return [base64.b64decode(found) for found in GUIDE.findall(asked.body.decode())]


def from_images(_: Upstream, __: str, data: bytes) -> Reply:
    return as_json({**document("images-answer-openai"), "data": [{"b64_json": encoded(data)}]})


def form_pictures(asked: Asked) -> list[bytes]:
    if "multipart" not in asked.headers["content-type"]:
        return []
    head = b"Content-Type: " + asked.headers["content-type"].encode() + b"\r\n\r\n"
    parts = [part for part in BytesParser().parsebytes(head + asked.body).get_payload() if isinstance(part, Message)]
    found = [part.get_payload(decode=True) for part in parts if part.get_filename()]
    return [data for data in found if isinstance(data, bytes)]


def from_bfl(vendor: Upstream, name: str, data: bytes) -> Reply:
    """The answer to the submission; its poll and its picture lie ready."""
    number = len(data)
    poll, file = f"{vendor.url}/{name}/poll/{number}", f"{vendor.url}/{name}/file/{number}"
    vendor.says(as_json({**document("bfl-ready"), "result": {"sample": file}}), at=f"/poll/{number}")
    vendor.says(Reply(data), at=f"/file/{number}")
    return as_json({**document("bfl-submitted"), "polling_url": poll})


def bfl_pictures(asked: Asked) -> list[bytes]:
    found = [value for name, value in asked.json.items() if name.startswith("input_image")]
    return [base64.b64decode(data) for data in found]


KINDS = {
    "google": Kind("gemini-3-pro-image", from_google, google_pictures),
    "reseller": Kind("gemini-3-pro-image", from_reseller, reseller_pictures),
    "openai": Kind("gpt-image-1.5", from_images, form_pictures),
    "bfl": Kind("flux-kontext-pro", from_bfl, bfl_pictures),
}
