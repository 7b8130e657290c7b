"""Every reason there is, in both formats, streamed and whole, through the library and the command line."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cavendish
from cavendish.refusals import explain
from cavendish.rehearsal import Rehearsal, entries, find_rehearsal
from tests.serving import Reply, Server, cavendish_server, clean_environment

REFUSED = [entry for entry in entries() if entry.stage in ("review", "generation")]
INVENTED = [find_rehearsal("FINISH_BANANA_SHORTAGE"), find_rehearsal("BLOCK_BANANA_SHORTAGE")]
TEXT = find_rehearsal("TEXT")
EVERY = [*REFUSED, *INVENTED, TEXT]
KINDS = {"prompt_blocked", "output_blocked", "truncated", "no_image", "text_only"}
FILTERED = {"prompt_blocked", "output_blocked"}
GOOGLE = "/v1beta/models/gemini-3-pro-image"
WORDS_OF_ITS_OWN = "I cannot remove watermarks"

every = pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.name)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with cavendish_server("--rehearse") as running:
        yield running


def expected(entry: Rehearsal) -> tuple[str, str]:
    """Stage and reason, as every surface must tell them."""
    if entry is TEXT:
        return "REPLY", "NO_IMAGE"
    return entry.stage.upper(), "OTHER" if entry.name == "NO_TOKENS" else entry.reason


def check_report(entry: Rehearsal, report: dict[str, Any]) -> None:
    assert (report["stage"], report["reason"]) == expected(entry)
    assert report["outcome"] in KINDS
    assert report["charged"] is False
    check_rejection(entry, report)


def check_rejection(entry: Rehearsal, rejection: dict[str, Any]) -> None:
    assert (rejection["stage"], rejection["reason"]) == expected(entry)
    assert rejection["title"]
    assert rejection["note"]
    assert all(sentence[-1] in ".!?" for sentence in rejection["advice"])
    assert rejection["advice"]
    assert rejection["retryable"] in (True, False)
    assert rejection["message"] == (rejection["message"] if entry is TEXT else entry.message)


def check_headers(entry: Rehearsal, reply: Reply) -> None:
    stage, reason = expected(entry)
    assert (reply.headers["x-cavendish-stage"], reply.headers["x-cavendish-reason"]) == (stage, reason)
    assert (reply.headers["x-cavendish-outcome"] in KINDS, reply.headers["x-cavendish-charged"]) == (True, "no")
    assert reply.headers["x-request-id"].startswith("gen_")


def check_google(entry: Rehearsal, document: dict[str, Any]) -> None:
    """Google's own answer, and ours beside it."""
    check_report(entry, document["cavendish"])
    feedback = document.get("promptFeedback", {})
    if entry is TEXT:
        [part] = document["candidates"][0]["content"]["parts"]
        assert part["text"].startswith(WORDS_OF_ITS_OWN)
        assert feedback == {}
        return
    assert document["cavendish"]["title"] in feedback["blockReasonMessage"]
    if entry.stage == "review" and entry.name != "NO_TOKENS":
        assert feedback["blockReason"] == entry.reason
        assert "candidates" not in document
        return
    [candidate] = document["candidates"]
    assert "blockReason" not in feedback
    if entry.name == "NO_TOKENS":
        assert (candidate["finishReason"], document["usageMetadata"]["candidatesTokenCount"]) == ("STOP", 0)
    else:
        assert candidate["finishReason"] == entry.reason
        assert (entry.message or document["cavendish"]["title"]) in candidate["finishMessage"]


@every
def test_google_whole(server: Server, entry: Rehearsal) -> None:
    body = {"contents": [{"parts": [{"text": "a cat"}]}], "cavendish": {"simulate": entry.name}}
    reply = server.post(f"{GOOGLE}:generateContent", body)
    assert reply.status == 200
    check_headers(entry, reply)
    check_google(entry, reply.json)


@every
def test_google_streamed(server: Server, entry: Rehearsal) -> None:
    body = {"contents": [{"parts": [{"text": "a cat"}]}]}
    reply = server.post(
        f"{GOOGLE}:streamGenerateContent?alt=sse", body, headers={"X-Cavendish-Simulate": entry.name.lower()}
    )
    assert reply.status == 200
    [document] = [json.loads(line[6:]) for line in reply.body.decode().splitlines() if line.startswith("data: ")]
    check_google(entry, document)


