"""Prompts that nobody should write: each gets a picture that can be drawn, or words that say what was not."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.composition import Composition
from cavendish.clay.scene import MAX_ITEMS, from_document, to_document

STRANGE = [
    "",
    "   \n\t",
    "...",
    "(((((((",
    "\x00\x01\u200b\ufeff",
    "a " * 3000,
    "cat " * 500,
    "cat left of dog left of " * 60 + "cat",
    "a cat on a dog on a cat on a dog on a cat on a dog on a cat",
    "a cat left of itself",
    "-3 apples, 1e9 pears and 12.5 cups",
    "remove everything",
    "כלב מתחת לעץ",
    "مرحبا",
    "ਬਿੱਲੀ ਰੁੱਖ ਹੇਠਾਂ",
    "kissa puun alla",
    "🙃🙃🙃 👩‍👩‍👧‍👦 🏳️‍🌈",
    'a poster that says "' + "W" * 5000,
    "a red blue green invisible square circle",
]


def drawn(prompt: str) -> Composition:
    return compose(prompt, scene=None, seed=1, ratio=1.0)


@pytest.mark.parametrize("prompt", STRANGE, ids=lambda prompt: repr(prompt[:24]))
def test_whatever_is_written_becomes_a_scene_within_its_limits(prompt: str) -> None:
    made = drawn(prompt)
    assert len(made.scene.items) <= MAX_ITEMS
    assert to_document(from_document(to_document(made.scene))) == to_document(made.scene)


@pytest.mark.parametrize("prompt", ["200 cats", "two hundred cats", "thousands of cats"])
def test_too_many_are_as_many_as_there_can_be_and_it_is_told(prompt: str) -> None:
    made = drawn(prompt)
    assert [item.kind for item in made.scene.items] == ["cat"] * 12
    assert made.unknown == (prompt.removesuffix(" cats"),)


@pytest.mark.parametrize("prompt", ["no cats", "0 cats"])
def test_nothing_is_drawn_that_must_not_be_there(prompt: str) -> None:
    assert drawn(prompt).scene.items == ()


@pytest.mark.parametrize(
    "prompt", ["day and night, sunrise and sunset", "a sunny night in the rain, in the snow, at noon"]
)
def test_of_what_contradicts_itself_something_is_drawn(prompt: str) -> None:
    assert drawn(prompt).scene.setting.place


def test_a_language_that_clay_does_not_read_is_told_word_by_word() -> None:
    assert {"kissa", "puun", "alla"} <= set(drawn("kissa puun alla").unknown)


def test_letters_that_no_font_has_are_named_and_not_drawn_as_boxes() -> None:
    assert any("שלום" in word for word in drawn('a poster that says "שלום"').unknown)
