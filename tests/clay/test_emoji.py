"""Emoji in prompts: words stand for them, the same one several times is a number, and quotations stay as they are."""

import pytest

from cavendish.clay import emoji
from cavendish.clay.compose import compose
from cavendish.clay.emoji import in_words, without_faces
from cavendish.clay.objects.inflatable import words_of_emoji


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("🐙🎸", "octopus, guitar"),
        ("a 🐙 on a 🎸", "a octopus on a guitar"),
        ("🍎🍎🍎 on a table", "3 red apple on a table"),
        ("🧜‍♀️ and 🧙🏽‍♂️", "mermaid and wizard"),
        ("❤️", "red heart"),
        ("🦘 ⚓", "kangaroo, anchor"),
        ("👩‍🚀🌙", "astronaut, moon"),
        ("a poster that says “I ❤️ NY”", "a poster that says “I ❤️ NY”"),
        ("no emoji: → © 5 °C", "no emoji: → © 5 °C"),
        ("🈳 and a cat", "🈳 and a cat"),
    ],
)
def test_words_stand_for_emoji(prompt: str, words: str) -> None:
    assert in_words(prompt, words_of_emoji()).split() == words.split()


def test_every_phrase_of_the_table_draws_something() -> None:
    for phrase in set(emoji._words().values()):
        made = compose(f"a {phrase}", scene=None, seed=1, ratio=1.0)
        assert not made.unknown, phrase
        assert made.drawn, phrase


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("🐙🎸", ["guitar", "octopus"]),
        ("🦥🌈", ["rainbow", "sloth"]),
        ("🐝🐝", ["bee", "bee"]),
        ("👻 🎃", ["ghost", "pumpkin"]),
    ],
)
def test_what_can_be_modelled_is_and_the_rest_is_inflated(prompt: str, kinds: list[str]) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert sorted(item.kind for item in made.scene.items) == kinds
    assert made.unknown == ()


@pytest.mark.skipif(not emoji.are_drawable(), reason="the extra `emoji` is not installed")
@pytest.mark.parametrize("code", ["ffff", "../../../etc/passwd", "", "1f98"])
def test_what_has_no_drawing_has_none(code: str) -> None:
    assert emoji.drawing_of(code) is None
    assert emoji.drawing_of("1f998") is not None


def test_faces_beside_words_only_say_how_somebody_feels() -> None:
    assert without_faces("a cute cat 😍😍 here").split() == ["a", "cute", "cat", "here"]
    assert [item.kind for item in compose("a cat 😀", scene=None, seed=1, ratio=1.0).scene.items] == ["cat"]
    alone = compose("😎", scene=None, seed=1, ratio=1.0)
    assert [item.kind for item in alone.scene.items] == ["sunglasses_face"]
    assert not compose("🙃", scene=alone.scene, seed=1, ratio=1.0).changed
