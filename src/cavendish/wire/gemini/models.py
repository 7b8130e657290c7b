"""The model list and the token count, as Google tells them."""

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.model import Model

__all__ = ["parse_models", "render_model", "render_models", "render_token_count"]

PAGE_SIZE, LARGEST_PAGE = 50, 1000


def render_model(model: Model, *, name: str | None = None) -> dict[str, Any]:
    """One model, under the name it was asked for."""
    document: dict[str, Any] = {
        "name": f"models/{name or model.id}",
        "version": model.version,
        "displayName": model.title,
        "description": model.description,
        "inputTokenLimit": model.prompt_token_limit,
        "outputTokenLimit": model.output_token_limit,
        "supportedGenerationMethods": ["generateContent", "countTokens"],
        "temperature": 1,
        "topP": 0.95,
        "topK": 64,
        "maxTemperature": 1,
    }
    if model.thinking:
        document["thinking"] = True
    return document


def render_models(models: Iterable[Model], *, page_size: str | None, page_token: str | None) -> dict[str, Any]:
    """One page; no `nextPageToken` on the last, for an empty one sends JavaScript's pager round for ever."""
    size = min(_number(page_size, "pageSize") or PAGE_SIZE, LARGEST_PAGE)
    start = _number(page_token, "pageToken") or 0
    entries = [render_model(model) for model in islice(models, start, None)]
    document: dict[str, Any] = {"models": entries[:size]}
    if len(entries) > size:
        document["nextPageToken"] = str(start + size)
    return document


def _number(text: str | None, field: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise InvalidRequest(f"{field} must be a whole number.", field=field)
    return int(text)


def render_token_count(*, prompt_tokens: int, picture_tokens: int) -> dict[str, Any]:
    details = [{"modality": "TEXT", "tokenCount": prompt_tokens - picture_tokens}]
    if picture_tokens:
        details.append({"modality": "IMAGE", "tokenCount": picture_tokens})
    return {"totalTokens": prompt_tokens, "promptTokensDetails": details}


def parse_models(body: bytes) -> tuple[str, ...]:
    """The names in an upstream's model list; ValueError when it is none."""
    document = json.loads(body)
    models = document.get("models") if isinstance(document, dict) else None
    if not isinstance(models, list):
        raise ValueError("not a model list")
    return tuple(str(model.get("name", "")).removeprefix("models/") for model in models if isinstance(model, dict))
