"""Errors in OpenAI's format, as upstreams send them: by code, by type, by status, never by what they say."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core import errors
from cavendish.core.errors import CavendishError, EngineFailed, EngineKeyRejected, LimitReached, OutcomeUnknown
from cavendish.core.events import Finish
from cavendish.wire.openai_chat import Reader, parse_error, render_error
from tests.wire.test_chat_reader import ODD
from tests.wire.test_gemini_errors import classes
from tests.wire.upstream_answers import heard, sent

# What each error comes to at the next Cavendish. Those of keys are ours there; what may have been paid stays so.
READ_AS = {
    "CavendishError": "OutcomeUnknown",
    "AuthenticationFailed": "EngineKeyRejected",
    "PermissionDenied": "EngineKeyRejected",
    "EndpointNotFound": "ModelNotFound",
    "MethodNotAllowed": "InvalidRequest",
    "EngineKeyRejected": "EngineFailed",
    "EngineFailed": "OutcomeUnknown",
}


@pytest.mark.parametrize("kind", list(classes()), ids=lambda kind: kind.__name__)
def test_each_error_of_cavendish_is_read_as_what_it_is(kind: type[CavendishError]) -> None:
    status, headers, body = render_error(kind("What went wrong.", field="size"))
    read = parse_error(status, body, headers)
    assert isinstance(read, CavendishError)
    assert type(read).__name__ == READ_AS.get(kind.__name__, kind.__name__)
    if not isinstance(read, EngineKeyRejected):
        assert (read.message, read.field) == ("What went wrong.", "size")


BODIES: list[tuple[int, str, type[CavendishError], str]] = [
    (500, "chat-error-convert", OutcomeUnknown, "outcome_unknown"),
    (403, "chat-error-quota", LimitReached, "insufficient_quota"),
    (402, "chat-error-openrouter-credits", LimitReached, "insufficient_quota"),
    (401, "chat-error-openai-key", EngineKeyRejected, "upstream_key_rejected"),
    (524, "error-cloudflare-524", errors.EngineTimeout, "upstream_timeout"),
    (502, "error-nginx-502", OutcomeUnknown, "outcome_unknown"),
]


@pytest.mark.parametrize(("status", "name", "kind", "code"), BODIES)
def test_errors_of_upstreams(status: int, name: str, kind: type[CavendishError], code: str) -> None:
    read = parse_error(status, sent(name), {})
    assert isinstance(read, CavendishError)
    assert (type(read), read.code) == (kind, code)
    assert "SECRET" not in read.message
    assert "<" not in read.message


def test_an_empty_purse_is_not_tried_again() -> None:
    read = parse_error(403, sent("chat-error-quota"), {})
    assert isinstance(read, CavendishError)
    assert render_error(read)[1] == {"x-should-retry": "false"}


@pytest.mark.parametrize(
    ("status", "name", "reasons"),
    [
        (400, "chat-error-prompt-blocked", ()),
        (403, "chat-error-openrouter-moderation", ()),
        (400, "images-error-moderation-input", ()),
        (400, "images-error-moderation-output", ("IMAGE_SAFETY",)),
    ],
)
def test_a_refusal_is_a_value(status: int, name: str, reasons: tuple[str, ...]) -> None:
    refusal = parse_error(status, sent(name), {})
    assert isinstance(refusal, Finish)
    assert refusal.reasons == reasons
    message = json.loads(sent(name))["error"]["message"]
    blocked = {"blockReason": "PROHIBITED_CONTENT", "blockReasonMessage": message}
    assert refusal.feedback == (None if reasons else blocked)
    assert heard([sent(name)]) == [refusal]


def test_the_words_of_a_refusal_alone_make_none() -> None:
    body = b'{"error":{"message":"Your request was rejected as a result of the safety system","code":null,"type":"x"}}'
    assert isinstance(parse_error(400, body, {}), errors.InvalidRequest)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, {"error": "No."}, errors.InvalidRequest),
        (400, {"error": {"message": "No.", "code": None, "type": "BadRequestError"}}, errors.InvalidRequest),
        (400, {"object": "error", "message": "No.", "type": "NotFoundError", "code": 404}, errors.ModelNotFound),
        (422, {"detail": [{"loc": ["body", "size"], "msg": "No.", "type": "x"}]}, errors.InvalidRequest),
        (422, {"detail": "No."}, errors.InvalidRequest),
        (403, {"detail": "Not authenticated"}, EngineKeyRejected),
        (200, {"code": 1001, "msg": "No."}, OutcomeUnknown),
        (200, {"error": {"code": 429, "message": "No."}}, LimitReached),
        (200, {"error": {"code": "503", "message": "No."}}, OutcomeUnknown),
        (500, {"error": {"message": "No.", "type": "rate_limit_error"}}, LimitReached),
        (404, {}, errors.ModelNotFound), (408, {}, errors.EngineTimeout), (409, {}, OutcomeUnknown),
        (413, {}, errors.PayloadTooLarge), (418, {}, errors.InvalidRequest), (429, {}, LimitReached),
        (500, {}, OutcomeUnknown), (502, {}, OutcomeUnknown), (503, {}, OutcomeUnknown),
        (504, {}, errors.EngineTimeout), (520, {}, OutcomeUnknown), (522, {}, EngineFailed), (529, {}, OutcomeUnknown),
    ],
)  # fmt: skip
def test_any_upstreams_error_has_a_class(status: int, body: Any, kind: type[CavendishError]) -> None:
    read = parse_error(status, json.dumps(body).encode(), {})
    assert type(read) is kind
    assert read.message


@pytest.mark.parametrize("body", [b"", b"[", b"null", b"{" * 9999, b"\xff\xfe", b'{"error":{"message":5,"code":[]}}'])
def test_no_body_is_too_broken(body: bytes) -> None:
    assert type(parse_error(429, body, {})) is LimitReached


def test_a_503_is_known_to_be_free_only_where_the_upstream_asks_for_patience() -> None:
    busy = parse_error(503, b"{}", {"retry-after": "7"})
    assert isinstance(busy, errors.Overloaded)
    assert busy.retry_after == 7


@given(error=ODD, status=st.integers(400, 599))
def test_no_odd_error_brings_more_than_an_answer_of_ours(error: Any, status: int) -> None:
    read = parse_error(status, json.dumps({"error": error}).encode(), {})
    assert isinstance(read, CavendishError | Finish)


@pytest.mark.parametrize("before", [b"", b'data: {"choices":[{"delta":{"content":"Here"}}]}\n\n'])
def test_an_error_inside_of_a_200_is_raised(before: bytes) -> None:
    with pytest.raises(OutcomeUnknown, match="Provider disconnected"):
        heard([before + sent("chat-stream-error")])
    with pytest.raises(EngineKeyRejected):
        heard([before + sent("chat-error-openai-key")])
    inside = {"choices": [{"error": {"code": 429, "message": "Enough."}, "finish_reason": "error"}]}
    with pytest.raises(LimitReached, match="Enough"):
        heard([before + json.dumps(inside).encode()], Reader())
