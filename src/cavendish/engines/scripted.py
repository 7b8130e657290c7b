"""Answers from a list, one after the other, for tests of programs that use Cavendish.

`base_url` names a file of JSON: a list of answers in Google's format, or `{"error": {…}}` documents. After the last the
list starts again. Nothing is drawn and nothing is sent.
"""

import itertools
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.events import Event
from cavendish.core.request import Request
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import Traits, matches
from cavendish.wire import gemini

__all__ = ["Scripted", "open_scripted"]

HONOURS = frozenset({"seed", "system", "include_thoughts"})


@asynccontextmanager
async def open_scripted(settings: EngineSettings) -> AsyncIterator["Scripted"]:
    try:
        answers = json.loads(_read(settings.base_url))
    except (OSError, ValueError) as error:
        raise InvalidRequest(f"engines.{settings.name}.base_url: {error}.", field="base_url") from None
    if not isinstance(answers, list) or not answers:
        raise InvalidRequest(f"engines.{settings.name}: the file must hold a list of answers.", field="base_url")
    yield Scripted(settings.name, answers, patterns=settings.models or ("*",))


def _read(path: str) -> str:
    return Path(path).read_text("utf-8")


class Scripted:
    def __init__(self, name: str, answers: Sequence[Any], *, patterns: Sequence[str] = ("*",)) -> None:
        self.name = name
        self.traits = Traits(charges="nothing", honours=HONOURS, open_ended=True)
        self._answers: Iterator[Any] = itertools.cycle(answers)
        self._patterns = patterns

    def claims(self, model: str) -> bool:
        return matches(model, self._patterns)

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:  # noqa: ARG002 - whatever is asked
        reader = gemini.Reader()
        for event in reader.feed(json.dumps(next(self._answers)).encode()):
            yield event
        for event in reader.close():
            yield event

    async def check(self) -> str:
        return "answers from its list"
