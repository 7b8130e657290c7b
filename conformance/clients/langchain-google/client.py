"""ChatGoogleGenerativeAI as LangChain's documentation teaches it; base URL and key come from the environment."""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from google.genai.errors import APIError
from langchain_core.messages import AIMessage, HumanMessage
from langchain_google_genai import ChatGoogleGenerativeAI, Modality
from langchain_google_genai.chat_models import ChatGoogleGenerativeAIError

MODEL = os.environ["MODEL"]
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"

model = ChatGoogleGenerativeAI(model=MODEL)


def stored(name: str, media_type: str) -> dict[str, Any]:
    data = base64.b64encode((PICTURES / name).read_bytes()).decode()
    return {"type": "image", "base64": data, "mime_type": media_type}


CAT, HAT = stored("cat.png", "image/png"), stored("hat.jpg", "image/jpeg")


def words(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def got(messages: Iterable[AIMessage]) -> dict[str, Any]:
    messages = list(messages)
    blocks = [block for message in messages for block in message.content if isinstance(block, dict)]
    urls = [block["image_url"]["url"] for block in blocks if block["type"] == "image_url"]
    return {
        "pictures": [hashlib.sha256(base64.b64decode(url.split(",")[-1])).hexdigest() for url in urls],
        "text": "".join(str(message.text) for message in messages),
    }


def draw(content: Any, **settings: Any) -> dict[str, Any]:
    return got([model.invoke([HumanMessage(content)], **settings)])


def chat() -> dict[str, Any]:
    messages: list[Any] = []
    for said in ("a cat", "make it blue", "add a hat"):
        messages.append(HumanMessage(said))
        messages.append(model.invoke(messages))
    return got(message for message in messages if isinstance(message, AIMessage))


def ask_with(key: str, name: str = MODEL) -> AIMessage:
    return ChatGoogleGenerativeAI(model=name, api_key=os.environ[key]).invoke("a cat")


def review() -> dict[str, Any]:
    feedback = ask_with("KEY_REVIEW").response_metadata["prompt_feedback"]
    return {"seen": {"reason": feedback["block_reason"], "said": feedback["block_reason_message"]}}


def drawing() -> dict[str, Any]:
    answer = ask_with("KEY_GENERATION").response_metadata
    said = answer.get("prompt_feedback", {}).get("block_reason_message", "")
    return {"seen": {"reason": answer["finish_reason"], "said": said}}


def error_of(key: str, name: str = MODEL) -> dict[str, Any]:
    try:
        ask_with(key, name)
    except ChatGoogleGenerativeAIError as error:
        if not isinstance(error.__cause__, APIError):  # LangChain's error is a sentence, the SDK's beneath it has parts
            raise
        return {"seen": {"status": error.__cause__.code, "code": error.__cause__.status}}
    raise AssertionError("no error")


ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw(APPLE),
    "editing a picture": lambda: draw([CAT, words("make the cat blue")]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw([CAT, HAT, words("the cat wears the hat")]),
    "aspect ratio and 4K": lambda: draw("a cat", image_config={"aspect_ratio": "16:9", "image_size": "4K"}),
    "picture only": lambda: draw("a cat", response_modalities=[Modality.IMAGE]),
    "text with picture": lambda: draw("a cat", response_modalities=[Modality.TEXT, Modality.IMAGE]),
    "streaming": lambda: got(model.stream(APPLE)),
    "refused in review": review,
    "refused while drawing": drawing,
    "words instead": lambda: got([ask_with("KEY_REPLY")]),
    "unknown model": lambda: error_of("KEY", "no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "count tokens": lambda: {"seen": {"tokens": model.get_num_tokens("a cat")}},
    "a picture by Clay": lambda: got([ChatGoogleGenerativeAI(model="clay").invoke(APPLE)]),
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
