"""The Python API: `Client`, the one class that a user of the library meets.

With a `base_url` it speaks to a Cavendish server (or to Google) in Google's format; without, it draws here. Either way
a request takes the same road through the service.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict, Unpack

from cavendish import assemble
from cavendish.core.caller import ANYONE
from cavendish.core.errors import CavendishError, InvalidRequest, OutcomeUnknown
from cavendish.core.events import End, Folder, Progress
from cavendish.core.model import Model
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request
from cavendish.core.size import parse_ratio, parse_size
from cavendish.engine_settings import GOOGLE, EngineSettings
from cavendish.intake import ImageInput, read_image
from cavendish.picture import Picture, Result, as_draft
from cavendish.service import Cavendish
from cavendish.settings import Settings, load
from cavendish.wire.options import parse_media_type

__all__ = ["Client", "Options"]


class Options(TypedDict, total=False):
    """What `generate` and `edit` take beside words and pictures; all of it may be left out."""

    model: str  # a name or alias of the catalogue
    engine: str  # clay, google
    references: Sequence[ImageInput]  # pictures to look at
    aspect_ratio: str  # "16:9"
    image_size: str  # "512", "1K", "2K", "4K"
    size: str  # pixels such as "1280x720": the nearest the model has
    count: int  # how many pictures
    seed: int
    format: str  # "png", "jpeg", "webp"; the model's own type otherwise
    on_progress: Callable[[Progress], None]


MOST_AT_ONCE = 10
MOST_SEEDS = 2**31


class Client:
    """`async with Client() as client: result = await client.generate("a cat")`.

    `base_url` and `api_key` name a server; `engine` draws unless a call names another; `config` is a settings file.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        engine: str | None = None,
        config: str | os.PathLike[str] | None = None,
        settings: Settings | None = None,
    ) -> None:
        settings = settings or load(Path(config) if config else None).settings
        if base_url is not None or api_key is not None:
            server = EngineSettings(
                name="google",
                kind="google",
                base_url=base_url or GOOGLE,
                api_key=api_key or "",
                models=("*",),
                charges="unknown" if base_url else "list",
                follows="" if base_url else "google",
            )
            settings = replace(settings, engines=(server,), engine=server.name)
        self._settings = replace(settings, engine=engine) if engine else settings
        self._stack = AsyncExitStack()
        self._cavendish: Cavendish | None = None

    async def __aenter__(self) -> Self:
        self._cavendish = await self._stack.enter_async_context(assemble.open(self._settings))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cavendish = None
        await self._stack.aclose()

    @property
    def service(self) -> Cavendish:
        if self._cavendish is None:
            raise CavendishError("The client is not open: use `async with Client() as client`.")
        return self._cavendish

    @property
    def models(self) -> tuple[Model, ...]:
        return tuple(self.service.models)

    async def generate(self, prompt: str, **options: Unpack[Options]) -> Result:
        """A picture of `prompt`. A refusal is a result without a picture; a failure is a CavendishError."""
        return await self.run(request_of(prompt, (), options), on_progress=options.get("on_progress"))

    async def edit(self, image: ImageInput, instruction: str, **options: Unpack[Options]) -> Result:
        """`image` changed as told: a path, bytes, a file, a Pillow image, or the image of an earlier result."""
        request = request_of(instruction, (image,), options)
        return await self.run(request, on_progress=options.get("on_progress"))

    async def run(
        self,
        request: Request,
        *,
        on_progress: Callable[[Progress], None] | None = None,
        on_draft: Callable[[Picture], None] | None = None,
    ) -> Result:
        """The whole answer to a request; `on_draft` is shown pictures that a model thinks in, where it does."""
        folder = Folder()
        async with self.service.start(request, caller=ANYONE) as run:
            async for event in run:
                if isinstance(event, Progress) and on_progress:
                    on_progress(event)
                folder.add(event)
                if on_draft and isinstance(event, End) and (draft := as_draft(folder.last)):
                    on_draft(draft)
        if folder.result is None:
            raise OutcomeUnknown("The answer ended before it was complete.")
        return Result.of(folder.result)


def request_of(prompt: str, images: Sequence[ImageInput], options: Options) -> Request:
    """The request that words, pictures and options come to; InvalidRequest names the option that is wrong."""
    references = [*images, *options.get("references", ())]
    pictures = tuple(read_image(source, field=f"picture {index + 1}") for index, source in enumerate(references))
    size = parse_size(options.get("size"), field="size")
    count = options.get("count", 1)
    if not 1 <= count <= MOST_AT_ONCE:
        raise InvalidRequest(f"count must be between 1 and {MOST_AT_ONCE}.", field="count")
    seed = options.get("seed")
    if seed is not None and not 0 <= seed < MOST_SEEDS:
        raise InvalidRequest(f"seed must be between 0 and {MOST_SEEDS - 1}.", field="seed")
    return Request(
        model=options.get("model", ""),
        turns=(Turn("user", (*pictures, Text(prompt))),),
        engine=options.get("engine"),
        aspect_ratio=parse_ratio(options.get("aspect_ratio"), field="aspect_ratio") or size.aspect_ratio,
        image_size=parse_size(options.get("image_size"), field="image_size").image_size or size.image_size,
        width=size.width,
        height=size.height,
        count=count,
        seed=seed,
        media_type=parse_media_type(options.get("format"), field="format"),
    )
