"""Pictures that a caller named by their address and that have been fetched since, put into the caller's own document.

The upstream gets the very picture that was judged here, and needs not reach where it came from.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from cavendish.core.parts import Image, Turn
from cavendish.wire.casing import key_of, pick
from cavendish.wire.lift import Lifted

__all__ = ["inlined"]


def inlined(document: dict[str, Any], turns: Sequence[Turn], strings: list[bytes]) -> dict[str, Any]:
    """The document with `inlineData` where it had `fileData`; `strings` gets the pictures."""
    if any(turn.references for turn in turns):  # not fetched: the addresses are all there is
        return document
    contents = _listed(document.get("contents"))
    return {**document, "contents": [_content(*pair, strings) for pair in zip(contents, turns, strict=True)]}


def _content(content: Any, turn: Turn, strings: list[bytes]) -> Any:
    parts = _listed(content.get("parts") or [])
    if all(pick(part, "fileData") is None for part in parts):
        return content
    images = (part for part in turn.parts if isinstance(part, Image))
    return {**content, "parts": [_part(part, images, strings) for part in parts]}


def _part(part: dict[str, Any], images: Iterator[Image], strings: list[bytes]) -> dict[str, Any]:
    """Pictures stand in the turn in the order of their parts here."""
    if pick(part, "inlineData") is not None:
        next(images)
        return part
    if pick(part, "fileData") is None:
        return part
    image = next(images)
    strings.append(image.blob.base64)
    inline = {"mimeType": image.media_type, "data": Lifted(len(strings) - 1)}
    rest = {name: value for name, value in part.items() if name != key_of(part, "fileData")}
    return {**rest, "inlineData": inline}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
