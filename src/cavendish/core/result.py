"""A whole answer as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cavendish.core.errors import CavendishError
from cavendish.core.money import Micros
from cavendish.core.parts import Image, Part, Text
from cavendish.core.rejection import Rejection
from cavendish.core.request import Native

__all__ = ["Candidate", "Delivered", "FinishReason", "Mismatch", "Outcome", "Result", "Usage"]


class FinishReason:
    """Google's words for why an answer ended. An open set: any other string is as good."""

    STOP = "STOP"
    MAX_TOKENS = "MAX_TOKENS"
    SAFETY = "SAFETY"
    PROHIBITED_CONTENT = "PROHIBITED_CONTENT"
    RECITATION = "RECITATION"
    IMAGE_SAFETY = "IMAGE_SAFETY"
    NO_IMAGE = "NO_IMAGE"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens as counted by the upstream; None is unknown until the catalogue completes it."""

    prompt_tokens: int | None = None
    prompt_image_tokens: int | None = None  # part of prompt_tokens
    candidates_tokens: int | None = None
    image_tokens: int | None = None  # part of candidates_tokens
    thoughts_tokens: int | None = None
    cost: Micros | None = None  # what the upstream says that it charged us

    @property
    def output_tokens(self) -> int:
        return (self.candidates_tokens or 0) + (self.thoughts_tokens or 0)

    @property
    def total_tokens(self) -> int:
        return (self.prompt_tokens or 0) + self.output_tokens


@dataclass(frozen=True, slots=True)
class Delivered:
    """One picture as it went out, measured from its own first bytes."""

    media_type: str
    width: int | None
    height: int | None
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A picture that is not as it was asked for: `2048x2048` or `image/png`, asked and got."""

    image: int  # its index
    asked: str
    got: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the service knows of an answer when it is complete."""

    id: str
    engine: str
    kind: str = "ok"  # ok, prompt_blocked, output_blocked, truncated, no_image, text_only, failed
    rejection: Rejection | None = None
    cost: Micros | None = None  # None: unknown
    pictures: tuple[Delivered, ...] = ()
    size_mismatch: tuple[Mismatch, ...] = ()
    notes: tuple[str, ...] = ()  # what was changed or could not be honoured, for people
    failure: str | None = None  # what went wrong when only a part of the answer could be made
    seconds: float = 0.0

    @classmethod
    def failed(cls, id: str, error: CavendishError) -> "Outcome":  # noqa: A002 - the field's name
        """Of an answer that has begun, holds no picture yet and will have none."""
        cost = Micros(0) if error.charged == "no" else None
        return cls(id=id, engine="", kind="failed", cost=cost, failure=error.message)

    @property
    def charged(self) -> bool | None:
        """None where nobody here knows."""
        return None if self.cost is None else self.cost > 0


@dataclass(frozen=True, slots=True)
class Candidate:
    parts: tuple[Part, ...]
    finish_reason: str = FinishReason.STOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    candidates: tuple[Candidate, ...]
    usage: Usage = field(default_factory=Usage)
    model_version: str = ""
    feedback: Mapping[str, Any] | None = None
    native: Native | None = field(default=None, repr=False)
    outcome: Outcome | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for candidate in self.candidates for part in candidate.parts)

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures, drafts left out."""
        return tuple(part for part in self.parts if isinstance(part, Image) and not part.thought)

    @property
    def text(self) -> str:
        """The words, thoughts left out."""
        return "\n".join(part.text for part in self.parts if isinstance(part, Text) and not part.thought)
