"""What the engines of a server answer, and what they were asked: two scripted ones, for pictures come as two types.

As at Google the models of the third generation answer with JPEG, those before with PNG. Every answer holds a picture
that no other answer holds, a sentence of its own, and a thought signature on both.
"""

import base64
import hashlib
import io
import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

__all__ = ["MODEL", "Answer", "Script"]

MODEL = "gemini-3-pro-image"
PICTURES = Path(__file__).parent.parent / "pictures"
ANSWERS = 48  # more than any client asks for, so that a picture tells its request
ENGINES = {"pro": ("gemini-3*", "jpeg"), "flash": ("gemini-2*", "png")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    engine: str
    place: int  # in the engine's list
    text: str
    signature: str
    sha256: str  # of the picture's file
    pixels: str  # SHA-256 of its pixels (RGB); empty where other answers have the same


class Script:
    """The settings of one server, in a folder of its own."""

    def __init__(self, folder: Path, settings: str = "") -> None:
        self._folder = folder
        self.settings = folder / "cavendish.toml"
        self.answers: dict[str, Answer] = {}  # by either hash
        tables = [f"{settings}\n"] if settings else []
        for engine, (pattern, kind) in ENGINES.items():
            documents = list(self._documents(engine, kind))
            path = folder / f"{engine}.json"
            path.write_text(json.dumps({"answers": documents, "asked": path.with_suffix(".jsonl").name}), "utf-8")
            tables.append(
                f'[engines.{engine}]\nkind = "scripted"\nbase_url = {json.dumps(str(path))}\n'
                f'models = ["{pattern}"]\ncharges = "nothing"\n'
            )
        self.settings.write_text("\n".join(tables), "utf-8")

    def _documents(self, engine: str, kind: str) -> Iterator[dict[str, Any]]:
        for place in range(ANSWERS):
            picture, pixels = _jpeg(place) if kind == "jpeg" else _png(place)
            answer = Answer(
                engine=engine,
                place=place,
                text=f"Here is picture {place} of {engine}.",
                signature=base64.b64encode(f"signature {place} of {engine}".encode()).decode(),
                sha256=hashlib.sha256(picture).hexdigest(),
                pixels=pixels,
            )
            self.answers |= {key: answer for key in (answer.sha256, answer.pixels) if key}
            yield _document(answer, picture, f"image/{kind}")

    def asked(self, answer: Answer) -> dict[str, Any] | None:
        """The request that got this answer, as it reached the engine."""
        path = self._folder / f"{answer.engine}.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        found = [line for line in map(json.loads, lines) if line["answer"] == answer.place]
        return found[-1] if found else None


def _document(answer: Answer, picture: bytes, media_type: str) -> dict[str, Any]:
    data = base64.b64encode(picture).decode()
    parts = [
        {"text": answer.text, "thoughtSignature": answer.signature},
        {"inlineData": {"mimeType": media_type, "data": data}, "thoughtSignature": answer.signature},
    ]
    return {
        "candidates": [{"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 1127, "totalTokenCount": 1134},
        "modelVersion": MODEL,
    }


def _jpeg(place: int) -> tuple[bytes, str]:
    """The stored JPEG with a comment in its file, which leaves every pixel as it was."""
    picture = (PICTURES / "answer.jpeg").read_bytes()
    mark = f"picture {place}".encode()
    return picture[:2] + b"\xff\xfe" + struct.pack(">H", len(mark) + 2) + mark + picture[2:], ""


def _png(place: int) -> tuple[bytes, str]:
    """The stored PNG with one pixel of its own, for programs that write what they got into a new file."""
    out = io.BytesIO()
    with Image.open(PICTURES / "answer.png") as stored:
        picture = stored.convert("RGB")
    picture.putpixel((0, 0), (place, 0, 0))
    picture.save(out, "png")
    return out.getvalue(), hashlib.sha256(picture.tobytes()).hexdigest()
