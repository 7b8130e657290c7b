"""Nothing stays in the air when what it was on is taken away."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.scene import Scene


def edited(*prompts: str) -> Scene:
    scene: Scene | None = None
    for prompt in prompts:
        scene = compose(prompt, scene=scene, seed=1, ratio=1.0).scene
    assert scene is not None
    return scene


def heights(scene: Scene) -> dict[str, float]:
    return {item.kind.partition(".")[0]: round(item.at[1], 2) for item in scene.items}


@pytest.mark.parametrize(
    ("prompt", "instruction", "kind"),
    [
        ("a cat on a couch", "remove the couch", "cat"),
        ("a cup above a plate", "remove the plate", "cup"),
        ("a man holding an apple", "remove the man", "apple"),
        ("a book on a bench next to a tree", "remove the bench", "book"),
    ],
)
def test_it_comes_down(prompt: str, instruction: str, kind: str) -> None:
    assert heights(edited(prompt))[kind] > 0.05
    assert heights(edited(prompt, instruction))[kind] == 0.0


def test_what_flies_or_is_held_otherwise_stays() -> None:
    assert heights(edited("a bird above a house", "remove the house"))["bird"] > 1.0
    before = edited("a cat on a chair next to a dog")
    assert heights(compose("remove the dog", scene=before, seed=1, ratio=1.0).scene)["cat"] == heights(before)["cat"]
