"""Whatever is wrong with a request, the answer is a 4xx in the caller's dialect that names the place; nothing leaks."""

import base64
import json
import re
import struct
import zlib

import pytest

from tests.serving import Server, Upstream, picture

GOOGLE = "/v1beta/models/gemini-2.5-flash-image:generateContent"
OPENAI = "/v1/chat/completions"
Relay = tuple[Server, Upstream]


def google(config: object = None, **part: object) -> dict[str, object]:
    return {"contents": [{"parts": [part or {"text": "x"}]}], "generationConfig": config or {}}


def openai(**more: object) -> dict[str, object]:
    return {"model": "gemini-2.5-flash-image", "messages": [{"role": "user", "content": "x"}], **more}


def inline(data: bytes | str) -> dict[str, object]:
    text = base64.b64encode(data).decode() if isinstance(data, bytes) else data
    return {"inlineData": {"mimeType": "image/png", "data": text}}


def huge_png() -> bytes:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


BROKEN_JSON = [
    (b"{", "not valid JSON"),
    (b"", "not valid JSON"),
    (b'{"contents":1,"contents":2}', "twice"),
    (b'{"contents":NaN}', "NaN"),
    (b'{"contents":1e400}', "too large"),
    (b'{"contents":' + b"9" * 5000 + b"}", "too large"),
    (b'{"contents":"\\ud800"}', "broken character"),
    (b'{"contents":"\xff"}', "UTF-8"),
    (b'{"contents":' + b"[" * 10_000 + b"]" * 10_000 + b"}", "nested too deeply"),
    (b"[]", "must be an object"),
]

GOOGLE_REQUESTS = [
    ({}, "contents"),
    ({"contents": []}, "contents"),
    ({"contents": [{"role": "robot", "parts": [{"text": "x"}]}]}, "contents[0].role"),
    ({"contents": [{"parts": [{"text": 5}]}]}, "contents[0].parts[0].text"),
    ({"contents": "draw"}, "contents[0]"),
    (google({}, text=" "), "prompt"),
    (google({}, text="word " * 40_000), "prompt"),
    (google({}, **inline("!!!")), "contents[0].parts[0].inlineData.data"),
    (google({}, **inline(b"GIF no")), "contents[0].parts[0].inlineData.data"),
    (google({}, **inline(b"<svg xmlns='http://www.w3.org/2000/svg'/>")), "contents[0].parts[0].inlineData.data"),
    (google({}, **inline(huge_png())), "contents[0].parts[0].inlineData.data"),
    (google({}, fileData={"fileUri": "gs://bucket/a.png"}), "contents[0].parts[0].fileData.fileUri"),
    (google({}, fileData={"fileUri": "http://127.0.0.1:1/a.png"}), "contents[0].parts[0].fileData.fileUri"),
    (google({"imageConfig": {"aspectRatio": "wide"}}), "generationConfig.imageConfig.aspectRatio"),
    (google({"imageConfig": 5}), "generationConfig.imageConfig"),
    (google({"candidateCount": 2}), "generationConfig.candidateCount"),
    (google({"seed": 2**40}), "generationConfig.seed"),
    (google({"responseModalities": ["AUDIO"]}), "generationConfig.responseModalities"),
    ({**google(), "cavendish": {"images": "both"}}, "cavendish.images"),
    ({**google(), "cavendish": {"magic": 1}}, "cavendish.magic"),
]

OPENAI_REQUESTS = [
    ({}, "messages"),
    (openai(messages=[]), "messages"),
    (openai(messages=[{"role": "tool", "content": "x"}]), "messages[0].role"),
    (openai(messages=[{"role": "assistant", "content": "x"}]), "messages"),
    (openai(messages=[{"role": "user", "content": ""}]), "prompt"),
    (openai(messages=[{"role": "user", "content": [{"type": "audio"}]}]), "messages[0].content[0].type"),
    (openai(size="8x"), "size"),
    (openai(size="99999x1"), "size"),
    (openai(quality="superb"), "quality"),
    (openai(n=11), "n"),
    (openai(n="many"), "n"),
    (openai(stream="yes"), "stream"),
    (openai(modalities=["audio"]), "modalities"),
    (openai(cavendish={"images": "url"}), "cavendish.images"),
    (
        openai(
            messages=[{"role": "user", "content": [{"type": "image_url", "image_url": "http://127.0.0.1:1/a.png"}]}]
        ),
        "messages[0].content[0].image_url",
    ),
]


# What the catalogue refuses where Clay draws; an engine that knows more than the catalogue gets it as it stands.
GOOGLE_CATALOGUE = [
    (google({"imageConfig": {"aspectRatio": "7:3"}}), "aspect_ratio"),
    (google({"imageConfig": {"imageSize": "8K"}}), "image_size"),
    (google({"imageConfig": {"imageSize": "4K"}}), "image_size"),
]
OPENAI_CATALOGUE = [
    (openai(aspect_ratio="7:3"), "aspect_ratio"),
    (openai(image_config={"image_size": "4K"}), "image_size"),
    (openai(model="gemini-9"), "model"),
    (openai(model="gpt-image-9"), "model"),
]


def nothing_leaks(text: str) -> bool:
    return not re.search(r"Traceback|File \"|0x[0-9a-f]{6,}|\.py", text)


@pytest.mark.parametrize(("body", "words"), BROKEN_JSON)
@pytest.mark.parametrize("path", [GOOGLE, OPENAI])
def test_what_is_not_json(relay: Relay, path: str, body: bytes, words: str) -> None:
    server, upstream = relay
    reply = server.post(path, body)
    assert reply.status == 400
    assert words in reply.json["error"]["message"]
    assert nothing_leaks(reply.body.decode())
    assert upstream.requests == []


