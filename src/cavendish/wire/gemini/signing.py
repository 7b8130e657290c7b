"""Thought signatures put where a history has lost them.

Google's thinking models refuse a history whose model parts carry none. Which signature belongs to a part is the
engine's to know; here is only where it goes.
"""

from collections.abc import Callable, Sequence
from typing import Any

from cavendish.wire.casing import pick
from cavendish.wire.lift import Lifted

__all__ = ["Sign", "signed"]

Sign = Callable[[bytes], str]  # a text (UTF-8) or a picture (base64) -> its signature


def signed(document: dict[str, Any], strings: Sequence[bytes], sign: Sign) -> dict[str, Any]:
    """The document with a signature on every text and picture of the model that has none."""
    contents = document.get("contents")
    if not isinstance(contents, list):
        return document
    return {**document, "contents": [_content(content, strings, sign) for content in contents]}


def _content(content: Any, strings: Sequence[bytes], sign: Sign) -> Any:
    parts = content.get("parts") if isinstance(content, dict) else None
    if not isinstance(parts, list) or content.get("role") != "model":
        return content
    return {**content, "parts": [_part(part, strings, sign) for part in parts]}


def _part(part: Any, strings: Sequence[bytes], sign: Sign) -> Any:
    if not isinstance(part, dict) or part.get("thought") or pick(part, "thoughtSignature"):
        return part
    inline = pick(part, "inlineData")
    data = inline.get("data") if isinstance(inline, dict) else part.get("text")
    match data:
        case Lifted(index):
            return {**part, "thoughtSignature": sign(strings[index])}
        case str(text) if text:
            return {**part, "thoughtSignature": sign(text.encode())}
    return part
