"""The stage: its words reach the scene, it is lit as a stage, and whoever performs stands free in every frame."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.clay import sets
from cavendish.clay.compose import compose
from cavendish.clay.render import Placed, World, render
from cavendish.clay.scene import Item, Scene, Setting, from_document, to_document
from cavendish.clay.sculpt import srgb
from cavendish.clay.sets.items import footprint

RATIOS = (
    (1, 1),
    (2, 3),
    (3, 2),
    (3, 4),
    (4, 3),
    (4, 5),
    (5, 4),
    (9, 16),
    (16, 9),
    (21, 9),
    (1, 4),
    (4, 1),
    (1, 8),
    (8, 1),
)


def on_stage(prompt: str = "a robot on a stage", *, seed: int = 7, ratio: float = 1.0) -> Scene:
    return compose(prompt, scene=None, seed=seed, ratio=ratio).scene


def built(scene: Scene) -> World:
    return sets.build(scene, width=64, height=64)


def named(world: World, name: str) -> list[Placed]:
    return [thing for thing in world.objects if thing.shape.name == name]


@pytest.mark.parametrize(
    "prompt",
    ["a robot on a stage", "a robot on stage", "a cat in a theater", "a cat in a theatre", "a guitar at a concert"],
)
def test_its_words_reach_the_scene(prompt: str) -> None:
    scene = on_stage(prompt)
    assert scene.setting.place == "stage"
    assert scene.unknown == ()


def test_stage_light_alone_stays_a_light() -> None:
    assert on_stage("a cat in a forest, stage light").setting == Setting(place="forest", light="stage")


def test_it_survives_a_trip_through_a_file() -> None:
    scene = on_stage()
    assert from_document(to_document(scene)).setting == scene.setting


def test_it_is_lit_as_a_stage_unless_told_otherwise() -> None:
    scene = on_stage()
    neon = replace(scene, setting=replace(scene.setting, light="neon"))
    assert built(scene).sky == "stage"
    assert built(neon).sky == "neon"
    assert named(built(neon), "curtain")


@pytest.mark.parametrize(("wide", "tall"), RATIOS)
def test_whoever_performs_stands_free_in_every_frame(wide: int, tall: int) -> None:
    scene = on_stage("a robot and a piano on a stage", ratio=wide / tall)
    world = sets.build(scene, width=16 * wide, height=16 * tall)
    bodies = [footprint(item) for item in scene.items]
    for thing in named(world, "curtain") + named(world, "wing"):
        assert all(thing.at[2] < body.z - body.radius or abs(thing.at[0] - body.x) > body.radius for body in bodies)
    for ledge in named(world, "footlights"):
        assert all(ledge.at[2] > body.z + body.radius for body in bodies)
        assert ledge.shape.bounds().hi[1] * ledge.scale < 0.2


@pytest.mark.parametrize("color", ["#a31624", "#2b3f9a"])
def test_the_curtain_is_never_of_the_colour_of_what_stands_before_it(color: str) -> None:
    ball = Item("ball1", "ball", "ball", (0.0, 0.0, 0.0), color=color)
    for seed in range(12):
        (curtain,) = named(built(replace(on_stage(seed=seed), items=(ball,))), "curtain")
        assert np.abs(curtain.shape.parts[0].color - srgb(color)).max() > 0.09


def test_seeds_vary_the_curtain_and_a_seed_repeats_it() -> None:
    colors = {tuple(named(built(on_stage(seed=seed)), "curtain")[0].shape.parts[0].color) for seed in range(12)}
    assert len(colors) > 2
    first, second = (render(built(on_stage()), 32, 32) for _ in range(2))
    assert np.array_equal(first, second)
