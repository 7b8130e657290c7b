"""What a request comes to under a model: the ratio and size it has, exact pixels, a file type."""

from dataclasses import dataclass, replace

from cavendish.catalogue.names import Name
from cavendish.catalogue.shapes import fitting_pair, nearest_ratio, size_of_quality
from cavendish.core.errors import InvalidRequest
from cavendish.core.model import Model
from cavendish.core.request import Request
from cavendish.core.sniff import sniff

__all__ = ["Resolved", "check_prompt", "settle", "with_suffix"]

DEFAULT_SIZE = "1K"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A request with its model and exact pixels. `notes` say, for people, what was changed.

    `model` is None for one that the catalogue does not know, and `exact` false where ratio or size go as they are
    asked: then pixels and price are the engine's to know.
    """

    request: Request
    model: Model | None
    exact: bool = True
    convert_to: str | None = None  # the file type that the caller asked for; None takes what the engine makes
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()  # for a header, in ASCII

    @property
    def tokens_of_a_picture(self) -> int:
        """As the catalogue counts them; 0 where it does not know."""
        if self.model is None or not self.exact:
            return 0
        return self.model.tokens_of(self.request.image_size or DEFAULT_SIZE, self.request.quality)


def settle(model: Model, request: Request, *, open_ended: bool) -> Resolved:
    """The request as this model draws it; InvalidRequest for what it lacks, unless the engine is `open_ended`."""
    notes: tuple[str, ...] = ()
    if request.width and request.height:
        ratio, size = fitting_pair(model, request.width, request.height)
        notes = _pixel_note(model, request, ratio, size)
    else:
        try:
            ratio, size = _ratio(model, request), _size(model, request)
        except InvalidRequest:
            if not open_ended:
                raise
            return Resolved(request=request, model=model, exact=False, convert_to=request.media_type)
    width, height = model.pixels[ratio][size]
    resolved = replace(
        request,
        aspect_ratio=ratio,
        image_size=size if len(model.image_sizes) > 1 else None,  # such models refuse the field
        width=width,
        height=height,
        media_type=request.media_type or model.media_type,
        thinking=model.thinking,
    )
    return Resolved(request=resolved, model=model, convert_to=request.media_type, notes=notes)


def with_suffix(request: Request, name: Name) -> Request:
    """Suffixes of the name (`-4k-16x9`) count where the request itself says nothing."""
    if request.width or not (name.aspect_ratio or name.image_size):
        return request
    return replace(
        request,
        aspect_ratio=request.aspect_ratio or name.aspect_ratio,
        image_size=request.image_size or name.image_size,
    )


def check_prompt(request: Request, model: Model | None, tokens: int) -> None:
    if not (request.prompt.strip() or request.turns[-1].images):
        raise InvalidRequest("The prompt is empty: say what to draw.", field="prompt", code="empty_prompt")
    if model and model.prompt_token_limit and tokens > model.prompt_token_limit:
        raise InvalidRequest(
            f"The prompt has about {tokens:,} tokens; {model.id} takes {model.prompt_token_limit:,}.",
            field="prompt",
            code="context_length_exceeded",
        )


def _ratio(model: Model, request: Request) -> str:
    if request.aspect_ratio is None:
        return _ratio_of_last_picture(model, request) or "1:1"
    if request.aspect_ratio in model.pixels:
        return request.aspect_ratio
    raise InvalidRequest(
        f"{model.id} does not have the aspect ratio {request.aspect_ratio}. It has: {', '.join(model.aspect_ratios)}.",
        field="aspect_ratio",
        code="unsupported_aspect_ratio",
    )


def _ratio_of_last_picture(model: Model, request: Request) -> str | None:
    for image in reversed(request.images):
        header = sniff(image.blob)
        if header and header.width and header.height:
            return nearest_ratio(model, header.width / header.height)
    return None


def _size(model: Model, request: Request) -> str:
    size = request.image_size or size_of_quality(model, request.quality or "low")
    if size in model.image_sizes:
        return size
    raise InvalidRequest(
        f"{model.id} does not have the size {size}. It has: {', '.join(model.image_sizes)}.",
        field="image_size",
        code="unsupported_size",
    )


def _pixel_note(model: Model, request: Request, ratio: str, size: str) -> tuple[str, ...]:
    width, height = model.pixels[ratio][size]
    if (width, height) == (request.width, request.height):
        return ()
    return (f"{request.width}×{request.height} is drawn as {ratio} at {size}: {width}×{height}.",)
