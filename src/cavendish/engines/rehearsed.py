"""Plays refusals, failures and slow pictures on demand, so that programs can be tried against them for nothing.

What to play is `request.simulate`, an entry of `rehearsal`; for a request that asks for none it is the next of the
engine's own list (`base_url`: names with commas between, a picture if absent). Refusals are written as Google's
documents and read as an upstream's are, so that all their words travel the same way. Failures that the real thing
would certainly not charge are raised as free ones, or their status would give way to that of a call in doubt. Nothing
is sent to anyone.
"""

import asyncio
import base64
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping
from contextlib import aclosing, asynccontextmanager
from itertools import cycle
from typing import Any

from cavendish.core.errors import (
    AuthenticationFailed,
    CavendishError,
    EngineFailed,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    ModelNotFound,
    OutcomeUnknown,
    Overloaded,
    PermissionDenied,
)
from cavendish.core.events import Begin, Data, End, Event, Finish
from cavendish.core.request import Request
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import Traits, matches
from cavendish.engines.specimen import specimen
from cavendish.rehearsal import Rehearsal, find_rehearsal
from cavendish.wire import gemini

__all__ = ["RETRY_AFTER", "Rehearsed", "open_rehearsed"]

RETRY_AFTER = 21.0  # seconds: more than the service waits for by itself, less than a program's patience
MODEL_VERSION = "rehearsed"
PIECES = 20  # in which a slow picture comes
SIDE = 1024  # pixels where nobody knows how many
LONGEST_SIDE = 12_288  # Google's longest
HONOURS = frozenset({"seed", "system", "include_thoughts"})
NOTE = "(Rehearsed: nothing was asked, and nothing charged.)"
WORDS = "I cannot remove watermarks from pictures, but I would gladly draw a new one for you."


@asynccontextmanager
async def open_rehearsed(settings: EngineSettings) -> AsyncIterator["Rehearsed"]:
    """The engine; InvalidRequest where its list names what cannot be played."""
    usual = [find_rehearsal(word) for word in (settings.base_url or "PICTURE").split(",")]
    yield Rehearsed(settings.name, cycle(usual), patterns=settings.models or ("*",))


class Rehearsed:
    def __init__(self, name: str, usual: Iterator[Rehearsal], *, patterns: tuple[str, ...] = ("*",)) -> None:
        self.name = name
        self.traits = Traits(charges="nothing", honours=HONOURS, open_ended=True)
        self._usual = usual
        self._patterns = patterns

    def claims(self, model: str) -> bool:
        return matches(model, self._patterns)

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        rehearsal = find_rehearsal(request.simulate) if request.simulate else next(self._usual)
        match rehearsal.stage, rehearsal.name:
            case "failure", status:
                raise FAILURES[status](request.model[:80])
            case "delivery", _:
                async with aclosing(_delivered(rehearsal, _picture(request))) as events:
                    async for event in events:
                        yield event
            case _:
                for event in _read({**_document(rehearsal, request), "modelVersion": MODEL_VERSION}):
                    yield event

    async def check(self) -> str:
        return "plays what it is asked for"

    async def models(self) -> tuple[str, ...]:
        return ()


FAILURES: dict[str, Callable[[str], CavendishError]] = {  # by status, of a model; Google's words where it has some
    "400": lambda _: InvalidRequest(f"Request contains an invalid argument. {NOTE}"),
    "401": lambda _: AuthenticationFailed(f"API key not valid. Please pass a valid API key. {NOTE}"),
    "403": lambda _: PermissionDenied(f"Your API key was reported as leaked. Please use another API key. {NOTE}"),
    "404": lambda model: ModelNotFound(
        f"models/{model} is not found for API version v1beta, or is not supported for generateContent. "
        f"Call ListModels to see the list of available models and their supported methods. {NOTE}"
    ),
    "429": lambda _: LimitReached(
        "You exceeded your current quota, please check your plan and billing details. "
        f"Please retry in {RETRY_AFTER:.0f}s. {NOTE}",
        retry_after=RETRY_AFTER,
    ),
    "500": lambda _: CavendishError(f"An internal error has occurred. {NOTE}"),
    "502": lambda _: EngineFailed(f"The engine could not be reached. {NOTE}"),
    "503": lambda _: Overloaded(f"The model is overloaded. Please try again later. {NOTE}"),
    "504": lambda _: EngineTimeout(f"Deadline expired before operation could complete. {NOTE}", charged="no"),
}


def _picture(request: Request) -> bytes:
    """Base64, of the size that was asked for."""
    return base64.b64encode(specimen(*(min(side or SIDE, LONGEST_SIDE) for side in (request.width, request.height))))


def _document(rehearsal: Rehearsal, request: Request) -> dict[str, Any]:
    """Google's document of a refusal, or of an answer without a picture."""
    match rehearsal.stage, rehearsal.name:
        case _, "NO_TOKENS":
            return _answer([], drawn=0)
        case "review", _:
            return {"promptFeedback": {"blockReason": rehearsal.reason}}
        case _, "TEXT":
            return _answer([{"text": WORDS}], drawn=len(WORDS) // 4)
        case _, "DRAFTS":
            inline = {"mimeType": "image/png", "data": _picture(request).decode()}
            return _answer([{"inlineData": inline, "thought": True}] * 2, drawn=1120)
        case _, "EMPTY":
            return _answer([], drawn=11)
    candidate: dict[str, Any] = {"content": {}, "finishReason": rehearsal.reason, "index": 0}
    if rehearsal.message:
        candidate["finishMessage"] = rehearsal.message
    return {"candidates": [candidate], "usageMetadata": {"candidatesTokenCount": 11}}


def _answer(parts: list[Mapping[str, Any]], *, drawn: int) -> dict[str, Any]:
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}
    return {"candidates": [candidate], "usageMetadata": {"candidatesTokenCount": drawn}}


def _read(document: Mapping[str, Any]) -> Iterator[Event]:
    reader = gemini.Reader()
    yield from reader.feed(json.dumps(document).encode())
    yield from reader.close()


async def _delivered(rehearsal: Rehearsal, picture: bytes) -> AsyncGenerator[Event, None]:
    """A picture as base64, and what becomes of it."""
    slow, wait = rehearsal.name == "SLOW", rehearsal.seconds or 0.0
    if not slow:
        await asyncio.sleep(wait)
    yield Begin("image", "image/png")
    if rehearsal.name == "CUT":
        raise OutcomeUnknown(f"The answer ended at its first bytes. {NOTE}")
    size = -(-len(picture) // PIECES)
    for start in range(0, len(picture), size):
        if rehearsal.name == "TRUNCATED" and start >= len(picture) // 2:
            raise OutcomeUnknown(f"The answer was cut off. {NOTE}")
        yield Data(picture[start : start + size])
        await asyncio.sleep(wait / PIECES if slow else 0)
    yield End()
    yield Finish(model_version=MODEL_VERSION)
