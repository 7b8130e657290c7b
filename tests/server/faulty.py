"""One server in front of an upstream that is at fault in many ways: each fault is an engine of its own.

So no fault opens another's circuit breaker. Whatever the server printed is looked through in the end.
"""

import base64
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.serving import Reply as Got
from tests.serving import Server, cavendish_server, picture
from tests.upstreams import Answer, Upstream, upstream

KEY = "sk-very-secret-0123456789"
MODEL = "gemini-2.5-flash-image"
PICTURE = base64.b64encode(picture(size=(64, 64))).decode()
PROMPT = "a very private prompt"
SECRETS = (KEY, PICTURE[:40], PICTURE[200:240], PROMPT)
GREETING = 3  # lines that every server prints
CUT = "ERROR:    ASGI callable returned without completing response."  # what uvicorn says when an answer must be cut


@dataclass(frozen=True)
class Fault:
    """What the upstream does, what callers of both dialects are told, and how often it is asked for one request."""

    does: Answer
    openai: tuple[int, str] = (502, "outcome_unknown")
    google: tuple[int, str] = (409, "ABORTED")
    calls: int = 1
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def may_be_paid(self) -> bool:
        return self.google == (409, "ABORTED")


@dataclass(frozen=True)
class Scene:
    server: Server
    upstream: Upstream

    def chat(self, engine: str, headers: dict[str, str] | None = None, **more: Any) -> Got:
        body = {"model": f"{engine}/{MODEL}", "messages": [{"role": "user", "content": PROMPT}], **more}
        return self.server.post("/v1/chat/completions", body, headers)

    def google(self, engine: str, method: str = "generateContent", headers: dict[str, str] | None = None) -> Got:
        body = {"contents": [{"parts": [{"text": PROMPT}]}]}
        return self.server.post(f"/v1beta/models/{engine}/{MODEL}:{method}", body, headers)

    def ask_in_all_ways(self, engine: str) -> tuple[list[Got], list[Got]]:
        """Plain and streamed, of OpenAI's format and of Google's, all at once."""
        with ThreadPoolExecutor() as pool:
            openai = [pool.submit(self.chat, engine, stream=stream) for stream in (False, True)]
            methods = ("generateContent", "streamGenerateContent?alt=sse")
            google = [pool.submit(self.google, engine, method) for method in methods]
            return [one.result() for one in openai], [one.result() for one in google]

    def at_rest(self) -> bool:
        """The server lives, and holds no call upstream."""
        return self.server.get("/healthz").status == 200 and self.upstream.wait(lambda: not self.upstream.busy)


@contextmanager
def scene(folder: Path, faults: dict[str, Fault], **settings: Any) -> Iterator[Scene]:
    """A server with an engine for each fault; it must end at once, and must have printed nothing but its greeting."""
    with upstream() as source:
        for name, fault in faults.items():
            source.says(fault.does, at=f"/{name}/")
        log = folder / "log.txt"
        tables = [_table(name, fault, source.url) for name, fault in faults.items()]
        plain = [f"{name} = {json.dumps(value)}\n" for name, value in settings.items()]
        (folder / "cavendish.toml").write_text("".join((*plain, *tables)))
        with log.open("w") as file, cavendish_server(cwd=folder, log=file) as server:
            yield Scene(server, source)
    printed = log.read_text()
    assert not [secret for secret in SECRETS if secret in printed]
    assert len([line for line in printed.splitlines() if line != CUT]) == GREETING, printed


def _table(name: str, fault: Fault, url: str) -> str:
    values = {"kind": "google", "base_url": f"{url}/{name}", "api_key": KEY, "charges": "list", **fault.settings}
    return f"[engines.{name}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
