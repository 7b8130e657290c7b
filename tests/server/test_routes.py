"""Paths and what they lead to, a caller's query among it."""

import pytest

from tests.serving import Server

MODEL = "gemini-2.5-flash-image"


def test_what_can_be_got_has_a_head(clay_server: Server) -> None:
    for path in ("/healthz", f"/v1beta/models/{MODEL}"):
        reply = clay_server.call("HEAD", path)
        assert (reply.status, reply.body) == (200, b"")
        assert int(reply.headers["content-length"]) == len(clay_server.get(path).body)
    assert clay_server.call("HEAD", "/v1/chat/completions").status == 405


def test_a_slash_too_many_is_led_to_the_path_without(clay_server: Server) -> None:
    reply = clay_server.post("/v1/chat/completions/?key=a%20b", {})
    assert (reply.status, reply.headers["location"]) == (307, "/v1/chat/completions?key=a%20b")
    assert clay_server.get("/nowhere/").status == 404
    assert clay_server.get("/v1beta/models/").status == 404  # a model of no name


def test_a_name_may_hold_slashes_and_escapes(clay_server: Server) -> None:
    for name in (f"google/{MODEL}", f"google%2f{MODEL}", MODEL.replace("-", "%2D")):
        assert clay_server.get(f"/v1beta/models/{name}").json["supportedGenerationMethods"]


@pytest.mark.parametrize(
    ("query", "shown"), [("pageSize=1", 1), ("pageSize=2&pageSize=1", 1), ("pageSize=%31&x", 1), ("pageSize=3", 3)]
)
def test_a_query_is_read_as_it_is_meant(clay_server: Server, query: str, shown: int) -> None:
    assert len(clay_server.get(f"/v1beta/models?{query}").json["models"]) == shown


def test_who_shows_himself_as_googles_gets_googles_list(clay_server: Server) -> None:
    for path, headers in (("/v1/models", {"X-Goog-Api-Key": ""}), ("/v1/models?key=", {})):
        assert clay_server.get(path, headers).json["models"]
    assert clay_server.get("/v1/models").json["data"]
