"""What callers are told when the upstream is at fault: the truth, in their own dialect, and what it may have cost.

Every fault is asked for in four ways at once. A call that may be paid is made once, and is told so that no SDK repeats
it; nothing secret is printed, and nothing is left open.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.engines.sockets import closed_port
from tests.samples import document
from tests.server.faulty import KEY, PICTURE, Fault, Scene, scene
from tests.serving import google_answer
from tests.upstreams import Reply, again_and_again, as_json, cut, reset, silence

ANSWER = as_json(google_answer({"inlineData": {"mimeType": "image/png", "data": PICTURE}}))
HALF = ANSWER.raw[: len(ANSWER.raw) // 2]
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
Told = dict[str, Any]
PAGE = {"Content-Type": "text/html"}
SLOW: Told = {"openai": (504, "upstream_timeout"), "google": (409, "ABORTED")}
FAILED: Told = {"openai": (502, "upstream_error"), "google": (409, "ABORTED")}
NOT_SENT: Told = {"openai": (502, "upstream_error"), "google": (502, "UNAVAILABLE"), "calls": 0}
FREE: Told = {"openai": (502, "upstream_error"), "google": (502, "UNAVAILABLE")}
REFUSED_KEY: Told = {"openai": (502, "upstream_key_rejected"), "google": (502, "UNAVAILABLE")}
LIMIT: Told = {"openai": (429, "rate_limit_exceeded"), "google": (429, "RESOURCE_EXHAUSTED")}
OVERLOAD: Told = {"openai": (503, "engine_overloaded"), "google": (503, "UNAVAILABLE")}
EMPTY: Told = {"openai": (502, "upstream_empty"), "google": (409, "ABORTED")}


def error(code: int, status: str, message: str = "Oops.") -> Reply:
    return as_json({"error": {"code": code, "message": message, "status": status}}, code)


def picture_of(data: str) -> Reply:
    return as_json(google_answer({"inlineData": {"mimeType": "image/png", "data": data}}))


FAULTS = {
    "no-answer": Fault(cut(b"")),
    "reset-before": Fault(reset(b"")),
    "reset-midway": Fault(reset(HALF)),
    "cut-midway": Fault(cut(HALF)),
    "cut-in-headers": Fault(cut(b"HTTP/1.1 200 OK\r\nContent-")),
    "cut-chunk": Fault(cut(CHUNKED + b"ffff\r\n" + ANSWER.body[:100])),
    "wrong-length": Fault(Reply(ANSWER.body[:-9])),
    "truncated-base64": Fault(picture_of(PICTURE[:-3] + "*")),
    "base64-of-odd-length": Fault(picture_of(PICTURE.rstrip("=")[:101])),
    "no-json": Fault(Reply(b'{"candidates": nothing')),
    "not-http": Fault(cut(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")),
    "page": Fault(Reply(b"<html><body>Welcome</body></html>", headers=PAGE)),
    "empty-200": Fault(Reply(b"")),
    "accepted": Fault(Reply(b"", 202), **FAILED),
    "page-502": Fault(Reply(b"<html>Bad Gateway</html>", 502, PAGE), **FAILED),
    "page-503": Fault(Reply(b"<html>Busy</html>", 503, PAGE), openai=(503, "engine_overloaded")),
    "page-504": Fault(Reply(b"<html>Timeout</html>", 504, PAGE), **SLOW),
    "own-500": Fault(error(500, "INTERNAL"), **FREE),
    "own-504": Fault(error(504, "DEADLINE_EXCEEDED"), **SLOW),
    "key-400": Fault(as_json(document("gemini-error-wrong-key"), 400), **REFUSED_KEY),
    "key-401": Fault(error(401, "UNAUTHENTICATED", f"wrong: {KEY}"), **REFUSED_KEY),
    "key-403": Fault(error(403, "PERMISSION_DENIED"), **REFUSED_KEY),
    "limit": Fault(error(429, "RESOURCE_EXHAUSTED"), **LIMIT),
    "storm-429": Fault(Reply(b"", 429, {"Retry-After": "0"}), **LIMIT, calls=4),
    "storm-503": Fault(Reply(b"", 503, {"Retry-After": "0"}), **OVERLOAD, calls=4),
    "drip": Fault(again_and_again(CHUNKED, b"1\r\n \r\n", pause=0.02), **SLOW, settings={"total_seconds": 1}),
    "endless": Fault(again_and_again(ENDLESS, b" " * 4096, pause=0.005), **SLOW, settings={"total_seconds": 1}),
    "endless-line": Fault(
        again_and_again(ENDLESS + b'{"a":"', b"a" * 4096, pause=0.005), **SLOW, settings={"total_seconds": 1}
    ),
    "silence": Fault(silence(), **SLOW, settings={"first_byte_seconds": 1}),
    "silence-midway": Fault(silence(HALF), **SLOW, settings={"silence_seconds": 1}),
    "no-candidates": Fault(as_json({"candidates": []}), **EMPTY),
    "no-parts": Fault(as_json({"candidates": [{"content": {"parts": []}, "finishReason": "STOP"}]}), **EMPTY),
    "no-such-name": Fault(Reply(), **NOT_SENT, settings={"base_url": "http://no-such-host.invalid"}),
    "nobody": Fault(Reply(), **NOT_SENT, settings={"base_url": f"http://127.0.0.1:{closed_port()}"}),
    "elsewhere": Fault(Reply(b"", 307, {"Location": "http://127.0.0.1:9/v1beta"}), **FREE),
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with scene(tmp_path_factory.mktemp("faults"), FAULTS) as everything:
        yield everything


@pytest.mark.parametrize("name", FAULTS)
def test_the_caller_is_told_the_truth(faulty: Scene, name: str) -> None:
    fault = FAULTS[name]
    openai, google = faulty.ask_in_all_ways(name)
    for reply in openai:
        assert (reply.status, reply.json["error"]["code"]) == fault.openai
        may_be_repeated = reply.status in (429, 503) and not fault.may_be_paid
        assert reply.headers.get("x-should-retry") == (None if may_be_repeated else "false")
    for reply in google:
        assert (reply.status, reply.json["error"]["status"]) == fault.google
        assert reply.json["error"]["code"] == reply.status
    for reply in (*openai, *google):
        assert reply.json["error"]["message"]
        assert KEY not in str(reply)
    assert faulty.at_rest()
    assert len(faulty.upstream.calls(f"/{name}/")) == 4 * fault.calls


@pytest.mark.parametrize("name", ["reset-midway", "page-504", "silence", "no-candidates", "own-500", "limit"])
def test_an_sdk_that_repeats_is_told_the_outcome_and_pays_once(faulty: Scene, name: str) -> None:
    fault = FAULTS[name]
    first = faulty.chat(name, seed=11)
    before = len(faulty.upstream.calls(f"/{name}/"))
    again = faulty.chat(name, {"x-stainless-retry-count": "1"}, seed=11)
    calls = len(faulty.upstream.calls(f"/{name}/")) - before
    assert first.json["error"]["code"] == fault.openai[1]
    if fault.may_be_paid:
        assert (again.status, again.json["error"]["code"], calls) == (502, "outcome_unknown", 0)
        assert again.headers["x-should-retry"] == "false"
    else:
        assert (again.status, again.json["error"]["code"], calls) == (*fault.openai, fault.calls)
