"""Odd words, numbers and documents, and ways to spoil what was good."""

import base64
import copy
import io
import json
from functools import cache
from typing import Any

from hypothesis import strategies as st
from PIL import Image

Document = dict[str, Any]
DEEP = "@@deep@@"  # stands for brackets in brackets, which Python's own encoder cannot write

ODD_WORDS = st.sampled_from([
    "", " ", "\0", "é", "𝒳𝒴", "\u202eabc", "\u2028\u2029", "👩‍👩‍👧", "%s%n", "${x}", "<script>", "\\", '"', '\\"',
    "\r\nX-Evil: 1",
    "a" * 5000, '"' * 5000, "\\" * 5000, "é" * 5000, "data:", "lifted-0", "ﬃ", "İ", "null", "-", "--", "0x10", "1e5",
    "۳", "--5", "-0", "+1", "1_0", "²", "٣",
])  # fmt: skip
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
WORDS = st.one_of(TEXTS, ODD_WORDS).map(lambda text: f"a cat {text}")  # a prompt, whatever else it says
NUMBERS = st.one_of(
    st.integers(-3, 12),
    st.sampled_from([2**31, -(2**31) - 1, 2**63, -(2**63) - 1, 10**39, 10**40, 10**400, 1e308, 1e-320, -0.0, 0.5]),
    st.floats(allow_nan=True, allow_infinity=True),
)
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS, ODD_WORDS, st.just(DEEP))
NAMES = st.one_of(TEXTS, st.sampled_from(["", "text", "parts", "type", "url", "data", "error", "__proto__", "$ref"]))
JUNK = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)
MUTATIONS = st.sampled_from(["replace", "replace", "replace", "delete", "add", "rename", "repeat", "wrap"])

RATIOS = st.one_of(
    st.sampled_from([None, "", "auto", "1:1", "16:9", "9/16", "21:9", " 4 : 3 ", "1.91:1", "7:3", "0:0", "999:1"]),
    st.sampled_from(["ASPECT_RATIO_SIXTEEN_BY_NINE", "ASPECT_RATIO_UNSPECIFIED", "ASPECT_RATIO_ONE_BY_ONE"]),
    st.builds("{}:{}".format, st.integers(0, 999), st.integers(0, 999)),
)
SIZES = st.sampled_from([
    None, "", "Auto", "1K", "2k", "4K", "1.5K", "512", "512px", 512, 1024, "IMAGE_SIZE_TWO_K", "99k",
])  # fmt: skip
PIXELS = st.one_of(
    SIZES,
    RATIOS.filter(lambda ratio: not str(ratio).startswith("ASPECT")),
    st.builds(
        "{}{}{}".format, st.integers(1, 16384), st.sampled_from(["x", "X", "×", "*", " x "]), st.integers(1, 16384)
    ),
)
FILE_TYPES = st.sampled_from([None, "png", "image/jpeg", "JPG", "IMAGE_WEBP", "image/PNG"])
OPTIONS = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {},
        optional={
            "images": st.sampled_from([None, "", "markdown", "IMAGES"]),
            "format": st.sampled_from([None, "", "png", "jpeg", "JPG", "webp "]),
            "refusal": st.sampled_from([None, "", "answer", "error"]),
            "simulate": st.sampled_from([None, "", "  "]),
        },
    ),
)
UNKNOWN = st.dictionaries(st.text("abcxyz", min_size=3, max_size=6).map("x_{}".format), JUNK, max_size=2)


@cache
def file_of(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 2), (200, 30, 40)).save(out, kind)
    return out.getvalue()


@st.composite
def pictures(draw: st.DrawFn) -> bytes:
    """The bytes of a small true picture."""
    return file_of(draw(st.sampled_from(["png", "jpeg", "webp", "gif"])))


@st.composite
def base64_texts(draw: st.DrawFn) -> str:
    """A picture as base64, in one of the ways that people write it."""
    text = base64.b64encode(draw(pictures())).decode()
    match draw(st.sampled_from(["plain", "plain", "url", "bare", "lines"])):
        case "url":
            return text.replace("+", "-").replace("/", "_")
        case "bare":
            return text.rstrip("=")
        case "lines":
            return "\n".join(text[at : at + 76] for at in range(0, len(text), 76))
    return text


@st.composite
def spoiled(draw: st.DrawFn, document: Any) -> Any:
    """The document with one thing wrong in it, or merely odd."""
    document = copy.deepcopy(document)
    places = list(_places(document))
    if not places:
        return draw(JUNK)
    container, key = draw(st.sampled_from(places))
    match draw(MUTATIONS):
        case "replace":
            container[key] = draw(JUNK)
        case "delete":
            del container[key]
        case "wrap":
            container[key] = [container[key]]
        case "rename" if isinstance(container, dict):
            container[draw(NAMES)] = container.pop(key)
        case "repeat" if isinstance(container, list):
            container *= 3
        case _ if isinstance(container, dict):
            container[draw(NAMES)] = draw(JUNK)
        case _:
            container.append(draw(JUNK))
    return document


def _places(value: Any) -> Any:
    match value:
        case dict():
            entries: Any = value.items()
        case list():
            entries = enumerate(value)
        case _:
            return
    for key, inner in entries:
        yield value, key
        yield from _places(inner)


@st.composite
def encoded(draw: st.DrawFn, document: Any) -> bytes:
    """The document as JSON in one of its ways of writing."""
    style = draw(st.sampled_from(["plain", "plain", "ascii", "wide", "slashes"]))
    text = json.dumps(document, ensure_ascii=style == "ascii", indent=3 if style == "wide" else None)
    if style == "slashes":
        text = text.replace("/", "\\/")
    if f'"{DEEP}"' in text:
        depth = draw(st.sampled_from([3, 90, 300, 490, 700, 950, 1100, 100_000]))
        inside = draw(st.sampled_from(['{"a":', "["]))
        text = text.replace(f'"{DEEP}"', inside * depth + "1" + ("]" if inside == "[" else "}") * depth)
    return text.encode("utf-8", "surrogatepass")


@st.composite
def damaged(draw: st.DrawFn, body: bytes) -> bytes:
    """The bytes with a few of them cut, changed or put in."""
    for _ in range(draw(st.integers(1, 3))):
        start, length = draw(st.integers(0, len(body))), draw(st.sampled_from([0, 0, 1, 1, 2, 9, 200]))
        new = draw(
            st.one_of(st.binary(max_size=3), st.sampled_from([b'"', b"\\", b"{", b"]", b",", b"\0", b"\\ud800"]))
        )
        body = body[:start] + new + body[start + length :]
    return body
