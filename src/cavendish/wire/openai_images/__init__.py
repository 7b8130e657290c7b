"""OpenAI's images endpoints, `/v1/images/generations` and `/v1/images/edits`, in both directions."""

from cavendish.wire.openai_chat.errors import parse_error, render_error
from cavendish.wire.openai_images.reader import Reader
from cavendish.wire.openai_images.render import Call, render_request
from cavendish.wire.openai_images.request import ImagesRequest, parse_request
from cavendish.wire.openai_images.writer import UnaryWriter

__all__ = [
    "CARRIES",
    "RENDERS",
    "Call",
    "ImagesRequest",
    "Reader",
    "UnaryWriter",
    "parse_error",
    "parse_request",
    "render_error",
    "render_request",
]

# The fields of a Request that this dialect can say.
CARRIES = frozenset({
    "aspect_ratio", "count", "height", "image_size", "media_type", "model", "quality", "seed", "turns", "width",
})  # fmt: skip

# Those of them that are said to upstreams; the rest has been resolved into these.
RENDERS = frozenset({"height", "media_type", "model", "quality", "seed", "turns", "width"})
