"""Google's routes over real sockets, in front of an upstream that answers at once."""

import base64
import json

import pytest

from tests.serving import Server, Upstream, google_answer, picture

MODEL = "gemini-2.5-flash-image"
BODY = {"contents": [{"parts": [{"text": "a cat"}]}]}
Relay = tuple[Server, Upstream]


def inline(part: dict[str, dict[str, str]]) -> bytes:
    return base64.b64decode(part["inlineData"]["data"], validate=True)


@pytest.mark.parametrize("version", ["v1", "v1beta", "v1alpha", "v1beta/v1", "v1beta/v1beta"])
def test_every_version_of_the_path_draws(relay: Relay, version: str) -> None:
    reply = relay[0].post(f"/{version}/models/{MODEL}:generateContent", BODY)
    assert reply.status == 200
    assert reply.headers["content-type"] == "application/json; charset=UTF-8"
    parts = reply.json["candidates"][0]["content"]["parts"]
    assert [list(part) for part in parts] == [["text"], ["inlineData"]]
    assert inline(parts[1]) == picture()
    assert reply.json["responseId"] == reply.headers["x-request-id"]


@pytest.mark.parametrize("query", ["alt=sse", "%24alt=sse"])
def test_stream_as_events(relay: Relay, query: str) -> None:
    reply = relay[0].post(f"/v1beta/models/{MODEL}:streamGenerateContent?{query}", BODY)
    assert reply.headers["content-type"].startswith("text/event-stream")
    frames = reply.body.decode().split("\r\n\r\n")
    assert frames.pop() == ""
    assert all(frame.startswith("data: {") for frame in frames)
    documents = [json.loads(frame.removeprefix("data: ")) for frame in frames]
    assert [("finishReason" in document["candidates"][0]) for document in documents] == [False, True]
    assert relay[1].requests[-1][0] == f"/v1beta/models/{MODEL}:streamGenerateContent?alt=sse"


def test_stream_as_array(relay: Relay) -> None:
    reply = relay[0].post(f"/v1beta/models/{MODEL}:streamGenerateContent", BODY)
    assert [len(document["candidates"][0]["content"]["parts"]) for document in reply.json] == [1, 1]


def test_keys_are_taken_from_every_place_and_none_is_needed(relay: Relay) -> None:
    path = f"/v1beta/models/{MODEL}:generateContent"
    assert relay[0].post(path + "?key=any", BODY).status == 200
    assert relay[0].post(path, BODY, {"x-goog-api-key": "any"}).status == 200
    assert relay[0].post(path, BODY, {"Authorization": "Bearer any"}).status == 200
    assert all(headers["x-goog-api-key"] == "secret-key" for _, headers, _ in relay[1].requests)


def test_the_upstream_gets_the_callers_document_and_its_answer_comes_back(relay: Relay) -> None:
    server, google = relay
    google.answer = google_answer(novelty={"deep": [1]})
    body = {"contents": [{"parts": [{"text": "a cat", "newPartField": 1}], "newField": 2}], "labels": {"a": "b"}}
    reply = server.post(f"/v1beta/models/{MODEL}:generateContent", body)
    path, _, sent = google.requests[-1]
    document = json.loads(sent)
    assert path == f"/v1beta/models/{MODEL}:generateContent"
    assert document["contents"] == body["contents"]
    assert document["labels"] == {"a": "b"}
    assert document["generationConfig"]["imageConfig"] == {"aspectRatio": "1:1"}
    assert reply.json["novelty"] == {"deep": [1]}


