"""Places: they build for every hour and weather, keep clear of the items, and stay as they are when items go."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.clay import sets
from cavendish.clay.render import World, render
from cavendish.clay.scene import GRADES, LIGHTS, PLACES, TIMES, WEATHERS, Camera, Item, Lettering, Scene, Setting
from cavendish.clay.sets.items import footprint

CAMERA = Camera(eye=(0.0, 1.7, 7.0), look=(0.0, 1.1, 0.0))
CAT = Item("cat1", "cat", "cat", (-0.4, 0.0, 0.6), yaw=14.0)
TREE = Item("tree1", "tree", "tree", (0.6, 0.0, -0.6))
SCENE = Scene(11, (CAT, TREE), Setting(), CAMERA)


def built(scene: Scene, *, width: int = 64, height: int = 64) -> World:
    return sets.build(scene, width=width, height=height)


def scenery(scene: Scene) -> set[tuple[str, tuple[float, float, float]]]:
    return {(thing.shape.name, thing.at) for thing in built(scene).objects[len(scene.items) :]}


def test_every_place_of_the_scene_graph_exists() -> None:
    assert set(PLACES) == set(sets.PLACES)


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("place", PLACES)
def test_builds_every_place_at_every_hour(place: str, time: str) -> None:
    world = built(replace(SCENE, setting=Setting(place=place, time=time)))
    assert len(world.objects) >= len(SCENE.items)
    for thing in world.objects:
        assert np.isfinite([*thing.at, thing.scale, thing.yaw]).all()
        assert thing.scale > 0
        thing.shape.bounds()


@pytest.mark.parametrize("place", PLACES)
def test_every_place_can_be_drawn(place: str) -> None:
    pixels = render(built(replace(SCENE, setting=Setting(place=place)), width=24, height=24), 24, 24)
    assert pixels.std() > 5


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("place", ["meadow", "city", "table"])
def test_takes_every_light(place: str, light: str) -> None:
    plain = built(replace(SCENE, setting=Setting(place=place)))
    lit = built(replace(SCENE, setting=Setting(place=place, light=light)))
    assert (lit.sky, lit.sun_color) != (plain.sky, plain.sun_color)


@pytest.mark.parametrize("weather", WEATHERS)
def test_weather_shows(weather: str) -> None:
    world = built(replace(SCENE, setting=Setting(weather=weather)))
    assert (world.snowfall > 0) == (weather == "snow")
    assert (world.rain > 0) == (weather == "rain")
    if weather == "fog":
        assert world.fog_density > built(SCENE).fog_density


@pytest.mark.parametrize("place", ["meadow", "beach", "village", "street", "desert", "underwater"])
def test_taking_an_item_away_moves_nothing(place: str) -> None:
    before = replace(SCENE, setting=Setting(place=place))
    after = replace(before, items=(CAT,))
    assert scenery(before) <= scenery(after)


def test_another_seed_makes_another_meadow() -> None:
    assert scenery(SCENE) != scenery(replace(SCENE, seed=12))


def test_scenery_keeps_clear_of_the_items() -> None:
    small = {"tuft", "flower", "pebbles"}
    bodies = [footprint(item) for item in SCENE.items]
    for thing in built(SCENE).objects:
        if thing.shape.name in small:
            assert all(np.hypot(thing.at[0] - body.x, thing.at[2] - body.z) > body.radius for body in bodies)


def test_items_stand_where_the_scene_says() -> None:
    cat, tree = built(SCENE).objects[:2]
    assert (cat.at, cat.yaw) == (CAT.at, CAT.yaw)
    assert tree.at == TREE.at


def test_a_boat_lies_in_the_water_and_a_cat_on_a_raft() -> None:
    boat = Item("boat1", "sailboat", "boat", (0.0, 0.0, 0.0))
    world = built(replace(SCENE, items=(boat, CAT), setting=Setting(place="sea")))
    assert world.objects[0].at[1] < 0
    assert 0 < world.objects[1].at[1] < 0.1
    assert sum(thing.shape.name == "raft" for thing in world.objects) == 1


@pytest.mark.parametrize("kind", ["lighthouse", "castle", "house", "palm", "flower"])
def test_what_is_built_or_rooted_has_an_islet_which_it_shares(kind: str) -> None:
    rooted = Item("thing1", kind, kind, (1.0, 0.0, 0.0))
    boat = Item("boat1", "sailboat", "boat", (-2.0, 0.0, 0.0))
    world = built(replace(SCENE, items=(rooted, CAT, boat), setting=Setting(place="sea")))
    grounds = [thing.shape for thing in world.objects if thing.shape.name in {"raft", "islet"}]
    assert [ground.name for ground in grounds] == ["islet"]
    (left, _, _), (right, top, _) = grounds[0].bounds()
    assert left < CAT.at[0] < rooted.at[0] < right
    assert world.objects[0].at[1] == world.objects[1].at[1]
    assert 0 < world.objects[0].at[1] < top
    assert world.objects[2].at[1] < 0


def test_whoever_cannot_swim_has_an_islet_in_a_lake() -> None:
    world = built(replace(SCENE, items=(CAT,), setting=Setting(place="lake")))
    names = [thing.shape.name for thing in world.objects]
    assert names.count("islet") == 1
    assert "raft" not in names
    assert world.objects[0].at[1] > 0.1
    duck = Item("duck1", "duck", "duck", (0.0, 0.0, 0.0))
    swum = built(replace(SCENE, items=(duck,), setting=Setting(place="lake")))
    assert not {"islet", "raft"} & {thing.shape.name for thing in swum.objects}


def test_who_sits_on_something_rises_with_it() -> None:
    house = Item("house1", "house", "house", (0.0, 0.0, 0.0))
    roof, sky = replace(CAT, id="cat2", at=(0.0, 2.0, 0.0)), replace(CAT, id="cat3", at=(9.0, 2.0, 0.0))
    home, on_roof, in_air = built(replace(SCENE, items=(house, roof, sky), setting=Setting(place="sea"))).objects[:3]
    assert on_roof.at[1] - 2.0 == pytest.approx(home.at[1])
    assert in_air.at[1] == 2.0


def test_a_bridge_stands_in_the_water() -> None:
    bridge = Item("bridge1", "bridge", "bridge", (0.0, 0.0, 0.0))
    world = built(replace(SCENE, items=(bridge,), setting=Setting(place="sea")))
    assert not {"raft", "islet"} & {thing.shape.name for thing in world.objects}


def test_the_pedestal_of_the_neon_city_lifts_items_and_camera_alike() -> None:
    world = built(replace(SCENE, items=(CAT,), setting=Setting(place="city", light="neon")))
    lift = world.objects[0].at[1] - CAT.at[1]
    assert lift > 0
    assert world.camera.eye[1] == pytest.approx(CAMERA.eye[1] + lift)


@pytest.mark.parametrize("ratio", [(64, 64), (96, 40), (32, 128)])
def test_letters_fit_the_frame_and_balloons_leave_them_free(ratio: tuple[int, int]) -> None:
    camera = Camera(eye=(0.0, 2.0, 8.6), look=(0.0, 2.0, 0.0))
    scene = Scene(3, (), Setting(place="poster"), camera, (Lettering("GRAND OPENING"),))
    plain = replace(scene, lettering=())
    world = built(scene, width=ratio[0], height=ratio[1])
    assert len(built(plain).objects) == 0
    assert any(thing.shape.name == "balloon" for thing in world.objects)
    letters = next(thing for thing in world.objects if thing.shape.name == "GRAND OPENING")
    balloons = [thing for thing in world.objects if thing.shape.name == "balloon"]
    assert all(balloon.at[2] < letters.at[2] for balloon in balloons)


def test_a_focused_item_is_where_the_lens_is_set() -> None:
    near = built(replace(SCENE, camera=replace(CAMERA, focus="cat1"))).camera.focus_distance
    far = built(replace(SCENE, camera=replace(CAMERA, focus="tree1"))).camera.focus_distance
    assert near is not None
    assert far is not None
    assert near < far


@pytest.mark.parametrize("grade", GRADES)
def test_every_grade_changes_the_picture(grade: str) -> None:
    plain, graded = built(SCENE), built(replace(SCENE, grade=grade))
    assert (graded.grade, graded.saturation, graded.contrast) != (plain.grade, plain.saturation, plain.contrast)