def chat(entry: Rehearsal, **more: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": "a cat"}]
    return {"model": "nano-banana", "messages": messages, "cavendish": {"simulate": entry.name}, **more}


@every
def test_openai_whole(server: Server, entry: Rehearsal) -> None:
    reply = server.post("/v1/chat/completions", chat(entry))
    assert reply.status == 200
    check_headers(entry, reply)
    document = reply.json
    check_report(entry, document["cavendish"])
    [choice] = document["choices"]
    check_choice(entry, choice, document["cavendish"], choice["message"]["content"])


@every
def test_openai_streamed(server: Server, entry: Rehearsal) -> None:
    reply = server.post("/v1/chat/completions", chat(entry, stream=True, stream_options={"include_usage": True}))
    assert reply.status == 200
    lines = [line[6:] for line in reply.body.decode().splitlines() if line.startswith("data: ")]
    assert lines.pop() == "[DONE]"
    *chunks, usage = [json.loads(line) for line in lines]
    check_report(entry, usage["cavendish"])
    content = "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks)
    check_choice(entry, chunks[-1]["choices"][0], usage["cavendish"], content)


def check_choice(entry: Rehearsal, choice: dict[str, Any], report: dict[str, Any], content: str) -> None:
    """What a client that knows nothing of us sees: a sentence, and a finish reason it understands."""
    if entry is TEXT:
        assert content.startswith(WORDS_OF_ITS_OWN)
    else:
        assert content.startswith(f"{report['title']} ({report['reason']}).")
        assert report["advice"][0] in content
    reason = "length" if report["reason"] == "MAX_TOKENS" else "stop"
    assert choice["finish_reason"] == ("content_filter" if report["outcome"] in FILTERED else reason)
    assert choice["native_finish_reason"] == report["reason"]


@every
@pytest.mark.parametrize("stream", [False, True])
def test_openai_as_an_error(server: Server, entry: Rehearsal, stream: bool) -> None:
    body = chat(entry, stream=stream)
    body["cavendish"]["refusal"] = "error"
    reply = server.post("/v1/chat/completions", body)
    assert (reply.status, reply.headers["x-should-retry"]) == (400, "false")
    assert reply.headers["x-request-id"].startswith("gen_")
    error = reply.json["error"]
    check_rejection(entry, error["cavendish"])
    assert error["type"] == "invalid_request_error"
    policy = error["code"] == "content_policy_violation"
    assert policy == ("request was rejected as a result of the safety system" in error["message"])
    assert policy or error["code"] in KINDS - FILTERED


@every
def test_library(server: Server, entry: Rehearsal) -> None:
    async def draw() -> cavendish.Result:
        async with cavendish.Client(base_url=server.url, api_key=f"rehearse-{entry.name}") as client:
            return await client.generate("a cat")

    result = asyncio.run(draw())
    assert result.images == ()
    assert result.rejection
    stage, reason = expected(entry)
    assert (result.rejection.stage, result.rejection.reason) == (stage, reason)
    assert result.rejection.title
    assert result.rejection.sentence == (result.text if entry is TEXT else entry.message)
    with pytest.raises(cavendish.Rejected) as caught:
        result.raise_for_rejection()
    assert caught.value.rejection == result.rejection


@every
def test_command_line(server: Server, entry: Rehearsal, tmp_path: Path) -> None:
    keys = {"GOOGLE_GEMINI_BASE_URL": server.url, "GEMINI_API_KEY": f"rehearse-{entry.name}"}
    done = subprocess.run(
        [sys.executable, "-m", "cavendish", "generate", "a cat", "--json"],
        cwd=tmp_path,
        env=clean_environment(**keys),
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 3
    error = json.loads(done.stdout)["error"]
    assert (error["type"], error["exit_code"]) == ("Refused", 3)
    assert (error["rejection"]["stage"], error["rejection"]["reason"]) == expected(entry)
    shown = done.stderr.decode()
    assert error["rejection"]["advice"][0] in shown
    assert error["request_id"] in shown
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("language", "code"), [("de-AT,en;q=0.5", "de"), ("ja", "ja"), ("x-klingon", "en")])
def test_the_reader_is_told_in_their_language(server: Server, language: str, code: str) -> None:
    reply = server.post("/v1/chat/completions", chat(find_rehearsal("SAFETY")), headers={"Accept-Language": language})
    texts = explain("GENERATION", "SAFETY", language=code)
    assert reply.json["cavendish"]["title"] == texts.title
    assert texts.advice[0] in reply.json["choices"][0]["message"]["content"]


def test_drafts_alone_are_no_picture(server: Server) -> None:
    """A failure, for it may have been paid and nobody says why."""
    reply = server.post("/v1/chat/completions", chat(find_rehearsal("DRAFTS")))
    assert (reply.status, reply.json["error"]["code"]) == (502, "upstream_empty")
    assert reply.headers["x-should-retry"] == "false"


def test_rehearsals_are_the_operators_to_allow() -> None:
    with cavendish_server() as running:
        reply = running.post("/v1/chat/completions", chat(TEXT))
        assert (reply.status, reply.json["error"]["type"]) == (403, "permission_error")
        assert "--rehearse" in reply.json["error"]["message"]
