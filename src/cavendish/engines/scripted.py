"""Answers from a list, one after the other, for tests of programs that use Cavendish.

`base_url` names a file of JSON: a list of answers in Google's format, or `{"error": {…}}` documents. After the last the
list starts again. Nothing is drawn and nothing is sent.

The file may also hold an object: `answers` is that list, `asked` a file beside it to which a line of JSON is added for
every request, before it is answered: what arrived here, pictures told by the SHA-256 of their bytes.
"""

import hashlib
import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.events import Event
from cavendish.core.parts import Part, Text
from cavendish.core.request import Request
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import Traits, matches
from cavendish.wire import gemini

__all__ = ["Scripted", "open_scripted"]

HONOURS = frozenset({"seed", "system", "include_thoughts"})


@asynccontextmanager
async def open_scripted(settings: EngineSettings) -> AsyncIterator["Scripted"]:
    path = Path(settings.base_url)
    try:
        script = json.loads(_read(path))
    except (OSError, ValueError) as error:
        raise InvalidRequest(f"engines.{settings.name}.base_url: {error}.", field="base_url") from None
    answers, asked = (script.get("answers"), script.get("asked")) if isinstance(script, dict) else (script, None)
    if not isinstance(answers, list) or not answers:
        raise InvalidRequest(f"engines.{settings.name}: the file must hold a list of answers.", field="base_url")
    if not isinstance(asked, str | None):
        raise InvalidRequest(f"engines.{settings.name}: `asked` must be the name of a file.", field="base_url")
    yield Scripted(
        settings.name,
        answers,
        patterns=settings.models or ("*",),
        asked=path.parent / asked if asked else None,
    )


def _read(path: Path) -> str:
    return path.read_text("utf-8")


class Scripted:
    """`asked` is the file that keeps the requests; None keeps none."""

    def __init__(
        self, name: str, answers: Sequence[Any], *, patterns: Sequence[str] = ("*",), asked: Path | None = None
    ) -> None:
        self.name = name
        self.traits = Traits(charges="nothing", honours=HONOURS, open_ended=True)
        self._answers = answers
        self._next = 0
        self._patterns = patterns
        self._asked = asked

    def claims(self, model: str) -> bool:
        return matches(model, self._patterns)

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        place = self._next
        self._next = (place + 1) % len(self._answers)
        if self._asked:
            _keep(self._asked, {"answer": place, **_account(request)})
        reader = gemini.Reader()
        for event in reader.feed(json.dumps(self._answers[place]).encode()):
            yield event
        for event in reader.close():
            yield event

    async def check(self) -> str:
        return "answers from its list"

    async def models(self) -> tuple[str, ...]:
        return ()


def _keep(path: Path, account: dict[str, Any]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(account, ensure_ascii=False) + "\n")


def _account(request: Request) -> dict[str, Any]:
    return {
        "model": request.model,
        "system": request.system,
        "turns": [{"role": turn.role, "parts": [_told(part) for part in turn.parts]} for turn in request.turns],
        "aspect_ratio": request.aspect_ratio,
        "image_size": request.image_size,
        "modalities": list(request.modalities),
        "stream": request.stream,
    }


def _told(part: Part) -> dict[str, Any]:
    told: dict[str, Any] = {"thought": part.thought, "signature": part.signature}
    if isinstance(part, Text):
        return {"text": part.text, **told}
    return {"sha256": hashlib.sha256(part.blob.raw).hexdigest(), "media_type": part.media_type, **told}
