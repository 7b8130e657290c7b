"""A request as a chat completion request, for whoever speaks OpenAI's format.

Nobody agreed on where ratio and size stand, so the upstream's style is a setting of its engine. `n` is never sent: one
picture is one call. Thoughts and signatures have no place in this format.
"""

import json
from collections.abc import Mapping
from typing import Any, Literal

from cavendish.core.parts import Image, Part, Role, Text, Turn
from cavendish.core.request import Request
from cavendish.wire.lift import Lifted, render

__all__ = ["SizeStyle", "render_request"]

# google: extra_body.google.image_config, literally; openrouter: image_config; suffix: nano-banana-pro-4k-16x9
SizeStyle = Literal["google", "openrouter", "suffix", "none"]

ROLES: dict[Role, str] = {"user": "user", "model": "assistant"}
PLAIN_SIZE = "1K"  # what a name without a suffix draws


def render_request(request: Request, *, model: str, style: SizeStyle, stream: bool = False) -> list[bytes]:
    """A resolved request as pieces of JSON; `model` is the upstream's name for it."""
    strings: list[bytes] = []
    document: dict[str, Any] = {
        "model": _suffixed(model, request) if style == "suffix" else model,
        "messages": _messages(request, strings),
        "modalities": [word.lower() for word in request.modalities],
        "stream": stream,
        **_sizes(request, style),
    }
    if stream:
        document["stream_options"] = {"include_usage": True}
    if request.seed is not None:
        document["seed"] = request.seed
    return render(document, strings)


def _messages(request: Request, strings: list[bytes]) -> list[dict[str, Any]]:
    system = [{"role": "system", "content": request.system}] if request.system else []
    return [*system, *({"role": ROLES[turn.role], "content": _content(turn, strings)} for turn in request.turns)]


def _content(turn: Turn, strings: list[bytes]) -> str | list[dict[str, Any]]:
    parts = [part for part in turn.parts if not part.thought]
    match parts:
        case []:
            return ""
        case [Text(words)]:
            return words
        case _:
            return [_part(part, strings) for part in parts]


def _part(part: Part, strings: list[bytes]) -> dict[str, Any]:
    match part:
        case Text(words):
            return {"type": "text", "text": words}
        case Image():
            strings.append(_data_uri(part))
            return {"type": "image_url", "image_url": {"url": Lifted(len(strings) - 1)}}


def _data_uri(image: Image) -> bytes:
    """As it stands between the quotes of a JSON string."""
    return json.dumps(f"data:{image.media_type};base64,")[1:-1].encode() + image.blob.base64


def _sizes(request: Request, style: SizeStyle) -> Mapping[str, Any]:
    wishes = {"aspect_ratio": request.aspect_ratio, "image_size": request.image_size}
    config = {name: wish for name, wish in wishes.items() if wish is not None}
    match style:
        case "google" if config:
            return {"extra_body": {"google": {"image_config": config}}}
        case "openrouter" if config:
            return {"image_config": config}
        case _:
            return {}


def _suffixed(model: str, request: Request) -> str:
    size = f"-{request.image_size.lower()}" if request.image_size not in (None, PLAIN_SIZE) else ""
    ratio = f"-{request.aspect_ratio.replace(':', 'x')}" if request.aspect_ratio else ""
    return f"{model}{size}{ratio}"
