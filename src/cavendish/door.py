"""The same API without `async`: a thin door to one Client whose loop runs in a thread of its own.

So it works in scripts, in threads, and inside a running loop such as Jupyter's. The client is opened at the first call
and closed when the program ends.
"""

import asyncio
import atexit
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar, Unpack

from cavendish.client import Client, Options
from cavendish.intake import ImageInput
from cavendish.picture import Result

__all__ = ["edit", "generate"]

T = TypeVar("T")


class _Door:
    """A loop in a background thread, with one open client."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._client: Client | None = None

    def client(self) -> Client:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="cavendish", daemon=True).start()
                atexit.register(self._close)
            if self._client is None:
                client = Client()
                self._await(client.__aenter__())
                self._client = client
            return self._client

    def call(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """The coroutine's result; an interrupt of the caller cancels it."""
        return self._await(coroutine)

    def _await(self, coroutine: Coroutine[Any, Any, T]) -> T:
        if self._loop is None:
            raise RuntimeError("the door is closed")
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def _close(self) -> None:
        if self._client and self._loop:
            self._await(self._client.__aexit__(None, None, None))
            self._loop.call_soon_threadsafe(self._loop.stop)


_door = _Door()


def generate(prompt: str, **options: Unpack[Options]) -> Result:
    """A picture of `prompt`: `generate("a cat", aspect_ratio="16:9").image.save("cat.png")`."""
    return _door.call(_door.client().generate(prompt, **options))


def edit(image: ImageInput, instruction: str, **options: Unpack[Options]) -> Result:
    """`image` changed as `instruction` says: `edit("cat.png", "make it night")`."""
    return _door.call(_door.client().edit(image, instruction, **options))
