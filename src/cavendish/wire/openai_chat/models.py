"""The model list as OpenAI tells it."""

import json
from collections.abc import Iterable
from typing import Any

from cavendish.core.model import Model

__all__ = ["parse_models", "render_model", "render_models"]

CREATED = 1756684800  # 2025-09-01: clients want a date, the catalogue has none


def render_model(model: Model, *, name: str | None = None) -> dict[str, Any]:
    return {"id": name or model.id, "object": "model", "created": CREATED, "owned_by": model.maker}


def render_models(models: Iterable[Model]) -> dict[str, Any]:
    return {"object": "list", "data": [render_model(model) for model in models]}


def parse_models(body: bytes) -> tuple[str, ...]:
    """The ids in an upstream's model list; ValueError when it is none."""
    document = json.loads(body)
    models = document.get("data") if isinstance(document, dict) else None
    if not isinstance(models, list):
        raise ValueError("not a model list")
    return tuple(str(model.get("id", "")) for model in models if isinstance(model, dict))
