"""The gateways that are compared, each on a free port of the loopback, in an environment that names no proxy or key.

Cavendish runs as it ships; nginx as a plain proxy that reads nothing; LiteLLM's proxy with its defaults and one worker.
One that is not installed is left out, with a word on how to get it.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from relay.asked import MODEL
from relay.children import Upstream
from relay.hosted import HOSTS
from relay.upstream import AUTHORITY
from relay.usage import pin, tree

__all__ = ["MAKERS", "USUAL", "Missing", "Peer", "started"]

KEY = "sk-relay-bench"
LITELLM = "1.106.2"
LITELLM_HOME = Path(__file__).parents[2] / ".venv" / "bench" / "litellm"
BENCH = Path(__file__).parents[1]
SOURCE = Path(__file__).parents[2] / "src"  # what is measured, whichever Cavendish is installed
PATIENCE = 120.0  # seconds until a gateway answers
NOBODY = "nobody"


class Missing(Exception):
    """A gateway is not installed; the message says how it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a gateway is started. `models` and `prefixes` are by upstream: google, reseller, google-tls."""

    version: str
    command: Sequence[str]
    environment: Mapping[str, str]
    alive: str  # a path that answers once it serves
    models: Mapping[str, str]
    prefixes: Mapping[str, str]
    user: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A gateway that runs."""

    name: str
    version: str
    port: int
    pid: int
    models: Mapping[str, str]
    prefixes: Mapping[str, str]
    key: str = KEY


Maker = Callable[[Path, int, Upstream], Recipe]


def _cavendish(folder: Path, port: int, upstream: Upstream) -> Recipe:
    return _ours(folder, upstream, ["cavendish", "serve", "--port", str(port)])


def _hosted(host: str, folder: Path, port: int, upstream: Upstream) -> Recipe:
    """Our application behind another server."""
    package = host.partition("-")[0]
    if not find_spec(package):
        raise Missing(f"{package} is not installed (pip install {package})")
    recipe = _ours(folder, upstream, ["relay.hosted", host, str(port)])
    return replace(recipe, version=version(package))


def _ours(folder: Path, upstream: Upstream, arguments: Sequence[str]) -> Recipe:
    engines = {"google": ("google", f"http://127.0.0.1:{upstream.plain}")}
    engines["reseller"] = ("reseller", f"http://127.0.0.1:{upstream.plain}/v1")
    if upstream.tls:
        engines["google-tls"] = ("google", f"https://localhost:{upstream.tls}")
    tables = (
        f'[engines.{name}]\nkind = "{kind}"\nbase_url = "{url}"\nkey_env = ["RELAY_KEY"]\nmodels = ["gemini-*"]\n'
        for name, (kind, url) in engines.items()
    )
    (folder / "cavendish.toml").write_text("\n".join(tables))
    return Recipe(
        version=version("cavendish"),
        command=[sys.executable, "-m", *arguments],
        environment={"RELAY_KEY": KEY, "PYTHONPATH": f"{SOURCE}:{BENCH}"},
        alive="/healthz",
        models={name: f"{name}/{MODEL}" for name in engines},
        prefixes={},
    )


