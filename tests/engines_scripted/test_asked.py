"""What the engine that answers from a list keeps of the requests that reach it."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image, Text, Turn
from cavendish.engines.scripted import open_scripted
from tests.engines.asking import CAT, DOG, answers, image, request, settings
from tests.serving import google_answer

ANSWERS = [google_answer({"text": "one"}), google_answer({"text": "two"})]


def script(folder: Path, content: Any) -> str:
    path = folder / "script.json"
    path.write_text(json.dumps(content), "utf-8")
    return str(path)


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_request_is_a_line_with_the_place_of_its_answer(tmp_path: Path) -> None:
    setup = settings(script(tmp_path, {"answers": ANSWERS, "asked": "asked.jsonl"}))
    answers(open_scripted, setup, request("a"), request("b", model="other", stream=True), request("c"))
    kept = lines(tmp_path / "asked.jsonl")
    assert [(line["answer"], line["model"], line["stream"]) for line in kept] == [
        (0, "gemini-3-pro-image", False),
        (1, "other", True),
        (0, "gemini-3-pro-image", False),
    ]


def test_a_line_tells_turns_shape_and_modalities(tmp_path: Path) -> None:
    setup = settings(script(tmp_path, {"answers": ANSWERS, "asked": "asked.jsonl"}))
    encoded = Image(Blob(Blob(DOG).base64, encoded=True), "image/png", signature="c2lnbg==")
    history = (
        Turn("user", (Text("wäsche"), image(CAT))),
        Turn("model", (Text("hm", thought=True), encoded)),
        Turn("user", (Text("bluer"),)),
    )
    asked = request(turns=history, system="be kind", aspect_ratio="16:9", image_size="4K", modalities=("IMAGE",))
    answers(open_scripted, setup, asked)
    [line] = lines(tmp_path / "asked.jsonl")
    plain = {"thought": False, "signature": None}
    cat, dog = (hashlib.sha256(data).hexdigest() for data in (CAT, DOG))
    assert line == {
        "answer": 0,
        "model": "gemini-3-pro-image",
        "system": "be kind",
        "turns": [
            {"role": "user", "parts": [{"text": "wäsche"} | plain, {"sha256": cat, "media_type": "image/png"} | plain]},
            {
                "role": "model",
                "parts": [
                    {"text": "hm", "thought": True, "signature": None},
                    {"sha256": dog, "media_type": "image/png", "thought": False, "signature": "c2lnbg=="},
                ],
            },
            {"role": "user", "parts": [{"text": "bluer"} | plain]},
        ],
        "aspect_ratio": "16:9",
        "image_size": "4K",
        "modalities": ["IMAGE"],
        "stream": False,
    }


def test_without_a_file_nothing_is_kept(tmp_path: Path) -> None:
    path = script(tmp_path, {"answers": ANSWERS})
    answers(open_scripted, settings(path), request())
    assert [entry.name for entry in tmp_path.iterdir()] == ["script.json"]


@pytest.mark.parametrize("content", [{"answers": []}, {"asked": "x"}, {"answers": ANSWERS, "asked": 1}])
def test_a_wrong_script_is_told_at_the_start(tmp_path: Path, content: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        answers(open_scripted, settings(script(tmp_path, content)), request())
    assert caught.value.field == "base_url"
