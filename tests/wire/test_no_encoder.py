"""No picture passes through a JSON encoder on its way in or out."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cavendish.core.events import replay
from cavendish.core.parts import Blob, Image, Text, Turn
from cavendish.core.request import Request
from cavendish.wire import bfl, gemini, openai_chat, openai_images
from tests.samples import png, png64, written
from tests.wire.answers import read, result
from tests.wire.upstream_answers import heard, told

SIZE = 300_000
LONGEST = 20_000  # of any one string that a parser or an encoder may see
IMAGE = Image(Blob(png(filler=SIZE)), "image/png", signature="c2ln")
ANSWER = openai_chat.Answer(id="c", created=1, model="m")


def longest(value: Any) -> int:
    match value:
        case str() | bytes() | bytearray():
            return len(value)
        case dict():
            return max((longest(item) for pair in value.items() for item in pair), default=0)
        case list() | tuple():
            return max((longest(item) for item in value), default=0)
        case _:
            return 0


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The longest string in every call of encoder and parser, which do their work all the same."""
    lengths: list[int] = []
    for kind, name in ((json.JSONEncoder, "encode"), (json.JSONDecoder, "decode")):
        real = getattr(kind, name)

        def spy(worker: Any, value: Any, *args: Any, real: Any = real) -> Any:
            lengths.append(longest(value))
            return real(worker, value, *args)

        monkeypatch.setattr(kind, name, spy)
    yield lengths
    assert lengths
    assert max(lengths) < LONGEST


@pytest.mark.parametrize(
    "writer",
    [
        gemini.UnaryWriter(response_id="r"),
        gemini.StreamWriter(response_id="r"),
        gemini.ArrayWriter(response_id="r"),
        openai_chat.UnaryWriter(ANSWER),
        openai_chat.UnaryWriter(openai_chat.Answer(id="c", created=1, model="m", images="images", choices=2)),
        openai_chat.StreamWriter(ANSWER),
        openai_chat.StreamWriter(openai_chat.Answer(id="c", created=1, model="m", images="images")),
        openai_chat.StreamWriter(openai_chat.Answer(id="c", created=1, model="m", short_lines=True)),
        openai_images.UnaryWriter(created=1),
    ],
    ids=lambda writer: type(writer).__module__.split(".")[2] + type(writer).__name__,
)
def test_not_in_an_answer(writer: Any, seen: list[int]) -> None:
    assert len(written(writer, replay(result(Text("Here."), IMAGE)))) > SIZE
    assert seen


def test_not_from_googles_format_to_ours(seen: list[int]) -> None:
    sent = b'{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"%s"}}]}}]}'
    body = sent % IMAGE.blob.base64
    events = read(body[at : at + 65_536] for at in range(0, len(body), 65_536))
    assert IMAGE.blob.base64 in written(openai_chat.UnaryWriter(ANSWER), events)
    assert seen


def test_not_in_a_request_from_caller_to_upstream(seen: list[int]) -> None:
    request = Request(model="m", turns=(Turn("user", (Text("x"), IMAGE)),))
    once = b"".join(gemini.render_request(request))
    again = gemini.parse_request(once, model="m", headers={})
    assert IMAGE.blob.base64 in b"".join(gemini.render_request(again))
    assert seen


def test_not_in_a_conversation(seen: list[int]) -> None:
    markdown = b'"Here ![image](data:image/png;base64,%s)."' % png64(filler=SIZE).encode()
    body = b'{"messages":[{"role":"assistant","content":%s},{"role":"user","content":"x"}]}' % markdown
    assert openai_chat.parse_request(body, headers={}).request.images[0].blob == IMAGE.blob
    assert seen


ENCODED = IMAGE.blob.base64.decode()
URI = f"data:image/png;base64,{ENCODED}"
SHOWN = {"message": {"content": f"Here.\n![image]({URI})"}, "finish_reason": "stop"}
LISTED = {"message": {"images": [{"image_url": {"url": URI}}]}, "finish_reason": "stop"}
UPSTREAMS = {
    "markdown": (json.dumps({"choices": [SHOWN]}), openai_chat.Reader),
    "bare": (json.dumps({"choices": [{"message": {"content": URI}}]}), openai_chat.Reader),
    "images": (json.dumps({"choices": [LISTED]}), openai_chat.Reader),
    "b64_json": (json.dumps({"data": [{"b64_json": ENCODED}]}), openai_images.Reader),
}


@pytest.mark.parametrize("shape", UPSTREAMS)
def test_not_in_an_upstreams_answer(shape: str, seen: list[int]) -> None:
    body, reader = UPSTREAMS[shape]
    events = heard((body[at : at + 65_536].encode() for at in range(0, len(body), 65_536)), reader())
    assert told(events)[-1] == Image(IMAGE.blob, "image/png")
    assert seen


def test_not_in_a_request_to_an_upstream(seen: list[int]) -> None:
    request = Request(model="m", turns=(Turn("user", (Text("x"), IMAGE)),))
    for pieces in (
        openai_chat.render_request(request, model="m", style="google"),
        bfl.render_request(request, model="flux-2-pro"),
        bfl.render_request(request, model="flux-3-image"),
    ):
        assert IMAGE.blob.base64 in b"".join(pieces)
    assert IMAGE.blob.raw in openai_images.render_request(request, model="m").body
    assert seen
