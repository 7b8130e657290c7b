"""An edit changes what it names, and the picture elsewhere stays as it was, pixel for pixel."""

import asyncio
import io
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from cavendish.clay.compose import compose
from cavendish.clay.render.mask import Finder
from cavendish.clay.scene import Scene
from cavendish.clay.sets import build
from cavendish.clay.studio import Studio

SIZE = 256
VISIBLE = 16  # of 255: what glows or shines a little differently is not a change
TABLE = "three red apples and a blue cup on a wooden table"
TREE = "a beautiful cat under the tree"
EDITS = (
    (TABLE, "make the cup green"),
    (TABLE, "make the cup of glass"),
    (TABLE, "make the left apple bigger"),
    (TABLE, "remove the second apple"),
    (TABLE, "add a banana"),
    (TREE, "make the cat blue"),
    (TREE, "turn the cat to the left"),
    (TREE, "replace the cat with a dog"),
    (TREE, "add a red balloon"),
)


@cache
def first(prompt: str) -> Scene:
    return compose(prompt, scene=None, seed=3, ratio=1.0).scene


@pytest.fixture(scope="module")
def pictures() -> dict[Scene, NDArray[np.int16]]:
    """Every scene of the edits and what it looks like (rows, columns, 3)."""
    scenes = {first(prompt) for prompt, _ in EDITS} | {edited(*edit) for edit in EDITS}

    async def draw() -> dict[Scene, NDArray[np.int16]]:
        async with Studio() as studio:
            files = {each: await studio.draw(each, width=SIZE, height=SIZE, media_type="image/png") for each in scenes}
        return {each: np.asarray(Image.open(io.BytesIO(file)).convert("RGB"), np.int16) for each, file in files.items()}

    return asyncio.run(draw())


def edited(prompt: str, edit: str) -> Scene:
    return compose(edit, scene=first(prompt), seed=3, ratio=1.0).scene


@pytest.mark.slow
@pytest.mark.parametrize(("prompt", "edit"), EDITS)
def test_nothing_else_in_the_picture_moves(prompt: str, edit: str, pictures: dict[Scene, NDArray[np.int16]]) -> None:
    before, after = first(prompt), edited(prompt, edit)
    changed = np.abs(pictures[after] - pictures[before]).max(axis=2) > VISIBLE
    about = around(before, after) | around(after, before)
    assert changed[about].any()
    assert after.camera == before.camera
    assert not changed[~about].any()


def around(scene: Scene, other: Scene) -> NDArray[np.bool_]:
    """Where in a picture that is which the other has not, with room for its shadow: pixels (rows, columns)."""
    finder = Finder(build(scene, width=SIZE, height=SIZE), SIZE, SIZE)
    where = np.zeros((SIZE, SIZE), bool)
    for index, item in enumerate(scene.items):
        if item not in other.items:
            rows, columns = np.nonzero(finder.alone(index).objects == index)
            reach = max(np.ptp(rows), np.ptp(columns))
            top, left = max(rows.min() - reach // 2, 0), max(columns.min() - reach, 0)
            where[top : rows.max() + reach, left : columns.max() + reach] = True
    return where
