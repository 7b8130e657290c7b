"""A program that says that every ability works, and in each does something else than it should."""

import base64
import hashlib
import json
import os
import urllib.request
from pathlib import Path
from typing import Any

BASE = f"{os.environ['GOOGLE_GEMINI_BASE_URL']}/v1beta/models/{os.environ['MODEL']}:generateContent"
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])


def stored(name: str, media_type: str) -> dict[str, Any]:
    data = base64.b64encode((PICTURES / name).read_bytes()).decode()
    return {"inlineData": {"mimeType": media_type, "data": data}}


def ask(contents: list[Any]) -> tuple[str, dict[str, Any]]:
    """The picture's hash, and the content that it came in."""
    headers = {"x-goog-api-key": "any", "Content-Type": "application/json"}
    call = urllib.request.Request(BASE, json.dumps({"contents": contents}).encode(), headers)
    with urllib.request.urlopen(call) as reply:
        content = json.load(reply)["candidates"][0]["content"]
    [data] = [part["inlineData"]["data"] for part in content["parts"] if "inlineData" in part]
    return hashlib.sha256(base64.b64decode(data)).hexdigest(), content


def draw(*parts: Any) -> dict[str, Any]:
    return {"pictures": [ask([{"role": "user", "parts": list(parts)}])[0]]}


def chat() -> dict[str, Any]:
    """The history comes back without thought signatures."""
    history: list[Any] = []
    pictures = []
    for words in ("one", "two", "three"):
        history.append({"role": "user", "parts": [{"text": words}]})
        picture, content = ask(history)
        for part in content["parts"]:
            part.pop("thoughtSignature")
        history.append(content)
        pictures.append(picture)
    return {"pictures": pictures}


CAT, HAT = stored("cat.png", "image/png"), stored("hat.jpg", "image/jpeg")
LIES: dict[str, dict[str, Any]] = {
    "text to picture": draw({"text": "a green apple"}),
    "editing a picture": draw({"text": "make the cat blue"}),
    "chat of three turns": chat(),
    "two reference pictures": draw(HAT, CAT, {"text": "the cat wears the hat"}),
    "aspect ratio and 4K": draw({"text": "a cat"}),
    "picture only": draw({"text": "a cat"}),
    "text with picture": draw({"text": "a cat"}) | {"text": "something else"},
    "streaming": draw({"text": "a cat"}),
    "refused in review": {"seen": {}},
    "refused while drawing": {"seen": {"reason": "STOP"}},
    "words instead": {"text": "a picture"},
    "unknown model": {"seen": {"status": 400, "code": "NOT_FOUND"}},
    "wrong key": {"seen": {"status": 400, "code": "NOT_FOUND"}},
    "model list": {"seen": {"models": ["models/gemini-3-pro-image"]}},
    "a picture by Clay": draw({"text": "a red apple on a table"}),
}
print("what else a program prints is let by")
for ability, lie in LIES.items():
    print(json.dumps({"ability": ability, "ok": True, **lie}))
