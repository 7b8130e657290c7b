"""Models read from their files: our own, and those that packages with engines bring."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.model import Model, Retirement
from cavendish.core.money import Price

__all__ = ["ENTRY", "Grids", "read_models", "read_strangers", "read_toml"]

ENTRY = "models.toml"
Grids = dict[str, Mapping[str, Mapping[str, list[int]]]]


def read_toml(name: str) -> dict[str, Any]:
    """One of our own files."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def read_models(entry: Mapping[str, Any], grids: Grids) -> list[Model]:
    """Every model of our own: the families' in order, then those of the entry itself. Fills `grids`."""
    documents = [*(read_toml(name) for name in entry["families"]), entry]
    return [model for document in documents for model in _models(document, grids, entry["tokens"])]


def read_strangers(package: str, grids: Grids, tokens: Mapping[str, int]) -> list[Model]:
    """The models that a package brings beside its engine, none where it has no file; InvalidRequest names the package.

    They may use our grids and add their own.
    """
    file = resources.files(package).joinpath(ENTRY)
    if not file.is_file():
        return []
    try:
        return _models(tomllib.loads(file.read_text("utf-8")), dict(grids), tokens)
    except (ValueError, TypeError, LookupError, AttributeError, OSError) as error:
        raise InvalidRequest(
            f"The package {package} brings a {ENTRY} that cannot be read: {error!r}.", field="engines"
        ) from None


def _models(document: Mapping[str, Any], grids: Grids, tokens: Mapping[str, int]) -> list[Model]:
    grids.update(document.get("grid", {}))
    return [_model(entry, grids, tokens) for entry in document.get("model", [])]


def _model(entry: Mapping[str, Any], grids: Grids, tokens: Mapping[str, int]) -> Model:
    grid = grids[entry["grid"]]
    sizes = entry["image_sizes"]
    pixels = {
        ratio: {size: (grid[ratio][size][0], grid[ratio][size][1]) for size in sizes}
        for ratio in entry.get("aspect_ratios", grid)
    }
    given = {key: value for key, value in entry.items() if key not in ("grid", "aspect_ratios", "retired_names")}
    lists = {key: tuple(value) for key, value in given.items() if isinstance(value, list)}
    names = {
        name.lower(): Retirement(**{"successor": entry["id"]} | facts)
        for name, facts in entry.get("retired_names", {}).items()
    }
    read = {
        "pixels": pixels,
        "aliases": (*entry.get("aliases", ()), *names),
        "price": Price(**entry["price"]),
        "retired": Retirement(**entry["retired"]) if "retired" in entry else None,
        "retired_names": names,
    }
    return Model(**{"picture_tokens": tokens["per_prompt_picture"]} | given | lists | read)
