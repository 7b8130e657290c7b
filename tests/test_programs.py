"""The programs beside the package run: the sheets that people look at, which stay in build/sheets, and the benches."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.serving import clean_environment

ROOT = Path(__file__).parent.parent


def run(*words: str) -> str:
    command = [sys.executable, *words]
    out = subprocess.run(command, cwd=ROOT, env=clean_environment(), capture_output=True, text=True, timeout=600)
    assert out.returncode == 0, out.stderr
    return out.stdout


def test_the_sheets_are_drawn_and_kept() -> None:
    run("bench/sheets.py", "--size", "512")
    drawn = sorted((ROOT / "build" / "sheets").glob("0*.png"))
    assert len(drawn) == 8 + 7
    for file in drawn:
        with Image.open(file) as picture:
            low, high = picture.convert("L").getextrema()
            assert picture.size == (512, 512)
            assert high - low > 100, f"{file.name} shows nothing"


@pytest.mark.parametrize("name", ["clay"])
def test_the_bench_runs(name: str) -> None:
    assert "512" in run(f"bench/{name}.py", "--quick")
