"""Pictures as Python programs have them (a path, bytes, a file, a Pillow image, a Picture), read into one shape."""

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from cavendish.core.errors import InvalidRequest, PayloadTooLarge
from cavendish.core.parts import Blob, Image
from cavendish.core.sniff import checked_image

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

__all__ = ["ImageInput", "read_image"]

ImageInput: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO | PillowImage | Image"
MOST_BYTES = 100_000_000


def read_image(source: ImageInput, *, field: str) -> Image:
    """The picture; InvalidRequest names `field` when it is none."""
    match source:
        case Image():
            return source
        case str() | os.PathLike():
            return _from_path(Path(source), field)
        case bytes() | bytearray() | memoryview():
            data = bytes(source)
        case _ if hasattr(source, "read"):
            data = source.read(MOST_BYTES + 1)
        case _ if hasattr(source, "save"):
            data = _from_pillow(source)
        case _:
            raise InvalidRequest(f"{field} must be a path, bytes, a file or a Pillow image.", field=field)
    return _checked(data, field)


def _from_path(path: Path, field: str) -> Image:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PayloadTooLarge(f"{path} has more than {MOST_BYTES:,} bytes.", field=field)
        return _checked(path.read_bytes(), str(path))
    except OSError as error:
        raise InvalidRequest(f"Cannot read {path}: {error.strerror}.", field=field) from None


def _from_pillow(picture: "PillowImage") -> bytes:
    out = io.BytesIO()
    picture.save(out, format="PNG", compress_level=1)
    return out.getvalue()


def _checked(data: bytes, field: str) -> Image:
    if len(data) > MOST_BYTES:
        raise PayloadTooLarge(f"{field} has more than {MOST_BYTES:,} bytes.", field=field)
    return checked_image(Blob(data), field=field)
