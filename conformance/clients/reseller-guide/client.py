"""Runs the Python program of the resellers' guide as it stands, and reports what it saved."""

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from guide import program

PROMPT = "a beautiful cat under the tree"
NAME = "GeminiImageGenerator"


def report() -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": "guide"}
    exec(compile(program(), "guide.py", "exec"), space)  # noqa: S102 - running it is the point
    generator = space[NAME](os.environ["OPENAI_API_KEY"], f"{os.environ['OPENAI_BASE_URL']}/chat/completions")
    with tempfile.TemporaryDirectory() as folder:
        success, message = generator.generate_image(PROMPT, output_dir=folder)
        if not success:
            return {"ok": False, "error": message}
        pictures = [hashlib.sha256(file.read_bytes()).hexdigest() for file in Path(folder).glob("*.png")]
    return {"ok": True, "pictures": pictures, "seen": {"prompt": PROMPT}}


with contextlib.redirect_stdout(sys.stderr):
    found = report()
print(json.dumps({"ability": NAME, **found}))
