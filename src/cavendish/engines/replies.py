"""What upstreams answer, kept in a folder for whoever wants to know: each reply a file, pictures cut out.

Off unless a folder is set. A reply is looked at while it passes, and written at its end by a thread: as it came as far
as it came, beneath a few lines that say whose it is. Keys are in none of them, nor are cookies. Whatever goes wrong
with a file is logged, once, and is no reason to lose an answer.
"""

import asyncio
import logging
import os
import re
import secrets
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cavendish.core.errors import CavendishError, InvalidRequest
from cavendish.engine_settings import EngineSettings
from cavendish.engines.excerpt import Excerpt
from cavendish.engines.http import SHORTEST_KEY, Keep, Tee

__all__ = ["keeper"]

log = logging.getLogger("cavendish")

TOLD = {
    "cf-ray", "content-encoding", "content-length", "content-type", "date", "openai-processing-ms", "retry-after",
    "server", "via",
}  # fmt: skip
ALSO_TOLD = re.compile("request-?id|trace-?id|ratelimit")  # in names that every vendor makes anew
FOLDER_MODE, FILE_MODE = 0o700, 0o600  # for nobody but who runs this
STRANGE = re.compile(r"[^A-Za-z0-9_.-]+")
MOST_OF_A_LINE = 2000  # characters
RUN = "gen_"  # how names of runs begin


def keeper(settings: EngineSettings) -> Keep | None:
    """What keeps an engine's replies, without its key; None where none are to be kept.

    InvalidRequest for a folder that cannot be written to.
    """
    if not settings.keep_replies:
        return None
    folder = Path(settings.keep_replies).expanduser().absolute()
    try:
        folder.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        message = f"keep_replies: nothing can be written to the folder {folder}: {error.strerror}."
        raise InvalidRequest(message, field="keep_replies") from None
    return _Replies(folder, settings.name, _Hidden(settings.api_key)).keep


@dataclass(slots=True)
class _Reply:
    """One reply as it passes."""

    call: str
    status: int
    headers: Mapping[str, str]
    excerpt: Excerpt
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    received: int = 0
    complete: bool = False
    error: CavendishError | None = None

    def told(self, engine: str, run: str) -> Iterator[tuple[str, str]]:
        """The lines above the body; an empty name stands for an empty line."""
        yield "time", self.began.isoformat()
        yield "engine", engine
        if run:
            yield "run", run
        yield "call", self.call
        yield "body", f"{self.received:,} bytes, {'complete' if self.complete else 'not read to its end'}"
        if self.error:
            yield "error", f"{type(self.error).__name__}: {self.error.message}"
        yield "", ""
        yield "status", str(self.status)
        for name, value in self.headers.items():
            if name.lower() in TOLD or ALSO_TOLD.search(name.lower()):
                yield name.lower(), value


class _Tee(AsyncIterator[bytes]):
    """Passes pieces on; no generator, for the reasons of `http.body`."""

    def __init__(self, reply: _Reply, pieces: AsyncIterator[bytes]) -> None:
        self._reply = reply
        self._pieces = pieces

    async def __anext__(self) -> bytes:
        try:
            piece = await anext(self._pieces)
        except StopAsyncIteration:
            self._reply.complete = True
            raise
        self._reply.received += len(piece)
        self._reply.excerpt.feed(piece)
        return piece


class _Hidden:
    """Takes a key out of a text, in every spelling that JSON and addresses have for it."""

    def __init__(self, key: str) -> None:
        self._pattern = re.compile(_spellings(key).encode()) if len(key) >= SHORTEST_KEY else None
        self.longest = len(r"\u0000") * len(key)  # bytes

    def __call__(self, text: bytes) -> bytes:
        return self._pattern.sub("…".encode(), text) if self._pattern else text


def _spellings(key: str) -> str:
    """A pattern of the key, each of its characters as it is or in one of its escapes."""
    return "".join(f"(?:{'|'.join(map(re.escape, _spellings_of(ord(char))))})" for char in key)


def _spellings_of(code: int) -> tuple[str, ...]:
    return chr(code), f"\\{chr(code)}", f"\\u{code:04x}", f"\\u{code:04X}", f"%{code:02x}", f"%{code:02X}"


class _Replies:
    def __init__(self, folder: Path, engine: str, hide: _Hidden) -> None:
        self._folder = folder
        self._engine = engine
        self._hide = hide
        self._failed = False

    @asynccontextmanager
    async def keep(self, call: str, status: int, headers: Mapping[str, str]) -> AsyncIterator[Tee]:
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        reply = _Reply(call, status, headers, Excerpt(media_type))
        try:
            yield partial(_Tee, reply)
        except CavendishError as error:
            reply.error = error
            raise
        finally:
            await self._write(reply)

    async def _write(self, reply: _Reply) -> None:
        try:
            await asyncio.to_thread(self._write_now, reply, _run())
        except (OSError, RuntimeError) as error:  # RuntimeError: no thread can be started
            if not self._failed:
                log.warning("Replies of %s cannot be kept in %s: %s", self._engine, self._folder, error)
            self._failed = True

    def _write_now(self, reply: _Reply, run: str) -> None:
        reply.excerpt.close()
        head = "".join(_line(name, value) for name, value in reply.told(self._engine, run)) + "\n"
        text = self._hide(head.encode("utf-8", "backslashreplace"))
        text += reply.excerpt.read(self._hide, longest=self._hide.longest)
        name = f"{reply.began:%Y%m%dT%H%M%S.%f}-{STRANGE.sub('_', self._engine)[:40]}-{secrets.token_hex(4)}.txt"
        path = self._folder / name
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE), "wb") as file:
                file.write(text)
        except OSError:
            path.unlink(missing_ok=True)  # half a file would tell half the truth
            raise


def _line(name: str, value: str) -> str:
    return f"{name}: {' '.join(value.split())[:MOST_OF_A_LINE]}\n" if name else "\n"


def _run() -> str:
    """The request that the reply is for: a run's task bears its name."""
    task = asyncio.current_task()
    name = task.get_name() if task else ""
    return name if name.startswith(RUN) else ""
