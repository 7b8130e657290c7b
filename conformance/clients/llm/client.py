"""llm with OpenAI-compatible models as its documentation teaches them: listed in extra-openai-models.yaml.

Its plug-in llm-gemini cannot be used: Google's address is written into it, and pictures in answers it leaves out.
"""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = Path("user").absolute()
FOLDER.mkdir(exist_ok=True)
os.environ["LLM_USER_PATH"] = str(FOLDER)

import llm  # noqa: E402
import openai  # noqa: E402

MODEL = os.environ["MODEL"]
URL = os.environ["OPENAI_BASE_URL"]
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"
DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")
CAT, HAT = llm.Attachment(path=str(PICTURES / "cat.png")), llm.Attachment(path=str(PICTURES / "hat.jpg"))
ENTRY = """
- model_id: {0}
  model_name: {0}
  api_base: {1}
  api_key_name: openai
  vision: true
"""
# llm has no options for ratio and size, but Cavendish also reads them in the model's name
NAMES = (MODEL, f"{MODEL}-4k-16x9", "clay", "no-such-model")
(FOLDER / "extra-openai-models.yaml").write_text("".join(ENTRY.format(name, URL) for name in NAMES), "utf-8")


def got(text: str) -> dict[str, Any]:
    pictures = [hashlib.sha256(base64.b64decode(data)).hexdigest() for data in DATA.findall(text)]
    return {"pictures": pictures, "text": text[:500]}


def ask(prompt: str, name: str = MODEL, *, stream: bool = False, **more: Any) -> llm.Response:
    return llm.get_model(name).prompt(prompt, stream=stream, **more)


def draw(prompt: str, name: str = MODEL, **more: Any) -> dict[str, Any]:
    return got(ask(prompt, name, **more).text())


def chat() -> dict[str, Any]:
    conversation = llm.get_model(MODEL).conversation()
    return got(" ".join(conversation.prompt(said).text() for said in ("a cat", "make it blue", "add a hat")))


def refused(key: str) -> dict[str, Any]:
    answer = ask("a cat", key=os.environ[key])
    text = answer.text()
    return {"seen": {"reason": answer.response_json["choices"][0]["finish_reason"], "said": text}}


def error_of(key: str, name: str = MODEL) -> dict[str, Any]:
    try:
        ask("a cat", name, key=os.environ[key]).text()
    except openai.APIStatusError as error:
        return {"seen": {"status": error.status_code, "code": error.code}}
    raise AssertionError("no error")


def models() -> dict[str, Any]:
    command = [sys.executable, "-m", "llm", "openai", "endpoint", URL, "--models", "--key", os.environ["KEY"]]
    return {"seen": {"models": subprocess.check_output(command, text=True).split()}}


ABILITIES: dict[str, Callable[[], dict[str, Any]]] = {
    "text to picture": lambda: draw(APPLE),
    "editing a picture": lambda: draw("make the cat blue", attachments=[CAT]),
    "chat of three turns": chat,
    "two reference pictures": lambda: draw("the cat wears the hat", attachments=[CAT, HAT]),
    "aspect ratio and 4K": lambda: draw("a cat", f"{MODEL}-4k-16x9"),
    "text with picture": lambda: draw("a cat"),  # without modalities both are asked for
    "streaming": lambda: got("".join(ask(APPLE, stream=True))),
    "refused in review": lambda: refused("KEY_REVIEW"),
    "refused while drawing": lambda: refused("KEY_GENERATION"),
    "words instead": lambda: draw("a cat", key=os.environ["KEY_REPLY"]),
    "unknown model": lambda: error_of("KEY", "no-such-model"),
    "wrong key": lambda: error_of("KEY_WRONG"),
    "model list": models,
    "a picture by Clay": lambda: draw(APPLE, "clay"),
}

for ability, work in ABILITIES.items():
    try:
        report = {"ok": True, **work()}
    except Exception as error:
        report = {"ok": False, "error": repr(error)}
    print(json.dumps({"ability": ability, **report}), flush=True)
