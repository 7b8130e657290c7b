"""`models`: what can be asked for by name, and what each can do."""

import asyncio
from pathlib import Path
from typing import Any

from cavendish.cli.report import print_json
from cavendish.cli.table import print_table
from cavendish.client import Client
from cavendish.core.model import Model
from cavendish.core.money import Micros, dollars
from cavendish.settings import load

__all__ = ["list_models"]


def list_models(*, config: str | None, as_json: bool) -> int:
    """Prints every model of the catalogue."""
    models = asyncio.run(_models(config))
    if as_json:
        print_json({"models": [_document(model) for model in models]})
        return 0
    print_table([("MODEL", "ALSO CALLED", "SIZES", "RATIOS", "PRICE"), *(_row(model) for model in models)])
    return 0


async def _models(config: str | None) -> tuple[Model, ...]:
    async with Client(settings=load(Path(config) if config else None).settings) as client:
        return client.models


def _row(model: Model) -> tuple[str, ...]:
    price = _prices(model)[model.image_sizes[-1]]
    most = f"{'up to ' if len(model.image_sizes) > 1 else ''}{dollars(price)}" if price else "free"
    nickname = next((alias for alias in model.aliases if "nano" in alias), "")
    return model.id, nickname, " ".join(model.image_sizes), str(len(model.aspect_ratios)), most


def _prices(model: Model) -> dict[str, Micros]:
    """Google's list price of one picture by its size; the words beside it are not in it."""
    return {
        size: model.price.of(prompt_tokens=0, text_tokens=0, image_tokens=tokens)
        for size, tokens in model.image_tokens.items()
    }


def _document(model: Model) -> dict[str, Any]:
    return {
        "id": model.id,
        "title": model.title,
        "aliases": list(model.aliases),
        "image_sizes": list(model.image_sizes),
        "aspect_ratios": list(model.aspect_ratios),
        "media_type": model.media_type,
        "cost_micros": _prices(model),
    }
