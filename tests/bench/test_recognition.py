"""A viewer's words are judged by the names that were listed before, and by nothing else."""

import pytest

from cavendish.clay.objects import KINDS
from recognition.exhibits import Exhibit, exhibits
from recognition.judging import missed
from recognition.page import render_page


@pytest.mark.parametrize(
    ("nouns", "answer", "left"),
    [
        (("bicycle",), "A red bike.", []),
        (("hot dog",), "a dog that is hot", ["hot dog"]),
        (("hot dog",), "a hot-dog with mustard", []),
        (("mouse", "wine glass"), "two mice and a goblet", []),
        (("zebra", "cat"), "a striped horse beside a catapult", ["zebra", "cat"]),
        (("person",), "A girl waves.", []),
        (("apple",), "", ["apple"]),
    ],
)
def test_every_noun_has_to_be_named(nouns: tuple[str, ...], answer: str, left: list[str]) -> None:
    assert missed(Exhibit("1", "", nouns), answer) == left


def test_every_kind_hangs_once_under_a_number_of_its_own() -> None:
    hung = exhibits("objects")
    assert {each.nouns[0].replace(" ", "_") for each in hung} == set(KINDS)
    assert len({each.number for each in hung}) == len(hung)
    assert len({each.number for each in exhibits("prompts")}) == 100


def test_the_page_tells_the_share_and_the_viewers_words() -> None:
    answers = {each.number: each.prompt for each in exhibits("objects")}
    cat = next(each for each in exhibits("objects") if each.nouns == ("cat",))
    answers[cat.number] = "a small lion"
    page = render_page({"objects": answers})
    assert f"| {100 * (1 - 1 / len(KINDS)):.1f} % |" in page
    assert f"| {cat.number} | a cat | cat | a small lion |" in page
