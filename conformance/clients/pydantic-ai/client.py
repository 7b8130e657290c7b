"""PydanticAI with Google's models as its documentation teaches them; base URL and key come from the environment."""

import asyncio
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pydantic_ai import Agent, BinaryContent, BinaryImage, ModelHTTPError
from pydantic_ai.capabilities import ImageGeneration
from pydantic_ai.exceptions import ContentFilterError
from pydantic_ai.messages import ModelMessage, ModelRequest
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.models.google import GoogleModel
from pydantic_ai.providers.google import GoogleProvider

MODEL = os.environ["MODEL"]
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"
CAT = BinaryContent.from_path(PICTURES / "cat.png")
HAT = BinaryContent.from_path(PICTURES / "hat.jpg")

artist = Agent(f"google:{MODEL}", output_type=BinaryImage)
writer = Agent(f"google:{MODEL}")  # without output_type both text and pictures are asked for


def got(images: Iterable[BinaryContent], text: str = "") -> dict[str, Any]:
    return {"pictures": [hashlib.sha256(image.data).hexdigest() for image in images], "text": text}


def draw(prompt: Any, agent: Agent[None, BinaryImage] = artist, **more: Any) -> dict[str, Any]:
    return got([agent.run_sync(prompt, **more).output])


def text_and_picture() -> dict[str, Any]:
    result = writer.run_sync("a cat")
    return got(result.response.images, result.output)


def chat() -> dict[str, Any]:
    history: list[ModelMessage] = []
    images = []
    for said in ("a cat", "make it blue", "add a hat"):
        result = artist.run_sync(said, message_history=history)
        history = result.all_messages()
        images.append(result.output)
    return got(images)


def stream() -> dict[str, Any]:
    result = writer.run_stream_sync(APPLE)
    text = "".join(result.stream_text(delta=True))
    return got(result.response.images, text)


def model_with(key: str, name: str = MODEL) -> GoogleModel:
    return GoogleModel(name, provider=GoogleProvider(api_key=os.environ[key]))


def refusal(key: str) -> dict[str, Any]:
    try:
        artist.run_sync("a cat", model=model_with(key))
    except ContentFilterError as error:
        [response] = json.loads(error.body or "[]")
        return dict(response["provider_details"])
    raise AssertionError("no error")


def review() -> dict[str, Any]:
    details = refusal("KEY_REVIEW")
    return {"seen": {"reason": details["block_reason"], "said": details["block_reason_message"]}}


def drawing() -> dict[str, Any]:
    return {"seen": {"reason": refusal("KEY_GENERATION")["finish_reason"]}}


def error_of(key: str, name: str = MODEL) -> dict[str, Any]:
    try:
        writer.run_sync("a cat", model=model_with(key, name))
    except ModelHTTPError as error:
        return {"seen": {"status": error.status_code, "code": error.body["error"]["status"]}}
    raise AssertionError("no error")


def count() -> dict[str, Any]:
    messages: list[ModelMessage] = [ModelRequest.user_text_prompt("a cat")]
    counted = asyncio.run(model_with("KEY").count_tokens(messages, None, ModelRequestParameters()))
    return {"seen": {"tokens": counted.input_tokens}}


def clay() -> dict[str, Any]:
    # only of models with "image" in the name it knows that they draw
    model = GoogleModel("clay", provider="google", profile={"supports_image_output": True})
    return draw(APPLE, Agent(model, output_type=BinaryImage))


SHAPED = Agent(artist.model, output_type=BinaryImage, capabilities=[ImageGeneration(aspect_ratio="16:9", size="4K")])
ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw(APPLE),
    "editing a picture": lambda: draw(["make the cat blue", CAT]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw(["the cat wears the hat", CAT, HAT]),
    "aspect ratio and 4K": lambda: draw("a cat", SHAPED),
    "picture only": lambda: draw("a cat"),
    "text with picture": text_and_picture,
    "streaming": stream,
    "refused in review": review,
    "refused while drawing": drawing,
    "words instead": lambda: got([], writer.run_sync("a cat", model=model_with("KEY_REPLY")).output),
    "unknown model": lambda: error_of("KEY", "no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "count tokens": count,
    "a picture by Clay": clay,
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
