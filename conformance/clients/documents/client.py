"""Runs the programs of Google's page as they are printed, each in a folder of its own, and reports what they got."""

import base64
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from page import LANGUAGES, program
from PIL import Image

BUILDS = Path(sys.argv[1]).parent
GOOGLE = "https://generativelanguage.googleapis.com"
PROMPT = re.compile(r'"(Create a picture of [^"]+)"')
VIEWER = '#!/bin/sh\ncp "$1" "$0.part" && mv "$0.part" shown.png\n'


def run(folder: Path, *words: str | Path) -> bytes:
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError((done.stderr or done.stdout).decode("utf-8", "replace")[-400:])
    return done.stdout


def python(folder: Path) -> dict[str, Any]:
    """Pillow writes what it shows into a new file, so pixels are compared."""
    viewer = folder / "xdg-open"
    viewer.write_text(VIEWER)
    viewer.chmod(0o755)
    run(folder, sys.executable, "page.py")
    shown = folder / "shown.png"
    for _ in range(100):  # nobody waits for a viewer
        if not shown.exists():
            time.sleep(0.1)
    pixels = Image.open(io.BytesIO(shown.read_bytes())).convert("RGB").tobytes()
    return {"pixels": [hashlib.sha256(pixels).hexdigest()]}


def javascript(folder: Path) -> dict[str, Any]:
    (folder / "node_modules").symlink_to(BUILDS / "google-javascript" / "node_modules")
    run(folder, "node", "page.mjs")
    return written(folder)


def go(folder: Path) -> dict[str, Any]:
    for name in ("go.mod", "go.sum"):
        shutil.copy(BUILDS / "google-go" / name, folder)
    run(folder, "go", "build", "-buildvcs=false", "-o", "page", ".")
    run(folder, folder / "page")
    return written(folder)


def java(folder: Path) -> dict[str, Any]:
    classpath = os.pathsep.join([str(folder), str(BUILDS / "google-java" / "target" / "dependency" / "*")])
    run(folder, "javac", "-cp", classpath, "ImageGen.java")
    run(folder, "java", "-cp", classpath, "ImageGen")
    return written(folder)


def rest(folder: Path) -> dict[str, Any]:
    answer = json.loads(run(folder, "sh", "page.sh"))
    parts = answer["candidates"][0]["content"]["parts"]
    pictures = [base64.b64decode(part["inlineData"]["data"]) for part in parts if "inlineData" in part]
    return {"pictures": [hashlib.sha256(data).hexdigest() for data in pictures]}


def written(folder: Path) -> dict[str, Any]:
    return {"pictures": [hashlib.sha256((folder / "banana.png").read_bytes()).hexdigest()]}


RUNS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "Python": python,
    "JavaScript": javascript,
    "Go": go,
    "Java": java,
    "REST": rest,
}


def report(language: str) -> dict[str, Any]:
    text = program(language).replace(GOOGLE, os.environ["CAVENDISH_URL"])
    [prompt] = PROMPT.findall(text)
    with tempfile.TemporaryDirectory(prefix="printed-") as name:
        (Path(name) / LANGUAGES[language]).write_text(text, "utf-8")
        return {"ok": True, "seen": {"prompt": prompt}, **RUNS[language](Path(name))}


for language in LANGUAGES:
    try:
        found = report(language)
    except Exception as error:
        found = {"ok": False, "error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"ability": language, **found}), flush=True)
