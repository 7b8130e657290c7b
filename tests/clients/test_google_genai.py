"""google-genai for Python, unmodified, as Google's page teaches it; only base URL and key are set."""

import io
from collections.abc import Iterator

import pytest
from google import genai
from google.genai import types
from PIL import Image

from tests.serving import Server

PROMPT = "Create a picture of a futuristic banana with neon lights in a cyberpunk city."
SMALL = types.GenerateContentConfig(image_config=types.ImageConfig(image_size="512"))
FAST_MODEL = "gemini-3.1-flash-image"  # the one that has the size 512


@pytest.fixture
def client(clay_server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[genai.Client]:
    monkeypatch.delenv("GOOGLE_API_KEY", raising=False)
    monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", clay_server.url)
    monkeypatch.setenv("GEMINI_API_KEY", "any")
    client = genai.Client()
    yield client
    client.close()


def pixels(image: types.Image | None) -> tuple[int, int]:
    assert image is not None
    assert image.image_bytes is not None
    return Image.open(io.BytesIO(image.image_bytes)).size


def test_the_pages_own_program(client: genai.Client) -> None:
    response = client.models.generate_content(model="gemini-2.5-flash-image", contents=PROMPT)
    images = [part.as_image() for part in response.parts or [] if part.inline_data]
    assert [pixels(image) for image in images] == [(1024, 1024)]
    assert images[0] is not None
    assert images[0].mime_type == "image/png"
    assert response.model_version
    assert response.usage_metadata
    assert response.usage_metadata.candidates_token_count


def test_a_chat_of_two_turns_changes_the_picture_it_made(client: genai.Client) -> None:
    chat = client.chats.create(model=FAST_MODEL, config=SMALL)
    first = chat.send_message("a beautiful cat under the tree")
    second = chat.send_message("make it night")
    pictures = [part.as_image() for answer in (first, second) for part in answer.parts or [] if part.inline_data]
    assert [pixels(picture) for picture in pictures] == [(512, 512), (512, 512)]
    darkness = [brightness(picture) for picture in pictures]
    assert darkness[1] < 0.7 * darkness[0]


def brightness(image: types.Image | None) -> float:
    assert image is not None
    assert image.image_bytes is not None
    histogram = Image.open(io.BytesIO(image.image_bytes)).convert("L").histogram()
    return sum(value * count for value, count in enumerate(histogram)) / sum(histogram)


def test_streaming_brings_the_picture(client: genai.Client) -> None:
    parts = [
        part
        for chunk in client.models.generate_content_stream(model=FAST_MODEL, contents="a red apple", config=SMALL)
        for part in chunk.parts or []
    ]
    assert [bool(part.inline_data) for part in parts] == [False, True]


def test_picture_only_in_another_shape(client: genai.Client) -> None:
    config = types.GenerateContentConfig(
        response_modalities=["IMAGE"], image_config=types.ImageConfig(aspect_ratio="16:9", image_size="512")
    )
    response = client.models.generate_content(model=FAST_MODEL, contents="a sailing boat", config=config)
    assert [pixels(part.as_image()) for part in response.parts or []] == [(688, 384)]


def test_models_tokens_and_errors(client: genai.Client) -> None:
    names = [model.name for model in client.models.list()]
    assert "models/gemini-2.5-flash-image" in names
    assert client.models.get(model="gemini-2.5-flash-image").display_name == "Nano Banana"
    assert client.models.count_tokens(model="gemini-2.5-flash-image", contents="a cat").total_tokens == 2
    with pytest.raises(genai.errors.ClientError) as caught:
        client.models.generate_content(model="gemini-nano", contents="x")
    assert (caught.value.code, caught.value.status) == (404, "NOT_FOUND")
