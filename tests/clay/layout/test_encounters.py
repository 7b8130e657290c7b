"""Bodies meet where they should: on a shoulder, at the feet, face to face, narrowly above what they leap over."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.layout import Bounds, bounds_of
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import Item, Scene


def scene(prompt: str, *, seed: int = 1) -> Scene:
    return compose(prompt, scene=None, seed=seed, ratio=1.0).scene


def one(picture: Scene, kind: str) -> Item:
    return next(item for item in picture.items if KINDS[item.kind].base == kind)


def box(picture: Scene, kind: str) -> Bounds:
    return bounds_of(one(picture, kind))


@pytest.mark.parametrize("seed", range(4))
def test_a_leap_clears_the_fence_narrowly_and_across(seed: int) -> None:
    picture = scene("a horse jumping over a fence", seed=seed)
    horse, fence = box(picture, "horse"), box(picture, "fence")
    assert -0.2 < horse.lo[1] - fence.hi[1] < 0.3
    assert fence.lo[1] == pytest.approx(0.0, abs=0.02)
    assert abs(horse.center[0] - fence.center[0]) < 0.4
    turned = abs(one(picture, "horse").yaw - one(picture, "fence").yaw) % 180
    assert turned == pytest.approx(90.0)


@pytest.mark.parametrize("seed", range(4))
def test_a_bird_on_a_shoulder_is_above_the_arm_and_below_the_crown(seed: int) -> None:
    picture = scene("a parrot on the shoulder of a man", seed=seed)
    parrot, man = box(picture, "parrot"), box(picture, "man")
    assert 0.45 * man.size[1] < parrot.lo[1] < 0.75 * man.size[1]
    assert 0.1 < abs(parrot.center[0] - man.center[0]) < 0.75
    assert parrot.size[1] < 0.4 * man.size[1]


def test_who_has_somebody_on_the_lap_sits() -> None:
    picture = scene("a cat on the lap of a woman")
    assert KINDS[one(picture, "woman").kind].pose == "sit"
    cat, woman = box(picture, "cat"), box(picture, "woman")
    assert 0.1 < cat.lo[1] < 0.5 * woman.size[1]


@pytest.mark.parametrize("seed", range(4))
def test_fighters_face_each_other_before_the_castle(seed: int) -> None:
    picture = scene("a knight fighting a dragon in front of a castle", seed=seed)
    knight, dragon, castle = (box(picture, kind) for kind in ("knight", "dragon", "castle"))
    assert knight.hi[0] < dragon.lo[0] or dragon.hi[0] < knight.lo[0]
    assert min(knight.center[2], dragon.center[2]) > castle.center[2]
    knight_looks_right = one(picture, "knight").yaw > 0
    assert knight_looks_right == (knight.center[0] < dragon.center[0])


def test_the_ball_lies_before_the_feet_between_those_who_play() -> None:
    picture = scene("two children playing soccer in a park")
    ball = box(picture, "football")
    first, second = sorted(bounds_of(item).center[0] for item in picture.items if item.kind == "boy")
    assert ball.lo[1] == pytest.approx(0.0, abs=0.02)
    assert first < ball.center[0] < second
    assert ball.size[1] < 0.4 * box(picture, "boy").size[1]


def test_a_piano_is_not_held() -> None:
    picture = scene("a man playing the piano")
    assert box(picture, "piano").size[1] > 0.5 * box(picture, "man").size[1]
    assert box(picture, "piano").lo[1] == pytest.approx(0.0, abs=0.02)


def test_what_is_munched_on_is_held_and_not_stood_upon() -> None:
    picture = scene("a red panda munching on a green bamboo leaf")
    leaf = next(item for item in picture.items if KINDS[item.kind].base != "red_panda")
    panda = box(picture, "red_panda")
    assert panda.lo[1] == pytest.approx(0.0, abs=0.02)
    assert bounds_of(leaf).hi[2] > panda.center[2]
