"""A chat as Open WebUI's page holds it: messages sent into a saved chat, answers read from what it stored."""

import time
import uuid
from typing import Any

from open_webui_server import Interface

__all__ = ["Conversation"]

ANSWER_SECONDS = 90


class Conversation:
    def __init__(self, interface: Interface, model: str) -> None:
        self._interface = interface
        self._model = model
        self._chat = ""  # none before the first message
        self._last: str | None = None  # the message that is answered next

    def say(self, words: str, *, pictures: tuple[str, ...] = (), image_engine: bool = False) -> dict[str, Any]:
        """The answer as it was stored: `content`, and maybe `files`; RuntimeError where there is none.

        `pictures` are uploaded files; `image_engine` lets the image engine draw beside the model.
        """
        question, answer = str(uuid.uuid4()), str(uuid.uuid4())
        body = {
            "model": self._model,
            "stream": True,
            "messages": [{"role": "user", "content": words}],
            "parent_id": self._last,
            "id": answer,
            "session_id": "conformance",
            "params": {"function_calling": "legacy"},  # "native" writes the names of the files into the words
            "features": {"image_generation": image_engine},
            "user_message": {
                "id": question,
                "parentId": self._last,
                "childrenIds": [],
                "role": "user",
                "content": words,
                "files": [{"type": "image", "url": picture} for picture in pictures],
                "timestamp": int(time.time()),
                "models": [self._model],
            },
        }
        begun = self._interface.post("/api/chat/completions", body | ({"chat_id": self._chat} if self._chat else {}))
        self._chat, self._last = begun["chat_id"], answer
        return self._answer(answer)

    def _answer(self, name: str) -> dict[str, Any]:
        end = time.monotonic() + ANSWER_SECONDS
        while time.monotonic() < end:
            chat = self._interface.get(f"/api/v1/chats/{self._chat}").json()["chat"]
            message: dict[str, Any] = chat["history"]["messages"][name]
            if message.get("error"):
                raise RuntimeError(str(message["error"])[:400])
            if message.get("done"):
                return message
            time.sleep(0.2)
        raise RuntimeError(f"no answer within {ANSWER_SECONDS} seconds")
