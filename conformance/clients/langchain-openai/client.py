"""ChatOpenAI as LangChain's documentation teaches it; base URL and key come from the environment.

Pictures come as Markdown in the content; `images` beside it, which is sent where modalities are asked for, it drops.
"""

import base64
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import openai
from langchain_core.messages import AIMessage, HumanMessage
from langchain_openai import ChatOpenAI

MODEL = os.environ["MODEL"]
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"
DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")

model = ChatOpenAI(model=MODEL)


def stored(name: str, media_type: str) -> dict[str, Any]:
    data = base64.b64encode((PICTURES / name).read_bytes()).decode()
    return {"type": "image", "base64": data, "mime_type": media_type}


CAT, HAT = stored("cat.png", "image/png"), stored("hat.jpg", "image/jpeg")


def words(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def got(messages: Iterable[AIMessage]) -> dict[str, Any]:
    text = "".join(str(message.text) for message in messages)
    pictures = [hashlib.sha256(base64.b64decode(data)).hexdigest() for data in DATA.findall(text)]
    return {"pictures": pictures, "text": text[:500]}


def draw(content: Any, **settings: Any) -> dict[str, Any]:
    return got([model.invoke([HumanMessage(content)], **settings)])


def chat() -> dict[str, Any]:
    messages: list[Any] = []
    for said in ("a cat", "make it blue", "add a hat"):
        messages.append(HumanMessage(said))
        messages.append(model.invoke(messages))
    return got(message for message in messages if isinstance(message, AIMessage))


def ask_with(key: str, name: str = MODEL) -> AIMessage:
    return ChatOpenAI(model=name, api_key=os.environ[key]).invoke("a cat")


def refused(key: str) -> dict[str, Any]:
    answer = ask_with(key)
    return {"seen": {"reason": answer.response_metadata["finish_reason"], "said": answer.text}}


def error_of(key: str, name: str = MODEL) -> dict[str, Any]:
    try:
        ask_with(key, name)
    except openai.APIStatusError as error:
        return {"seen": {"status": error.status_code, "code": error.code}}
    raise AssertionError("no error")


SHAPE = {"image_config": {"aspect_ratio": "16:9", "image_size": "4K"}}
ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw(APPLE),
    "editing a picture": lambda: draw([words("make the cat blue"), CAT]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw([words("the cat wears the hat"), CAT, HAT]),
    "aspect ratio and 4K": lambda: draw("a cat", extra_body=SHAPE),
    "picture only": lambda: draw("a cat", modalities=["image"]),
    "text with picture": lambda: draw("a cat"),  # without modalities both are asked for
    "streaming": lambda: got(model.stream(APPLE)),
    "refused in review": lambda: refused("KEY_REVIEW"),
    "refused while drawing": lambda: refused("KEY_GENERATION"),
    "words instead": lambda: got([ask_with("KEY_REPLY")]),
    "unknown model": lambda: error_of("KEY", "no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "a picture by Clay": lambda: got([ChatOpenAI(model="clay").invoke(APPLE)]),
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
