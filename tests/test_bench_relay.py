"""`scripts/bench relay` runs: it hands over what the upstream sent, and writes down what that cost."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import clean_environment

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it reads /proc")


def test_the_relay_bench_runs() -> None:
    command = [sys.executable, "-m", "relay", "--quick"]
    environment = clean_environment(PYTHONPATH=str(ROOT / "bench"))
    out = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert out.returncode == 0, out.stderr
    rows = [[value.strip() for value in line.split("|")] for line in out.stdout.splitlines() if "| cavendish" in line]
    assert len(rows) == 12
    assert all(float(row[4]) > 0 for row in rows[:8]), "no CPU time was seen"
    assert [row[-3] for row in rows] == ["0"] * len(rows), "errors"