@pytest.mark.parametrize(("body", "field"), GOOGLE_REQUESTS, ids=lambda value: str(value)[:50])
def test_google_requests_that_cannot_be(relay: Relay, body: object, field: str) -> None:
    server, upstream = relay
    reply = server.post(GOOGLE, body)
    error = reply.json["error"]
    assert (reply.status, error["code"], error["status"]) == (400, 400, "INVALID_ARGUMENT")
    assert error["details"][0]["fieldViolations"][0]["field"] == field
    assert nothing_leaks(reply.body.decode())
    assert upstream.requests == []


@pytest.mark.parametrize(("body", "field"), OPENAI_REQUESTS, ids=lambda value: str(value)[:50])
def test_openai_requests_that_cannot_be(relay: Relay, body: object, field: str) -> None:
    server, upstream = relay
    reply = server.post(OPENAI, body)
    error = reply.json["error"]
    assert reply.status == (404 if field == "model" else 400)
    assert error["type"] == "invalid_request_error"
    assert error["param"] == field
    assert nothing_leaks(reply.body.decode())
    assert upstream.requests == []


@pytest.mark.parametrize(("body", "field"), GOOGLE_CATALOGUE, ids=lambda value: str(value)[:50])
def test_google_requests_that_the_catalogue_refuses(clay_server: Server, body: object, field: str) -> None:
    error = clay_server.post(GOOGLE, body).json["error"]
    assert (error["code"], error["status"]) == (400, "INVALID_ARGUMENT")
    assert error["details"][0]["fieldViolations"][0]["field"] == field


@pytest.mark.parametrize(("body", "field"), OPENAI_CATALOGUE, ids=lambda value: str(value)[:50])
def test_openai_requests_that_the_catalogue_refuses(clay_server: Server, body: object, field: str) -> None:
    reply = clay_server.post(OPENAI, body)
    assert reply.status == (404 if field == "model" else 400)
    assert reply.json["error"]["param"] == field


def test_what_the_catalogue_does_not_know_goes_to_an_engine_that_claims_it(relay: Relay) -> None:
    server, upstream = relay
    assert (
        server.post(GOOGLE.replace("2.5-flash", "9-flash"), google({"imageConfig": {"aspectRatio": "7:3"}})).status
        == 200
    )
    path, _, body = upstream.requests[-1]
    assert path == "/v1beta/models/gemini-9-flash-image:generateContent"
    assert json.loads(body)["generationConfig"]["imageConfig"]["aspectRatio"] == "7:3"


def test_allowed_values_are_listed(clay_server: Server) -> None:
    message = clay_server.post(GOOGLE, google({"imageConfig": {"aspectRatio": "7:3"}})).json["error"]["message"]
    assert "16:9" in message
    assert "21:9" in message
    message = clay_server.post(GOOGLE, google({"imageConfig": {"imageSize": "4K"}})).json["error"]["message"]
    assert message.endswith("It has: 1K.")
    message = clay_server.post(OPENAI, openai(cavendish={"images": "url"})).json["error"]["message"]
    assert "markdown, images" in message


def test_one_size_may_be_named_where_there_is_one_only(relay: Relay) -> None:
    reply = relay[0].post(GOOGLE, google({"imageConfig": {"imageSize": "1K", "aspectRatio": "auto"}}))
    assert reply.status == 200


def test_unknown_models_methods_and_paths(clay_server: Server) -> None:
    server = clay_server
    reply = server.post("/v1beta/models/gemini-3-pro-imag:generateContent", google())
    assert reply.status == 404
    assert "gemini-3-pro-image" in reply.json["error"]["message"]
    assert "models/gemini-3-pro-imag is not found for API version v1beta" in reply.json["error"]["message"]
    assert server.post("/v1beta/models/gemini-2.5-flash-image:drawContent", google()).status == 404
    assert server.post("/v1beta/models/gemini-2.5-flash-image", google()).status == 404
    assert server.call("DELETE", "/v1beta/models/gemini-2.5-flash-image").status == 405
    assert server.call("PUT", OPENAI).json["error"]["code"] == "method_not_allowed"
    assert server.get("/v1/chat").status == 404
    assert server.post("/v2/models/gemini-2.5-flash-image:generateContent", google()).status == 404


def test_a_stream_that_is_an_array_fails_as_an_array(relay: Relay) -> None:
    path = GOOGLE.replace("generate", "streamGenerate")
    assert relay[0].post(path, b"{").json[0]["error"]["code"] == 400
    assert relay[0].post(path + "?alt=sse", b"{").json["error"]["code"] == 400


def test_a_body_that_is_too_large_is_refused_before_it_is_read(relay: Relay) -> None:
    server, _ = relay
    for path in (GOOGLE, OPENAI):
        reply = server.call("POST", path, b"", {"Content-Length": "100000001"})
        assert reply.status == 413
        assert "100,000,000" in reply.json["error"]["message"]


def test_heic_is_passed_on_to_engines_that_take_it(relay: Relay) -> None:
    server, upstream = relay
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100
    parts = [{"text": "edit"}, inline(heic)]
    assert server.post(GOOGLE, {"contents": [{"parts": parts}]}).status == 200
    sent = json.loads(upstream.requests[-1][2])
    assert sent["contents"][0]["parts"][1]["inlineData"]["data"] == base64.b64encode(heic).decode()


def test_fifteen_pictures_are_too_many(relay: Relay) -> None:
    parts = [{"text": "x"}, *([inline(picture(size=(8, 8)))] * 15)]
    reply = relay[0].post(GOOGLE, {"contents": [{"parts": parts}]})
    assert reply.status == 400
    assert "14" in reply.json["error"]["message"]
