"""A request for an upstream's images endpoints: generations as JSON, edits as a form with the pictures in it.

OpenAI's own models always answer with base64 and refuse to be asked for it; `sglang serve` and `vllm serve --omni`
answer with links to themselves unless they are. One picture is one call, so `n` is not sent.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cavendish.core.parts import Image
from cavendish.core.request import Request
from cavendish.wire.compact import compact
from cavendish.wire.single_turn import single_turn

__all__ = ["Call", "render_request"]

OPENAIS_OWN = ("gpt-image", "chatgpt-image")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is posted: the path below the base URL (which ends in `/v1`), the content type and the body's pieces."""

    path: str
    content_type: str
    body: list[bytes]


def render_request(request: Request, *, model: str) -> Call:
    """A resolved request; `model` is the upstream's name for it."""
    turn = single_turn(request)
    fields = {"model": model, "prompt": turn.prompt, **_options(request, model)}
    if not turn.images:
        return Call(path="/images/generations", content_type="application/json", body=[compact(fields)])
    boundary = f"cavendish-{secrets.token_hex(16)}"
    return Call(
        path="/images/edits",
        content_type=f"multipart/form-data; boundary={boundary}",
        body=list(_form(fields, turn.images, boundary.encode())),
    )


def _options(request: Request, model: str) -> dict[str, str | int]:
    options: dict[str, str | int] = {}
    if request.width and request.height:
        options["size"] = f"{request.width}x{request.height}"
    if request.quality:
        options["quality"] = request.quality
    if not model.startswith(OPENAIS_OWN):
        options["response_format"] = "b64_json"
        if request.seed is not None:
            options["seed"] = request.seed
    elif request.media_type:
        options["output_format"] = request.media_type.removeprefix("image/")
    return options


def _form(fields: Mapping[str, str | int], images: Sequence[Image], boundary: bytes) -> Iterator[bytes]:
    opening = b"--" + boundary + b'\r\nContent-Disposition: form-data; name="'
    for name, value in fields.items():
        yield opening + name.encode() + b'"\r\n\r\n' + str(value).encode() + b"\r\n"
    for number, image in enumerate(images, 1):
        kind = image.media_type.removeprefix("image/")
        head = f'image[]"; filename="image-{number}.{kind}"\r\nContent-Type: {image.media_type}\r\n\r\n'
        yield opening + head.encode()
        yield image.blob.raw
        yield b"\r\n"
    yield b"--" + boundary + b"--\r\n"
