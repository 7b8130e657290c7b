"""What the official clients show of a refusal, and the resellers' guide as a program."""

import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import google.genai
import openai
import pytest
from google.genai import types

from tests.serving import Server, cavendish_server

MODEL = "gemini-3-pro-image"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with cavendish_server("--rehearse") as running:
        yield running


def google_client(server: Server, entry: str) -> google.genai.Client:
    return google.genai.Client(api_key=f"rehearse-{entry}", http_options=types.HttpOptions(base_url=server.url))


def test_a_made_up_reason_passes_through_google_genai(server: Server) -> None:
    with google_client(server, "FINISH_BANANA_SHORTAGE") as client, pytest.warns(UserWarning, match="BANANA_SHORTAGE"):
        answer = client.models.generate_content(model=MODEL, contents="a cat")
    assert answer.candidates
    assert answer.candidates[0].finish_reason
    assert answer.candidates[0].finish_reason.value == "BANANA_SHORTAGE"


def test_google_genai_shows_why(server: Server) -> None:
    with google_client(server, "IMAGE_SAFETY") as client:
        answer = client.models.generate_content(model=MODEL, contents="a cat")
    assert answer.candidates
    assert answer.candidates[0].finish_reason == types.FinishReason.IMAGE_SAFETY
    assert answer.prompt_feedback
    assert "IMAGE_SAFETY" in (answer.prompt_feedback.block_reason_message or "")
    assert answer.sdk_http_response
    assert (answer.sdk_http_response.headers or {})["x-cavendish-reason"] == "IMAGE_SAFETY"


def test_openai_shows_why(server: Server) -> None:
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key="rehearse-BLOCK_SAFETY") as client:
        messages: Any = [{"role": "user", "content": "a cat"}]
        answer = client.chat.completions.create(model=MODEL, messages=messages)
        assert answer.choices[0].finish_reason == "content_filter"
        assert "(SAFETY)" in (answer.choices[0].message.content or "")
        assert (answer.model_extra or {})["cavendish"]["stage"] == "REVIEW"
        with pytest.raises(openai.BadRequestError) as caught:
            client.chat.completions.create(
                model=MODEL, messages=messages, extra_headers={"X-Cavendish-Refusal": "error"}
            )
    assert caught.value.code == "content_policy_violation"


def follow_the_guide(url: str, key: str) -> str:
    """The resellers' guide as a program: first the count, then the finish reason, then the words."""
    body = json.dumps({"contents": [{"parts": [{"text": "a cat"}]}]}).encode()
    headers = {"x-goog-api-key": key, "Content-Type": "application/json"}
    call = urllib.request.Request(f"{url}/v1beta/models/{MODEL}:generateContent", body, headers)
    with urllib.request.urlopen(call) as reply:
        answer = json.load(reply)
    if answer["usageMetadata"]["candidatesTokenCount"] == 0:
        return "refused in review"
    candidate = answer["candidates"][0]
    if candidate["finishReason"] != "STOP":
        return f"refused while drawing: {candidate['finishReason']}"
    parts = candidate["content"]["parts"]
    if not any("inlineData" in part for part in parts):
        return f"explained: {parts[0]['text']}"
    return "a picture"


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("NO_TOKENS", "refused in review"),
        ("BLOCK_PROHIBITED_CONTENT", "refused in review"),
        ("PROHIBITED_CONTENT", "refused while drawing: PROHIBITED_CONTENT"),
        ("IMAGE_SAFETY", "refused while drawing: IMAGE_SAFETY"),
        ("RECITATION", "refused while drawing: RECITATION"),
        ("MAX_TOKENS", "refused while drawing: MAX_TOKENS"),
        ("TEXT", "explained: I cannot remove watermarks"),
        ("PICTURE", "a picture"),
    ],
)
def test_the_guides_flow_finds_every_level(server: Server, entry: str, found: str) -> None:
    assert follow_the_guide(server.url, f"rehearse-{entry}").startswith(found)
