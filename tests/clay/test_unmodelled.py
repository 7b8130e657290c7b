"""Nouns that nothing shows: the word itself is put up as a sign, where the noun was to stand; nothing else is."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.unmodelled import retold


def signs(prompt: str) -> list[str | None]:
    scene = compose(prompt, scene=None, seed=1, ratio=1.0).scene
    return [item.text for item in scene.items if item.kind == "sign"]


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("a quokka on a skateboard", ("quokka",)),
        ("a quokka in a forest", ("quokka",)),
        ("a fluffy quokka eating grass", ("fluffy quokka",)),
        ("three tiny quokkas and an apple", ("quokkas",)),
        ("Einstein riding a bicycle", ("Einstein",)),
        ("the colosseum at night", ("colosseum",)),
        ("a zorb, a cat and a quokka under a tree", ("zorb", "quokka")),
        ("ein Quokka auf einem Tisch", ("Quokka",)),
        ("a zorb and a quokka and a bilby and a numbat and a cat", ("zorb", "quokka", "bilby")),
    ],
)
def test_unknown_nouns_get_a_stand_in(prompt: str, words: tuple[str, ...]) -> None:
    assert retold(prompt).words == words


@pytest.mark.parametrize(
    "prompt",
    [
        "a whimsical, dreamy forest",
        "a majestic lion",
        "a cat in the style of Monet",
        "a kawaii-style sticker of a cat",
        "a sense of wonder",
        "a dog with a smile",
        "a cat and a glow",
        "a cat with whiskers",
        "a fancy restaurant",
        "soft light from above",
        "a poster that says “a quokka and a zorb”",
        "a red apple and a dog",
        "",
        "   ",
    ],
)
def test_what_is_no_thing_gets_none(prompt: str) -> None:
    assert retold(prompt).words == ()
    assert retold(prompt).prompt == prompt


def test_the_sign_stands_where_the_noun_was_to_stand() -> None:
    scene = compose("a quokka on a chair", scene=None, seed=1, ratio=1.0).scene
    sign, chair = sorted(scene.items, key=lambda item: item.kind, reverse=True)
    assert (sign.kind, sign.noun, sign.text) == ("sign", "quokka", "quokka")
    assert sign.at[1] > 0.2
    assert abs(sign.at[0] - chair.at[0]) < 0.5


def test_several_of_them_are_counted_and_coloured() -> None:
    scene = compose("three red quokkas and a cat", scene=None, seed=1, ratio=1.0).scene
    assert [(item.kind, item.text) for item in scene.items if item.color == "#d62b2b"] == [("sign", "quokkas")] * 3


def test_the_word_is_told_as_not_drawn() -> None:
    made = compose("a quokka next to a cat", scene=None, seed=1, ratio=1.0)
    assert made.unknown == made.scene.unknown == ("quokka",)
    assert made.drawn == ("cat",)


def test_a_prompt_of_nothing_else_is_a_poster_of_its_words() -> None:
    scene = compose("quokka", scene=None, seed=1, ratio=1.0).scene
    assert scene.items == ()
    assert [lettering.text for lettering in scene.lettering] == ["quokka"]


def test_an_edit_can_add_one_and_speak_of_it_again() -> None:
    first = compose("a cat", scene=None, seed=1, ratio=1.0).scene
    added = compose("add a quokka", scene=first, seed=1, ratio=1.0)
    assert added.changed
    assert [item.text for item in added.scene.items] == [None, "quokka"]
    assert added.scene.items[0] == first.items[0]
    gone = compose("remove the quokka", scene=added.scene, seed=1, ratio=1.0)
    assert [item.kind for item in gone.scene.items] == ["cat"]


@pytest.mark.parametrize("prompt", ["a robot with a glimmering zorb", "a cat wearing a zorb", "a spooky haunted house"])
def test_an_attribute_of_what_is_drawn_gets_no_sign_but_is_told(prompt: str) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert all(item.kind != "sign" for item in made.scene.items)
    assert made.unknown
