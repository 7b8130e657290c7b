"""Clay as an engine: the conversation is folded into one scene, the scene is drawn.

A scene comes back to us in three ways, and any of them will do: in the signature of an earlier answer, in the file of a
picture that Clay drew, or by reading the earlier prompts again, for the same words always make the same scene.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from cavendish.core.errors import EngineFailed
from cavendish.core.events import Event, Finish, Progress, replay
from cavendish.core.objection import Objection
from cavendish.core.parts import Blob, Image, Part, Text
from cavendish.core.request import Request
from cavendish.core.result import Candidate, Result
from cavendish.engines.base import Traits

if TYPE_CHECKING:
    from cavendish.clay.composition import Composition
    from cavendish.clay.scene import Scene
    from cavendish.clay.studio import Studio

__all__ = ["Clay", "open_clay"]

VERSION = "clay-1"
SEED = 1
MOST_SEEDS = 2**31
DRAFT = 512  # pixels of the longer side of a thought
DRAFT_TYPE = "image/jpeg"
INTRODUCTION = "Drawn by Clay, Cavendish's built-in 3-D illustrator (no neural model)."
FOREIGN_PICTURE = (
    "Clay can only change pictures that it drew itself: it keeps the scene inside the file, and this file holds none. "
    "To edit a photograph, set GEMINI_API_KEY and use the engine google."
)
NOT_UNDERSTOOD = (
    "Clay did not understand what to change. It can add, remove, move, recolour and resize things, and change the "
    "time, weather, place, light, camera and focus: for example “make it night” or “add a red balloon”."
)
ONE_PICTURE = "Of the pictures that came with the request it could use only one: it goes on from a single scene."
SAID_EARLIER = "That was said earlier in this conversation; please begin a new one."


@asynccontextmanager
async def open_clay(*, workers: int) -> AsyncIterator["Clay"]:
    """Clay with this many worker processes, 0 for one on each core; none is started before the first picture."""
    from cavendish.clay.studio import Studio

    studio = Studio(workers=workers or None)
    try:
        yield Clay(studio)
    finally:
        await studio.close()


class Clay:
    name = "clay"
    traits = Traits(charges="nothing", honours=frozenset({"seed", "media_type", "include_thoughts"}))

    def __init__(self, studio: "Studio") -> None:
        self._studio = studio

    def claims(self, model: str) -> bool:  # noqa: ARG002 - Clay draws under every name
        return True

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        from cavendish.clay.studio import StudioError

        if objection := _objection(request):
            yield objection.finish(VERSION)
            return
        try:
            composition = await self._compose(request)
            if isinstance(composition, str):
                for event in _words(composition):
                    yield event
                return
            if _thinks(request):
                async for event in self._think(composition, request):
                    yield event
            async with aclosing(self._draw(composition, request)) as events:
                async for event in events:
                    yield event
        except StudioError as error:
            raise EngineFailed(f"Clay could not draw: {error}.") from error

    async def check(self) -> str:
        return "built in, needs no key and costs nothing"

    async def models(self) -> tuple[str, ...]:
        return ("*",)

    async def _compose(self, request: Request) -> "Composition | str":
        """What to draw, or the words that say why nothing can be drawn."""
        from cavendish.clay.manners import reply

        last = len(request.turns) - 1
        if words := reply(request.prompt):
            return words
        start, scene = _latest_scene(request)
        if request.turns[-1].images and (scene is None or start < last):
            return FOREIGN_PICTURE
        ratio = (request.width or 1) / (request.height or 1)
        composition: Composition | None = None
        for turn in request.turns[start:]:
            if turn.role == "user" and turn.text.strip() and not reply(turn.text):
                seed = SEED if request.seed is None else request.seed % MOST_SEEDS
                composition = await self._studio.compose(turn.text, scene=scene, seed=seed, ratio=ratio)
                scene = composition.scene
        if composition is None or not composition.changed:
            return _not_understood(composition)
        return composition

    async def _think(self, composition: "Composition", request: Request) -> AsyncIterator[Event]:
        """What was read, and a draft of it, as thoughts."""
        from cavendish.clay.reading import reading

        for event in _part_events(Text(reading(composition.scene), thought=True)):
            yield event
        longest = max(request.width or 1, request.height or 1)
        width, height = (max(side * DRAFT // longest, 1) for side in (request.width or 1, request.height or 1))
        file = await self._studio.draw(
            composition.scene, width=width, height=height, media_type=DRAFT_TYPE, on_progress=lambda _: None
        )
        for event in _part_events(Image(Blob(file), DRAFT_TYPE, thought=True)):
            yield event

    async def _draw(self, composition: "Composition", request: Request) -> AsyncGenerator[Event, None]:
        from cavendish.clay.seal import seal

        fractions: asyncio.Queue[float] = asyncio.Queue()
        media_type = request.media_type or "image/png"
        drawing = asyncio.create_task(
            self._studio.draw(
                composition.scene,
                width=request.width or 1024,
                height=request.height or 1024,
                media_type=media_type,
                on_progress=fractions.put_nowait,
            )
        )
        try:
            async for fraction in _until_done(fractions, drawing):
                yield Progress(fraction)
            picture = Image(Blob(await drawing), media_type, signature=seal(composition.scene))
        finally:
            drawing.cancel()
        for event in _answer((Text(_caption(composition, request)), picture), request):
            yield event


async def _until_done(fractions: asyncio.Queue[float], drawing: asyncio.Task[bytes]) -> AsyncIterator[float]:
    while not drawing.done():
        waiting = asyncio.create_task(fractions.get())
        try:
            await asyncio.wait({waiting, drawing}, return_when=asyncio.FIRST_COMPLETED)
            if waiting.done():
                yield waiting.result()
        finally:
            waiting.cancel()


def _thinks(request: Request) -> bool:
    """As the Pro model does where thoughts are asked for; a Flash model draws at once."""
    return request.include_thoughts and "pro" in request.model


def _part_events(part: Part) -> Iterator[Event]:
    whole = replay(Result(candidates=(Candidate((part,)),)))
    return (event for event in whole if not isinstance(event, Finish))


def _objection(request: Request) -> Objection | None:
    """What Clay has against the words of the person who asks, in any turn of the conversation."""
    from cavendish.clay.manners import objection

    for turn in reversed(request.turns):
        if turn.role == "user" and (found := objection(turn.text)):
            return found if turn is request.turns[-1] else replace(found, message=f"{found.message} {SAID_EARLIER}")
    return None


def _latest_scene(request: Request) -> "tuple[int, Scene | None]":
    """The turn that holds the latest scene, and that scene; the first turn and None where Clay drew nothing yet."""
    for index in range(len(request.turns) - 1, -1, -1):
        for part in reversed(request.turns[index].parts):
            if scene := _scene_of(part):
                return index, scene
    return 0, None


def _scene_of(part: Part) -> "Scene | None":
    from cavendish.clay.metadata import find_scene
    from cavendish.clay.seal import unseal

    scene = unseal(part.signature) if part.signature else None
    if scene is None and isinstance(part, Image):
        scene = find_scene(part.blob.raw)
    return scene


def _not_understood(composition: "Composition | None") -> str:
    if composition is None or not composition.unknown:
        return NOT_UNDERSTOOD
    return f"{NOT_UNDERSTOOD} It found nothing to do for: {_listed(composition.unknown)}."


def _caption(composition: "Composition", request: Request) -> str:
    from cavendish.clay.remarks import remarks

    sentences = [INTRODUCTION]
    if composition.unknown:
        sentences.append(f"Words it could not draw: {_listed(composition.unknown)}.")
    sentences += remarks(composition.scene)
    if len(request.turns[-1].images) > 1:
        sentences.append(ONE_PICTURE)
    return " ".join(sentences)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _answer(parts: tuple[Part, ...], request: Request) -> list[Event]:
    wanted = {"TEXT": Text, "IMAGE": Image}
    kinds = tuple(wanted[modality] for modality in request.modalities)
    said = tuple(part for part in parts if isinstance(part, kinds))
    return list(replay(Result(candidates=(Candidate(said),), model_version=f"{VERSION} as {request.model}")))


def _words(text: str) -> list[Event]:
    """An answer in words where a picture was asked for."""
    candidate = Candidate((Text(text),))
    return list(replay(Result(candidates=(candidate,), model_version=VERSION)))
