"""`cavendish rehearse`: real programs, run against every entry that is named."""

import signal
import sys
from pathlib import Path

import pytest

from cavendish.rehearsal import entries
from tests.cli.conftest import Cavendish, Make

PROGRAM = """
import json, os, sys, urllib.error, urllib.request
url = os.environ["GOOGLE_GEMINI_BASE_URL"] + "/v1beta/models/gemini-2.5-flash-image:generateContent"
body = json.dumps({"contents": [{"parts": [{"text": "a cat"}]}]}).encode()
headers = {"Content-Type": "application/json", "x-goog-api-key": os.environ["GEMINI_API_KEY"]}
try:
    answer = json.load(urllib.request.urlopen(urllib.request.Request(url, body, headers)))
except urllib.error.HTTPError as error:
    sys.exit(f"HTTP {error.code}")
print("a first line")
print(answer["cavendish"]["outcome"])
"""


@pytest.fixture
def program(free: Cavendish) -> str:
    path = free.folder / "program.py"
    path.write_text(PROGRAM)
    return str(path)


def only(*words: str) -> list[str]:
    return [argument for word in words for argument in ("--only", word)]


def test_a_table_of_how_a_program_took_it(free: Cavendish, program: str) -> None:
    done = free("rehearse", *only("image_safety", "503", "PICTURE", "FINISH_NEW"), "--", sys.executable, program)
    assert done.code == 0
    header, *rows = [line.split(maxsplit=3) for line in done.lines]
    assert header == ["ENTRY", "EXIT", "SECONDS", "LAST LINE"]
    assert [(entry, code, line) for entry, code, _, line in rows] == [
        ("IMAGE_SAFETY", "0", "output_blocked"),
        ("503", "1", "HTTP 503"),
        ("PICTURE", "0", "ok"),
        ("FINISH_NEW", "0", "output_blocked"),
    ]


def test_as_json(free: Cavendish, program: str) -> None:
    done = free("rehearse", "--json", *only("429"), "--", sys.executable, program)
    [run] = done.document["runs"]
    assert (run["entry"], run["exit_code"], run["last_line"]) == ("429", 1, "HTTP 429")


def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(free: Cavendish) -> None:
    trace = free.folder / "trace"
    script = f"(sleep 3; touch {trace}) & echo waiting; sleep 60"
    done = free("rehearse", *only("PICTURE"), "--timeout", "0.5", "--json", "--", "sh", "-c", script)
    assert done.code == 4
    [run] = done.document["runs"]
    assert (run["exit_code"], run["last_line"]) == (None, "waiting")
    told = free("rehearse", *only("PICTURE", "429"), "--timeout", "0.1", "--", "sleep", "60")
    assert told.code == 4
    assert "Had to be ended after 0.1 s: PICTURE, 429." in told.err
    assert free("rehearse", *only("PICTURE"), "--", "sleep", "3").code == 0
    assert not trace.exists()


def test_no_key_of_the_users_is_left_and_no_proxy_stands_between(make_cavendish: Make) -> None:
    names = (
        "GEMINI_API_KEY",
        "GOOGLE_API_KEY",
        "OPENAI_API_KEY",
        "BFL_API_KEY",
        "NO_PROXY",
        "OPENAI_API_BASE",
    )
    command = make_cavendish(**dict.fromkeys(names, "mine"))
    words = " ".join(f"{name}=${{{name}-}}" for name in names)
    done = command("rehearse", "--json", *only("TEXT"), "--", "sh", "-c", f"echo {words}")
    [run] = done.document["runs"]
    assert run["last_line"] == (
        "GEMINI_API_KEY=rehearse-TEXT GOOGLE_API_KEY=rehearse-TEXT OPENAI_API_KEY=rehearse-TEXT BFL_API_KEY= "
        "NO_PROXY=mine,127.0.0.1,localhost OPENAI_API_BASE="
    )


def test_the_users_settings_play_no_part(free: Cavendish, program: str) -> None:
    (free.folder / "cavendish.toml").write_text("this is no TOML")
    assert free("rehearse", *only("PICTURE"), "--", sys.executable, program).code == 0


def test_a_program_with_a_key_of_its_own_gets_a_picture(free: Cavendish, program: str) -> None:
    Path(program).write_text(PROGRAM.replace('os.environ["GEMINI_API_KEY"]', '"a-key-in-the-source"'))
    assert free("rehearse", *only("IMAGE_SAFETY"), "--", sys.executable, program).lines[1].endswith("ok")


def test_what_a_program_prints_cannot_move_the_cursor(free: Cavendish) -> None:
    done = free("rehearse", *only("PICTURE"), "--", "printf", r"50%%\r\033[2Jdone\033]0;title\007\n\n")
    assert done.lines[1].endswith("[2Jdone]0;title")
    assert b"\033" not in done.out


def test_options_behind_the_command_are_its_own(free: Cavendish) -> None:
    done = free("rehearse", *only("PICTURE"), "echo", "--json", "--only", "x")
    assert done.lines[1].endswith("--json --only x")


def test_our_own_command_is_a_program_too(free: Cavendish) -> None:
    ours = (sys.executable, "-m", "cavendish", "generate", "a cat", "-o", "cat.png", "--force")
    done = free("rehearse", "--json", *only("PICTURE", "IMAGE_SAFETY", "401", "TRUNCATED"), "--", *ours)
    codes = {run["entry"]: run["exit_code"] for run in done.document["runs"]}
    assert codes == {"PICTURE": 0, "IMAGE_SAFETY": 3, "401": 5, "TRUNCATED": 8}


def test_the_list(free: Cavendish) -> None:
    rows = {line.split()[0]: line for line in free("rehearse", "--list").lines[1:]}
    assert list(rows) == [entry.name for entry in entries()]
    listed = free("rehearse", "--list", "--json").document["rehearsals"]
    assert [one["entry"] for one in listed] == list(rows)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Say what to run"),
        (("--only", "SNOW", "--", "true"), "'SNOW' cannot be rehearsed"),
        (("--", "no-such-program"), "Cannot run no-such-program"),
    ],
)
def test_wrong_usage(free: Cavendish, arguments: tuple[str, ...], told: str) -> None:
    done = free("rehearse", *arguments)
    assert (done.code, done.out) == (2, b"")
    assert told in done.err


def test_ctrl_c_ends_the_program_too(free: Cavendish) -> None:
    ready = free.folder / "ready"
    process = free.start("rehearse", *only("PICTURE"), "--", "sh", "-c", f"sleep 0.5; echo $$ > {ready}; sleep 60")
    while not ready.exists() or not ready.read_text():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert not Path(f"/proc/{ready.read_text().strip()}").exists()


def test_serve_says_that_it_rehearses(free: Cavendish) -> None:
    process = free.start("serve", "--port", "0", "--rehearse")
    assert process.stdout
    assert process.stdout.readline().startswith(b"export GOOGLE_GEMINI_BASE_URL")
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=30)
    assert b"Rehearsals are on" in err
