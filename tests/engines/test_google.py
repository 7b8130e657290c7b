"""Google's engine in front of an upstream that answers as Google was seen to, and as networks were."""

import json

import pytest

from cavendish.core.errors import (
    CavendishError,
    EngineFailed,
    EngineKeyRejected,
    InvalidRequest,
    LimitReached,
    ModelNotFound,
    OutcomeUnknown,
    Overloaded,
)
from cavendish.core.result import Result
from cavendish.engines.google import open_google
from cavendish.engines.signatures import SENTINEL
from cavendish.wire import gemini
from tests.engines.asking import DOG, KEY, answer, answers, failure, image, pictures, request, settings, told, turns
from tests.samples import png
from tests.serving import google_answer
from tests.upstream_process import upstream
from tests.upstreams import Answer, Reply, Told, as_json, cut

SIGNED = told("gemini-answer-drafts")
WORDS, CAT = "Here is it.", png(2, 1, filler=21)
WORDS_SIGNATURE, CAT_SIGNATURE = "c2lnMQ==", "c2lnMg=="


def of(*said: Answer) -> Result | CavendishError:
    """What the engine makes of the last of these answers."""
    with upstream() as google:
        google.says(*said)
        return answers(open_google, settings(google.url), *[request()] * len(said))[-1]


def parts_sent(google: Told, call: int = -1) -> list[dict[str, object]]:
    return [part for content in google.calls()[call].json["contents"] for part in content["parts"]]


def test_words_and_a_picture() -> None:
    with upstream() as google:
        google.says(SIGNED)
        asked = request("a cat", system="Be kind.", seed=7, aspect_ratio="16:9", image_size="2K", include_thoughts=True)
        result = answer(open_google, settings(google.url + "/"), asked)
        [call] = google.calls()
    assert (result.text, pictures(result)) == (WORDS, [CAT])
    assert [part.signature for part in result.images] == [CAT_SIGNATURE]
    assert (result.usage.prompt_tokens, result.usage.candidates_tokens) == (2076, 1332)
    assert call.path == "/v1beta/models/gemini-3-pro-image:generateContent"
    assert call.headers["x-goog-api-key"] == KEY
    assert call.json["generationConfig"] == {
        "imageConfig": {"aspectRatio": "16:9", "imageSize": "2K"},
        "seed": 7,
        "thinkingConfig": {"includeThoughts": True},
    }
    assert call.json["systemInstruction"] == {"parts": [{"text": "Be kind."}]}


def test_drafts_are_no_pictures() -> None:
    result = of(SIGNED)
    assert isinstance(result, Result)
    assert [part.thought for part in result.parts] == [True, True, False, False]
    assert len(result.images) == 1
    assert result.usage.thoughts_tokens


@pytest.mark.parametrize(
    ("name", "reasons", "feedback"),
    [
        ("blocked-prompt", (), {"blockReason": "PROHIBITED_CONTENT"}),
        ("empty-content", ("IMAGE_OTHER",), None),
        ("no-content", ("IMAGE_OTHER",), None),
        ("no-image", ("NO_IMAGE",), None),
        ("third-party", ("IMAGE_PROHIBITED_CONTENT",), None),
    ],
)
def test_refusals_are_answers(name: str, reasons: tuple[str, ...], feedback: dict[str, str] | None) -> None:
    result = of(told(f"gemini-refusal-{name}"))
    assert isinstance(result, Result)
    assert not result.parts
    assert tuple(candidate.finish_reason for candidate in result.candidates) == reasons
    assert result.feedback == feedback


