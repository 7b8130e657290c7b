"""What people say in other words: halves of adjectives, callings, parts of the body, deeds that need a thing, firms."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.language import lexicon, read
from cavendish.clay.remarks import remarks


def kinds(prompt: str) -> list[str | None]:
    return [thing.kind for thing in read(prompt).things]


def links(prompt: str) -> list[tuple[str | None, str, str | None]]:
    content = read(prompt)
    return [
        (content.things[link.subject].kind, link.relation, content.things[target].kind)
        for link in content.links
        for target in link.targets
    ]


@pytest.mark.parametrize(
    ("prompt", "wanted", "told"),
    [
        ("a man with sun-etched wrinkles", ["man"], "sun-etched"),
        ("a two-story house", ["house"], "two-story"),
        ("a tree-lined street", [], "tree-lined"),
        ("a soft-boiled egg and a star-spangled banana", ["egg", "banana"], "star-spangled"),
    ],
)
def test_half_of_a_hyphenated_adjective_is_no_thing(prompt: str, wanted: list[str], told: str) -> None:
    assert kinds(prompt) == wanted
    assert told in read(prompt).unknown


@pytest.mark.parametrize("prompt", ["an ice-cream", "a T-shirt", "a hot-air balloon"])
def test_hyphenated_names_stay_names(prompt: str) -> None:
    assert len(kinds(prompt)) == 1


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a portrait of an elderly Japanese ceramicist with deep wrinkles and a warm smile", "old_man"),
        ("portrait of a glassmaker", "man"),
        ("a young Italian seamstress with red hair", "woman"),
        ("a printmaker with a white beard", "man"),
    ],
)
def test_who_is_told_by_a_calling_is_drawn_as_a_person(prompt: str, kind: str) -> None:
    scene = compose(prompt, scene=None, seed=1, ratio=1.0).scene
    assert [item.kind for item in scene.items] == [kind]
    assert f"for “{scene.items[0].noun}”" in remarks(scene)[0]


@pytest.mark.parametrize("prompt", ["a sticker of a cat wearing a hat", "a cat with a feather", "a poster"])
def test_not_every_ending_is_that_of_a_calling(prompt: str) -> None:
    assert not {"man", "woman"} & set(kinds(prompt))


@pytest.mark.parametrize("word", ["parents", "presented", "violinist", "cabinets", "friends", "business", "places"])
def test_words_of_their_own_are_not_mended_into_things(word: str) -> None:
    assert lexicon().mend(word) is None


@pytest.mark.parametrize("word", ["elefant", "umbrela", "bycicle", "girafe", "dolfin"])
def test_slips_of_the_pen_are_mended(word: str) -> None:
    assert lexicon().mend(word) is not None


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("a parrot on the shoulder of a pirate", ("parrot", "shoulder", "pirate")),
        ("an owl on a wizard's shoulder", ("owl", "shoulder", "wizard")),
        ("a pirate with a parrot on his shoulder", ("parrot", "shoulder", "pirate")),
        ("a cat in a woman's lap", ("cat", "lap", "woman")),
        ("a butterfly on the nose of a dog", ("butterfly", "nose", "dog")),
        ("a monkey on a man's head", ("monkey", "on", "man")),
        ("two children playing soccer", ("boy", "feet", "football")),
        ("a girl playing guitar", ("girl", "holding", "guitar")),
        ("a woman drinking coffee in a cafe", ("woman", "holding", "cup")),
        ("a panda munching on bamboo", ("panda", "holding", "bamboo")),
        ("a knight fighting a dragon", ("knight", "facing", "dragon")),
        ("a knight fighting with a sword", ("knight", "holding", "sword")),
    ],
)
def test_deeds_and_bodies_relate_things(prompt: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in links(prompt)


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("a couple on the beach", ["man", "woman"]),
        ("a family having a picnic", ["man", "woman", "boy", "girl", "basket"]),
        ("a couple of dogs", ["dog"]),
        ("a violinist in the rain", ["man", "violin"]),
        ("a logo for a coffee shop called 'The Daily Grind'", ["cup"]),
        ("logo for a flower shop named Bloom", ["flower"]),
        ("a logo for a coffee shop with a mountain", ["mountain"]),
        ("a coffee shop", ["house"]),
    ],
)
def test_sayings_stand_for_things(prompt: str, wanted: list[str]) -> None:
    assert kinds(prompt) == wanted


def test_a_logo_goes_on_carrying_the_words_when_its_text_is_spoken_of() -> None:
    content = read("a logo for a bakery called 'Crust'. The text should be bold.")
    assert content.carrier == "logo"
    assert [lettering.text for lettering in content.letterings] == ["Crust"]


def test_what_cannot_stand_on_a_sofa_is_not_on_it_beside_what_is() -> None:
    found = links("a fireplace and a cat on a sofa")
    assert ("cat", "on", "couch") in found
    assert ("fireplace", "on", "couch") not in found


def test_a_sticker_has_a_plain_white_background() -> None:
    setting = compose("a sticker of a smiling avocado", scene=None, seed=1, ratio=1.0).scene.setting
    assert (setting.place, setting.backdrop) == ("studio", "#ffffff")
