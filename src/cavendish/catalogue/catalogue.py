"""What each model can do, and what a request comes to under it.

`resolve` runs before any engine sees a request: names, suffixes, sizes and ratios become one model and exact pixels.
`complete` runs after: counts that an engine left out are filled, and the price is known. So engines carry no tables.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cavendish.catalogue.contract import compare
from cavendish.catalogue.lives import living_model, why
from cavendish.catalogue.loading import ENTRY, Grids, read_models, read_strangers, read_toml
from cavendish.catalogue.names import bare, parse_name
from cavendish.catalogue.resolution import Resolved, check_prompt, settle, with_suffix
from cavendish.core.errors import ModelNotFound
from cavendish.core.model import Differences, Model
from cavendish.core.money import Micros
from cavendish.core.request import Request
from cavendish.core.result import Usage

__all__ = ["Catalogue"]


class Catalogue:
    """Every model by every name it goes by; where two models want the same name, the first has it."""

    def __init__(
        self, models: Iterable[Model], *, defaults: Sequence[str], picture_tokens: int, characters_per_token: int
    ) -> None:
        self._models: dict[str, Model] = {}
        self._names: dict[str, Model] = {}
        for model in models:
            self._add(model)
        self._defaults = tuple(defaults)
        self._picture_tokens = picture_tokens
        self._characters_per_token = characters_per_token

    @classmethod
    def load(cls, packages: Iterable[str] = ()) -> "Catalogue":
        """The catalogue that ships with Cavendish, and behind it the models of other packages."""
        entry, grids = read_toml(ENTRY), Grids()
        tokens = entry["tokens"]
        models = read_models(entry, grids)
        for package in packages:
            models += read_strangers(package, grids, tokens)
        return cls(
            models,
            defaults=entry["defaults"],
            picture_tokens=tokens["per_prompt_picture"],
            characters_per_token=tokens["characters_per_token"],
        )

    def _add(self, model: Model) -> None:
        if self._models.setdefault(model.id, model) is model:
            for name in (model.id, *model.aliases, *model.roles):
                self._names.setdefault(name.lower(), model)

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

    def named(self, request: Request) -> Request:
        """The request under its model's id, with what a suffix of the name says; a stranger's name stands as it is."""
        asked = request.model or self._default_for(request)
        name = parse_name(asked, self._names)
        model = self._names.get(name.model)
        if model is None:
            return _under(request, bare(asked))
        return with_suffix(_under(request, model.id), name)

    def resolve(self, request: Request, *, open_ended: bool = False) -> Resolved:
        """The request with ratio, size, pixels and file type settled.

        What the catalogue does not know is an InvalidRequest, unless the engine is `open_ended`: then it goes as it is.
        """
        named = self.named(request)
        model = self.get(named.model) if open_ended else self.find(named.model)
        check_prompt(named, model, self.count_tokens(named))
        if model is None:
            return Resolved(request=named, model=None, exact=False, convert_to=request.media_type)
        return settle(model, named, open_ended=open_ended)

    def living(self, named: Request, *, asked: str, follows: str, on: date, refuse: bool) -> tuple[Request, str]:
        """The request under a model that lives that day at whoever follows that list, with a warning where it moved.

        `asked` is the name as the caller wrote it: who wrote none is neither warned nor refused. Others meet a
        ModelNotFound that names the successor where they are to `refuse`.
        """
        model = self.get(named.model)
        if model is None or not follows:
            return named, ""
        name = parse_name(asked, self._names).model
        living, retired = living_model(model, name, follows=follows, on=on, find=self.find)
        if retired is None:
            return named, ""
        moved = replace(named, model=living.id)
        if not asked:
            return moved, ""
        if refuse:
            raise ModelNotFound(f"{why(name, model, retired)}. Its successor is {living.id}.", field="model")
        return moved, f"{why(name, model, retired)}; {living.id} stands in for it."

    def compare(self, listed: Sequence[str], *, claims: Callable[[str], bool], follows: str, on: date) -> Differences:
        """What an engine's own list of models and this catalogue say differently."""
        return compare(listed, self, claims=claims, follows=follows, on=on)

    def _default_for(self, request: Request) -> str:
        """The model for a request that names none: the first with its ratio and size."""
        for name in self._defaults:
            model = self._models[name]
            size, ratio = request.image_size or model.image_sizes[0], request.aspect_ratio or "1:1"
            if size in model.image_sizes and ratio in model.pixels:
                return name
        return self._defaults[0]

    def complete(self, usage: Usage, resolved: Resolved, *, pictures: int, text: str) -> Usage:
        """The usage with what the engine left out: prompt, pictures and words as the model counts them."""
        request = resolved.request
        image_tokens = usage.image_tokens
        if image_tokens is None:
            image_tokens = pictures * resolved.tokens_of_a_picture
        candidates = usage.candidates_tokens
        if candidates is None:
            candidates = image_tokens + self._text_tokens(text)
        prompt = self.count_tokens(request) if usage.prompt_tokens is None else usage.prompt_tokens
        prompt_images = usage.prompt_image_tokens
        if prompt_images is None:
            prompt_images = min(self._tokens_of_pictures(request), prompt)
        return replace(
            usage,
            prompt_tokens=prompt,
            prompt_image_tokens=prompt_images,
            candidates_tokens=candidates,
            image_tokens=image_tokens,
        )

    def price(self, usage: Usage, resolved: Resolved, *, pictures: int = 1) -> Micros | None:
        """What a complete usage costs by the list, thoughts billed as words; None where the list does not know."""
        if resolved.model is None or not (resolved.exact or resolved.model.price.picture):
            return None
        image_tokens = usage.image_tokens or 0
        words = max((usage.candidates_tokens or 0) - image_tokens, 0) + (usage.thoughts_tokens or 0)
        return resolved.model.price.of(
            prompt_tokens=usage.prompt_tokens or 0,
            prompt_image_tokens=usage.prompt_image_tokens or 0,
            text_tokens=words,
            image_tokens=image_tokens,
            pictures=pictures,
        )

    def quote(self, resolved: Resolved) -> Micros | None:
        """What one picture will cost by the list, as far as can be said before."""
        return self.price(self.complete(Usage(), resolved, pictures=1, text=""), resolved)

    def count_tokens(self, request: Request) -> int:
        """An estimate of the prompt's tokens: words by length, pictures at a flat rate."""
        words = request.system + "".join(turn.text for turn in request.turns)
        return self._text_tokens(words) + self._tokens_of_pictures(request)

    def _tokens_of_pictures(self, request: Request) -> int:
        pictures = len(request.images)
        model = self.get(request.model) if pictures else None
        return pictures * (model.picture_tokens if model else self._picture_tokens)

    def _text_tokens(self, text: str) -> int:
        return -(-len(text) // self._characters_per_token)


def _under(request: Request, name: str) -> Request:
    """The request under this model's name."""
    return request if request.model == name else replace(request, model=name)
