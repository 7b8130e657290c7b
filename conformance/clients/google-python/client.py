"""google-genai as its documentation teaches it; base URL and key come from the environment."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from google import genai
from google.genai import types

MODEL = os.environ["MODEL"]
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
CAT = types.Part.from_bytes(data=(PICTURES / "cat.png").read_bytes(), mime_type="image/png")
HAT = types.Part.from_bytes(data=(PICTURES / "hat.jpg").read_bytes(), mime_type="image/jpeg")

client = genai.Client()


def got(parts: Iterable[types.Part] | None) -> dict[str, Any]:
    parts = list(parts or [])
    pictures = [part.inline_data.data for part in parts if part.inline_data]
    return {
        "pictures": [hashlib.sha256(data).hexdigest() for data in pictures if data],
        "text": "".join(part.text or "" for part in parts),
    }


def draw(contents: Any, **config: Any) -> dict[str, Any]:
    settings = types.GenerateContentConfig(**config) if config else None
    return got(client.models.generate_content(model=MODEL, contents=contents, config=settings).parts)


def chat() -> dict[str, Any]:
    conversation = client.chats.create(model=MODEL)
    answers = [conversation.send_message(words) for words in ("a cat", "make it blue", "add a hat")]
    return got(part for answer in answers for part in answer.parts or [])


def stream() -> dict[str, Any]:
    chunks = client.models.generate_content_stream(model=MODEL, contents="a red apple on a table")
    return got(part for chunk in chunks for part in chunk.parts or [])


def ask_with(key: str, model: str = MODEL) -> types.GenerateContentResponse:
    with genai.Client(api_key=os.environ[key]) as other:
        return other.models.generate_content(model=model, contents="a cat")


def review() -> dict[str, Any]:
    feedback = ask_with("KEY_REVIEW").prompt_feedback or types.GenerateContentResponsePromptFeedback()
    return {"seen": {"reason": feedback.block_reason, "said": feedback.block_reason_message}}


def drawing() -> dict[str, Any]:
    answer = ask_with("KEY_GENERATION")
    reasons = [candidate.finish_reason for candidate in answer.candidates or []]
    said = answer.prompt_feedback.block_reason_message if answer.prompt_feedback else ""
    return {"seen": {"reason": reasons[0], "said": said}}


def error_of(key: str, model: str = MODEL) -> dict[str, Any]:
    try:
        ask_with(key, model)
    except genai.errors.APIError as error:
        return {"seen": {"status": error.code, "code": error.status}}
    raise AssertionError("no error")


ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw("a red apple on a table"),
    "editing a picture": lambda: draw([CAT, "make the cat blue"]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw([CAT, HAT, "the cat wears the hat"]),
    "aspect ratio and 4K": lambda: draw("a cat", image_config=types.ImageConfig(aspect_ratio="16:9", image_size="4K")),
    "picture only": lambda: draw("a cat", response_modalities=["IMAGE"]),
    "text with picture": lambda: draw("a cat", response_modalities=["TEXT", "IMAGE"]),
    "streaming": stream,
    "refused in review": review,
    "refused while drawing": drawing,
    "words instead": lambda: got(ask_with("KEY_REPLY").parts),
    "unknown model": lambda: error_of("KEY", "no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "model list": lambda: {"seen": {"models": [model.name for model in client.models.list()]}},
    "count tokens": lambda: {
        "seen": {"tokens": client.models.count_tokens(model=MODEL, contents="a cat").total_tokens}
    },
    "a picture by Clay": lambda: got(
        client.models.generate_content(model="clay", contents="a red apple on a table").parts
    ),
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
