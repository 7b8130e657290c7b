"""Google's error body, and what an upstream's means."""

import json
from collections.abc import Iterator

import pytest

from cavendish.core import errors
from cavendish.core.errors import CavendishError
from cavendish.core.rejection import Rejected
from cavendish.wire.gemini import parse_error, render_error
from cavendish.wire.gemini.errors import STATUSES
from tests.samples import body

# What each error comes to at the next Cavendish, or any SDK: HTTP status, Google's word, and the class read from it.
TABLE = {
    "CavendishError": (500, "INTERNAL", "EngineFailed"),
    "InvalidRequest": (400, "INVALID_ARGUMENT", "InvalidRequest"),
    "ModelNotFound": (404, "NOT_FOUND", "ModelNotFound"),
    "EndpointNotFound": (404, "NOT_FOUND", "ModelNotFound"),
    "MethodNotAllowed": (405, "UNIMPLEMENTED", "InvalidRequest"),
    "PayloadTooLarge": (413, "INVALID_ARGUMENT", "PayloadTooLarge"),
    "AuthenticationFailed": (400, "INVALID_ARGUMENT", "EngineKeyRejected"),
    "PermissionDenied": (403, "PERMISSION_DENIED", "EngineKeyRejected"),
    "LimitReached": (429, "RESOURCE_EXHAUSTED", "LimitReached"),
    "Overloaded": (503, "UNAVAILABLE", "Overloaded"),
    "EngineFailed": (502, "UNAVAILABLE", "EngineFailed"),
    "EngineKeyRejected": (502, "UNAVAILABLE", "EngineFailed"),
    "UpstreamEmpty": (409, "ABORTED", "OutcomeUnknown"),  # what may have been paid gets what no SDK repeats
    "EngineTimeout": (409, "ABORTED", "OutcomeUnknown"),
    "OutcomeUnknown": (409, "ABORTED", "OutcomeUnknown"),
}


def classes(root: type[CavendishError] = CavendishError) -> Iterator[type[CavendishError]]:
    yield root
    for child in root.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from classes(child)


def test_every_error_of_the_tree_has_a_row() -> None:
    assert {kind.__name__ for kind in classes()} == set(TABLE)
    assert set(STATUSES) - {Rejected} <= set(classes())


@pytest.mark.parametrize("name", TABLE)
def test_each_error_is_written_and_read_by_the_table(name: str) -> None:
    status, word, read_as = TABLE[name]
    error = getattr(errors, name)("What went wrong.", field="generationConfig.seed")
    sent, answer = render_error(error)
    written = json.loads(answer)["error"]
    assert (sent, written["code"], written["status"], written["message"]) == (status, status, word, "What went wrong.")
    assert all(isinstance(detail, dict) for detail in written["details"])
    read = parse_error(sent, answer, {})
    assert (type(read).__name__, read.message) == (read_as, "What went wrong.")
    assert read.field == (None if name == "AuthenticationFailed" else "generationConfig.seed")


def test_a_wrong_key_looks_as_it_does_at_google_and_is_not_the_callers_fault_when_it_is_ours() -> None:
    google = json.loads(body("gemini-error-wrong-key"))["error"]
    status, answer = render_error(errors.AuthenticationFailed(google["message"]))
    ours = json.loads(answer)["error"]
    assert status == 400
    assert ours == {**google, "details": google["details"][:1]}
    read = parse_error(400, body("gemini-error-wrong-key"), {})
    assert (type(read), read.status) == (errors.EngineKeyRejected, 502)


@pytest.mark.parametrize(
    ("status", "answer", "kind"),
    [
        (503, b"<html>Bad gateway</html>", errors.Overloaded),
        (504, b"", errors.EngineTimeout),
        (524, b"<html>", errors.EngineFailed),
        (418, b"{}", errors.InvalidRequest),
        (429, b"null", errors.LimitReached),
        (400, b"[]", errors.InvalidRequest),
        (400, b'[{"error":{"code":400,"message":"No."}}]', errors.InvalidRequest),
        (400, b'{"error":{"code":"invalid_request","message":"No."}}', errors.InvalidRequest),
        (429, b'{"error":{"code":null,"message":"No."}}', errors.LimitReached),
        (400, b'{"error":"No."}', errors.InvalidRequest),
        (500, b'{"error":{"message":5,"details":{"a":1}}}', errors.EngineFailed),
        (400, b'{"error":{"details":[1,{"fieldViolations":[]},{"fieldViolations":[1]}]}}', errors.InvalidRequest),
        (502, b"[" * 10_000, errors.EngineFailed),
    ],
)
def test_any_upstreams_error_has_a_class(status: int, answer: bytes, kind: type[CavendishError]) -> None:
    read = parse_error(status, answer, {})
    assert type(read) is kind
    assert read.message


GOOGLES_OWN = b'{"error":{"code":%d,"message":"Oops.","status":"INTERNAL"}}'


@pytest.mark.parametrize(
    ("status", "answer", "headers", "charged"),
    [
        (429, b"", {}, "no"),
        (500, GOOGLES_OWN % 500, {}, "no"),  # Google does not charge for what it explains itself
        (503, GOOGLES_OWN % 503, {}, "no"),
        (503, b"<html>", {"retry-after": "3"}, "no"),
        (503, b"<html>", {}, "unknown"),
        (500, b"", {}, "unknown"),
        (502, GOOGLES_OWN % 502, {}, "unknown"),
        (504, GOOGLES_OWN % 504, {}, "unknown"),
        (409, GOOGLES_OWN % 409, {}, "unknown"),
    ],
)
def test_what_may_have_been_paid(status: int, answer: bytes, headers: dict[str, str], charged: str) -> None:
    assert parse_error(status, answer, headers).charged == charged


@pytest.mark.parametrize(
    ("headers", "details", "seconds"),
    [
        ({}, [], None),
        ({"retry-after": "7"}, [], 7),
        ({}, [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "38.2s"}], 38.2),
        ({"retry-after": "7"}, [{"retryDelay": "38s"}], 7),
        ({}, [{"retryDelay": "soon"}], None),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], details: list[dict[str, str]], seconds: float | None) -> None:
    answer = json.dumps({"error": {"code": 429, "message": "Slow down.", "details": details}}).encode()
    assert parse_error(429, answer, headers).retry_after == seconds


def test_callers_are_told_how_long_to_wait() -> None:
    _, answer = render_error(errors.LimitReached("Slow down.", retry_after=38))
    assert json.loads(answer)["error"]["details"] == [
        {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "38s"}
    ]


def test_a_deadline_that_cost_nothing_is_what_it_is_at_google() -> None:
    status, answer = render_error(errors.EngineTimeout("Too slow.", charged="no"))
    assert (status, json.loads(answer)["error"]["status"]) == (504, "DEADLINE_EXCEEDED")
