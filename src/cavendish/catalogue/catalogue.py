"""What each model can do, and what a request comes to under it.

`resolve` runs before any engine sees a request: names, suffixes, sizes and ratios become one model and exact pixels.
`complete` runs after: counts that an engine left out are filled, and the price is known. So engines carry no tables.
"""

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

from cavendish.catalogue.names import Name, parse_name
from cavendish.catalogue.shapes import fitting_pair, nearest_ratio, size_of_quality
from cavendish.core.errors import InvalidRequest, ModelNotFound
from cavendish.core.model import Model
from cavendish.core.money import Micros, Price
from cavendish.core.request import Request
from cavendish.core.result import Usage
from cavendish.core.sniff import sniff

__all__ = ["Catalogue", "Resolved"]

DEFAULT_SIZE = "1K"
DEFAULT_MODELS = ("gemini-2.5-flash-image", "gemini-3.1-flash-image")  # the first that has what is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A request with its model and exact pixels. `notes` say, for people, what was changed."""

    request: Request
    model: Model
    convert_to: str | None = None  # the file type that the caller asked for; None takes what the engine makes
    notes: tuple[str, ...] = ()


class Catalogue:
    """Every model by every name it goes by."""

    def __init__(self, models: Iterable[Model], *, prompt_picture_tokens: int, characters_per_token: int) -> None:
        self._models = {model.id: model for model in models}
        self._names = {name.lower(): model for model in self._models.values() for name in (model.id, *model.aliases)}
        self._prompt_picture_tokens = prompt_picture_tokens
        self._characters_per_token = characters_per_token

    @classmethod
    def load(cls) -> "Catalogue":
        """The catalogue that ships with Cavendish."""
        document = tomllib.loads(resources.files(__package__).joinpath("models.toml").read_text("utf-8"))
        tokens = document["tokens"]
        return cls(
            (_model(entry, document["grid"]) for entry in document["model"]),
            prompt_picture_tokens=tokens["per_prompt_picture"],
            characters_per_token=tokens["characters_per_token"],
        )

    def __iter__(self) -> Iterator[Model]:
        return iter(self._models.values())

    def get(self, name: str) -> Model | None:
        """The model of this name or alias, whatever suffix or prefix it carries; None for a stranger."""
        return self._names.get(parse_name(name, self._names).model)

    def find(self, name: str) -> Model:
        """Like `get`, but a stranger is a ModelNotFound that names the nearest one."""
        if model := self.get(name):
            return model
        near = difflib.get_close_matches(parse_name(name, self._names).model, self._names, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(self._models)}."
        raise ModelNotFound(f"The model {name[:80]!r} is not known.{hint}", field="model")

    def resolve(self, request: Request) -> Resolved:
        """The request under its true model name, with ratio, size, pixels and file type settled."""
        asked = request.model or self._default_for(request)
        model, name = self.find(asked), parse_name(asked, self._names)
        wished = _with_suffix(request, name)
        _check_prompt(wished, model, self.count_tokens(wished))
        if wished.width and wished.height:
            ratio, size = fitting_pair(model, wished.width, wished.height)
            notes = _pixel_note(model, wished, ratio, size)
        else:
            ratio, size, notes = _ratio(model, wished), _size(model, wished), ()
        width, height = model.pixels[ratio][size]
        resolved = replace(
            wished,
            model=model.id,
            aspect_ratio=ratio,
            image_size=size if len(model.image_sizes) > 1 else None,  # such models refuse the field
            width=width,
            height=height,
            media_type=wished.media_type or model.media_type,
        )
        return Resolved(request=resolved, model=model, convert_to=request.media_type, notes=notes)

    def _default_for(self, request: Request) -> str:
        """The model for a request that names none: the first with its ratio and size."""
        for name in DEFAULT_MODELS:
            model = self._models[name]
            size, ratio = request.image_size or model.image_sizes[0], request.aspect_ratio or "1:1"
            if size in model.image_sizes and ratio in model.pixels:
                return name
        return DEFAULT_MODELS[0]

    def complete(self, usage: Usage, resolved: Resolved, *, pictures: int, text: str) -> Usage:
        """The usage with what the engine left out: prompt, pictures and words as the model counts them."""
        request, model = resolved.request, resolved.model
        image_tokens = usage.image_tokens
        if image_tokens is None:
            image_tokens = pictures * model.image_tokens[request.image_size or DEFAULT_SIZE]
        candidates = usage.candidates_tokens
        if candidates is None:
            candidates = image_tokens + self._text_tokens(text)
        prompt = self.count_tokens(request) if usage.prompt_tokens is None else usage.prompt_tokens
        prompt_images = usage.prompt_image_tokens
        if prompt_images is None:
            prompt_images = min(len(request.images) * self._prompt_picture_tokens, prompt)
        return replace(
            usage,
            prompt_tokens=prompt,
            prompt_image_tokens=prompt_images,
            candidates_tokens=candidates,
            image_tokens=image_tokens,
        )

    def price(self, usage: Usage, model: Model) -> Micros:
        """What a complete usage costs by the list; thoughts are billed as words."""
        image_tokens = usage.image_tokens or 0
        words = max((usage.candidates_tokens or 0) - image_tokens, 0) + (usage.thoughts_tokens or 0)
        return model.price.of(prompt_tokens=usage.prompt_tokens or 0, text_tokens=words, image_tokens=image_tokens)

    def count_tokens(self, request: Request) -> int:
        """An estimate of the prompt's tokens: words by length, pictures at a flat rate."""
        words = request.system + "".join(turn.text for turn in request.turns)
        return self._text_tokens(words) + len(request.images) * self._prompt_picture_tokens

    def _text_tokens(self, text: str) -> int:
        return -(-len(text) // self._characters_per_token)


def _model(entry: Mapping[str, Any], grids: Mapping[str, Mapping[str, Mapping[str, list[int]]]]) -> Model:
    grid = grids[entry["grid"]]
    sizes = tuple(entry["image_sizes"])
    pixels = {
        ratio: {size: (grid[ratio][size][0], grid[ratio][size][1]) for size in sizes}
        for ratio in entry.get("aspect_ratios", grid)
    }
    given = {key: value for key, value in entry.items() if key not in ("grid", "aspect_ratios")}
    return Model(
        **given
        | {"pixels": pixels, "image_sizes": sizes, "aliases": tuple(entry["aliases"]), "price": Price(**entry["price"])}
    )


def _with_suffix(request: Request, name: Name) -> Request:
    """Suffixes of the name (`-4k-16x9`) count where the request itself says nothing."""
    if request.width:
        return request
    return replace(
        request,
        aspect_ratio=request.aspect_ratio or name.aspect_ratio,
        image_size=request.image_size or name.image_size,
    )


def _check_prompt(request: Request, model: Model, tokens: int) -> None:
    if not (request.prompt.strip() or request.turns[-1].images):
        raise InvalidRequest("The prompt is empty: say what to draw.", field="prompt", code="empty_prompt")
    if tokens > model.prompt_token_limit:
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
