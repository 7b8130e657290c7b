"""What the Python API hands out: pictures that save, show and convert themselves, and the result that holds them."""

import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Image, Part
from cavendish.core.rejection import Rejected, Rejection
from cavendish.core.result import Result as CoreResult
from cavendish.core.sniff import sniff

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

__all__ = ["MEDIA_TYPES", "Picture", "Result", "as_draft"]

MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}


@dataclass(frozen=True, slots=True)
class Picture(Image):
    """One picture. Give it back as a reference or to `edit`: it carries what the next turn needs."""

    @property
    def bytes(self) -> bytes:
        """The file as it was made, of type `media_type`."""
        return self.blob.raw

    @property
    def width(self) -> int:
        return self._pixels()[0]

    @property
    def height(self) -> int:
        return self._pixels()[1]

    def _pixels(self) -> tuple[int, int]:
        header = sniff(self.blob)
        if header and header.width and header.height:
            return header.width, header.height
        return self.pil().size

    def as_type(self, media_type: str) -> "Picture":
        """The same picture as another file type, itself where it is of that type already."""
        if media_type == self.media_type:
            return self
        from cavendish.codec import convert

        return replace(self, blob=convert(self.blob, media_type), media_type=media_type)

    def pil(self) -> "PillowImage":
        """The picture for Pillow."""
        from cavendish.codec import decode

        return decode(self.blob)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the file, converted where its name asks for another type; overwrites. Returns its path."""
        target = Path(path)
        media_type = MEDIA_TYPES.get(target.suffix.lower())
        if media_type is None:
            raise InvalidRequest(f"{target.name}: the name must end in {', '.join(MEDIA_TYPES)}.", field="path")
        target.write_bytes(self.as_type(media_type).bytes)
        return target

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """How Jupyter shows it."""
        return {self.media_type: self.bytes, "text/plain": repr(self)}


class Result(CoreResult):
    """An answer whose pictures are `Picture`s."""

    __slots__ = ()

    @classmethod
    def of(cls, result: CoreResult) -> "Result":
        candidates = tuple(
            replace(candidate, parts=tuple(_part(part) for part in candidate.parts)) for candidate in result.candidates
        )
        values = {entry.name: getattr(result, entry.name) for entry in fields(result)}
        return cls(**{**values, "candidates": candidates})

    @property
    def images(self) -> tuple[Picture, ...]:
        return tuple(part for part in self.parts if isinstance(part, Picture) and not part.thought)

    @property
    def image(self) -> Picture:
        """The first picture; Rejected where there is none because it was refused, else LookupError."""
        if self.images:
            return self.images[0]
        self.raise_for_rejection()
        raise LookupError("The answer holds no picture.")

    @property
    def rejection(self) -> Rejection | None:
        """Why there is no picture; None where there is one."""
        return self.outcome.rejection if self.outcome else None

    def raise_for_rejection(self) -> None:
        """Raises Rejected where there is no picture because it was refused."""
        if self.rejection:
            raise Rejected(self.rejection)


def as_draft(part: Part | None) -> Picture | None:
    """The picture that a model thought in; None where the part is none."""
    whole = _part(part) if part and part.thought else None
    return whole if isinstance(whole, Picture) else None


def _part(part: Part) -> Part:
    if not isinstance(part, Image):
        return part
    header = sniff(part.blob)
    media_type = header.media_type if header else part.media_type  # engines have been seen to mislabel
    return Picture(part.blob, media_type, thought=part.thought, signature=part.signature, extra=part.extra)
