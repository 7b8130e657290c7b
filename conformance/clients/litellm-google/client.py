"""litellm.completion with its `gemini/` models as its documentation teaches them; the key comes from the environment.

The API's version belongs to the base URL of a completion, and not to that of the other calls.
"""

import asyncio
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

URL = os.environ["CAVENDISH_URL"]
MODEL = f"gemini/{os.environ['MODEL']}"
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"
DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")


def stored(name: str, media_type: str) -> dict[str, Any]:
    data = base64.b64encode((PICTURES / name).read_bytes()).decode()
    return {"type": "image_url", "image_url": {"url": f"data:{media_type};base64,{data}"}}


CAT, HAT = stored("cat.png", "image/png"), stored("hat.jpg", "image/jpeg")


def words(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def got(messages: Iterable[Any]) -> dict[str, Any]:
    messages = list(messages)
    urls = [image["image_url"]["url"] for message in messages for image in message.get("images") or []]
    return {
        "pictures": [hashlib.sha256(base64.b64decode(DATA.findall(url)[0])).hexdigest() for url in urls],
        "text": "".join(message.content or "" for message in messages),
    }


def complete(messages: list[Any], model: str = MODEL, **more: Any) -> Any:
    return litellm.completion(model=model, messages=messages, api_base=f"{URL}/v1beta", **more)


def ask(content: Any, model: str = MODEL, **more: Any) -> Any:
    return complete([{"role": "user", "content": content}], model, **more)


def draw(content: Any, model: str = MODEL, **more: Any) -> dict[str, Any]:
    return got([ask(content, model, **more).choices[0].message])


def chat() -> dict[str, Any]:
    messages: list[Any] = []
    answers = []
    for said in ("a cat", "make it blue", "add a hat"):
        messages.append({"role": "user", "content": said})
        answers.append(complete(messages).choices[0].message)
        messages.append(answers[-1])
    return got(answers)


def stream() -> dict[str, Any]:
    return got(chunk.choices[0].delta for chunk in ask(APPLE, stream=True))


def refused(key: str) -> dict[str, Any]:
    return {"seen": {"reason": ask("a cat", api_key=os.environ[key]).choices[0].finish_reason}}


def error_of(key: str, model: str = MODEL) -> dict[str, Any]:
    try:
        ask("a cat", model, api_key=os.environ[key])
    except (litellm.NotFoundError, litellm.AuthenticationError, litellm.BadRequestError) as error:
        return {"seen": {"status": error.status_code, "code": error.code}}
    raise AssertionError("no error")


def models() -> dict[str, Any]:
    found = litellm.get_valid_models(check_provider_endpoint=True, custom_llm_provider="gemini", api_base=URL)
    return {"seen": {"models": [name.removeprefix("gemini/") for name in found]}}


def count() -> dict[str, Any]:
    messages = [{"role": "user", "content": "a cat"}]
    counted = asyncio.run(litellm.acount_tokens(model=MODEL, messages=messages, api_base=URL))
    if counted.tokenizer_type == "local_tokenizer":
        raise AssertionError("counted by itself, for the call failed")
    return {"seen": {"tokens": counted.total_tokens}}


ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw(APPLE),
    "editing a picture": lambda: draw([CAT, words("make the cat blue")]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw([CAT, HAT, words("the cat wears the hat")]),
    "aspect ratio and 4K": lambda: draw("a cat", imageConfig={"aspectRatio": "16:9", "imageSize": "4K"}),
    "picture only": lambda: draw("a cat", modalities=["image"]),
    "text with picture": lambda: draw("a cat", modalities=["text", "image"]),
    "streaming": stream,
    "refused in review": lambda: refused("KEY_REVIEW"),
    "refused while drawing": lambda: refused("KEY_GENERATION"),
    "words instead": lambda: draw("a cat", api_key=os.environ["KEY_REPLY"]),
    "unknown model": lambda: error_of("KEY", "gemini/no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "model list": models,
    "count tokens": count,
    "a picture by Clay": lambda: draw(APPLE, "gemini/clay"),
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
