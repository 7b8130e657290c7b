"""Rays, light and whole pictures of small worlds."""

import numpy as np
import pytest

from cavendish.clay.plan import Plan
from cavendish.clay.render import Canvas, Painter, Placed, View, frame_size, render
from cavendish.clay.render.camera import Camera
from cavendish.clay.render.light import Light
from cavendish.clay.render.solids import Rays
from cavendish.clay.render.trace import GROUND, NOTHING
from cavendish.clay.render.world import GROUNDS, SKIES
from cavendish.clay.sculpt import Material, Shape, srgb
from tests.clay.sculpt.test_shapes import SAMPLES

from .worlds import VIEW, ball_world, busy_world


def ray(origin: tuple[float, float, float], direction: tuple[float, float, float]) -> Rays:
    aim = np.array(direction, np.float32)
    return Rays(np.array([[*origin, 1]], np.float32).T, np.array([[*(aim / np.linalg.norm(aim)), 0]], np.float32).T)


def light_of(**changes: object) -> Light:
    world = ball_world(**changes)
    return Light(world, Camera(world.camera, 1024, 1024))


def test_a_ray_meets_the_nearest_thing() -> None:
    light = light_of()
    ball, floor, sky = (light.trace(ray((0, 0.5, 5), aim)) for aim in ((0, 0, -1), (0, -0.5, -1), (0, 1, -1)))
    assert (ball.lengths[0], ball.solids[0]) == (pytest.approx(4.5, abs=2e-3), 0)
    assert (floor.lengths[0], floor.solids[0]) == (pytest.approx(0.5 * 5**0.5, abs=1e-3), GROUND)
    assert (sky.lengths[0], sky.solids[0]) == (np.inf, NOTHING)


def test_placing_scales_turns_and_moves() -> None:
    stick = Shape("stick").cone((0, 0.5, 0), (1, 0.5, 0), 0.1, 0.1, srgb("#ffffff"))
    light = light_of(objects=(Placed(stick, (0, 1, 0), 2, 90),))
    # Turned by 90 degrees the stick points away from the viewer, from z = 0 to z = -2, its axis at y = 2.
    assert light.trace(ray((0, 2, 5), (0, 0, -1))).lengths[0] == pytest.approx(4.8, abs=5e-3)
    assert light.trace(ray((5, 2, -1), (-1, 0, 0))).lengths[0] == pytest.approx(4.8, abs=5e-3)
    assert light.trace(ray((5, 2, 1), (-1, 0, 0))).solids[0] == NOTHING


def test_normals_point_outwards() -> None:
    light = light_of()
    rays = ray((0, 3, 0.3), (0, -1, 0))
    seen = light.surface(rays, light.trace(rays))
    assert seen.facets[:, 0] == pytest.approx([0, 0.8, 0.6], abs=0.01)


def test_shadow_falls_away_from_the_sun_and_contact_is_dark() -> None:
    light = light_of(sun=(-1, 1, 0))
    places = [ray((x, 3, z), (0, -1, 0)) for x, z in ((1.0, 0), (-2.0, 0), (0.62, 0), (5.0, 5.0))]
    visible = [light.visibility(light.surface(place, light.trace(place)))[:, 0] for place in places]
    shadow, lit, contact, far = visible
    assert shadow[1] < 0.05
    assert lit[1] > 0.95
    assert contact[0] < 0.75 < 0.98 < far[0]


def test_casting_no_shadow() -> None:
    world = ball_world(sun=(-1, 1, 0))
    still = Placed(world.objects[0].shape, casts_shadow=False)
    light = light_of(sun=(-1, 1, 0), objects=(still,))
    place = ray((1.0, 3, 0), (0, -1, 0))
    assert light.visibility(light.surface(place, light.trace(place)))[1, 0] == 1


def test_the_picture_shows_what_stands_where() -> None:
    picture = render(ball_world(), 96, 96).astype(int)
    red, green, blue = picture[52, 48]
    assert red > 2 * green
    assert red > 2 * blue
    assert np.ptp(picture[4, 4]) < 40
    left, right = picture[:, :30].mean(), picture[:, -30:].mean()
    assert abs(left - right) < 30


def test_bright_and_dark_sides() -> None:
    picture = render(ball_world(sun=(-1, 0.6, 0.6)), 96, 96).astype(int)
    assert picture[50, 40].sum() > picture[50, 57].sum() + 60


@pytest.mark.parametrize("size", [(64, 64), (160, 20), (20, 160), (33, 47)])
def test_every_shape_of_frame(size: tuple[int, int]) -> None:
    picture = render(busy_world(), *size)
    assert picture.shape == (size[1], size[0], 3)
    assert picture.std() > 10


