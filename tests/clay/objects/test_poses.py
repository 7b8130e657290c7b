"""What kinds can be seen doing is modelled: in the kind's own size, on the ground, with an outline of its own."""

from functools import cache

import numpy as np
import pytest

from cavendish.clay.objects import KINDS, Look, measure, natural_scale, nearest
from cavendish.clay.objects.poses import goes_on_four, poses_of

POSED = [f"{name}.{pose}" for name, kind in KINDS.items() for pose in poses_of(kind)]


@cache
def outline(name: str) -> list[list[list[float]]]:
    """The rounded corners of the boxes round all parts of a kind."""
    return [np.round(part.form.bounds(), 3).tolist() for part in KINDS[name].build(Look()).parts]


@pytest.mark.parametrize("name", POSED)
def test_a_pose_is_modelled_in_the_kinds_own_size(name: str) -> None:
    kind = KINDS[name]
    low, high = measure(name)
    assert kind.base in KINDS
    assert natural_scale(name) == natural_scale(kind.base)
    assert low[1] == 0
    assert 0.3 * kind.size < max(np.subtract(high, low)) < 2.0 * kind.size  # wings are wide
    assert low[0] < 0 < high[0]
    assert kind.build(Look()).bounds().lo[1] < 0.02


@pytest.mark.parametrize("name", POSED)
def test_a_pose_looks_like_no_other(name: str) -> None:
    kind = KINDS[name]
    others = [kind.base, *(f"{kind.base}.{pose}" for pose in poses_of(kind) if pose != kind.pose)]
    assert all(outline(name) != outline(other) for other in others)


@pytest.mark.parametrize(
    ("kind", "pose", "shown"),
    [
        ("cat", "sleep", "cat.sleep"),
        ("cat", "sit", "cat"),
        ("fish", "swim", "fish"),
        ("cow", "sleep", "cow.lie"),
        ("elephant", "dance", None),
        ("book", "lie", "book.flat"),
        ("elephant", "walk", "elephant.walk"),
        ("bear", "sit", "bear"),
        ("bear", "run", "bear.run"),
        ("rabbit", "jump", "rabbit.jump"),
        ("panda", "sleep", "panda.sleep"),
        ("owl", "fly", "owl.fly"),
        ("robot", "perch", "robot.sit"),
        ("dolphin", "jump", "dolphin"),
        ("frog", "jump", "frog.jump"),
        ("frog", "sit", "frog"),
        ("turtle", "walk", "turtle"),
        ("snowman", "wave", "snowman"),
        ("apple", "run", None),
    ],
)
def test_the_nearest_pose_is_taken(kind: str, pose: str, shown: str | None) -> None:
    assert nearest(KINDS[kind], pose) == shown


@pytest.mark.parametrize(
    ("name", "along"),
    [("bear", False), ("bear.walk", True), ("bear.sleep", False), ("elephant.sleep", True), ("owl.fly", False)],
)
def test_who_heads_somewhere_lies_along_x(name: str, along: bool) -> None:
    assert goes_on_four(KINDS[name]) == along


def test_only_kinds_at_rest_are_counted() -> None:
    assert "cat.run" in KINDS
    assert "cat.run" not in set(KINDS)
    assert "apple.run" not in KINDS
