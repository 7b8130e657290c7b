"""Open WebUI in a process of its own, with an empty data folder, offline, and its first user, the administrator."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests

__all__ = ["Interface", "open_webui"]

PROGRAM = Path(sys.executable).with_name("open-webui")
START_SECONDS = 240
FOREIGN = ("OPENAI_", "GEMINI_", "GOOGLE_")  # it is set up through its interface, not by these variables
OFFLINE = {
    "OFFLINE_MODE": "true",
    "HF_HUB_OFFLINE": "1",
    "RAG_EMBEDDING_ENGINE": "openai",  # the default loads a model to embed documents with
    "BYPASS_EMBEDDING_AND_RETRIEVAL": "true",
    "ENABLE_OLLAMA_API": "false",
    "ANONYMIZED_TELEMETRY": "false",
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
}
ADMINISTRATOR = {"name": "Conformance", "email": "conformance@example.com", "password": "a password of no use"}


class Interface:
    """Open WebUI's own HTTP interface, as its first user calls it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session = requests.Session()

    def sign_up(self) -> None:
        token = self.post("/api/v1/auths/signup", ADMINISTRATOR)["token"]
        self._session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str) -> requests.Response:
        return _checked(self._session.get(self._url + path, timeout=60))

    def post(self, path: str, body: object) -> Any:
        return _checked(self._session.post(self._url + path, json=body, timeout=120)).json()

    def change(self, path: str, **settings: object) -> None:
        """Posts the settings at `path` as they are, but for those that are given."""
        self.post(f"{path}/update", {**self.get(path).json(), **settings})

    def upload(self, path: Path, media_type: str) -> str:
        """The identity of the file that it made of a picture."""
        files = {"file": (path.name, path.read_bytes(), media_type)}
        where = f"{self._url}/api/v1/files/?process=false"
        return str(_checked(self._session.post(where, files=files, timeout=60)).json()["id"])


def _checked(reply: requests.Response) -> requests.Response:
    """RuntimeError with what it says where it failed."""
    if not reply.ok:
        raise RuntimeError(f"{reply.status_code}: {reply.text[:400]}")
    return reply


@contextmanager
def open_webui() -> Iterator[Interface]:
    """Its log is written to `open-webui.log` in the working folder."""
    port = _free_port()
    with TemporaryDirectory(prefix="open-webui-") as data, Path("open-webui.log").open("wb") as log:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        process = subprocess.Popen(
            [PROGRAM, "serve", "--host", "127.0.0.1", "--port", str(port)],
            env={**kept, **OFFLINE, "DATA_DIR": data, "WEBUI_SECRET_KEY": os.urandom(32).hex()},
            cwd=data,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/health", process)
            interface = Interface(url)
            interface.sign_up()
            yield interface
        finally:
            process.terminate()
            process.wait(timeout=60)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"Open WebUI ended with {process.returncode}")
        try:
            if requests.get(url, timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.5)
    raise RuntimeError(f"Open WebUI did not listen within {START_SECONDS} seconds")
