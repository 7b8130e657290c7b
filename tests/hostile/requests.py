"""Requests in every dialect. Most are good, which `good` says; the others are good ones with something wrong."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st

from tests.hostile.documents import MODELS, chat_documents, google_documents, images_documents, images_fields
from tests.hostile.effort import Briefly
from tests.hostile.values import WORDS, damaged, encoded, pictures, spoiled

HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "X-Cavendish-Images": st.sampled_from(["", "images", "Markdown"]),
        "X-Cavendish-Format": st.sampled_from(["", "png", "webp"]),
        "X-Cavendish-Refusal": st.sampled_from(["", "answer"]),
        "X-Goog-Api-Key": st.sampled_from(["", "any", "é", "x" * 2000]),
        "Authorization": st.sampled_from(["", "Bearer", "Bearer  x", "é"]),
        "Accept-Language": st.sampled_from(["", "de", "*;q=0.1,,;q", "x" * 3000, "fr;q=é"]),
        "X-Server-Timeout": st.sampled_from(["", "60", "nan", "inf", "-1", "é", "1e9"]),
        "X-Stainless-Read-Timeout": st.sampled_from(["", "60", "nan", "1e-9", "-1", "x"]),
        "X-Stainless-Retry-Count": st.sampled_from(["", "0", "1", "é"]),
        "User-Agent": st.sampled_from(["", "aiohttp", "Go-http-client/1.1", "é"]),
        "Via": st.sampled_from(["", "1.1 proxy", "é" * 2000]),
        "X-Forwarded-For": st.just("1.2.3.4"),
    },
)


@dataclass(frozen=True)
class Asked(Briefly):
    kind: str
    path: str
    body: bytes = field(repr=False)
    headers: dict[str, str]
    good: bool

    def __repr__(self) -> str:
        return f"{self.kind} {self.path} {self.headers} {self.body[:1500]!r}"


@st.composite
def cases(draw: st.DrawFn, kind: str) -> Asked:
    path, headers = draw(paths(kind)), draw(HEADERS)
    if kind.startswith("images form"):
        content_type, body, good = draw(form_bodies())
        return Asked(kind, path, body, {**headers, "Content-Type": content_type}, good)
    body, good = draw(bodies(kind.partition(" ")[0]))
    return Asked(kind, path, body, headers, good)


KINDS = {
    "google": ":generateContent", "google events": ":streamGenerateContent?alt=sse",
    "google array": ":streamGenerateContent", "chat": "", "chat stream": "", "images": "", "images form": "",
}  # fmt: skip


@st.composite
def paths(draw: st.DrawFn, kind: str) -> str:
    if kind.startswith("chat"):
        return "/v1/chat/completions"
    if kind.startswith("images"):
        return draw(st.sampled_from(["/v1/images/generations", "/v1/images/edits"]))
    version = draw(st.sampled_from(["v1beta", "v1", "v1alpha", "v1beta/v1"]))
    return f"/{version}/models/{quote(draw(MODELS), safe=':')}{KINDS[kind]}"


@st.composite
def bodies(draw: st.DrawFn, dialect: str) -> tuple[bytes, bool]:
    """A body and whether it is good."""
    document = draw({"google": google_documents(), "chat": chat_documents(), "images": images_documents()}[dialect])
    match draw(st.sampled_from(["good"] * 7 + ["spoiled"] * 2 + ["damaged"])):
        case "spoiled":
            return draw(encoded(draw(spoiled(document)))), False
        case "damaged":
            return draw(damaged(draw(encoded(document)))), False
    return draw(encoded(document)), not _is_beyond(document)


def _is_beyond(document: Any) -> bool:
    """Unknown fields may hold what is no JSON, or too much of it."""
    text = repr(document)
    return bool(re.search(r"@@deep@@|\bnan\b|\binf\b|\d{41}", text))


@st.composite
def form_bodies(draw: st.DrawFn) -> tuple[str, bytes, bool]:
    """A content type, a form's body, and whether it is good."""
    boundary = draw(st.sampled_from(["x", "----WebKitFormBoundary7", "a'b", "0" * 70]))
    fields = draw(st.fixed_dictionaries({"prompt": WORDS}, optional=images_fields()))
    parts = [(f'name="{name}"', str(value).encode()) for name, value in fields.items() if value is not None]
    for number, data in enumerate(draw(st.lists(pictures(), max_size=3))):
        name = draw(st.sampled_from(["image", "image[]", f"image[{number}]"]))
        parts.append((f'name="{name}"; filename="a.png"\r\nContent-Type: image/png', data))
    if draw(st.integers(0, 5)) == 0:
        parts.append(('name="mask"; filename="mask.png"', b"no picture"))
    body = b"".join(
        f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + data + b"\r\n"
        for head, data in parts
    )
    body += f"--{boundary}--\r\n".encode()
    content_type = f'multipart/form-data; boundary="{boundary}"'
    match draw(st.sampled_from(["good"] * 7 + ["damaged"] * 2 + ["content type"])):
        case "damaged":
            return content_type, draw(damaged(body)), False
        case "content type":
            kinds = ["multipart/form-data", "multipart/form-data; boundary=", f"{content_type}; x=é", "multipart/mixed"]
            return draw(st.sampled_from(kinds)), body, False
    return content_type, body, f"--{boundary}".encode() not in b"".join(data for _, data in parts)
