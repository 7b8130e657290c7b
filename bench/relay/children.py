"""The processes beside the gateways: the upstream, and the load client that takes jobs."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from relay.load import Job, Result
from relay.usage import pin

__all__ = ["Load", "Upstream", "load_client", "upstream"]


@dataclass(frozen=True, slots=True)
class Upstream:
    plain: int  # ports
    tls: int | None


@dataclass(frozen=True, slots=True)
class Load:
    process: subprocess.Popen[str]

    def perform(self, job: Job) -> Result:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(asdict(job)) + "\n")
        self.process.stdin.flush()
        return Result(**json.loads(self.process.stdout.readline()))


@contextmanager
def upstream(folder: Path, *, core: int | None) -> Iterator[Upstream]:
    with _child("relay.upstream", str(folder), core=core) as process:
        assert process.stdout
        yield Upstream(**json.loads(process.stdout.readline()))


@contextmanager
def load_client(*, core: int | None) -> Iterator[Load]:
    with _child("relay.load", core=core) as process:
        assert process.stdout
        process.stdout.readline()
        yield Load(process)


@contextmanager
def _child(module: str, *words: str, core: int | None) -> Iterator[subprocess.Popen[str]]:
    """A process that ends when its input does."""
    command = [sys.executable, "-m", module, *words]
    bench = Path(__file__).parent.parent
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=bench) as process:
        if core is not None:
            pin(process.pid, core)
        try:
            yield process
        finally:
            process.communicate()
