"""Google's format, `generateContent`, in both directions."""

from cavendish.wire.gemini.errors import parse_error, render_error
from cavendish.wire.gemini.models import parse_models, render_model, render_models, render_token_count
from cavendish.wire.gemini.reader import Reader
from cavendish.wire.gemini.request import DIALECT, parse_request, render_request
from cavendish.wire.gemini.writer import ArrayWriter, StreamWriter, UnaryWriter

__all__ = [
    "CARRIES",
    "DIALECT",
    "ArrayWriter",
    "Reader",
    "StreamWriter",
    "UnaryWriter",
    "parse_error",
    "parse_models",
    "parse_request",
    "render_error",
    "render_model",
    "render_models",
    "render_request",
    "render_token_count",
]

# The fields of a Request that this dialect can say; the model stands in the URL.
CARRIES = frozenset({"aspect_ratio", "image_size", "include_thoughts", "modalities", "seed", "system", "turns"})
