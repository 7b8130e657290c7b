"""A model as the catalogue knows it, and what becomes of its names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cavendish.core.money import Price

__all__ = ["Differences", "Model", "Pixels", "Retirement"]

Pixels = tuple[int, int]  # width, height


@dataclass(frozen=True, slots=True, kw_only=True)
class Retirement:
    """A name was, or will be, switched off by its maker. Who does not follow that maker's list may serve it still."""

    by: str  # whose list: google, openai
    on: date  # the first day without it
    successor: str  # a model's id; it may be retired in its turn
    confirmed: bool = True  # the maker says so itself; else others say it of him

    def is_over(self, *, follows: str, on: date) -> bool:
        """Whether the name is off that day at whoever follows that list, if it is true."""
        return self.by == follows and self.on <= on


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model's abilities: `pixels[aspect_ratio][image_size]` is what is drawn for that pair.

    A number of 0 and an empty word mean that it is not known. `image_tokens` are those of a picture at each size; where
    `quality_tokens` has a row for the quality asked for, that one's.
    """

    id: str
    title: str
    description: str
    maker: str  # google, openai, black-forest-labs, cavendish, or another
    version: str = ""
    pixels: Mapping[str, Mapping[str, Pixels]] = field(repr=False)
    image_sizes: tuple[str, ...]
    image_tokens: Mapping[str, int]
    quality_tokens: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    media_type: str
    prompt_token_limit: int = 0
    output_token_limit: int = 0
    picture_tokens: int  # that a picture in the prompt counts for
    most_pictures: int = 0  # that it takes beside a prompt
    thinking: bool = False
    price: Price
    seconds: int = 0  # that a picture at 1K takes, typically
    good_for: str = ""
    knowledge_cutoff: str = ""  # a month such as 2025-01
    ignores: tuple[str, ...] = ()  # fields of a Request that its maker's API cannot be told
    aliases: tuple[str, ...] = ()  # every other name, those in `retired_names` included
    roles: tuple[str, ...] = ()  # what it is the choice for: best, fast, text
    retired: Retirement | None = None  # under its id
    retired_names: Mapping[str, Retirement] = field(default_factory=dict)  # aliases that end before the model does
    sources: tuple[str, ...] = ()  # where each fact is from, and when it was read

    @property
    def aspect_ratios(self) -> tuple[str, ...]:
        return tuple(self.pixels)

    @property
    def knows_quality(self) -> bool:
        """Quality is an option of its own here; elsewhere it is a soft word for a size."""
        return bool(self.quality_tokens)

    def tokens_of(self, size: str, quality: str | None = None) -> int:
        """What a picture of this size counts for."""
        return self.quality_tokens.get(quality or "", self.image_tokens)[size]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Between an engine's own list of models and what is known here."""

    listed: int  # names that it told; 0 where it has no list
    lacks: tuple[str, ...] = ()  # ours, which it should have
    unknown: tuple[str, ...] = ()  # theirs, which draw by their name and are not known here
    contradicts: tuple[str, ...] = ()  # names that are known here as switched off, and listed there

    @property
    def in_step(self) -> bool:
        return not (self.lacks or self.unknown or self.contradicts)
