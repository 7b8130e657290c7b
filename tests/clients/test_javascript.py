"""@google/genai for JavaScript, unmodified."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.serving import Server, clean_environment

HERE = Path(__file__).parent
INSTALLED = HERE.parents[1] / ".venv" / "clients" / "node_modules" / "@google" / "genai"


def test_the_javascript_sdk_gets_pictures(clay_server: Server, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not INSTALLED.exists():
        if os.environ.get("CI"):
            pytest.fail("Node.js with @google/genai is missing, and this run must not skip it")
        pytest.skip("Node.js with @google/genai is not installed (scripts/setup-clients)")
    program = tmp_path / "client.mjs"
    program.write_text((HERE / "javascript.mjs").read_text())
    (tmp_path / "node_modules").symlink_to(INSTALLED.parents[1])
    environment = clean_environment(GOOGLE_GEMINI_BASE_URL=clay_server.url)
    out = subprocess.run([node, str(program)], env=environment, capture_output=True, text=True, timeout=300)
    assert out.returncode == 0, out.stderr
    seen = json.loads(out.stdout)
    for turn in ("first", "second", "streamed"):
        ((media_type, size),) = seen[turn]
        assert media_type == "image/jpeg"
        assert size > 5_000
    assert "models/gemini-2.5-flash-image" in seen["models"]
