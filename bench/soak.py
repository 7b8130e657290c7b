"""A long time of everything at once: pictures of all sizes, refusals, failures, callers who leave, who read slowly, who
say nothing. Memory, open files, threads and sockets of the server at the end, against the start.

python bench/soak.py --minutes 60 [--rest 1]

The upstream is a process of its own. Linux, for /proc. Fails when something grew that should not.
"""

import argparse
import base64
import http.client
import json
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.serving import Server, cavendish_server, google_answer
from tests.upstream_process import upstream
from tests.upstreams import as_json, cut, reset

MODEL = "gemini-2.5-flash-image"
SIZES = {"small": 30_000, "1K": 1_600_000, "4K": 20_900_000}  # bytes of a picture
SETTLE = 60  # seconds after the last call: kept connections to upstreams are gone by then
GROWTH = 1.25  # of memory, that is still called the same
CALLERS = 8


@dataclass(frozen=True)
class Measured:
    memory: int  # bytes
    files: int
    sockets: int
    threads: int

    def __str__(self) -> str:
        return f"{self.memory / 1e6:.0f} MB, {self.files} files, {self.sockets} sockets, {self.threads} threads"


def measure(server: Server) -> Measured:
    folder = Path(f"/proc/{server.process.pid}")
    status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
    links = []
    for file in (folder / "fd").iterdir():
        with suppress(OSError):
            links.append(os.readlink(file))
    sockets = sum(link.startswith("socket:") for link in links)
    return Measured(int(status["VmRSS"].split()[0]) * 1024, len(links), sockets, int(status["Threads"]))


def answers() -> dict[str, Any]:
    """What the upstream says, by a word in the model's name."""
    whole = {
        name: as_json(google_answer({"inlineData": {"mimeType": "image/png", "data": _picture(size)}}))
        for name, size in SIZES.items()
    }
    half = whole["1K"].raw[: len(whole["1K"].raw) // 2]
    return {
        **whole,
        "refused": as_json({"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {"promptTokenCount": 3}}),
        "words": as_json(google_answer({"text": "I would rather not."})),
        "busy": as_json({"error": {"code": 429, "message": "slow down", "status": "RESOURCE_EXHAUSTED"}}, 429),
        "cut": cut(half),
        "reset": reset(half),
    }


def _picture(size: int) -> str:
    return base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x04\0" + os.urandom(size)).decode()


def call(server: Server, kind: str, manner: str, seed: int) -> None:
    """One call in one of both formats; what its caller does with the answer is its manner."""
    words = f"a cat, number {seed}"
    google = {"contents": [{"parts": [{"text": words}]}]}
    chat = {"model": f"{kind}/{MODEL}", "messages": [{"role": "user", "content": words}], "stream": seed % 3 == 0}
    path, body = random.choice([  # noqa: S311 - nothing here is secret
        (f"/v1beta/models/{kind}/{MODEL}:generateContent", google),
        (f"/v1beta/models/{kind}/{MODEL}:streamGenerateContent?alt=sse", google),
        ("/v1/chat/completions", chat),
    ])  # fmt: skip
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)) as connection:
        if manner == "silent":
            connection.connect()
            time.sleep(1)
            return
        connection.request("POST", path, json.dumps(body))
        if manner == "leaves at once":
            return
        with connection.getresponse() as response:
            if manner == "leaves":
                response.read(50_000)
            while manner in ("reads", "slowly") and response.read(1_000_000 if manner == "reads" else 100_000):
                time.sleep(0 if manner == "reads" else 0.02)


def keep_calling(server: Server, kinds: list[str], until: float, told: Counter[str], number: int, rest: float) -> None:
    dice = random.Random(number)  # noqa: S311
    while time.monotonic() < until:
        time.sleep(rest * dice.random())
        kind = dice.choice(kinds)
        manner = dice.choices(["reads", "slowly", "leaves", "leaves at once", "silent"], [70, 10, 10, 5, 5])[0]
        try:
            call(server, kind, manner, dice.randrange(10**9))
            told[f"{kind}, {manner}"] += 1
        except (http.client.HTTPException, OSError):
            told[f"{kind}, {manner}: broke off"] += 1


def settled(server: Server) -> Measured:
    time.sleep(SETTLE)
    return measure(server)


def soak(minutes: float, rest: float, report: Callable[[str], None]) -> bool:
    """Whether everything is at the end as it was after a warm-up."""
    with ExitStack() as stack:
        google = stack.enter_context(upstream())
        kinds = answers()
        engines = []
        for name, answer in kinds.items():
            google.says(answer, at=f"/{name}/")
            engine = {"kind": "google", "base_url": f"{google.url}/{name}", "api_key": "secret-key", "models": [MODEL]}
            engines.append(f"[engines.{name}]\n" + "\n".join(f"{key} = {json.dumps(it)}" for key, it in engine.items()))
        config = Path("build/soak.toml")
        config.parent.mkdir(exist_ok=True)
        config.write_text("\n".join(engines))
        server = stack.enter_context(cavendish_server("--config", str(config), log=sys.stderr))
        told: Counter[str] = Counter()
        run_callers(server, list(kinds), time.monotonic() + min(60.0, minutes * 20), told, rest)
        start = settled(server)
        report(f"after the warm-up: {start}")
        run_callers(server, list(kinds), time.monotonic() + minutes * 60, told, rest, report)
        end = settled(server)
        report(f"at the end: {end}")
        for what, count in sorted(told.items()):
            report(f"{count:8d} {what}")
    same = (end.files, end.sockets) <= (start.files, start.sockets) and end.threads <= start.threads
    return same and end.memory <= start.memory * GROWTH


def run_callers(
    server: Server,
    kinds: list[str],
    until: float,
    told: Counter[str],
    rest: float,
    report: Callable[[str], None] = lambda _: None,
) -> None:
    callers = [
        threading.Thread(target=keep_calling, args=(server, kinds, until, told, number, rest))
        for number in range(CALLERS)
    ]
    for caller in callers:
        caller.start()
    while any(caller.is_alive() for caller in callers):
        for caller in callers:
            caller.join(60 / CALLERS)
        report(f"{time.strftime('%H:%M:%S')} {measure(server)}, {sum(told.values()):,} calls")


def main() -> None:
    parser = argparse.ArgumentParser(description="A long time of everything at once")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rest", type=float, default=0, help="seconds that a caller rests at most before a call")
    wanted = parser.parse_args()
    if not soak(wanted.minutes, wanted.rest, lambda line: print(line, flush=True)):
        sys.exit("Something grew.")


if __name__ == "__main__":
    main()
