"""Metal and glass: what they mirror, what is seen through them, and the shadow they throw."""

import numpy as np
import pytest

from cavendish.clay.render import Placed, PointLight, World, render
from cavendish.clay.render.camera import Camera
from cavendish.clay.render.light import Light
from cavendish.clay.render.solids import Rays
from cavendish.clay.render.thinning import Thinned
from cavendish.clay.render.world import SKIES
from cavendish.clay.sculpt import Material, Shape, srgb

from .worlds import ball_world

WALL = Placed(Shape("wall").box((0, 1, -3), (4, 2, 0.1), srgb("#d02020")))


def ball_of(material: Material, color: str = "#f4f4f4", **changes: object) -> World:
    ball = Shape("ball").ellipsoid((0, 0.5, 0), 0.5, srgb(color), material=material)
    return ball_world(**{"objects": (Placed(ball),), **changes})


def face(world: World) -> np.ndarray:
    """The pixels (n, 3) of the middle of the ball."""
    rows, columns = np.indices((96, 96))
    picture = render(world, 96, 96).astype(int)
    return picture[(rows - 49) ** 2 + (columns - 48) ** 2 < 11**2]


@pytest.mark.parametrize("sky", ["studio", "room", "day", "night"])
def test_metal_is_light_beside_dark(sky: str) -> None:
    metal, clay = (
        render(ball_of(material, sky=sky), 96, 96)[38:60, 38:58].astype(int).mean(axis=2)
        for material in (Material.METAL, Material.CLAY)
    )
    assert np.abs(np.diff(metal, axis=0)).mean() > 1.7 * np.abs(np.diff(clay, axis=0)).mean()


def test_metal_tints_what_it_mirrors() -> None:
    silver, gold = (face(ball_of(Material.METAL, color)).mean(axis=0) for color in ("#f6f3ee", "#ffca62"))
    assert np.ptp(silver) < 40
    assert gold[0] > gold[1] > gold[2] + 40


@pytest.mark.parametrize("sky", SKIES)
def test_metal_is_never_black_nor_all_white(sky: str) -> None:
    shown = face(ball_of(Material.METAL, sky=sky))
    assert shown.max() > 60
    assert shown.mean() < 245


def test_metal_mirrors_the_lamps_of_its_scene() -> None:
    dark = {"sky": "space", "sun_color": (0.1, 0.1, 0.1), "sky_light": (0.02, 0.02, 0.02)}
    lamp = PointLight((0, 1.5, 3), (1.0, 0.1, 0.1), 3.0)
    without, lit = (face(ball_of(Material.METAL, points=points, **dark)) for points in ((), (lamp,)))
    assert lit[:, 0].max() > without[:, 0].max() + 60


def test_glass_shows_what_is_behind_it_all_over() -> None:
    world = ball_of(Material.GLASS)
    shown = face(ball_of(Material.GLASS, objects=(*world.objects, WALL)))
    assert np.median(shown[:, 0] - shown[:, 1]) > 40


def test_glass_has_its_colour() -> None:
    blue = face(ball_of(Material.GLASS, "#2050d0"))
    clear = face(ball_of(Material.GLASS, "#e3f3f0"))
    assert np.median(blue[:, 2] - blue[:, 0]) > np.median(clear[:, 2] - clear[:, 0]) + 40


def test_what_is_frosted_hides_what_is_behind_it() -> None:
    shapes = [Shape("ball").ellipsoid((0, 0.5, 0), 0.5, np.full(3, tone), material=Material.GLASS) for tone in (0.9, 2)]
    clear, frosted = (face(ball_world(objects=(Placed(shape), WALL))) for shape in shapes)
    assert np.median(clear[:, 0] - clear[:, 1]) > 2 * np.median(frosted[:, 0] - frosted[:, 1])


def test_glass_throws_a_light_shadow() -> None:
    shadows = []
    for material in (Material.CLAY, Material.GLASS):
        world = ball_of(material, sun=(-1, 1, 0))
        light = Light(world, Camera(world.camera, 96, 96))
        place = Rays(np.array([[1, 3, 0, 1]], np.float32).T, np.array([[0, -1, 0, 0]], np.float32).T)
        shadows.append(light.visibility(light.surface(place, light.trace(place)))[1, 0])
    assert shadows[0] < 0.05 < 0.2 < shadows[1] < 0.9


def test_glass_is_seen_in_mirrors_and_through_glass() -> None:
    """Deeper than once, glass asks its surroundings: it ends, and it is not black."""
    pane = Shape("pane").box((0, 0.5, 1.5), (0.6, 0.6, 0.02), srgb("#f0f0f0"), material=Material.GLASS)
    world = ball_of(Material.GLASS, ground="water")
    picture = render(ball_of(Material.GLASS, ground="water", objects=(*world.objects, Placed(pane))), 64, 64)
    assert picture[20:50, 20:44].mean() > 40


def test_thinned_places_take_the_mean_of_their_neighbours() -> None:
    positions = np.array([[0, 1, 2, 3, 4, 40, 41, 42]], np.float32)
    thinned = Thinned(positions, 1.5)
    assert thinned.own.tolist() == [0, 2, 4, 5, 6, 7]
    values = thinned.spread(np.array([[0, 2, 8, 1, 1, 1]], np.float32))
    assert values.tolist() == [[0, 1, 2, 5, 8, 1, 1, 1]]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_places_are_all_asked_or_lie_between(count: int) -> None:
    positions = np.arange(count, dtype=np.float32)[None]
    thinned = Thinned(positions, 1.5)
    assert thinned.spread(positions[:, thinned.own]).tolist() == positions.tolist()
