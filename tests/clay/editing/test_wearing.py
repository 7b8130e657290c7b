"""What somebody wears can be put on, dyed, exchanged and taken off, turn by turn."""

import json

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.composition import Composition
from cavendish.clay.layout import bounds_of
from cavendish.clay.scene import Scene, Worn, from_document, to_document

RED, BLUE, GREEN = "#d62b2b", "#2f6fd0", "#3f9b4a"


def after(*prompts: str) -> Composition:
    """The last of some turns; between two of them the scene travels as a document."""
    scene: Scene | None = None
    for prompt in prompts:
        made = compose(prompt, scene=scene, seed=1, ratio=1.0)
        scene = from_document(json.loads(json.dumps(to_document(made.scene))))
    return made


def outfits(*prompts: str) -> list[tuple[str, list[Worn]]]:
    made = after(*prompts)
    assert made.unknown == ()
    assert made.changed
    return [(item.kind, list(item.worn)) for item in made.scene.items]


PAIR = "a cat and a dog"
DRESSED = "a cat wearing a red scarf and a dog"


@pytest.mark.parametrize(
    ("turns", "cat", "dog"),
    [
        ((PAIR, "add sunglasses to the cat"), [Worn("sunglasses")], []),
        ((PAIR, "give the dog a red scarf"), [], [Worn("scarf", RED)]),
        ((PAIR, "give the dog sunglasses"), [], [Worn("sunglasses")]),
        ((PAIR, "give the cat glasses"), [Worn("eyeglasses")], []),
        ((PAIR, "put a golden necklace on the cat"), [Worn("necklace", None, "gold")], []),
        ((PAIR, "make the dog wear headphones"), [], [Worn("headphones")]),
        ((PAIR, "give the dog a red bow tie and glasses"), [], [Worn("bow_tie", RED), Worn("eyeglasses")]),
        ((DRESSED, "make the scarf blue"), [Worn("scarf", BLUE)], []),
        ((DRESSED, "change the scarf to green"), [Worn("scarf", GREEN)], []),
        ((DRESSED, "the scarf should be blue"), [Worn("scarf", BLUE)], []),
        ((DRESSED, "make the scarf golden"), [Worn("scarf", RED, "gold")], []),
        ((DRESSED, "remove the scarf"), [], []),
        ((DRESSED, "take off the scarf"), [], []),
        ((DRESSED, "remove the scarf from the cat"), [], []),
        ((DRESSED, "replace the scarf with a bow tie"), [Worn("bow_tie")], []),
        ((DRESSED, "put the scarf on the dog"), [], [Worn("scarf", RED)]),
        ((DRESSED, "give the cat sunglasses"), [Worn("scarf", RED), Worn("sunglasses")], []),
        ((DRESSED, "make it night"), [Worn("scarf", RED)], []),
        (
            (DRESSED, "give the dog glasses", "make the scarf green and the glasses blue"),
            [Worn("scarf", GREEN)],
            [Worn("eyeglasses", BLUE)],
        ),
    ],
)
def test_pieces_are_edited(turns: tuple[str, ...], cat: list[Worn], dog: list[Worn]) -> None:
    assert outfits(*turns) == [("cat", cat), ("dog", dog)]


def test_the_only_one_there_gets_what_is_added() -> None:
    assert outfits("a cat", "add sunglasses", "give it a scarf") == [("cat", [Worn("sunglasses"), Worn("scarf")])]


def test_a_pose_carries_what_is_worn_along() -> None:
    assert outfits("a dog wearing a blue cape", "make the dog sleep") == [("dog.sleep", [Worn("cape", BLUE)])]


def test_who_is_added_may_wear_something() -> None:
    assert outfits("a cat", "add a dog with a red scarf") == [("cat", []), ("dog", [Worn("scarf", RED)])]


def test_a_piece_may_go_and_its_neighbour_too() -> None:
    assert outfits(DRESSED, "remove the scarf and the dog") == [("cat", [])]


def test_the_hat_is_whichever_hat_is_worn() -> None:
    assert outfits("an owl in a wizard hat", "make the hat red") == [("owl", [Worn("wizard_hat", RED)])]
    assert outfits("an owl in a wizard hat", "remove the hat") == [("owl", [])]


def test_only_one_pair_of_glasses_is_worn() -> None:
    assert outfits("a cat wearing sunglasses", "give the cat glasses") == [("cat", [Worn("eyeglasses")])]


def test_a_hat_stays_within_the_frame() -> None:
    bare, hatted = (after(prompt).scene for prompt in ("a dog", "a dog in a witch hat"))
    assert bounds_of(hatted.items[0]).hi[1] > 1.2 * bounds_of(bare.items[0]).hi[1]
    assert hatted.camera != bare.camera


def test_a_piece_beside_somebody_is_a_thing() -> None:
    assert outfits("a cat", "put a scarf next to the cat") == [("cat", []), ("scarf", [])]


@pytest.mark.parametrize(
    ("first", "second", "unknown"),
    [
        ("a tree and a bird", "add a scarf to the tree", ("scarf",)),
        ("a cat", "remove the sunglasses", ("sunglasses",)),
        ("a cat", "make the scarf blue", ("scarf",)),
    ],
)
def test_what_cannot_be_is_told(first: str, second: str, unknown: tuple[str, ...]) -> None:
    made = after(first, second)
    assert made.unknown == unknown
    assert not made.changed
