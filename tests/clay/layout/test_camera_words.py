"""Every word of the photographer makes another picture, and what it is said of stays in it."""

import math

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.language import Content, Thing, lexicon
from cavendish.clay.layout import directed, setting_of
from cavendish.clay.layout.framing import angle_of, outline
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import GRADES, Scene
from cavendish.clay.sets.grades import grade_for

SCENE = "a girl sitting on a bench next to a dog"
WORDS = sorted({sense.value for _, senses in lexicon().entries() for sense in senses if sense.role == "camera"})
AS_IT_IS = {"recenter", "sharp", "focus", "blur", "zoom"}


def drawn(prompt: str) -> Scene:
    return compose(prompt, scene=None, seed=7, ratio=1.0).scene


def test_every_word_makes_another_camera() -> None:
    scene = drawn(SCENE)
    cameras = {word: directed(scene.camera, [word], scene.items, ()) for word in WORDS if word not in AS_IT_IS}
    assert len(set(cameras.values())) == len(cameras)
    assert scene.camera not in cameras.values()


@pytest.mark.parametrize("word", ["low", "high", "left", "portrait", "tele", "normal", "wide_lens", "fisheye"])
def test_angles_and_lenses_leave_nobody_out(word: str) -> None:
    scene = drawn(SCENE)
    camera = directed(scene.camera, [word], scene.items, ())
    assert all(abs(edge) <= 1.0 for item in scene.items for edge in outline(camera, item))


def test_a_flat_lay_is_a_table_top_from_above() -> None:
    content = Content(things=[Thing(kind="flower", noun="flower")], camera=["flat_lay"])
    assert setting_of(content).place == "table"
    content.settings["place"] = "beach"
    assert setting_of(content).place == "beach"
    scene = drawn(SCENE)
    camera = directed(scene.camera, ["flat_lay"], scene.items, ())
    assert angle_of(camera).pitch > angle_of(directed(scene.camera, ["top"], scene.items, ())).pitch > 60
    assert all(abs(edge) <= 1.0 for item in scene.items for edge in outline(camera, item))


@pytest.mark.parametrize("ratio", [1.0, 9 / 16, 16 / 9])
def test_a_leaning_camera_leaves_nobody_out(ratio: float) -> None:
    scene = compose(SCENE, scene=None, seed=7, ratio=ratio).scene
    camera = directed(scene.camera, ["dutch"], scene.items, ())
    assert camera.roll
    assert all(abs(edge) <= 1.0 for item in scene.items for edge in outline(camera, item))


def test_a_leaning_camera_leans_until_it_is_levelled() -> None:
    scene = drawn(SCENE)
    leaning = directed(scene.camera, ["dutch", "low"], scene.items, ())
    assert directed(leaning, ["tele"], scene.items, ()).roll == leaning.roll != 0
    assert directed(leaning, ["closer"], scene.items, ()).roll == leaning.roll
    assert directed(leaning, ["level"], scene.items, ()).roll == 0


def test_leaning_leaves_a_close_shot_close() -> None:
    scene = drawn(f"close-up, {SCENE}")
    leaning = directed(scene.camera, ["dutch"], scene.items, ())
    assert math.dist(leaning.eye, scene.camera.eye) < 0.1 * math.dist(scene.camera.eye, scene.camera.look)


def test_a_longer_lens_stands_further_away() -> None:
    scene = drawn(SCENE)
    lenses = ("fisheye", "wide_lens", "normal", "portrait", "tele")
    cameras = [directed(scene.camera, [word], scene.items, ()) for word in lenses]
    distances = [math.dist(camera.eye, camera.look) for camera in cameras]
    assert distances == sorted(distances)
    assert [camera.fov for camera in cameras] == sorted((camera.fov for camera in cameras), reverse=True)


@pytest.mark.parametrize("prompt", [f"{SCENE}, focus on the dog", "close-up of a dog with a tree in the background"])
def test_a_word_is_about_the_thing_that_it_names(prompt: str) -> None:
    scene = drawn(prompt)
    focused = next(item for item in scene.items if item.id == scene.camera.focus)
    assert KINDS[focused.kind].base == "dog"


def test_a_corner_is_where_the_things_are() -> None:
    scene = drawn("a red apple in the bottom right of the frame")
    left, right, bottom, top = outline(scene.camera, scene.items[0])
    assert left > 0.0 > top
    assert right < 1.0
    assert bottom > -1.0


def test_a_horse_in_profile_is_seen_from_its_side() -> None:
    scene = drawn("a horse in profile")
    assert abs(math.sin(math.radians(angle_of(scene.camera).yaw - scene.items[0].yaw))) < 0.2


def test_no_two_grades_are_alike() -> None:
    assert len({grade_for(name) for name in (None, *GRADES)}) == len(GRADES) + 1
