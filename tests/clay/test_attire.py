"""What somebody wears or has is not set beside him."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.scene import Worn

RED, BLUE = "#d62b2b", "#2f6fd0"


@pytest.mark.parametrize(
    ("prompt", "items", "unknown"),
    [
        ("a woman in a red dress", [("woman", RED)], ()),
        ("a man wearing blue jeans", [("man", BLUE)], ()),
        ("a girl with gloves", [("girl", None)], ("gloves",)),
        ("a dog wearing boots", [("dog", None)], ("boots",)),
        ("a house with a blue door", [("house", None)], ()),
        ("a red dress on a chair", [("chair", None), ("dress", RED)], ()),
        ("a blue door next to a house", [("door", BLUE), ("house", None)], ()),
        ("a man with a wristwatch", [("man", None)], ("wristwatch",)),
        ("a man and a red dress", [("dress", RED), ("man", None)], ()),
    ],
)
def test_clothes_colour_who_wears_them(
    prompt: str, items: list[tuple[str, str | None]], unknown: tuple[str, ...]
) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    found = sorted((item.kind.partition(".")[0], item.color) for item in made.scene.items)
    wanted = dict(items)
    assert [kind for kind, _ in found] == [kind for kind, _ in items]
    assert all(color == wanted[kind] for kind, color in found if wanted[kind])
    assert made.unknown == unknown


def test_the_text_on_a_garment_stays_with_who_carries_it() -> None:
    made = compose("a woman in a red dress with a sign that says “HI”", scene=None, seed=1, ratio=1.0)
    texts = [item.text for item in made.scene.items] + [lettering.text for lettering in made.scene.lettering]
    assert "HI" in texts


def test_who_wears_something_stands_where_that_is_said_to_be() -> None:
    made = compose("a dog with sunglasses on a motorcycle", scene=None, seed=1, ratio=1.0)
    dog, motorcycle = made.scene.items
    assert dog.at[1] > 0.3
    assert abs(dog.at[0] - motorcycle.at[0]) < 0.5
    assert dog.worn == (Worn("sunglasses"),)


@pytest.mark.parametrize(
    ("prompt", "outfits"),
    [
        ("a cat wearing sunglasses and a red scarf", [(Worn("sunglasses"), Worn("scarf", RED))]),
        ("a dog with a bow tie", [(Worn("bow_tie"),)]),
        ("a woman with glasses", [(Worn("eyeglasses"),)]),
        ("a penguin with headphones", [(Worn("headphones"),)]),
        ("a bear in a blue cape", [(Worn("cape", BLUE),)]),
        ("a cat in golden sunglasses", [(Worn("sunglasses", None, "gold"),)]),
        ("two dogs wearing red scarves", [(Worn("scarf", RED),)] * 2),
        ("a cat and a dog wearing sunglasses", [(Worn("sunglasses"),)] * 2),
        ("a red scarf on a cat", [(Worn("scarf", RED),)]),
        ("a cat with a blue scarf around its neck", [(Worn("scarf", BLUE),)]),
        ("a fox with a necklace sitting on a bench", [(Worn("necklace"),), ()]),
        ("a man with a backpack", [(Worn("backpack"),)]),
        ("a lion wearing a collar and a crown", [(Worn("collar"),), ()]),
        ("a robot and a scarf", [(), ()]),
        ("a red bow tie", [()]),
        ("a cat in a santa hat and glasses", [(Worn("santa_hat"), Worn("eyeglasses"))]),
        ("a man in a wizard's hat", [(Worn("wizard_hat"),)]),
        ("ein Hund mit einer roten Sonnenbrille", [(Worn("sunglasses", RED),)]),
        (
            "ein Hund, der eine Sonnenbrille und einen roten Schal trägt",
            [(Worn("scarf", RED), Worn("sunglasses"))],
        ),
        ("un gato con gafas de sol y una bufanda roja", [(Worn("sunglasses"), Worn("scarf", RED))]),
    ],
)
def test_what_can_be_worn_is_put_on(prompt: str, outfits: list[tuple[Worn, ...]]) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert [item.worn for item in made.scene.items] == outfits
    assert made.unknown == ()


def test_a_crown_behind_what_is_worn_is_worn_as_well() -> None:
    lion, crown = compose("a lion wearing a collar and a crown", scene=None, seed=1, ratio=1.0).scene.items
    assert crown.at[1] > 0.5
    assert abs(crown.at[0] - lion.at[0]) < 0.5


@pytest.mark.parametrize("prompt", ["an octopus with a scarf", "a spider wearing glasses"])
def test_what_a_kind_cannot_wear_is_told(prompt: str) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert made.scene.items[0].worn == ()
    assert made.unknown == (prompt.split()[-1],)


def test_counted_glasses_are_glasses() -> None:
    made = compose("a table with two glasses", scene=None, seed=1, ratio=1.0)
    assert [item.kind for item in made.scene.items] == ["table", "glass", "glass"]


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("a king wearing a golden crown", ["king"]),
        ("a witch with a broom", ["witch"]),
        ("an old man with glasses", ["old_man"]),
        ("a pirate with an eye patch", ["pirate"]),
        ("a knight with a blue shield", ["knight", "shield"]),
        ("a man with a sword", ["man.hold", "sword"]),
    ],
)
def test_what_a_costume_brings_is_not_drawn_twice(prompt: str, kinds: list[str]) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert [item.kind for item in made.scene.items] == kinds
    assert not any(item.worn for item in made.scene.items)
    assert made.unknown == ()


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [("a mouse with three backpacks", ["mouse", *["backpack"] * 3]), ("two girls with backpacks", ["girl", "girl"])],
)
def test_nobody_wears_three_of_a_kind(prompt: str, kinds: list[str]) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert [item.kind for item in made.scene.items] == kinds
