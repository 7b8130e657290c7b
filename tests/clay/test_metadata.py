"""Scenes inside picture files: they are found again, the pixels stay as they were, and rubbish is survived."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cavendish.clay.compose import compose
from cavendish.clay.metadata import embed, find_scene
from cavendish.clay.seal import seal

SCENE = compose("a red balloon and a cat", scene=None, seed=5, ratio=1.5).scene
FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}


def picture(media_type: str, mode: str = "RGB", **options: object) -> bytes:
    """A small picture of its type, 33 x 21 pixels."""
    file = BytesIO()
    Image.linear_gradient("L").resize((33, 21)).convert(mode).save(file, FORMATS[media_type], **options)
    return file.getvalue()


def pixels(file: bytes) -> bytes:
    return Image.open(BytesIO(file)).convert("RGBA").tobytes()


@pytest.mark.parametrize("media_type", FORMATS)
def test_the_scene_is_found_again_and_the_pixels_stay(media_type: str) -> None:
    plain = picture(media_type)
    whole = embed(plain, media_type, SCENE)
    found = find_scene(whole)
    assert found is not None
    assert seal(found) == seal(SCENE)
    assert pixels(whole) == pixels(plain)
    assert find_scene(plain) is None


@pytest.mark.parametrize(("mode", "lossless"), [("RGBA", True), ("RGBA", False), ("RGB", True)])
def test_every_kind_of_webp_can_carry_it(mode: str, lossless: bool) -> None:
    plain = picture("image/webp", mode, lossless=lossless)
    whole = embed(plain, "image/webp", SCENE)
    assert find_scene(whole) is not None
    assert pixels(whole) == pixels(plain)
    assert Image.open(BytesIO(whole)).info["xmp"]


def test_a_jpeg_keeps_its_header_first() -> None:
    whole = embed(picture("image/jpeg"), "image/jpeg", SCENE)
    assert whole[2:4] == b"\xff\xe0"
    assert Image.open(BytesIO(whole)).info["xmp"]


def test_another_scene_in_a_webp_replaces_the_first() -> None:
    other = compose("a dog", scene=None, seed=1, ratio=1.0).scene
    twice = embed(embed(picture("image/webp"), "image/webp", SCENE), "image/webp", other)
    assert twice.count(b"XMP ") == 1
    assert [item.kind for item in (find_scene(twice) or SCENE).items] == ["dog"]


@pytest.mark.parametrize("media_type", FORMATS)
@pytest.mark.parametrize("file", [b"", b"GIF89a", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBP"])
def test_files_that_are_none_come_back_as_they_are(media_type: str, file: bytes) -> None:
    assert embed(file, media_type, SCENE) == file
    assert find_scene(file) is None


@pytest.mark.parametrize("media_type", FORMATS)
def test_a_cut_file_does_not_raise(media_type: str) -> None:
    whole = embed(picture(media_type), media_type, SCENE)
    for length in range(0, len(whole), 7):
        find_scene(whole[:length])
        embed(whole[:length], media_type, SCENE)


@given(st.sampled_from(list(FORMATS)), st.binary(max_size=300), st.integers(0, 200))
def test_scrambled_files_do_not_raise(media_type: str, noise: bytes, start: int) -> None:
    whole = embed(picture(media_type), media_type, SCENE)
    scrambled = whole[:start] + noise + whole[start + len(noise) :]
    find_scene(scrambled)
    embed(scrambled, media_type, SCENE)
