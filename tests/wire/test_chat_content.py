"""Pictures in a conversation: reference pictures, and answers of earlier turns as clients send them back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image, Text
from tests.samples import png, png64
from tests.wire.test_chat_request import ASKED, chat, parsed

PICTURE = Image(Blob(png(2, 1)), "image/png")
LARGE = Image(Blob(png(filler=9000)), "image/png")
URI = f"data:image/png;base64,{png64(2, 1)}"
LARGE_URI = f"data:image/png;base64,{png64(filler=9000)}"


@pytest.mark.parametrize(
    "content",
    [
        [{"type": "text", "text": "look"}, {"type": "image_url", "image_url": {"url": LARGE_URI, "detail": "auto"}}],
        [{"type": "text", "text": "look"}, {"type": "image_url", "image_url": LARGE_URI}],
        [{"type": "input_text", "text": "look"}, {"type": "input_image", "image_url": LARGE_URI}],
        [{"type": "text", "text": "look"}, {"type": "image_url", "image_url": LARGE_URI.replace("+", "-").rstrip("=")}],
        [{"type": "text", "text": "look"}, {"type": "image_url", "image_url": LARGE_URI.replace("data:i", "DATA:I")}],
        [{"type": "text", "text": f"look\n![image]({LARGE_URI})"}],
        f"look\n\n![image]({LARGE_URI})",
        f"look ![a banana, ripe]( {LARGE_URI} )",
    ],
)  # fmt: skip
@pytest.mark.parametrize("slashes", ["/", "\\/"], ids=["plain", "escaped"])
def test_pictures_in_every_form(content: Any, slashes: str) -> None:
    sent = json.dumps(chat(messages=[{"role": "user", "content": content}])).replace("/", slashes)
    text, image = parsed(sent.encode()).request.turns[0].parts
    assert isinstance(text, Text)
    assert text.text.strip() == "look"
    assert image == LARGE


@pytest.mark.parametrize(
    "assistant",
    [
        {"content": f"Here it is.\n\n![image]({URI})\nDo you like it?"},
        {"content": [{"type": "text", "text": f"Here it is.\n![image]({URI})\n\nDo you like it?"}]},
        {"content": [{"type": "text", "text": "Here it is."}, {"type": "image_url", "image_url": {"url": URI}},
                     {"type": "output_text", "text": "Do you like it?"}]},
    ],
)  # fmt: skip
def test_an_assistants_turn_gives_its_words_and_pictures_back_in_their_order(assistant: dict[str, Any]) -> None:
    asked = parsed(chat(messages=[{"role": "user", "content": "a banana"}, {"role": "assistant", **assistant}, ASKED]))
    assert asked.request.turns[1].role == "model"
    assert asked.request.turns[1].parts == (Text("Here it is."), PICTURE, Text("Do you like it?"))


@pytest.mark.parametrize("content", ["Here it is.", None, ""])
def test_pictures_beside_the_content(content: str | None) -> None:
    images = [{"type": "image_url", "image_url": {"url": url}, "index": 0} for url in (URI, LARGE_URI)]
    turn = {"role": "assistant", "content": content, "images": images}
    parts = parsed(chat(messages=[turn, ASKED])).request.turns[0].parts
    assert parts == ((Text("Here it is."), PICTURE, LARGE) if content else (PICTURE, LARGE))


def test_several_pictures_in_one_text() -> None:
    text = (
        f"one ![a]({URI}) two ![b]({LARGE_URI})![c]({URI}) end, data:image/png;base64,AAAA is no picture, nor ![x](y)"
    )
    parts = parsed(chat(messages=[{"role": "user", "content": text}])).request.turns[0].parts
    assert [part.text.strip() if isinstance(part, Text) else part for part in parts] == [
        "one", PICTURE, "two", LARGE, PICTURE, "end, data:image/png;base64,AAAA is no picture, nor ![x](y)"
    ]  # fmt: skip


@pytest.mark.parametrize("opening", ["![image](data:image", "data:image", "![image]("])
def test_many_beginnings_without_an_end_are_words(opening: str) -> None:
    parts = parsed(chat(messages=[{"role": "user", "content": opening * 20_000}])).request.turns[0].parts
    assert parts == (Text(opening * 20_000),)


@pytest.mark.parametrize(
    "head", [rb"data:image\q", rb"data:image\ud800", b"data:image\xff", b"data:image\0", b"data:image\\"]
)
def test_a_long_string_that_is_no_json_string_is_refused_in_words(head: bytes) -> None:
    sent = b'{"messages":[{"role":"user","content":[{"type":"image_url","image_url":"%s,%s"}]}]}' % (head, b"A" * 9000)
    with pytest.raises(InvalidRequest, match="image_url"):
        parsed(sent)


@given(st.binary(max_size=30), st.booleans())
def test_rubbish_in_a_long_string_is_read_or_refused_in_words(rubbish: bytes, in_list: bool) -> None:
    text = b'"' + b"A" * 4096 + rubbish.replace(b'"', b"") + b"![i](data:image/png;base64," + b"A" * 9 + b'"'
    content = b'[{"type":"text","text":%s}]' % text if in_list else text
    try:
        parts = parsed(b'{"messages":[{"role":"user","content":%s}]}' % content).request.turns[0].parts
    except InvalidRequest:
        return
    assert parts[0].text.startswith("AAAA")
