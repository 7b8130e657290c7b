"""`models`: what can be asked for by name, what each can do, and whether engines say the same."""

import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cavendish.cli import exits
from cavendish.cli.report import print_json
from cavendish.cli.safe import say
from cavendish.cli.table import print_table
from cavendish.client import Client
from cavendish.core.errors import CavendishError
from cavendish.core.model import Differences, Model, Retirement
from cavendish.core.money import Micros, dollars
from cavendish.settings import load

__all__ = ["check_models", "list_models"]

HEAD = ("MODEL", "ALSO CALLED", "SIZES", "RATIOS", "TIME", "SWITCHED OFF", "PRICE")
MOST_NAMES = 12  # of one kind in one line; `--json` has all of them


def list_models(*, config: str | None, as_json: bool) -> int:
    """Prints every model of the catalogue: a table on stdout, what becomes of those that end on stderr."""
    models = asyncio.run(_models(config))
    if as_json:
        print_json({"models": [_document(model) for model in models]})
        return exits.MADE
    print_table([HEAD, *(_row(model) for model in models)])
    for model in models:
        if model.retired:
            say(_life(model, model.retired), style="dim")
    return exits.MADE


def check_models(engine: str | None, *, config: str | None, as_json: bool) -> int:
    """Asks one engine, or each, for its own list, which costs nothing; FAILED where it is not in step with ours."""
    found = asyncio.run(_compared(engine, config))
    if as_json:
        print_json({"engines": [_comparison(name, one) for name, one in found.items()]})
    else:
        print_table([(name, line) for name, one in found.items() for line in _lines(one)])
    in_step = all(isinstance(one, Differences) and one.in_step for one in found.values())
    return exits.MADE if in_step else exits.FAILED


async def _models(config: str | None) -> tuple[Model, ...]:
    async with Client(settings=load(Path(config) if config else None).settings) as client:
        return client.models


async def _compared(engine: str | None, config: str | None) -> dict[str, Differences | CavendishError]:
    """What each engine's list shows, or why it cannot be had; the one that was named raises."""
    async with Client(settings=load(Path(config) if config else None).settings) as client:
        if engine is not None:
            return {engine: await client.service.compare(engine)}
        found: dict[str, Differences | CavendishError] = {}
        for name in client.service.engines:
            try:
                found[name] = await client.service.compare(name)
            except CavendishError as error:
                found[name] = error
        return found


def _lines(found: Differences | CavendishError) -> list[str]:
    if isinstance(found, CavendishError):
        return [found.message]
    kinds = {
        "lacks": found.lacks,
        "draws with what is not known here": found.unknown,
        "still lists what is known here as switched off": found.contradicts,
    }
    differences = [f"{what}: {_named(names)}" for what, names in kinds.items() if names]
    if not found.listed:
        return ["has no list of models to compare with"]
    return differences or ["in step"]


def _named(names: tuple[str, ...]) -> str:
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _comparison(engine: str, found: Differences | CavendishError) -> dict[str, Any]:
    if isinstance(found, CavendishError):
        return {"engine": engine, "in_step": False, "failure": found.message}
    return {"engine": engine, "in_step": found.in_step, "failure": None, **asdict(found)}


def _row(model: Model) -> tuple[str, ...]:
    prices = [price for row in (_prices(model), *_prices_by_quality(model).values()) for price in row.values()]
    most = f"{'≤ ' if len(prices) > 1 else ''}{dollars(Micros(round(max(prices), -2)))}" if max(prices) else "free"
    nickname = next((alias for alias in model.aliases if alias.startswith("nano-banana")), "")
    return (
        model.id,
        nickname,
        " ".join(model.image_sizes),
        str(len(model.aspect_ratios)),
        f"{model.seconds} s" if model.seconds else "",
        f"{model.retired.on}{'' if model.retired.confirmed else ' ?'}" if model.retired else "",
        most,
    )


def _life(model: Model, retired: Retirement) -> str:
    doubt = "" if retired.confirmed else " (not confirmed)"
    return f"{model.id}: off at {retired.by} from {retired.on}{doubt} → {retired.successor}"


def _prices(model: Model, quality: str | None = None) -> dict[str, Micros]:
    """The maker's list price of one picture by its size; the words beside it are not in it."""
    return {
        size: model.price.of(prompt_tokens=0, text_tokens=0, image_tokens=model.tokens_of(size, quality))
        for size in model.image_sizes
    }


def _prices_by_quality(model: Model) -> dict[str, dict[str, Micros]]:
    return {quality: _prices(model, quality) for quality in model.quality_tokens}


def _document(model: Model) -> dict[str, Any]:
    """Every fact; a number of 0 and an empty word are not known."""
    facts = asdict(model)
    ends = {name: _ending(retired) for name, retired in model.retired_names.items()}
    return {
        **facts,
        "aspect_ratios": list(model.aspect_ratios),
        "cost_micros": _prices(model),
        "cost_micros_by_quality": _prices_by_quality(model),
        "retired": model.retired and _ending(model.retired),
        "retired_names": ends,
    }


def _ending(retired: Retirement) -> dict[str, Any]:
    return {**asdict(retired), "on": retired.on.isoformat()}
