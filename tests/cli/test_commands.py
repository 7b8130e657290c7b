"""The commands that only tell, and `serve`."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

import cavendish
from tests.cli.conftest import Cavendish, Make
from tests.serving import Upstream

KEY = "AIza-secret-secret"


def test_version(free: Cavendish) -> None:
    assert free("--version").lines == [f"cavendish {cavendish.__version__}"]


@pytest.mark.parametrize("command", ["generate", "edit", "serve"])
def test_help_teaches_by_example(free: Cavendish, command: str) -> None:
    done = free(command, "--help")
    assert done.code == 0
    assert done.out.decode().count(f"cavendish {command}") >= 3


def test_no_command_is_a_wish_for_help(free: Cavendish) -> None:
    assert free().out == free("--help").out


def test_help_loads_nothing_heavy() -> None:
    heavy = ("numpy", "PIL", "aiohttp", "rich", "pydantic", "starlette", "uvicorn", "cavendish.client")
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr))\n"
        "sys.argv = ['cavendish', '--help']\n"
        "from cavendish.cli import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_models(free: Cavendish) -> None:
    rows = {line.split()[0]: line for line in free("models").lines}
    assert "nano-banana-pro" in rows["gemini-3-pro-image"]
    assert "512 1K 2K 4K" in rows["gemini-3.1-flash-image"]
    assert rows["clay"].endswith("free")
    models = {model["id"]: model for model in free("models", "--json").document["models"]}
    assert models["gemini-2.5-flash-image"]["cost_micros"] == {"1K": 38700}
    assert list(rows)[1:] == list(models)


def test_settings_tell_their_origins_and_no_key(make_cavendish: Make) -> None:
    command = make_cavendish(CAVENDISH_PORT="4012", GEMINI_API_KEY=KEY, GOOGLE_GEMINI_BASE_URL="http://me:pw@host/")
    (command.folder / "cavendish.toml").write_text('model = "clay"\n')
    done = command("settings")
    rows = [line.split() for line in done.lines]
    assert ["port", "4012", "CAVENDISH_PORT"] in rows
    assert ["model", "clay", "cavendish.toml"] in rows
    assert ["workers", "0", "default"] in rows
    assert ["engines.google.base_url", "http://…@host/", "GOOGLE_GEMINI_BASE_URL"] in rows
    for out in (done.out, command("settings", "--json").out, command("doctor").out):
        assert b"GEMINI_API_KEY" in out
        assert KEY.encode() not in out
        assert b"pw@" not in out


def test_a_setting_that_is_none_is_wrong_usage(free: Cavendish) -> None:
    (free.folder / "cavendish.toml").write_text("prot = 4012\n")
    done = free("settings", "--json")
    assert done.code == 2
    assert done.document["error"]["field"] == "prot"


def test_doctor(make_cavendish: Make) -> None:
    done = make_cavendish(GEMINI_API_KEY=KEY)("doctor")
    assert done.code == 0
    text = done.out.decode()
    for found in ("clay:", "google:", "GEMINI_API_KEY is set", "GOOGLE_API_KEY is not set", "Roboto", "cores"):
        assert found in text


def test_a_reader_that_leaves_early_hears_no_complaint(free: Cavendish) -> None:
    process = free.start("models")
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() != 0


def test_serve_prints_two_lines_to_paste(free: Cavendish) -> None:
    process = free.start("serve", "--port", "0")
    assert process.stdout
    first, second = (process.stdout.readline().decode().strip() for _ in range(2))
    url = first.removeprefix("export GOOGLE_GEMINI_BASE_URL=").removesuffix(" GEMINI_API_KEY=any")
    assert second == f"export OPENAI_BASE_URL={url}/v1 OPENAI_API_KEY=any"
    assert urllib.request.urlopen(f"{url}/healthz").status == 200
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, b"")
    assert b"loopback only" in err
    assert b"Traceback" not in err


def test_a_port_that_is_taken(free: Cavendish) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        done = free("serve", "--port", str(listener.getsockname()[1]))
    assert (done.code, done.out) == (2, b"")
    assert "--port 0" in done.err


def test_only_the_loopback_is_served(free: Cavendish) -> None:
    done = free("serve", "--port", "0", CAVENDISH_HOST="0.0.0.0")
    assert done.code == 2
    assert "loopback" in done.err


def test_module_and_script_are_the_same(free: Cavendish) -> None:
    script = os.path.join(os.path.dirname(sys.executable), "cavendish")
    assert subprocess.run([script, "--help"], capture_output=True, check=True).stdout == free("--help").out


def test_doctor_checks_one_engine_without_spending_money(paid: Cavendish, google: Upstream) -> None:
    done = paid("doctor", "--engine", "google")
    assert (done.code, done.out.split()) == (0, b"google answers and takes the key; it lists 1 models".split())
    assert [path for path, _, _ in google.requests] == ["/v1beta/models?pageSize=1000"]
    google.status, google.models = 403, {"error": {"code": 403, "message": "leaked", "status": "PERMISSION_DENIED"}}
    assert paid("doctor", "--engine", "google").code == 5
    assert paid("doctor", "--engine", "photoshop").code == 2
