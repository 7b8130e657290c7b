"""Clay thinks aloud under a Pro name where that is asked for: its reading, a draft, then the picture."""

import asyncio
from dataclasses import replace

import pytest

from cavendish import Client
from cavendish.core.parts import Image, Text, Turn
from cavendish.core.request import Request
from cavendish.core.sniff import sniff
from cavendish.picture import Result

ASKED = Request(
    model="gemini-3-pro-image",
    turns=(Turn("user", (Text("two red apples on a table, at night"),)),),
    aspect_ratio="16:9",
    image_size="1K",
    include_thoughts=True,
)


def answer(request: Request) -> Result:
    async def draw() -> Result:
        async with Client(engine="clay") as client:
            return await client.run(request)

    return asyncio.run(draw())


def test_a_pro_model_thinks_first() -> None:
    words, draft, caption, picture = answer(ASKED).parts
    assert isinstance(words, Text)
    assert words.text == "What I read: 2 × red apple. Place: table. Time: night."
    assert isinstance(draft, Image)
    assert (words.thought, draft.thought, caption.thought, picture.thought) == (True, True, False, False)
    header = sniff(draft.blob)
    assert header
    assert (header.media_type, header.width) == ("image/jpeg", 512)
    assert isinstance(picture, Image)
    header = sniff(picture.blob)
    assert header
    assert (header.width, header.height) == (1376, 768)


@pytest.mark.parametrize(
    "request_",
    [replace(ASKED, include_thoughts=False), replace(ASKED, model="gemini-3.1-flash-image", image_size="512")],
)
def test_others_draw_at_once(request_: Request) -> None:
    assert [part.thought for part in answer(request_).parts] == [False, False]
