"""File names out of prompts: readable, in the prompt's own script, and valid on every system."""

import re
import unicodedata

__all__ = ["slug"]

MOST_CHARACTERS = 60
MOST_BYTES = 200  # a name may have 255, and a number and a suffix are still to come
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789¹²³")}


def slug(prompt: str) -> str:
    """`A cat under the tree!` as `a-cat-under-the-tree`; an emoji by its name; `picture` where nothing is left."""
    spelled = "".join(_spelled(sign) for sign in unicodedata.normalize("NFC", prompt[:1000]).lower())
    words = re.sub(r"-{2,}", "-", spelled).strip("-")
    name = _cut(words) or "picture"
    return f"{name}-picture" if name in RESERVED else name


def _spelled(sign: str) -> str:
    match unicodedata.category(sign)[0], sign:
        case (("L" | "M" | "N"), _):
            return sign
        case _, ("'" | "’"):
            return ""
        case "S", _ if not sign.isascii():
            name = re.sub(r"[^a-z0-9]+", "-", unicodedata.name(sign, "").lower())
            return f"-{name}-"
    return "" if sign == "\u200d" else "-"


def _cut(words: str) -> str:
    """The words that fit, the last one whole where possible."""
    short = words[:MOST_CHARACTERS].encode()[:MOST_BYTES].decode("utf-8", "ignore")
    if len(short) < len(words) and words[len(short)] != "-" and "-" in short:
        short = short.rpartition("-")[0]
    return short.strip("-")
