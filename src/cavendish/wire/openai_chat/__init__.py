"""OpenAI's chat format, `/v1/chat/completions`, with pictures in it as resellers and OpenRouter put them."""

from cavendish.wire.openai_chat.answer import Answer
from cavendish.wire.openai_chat.errors import parse_error, render_error
from cavendish.wire.openai_chat.models import parse_models, render_model, render_models
from cavendish.wire.openai_chat.reader import Reader
from cavendish.wire.openai_chat.render import SizeStyle, render_request
from cavendish.wire.openai_chat.request import ChatRequest, parse_request
from cavendish.wire.openai_chat.stream import StreamWriter
from cavendish.wire.openai_chat.writer import UnaryWriter

__all__ = [
    "CARRIES",
    "RENDERS",
    "Answer",
    "ChatRequest",
    "Reader",
    "SizeStyle",
    "StreamWriter",
    "UnaryWriter",
    "parse_error",
    "parse_models",
    "parse_request",
    "render_error",
    "render_model",
    "render_models",
    "render_request",
]

# The fields of a Request that this dialect can say.
CARRIES = frozenset({
    "aspect_ratio", "count", "height", "image_size", "modalities", "model", "quality", "seed", "system", "turns",
    "width",
})  # fmt: skip

# Those of them that are said to upstreams: the rest has been resolved into these, and the count is a number of calls.
RENDERS = CARRIES - {"count", "height", "quality", "width"}
