"""What a caller asks for, in one shape for every dialect."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cavendish.core.parts import Image, Turn

__all__ = ["Native", "Quality", "RefusalMode", "Request"]

Quality = Literal["low", "medium", "high"]
RefusalMode = Literal["answer", "error"]


@dataclass(frozen=True, slots=True)
class Native:
    """A document in its own dialect, long strings lifted out of it; for renderers of the same dialect only."""

    dialect: str
    document: Mapping[str, Any]
    strings: tuple[bytes, ...] = ()  # what `Lifted(index)` in the document stands for, JSON escapes and all


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request. `turns` are the conversation, oldest first; the last is the user's.

    `width` and `height` (pixels) are a caller's wish until the catalogue has resolved the request; afterwards they are
    what will be drawn, and `aspect_ratio` and `image_size` are set.
    """

    model: str
    turns: tuple[Turn, ...]
    engine: str | None = None
    system: str = ""
    aspect_ratio: str | None = None
    image_size: str | None = None
    quality: Quality | None = None  # a soft wish for a size; gives way to what the model has
    width: int | None = None
    height: int | None = None
    count: int = 1
    seed: int | None = None
    media_type: str | None = None
    modalities: tuple[str, ...] = ("TEXT", "IMAGE")
    include_thoughts: bool = False
    thinking: bool = field(default=True, compare=False)  # its model may think, and so send drafts; the catalogue knows
    language: str = field(default="en", compare=False)  # of what we say to the person, such as `de`
    refusal: RefusalMode | None = field(default=None, compare=False)  # how a refusal is told; None: as is set here
    simulate: str = field(default="", compare=False)  # a rehearsal instead of a picture
    stream: bool = field(default=False, compare=False)  # the caller wants parts as they come
    via: str = field(default="", compare=False)  # the marks of the Cavendishes that it came through
    native: Native | None = field(default=None, repr=False)

    @property
    def prompt(self) -> str:
        """The words of the last turn."""
        return self.turns[-1].text

    @property
    def images(self) -> tuple[Image, ...]:
        """Every picture of the conversation, oldest first."""
        return tuple(image for turn in self.turns for image in turn.images)
