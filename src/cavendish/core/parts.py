"""What turns and answers are made of: text and pictures, either of which may be a thought and may carry a signature."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Blob", "Image", "Part", "Reference", "Role", "Text", "Turn"]

Role = Literal["user", "model"]


class Blob:
    """The bytes of a picture, kept as they came (raw, or standard padded base64) and converted only when asked."""

    __slots__ = ("_data", "_encoded")

    def __init__(self, data: bytes, *, encoded: bool = False) -> None:
        self._data = data
        self._encoded = encoded  # `data` is base64

    @property
    def raw(self) -> bytes:
        return base64.b64decode(self._data) if self._encoded else self._data

    @property
    def base64(self) -> bytes:
        return self._data if self._encoded else base64.b64encode(self._data)

    def head(self, count: int) -> bytes:
        """The first `count` bytes, without decoding the rest."""
        if not self._encoded:
            return self._data[:count]
        return base64.b64decode(self._data[: -(-count // 3) * 4])[:count]

    def __len__(self) -> int:
        if not self._encoded:
            return len(self._data)
        return len(self._data) // 4 * 3 - self._data[-2:].count(b"=")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Blob):
            return NotImplemented
        if self._encoded == other._encoded:
            return self._data == other._data
        return self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.head(64))

    def __repr__(self) -> str:
        return f"<Blob of {len(self):,} bytes>"


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    thought: bool = field(default=False, kw_only=True)
    signature: str | None = field(default=None, kw_only=True)
    extra: Mapping[str, Any] | None = field(default=None, kw_only=True)  # further fields in the dialect it came in


@dataclass(frozen=True, slots=True)
class Image:
    blob: Blob
    media_type: str
    thought: bool = field(default=False, kw_only=True)
    signature: str | None = field(default=None, kw_only=True)
    extra: Mapping[str, Any] | None = field(default=None, kw_only=True)


Part = Text | Image


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture by its address (http or https), fetched before anything draws; `field` is where the caller named it."""

    url: str
    field: str


@dataclass(frozen=True, slots=True)
class Turn:
    role: Role
    parts: tuple[Part, ...]
    references: tuple[tuple[int, Reference], ...] = ()  # pictures to come, each with its place among the parts

    @classmethod
    def of(cls, role: Role, said: Iterable[Part | Reference]) -> "Turn":
        """A turn of what was said, pictures by address among it."""
        everything = list(said)
        return cls(
            role,
            tuple(one for one in everything if not isinstance(one, Reference)),
            tuple((place, one) for place, one in enumerate(everything) if isinstance(one, Reference)),
        )

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts if isinstance(part, Text) and not part.thought)

    @property
    def images(self) -> tuple[Image, ...]:
        return tuple(part for part in self.parts if isinstance(part, Image) and not part.thought)