GOOGLES_429 = {
    "code": 429,
    "message": "You exceeded your current quota. Please retry in 38.2s.",
    "status": "RESOURCE_EXHAUSTED",
    "details": [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "38s"}],
}
GOOGLES_500 = {"code": 500, "message": "An internal error has occurred.", "status": "INTERNAL"}
GOOGLES_503 = {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}
GOOGLES_504 = {"code": 504, "message": "Deadline expired.", "status": "DEADLINE_EXCEEDED"}
UNKNOWN_FIELD = {"code": 400, "message": "Invalid JSON payload received.", "status": "INVALID_ARGUMENT"}
NO_SUCH_MODEL = {"code": 404, "message": "models/x is not found", "status": "NOT_FOUND"}
LATER = Reply(b"<html>busy</html>", 503, {"Retry-After": "7"})
PAGE = Reply(b"<html>Bad Gateway</html>", 502, {"Content-Type": "text/html"})
HALF = SIGNED.body[:400]
FAILURES: dict[str, tuple[Answer, type[CavendishError], str, float | None]] = {
    "a wrong key": (told("gemini-error-wrong-key", 400), EngineKeyRejected, "no", None),
    "no key": (as_json({"error": {"code": 403, "message": "unregistered"}}, 403), EngineKeyRejected, "no", None),
    "a limit": (as_json({"error": GOOGLES_429}, 429), LimitReached, "no", 38),
    "a limit, by header": (Reply(b"", 429, {"Retry-After": "3"}), LimitReached, "no", 3),
    "overload, explained": (as_json({"error": GOOGLES_503}, 503), Overloaded, "no", None),
    "overload, later": (LATER, Overloaded, "no", 7),
    "overload, of whom": (Reply(b"", 503), Overloaded, "unknown", None),
    "Google's own 500": (as_json({"error": GOOGLES_500}, 500), EngineFailed, "no", None),
    "Google's own 500, in an array": (as_json([{"error": GOOGLES_500}], 500), EngineFailed, "no", None),
    "another's 500": (as_json({"error": {"message": "oops", "type": "proxy"}}, 500), EngineFailed, "unknown", None),
    "an empty 500": (Reply(b"", 500), EngineFailed, "unknown", None),
    "half of a 500": (Reply(b'{"error":{"code":500,"mess', 500), EngineFailed, "unknown", None),
    "a page": (PAGE, EngineFailed, "unknown", None),
    "a deadline": (as_json({"error": GOOGLES_504}, 504), EngineFailed, "unknown", None),
    "accepted, but no answer": (Reply(b"", 202), EngineFailed, "unknown", None),
    "nothing at all": (Reply(b"", 204), EngineFailed, "unknown", None),
    "timed out on the way": (Reply(b"", 408), EngineFailed, "unknown", None),
    "an unknown field": (as_json({"error": UNKNOWN_FIELD}, 400), InvalidRequest, "no", None),
    "no such model": (as_json({"error": NO_SUCH_MODEL}, 404), ModelNotFound, "no", None),
    "an empty answer": (Reply(b""), OutcomeUnknown, "unknown", None),
    "a page that says 200": (Reply(b"<html></html>"), OutcomeUnknown, "unknown", None),
    "half an answer": (cut(Reply(HALF).raw), OutcomeUnknown, "unknown", None),
    "less than it promised": (Reply(HALF, headers={"Content-Length": "99"}), OutcomeUnknown, "unknown", None),
    "no answer": (cut(b""), OutcomeUnknown, "unknown", None),
    "broken base64": (
        as_json(google_answer({"inlineData": {"mimeType": "image/png", "data": "iVBO*" * 99}})),
        OutcomeUnknown,
        "unknown",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAILURES)
def test_failures_say_what_they_may_have_cost(name: str) -> None:
    said, kind, charged, retry_after = FAILURES[name]
    error = of(said)
    assert isinstance(error, kind), repr(error)
    assert error.charged == charged
    assert error.retry_after == retry_after
    assert error.message


@pytest.mark.parametrize("status", [400, 401, 403, 500])
def test_our_key_is_in_no_text_even_where_the_upstream_quotes_it(status: int) -> None:
    details = [{"reason": "API_KEY_INVALID", "domain": "googleapis.com"}]
    quoting = {"code": status, "message": f"The key {KEY} is wrong.", "status": "INTERNAL", "details": details}
    for said in (as_json({"error": quoting}, status), as_json({"error": quoting})):
        error = of(said)
        assert isinstance(error, CavendishError)
        assert KEY not in repr(error) + error.message + repr(error.__context__) + repr(error.__cause__)


def test_a_key_is_in_no_repr() -> None:
    assert KEY not in repr(settings("http://127.0.0.1:1"))


@pytest.mark.parametrize(
    ("model", "history", "signatures"),
    [
        ("gemini-3-pro-image", (WORDS, image(CAT)), [WORDS_SIGNATURE, CAT_SIGNATURE]),
        ("gemini-3-pro-image", ("Something else.", image(DOG)), [SENTINEL, SENTINEL]),
        ("gemini-2.5-flash-image", (WORDS, image(CAT)), [None, None]),
    ],
)
def test_a_history_that_lost_its_signatures_gets_them_back(
    model: str, history: tuple[object, ...], signatures: list[str | None]
) -> None:
    words, picture = history
    again = request(model=model, turns=turns("a cat", words, "and", picture, "make it night"))  # type: ignore[arg-type]
    with upstream() as google:
        google.says(SIGNED)
        answers(open_google, settings(google.url), request(model=model), again)
        sent = google.calls()[-1].json["contents"]
    theirs = [part for content in sent if content["role"] == "model" for part in content["parts"]]
    assert [part.get("thoughtSignature") for part in theirs] == signatures
    assert not any(
        "thoughtSignature" in part for content in sent if content["role"] == "user" for part in content["parts"]
    )


def test_a_native_history_gets_them_too_and_keeps_its_own() -> None:
    data = image(CAT).blob.base64.decode()
    contents = [
        {"role": "user", "parts": [{"text": "a cat"}]},
        {"role": "model", "parts": [{"inlineData": {"mimeType": "image/png", "data": data}}]},
        {"role": "model", "parts": [{"text": WORDS, "thoughtSignature": "bWluZQ=="}]},
        {"role": "model", "parts": [{"text": "thinking", "thought": True}]},
        {"role": "user", "parts": [{"text": "make it night"}]},
    ]
    body = json.dumps({"contents": contents}).encode()
    again = gemini.parse_request(body, model="gemini-3-pro-image", headers={})
    with upstream() as google:
        google.says(SIGNED)
        answers(open_google, settings(google.url), request(), again)
        parts = parts_sent(google)
    assert [part.get("thoughtSignature") for part in parts] == [None, CAT_SIGNATURE, "bWluZQ==", None, None]


def test_what_is_remembered_survives_a_failed_call_between() -> None:
    again = request(turns=turns("a cat", image(CAT), "make it night"))
    with upstream() as google:
        google.says(SIGNED, Reply(b"", 429), SIGNED)
        found = answers(open_google, settings(google.url), request(), again, again)
        assert [type(one) for one in found] == [Result, LimitReached, Result]
        assert [part.get("thoughtSignature") for part in parts_sent(google)] == [None, CAT_SIGNATURE, None]


def test_where_nobody_listens_nothing_was_paid() -> None:
    with upstream() as google:
        nobody = google.url
    error = failure(open_google, settings(nobody))
    assert (type(error), error.charged) == (EngineFailed, "no")


def test_a_part_of_an_answer_is_an_answer_of_unknown_outcome_however_it_is_cut() -> None:
    whole = SIGNED.body
    with upstream() as google:
        google.says(*(cut(Reply(whole[:length]).raw) for length in range(1, len(whole), 97)))
        found = answers(open_google, settings(google.url), *[request()] * len(range(1, len(whole), 97)))
    assert {type(one) for one in found} == {OutcomeUnknown}
