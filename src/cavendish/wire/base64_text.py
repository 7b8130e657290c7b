"""Base64 as people send it, brought to the one form we keep: standard alphabet, padded, nothing else in it."""

import json

__all__ = ["normalise"]

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
WHITE_SPACE = b" \t\r\n"
STANDARD = bytes.maketrans(b"-_", b"+/")


def normalise(text: bytes, *, escaped: bool = True) -> bytes:
    """Standard padded base64 of a string as it stood in JSON (`escaped`); ValueError when it is not base64.

    Accepts JSON escapes, either alphabet, white space, and missing padding.
    """
    if escaped and b"\\" in text:
        text = json.loads(b'"' + text + b'"').encode("ascii")
    body = text.rstrip(b"=\r\n \t")
    if strange := body.translate(None, ALPHABET):
        body = body.translate(STANDARD, WHITE_SPACE)
        if strange.translate(None, b"-_" + WHITE_SPACE):
            raise ValueError("not base64")
    if len(body) % 4 == 1:
        raise ValueError("base64 of an impossible length")
    padding = b"=" * (-len(body) % 4)
    return text if not strange and text == body + padding else body + padding
