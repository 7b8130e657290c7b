"""openai for Python, unmodified."""

import base64
import re
from collections.abc import Iterator

import openai
import pytest

from tests.serving import Server

PICTURE = re.compile(r"!\[image\]\(data:(image/[a-z]+);base64,([A-Za-z0-9+/=]+)\)")
SMALL = {"image_config": {"image_size": "512"}}
MODEL = "gemini-3.1-flash-image"


@pytest.fixture
def client(clay_server: Server) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{clay_server.url}/v1", api_key="any") as client:
        yield client


def test_a_picture_and_a_second_turn(client: openai.OpenAI) -> None:
    messages: list[openai.types.chat.ChatCompletionMessageParam] = [{"role": "user", "content": "a dog"}]
    first = client.chat.completions.create(model=MODEL, messages=messages, extra_body=SMALL)
    content = first.choices[0].message.content
    assert content
    found = PICTURE.search(content)
    assert found
    assert found[1] == "image/jpeg"
    assert base64.b64decode(found[2]).startswith(b"\xff\xd8\xff")
    messages += [{"role": "assistant", "content": content}, {"role": "user", "content": "make the dog blue"}]
    second = client.chat.completions.create(model=MODEL, messages=messages, extra_body=SMALL)
    assert PICTURE.search(second.choices[0].message.content or "")
    assert second.model == MODEL


def test_streaming(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": "a dog"}], stream=True, extra_body=SMALL
    )
    text = "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)
    assert PICTURE.search(text)


def test_images_beside_the_content(client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "a dog"}],
        extra_body={"modalities": ["image", "text"], **SMALL},
    )
    extra = answer.choices[0].message.model_extra
    assert extra
    assert extra["images"][0]["image_url"]["url"].startswith("data:image/jpeg;base64,")


def test_models_and_errors(client: openai.OpenAI) -> None:
    assert "gemini-2.5-flash-image" in [model.id for model in client.models.list()]
    assert client.models.retrieve("gpt-4o-image").id == "gpt-4o-image"
    with pytest.raises(openai.NotFoundError) as caught:
        client.chat.completions.create(model="nano", messages=[{"role": "user", "content": "x"}])
    assert caught.value.code == "model_not_found"
    with pytest.raises(openai.NotFoundError, match="/v1/chat/completions"):
        client.images.generate(prompt="x")
