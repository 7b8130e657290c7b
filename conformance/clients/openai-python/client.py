"""openai's chat completions as its documentation teaches them; base URL and key come from the environment.

Pictures come as the resellers send them: Markdown in the content, or `images` beside it where modalities are asked for.
"""

import base64
import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openai

MODEL = os.environ["MODEL"]
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"
DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")

client = openai.OpenAI()


def stored(name: str, media_type: str) -> dict[str, Any]:
    data = base64.b64encode((PICTURES / name).read_bytes()).decode()
    return {"type": "image_url", "image_url": {"url": f"data:{media_type};base64,{data}"}}


CAT, HAT = stored("cat.png", "image/png"), stored("hat.jpg", "image/jpeg")


def got(text: str, images: Any = ()) -> dict[str, Any]:
    found = DATA.findall(" ".join([text, *(image["image_url"]["url"] for image in images)]))
    return {"pictures": [hashlib.sha256(base64.b64decode(data)).hexdigest() for data in found], "text": text[:500]}


def ask(content: Any, model: str = MODEL, key: str | None = None, **more: Any) -> Any:
    messages: Any = [{"role": "user", "content": content}]
    return client.with_options(api_key=key).chat.completions.create(model=model, messages=messages, **more)


def draw(content: Any, model: str = MODEL, **more: Any) -> dict[str, Any]:
    message = ask(content, model, extra_body=more).choices[0].message
    return got(message.content, (message.model_extra or {}).get("images", ()))


def words(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def chat() -> dict[str, Any]:
    messages: list[Any] = []
    for said in ("a cat", "make it blue", "add a hat"):
        messages.append({"role": "user", "content": said})
        answer = client.chat.completions.create(model=MODEL, messages=messages)
        messages.append({"role": "assistant", "content": answer.choices[0].message.content})
    return got(" ".join(message["content"] for message in messages))


def stream() -> dict[str, Any]:
    chunks = ask(APPLE, stream=True)
    return got("".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices))


def refused(key: str) -> dict[str, Any]:
    choice = ask("a cat", key=os.environ[key]).choices[0]
    return {"seen": {"reason": choice.finish_reason, "said": choice.message.content}}


def error_of(key: str, model: str = MODEL) -> dict[str, Any]:
    try:
        ask("a cat", model, os.environ[key])
    except openai.APIStatusError as error:
        return {"seen": {"status": error.status_code, "code": error.code}}
    raise AssertionError("no error")


ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw(APPLE),
    "editing a picture": lambda: draw([words("make the cat blue"), CAT]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw([words("the cat wears the hat"), CAT, HAT]),
    "aspect ratio and 4K": lambda: draw("a cat", image_config={"aspect_ratio": "16:9", "image_size": "4K"}),
    "picture only": lambda: draw("a cat", modalities=["image"]),
    "text with picture": lambda: draw("a cat", modalities=["text", "image"]),
    "streaming": stream,
    "refused in review": lambda: refused("KEY_REVIEW"),
    "refused while drawing": lambda: refused("KEY_GENERATION"),
    "words instead": lambda: got(ask("a cat", key=os.environ["KEY_REPLY"]).choices[0].message.content),
    "unknown model": lambda: error_of("KEY", "no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "model list": lambda: {"seen": {"models": [model.id for model in client.models.list()]}},
    "a picture by Clay": lambda: draw(APPLE, "clay"),
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
