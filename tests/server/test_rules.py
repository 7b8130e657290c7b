"""The operator's rules on a running server: refused in review, in either format, before anything is sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import Server, Upstream, cavendish_server, upstream

RULES = """
[[rules]]
words = ["acme"]
message = "Ask the design team first."

[[rules]]
pattern = '(?i)order\\s+\\d{6}'
engines = ["google"]

[engines.backup]
kind = "google"
base_url = "URL/backup"
models = ["gemini-*"]
"""
GOOGLE = "/v1beta/models/gemini-3-pro-image:generateContent"


@pytest.fixture
def google() -> Iterator[Upstream]:
    with upstream() as running:
        yield running


@pytest.fixture
def server(google: Upstream, tmp_path: Path) -> Iterator[Server]:
    config = tmp_path / "cavendish.toml"
    config.write_text("[engines.google]\n" + RULES.replace("URL", google.url))
    keys = {"GOOGLE_GEMINI_BASE_URL": google.url, "GEMINI_API_KEY": "secret-key"}
    with cavendish_server("--config", str(config), **keys) as running:
        yield running


def asked(words: str) -> dict[str, object]:
    return {"contents": [{"parts": [{"text": words}]}], "generationConfig": {"candidateCount": 1}}


def test_a_forbidden_word_is_refused_in_review(server: Server, google: Upstream) -> None:
    reply = server.post(GOOGLE, asked("the sign of ACME on a wall"))
    assert reply.status == 200
    assert reply.json["promptFeedback"] == {
        "blockReason": "BLOCKLIST",
        "blockReasonMessage": "Ask the design team first.",
    }
    report = reply.json["cavendish"]
    assert (report["stage"], report["reason"], report["charged"]) == ("REVIEW", "BLOCKLIST", False)
    messages = [{"role": "user", "content": "acme"}]
    reply = server.post("/v1/chat/completions", {"model": "gemini-3-pro-image", "messages": messages, "n": 3})
    assert {choice["finish_reason"] for choice in reply.json["choices"]} == {"content_filter"}
    assert "Ask the design team first." in reply.json["choices"][0]["message"]["content"]
    assert google.requests == []


def test_a_rule_for_one_engine_leaves_the_others(server: Server, google: Upstream) -> None:
    reply = server.post(GOOGLE, asked("my order 123456"))
    assert reply.json["cavendish"]["engine"] == "backup"
    assert [path.startswith("/backup/") for path, _, _ in google.requests] == [True]
    assert server.post(GOOGLE, asked("my order 1234")).json["cavendish"]["engine"] == "google"
