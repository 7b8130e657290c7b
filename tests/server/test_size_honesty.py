"""What came back is measured: a size or a type that was not honoured is said in the answer and by the command."""

import base64
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.serving import Server, Upstream, clean_environment, google_answer, picture

Relay = tuple[Server, Upstream]
GOOGLE = "/v1beta/models/gemini-3-pro-image:generateContent"


def answer(size: tuple[int, int], media_type: str = "image/png", declared: str = "") -> dict[str, Any]:
    data = base64.b64encode(picture(media_type, size)).decode()
    return google_answer({"inlineData": {"mimeType": declared or media_type, "data": data}})


def asked(**image_config: str) -> dict[str, Any]:
    return {"contents": [{"parts": [{"text": "a cat"}]}], "generationConfig": {"imageConfig": image_config}}


@pytest.mark.parametrize(
    ("size", "mismatch"),
    [
        ((2048, 2048), None),
        ((2040, 2060), None),  # Google rounds
        ((1024, 1024), [{"image": 0, "asked": "2048x2048", "got": "1024x1024"}]),
        ((2752, 1536), [{"image": 0, "asked": "2048x2048", "got": "2752x1536"}]),
    ],
)
def test_a_size_that_was_not_honoured_is_reported(relay: Relay, size: tuple[int, int], mismatch: Any) -> None:
    server, google = relay
    google.answer = answer(size)
    report = server.post(GOOGLE, asked(aspectRatio="1:1", imageSize="2K")).json["cavendish"]
    assert report.get("size_mismatch") == mismatch
    assert (report["images"][0]["width"], report["images"][0]["height"]) == size


def test_a_type_that_is_not_what_it_is_called_is_told_as_it_is(relay: Relay) -> None:
    server, google = relay
    google.answer = answer((1024, 1024), "image/jpeg", declared="image/png")
    report = server.post(GOOGLE, asked(imageSize="1K")).json["cavendish"]
    assert report["images"][0]["mime"] == "image/jpeg"


def test_a_picture_that_is_cut_short_is_noted(relay: Relay) -> None:
    server, google = relay
    whole = picture(size=(1024, 1024))
    data = base64.b64encode(whole[: len(whole) // 2]).decode()
    google.answer = google_answer({"inlineData": {"mimeType": "image/png", "data": data}})
    report = server.post(GOOGLE, asked(imageSize="1K")).json["cavendish"]
    assert any("cut off" in note for note in report["notes"])


def test_the_command_says_it_too(relay: Relay, tmp_path: Path) -> None:
    google = relay[1]
    google.answer = answer((1024, 1024))
    command = [sys.executable, "-m", "cavendish", "generate", "a cat", "-m", "gemini-3-pro-image", "--size", "4K"]
    keys = {"GOOGLE_GEMINI_BASE_URL": google.url, "GEMINI_API_KEY": "secret-key"}
    done = subprocess.run(
        command, cwd=tmp_path, env=clean_environment(**keys), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0
    assert "Asked for 4096x4096, got 1024x1024." in done.stderr
    assert "1024×1024" in done.stderr
