"""Pictures decoded and encoded, through Pillow. Loaded when a picture must change its type or be shown.

Only formats on our list are opened, whatever the bytes look like, and pixels are bounded before anything is decoded.
"""

import io
import warnings
from typing import TYPE_CHECKING, Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob
from cavendish.core.sniff import DECODABLE, sniff

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

__all__ = ["convert", "decode"]

PILLOW_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/gif": "GIF"}
SAVE_OPTIONS: dict[str, dict[str, Any]] = {
    "image/png": {"compress_level": 1},  # the default takes 30 times as long at 4K for a tenth of the bytes
    "image/jpeg": {"quality": 92},
    "image/webp": {"quality": 90, "method": 2},
}
XMP_KEYWORD = "XML:com.adobe.xmp"  # where PNG keeps XMP
MAX_OWN_PIXELS = 256 * 1024 * 1024  # of pictures that engines made


def decode(blob: Blob) -> "PillowImage":
    """The picture's pixels; InvalidRequest when it cannot be read."""
    from PIL import Image, UnidentifiedImageError

    header = sniff(blob)
    if header is None or header.media_type not in DECODABLE:
        kind = header.media_type if header else "this"
        raise InvalidRequest(f"Cannot read {kind} here: PNG, JPEG, WebP and GIF are read.", code="bad_image")
    if (header.width or 1) * (header.height or 1) > MAX_OWN_PIXELS:
        raise InvalidRequest("The picture has too many pixels to be read.", code="bad_image")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(blob.raw), formats=tuple(PILLOW_FORMATS.values()))
            picture.load()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        raise InvalidRequest("The picture is damaged and cannot be read.", code="bad_image") from None
    return picture


def convert(blob: Blob, media_type: str) -> Blob:
    """The same picture as another file type. Its XMP goes with it: Clay keeps the scene there."""
    picture = decode(blob)
    options = {**SAVE_OPTIONS[media_type], **_xmp_options(picture.info.get("xmp"), media_type)}
    if media_type == "image/jpeg" and picture.mode not in ("RGB", "L"):
        picture = _on_white(picture)
    out = io.BytesIO()
    picture.save(out, format=PILLOW_FORMATS[media_type], **options)
    return Blob(out.getvalue())


def _xmp_options(xmp: bytes | None, media_type: str) -> dict[str, Any]:
    if xmp is None:
        return {}
    if media_type != "image/png":
        return {"xmp": xmp}
    from PIL.PngImagePlugin import PngInfo

    chunks = PngInfo()
    chunks.add_itxt(XMP_KEYWORD, xmp.decode("utf-8", "replace"))
    return {"pnginfo": chunks}


def _on_white(picture: "PillowImage") -> "PillowImage":
    from PIL import Image

    opaque = Image.new("RGB", picture.size, "white")
    clear = picture.convert("RGBA")
    opaque.paste(clear, mask=clear.getchannel("A"))
    return opaque