def test_models(relay: Relay) -> None:
    server, _ = relay
    pages, token = [], ""
    while True:
        page = server.get(f"/v1beta/models?pageSize=2&pageToken={token}").json
        pages.append([model["name"] for model in page["models"]])
        if "nextPageToken" not in page:
            break
        token = page["nextPageToken"]
    names = [name for page in pages for name in page]
    assert f"models/{MODEL}" in names
    assert "models/clay" in names
    assert len(pages) == -(-len(names) // 2) > 1
    one = server.get("/v1beta/models/gemini-3-pro-image-preview").json
    assert one["name"] == "models/gemini-3-pro-image-preview"
    assert one["displayName"] == "Nano Banana Pro"


def test_the_path_that_both_dialects_share_answers_each_in_its_own(relay: Relay) -> None:
    server, _ = relay
    assert server.get("/v1/models").json["object"] == "list"
    assert "models" in server.get("/v1/models", {"x-goog-api-client": "google-genai-sdk/3.4.0"}).json
    assert "models" in server.get("/v1/models?key=any").json
    assert server.get(f"/v1/models/{MODEL}").json["object"] == "model"
    assert server.get(f"/v1/models/{MODEL}", {"x-goog-api-key": "any"}).json["displayName"] == "Nano Banana"
    assert server.get("/v1/models/nano").json["error"]["code"] == "model_not_found"
    assert server.get("/v1/models/nano", {"x-goog-api-key": "any"}).json["error"]["status"] == "NOT_FOUND"


def test_count_tokens(relay: Relay) -> None:
    data = base64.b64encode(picture(size=(8, 8))).decode()
    parts = [{"text": "a cat"}, {"inlineData": {"mimeType": "image/png", "data": data}}]
    for body in ({"contents": [{"parts": parts}]}, {"generateContentRequest": {"contents": [{"parts": parts}]}}):
        counted = relay[0].post(f"/v1/models/{MODEL}:countTokens", body).json
        assert counted["totalTokens"] == 2 + 258
        assert {entry["modality"]: entry["tokenCount"] for entry in counted["promptTokensDetails"]} == {
            "TEXT": 2,
            "IMAGE": 258,
        }


@pytest.mark.parametrize(
    ("status", "error", "expected"),
    [
        (429, {"code": 429, "message": "slow down", "status": "RESOURCE_EXHAUSTED"}, (429, "RESOURCE_EXHAUSTED")),
        (403, {"code": 403, "message": "leaked", "status": "PERMISSION_DENIED"}, (502, "UNAVAILABLE")),
        (503, {"code": 503, "message": "overloaded", "status": "UNAVAILABLE"}, (503, "UNAVAILABLE")),
        (500, {"code": 500, "message": "oops", "status": "INTERNAL"}, (502, "UNAVAILABLE")),
    ],
)
def test_upstream_errors_keep_their_words(
    relay: Relay, status: int, error: dict[str, object], expected: tuple[int, str]
) -> None:
    server, google = relay
    google.answer, google.status = {"error": error}, status
    reply = server.post(f"/v1beta/models/{MODEL}:generateContent", BODY)
    assert (reply.status, reply.json["error"]["status"]) == expected
    assert error["message"] in reply.json["error"]["message"]
    assert len(google.requests) == 1


def test_refusals_are_googles(relay: Relay) -> None:
    server, google = relay
    google.answer = {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {"promptTokenCount": 7}}
    reply = server.post(f"/v1beta/models/{MODEL}:generateContent", BODY)
    assert reply.status == 200
    assert "candidates" not in reply.json
    feedback = reply.json["promptFeedback"]
    assert feedback.pop("blockReason") == "PROHIBITED_CONTENT"
    assert list(feedback) == ["blockReasonMessage"]
    google.answer = {
        "candidates": [{"finishReason": "IMAGE_SAFETY", "index": 0}],
        "usageMetadata": {"promptTokenCount": 7},
    }
    candidate = server.post(f"/v1beta/models/{MODEL}:generateContent", BODY).json["candidates"][0]
    assert candidate["finishReason"] == "IMAGE_SAFETY"


def test_a_server_that_is_its_own_upstream_says_so(relay: Relay) -> None:
    server, google = relay
    server.post(f"/v1beta/models/{MODEL}:generateContent", BODY)
    mark = {name: value for name, value in google.requests[-1][1].items() if name.lower() == "x-cavendish-process"}
    through_others = {name: f"other,{value},another" for name, value in mark.items()}
    assert server.post(f"/v1beta/models/{MODEL}:generateContent", BODY, through_others).status == 400
    server.post(f"/v1beta/models/{MODEL}:generateContent", BODY, {"x-cavendish-process": "other"})
    assert {name.lower(): value for name, value in google.requests[-1][1].items()}["x-cavendish-process"] == (
        f"other,{next(iter(mark.values()))}"
    )
    reply = server.post(f"/v1beta/models/{MODEL}:generateContent", BODY, mark)
    assert reply.status == 400
    assert "GOOGLE_GEMINI_BASE_URL" in reply.json["error"]["message"]
