"""Every print lies on the thing it is meant for, and can be told from what is beneath it."""

import numpy as np
import pytest

from cavendish.clay.objects import KINDS, Look
from cavendish.clay.objects.families.written import bar_chart
from cavendish.clay.objects.printing import with_words
from cavendish.clay.objects.prints import PRINTS, SELF_WRITTEN, carries_words
from cavendish.clay.sculpt import Floats, Mass, Shape, paint, turn

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
    shape = with_words(KINDS[kind].build(Look(text="HM")), kind, "HM")
    other = with_words(KINDS[kind].build(Look(text="HM")), kind, "|")
    changed = np.abs(seen(shape, kind) - seen(other, kind)).max(axis=1) > 0.1
    assert changed.mean() > 0.03


def test_prints_are_for_kinds_that_there_are() -> None:
    assert set(PRINTS) | SELF_WRITTEN <= set(KINDS)
    assert carries_words("mug")
    assert carries_words("sign")
    assert not carries_words("cat")
    assert not carries_words(None)


def test_without_words_nothing_changes() -> None:
    shape = KINDS["mug"].build(Look())
    assert with_words(shape, "mug", None) is shape
    assert with_words(shape, "cat", "HELLO") is shape


def test_bars_are_as_high_as_their_numbers() -> None:
    parts = bar_chart(Look(text="Sales\nMon: 3\nTue: 6\nWed: 1,200.0")).parts
    heights = [float(part.form.bounds()[1][1] - part.form.bounds()[0][1]) for part in parts[1:4]]
    assert heights[1] == pytest.approx(2 * heights[0])
    assert heights[2] == pytest.approx(400 * heights[0])
