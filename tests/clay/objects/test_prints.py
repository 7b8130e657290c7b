"""Every print lies on the thing it is meant for, and can be told from what is beneath it."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.clay.objects import KINDS, Look
from cavendish.clay.objects.legibility import EASY, contrast
from cavendish.clay.objects.materials import finish
from cavendish.clay.objects.printing import with_words
from cavendish.clay.objects.prints import PRINTS, SELF_WRITTEN, carries_words
from cavendish.clay.sculpt import Floats, Mass, Shape, paint, srgb, turn
from cavendish.clay.sculpt.drawn_forms import Glyph

SIDE = 24


def seen(shape: Shape, kind: str) -> Floats:
    """The colours (n, 3) that show within the kind's first print, looked at along its normal."""
    place = PRINTS[kind][0]
    across, upward = np.meshgrid(
        np.linspace(-0.5, 0.5, SIDE) * place.width, np.linspace(-0.5, 0.5, SIDE) * place.height
    )
    local = np.stack([across.ravel(), upward.ravel(), np.full(SIDE * SIDE, 0.6)])
    facing = turn("y", place.yaw) @ turn("x", -place.pitch)
    points = np.ones((4, SIDE * SIDE), np.float32)
    points[:3] = facing @ local + np.asarray(place.center)[:, None]
    step = facing @ np.array([0, 0, -1], np.float32)
    mass = Mass(shape.parts)
    for _ in range(60):
        points[:3] += step[:, None] * np.clip(mass.distance(points.copy()), -0.05, 0.3) * np.float32(0.9)
    return paint(shape.parts, points)[0]


@pytest.mark.parametrize("kind", sorted(PRINTS))
def test_words_show_on_the_kind(kind: str) -> None:
    shape = with_words(KINDS[kind].build(Look(text="HM")), kind, Look(text="HM"))
    other = with_words(KINDS[kind].build(Look(text="HM")), kind, Look(text="|"))
    changed = np.abs(seen(shape, kind) - seen(other, kind)).max(axis=1) > 0.1
    assert changed.mean() > 0.03


@pytest.mark.parametrize("ink", ["#d62b2b", "#f6f2ea", "#25242a"])
@pytest.mark.parametrize("kind", ["mug", "bottle", "t_shirt", "book", "phone", "car", "cake"])
def test_words_show_in_every_ink(kind: str, ink: str) -> None:
    """Also where the thing has the very same colour."""
    look = Look(color=srgb(ink), text="HM", ink=ink)
    shape = with_words(KINDS[kind].build(look), kind, look)
    other = with_words(KINDS[kind].build(look), kind, replace(look, text="|"))
    changed = np.abs(seen(shape, kind) - seen(other, kind)).max(axis=1) > 0.1
    assert changed.mean() > 0.03
    nearest = np.abs(seen(shape, kind) - srgb(ink)).max(axis=1).min()
    assert nearest < 0.02


@pytest.mark.parametrize("kind", ["sign", "stop_sign"])
def test_raised_letters_take_ink(kind: str) -> None:
    look = Look(text="HM", ink="#2040e0")
    sign = KINDS[kind].build(look)
    colors = {tuple(part.color) for part in with_words(sign, kind, look).parts}
    assert tuple(srgb("#2040e0")) in colors
    assert tuple(srgb("#2040e0")) not in {tuple(part.color) for part in sign.parts}


@pytest.mark.parametrize(("kind", "text"), [("speech_bubble", "HM"), ("bar_chart", "A: 3"), ("line_chart", "A: 3")])
@pytest.mark.parametrize("ink", ["#2040e0", "#f6f2ea"])
def test_what_is_made_for_words_prints_them_in_their_ink(kind: str, text: str, ink: str) -> None:
    board = KINDS[kind].build(Look(text=text, ink=ink)).parts[-1]
    low, high = board.form.bounds()
    across, upward = np.meshgrid(np.linspace(low[0], high[0], 200), np.linspace(low[1], high[1], 200))
    points = np.ones((4, across.size), np.float32)
    points[0], points[1], points[2] = across.ravel(), upward.ravel(), high[2] - 0.002
    colors, _ = paint([board], points)
    assert np.abs(colors - srgb(ink)).max(axis=1).min() < 0.02
    assert contrast(np.median(colors, axis=0), srgb(ink)) >= EASY


def test_prints_are_for_kinds_that_there_are() -> None:
    assert all(kind in KINDS for kind in set(PRINTS) | SELF_WRITTEN)
    assert carries_words("mug")
    assert carries_words("sign")
    assert not carries_words("cat")
    assert not carries_words(None)


def test_without_words_nothing_changes() -> None:
    shape = KINDS["mug"].build(Look())
    assert with_words(shape, "mug", Look(ink="#2040e0")) is shape
    assert with_words(shape, "cat", Look(text="HELLO")) is shape


@pytest.mark.parametrize("material", ["wood", "gold", "glass"])
def test_letters_keep_their_color_whatever_carries_them(material: str) -> None:
    board = KINDS["sign"].build(Look(text="OPEN"))
    letters = [part.color for part in finish(board, material).parts if isinstance(part.form, Glyph)]
    assert letters
    assert np.array_equal(letters, [part.color for part in board.parts if isinstance(part.form, Glyph)])
