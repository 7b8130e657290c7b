"""Every dialect of callers over every kind of upstream, streamed and not: two turns, no byte of a picture lost."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.server.conversations import (
    FIRST,
    KINDS,
    SECOND,
    SIGNATURE,
    Caller,
    GoogleCaller,
    ImagesCaller,
    OpenAICaller,
    google_pictures,
    shown,
)
from tests.serving import Server, cavendish_server
from tests.upstream_process import upstream
from tests.upstreams import Asked, Reply, Told, as_json, cut
from tests.wire.upstream_answers import sent

CALLERS: dict[str, tuple[type[Caller], str]] = {
    "openai": (OpenAICaller, ""),
    "openai, streamed": (OpenAICaller, "true"),
    "google": (GoogleCaller, ""),
    "google, streamed": (GoogleCaller, "streamGenerateContent?alt=sse"),
    "google, in an array": (GoogleCaller, "streamGenerateContent"),
    "openai images": (ImagesCaller, ""),
}
CHAT, NATIVE = "/v1/chat/completions", "/v1beta/models/{}:generateContent"
ANSWER = Reply(sent("gemini-answer-drafts"))
SETTINGS = 'images_api = true\nfetch_private = true\n[engines.behind]\nkind = "reseller"\nbase_url = "{}/v1"\n'


@dataclass(frozen=True)
class Relay:
    server: Server
    source: Told


@pytest.fixture(scope="module")
def relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Relay]:
    folder = tmp_path_factory.mktemp("relay")
    with upstream() as source:
        (folder / "cavendish.toml").write_text(
            "images_api = true\nfetch_private = true\n" + "".join(table(name, source.url) for name in KINDS)
        )
        with cavendish_server(cwd=folder) as server:
            yield Relay(server, source)


def table(name: str, url: str) -> str:
    values = {
        "kind": name,
        "base_url": f"{url}/{name}",
        "api_key": "key",
        "private_links": True,
        "models": ["gemini-*"],
    }
    return f"[engines.{name}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("caller", CALLERS)
def test_two_turns_with_pictures(relay: Relay, caller: str, kind: str) -> None:
    there, (dialect, stream) = KINDS[kind], CALLERS[caller]
    answers = there.answers(relay.source, FIRST, SECOND, streamed=bool(stream))
    relay.source.says(*answers, at=f"/{kind}/")
    relay.source.forget()
    someone = dialect(relay.server, f"{kind}/{there.model}", stream)
    assert someone.first() == FIRST
    assert someone.second() == SECOND
    calls = relay.source.calls(f"/{kind}/")
    assert [there.pictures(call) for call in calls] == [[], [FIRST]]
    assert all(b"a cat" in call.body or b"make it night" in call.body for call in calls)
    assert [in_events(call) for call in calls] == [bool(stream and there.in_events)] * 2


def in_events(call: Asked) -> bool:
    """Whether an upstream is asked to answer in pieces."""
    return call.path.endswith("alt=sse") or b'"stream":true' in call.body.replace(b" ", b"")


@pytest.mark.parametrize("caller", ["google", "openai", "openai, streamed"])
def test_a_signature_finds_its_picture_again_in_every_dialect(relay: Relay, caller: str) -> None:
    dialect, stream = CALLERS[caller]
    relay.source.says(*KINDS["google"].answers(relay.source, FIRST, streamed=bool(stream)), at="/google/")
    someone = dialect(relay.server, "google/gemini-3-pro-image", stream)
    someone.first()
    someone.second()
    parts = [part for content in relay.source.calls("/google/")[-1].json["contents"] for part in content["parts"]]
    assert [part["thoughtSignature"] for part in shown(parts)] == [SIGNATURE]


def ask(model: str, **more: Any) -> dict[str, Any]:
    return {"model": model, "messages": [{"role": "user", "content": "a cat"}], **more}


def test_a_model_that_nobody_knows_goes_to_who_claims_it(relay: Relay) -> None:
    relay.source.says(ANSWER, at="/google/")
    reply = relay.server.post(CHAT, ask("gemini-9-ultra-image", aspect_ratio="7:5"))
    assert reply.status == 200
    call = relay.source.calls("/google/")[-1]
    assert call.path == "/google/v1beta/models/gemini-9-ultra-image:generateContent"
    assert call.json["generationConfig"]["imageConfig"] == {"aspectRatio": "7:5"}
    assert reply.headers["x-cavendish-engine"] == "google"
    assert "cost" not in reply.json["usage"]
    assert reply.json["cavendish"]["charged"] is None


def test_a_ratio_and_size_that_nobody_knows_go_on_for_a_model_that_is_known(relay: Relay) -> None:
    relay.source.says(ANSWER, at="/google/")
    config = {"imageConfig": {"aspectRatio": "7:5", "imageSize": "8K"}}
    body = {"contents": [{"parts": [{"text": "a cat"}]}], "generationConfig": config}
    reply = relay.server.post(NATIVE.format("google/gemini-3-pro-image"), body)
    assert reply.status == 200
    assert relay.source.calls("/google/")[-1].json["generationConfig"] == config
    assert reply.json["cavendish"]["charged"] is None


def test_googles_words_about_a_model_come_back(relay: Relay) -> None:
    words = "models/gemini-9 is not found for API version v1beta"
    relay.source.says(as_json({"error": {"code": 404, "message": words, "status": "NOT_FOUND"}}, 404), at="/google/")
    reply = relay.server.post(NATIVE.format("google/gemini-9"), {"contents": [{"parts": [{"text": "a cat"}]}]})
    assert (reply.status, reply.json["error"]["status"]) == (404, "NOT_FOUND")
    assert words in reply.json["error"]["message"]


def test_a_model_that_nobody_knows_or_claims_is_not_there(relay: Relay) -> None:
    before = len(relay.source.requests)
    reply = relay.server.post(CHAT, ask("dall-e-3"))
    assert (reply.status, reply.json["error"]["code"]) == (404, "model_not_found")
    assert len(relay.source.requests) == before


def with_link(url: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """A request with a picture by address, in each dialect."""
    chat = [{"type": "text", "text": "edit"}, {"type": "image_url", "image_url": {"url": url}}]
    native = [{"text": "edit"}, {"fileData": {"mimeType": "image/png", "fileUri": url}}]
    return {
        "openai": (CHAT, {"model": "google/gemini-3-pro-image", "messages": [{"role": "user", "content": chat}]}),
        "google": (NATIVE.format("google/gemini-3-pro-image"), {"contents": [{"role": "user", "parts": native}]}),
    }


@pytest.mark.parametrize("dialect", ["openai", "google"])
def test_a_callers_picture_by_address_is_fetched_and_sent_on(relay: Relay, dialect: str) -> None:
    relay.source.says(ANSWER, at="/google/")
    relay.source.says(Reply(FIRST), at="/theirs/")
    path, body = with_link(f"{relay.source.url}/theirs/cat.png")[dialect]
    assert relay.server.post(path, body, {"Authorization": "Bearer callers-own"}).status == 200
    [fetched] = [asked for asked in relay.source.requests if "/theirs/" in asked.path]
    assert not {"authorization", "x-goog-api-key", "cookie"} & set(fetched.headers)
    assert google_pictures(relay.source.calls("/google/")[-1]) == [FIRST]
    relay.source.forget()


@pytest.mark.parametrize("dialect", ["openai", "google"])
@pytest.mark.parametrize("said", [Reply(b"", 404), Reply(b"<html>"), cut(Reply(FIRST).raw[:-9]), cut(b"")])
def test_a_picture_that_cannot_be_had_is_the_callers_error_and_costs_nothing(
    relay: Relay, dialect: str, said: Any
) -> None:
    relay.source.says(said, at="/theirs/")
    before = len(relay.source.calls())
    path, body = with_link(f"{relay.source.url}/theirs/cat.png")[dialect]
    reply = relay.server.post(path, body)
    assert reply.status == 400
    assert ("image_url" if dialect == "openai" else "fileUri") in json.dumps(reply.json["error"])
    assert len(relay.source.calls()) == before


@pytest.mark.parametrize("dialect", ["openai", "google"])
def test_addresses_of_this_machine_are_refused_where_no_setting_allows_them(tmp_path: Path, dialect: str) -> None:
    with upstream() as source:
        source.says(Reply(FIRST))
        with cavendish_server(cwd=tmp_path, GOOGLE_GEMINI_BASE_URL=source.url) as server:
            for host in (source.url, source.url.replace("127.0.0.1", "localhost"), "http://[::1]:1", "http://10.0.0.1"):
                path, body = with_link(f"{host}/cat.png")[dialect]
                assert server.post(path, body).status == 400
        assert not source.requests


def test_parameters_without_use_are_named_by_the_images_endpoint(relay: Relay) -> None:
    relay.source.says(ANSWER, at="/google/")
    body = {"model": "google/gemini-3-pro-image", "prompt": "a cat", "style": "vivid", "background": "opaque"}
    reply = relay.server.post("/v1/images/generations", body)
    assert reply.headers["x-cavendish-ignored"] == "style, background"


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("engine", ["google", "behind"])
def test_a_cavendish_behind_a_cavendish(relay: Relay, tmp_path: Path, caller: str, engine: str) -> None:
    dialect, stream = CALLERS[caller]
    answers = KINDS["google"].answers(relay.source, FIRST, SECOND, streamed=bool(stream))
    relay.source.says(*answers, at="/google/")
    relay.source.forget()
    (tmp_path / "cavendish.toml").write_text(SETTINGS.format(relay.server.url))
    with cavendish_server(cwd=tmp_path, GOOGLE_GEMINI_BASE_URL=relay.server.url) as front:
        someone = dialect(front, f"{engine}/gemini-3-pro-image", stream)
        assert someone.first() == FIRST
        assert someone.second() == SECOND
    assert [google_pictures(call) for call in relay.source.calls("/google/")] == [[], [FIRST]]


@pytest.mark.parametrize("engine", ["google", "behind"])
def test_doubt_and_refusals_pass_through_two_of_them(relay: Relay, tmp_path: Path, engine: str) -> None:
    (tmp_path / "cavendish.toml").write_text(SETTINGS.format(relay.server.url))
    model = f"{engine}/gemini-3-pro-image"
    with cavendish_server(cwd=tmp_path, GOOGLE_GEMINI_BASE_URL=relay.server.url) as front:
        relay.source.forget()
        relay.source.says(cut(b""), at="/google/")
        doubt = front.post(CHAT, ask(model))
        assert (doubt.status, doubt.headers["x-should-retry"]) == (502, "false")
        assert doubt.json["error"]["code"] == "outcome_unknown"
        assert len(relay.source.calls()) == 1
        blocked = {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {"promptTokenCount": 7}}
        relay.source.says(as_json(blocked), at="/google/")
        refusal = front.post(CHAT, ask(model)).json
        assert refusal["cavendish"]["outcome"] == "prompt_blocked"
        assert refusal["cavendish"]["charged"] is False
