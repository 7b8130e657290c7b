"""The Python API as its documentation shows it."""

import asyncio
import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import cavendish
from cavendish.core.errors import InvalidRequest
from tests.serving import Server, Upstream, clean_environment, picture

SMALL = {"model": "gemini-3.1-flash-image", "image_size": "512"}


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_GEMINI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_a_picture_and_its_night_twin_from_the_saved_file_alone(tmp_path: Path) -> None:
    result = cavendish.generate("a beautiful cat under the tree", aspect_ratio="16:9", **SMALL)
    image = result.image
    assert (image.width, image.height, image.media_type) == (688, 384, "image/jpeg")
    assert image.bytes.startswith(b"\xff\xd8\xff")
    assert image.pil().size == (688, 384)
    assert set(image._repr_mimebundle_()) == {"image/jpeg", "text/plain"}
    for name in ("cat.png", "cat.jpg", "cat.webp"):
        saved = image.save(tmp_path / name)
        with Image.open(saved) as reopened:
            assert reopened.format == {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP"}[saved.suffix]
        night = cavendish.edit(saved, "make it night", **SMALL)
        assert (night.image.width, night.image.height) == (688, 384)
        assert brightness(night.image.pil()) < 0.7 * brightness(image.pil())


def brightness(image: Image.Image) -> float:
    return sum(value * count for value, count in enumerate(image.convert("L").histogram())) / (
        image.width * image.height
    )


def test_the_same_words_make_the_same_picture_and_a_seed_another() -> None:
    options = {**SMALL, "format": "png"}
    first, again, other = (cavendish.generate("a dog", seed=seed, **options).image.bytes for seed in (None, None, 5))
    assert first == again
    assert first != other


def test_pictures_come_in_every_usual_shape(tmp_path: Path) -> None:
    drawn = cavendish.generate("an apple", **SMALL).image
    path = drawn.save(tmp_path / "apple.jpg")
    for source in (str(path), path, drawn.bytes, io.BytesIO(drawn.bytes), drawn):
        assert cavendish.edit(source, "make it night", **SMALL).images


def test_a_photograph_is_answered_in_words() -> None:
    result = cavendish.edit(Image.new("RGB", (64, 64)), "make it night", **SMALL)
    assert result.images == ()
    assert "google" in result.text
    assert result.rejection
    assert result.rejection.stage == "REPLY"
    with pytest.raises(cavendish.Rejected, match="Clay") as caught:
        _ = result.image
    assert caught.value.rejection == result.rejection


def test_it_works_inside_a_running_loop() -> None:
    async def notebook() -> int:
        return cavendish.generate("an apple", **SMALL).image.width

    assert asyncio.run(notebook()) == 512


def test_the_client_tells_progress_and_draws_several() -> None:
    fractions = []

    async def draw() -> cavendish.Result:
        async with cavendish.Client() as client:
            return await client.generate(
                "an apple", count=2, on_progress=lambda progress: fractions.append(progress.fraction), **SMALL
            )

    result = asyncio.run(draw())
    assert len(result.images) == 2
    assert result.images[0].bytes != result.images[1].bytes
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


def test_cavendish_is_its_own_upstream(clay_server: Server) -> None:
    async def draw() -> cavendish.Result:
        async with cavendish.Client(base_url=clay_server.url, api_key="any") as client:
            first = await client.generate("a beautiful cat under the tree", **SMALL)
            return await client.edit(first.image, "make it night", format="png", **SMALL)

    result = asyncio.run(draw())
    assert result.image.media_type == "image/png"
    assert result.model_version.startswith("clay")


def test_errors_name_what_is_wrong(tmp_path: Path) -> None:
    for options, field in (
        ({"model": "gemini-9"}, "model"),
        ({"aspect_ratio": "7:3"}, "aspect_ratio"),
        ({"size": "big"}, "size"),
        ({"count": 11}, "count"),
        ({"format": "tiff"}, "format"),
        ({"engine": "magic"}, "engine"),
        ({"references": [tmp_path / "absent.png"]}, "picture 1"),
    ):
        with pytest.raises(InvalidRequest) as caught:
            cavendish.generate("a cat", **options)
        assert caught.value.field == field


def test_another_server_is_reached_with_its_key(relay: tuple[Server, Upstream]) -> None:
    _, google = relay

    async def draw() -> cavendish.Result:
        async with cavendish.Client(base_url=google.url, api_key="k-1") as client:
            return await client.generate("a cat")

    assert asyncio.run(draw()).image.bytes == picture()
    assert google.requests[-1][1]["x-goog-api-key"] == "k-1"


def test_a_plain_script_without_a_main_guard_works(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import cavendish\n"
        "result = cavendish.generate('an apple', model='gemini-3.1-flash-image', image_size='512')\n"
        "print(result.image.save('apple.png'))\n"
    )
    out = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (out.returncode, out.stdout.strip(), out.stderr) == (0, "apple.png", "")