def _nginx(folder: Path, port: int, upstream: Upstream) -> Recipe:
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not program:
        raise Missing("nginx is not installed (Debian: apt-get install nginx-light)")
    told = subprocess.run([program, "-v"], capture_output=True, text=True, check=True).stderr
    template = Path(__file__).with_name("nginx.conf").read_text()
    plain = {"FOLDER": str(folder), "PORT": str(port), "PLAIN": str(upstream.plain), "TLS": str(upstream.tls or 9)}
    text = re.sub(r"@(\w+)@", lambda match: plain[match[1]], template)
    (folder / "nginx.conf").write_text(text)
    return Recipe(
        version=told.strip().rpartition("/")[2],
        command=[program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")],
        environment={},
        alive="/alive",
        models={"google": MODEL, "reseller": MODEL, **({"google-tls": MODEL} if upstream.tls else {})},
        prefixes={"google-tls": "/tls"},
        user=NOBODY if os.geteuid() == 0 else None,
    )


def _litellm(folder: Path, port: int, upstream: Upstream) -> Recipe:
    program = LITELLM_HOME / "bin" / "litellm"
    if not program.exists():
        _install_litellm()
    engines = {"google": ("gemini", f"http://127.0.0.1:{upstream.plain}")}
    engines["reseller"] = ("openai", f"http://127.0.0.1:{upstream.plain}/v1")
    if upstream.tls:
        engines["google-tls"] = ("gemini", f"https://localhost:{upstream.tls}")
    models = [
        {"model_name": name, "litellm_params": {"model": f"{kind}/{MODEL}", "api_key": KEY, "api_base": url}}
        for name, (kind, url) in engines.items()
    ]
    config = {"model_list": models, "general_settings": {"master_key": KEY}}
    (folder / "litellm.yaml").write_text(json.dumps(config))  # JSON is YAML
    trusted = {"SSL_CERT_FILE": str(folder.parent / AUTHORITY)} if upstream.tls else {}
    return Recipe(
        version=LITELLM,
        command=[str(program), "--config", str(folder / "litellm.yaml"), "--port", str(port), "--host", "127.0.0.1"],
        environment={**trusted, "LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_TELEMETRY": "False"},
        alive="/health/liveliness",
        models={name: name for name in engines},
        prefixes={},
    )


def _install_litellm() -> None:
    """Into an environment of its own, once; takes minutes."""
    if not shutil.which("uv"):
        raise Missing(f"LiteLLM is not in {LITELLM_HOME} and there is no uv to put it there")
    print(f"Putting LiteLLM {LITELLM} into {LITELLM_HOME} …", file=sys.stderr)
    package = f"litellm[proxy]=={LITELLM}"
    try:
        subprocess.run(["uv", "venv", "-q", str(LITELLM_HOME)], check=True)
        python = str(LITELLM_HOME / "bin" / "python")
        subprocess.run(["uv", "pip", "install", "-q", "--python", python, package], check=True)
    except subprocess.CalledProcessError:
        shutil.rmtree(LITELLM_HOME, ignore_errors=True)  # or a half of it would be taken for the whole
        raise Missing(f"LiteLLM {LITELLM} cannot be installed here") from None


MAKERS: dict[str, Maker] = {
    "cavendish": _cavendish,
    "nginx": _nginx,
    "litellm": _litellm,
    **{host: partial(_hosted, host) for host in HOSTS},
}
USUAL = ("nginx", "litellm")


@contextmanager
def started(name: str, folder: Path, upstream: Upstream, *, core: int | None) -> Iterator[Peer]:
    """The gateway, serving, on its core; Missing where it is not installed. What it says is in FOLDER/NAME.log."""
    folder.mkdir(exist_ok=True)
    port = _free_port()
    recipe = MAKERS[name](folder, port, upstream)
    if recipe.user:
        shutil.chown(folder, recipe.user)
    with _running(name, recipe, folder) as process:
        if not _alive(process, f"http://127.0.0.1:{port}{recipe.alive}"):
            said = (folder / f"{name}.log").read_text(errors="replace").strip().rpartition("\n")[2]
            raise Missing(f"{name} does not start: {said[:200]}")
        if core is not None:
            pin(process.pid, core)
        yield Peer(
            name=name,
            version=recipe.version,
            port=port,
            pid=process.pid,
            models=recipe.models,
            prefixes=recipe.prefixes,
        )


@contextmanager
def _running(name: str, recipe: Recipe, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    authority = folder.parent / AUTHORITY
    trusted = {"SSL_CERT_FILE": str(authority)} if authority.exists() else {}
    bare = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "NO_PROXY": "*", **trusted}
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            recipe.command,
            env={**bare, **recipe.environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            user=recipe.user,
        )
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    family = list(tree(process.pid))
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        for member in family:
            os.kill(member, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _alive(process: subprocess.Popen[bytes], url: str) -> bool:
    """Whether it comes to serve."""
    until = time.monotonic() + PATIENCE
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < until and process.poll() is None:
        try:
            opener.open(url, timeout=5).close()
            return True
        except OSError:
            time.sleep(0.05)
    return False
