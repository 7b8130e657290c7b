"""litellm.completion as its documentation teaches it; base URL and key come from the environment."""

import base64
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # else it fetches a list of prices when it is imported

import litellm

MODEL = f"openai/{os.environ['MODEL']}"
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"
DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")


def stored(name: str, media_type: str) -> dict[str, Any]:
    data = base64.b64encode((PICTURES / name).read_bytes()).decode()
    return {"type": "image_url", "image_url": {"url": f"data:{media_type};base64,{data}"}}


CAT, HAT = stored("cat.png", "image/png"), stored("hat.jpg", "image/jpeg")


def words(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def got(text: str, images: Iterable[Any] | None = None) -> dict[str, Any]:
    found = DATA.findall(" ".join([text, *(image["image_url"]["url"] for image in images or [])]))
    return {"pictures": [hashlib.sha256(base64.b64decode(data)).hexdigest() for data in found], "text": text[:500]}


def ask(content: Any, model: str = MODEL, **more: Any) -> Any:
    return litellm.completion(model=model, messages=[{"role": "user", "content": content}], **more)


def draw(content: Any, model: str = MODEL, **more: Any) -> dict[str, Any]:
    message = ask(content, model, **more).choices[0].message
    return got(message.content or "", message.get("images"))


def chat() -> dict[str, Any]:
    messages: list[Any] = []
    answers = []
    for said in ("a cat", "make it blue", "add a hat"):
        messages.append({"role": "user", "content": said})
        answer = litellm.completion(model=MODEL, messages=messages).choices[0].message
        messages.append(answer)
        answers.append(answer)
    return got(" ".join(answer.content for answer in answers))


def stream() -> dict[str, Any]:
    return got("".join(chunk.choices[0].delta.content or "" for chunk in ask(APPLE, stream=True)))


def refused(key: str) -> dict[str, Any]:
    choice = ask("a cat", api_key=os.environ[key]).choices[0]
    return {"seen": {"reason": choice.finish_reason, "said": choice.message.content}}


def error_of(key: str, model: str = MODEL) -> dict[str, Any]:
    try:
        ask("a cat", model, api_key=os.environ[key])
    except (litellm.NotFoundError, litellm.AuthenticationError) as error:
        return {"seen": {"status": error.status_code, "code": error.code}}
    raise AssertionError("no error")


def models() -> dict[str, Any]:
    # only here the base URL is not taken from the environment
    url = os.environ["OPENAI_BASE_URL"]
    found = litellm.get_valid_models(check_provider_endpoint=True, custom_llm_provider="openai", api_base=url)
    return {"seen": {"models": found}}


SHAPE = {"image_config": {"aspect_ratio": "16:9", "image_size": "4K"}}
ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw(APPLE),
    "editing a picture": lambda: draw([words("make the cat blue"), CAT]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw([words("the cat wears the hat"), CAT, HAT]),
    "aspect ratio and 4K": lambda: draw("a cat", extra_body=SHAPE),
    "picture only": lambda: draw("a cat", modalities=["image"]),
    "text with picture": lambda: draw("a cat", modalities=["text", "image"]),
    "streaming": stream,
    "refused in review": lambda: refused("KEY_REVIEW"),
    "refused while drawing": lambda: refused("KEY_GENERATION"),
    "words instead": lambda: draw("a cat", api_key=os.environ["KEY_REPLY"]),
    "unknown model": lambda: error_of("KEY", "openai/no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "model list": models,
    "a picture by Clay": lambda: draw(APPLE, "openai/clay"),
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
