"""What an answer says about things that are not quite what was asked for, and whose emoji it used."""

import sys

import pytest

from cavendish.clay import emoji
from cavendish.clay.compose import compose
from cavendish.clay.metadata import embed, find_scene
from cavendish.clay.reading import reading
from cavendish.clay.remarks import ATTRIBUTION, credit, remarks
from cavendish.clay.scene import Scene

needs_drawings = pytest.mark.skipif(not emoji.are_drawable(), reason="the extra `emoji` is not installed")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005fe02fea7"
    "3581e40000000049454e44ae426082"
)


def scene_of(prompt: str) -> Scene:
    return compose(prompt, scene=None, seed=1, ratio=1.0).scene


def test_what_was_drawn_as_asked_needs_no_word() -> None:
    assert remarks(scene_of("a cat, a dog and a puppy under a tree")) == ()


@pytest.mark.parametrize(
    ("prompt", "sentence"),
    [
        ("a labrador", "It drew a dog for “labrador”."),
        ("two poodles", "It drew a dog for “poodles”."),
        ("a wasp and an oak", "It drew a bee for “wasp” and a tree for “oak”."),
        ("a cheetah", "It drew a leopard for “cheetah”."),
    ],
)
def test_a_broader_noun_is_told(prompt: str, sentence: str) -> None:
    assert sentence in remarks(scene_of(prompt))


def test_a_sign_is_told() -> None:
    assert remarks(scene_of("a quokka and a cat")) == ("It has no model of “quokka” and put up a sign instead.",)
    assert remarks(scene_of("a sign that says “quokka” and a cat")) == ()


@needs_drawings
def test_an_inflatable_is_told_with_its_source() -> None:
    said = remarks(scene_of("a llama and two lobsters"))
    assert said == ("It has no model of “llama” and “lobsters”, but an inflatable.", ATTRIBUTION)


@needs_drawings
def test_the_source_stands_in_the_file() -> None:
    scene = scene_of("a llama")
    file = embed(PIXEL, "image/png", scene)
    assert b"Twemoji" in file
    assert b"CC-BY 4.0" in file
    found = find_scene(file)
    assert found is not None
    assert [item.kind for item in found.items] == ["llama"]
    assert b"Twemoji" not in embed(PIXEL, "image/png", scene_of("a cat"))


def test_without_the_extra_it_says_once_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    emoji._drawings.cache_clear()
    scene = scene_of("a llama and a sloth")
    said = " ".join(remarks(scene))
    assert said.count("cavendish[emoji]") == 1
    assert "“llama” and “sloth”" in said
    assert credit(scene) is None
    monkeypatch.undo()
    emoji._drawings.cache_clear()


def test_the_reading_tells_the_words_on_signs() -> None:
    assert "sign “quokka”" in reading(scene_of("a quokka and a cat"))
