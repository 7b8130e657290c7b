"""What a message holds: a string, perhaps with `![image](data:…)` in it, or a list of parts, and `images[]` beside it.

Strings are looked at as they stand in the JSON, so that the megabytes of a picture in them are found with `bytes.find`
and cut out as they are, never decoded.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image, Part, Reference, Text
from cavendish.core.sniff import checked_image
from cavendish.wire.base64_text import normalise
from cavendish.wire.fields import expect, literal_text, text
from cavendish.wire.lift import Lifted

__all__ = ["parse_content", "parse_images"]

MARKDOWN_PICTURE = re.compile(rb"!\[[^\]\[]{0,200}\]\(\s{0,8}$")
LONGEST_OPENING = 220  # bytes of `![…](`
TEXT_TYPES = ("text", "input_text", "output_text")
PICTURE_TYPES = ("image_url", "input_image")
LONGEST_DATA_HEAD = 200  # bytes of `data:image/png;…,`


def parse_content(content: Any, strings: Sequence[bytes], *, field: str) -> list[Part | Reference]:
    """The parts of a message's `content`; none for null."""
    if content is None:
        return []
    if isinstance(content, list):
        return [part for index, entry in enumerate(content) for part in _entry(entry, strings, f"{field}[{index}]")]
    return list(_split(literal_text(content, strings, field=field), field))


def parse_images(images: Any, strings: Sequence[bytes], *, field: str) -> list[Image | Reference]:
    """The pictures of a message's `images`, as OpenRouter puts them."""
    if images is None:
        return []
    return [
        _picture(expect(entry, dict, field=f"{field}[{index}]"), strings, f"{field}[{index}]")
        for index, entry in enumerate(expect(images, list, field=field))
    ]


def _entry(entry: Any, strings: Sequence[bytes], field: str) -> Iterator[Part | Reference]:
    entry = expect(entry, dict, field=field)
    kind = entry.get("type")
    if kind in TEXT_TYPES:
        yield from _split(literal_text(entry.get("text"), strings, field=f"{field}.text"), f"{field}.text")
    elif kind in PICTURE_TYPES:
        yield _picture(entry, strings, field)
    else:
        raise InvalidRequest(
            f"{field}.type: {str(kind)[:40]!r} is not accepted. There are text and image_url.", field=f"{field}.type"
        )


def _picture(entry: dict[str, Any], strings: Sequence[bytes], field: str) -> Image | Reference:
    field = f"{field}.image_url"
    url = entry.get("image_url")
    if isinstance(url, dict):
        field, url = f"{field}.url", url.get("url")
    literal = literal_text(url, strings, field=field)
    if literal[:4].lower() == b"http":
        return Reference(text(Lifted(0), [literal], field=field), field)
    return _from_data_uri(literal, field)


def _from_data_uri(literal: bytes, field: str) -> Image:
    """A picture from `data:image/png;base64,…` as it stands in JSON."""
    comma = literal.find(b",", 0, LONGEST_DATA_HEAD)
    head = text(Lifted(0), [literal[: max(comma, 0)]], field=field).lower()
    if not (head.startswith("data:") and head.endswith(";base64")):
        raise InvalidRequest(
            f"{field} must be a data: URI such as data:image/png;base64,… or an http address", field=field
        )
    try:
        blob = Blob(normalise(literal[comma + 1 :]), encoded=True)
    except ValueError:
        raise InvalidRequest(f"{field} holds broken base64.", field=field, code="bad_image") from None
    return checked_image(blob, field=field)


def _split(literal: bytes, field: str) -> Iterator[Part]:
    """Text with the pictures that stand in it as markdown data URIs taken out, in their order."""
    begin = at = 0
    while (start := literal.find(b"data:image", at)) >= 0:
        opening = MARKDOWN_PICTURE.search(literal, max(begin, start - LONGEST_OPENING), start)
        if opening is None:
            at = start + 1
            continue
        end = literal.find(b")", start)
        if end < 0:
            break
        yield from _text(literal[begin : opening.start()], field)
        yield _from_data_uri(literal[start:end].rstrip(), field)
        begin = at = end + 1
    yield from _text(literal[begin:], field)


def _text(literal: bytes, field: str) -> Iterator[Text]:
    words = text(Lifted(0), [literal], field=field).strip("\n")
    if words.strip():
        yield Text(words)
