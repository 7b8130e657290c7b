"""Boards hang within the frame, in every shape of picture."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.clay.compose import compose
from cavendish.clay.objects.legibility import EASY, contrast
from cavendish.clay.objects.patterns import grain
from cavendish.clay.render import render
from cavendish.clay.scene import BOARDS, Lettering, Scene, from_document, to_document
from cavendish.clay.sculpt import paint, srgb
from cavendish.clay.sets import build
from cavendish.clay.sets.boards import board

TEXT = "Sale: 12 July"


def scene_on(kind: str, ratio: float) -> Scene:
    scene = compose('a poster that says "X"', scene=None, seed=3, ratio=ratio).scene
    return replace(scene, lettering=(Lettering(TEXT, on=kind),))


@pytest.mark.parametrize("kind", BOARDS)
def test_a_board_is_as_large_as_asked(kind: str) -> None:
    low, high = board(kind, TEXT, width=3.0, height=2.0, color=None, seed=1).bounds()
    assert high[0] - low[0] <= 3.2
    assert 1.9 <= high[1] - low[1] <= 2.2


@pytest.mark.parametrize("kind", BOARDS)
@pytest.mark.parametrize("ink", ["#2f6fd0", "#f6f2ea", "#d9a016", "#25242a"])
def test_letters_on_a_board_have_their_colour_and_can_be_read(kind: str, ink: str) -> None:
    shape = board(kind, TEXT, width=3.0, height=2.0, color=srgb(ink), seed=1)
    across, upward = np.meshgrid(np.linspace(-1.4, 1.4, 141), np.linspace(-0.9, 0.9, 91))
    points = np.ones((4, across.size), np.float32)
    points[0], points[1], points[2] = across.ravel(), upward.ravel(), 0.04
    [front] = [part for part in shape.parts if part.pattern not in (None, grain)]
    colors, _ = paint([front], points)
    lettered = np.abs(colors - srgb(ink)).max(axis=1) < 0.02
    assert 0.005 < lettered.mean() < 0.5
    assert contrast(np.median(colors[~lettered], axis=0), srgb(ink)) >= EASY


def test_a_board_on_which_letters_can_be_read_stays_as_it_is() -> None:
    plain, blue, white = (
        board("banner", TEXT, width=3.0, height=2.0, color=color, seed=1).parts[0].color
        for color in (None, srgb("#123f94"), srgb("#ffffff"))
    )
    assert (blue == plain).all()
    assert not (white == plain).all()


@pytest.mark.parametrize("kind", BOARDS)
@pytest.mark.parametrize("size", [(96, 96), (120, 54), (40, 120)])
def test_a_board_with_print_fills_the_picture_and_stays_within(kind: str, size: tuple[int, int]) -> None:
    width, height = size
    with_text = render(build(scene_on(kind, width / height), width=width, height=height), width, height)
    blank = replace(scene_on(kind, width / height), lettering=(Lettering(".", on=kind),))
    without = render(build(blank, width=width, height=height), width, height)
    changed = np.abs(with_text.astype(int) - without).max(axis=2) > 40
    assert changed.mean() > 0.002
    assert not changed[[0, -1]].any()
    assert not changed[:, [0, -1]].any()


def test_a_board_survives_its_document() -> None:
    scene = scene_on("menu", 1.0)
    assert from_document(to_document(scene)).lettering == scene.lettering
    document = to_document(scene)
    document["lettering"] = [{"text": "A", "on": "moon"}]
    with pytest.raises(ValueError, match="word"):
        from_document(document)
