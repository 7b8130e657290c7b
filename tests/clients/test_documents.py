"""The reseller guide's program and Google's REST example, against a running server."""

import base64
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.clients.documents import guide_program, rest_body
from tests.serving import Server


def test_the_guides_program_saves_a_picture(
    clay_server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    space: dict[str, Any] = {"__name__": "guide"}
    exec(compile(guide_program(), "guide.py", "exec"), space)  # noqa: S102 - running it is the point
    generator = space["GeminiImageGenerator"]("sk-any", f"{clay_server.url}/v1/chat/completions")
    success, message = generator.generate_image("a beautiful cat under the tree", output_dir=str(tmp_path))
    assert success, message + capsys.readouterr().out
    (file,) = tmp_path.iterdir()
    assert file.suffix == ".png"
    with Image.open(file) as image:
        assert image.size == (1024, 1024)


def test_googles_rest_example(clay_server: Server) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    url = f"{clay_server.url}/v1beta/models/gemini-2.5-flash-image:generateContent"
    command = [
        curl,
        "-sS",
        url,
        "-H",
        "x-goog-api-key: any",
        "-H",
        "Content-Type: application/json",
        "-X",
        "POST",
        "-d",
    ]
    out = subprocess.run([*command, rest_body()], capture_output=True, check=True)
    data = re.search(rb'"data":"([A-Za-z0-9+/=]+)"', out.stdout)
    assert data
    assert base64.b64decode(data[1]).startswith(b"\x89PNG")
