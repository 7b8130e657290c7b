"""`generate` and `edit`: words and pictures in, files out.

Everything that can be wrong with the request, its files and the place of the result is found first; then the price is
told, the engine asked, and the answer written and reported.
"""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from cavendish.cli import DEBUG
from cavendish.cli.failure import Interrupted, InterruptedUpstream
from cavendish.cli.output import Output, open_output, typed
from cavendish.cli.progress import Bar, progress_bar
from cavendish.cli.refusal import report_refusal
from cavendish.cli.report import Made, report_made
from cavendish.cli.safe import say
from cavendish.client import Client, Options, request_of
from cavendish.core.errors import InvalidRequest
from cavendish.core.money import Micros, dollars
from cavendish.core.request import Request
from cavendish.intake import ImageInput
from cavendish.picture import Picture, Result
from cavendish.service import Quote
from cavendish.settings import load
from cavendish.wire.options import parse_media_type

__all__ = ["Job", "draw"]

STDIN = "-"
MOST_WORDS = 1_000_000  # bytes of a prompt from stdin


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one command was asked for."""

    prompt: str
    images: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    output: str | None
    model: str | None
    engine: str | None
    size: str | None
    aspect: str | None
    count: int
    seed: int | None
    file_format: str | None
    as_json: bool
    force: bool
    config: str | None


def draw(job: Job) -> int:
    """Draws, writes and reports; the exit code."""
    if DEBUG not in os.environ:
        logging.getLogger().addHandler(logging.NullHandler())  # logs are no news for who types a prompt
    try:
        return _draw(job)
    except KeyboardInterrupt:
        raise Interrupted("Interrupted; nothing was written.") from None


def _draw(job: Job) -> int:
    if job.output == STDIN and job.as_json:
        raise InvalidRequest("--json and -o - both want stdout: choose one.", field="output")
    prompt = _prompt(job)
    asked = parse_media_type(job.file_format, field="--format")
    output = open_output(job.output, prompt=prompt, media_type=asked, count=job.count, force=job.force)
    images = [_image(source) for source in (*job.images, *job.references)]
    request = request_of(prompt, images, _options(job, output.media_type))
    quote, result = asyncio.run(_answer(job, request))
    return _deliver(job, output, quote, result)


def _prompt(job: Job) -> str:
    if job.prompt != STDIN:
        words = os.fsencode(job.prompt)
    elif STDIN in job.images:
        raise InvalidRequest("Only one of the picture and the words can come from stdin.", field="prompt")
    else:
        words = sys.stdin.buffer.read(MOST_WORDS)
    try:
        return words.decode().strip()
    except UnicodeDecodeError:
        raise InvalidRequest("The prompt is not valid UTF-8.", field="prompt") from None


def _image(source: str) -> ImageInput:
    return sys.stdin.buffer.read() if source == STDIN else Path(source)


def _options(job: Job, media_type: str | None) -> Options:
    """What was said, without what was not. The engine is asked for the type of the file, so that what it keeps inside
    the file (Clay its scene) survives."""
    said = {
        "model": job.model,
        "engine": job.engine,
        "size": job.size,
        "aspect_ratio": job.aspect,
        "count": job.count,
        "seed": job.seed,
        "format": media_type,
    }
    return cast(Options, {name: value for name, value in said.items() if value is not None})


async def _answer(job: Job, request: Request) -> tuple[Quote, Result]:
    settings = load(Path(job.config) if job.config else None).settings
    async with Client(settings=settings) as client:
        quote = client.service.quote(request)
        costs = quote.price != 0
        if costs:
            say(_price(quote))
        try:
            with progress_bar("Drawing", wanted=not job.as_json) as bar:
                if bar is None:
                    return quote, await client.run(request)
                watched = replace(request, include_thoughts=quote.engine == "clay")  # which thinks for nothing
                return quote, await client.run(watched, on_progress=bar.move, on_draft=_beside(bar))
        except asyncio.CancelledError:
            if not costs:
                raise
            raise InterruptedUpstream(
                f"Interrupted; nothing was written. {quote.engine} may draw it and charge for it all the same."
            ) from None


def _beside(bar: Bar) -> Callable[[Picture], None]:
    """Shows a draft on the terminal while the picture is drawn."""
    from cavendish.cli.show import show

    return lambda draft: bar.step_aside(lambda: show(draft))


def _price(quote: Quote) -> str:
    count = quote.resolved.request.count
    what = f"{count} pictures" if count > 1 else "this"
    start = f"{quote.engine} draws {what} with {quote.resolved.request.model}"
    if quote.price is None:
        return f"{start}; what that server charges is not known."
    price = dollars(Micros(round(quote.price, -2)))  # to a hundredth of a cent: the words are only estimated
    return f"{start} for about {price} (list price)."


def _deliver(job: Job, output: Output, quote: Quote, result: Result) -> int:
    assert result.outcome  # noqa: S101 - the service tells it with every whole answer
    if result.outcome.rejection:
        return report_refusal(result.outcome.rejection, result.outcome, as_json=job.as_json)
    pictures = [typed(picture, output.media_type) for picture in result.images]
    paths: Sequence[Path | None] = output.write(pictures) or [None] * len(pictures)
    made = Made(
        files=tuple(zip(paths, pictures, strict=True)),
        asked=quote.resolved.request.count,
        model=result.model_version or quote.resolved.request.model,
        outcome=result.outcome,
        text=result.text,
    )
    return report_made(made, as_json=job.as_json)
