"""Every exit code, each from something that really happens upstream; and what `--json` says of it."""

import json
import signal
import threading
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from cavendish.cli.exits import MEANINGS
from cavendish.cli.failure import failure_of
from tests.cli.conftest import Cavendish, Make
from tests.serving import Upstream, google_answer


def error(status: int, word: str, **more: Any) -> dict[str, Any]:
    return {"error": {"code": status, "message": f"upstream says {word}", "status": word, **more}}


WRONG_KEY = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}]

FAILURES = [
    # what the upstream answers, its status, the exit code, error.type, error.charged
    (error(400, "INVALID_ARGUMENT"), 400, 2, "InvalidRequest", "no"),
    (error(404, "NOT_FOUND"), 404, 2, "ModelNotFound", "no"),
    (error(500, "INTERNAL"), 500, 4, "EngineFailed", "no"),
    (b"<html>bad gateway</html>", 502, 4, "EngineFailed", "unknown"),
    (error(401, "UNAUTHENTICATED"), 401, 5, "EngineKeyRejected", "no"),
    (error(403, "PERMISSION_DENIED"), 403, 5, "EngineKeyRejected", "no"),
    (error(400, "INVALID_ARGUMENT", details=WRONG_KEY), 400, 5, "EngineKeyRejected", "no"),
    (error(429, "RESOURCE_EXHAUSTED"), 429, 6, "LimitReached", "no"),
    (error(503, "UNAVAILABLE"), 503, 6, "Overloaded", "no"),
    (error(504, "DEADLINE_EXCEEDED"), 504, 8, "EngineTimeout", "unknown"),
    (b'{"candidates": [{"content": {"par', 200, 8, "OutcomeUnknown", "unknown"),
]


@pytest.mark.parametrize(("answer", "status", "code", "kind", "charged"), FAILURES)
def test_a_failure_is_one_document_and_one_code(
    paid: Cavendish, google: Upstream, answer: Any, status: int, code: int, kind: str, charged: str
) -> None:
    google.answer, google.status = answer, status
    done = paid("generate", "a cat", "--json")
    assert done.code == code
    assert done.document["version"] == 1
    failure = done.document["error"]
    assert (failure["type"], failure["charged"], failure["exit_code"]) == (kind, charged, code)
    assert failure["message"] in done.err
    assert paid.files == []
    assert len(google.requests) == 1  # what may have been paid is never sent twice


REFUSALS = [
    ({"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}, "prompt_blocked", "PROHIBITED_CONTENT"),
    ({"candidates": [{"finishReason": "IMAGE_SAFETY", "index": 0}]}, "output_blocked", "IMAGE_SAFETY"),
    (google_answer({"text": "I would rather talk about cats."}), "text_only", "I would rather talk about cats."),
]


@pytest.mark.parametrize(("answer", "code", "told"), REFUSALS)
def test_a_refusal_says_why_and_what_to_do(
    paid: Cavendish, google: Upstream, answer: Any, code: str, told: str
) -> None:
    google.answer = {"usageMetadata": {"promptTokenCount": 5, "candidatesTokenCount": 7}, **answer}
    done = paid("generate", "a cat", "--json")
    assert done.code == 3
    assert (done.document["error"]["type"], done.document["error"]["code"]) == ("Refused", code)
    assert told in done.err
    rejection = done.document["error"]["rejection"]
    assert all(f"→ {advice}" in done.err for advice in rejection["advice"])
    assert done.err.splitlines()[-1].endswith(done.document["error"]["request_id"])
    assert paid.files == []


def test_a_cut_connection_leaves_the_outcome_unknown(paid: Cavendish, google: Upstream) -> None:
    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(b'{"candidates": [')
        handler.close_connection = True

    google.answer = cut
    done = paid("generate", "a cat")
    assert done.code == 8
    assert "may have been drawn and charged" in done.err
    assert paid.files == []


def test_nobody_listening_is_an_engine_that_failed(make_cavendish: Make) -> None:
    cavendish = make_cavendish(GOOGLE_GEMINI_BASE_URL="http://127.0.0.1:1", GEMINI_API_KEY="key")
    done = cavendish("generate", "a cat")
    assert done.code == 4
    assert "Cannot connect to 127.0.0.1" in done.err


def test_some_of_several(paid: Cavendish, google: Upstream) -> None:
    whole = google.answer

    def second_fails(handler: BaseHTTPRequestHandler) -> None:
        google.answer, google.status = error(500, "INTERNAL"), 500
        body = json.dumps(whole).encode()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    google.answer = second_fails
    done = paid("generate", "a cat", "-n", "3")
    assert (done.code, done.lines) == (7, ["a-cat.png"])
    assert "1 of 3 pictures were made. upstream says INTERNAL" in done.err
    assert paid.files == ["a-cat.png"]


def test_ctrl_c_ends_cleanly(paid: Cavendish, google: Upstream) -> None:
    asked, over = threading.Event(), threading.Event()

    def hang(handler: BaseHTTPRequestHandler) -> None:
        asked.set()
        over.wait(60)
        handler.close_connection = True

    google.answer = hang
    process = paid.start("generate", "a cat", "--json")
    assert asked.wait(60)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    over.set()
    assert process.returncode == 130
    assert b'"charged": "unknown", "exit_code": 130' in out
    assert b"Traceback" not in err
    assert b"may draw it and charge" in err
    assert paid.files == []


def test_help_lists_every_code(free: Cavendish) -> None:
    text = free("--help").out.decode()
    for code, meaning in MEANINGS.items():
        assert f"{code:>3}  {meaning}" in text


def test_a_surprise_is_a_fault_of_ours() -> None:
    failure = failure_of(ZeroDivisionError("division by zero"))
    assert (failure.exit_code, failure.charged) == (1, "unknown")
    assert "CAVENDISH_DEBUG" in failure.advice
