"""A request of the images endpoints, parsed from callers: JSON, or the form that edits come in.

Clients send parameters of models that are not here. They are accepted, and named, so that a header can tell.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image, Reference, Text, Turn
from cavendish.core.request import Request
from cavendish.core.size import parse_ratio, parse_size
from cavendish.core.sniff import checked_image
from cavendish.wire.fields import expect, integer, text
from cavendish.wire.lift import lift
from cavendish.wire.multipart import is_form, parse_form
from cavendish.wire.openai_chat.content import parse_images
from cavendish.wire.openai_chat.request import MOST_CHOICES, parse_quality
from cavendish.wire.options import parse_media_type, parse_options

__all__ = ["ImagesRequest", "parse_request"]

INT63 = 2**63
PICTURE_FIELD = re.compile(r"image(\[\d{0,3}\])?")
USED = {
    "model", "prompt", "n", "size", "quality", "output_format", "seed", "aspect_ratio", "image_size", "images",
    "stream", "cavendish",
}  # fmt: skip
SAYS_NOTHING: tuple[Any, ...] = (None, "", "auto", [], {})
PLAIN_NAME = re.compile(r"[\w.\[\]-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagesRequest:
    """A request, and the names of what was sent with it and has no use here, fit for a header."""

    request: Request
    unused: tuple[str, ...]


@dataclass(slots=True)
class _Sent:
    document: dict[str, Any]
    strings: Sequence[bytes]
    images: list[Image | Reference]
    unused: list[str]


def parse_request(body: bytes, *, headers: Mapping[str, str]) -> ImagesRequest:
    """The request in `body`; InvalidRequest names the field that is wrong. Header names are lower-case."""
    content_type = headers.get("content-type", "")
    sent = _form(body, content_type) if is_form(content_type) else _json(body)
    document = sent.document
    if document.get("stream") not in (None, False, "false"):
        raise InvalidRequest("stream: pictures come whole here; leave it out.", field="stream")
    options = parse_options(document.get("cavendish"), headers)
    given = {name: value for name, value in document.items() if value != ""}  # a form's way of saying nothing
    size = parse_size(given.get("image_size", given.get("size")), field="size")
    request = Request(
        model=expect(given.get("model", ""), str, field="model"),
        turns=(Turn.of("user", (*sent.images, Text(_prompt(sent)))),),
        aspect_ratio=parse_ratio(given.get("aspect_ratio"), field="aspect_ratio") or size.aspect_ratio,
        image_size=size.image_size,
        width=size.width,
        height=size.height,
        quality=parse_quality(given.get("quality")),
        count=integer(given.get("n"), field="n", least=1, most=MOST_CHOICES) or 1,
        seed=integer(given.get("seed"), field="seed", least=-INT63, most=INT63 - 1),
        media_type=options.media_type or parse_media_type(given.get("output_format"), field="output_format"),
        refusal=options.refusal,
        simulate=options.simulate,
    )
    return ImagesRequest(request=request, unused=_unused(sent))


def _json(body: bytes) -> _Sent:
    document, strings = lift(body)
    document = expect(document, dict, field="The body")
    return _Sent(document, strings, parse_images(document.get("images"), strings, field="images"), [])


def _form(body: bytes, content_type: str) -> _Sent:
    sent = _Sent({}, (), [], [])
    for part in parse_form(body, content_type=content_type):
        name = part.name
        if PICTURE_FIELD.fullmatch(name):
            sent.images.append(checked_image(Blob(bytes(part.data)), field=name))
        elif part.is_file:
            sent.unused.append(name)
        elif name in sent.document:
            raise InvalidRequest(f"The form names {name[:80]!r} twice.", field=name[:80])
        else:
            sent.document[name] = part.data.decode(errors="replace")
    return sent


def _prompt(sent: _Sent) -> str:
    prompt = text(sent.document.get("prompt") or "", sent.strings, field="prompt")
    if not prompt.strip():
        raise InvalidRequest("prompt must say what is to be drawn.", field="prompt")
    return prompt


def _unused(sent: _Sent) -> tuple[str, ...]:
    used = USED | ({"response_format"} if sent.document.get("response_format") == "b64_json" else set())
    names = [name for name, value in sent.document.items() if name not in used and value not in SAYS_NOTHING]
    return tuple(name for name in (*names, *sent.unused) if PLAIN_NAME.fullmatch(name))
