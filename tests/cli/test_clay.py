"""The first minute, without any key: draw, change what was drawn, be told what could not be done."""

import os
import signal
import subprocess
from contextlib import suppress

from cavendish.core.parts import Blob
from cavendish.core.sniff import sniff
from tests.cli.conftest import Cavendish
from tests.serving import picture


def test_a_scene_survives_in_the_file_that_was_asked_for(free: Cavendish) -> None:
    made = free("generate", "a red ball", "-m", "clay", "--size", "512", "-o", "ball.jpg")
    assert (made.code, made.lines) == (0, ["ball.jpg"])
    assert made.err.splitlines()[0].startswith("512×512 · clay · ")
    assert made.err.splitlines()[0].endswith(" · free")
    assert "Clay" in made.err
    header = sniff(Blob((free.folder / "ball.jpg").read_bytes()))
    assert header
    assert header.media_type == "image/jpeg"
    changed = free("edit", "ball.jpg", "make it night", "-m", "clay", "--size", "512", "--json")
    assert changed.document["pictures"][0]["path"] == "make-it-night.png"
    assert changed.document["cost_micros"] == 0


def test_a_photograph_is_answered_in_words(free: Cavendish) -> None:
    (free.folder / "photo.png").write_bytes(picture(size=(64, 64)))
    done = free("edit", "photo.png", "make it night")
    assert (done.code, done.out) == (3, b"")
    assert "GEMINI_API_KEY" in done.err
    assert free.files == ["photo.png"]


def test_ctrl_c_reaches_the_whole_group_and_ends_it_quietly(free: Cavendish) -> None:
    process = free.start("generate", "a castle", "-m", "clay", "--size", "512")
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=1)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert free.files == []
