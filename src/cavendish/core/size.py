"""Words for sizes: `16:9`, `1280x720`, `2K`, in every spelling callers use."""

import re
from dataclasses import dataclass

from cavendish.core.errors import InvalidRequest

__all__ = ["Wish", "parse_ratio", "parse_size"]

LONGEST_SIDE = 16_384
PIXELS = re.compile(r"(\d{1,6})\s*[x×*]\s*(\d{1,6})", re.IGNORECASE)
RATIO = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*[:/]\s*(\d{1,3}(?:\.\d{1,2})?)")
SIZE_WORD = re.compile(r"\d{1,2}(?:\.5)?k|\d{3,4}(?:px)?", re.IGNORECASE)
GOOGLE_RATIO = re.compile(r"ASPECT_RATIO_([A-Z_]+)_BY_([A-Z_]+)")
GOOGLE_NUMBERS = {
    "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "EIGHT": 8, "NINE": 9, "SIXTEEN": 16, "TWENTY_ONE": 21,
}  # fmt: skip
GOOGLE_SIZES = {
    "IMAGE_SIZE_FIVE_TWELVE": "512",
    "IMAGE_SIZE_ONE_K": "1K",
    "IMAGE_SIZE_TWO_K": "2K",
    "IMAGE_SIZE_FOUR_K": "4K",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one word for a size said; None where it said nothing."""

    aspect_ratio: str | None = None
    image_size: str | None = None
    width: int | None = None
    height: int | None = None


def parse_ratio(word: object, *, field: str) -> str | None:
    """`16:9`, `16/9` or Google's `ASPECT_RATIO_SIXTEEN_BY_NINE` as `16:9`; None for `auto` and for nothing."""
    text = _word(word, field)
    if text is None or text == "ASPECT_RATIO_UNSPECIFIED":
        return None
    if (enum := GOOGLE_RATIO.fullmatch(text)) and {enum[1], enum[2]} <= GOOGLE_NUMBERS.keys():
        return f"{GOOGLE_NUMBERS[enum[1]]}:{GOOGLE_NUMBERS[enum[2]]}"
    if match := RATIO.fullmatch(text):
        return f"{match[1]}:{match[2]}"
    raise InvalidRequest(
        f"{field}: {text[:40]!r} is not an aspect ratio such as 16:9.", field=field, code="unsupported_aspect_ratio"
    )


def parse_size(word: object, *, field: str) -> Wish:
    """Pixels (`1280x720`), a ratio (`16:9`), a size word (`2K`, `512`, `IMAGE_SIZE_TWO_K`), `auto` or nothing."""
    text = _word(word, field)
    if text is None or text == "IMAGE_SIZE_UNSPECIFIED":
        return Wish()
    if text in GOOGLE_SIZES:
        return Wish(image_size=GOOGLE_SIZES[text])
    if match := PIXELS.fullmatch(text):
        return _pixels(int(match[1]), int(match[2]), field)
    if RATIO.fullmatch(text):
        return Wish(aspect_ratio=parse_ratio(text, field=field))
    if SIZE_WORD.fullmatch(text):
        return Wish(image_size=text.upper().removesuffix("PX"))
    raise InvalidRequest(
        f"{field}: {text[:40]!r} is not a size such as 1280x720, 16:9 or 2K.", field=field, code="unsupported_size"
    )


def _pixels(width: int, height: int, field: str) -> Wish:
    if not (1 <= width <= LONGEST_SIDE and 1 <= height <= LONGEST_SIDE):
        raise InvalidRequest(
            f"{field}: each side must have between 1 and {LONGEST_SIDE} pixels.", field=field, code="unsupported_size"
        )
    return Wish(width=width, height=height)


def _word(word: object, field: str) -> str | None:
    if word is None:
        return None
    if not isinstance(word, str | int) or isinstance(word, bool):
        raise InvalidRequest(f"{field} must be a string.", field=field)
    text = str(word).strip()
    return None if text.lower() in ("", "auto") else text
