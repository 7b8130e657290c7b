"""Open WebUI with Cavendish as its Gemini image engine, as its OpenAI image engine and as the model of its chats.

Pictures are reported as Open WebUI stored them: as files where an image engine drew them, else inside a chat's message.
"""

import base64
import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

from conversation import Conversation
from open_webui_server import Interface, open_webui

CAVENDISH = os.environ["CAVENDISH_URL"]
MODEL = os.environ["MODEL"]
KEY = os.environ["KEY"]
PICTURES = Path(os.environ["CONFORMANCE_PICTURES"])
APPLE = "a red apple on a table"
DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")
ENGINES = {"gemini": f"{CAVENDISH}/v1beta", "openai": f"{CAVENDISH}/v1"}

Report = dict[str, object]
Steps = dict[str, Callable[[], Report]]


def sha256(picture: bytes) -> str:
    return hashlib.sha256(picture).hexdigest()


class ImageEngine:
    """The engine of both pages, creating and editing, under Admin settings, Images."""

    def __init__(self, interface: Interface, engine: str) -> None:
        self._interface = interface
        self._engine = engine

    def set_up(self, key: str = KEY, model: str = MODEL, method: str = "generateContent") -> None:
        settings: Report = {"ENABLE_IMAGE_GENERATION": True, "ENABLE_IMAGE_EDIT": True}
        settings |= {"ENABLE_IMAGE_PROMPT_GENERATION": False}  # the chat's model is not asked for better words
        for name in ("GENERATION", "EDIT"):
            settings |= {f"IMAGE_{name}_ENGINE": self._engine, f"IMAGE_{name}_MODEL": model}
        for name in (f"IMAGES_{self._engine.upper()}", f"IMAGES_EDIT_{self._engine.upper()}"):
            settings |= {f"{name}_API_BASE_URL": ENGINES[self._engine], f"{name}_API_KEY": key}
        settings |= {"IMAGES_GEMINI_ENDPOINT_METHOD": method, "IMAGE_SIZE": "1024x1024"}
        self._interface.change("/api/v1/images/config", **settings)

    def draw(self, **settings: str) -> Report:
        self.set_up(**settings)
        return self.stored(self._interface.post("/api/v1/images/generations", {"prompt": APPLE}))

    def edit(self, prompt: str, *pictures: str) -> Report:
        self.set_up()
        image = list(pictures) if len(pictures) > 1 else pictures[0]
        return self.stored(self._interface.post("/api/v1/images/edit", {"prompt": prompt, "image": image}))

    def refused(self) -> Report:
        """What is shown of a refusal: the error's text."""
        try:
            return self.draw(key=os.environ["KEY_GENERATION"])
        except RuntimeError as error:
            return {"seen": {"reason": str(error)}}

    def stored(self, files: list[dict[str, str]]) -> Report:
        return {"pictures": [sha256(self._interface.get(file["url"]).content) for file in files]}


class Chat:
    """The OpenAI connection under Admin settings, Connections, and chats with it."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        tasks = ("ENABLE_TITLE_GENERATION", "ENABLE_TAGS_GENERATION", "ENABLE_FOLLOW_UP_GENERATION")
        interface.change("/api/v1/tasks/config", **dict.fromkeys(tasks, False))

    def _connect(self, key: str = KEY) -> None:
        self._interface.change(
            "/openai/config",
            ENABLE_OPENAI_API=True,
            OPENAI_API_BASE_URLS=[f"{CAVENDISH}/v1"],
            OPENAI_API_KEYS=[key],
            OPENAI_API_CONFIGS={},
        )

    def models(self) -> Report:
        self._connect()
        models = self._interface.get("/api/models?refresh=true").json()["data"]
        return {"seen": {"models": [model["id"] for model in models]}}

    def say(self, *turns: str, pictures: tuple[str, ...] = (), model: str = MODEL, key: str = KEY) -> Report:
        self._connect(key)
        conversation = Conversation(self._interface, model)
        said = " ".join(conversation.say(words, pictures=pictures)["content"] for words in turns)
        found = [sha256(base64.b64decode(data)) for data in DATA.findall(said)]
        return {"pictures": found, "text": DATA.sub("", said)[:600]}

    def with_image_engine(self, engine: ImageEngine) -> Report:
        """The picture that the image engine draws in a chat whose model answers with words."""
        engine.set_up()
        self._connect(os.environ["KEY_REPLY"])
        answer = Conversation(self._interface, MODEL).say(APPLE, image_engine=True)
        return {**engine.stored(answer.get("files", [])), "text": answer["content"]}

    def refused(self, key: str) -> Report:
        return {"seen": {"reason": self.say("a cat", key=os.environ[key])["text"]}}


def engine_steps(title: str, engine: ImageEngine, cat: str, hat: str) -> Steps:
    return {
        f"{title}: a picture from words": engine.draw,
        f"{title}: an uploaded picture edited": lambda: engine.edit("make the cat blue", cat),
        f"{title}: two uploaded pictures in one": lambda: engine.edit("the cat wears the hat", cat, hat),
        f"{title}: why it was refused": engine.refused,
    }


def steps(interface: Interface) -> Steps:
    cat = interface.upload(PICTURES / "cat.png", "image/png")
    hat = interface.upload(PICTURES / "hat.jpg", "image/jpeg")
    gemini, openai, chat = ImageEngine(interface, "gemini"), ImageEngine(interface, "openai"), Chat(interface)
    return {
        **engine_steps("Gemini image engine", gemini, cat, hat),
        **engine_steps("OpenAI image engine", openai, cat, hat),
        "Gemini image engine: the method `predict`": lambda: gemini.draw(method=""),
        "OpenAI image engine: a picture by Clay": lambda: openai.draw(model="clay"),
        "Chat: the list of models": chat.models,
        "Chat: a picture from words": lambda: chat.say(APPLE),
        "Chat: an uploaded picture edited": lambda: chat.say("make the cat blue", pictures=(cat,)),
        "Chat: three turns": lambda: chat.say("a cat", "make it blue", "add a hat"),
        "Chat: a picture by an image engine": lambda: chat.with_image_engine(openai),
        "Chat: a picture by Clay": lambda: chat.say(APPLE, model="clay"),
        "Chat: why it was refused in review": lambda: chat.refused("KEY_REVIEW"),
        "Chat: why it was refused while drawing": lambda: chat.refused("KEY_GENERATION"),
        "Chat: words instead of a picture": lambda: chat.say("a cat", key=os.environ["KEY_REPLY"]),
    }


with open_webui() as interface:
    for step, work in steps(interface).items():
        try:
            report = {"ok": True, **work()}
        except Exception as error:
            report = {"ok": False, "error": str(error)}
        print(json.dumps({"ability": step, **report}), flush=True)
