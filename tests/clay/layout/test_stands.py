"""What stands over something has a stand; what flies, is held or was asked to float has none."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.layout import bounds_of, stands
from cavendish.clay.objects.stand_model import stand
from cavendish.clay.scene import Scene


def drawn(*prompts: str) -> Scene:
    scene: Scene | None = None
    for prompt in prompts:
        scene = compose(prompt, scene=scene, seed=1, ratio=1.0).scene
    assert scene is not None
    return scene


@pytest.mark.parametrize(
    "prompt",
    ["a cup above a plate", "a dog above a bench", "a car over a banana", "a cat below a toaster", "an egg over a cow"],
)
def test_a_stand_is_over_the_lower_and_under_the_upper_thing(prompt: str) -> None:
    scene = drawn(prompt)
    [found] = stands(scene)
    low, high = sorted((bounds_of(item) for item in scene.items), key=lambda box: box.center[1])
    assert found.height == pytest.approx(high.lo[1])
    assert low.hi[1] < found.height - 0.1
    assert found.at[0] - found.width / 2 < low.lo[0] < low.hi[0] < found.at[0] + found.width / 2


@pytest.mark.parametrize(
    "prompts",
    [
        ("a cup on a plate",),
        ("a bird above a house",),
        ("a cup floating above a plate",),
        ("a dog jumping over a fence",),
        ("a cat above a pizza in space",),
        ("a girl holding a balloon",),
        ("a man wearing a hat",),
        ("a dog riding a skateboard",),
        ("five tulips in a vase",),
        ('a cat that says "Miau"',),
        ("a cup above a plate", "remove the plate"),
        ("a cup above a plate", "put the cup to the left of the plate"),
    ],
)
def test_there_is_no_stand_where_none_is_needed(prompts: tuple[str, ...]) -> None:
    assert stands(drawn(*prompts)) == ()


def test_several_things_share_a_stand() -> None:
    assert len(stands(drawn("three cups above a plate"))) == 1


def test_a_stand_is_as_large_as_asked_for() -> None:
    low, high = stand(2.0, 1.0, 0.8).bounds()
    assert high[1] == pytest.approx(1.0, abs=0.01)
    assert high[0] - low[0] == pytest.approx(2.0, abs=0.05)
    assert high[2] - low[2] == pytest.approx(0.8, abs=0.05)
