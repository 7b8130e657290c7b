"""A model as the catalogue knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cavendish.core.money import Price

__all__ = ["Model", "Pixels"]

Pixels = tuple[int, int]  # width, height


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model's abilities: `pixels[aspect_ratio][image_size]` is what Google draws for that pair."""

    id: str
    title: str
    description: str
    version: str
    pixels: Mapping[str, Mapping[str, Pixels]] = field(repr=False)
    image_sizes: tuple[str, ...]
    image_tokens: Mapping[str, int]
    media_type: str
    prompt_token_limit: int
    output_token_limit: int
    thinking: bool
    price: Price
    aliases: tuple[str, ...] = ()

    @property
    def aspect_ratios(self) -> tuple[str, ...]:
        return tuple(self.pixels)
