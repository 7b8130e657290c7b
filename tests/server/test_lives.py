"""Names that their upstream has switched off, on a running server: sent there as the successor, and said so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import Server, Upstream, cavendish_server, upstream

OFF, SUCCESSOR = "gemini-2.5-flash-image", "gemini-nano-banana-2.1"
ASKED = {"contents": [{"parts": [{"text": "a cat"}]}]}
CHAT = {"model": OFF, "messages": [{"role": "user", "content": "a cat"}]}


@pytest.fixture
def google() -> Iterator[Upstream]:
    with upstream() as running:
        yield running


def serve(google: Upstream, folder: Path, settings: str, follows: str = "google") -> Iterator[Server]:
    config = folder / "cavendish.toml"
    engine = f'[engines.google]\nbase_url = "{google.url}"\ncharges = "list"\nfollows = "{follows}"'
    config.write_text(f"{settings}\n{engine}")
    with cavendish_server("--config", str(config), GEMINI_API_KEY="secret-key") as running:
        yield running


@pytest.fixture
def server(google: Upstream, tmp_path: Path) -> Iterator[Server]:
    yield from serve(google, tmp_path, "")


@pytest.fixture
def strict(google: Upstream, tmp_path: Path) -> Iterator[Server]:
    yield from serve(google, tmp_path, 'retired = "refuse"')


@pytest.fixture
def elsewhere(google: Upstream, tmp_path: Path) -> Iterator[Server]:
    yield from serve(google, tmp_path, "", follows="")


def test_the_successor_draws_with_a_warning(server: Server, google: Upstream) -> None:
    reply = server.post(f"/v1beta/models/{OFF}:generateContent", ASKED)
    assert reply.status == 200
    assert f"/models/{SUCCESSOR}:" in google.requests[-1][0]
    assert SUCCESSOR in reply.headers["x-cavendish-warning"]
    assert reply.headers["x-cavendish-warning"] in reply.json["cavendish"]["notes"]
    chat = server.post("/v1/chat/completions", CHAT)
    assert chat.json["model"] == OFF  # as the client named it
    assert SUCCESSOR in chat.headers["x-cavendish-warning"]


def test_or_it_is_refused_by_name(strict: Server, google: Upstream) -> None:
    reply = strict.post(f"/v1beta/models/{OFF}:generateContent", ASKED)
    assert (reply.status, reply.json["error"]["status"]) == (404, "NOT_FOUND")
    assert SUCCESSOR in reply.json["error"]["message"]
    chat = strict.post("/v1/chat/completions", CHAT)
    assert (chat.status, chat.json["error"]["code"]) == (404, "model_not_found")
    assert SUCCESSOR in chat.json["error"]["message"]
    assert google.requests == []


def test_who_still_has_it_is_asked_for_it(elsewhere: Server, google: Upstream) -> None:
    reply = elsewhere.post(f"/v1beta/models/{OFF}:generateContent", ASKED)
    assert f"/models/{OFF}:" in google.requests[-1][0]
    assert "x-cavendish-warning" not in reply.headers
    assert "notes" not in reply.json["cavendish"]
