"""What somebody wears or has is not set beside him."""

import pytest

from cavendish.clay.compose import compose

RED, BLUE = "#d62b2b", "#2f6fd0"


@pytest.mark.parametrize(
    ("prompt", "items", "unknown"),
    [
        ("a woman in a red dress", [("woman", RED)], ()),
        ("a man wearing blue jeans", [("man", BLUE)], ()),
        ("a girl with a scarf", [("girl", None)], ("scarf",)),
        ("a dog wearing sunglasses", [("dog", None)], ("sunglasses",)),
        ("a house with a blue door", [("house", None)], ()),
        ("a red dress on a chair", [("chair", None), ("dress", RED)], ()),
        ("a blue door next to a house", [("door", BLUE), ("house", None)], ()),
        ("a man with a tie", [("man", None)], ("tie",)),
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
    assert made.unknown == ("sunglasses",)
