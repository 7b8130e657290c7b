"""The oracle catches what is wrong with a picture, and Clay draws sixty fixed prompts as told."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.clay.scene import Camera, Item, Scene, Setting
from cavendish.clay.sculpt import srgb
from fidelity.asked import Asked, Wanted
from fidelity.colors import names_of
from fidelity.generator import generated
from fidelity.geneval import METADATA, geneval
from fidelity.nouns import kinds_of
from fidelity.oracle import faults
from fidelity.page import render_page, share
from fidelity.sight import look
from fidelity.verdict import Verdict, judged

CAMERA = Camera(eye=(0.0, 1.2, 9.0), look=(0.0, 0.7, 0.0))
CAT = Item("cat1", "cat", "cat", (-1.0, 0.0, 0.0), color="#d62b2b")
BALL = Item("ball1", "ball", "ball", (1.0, 0.0, 0.0), color="#2f6fd0")
TOLD = (Wanted("cat", color="red"), Wanted("ball", 1, "blue", None, "right of", (0,)))


def found(*items: Item, wanted: tuple[Wanted, ...] = TOLD, setting: Setting | None = None, **asked: str) -> list[str]:
    """What the oracle says of a scene put together by hand."""
    scene = Scene(1, items, setting or Setting(), CAMERA)
    return faults(Asked("", "", wanted, asked), look(scene, size=96))


def test_a_picture_as_told_has_no_fault() -> None:
    assert found(CAT, BALL, place="meadow") == []


def test_wrong_counts() -> None:
    second = replace(BALL, id="ball2", at=(2.0, 0.0, -0.5))
    assert found(CAT, BALL, second) == ["2 instead of 1 ball"]
    assert found(CAT) == ["0 instead of 1 ball"]
    assert found(CAT, BALL, replace(second, kind="mug")) == ["an uncalled-for mug"]


def test_an_unknown_noun_is_not_there() -> None:
    assert kinds_of("quokka") == frozenset()
    assert found(CAT, BALL, wanted=(*TOLD, Wanted("quokka"))) == ["0 instead of 1 quokka"]


def test_the_wrong_side() -> None:
    assert found(CAT, replace(BALL, at=(-2.2, 0.0, 0.0))) == ["ball not right of cat"]
    assert found(CAT, replace(BALL, at=(-0.95, 1.4, 0.0))) == ["ball not right of cat"]


@pytest.mark.parametrize(
    ("relation", "right", "wrong"),
    [
        ("left of", (-2.2, 0.0, 0.0), (0.2, 0.0, 0.0)),
        ("above", (-1.0, 1.5, 0.0), (0.4, 0.0, 0.0)),
        ("below", (-1.0, -0.0, 0.0), (-1.0, 2.2, 0.0)),
        ("behind", (-0.3, 0.0, -1.2), (-0.3, 0.0, 1.0)),
        ("in front of", (-0.3, 0.0, 1.0), (-0.3, 0.0, -1.2)),
        ("next to", (0.0, 0.0, 0.0), (2.2, 0.0, 0.0)),
        ("on", (-1.0, 1.3, 0.0), (0.2, 0.0, 0.0)),
        ("under", (-1.0, 0.0, 0.9), (0.4, 0.0, 0.0)),
    ],
)
def test_relations(relation: str, right: tuple[float, float, float], wrong: tuple[float, float, float]) -> None:
    wanted = (Wanted("cat"), Wanted("ball", 1, None, None, relation, (0,)))
    cat = replace(CAT, at=(-1.0, 1.6, 0.0)) if relation in ("below", "under") else CAT
    fault = f"ball not {relation} cat"
    assert fault not in found(cat, replace(BALL, at=right), wanted=wanted)
    assert fault in found(cat, replace(BALL, at=wrong), wanted=wanted)


def test_between_two() -> None:
    wanted = (Wanted("cat"), Wanted("dog"), Wanted("ball", 1, None, None, "between", (0, 1)))
    dog = Item("dog1", "dog", "dog", (0.7, 0.0, 0.0))
    assert found(CAT, dog, replace(BALL, at=(-0.15, 0.0, 0.6)), wanted=wanted) == []
    assert found(CAT, dog, replace(BALL, at=(1.9, 0.0, 0.0)), wanted=wanted) == ["ball not between cat"]


def test_hidden_and_tiny_things() -> None:
    wall = Item("bookshelf1", "bookshelf", "bookshelf", (1.0, 0.0, 1.2), color="#8a5a35")
    told = (*TOLD, Wanted("bookshelf"))
    assert any(fault.startswith("ball") and "seen" in fault for fault in found(CAT, BALL, wall, wanted=told))
    assert found(CAT, replace(BALL, scale=0.02)) == ["ball too small or not seen"]


def test_what_the_frame_cuts_off() -> None:
    assert found(CAT, replace(BALL, at=(2.6, 0.0, 0.0))) == ["ball cut off"]
    assert found(CAT, replace(BALL, at=(30.0, 0.0, 0.0))) == ["ball too small or not seen"]


def test_wrong_colors_and_materials() -> None:
    assert found(replace(CAT, color="#3f9b4a"), BALL) == ["cat not red but green"]
    golden = (Wanted("cat", material="gold"), TOLD[1])
    assert found(replace(CAT, color=None, material="gold"), BALL, wanted=golden) == []
    assert found(CAT, BALL, wanted=golden) == ["cat not of gold"]


def test_wrong_surroundings() -> None:
    assert found(CAT, BALL, place="beach", time="night", weather="snow") == ["not beach", "not night", "not snow"]
    beach = Setting(place="beach", time="night", weather="snow")
    assert found(CAT, BALL, setting=beach, place="beach", time="night", weather="snow") == []


def test_what_stands_about_is_counted() -> None:
    trees = tuple(Item(f"tree{x}", "tree", "tree", (1.5 * x, 0.0, -4.0), scale=0.5) for x in (-1, 1))
    told = (Wanted("tree", 2),)
    assert "instead of 2 tree" in " ".join(found(*trees, wanted=told, setting=Setting(place="forest")))
    assert found(*trees, wanted=told, setting=Setting(place="studio")) == []


def test_two_of_a_noun_are_told_apart_by_color() -> None:
    told = (Wanted("ball", color="green"), Wanted("ball", color="blue"))
    green = replace(BALL, id="ball2", color="#3f9b4a", at=(-1.0, 0.0, 0.0))
    assert found(BALL, green, wanted=told) == []
    assert found(BALL, replace(green, color="#d62b2b"), wanted=told) == ["ball not green but red"]


def test_colors_have_the_names_that_people_give_them() -> None:
    said = {
        "red": "#d01c1f",
        "orange": "#f58025",
        "yellow": "#ffe135",
        "green": "#228b22",
        "blue": "#1e4fd0",
        "purple": "#800080",
        "pink": "#ffb6c1",
        "brown": "#8b4513",
        "black": "#101014",
        "white": "#fafafa",
        "gray": "#808080",
    }
    assert names_of(np.stack([srgb(color) for color in said.values()])) == list(said)


def test_a_seed_gives_the_same_prompts_and_all_can_be_judged() -> None:
    prompts = generated(7, count=300)
    assert prompts == generated(7, count=300)
    assert prompts[:10] != generated(8, count=10)
    assert all(kinds_of(wanted.noun) for asked in prompts for wanted in asked.wanted)
    assert {wanted.count for asked in prompts for wanted in asked.wanted} == set(range(1, 13))


@pytest.mark.skipif(not METADATA.exists(), reason="GenEval's prompts are not at hand")
def test_genevals_nouns_are_all_known_to_the_oracle() -> None:
    prompts = geneval()
    assert len(prompts) == 553
    assert all(kinds_of(wanted.noun) for asked in prompts for wanted in asked.wanted)


def test_the_page_lists_failures() -> None:
    good, bad = Verdict(Asked("a cat", "one", ()), ()), Verdict(Asked("a dog", "one", ()), ("dog cut off",))
    page = render_page({"Some": [good, bad]}, size=96)
    assert share([good, bad]) == 50
    assert "| Some | 2 | 50.0 % |" in page
    assert "- a dog (1): dog cut off" in page


@pytest.mark.slow
def test_sixty_prompts_are_drawn_as_told() -> None:
    verdicts = [judged(asked, seed=number, size=384) for number, asked in enumerate(generated(60, count=60))]
    failed = [(verdict.asked.prompt, verdict.faults) for verdict in verdicts if verdict.faults]
    assert share(verdicts) >= 97, failed