def test_tall_frames_grow_upwards_and_wide_ones_stop() -> None:
    square, tall, wide = frame_size(34, 1), frame_size(34, 1 / 8), frame_size(34, 8)
    assert square == pytest.approx((0.3057, 0.3057), abs=1e-3)
    assert tall[0] == pytest.approx(0.62 * square[0])
    assert tall[1] == pytest.approx(8 * tall[0])
    assert wide == pytest.approx((1.35, 1.35 / 8))


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ground_renders(ground: str) -> None:
    picture = render(ball_world(ground=ground, sky="day"), 48, 48)
    assert 15 < picture[36:].mean() < 250


@pytest.mark.parametrize("sky", SKIES)
def test_every_sky_renders_without_a_seam(sky: str) -> None:
    """Far ground takes the sky's colour: rows above and below the horizon differ no more than their neighbours."""
    view = View(eye=(0, 1.2, 5), look=(0, 1.2, 0))
    world = ball_world(sky=sky, objects=(), camera=view, fog_density=0.5, vignette=0.0)
    rows = render(world, 64, 64).astype(float).mean(axis=(1, 2))
    assert abs(rows[33] - rows[30]) < 16


def test_looking_straight_down_works() -> None:
    world = ball_world(camera=View(eye=(0, 6, 0), look=(0, 0, 0)))
    red, green, _ = render(world, 32, 32)[16, 16].astype(int)
    assert red > green


def test_an_empty_world_is_all_sky() -> None:
    assert render(ball_world(objects=(), ground=None, sky="day"), 24, 24).std() < 60


def test_a_shape_of_cuts_alone_is_nothing() -> None:
    hole = Shape("hole").ellipsoid((0, 0.5, 0), 0.5, srgb("#ffffff"), op="subtract")
    world = ball_world(objects=(Placed(hole), Placed(Shape("empty"))))
    assert np.array_equal(render(world, 32, 32), render(ball_world(objects=()), 32, 32))


def test_water_mirrors() -> None:
    glowing = ball_world(ground="water", sky="night", sky_light=(0.02, 0.02, 0.02), sun_color=(0.5, 0.5, 0.5))
    dark = ball_world(ground="asphalt", sky="night", sky_light=(0.02, 0.02, 0.02), sun_color=(0.5, 0.5, 0.5))
    wet, dry = (render(world, 64, 64)[46:52, 26:38].astype(int) for world in (glowing, dark))
    assert (wet[..., 0] - wet[..., 2]).max() > (dry[..., 0] - dry[..., 2]).max() + 15


def test_order_of_tasks_does_not_matter() -> None:
    plan = Plan(200, 150)
    first, second = (Painter(busy_world(), Canvas(plan, bytearray(plan.size))) for _ in range(2))
    for stage in plan.stages:
        for task in stage:
            first.paint(task)
        for task in reversed(stage):
            second.paint(task)
    assert np.array_equal(first.pixels, second.pixels)
    assert np.array_equal(first.pixels, render(busy_world(), 200, 150))


def test_tiles_leave_no_seams() -> None:
    """A smooth sky and floor stay smooth across the borders of tiles."""
    picture = render(ball_world(objects=()), 260, 140).astype(int)
    steps = np.abs(np.diff(picture, axis=1)).max(axis=(0, 2))
    assert steps.max() <= 4


def test_camera_rays_span_the_frame() -> None:
    camera = Camera(VIEW, 100, 50)
    rays = camera.rays(np.array([50, 0, 100], np.float32), np.array([25, 25, 25], np.float32))
    assert rays.directions[:3, 0] == pytest.approx(camera.forward, abs=1e-5)
    half = np.arccos(rays.directions[:3, 1] @ camera.forward)
    assert np.tan(half) == pytest.approx(camera.half_width, rel=1e-3)


def test_a_camera_that_leans_to_the_right_sees_the_horizon_rise_to_the_right() -> None:
    view = View(eye=(0, 1.2, 5), look=(0, 1.2, 0), roll=12)
    rays = Camera(view, 100, 100).rays(np.array([2, 98], np.float32), np.array([50, 50], np.float32))
    assert rays.directions[1, 0] > 0.03
    assert rays.directions[1, 1] < -0.03


def test_glass_shows_what_is_behind_it() -> None:
    pane = Shape("pane").box((0, 0.5, 2), (0.6, 0.6, 0.02), srgb("#f0f0f0"), material=Material.GLASS)
    behind = ball_world().objects
    clear = render(ball_world(objects=(*behind, Placed(pane))), 96, 96)[52, 48].astype(int)
    assert clear[0] > clear[2] + 40


@pytest.mark.parametrize("name", SAMPLES)
def test_every_form_renders(name: str) -> None:
    bare, stood = (ball_world(objects=objects) for objects in ((), (Placed(SAMPLES[name], (0, 0.6, 0)),)))
    assert np.abs(render(bare, 48, 48).astype(int) - render(stood, 48, 48)).max() > 40
