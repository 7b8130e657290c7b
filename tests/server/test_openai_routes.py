"""OpenAI's routes over real sockets, in front of an upstream that answers at once."""

import base64
import json
import re

import pytest

from tests.serving import Server, Upstream, google_answer, picture

Relay = tuple[Server, Upstream]
PATH = "/v1/chat/completions"
GUIDE = re.compile(r"data:image/([^;]+);base64,([A-Za-z0-9+/=]+)")  # how the reseller's program finds the picture


def ask(**more: object) -> dict[str, object]:
    return {"model": "gemini-2.5-flash-image", "messages": [{"role": "user", "content": "a cat"}], **more}


def chunks(body: bytes) -> list[dict[str, object]]:
    lines = [line for line in body.decode().split("\n\n") if line.startswith("data: ")]
    assert lines.pop() == "data: [DONE]"
    return [json.loads(line.removeprefix("data: ")) for line in lines]


def test_content_is_a_string_with_the_picture_in_it(relay: Relay) -> None:
    reply = relay[0].post(PATH, ask(model="gpt-4o-image", size="1024x1024", stream=False))
    message = reply.json["choices"][0]["message"]
    found = GUIDE.search(message["content"])
    assert found
    assert found[1] == "png"
    assert base64.b64decode(found[2]) == picture()
    assert reply.json["model"] == "gpt-4o-image"
    assert reply.json["choices"][0]["finish_reason"] == "stop"
    assert reply.json["usage"]["completion_tokens_details"]["image_tokens"] == 1290


def test_images_mode_by_modalities_by_header_and_by_option(relay: Relay) -> None:
    for body, headers in (
        (ask(modalities=["image", "text"]), {}),
        (ask(), {"X-Cavendish-Images": "images"}),
        (ask(cavendish={"images": "images"}), {"X-Cavendish-Images": "markdown"}),
    ):
        message = relay[0].post(PATH, body, headers).json["choices"][0]["message"]
        assert "data:" not in message["content"]
        assert message["images"][0]["type"] == "image_url"
        assert message["images"][0]["image_url"]["url"].startswith("data:image/png;base64,iVBOR")


def test_stream_keeps_the_five_rules(relay: Relay) -> None:
    reply = relay[0].post(PATH, ask(stream=True, stream_options={"include_usage": True}))
    assert reply.headers["content-type"].startswith("text/event-stream")
    *parts, last, usage = chunks(reply.body)
    contents = [chunk["choices"][0]["delta"]["content"] for chunk in parts]
    assert contents[0] == ""
    assert [("data:" in content) for content in contents] == [False, False, True]
    assert last["choices"][0]["delta"] == {}
    assert last["choices"][0]["finish_reason"] == "stop"
    assert usage["choices"] == []
    assert usage["usage"]["prompt_tokens"] == 5


def test_lines_stay_short_for_clients_that_bound_them(relay: Relay) -> None:
    server, google = relay
    data = base64.b64encode(bytes(picture() + b"\0" * 200_000)).decode()
    google.answer = google_answer({"inlineData": {"mimeType": "image/png", "data": data}})
    whole = server.post(PATH, ask(stream=True))
    short = server.post(PATH, ask(stream=True), {"User-Agent": "OpenAI/Go 3.95.0"})
    assert max(map(len, whole.body.splitlines())) > 200_000
    assert max(map(len, short.body.splitlines())) < 64 * 1024

    def content(body: bytes) -> str:
        return "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks(body))

    assert content(short.body) == content(whole.body)


def test_several_choices_are_several_calls(relay: Relay) -> None:
    server, google = relay
    reply = server.post(PATH, ask(n=3))
    assert [choice["index"] for choice in reply.json["choices"]] == [0, 1, 2]
    assert all(GUIDE.search(choice["message"]["content"]) for choice in reply.json["choices"])
    assert len(google.requests) == 3


def test_history_pictures_reach_the_upstream(relay: Relay) -> None:
    server, google = relay
    uri = "data:image/png;base64," + base64.b64encode(picture(size=(64, 64))).decode()
    messages = [
        {"role": "system", "content": "Be kind."},
        {
            "role": "user",
            "content": [{"type": "text", "text": "edit"}, {"type": "image_url", "image_url": {"url": uri}}],
        },
        {"role": "assistant", "content": f"Here.\n\n![image]({uri})"},
        {"role": "user", "content": "make it night"},
    ]
    assert server.post(PATH, {"messages": messages}).status == 200
    document = json.loads(google.requests[-1][2])
    kinds = [[next(iter(part)) for part in content["parts"]] for content in document["contents"]]
    assert kinds == [["text", "inlineData"], ["text", "inlineData"], ["text"]]
    assert document["systemInstruction"] == {"parts": [{"text": "Be kind."}]}


def test_sizes_become_the_nearest_and_the_answer_says_which(relay: Relay) -> None:
    server, google = relay
    reply = server.post(PATH, ask(model="nano-banana-pro", size="1280x720"))
    assert json.loads(google.requests[-1][2])["generationConfig"]["imageConfig"] == {
        "aspectRatio": "16:9",
        "imageSize": "1K",
    }
    assert reply.json["cavendish"]["notes"] == ["1280×720 is drawn as 16:9 at 1K: 1376×768."]


def test_a_format_that_the_upstream_does_not_make_is_made_here(relay: Relay) -> None:
    reply = relay[0].post(PATH, ask(cavendish={"format": "webp"}))
    found = GUIDE.search(reply.json["choices"][0]["message"]["content"])
    assert found
    assert found[1] == "webp"
    assert base64.b64decode(found[2])[8:12] == b"WEBP"


def test_refusals_say_why_in_the_content(relay: Relay) -> None:
    server, google = relay
    google.answer = {"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {"promptTokenCount": 3}}
    reply = server.post(PATH, ask())
    choice = reply.json["choices"][0]
    assert reply.json["usage"]["cost"] == 0
    assert choice["finish_reason"] == "content_filter"
    assert choice["native_finish_reason"] == "SAFETY"
    assert choice["message"]["content"]
    google.answer = google_answer({"text": "I cannot remove watermarks."})
    reply = server.post(PATH, ask())
    assert reply.json["choices"][0]["message"]["content"] == "I cannot remove watermarks."
    assert reply.json["cavendish"]["outcome"] == "text_only"
    assert reply.json["cavendish"]["charged"] is None  # tokens were counted, and nobody says whether they are paid
    assert "cost" not in reply.json["usage"]


@pytest.mark.parametrize("path", ["/v1/images/generations", "/v1/images/edits"])
def test_images_endpoints_name_the_right_one(relay: Relay, path: str) -> None:
    reply = relay[0].post(path, {"prompt": "x"})
    assert reply.status == 404
    assert "/v1/chat/completions" in reply.json["error"]["message"]
    assert reply.json["error"]["code"] == "endpoint_not_supported"


def test_an_answer_that_is_cut_upstream_is_never_repeated_by_an_sdk(relay: Relay) -> None:
    server, google = relay
    google.answer = b'{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"iVBOR'
    reply = server.post(PATH, ask())
    assert reply.status == 502
    assert reply.headers["x-should-retry"] == "false"
    assert reply.json["error"]["code"] == "outcome_unknown"
    assert len(google.requests) == 1
