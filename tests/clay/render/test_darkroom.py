"""From light to pixels."""

import numpy as np
import pytest

from cavendish.clay.plan import Plan
from cavendish.clay.render import Canvas, Painter, View, World, render
from cavendish.clay.render.darkroom import develop, glow
from cavendish.clay.render.resampling import blur, enlarge, shrink

from .worlds import ball_world, busy_world


def developed(world: World, light: np.ndarray, nearness: float | np.ndarray = 0.2) -> np.ndarray:
    """The pixels that a given light makes."""
    height, width, _ = light.shape
    plan = Plan(width, height)
    canvas = Canvas(plan, bytearray(plan.size))
    canvas["light"][:], canvas["nearness"][:] = light, nearness
    glow(world, canvas)
    for top in range(0, height, 16):
        develop(world, canvas, top, min(top + 16, height))
    return canvas["pixels"].astype(int)


def plain(**changes: object) -> World:
    return ball_world(vignette=0.0, **changes)


def test_more_light_is_brighter_and_never_clips_hard() -> None:
    steps = np.repeat(np.array([0.0, 0.1, 0.4, 1.0, 3.0, 12.0]), 8)
    row = developed(plain(), np.broadcast_to(steps[None, :, None], (16, 48, 3)).copy())[8, 4::8, 0]
    assert (np.diff(row) > 0).all()
    assert row[0] < 8
    assert row[3] > 180


def test_bloom_spreads_bright_light() -> None:
    light = np.full((64, 64, 3), 0.05)
    light[28:36, 28:36] = 8
    plain_picture, blooming = developed(plain(), light), developed(plain(bloom=1.0), light)
    assert blooming[32, 44].sum() > plain_picture[32, 44].sum() + 30


def test_depth_of_field_blurs_what_is_out_of_focus_only() -> None:
    view = View(eye=(0, 1, 5), look=(0, 1, 0), focus_distance=5, aperture=1.0)
    checks = np.indices((96, 96)).sum(axis=0) // 2 % 2
    light = np.repeat(checks[..., None] * 0.8, 3, axis=2)
    nearness = np.full((96, 96), 0.2)
    nearness[:, 48:] = 0.02
    picture = developed(plain(camera=view), light, nearness)
    assert picture[:, 4:40].std() > 2 * picture[:, 56:92].std()


def test_a_longer_lens_blurs_more() -> None:
    checks = np.indices((96, 96)).sum(axis=0) // 4 % 2
    light = np.repeat(checks[..., None] * 0.8, 3, axis=2)
    views = [View(eye=(0, 1, 5), look=(0, 1, 0), fov=fov, focus_distance=8, aperture=1.0) for fov in (34, 22, 12)]
    normal, portrait, tele = (developed(plain(camera=view), light, 0.05).std() for view in views)
    assert normal > portrait > tele


def test_a_subject_is_sharp_from_front_to_back() -> None:
    view = View(eye=(0, 1, 5), look=(0, 1, 0), fov=12, focus_distance=8, aperture=1.0)
    light = np.random.default_rng(2).uniform(0, 1, (48, 48, 3))
    sharp, subject = (developed(plain(camera=lens), light, 1 / 8.3) for lens in (View((0, 1, 5), (0, 1, 0)), view))
    assert np.array_equal(sharp, subject)


def test_saturation_zero_is_grey() -> None:
    light = np.random.default_rng(1).uniform(0, 1, (16, 16, 3))
    picture = developed(plain(saturation=0.0), light)
    assert np.ptp(picture, axis=2).max() <= 1


def test_grade_tints() -> None:
    light = np.full((16, 16, 3), 0.4)
    red, _, blue = developed(plain(grade=(1.0, 0.9, 0.6)), light)[8, 8]
    assert red > blue + 30


def test_vignette_darkens_corners() -> None:
    light = np.full((64, 64, 3), 0.4)
    picture = developed(ball_world(vignette=0.3), light)
    assert picture[0, 0, 0] < picture[32, 32, 0] - 20


@pytest.mark.parametrize("kind", ["snowfall", "rain", "confetti"])
def test_weather_is_seeded_and_hidden_by_near_things(kind: str) -> None:
    light = np.full((64, 64, 3), 0.1)
    clear = developed(plain(), light)
    falling = developed(plain(**{kind: 200}), light)
    assert (falling != clear).any(axis=2).mean() > 0.005
    assert np.array_equal(falling, developed(plain(**{kind: 200}), light))
    assert not np.array_equal(falling, developed(plain(seed=1, **{kind: 200}), light))
    assert np.array_equal(developed(plain(**{kind: 200}), light, 10.0), developed(plain(), light, 10.0))


def test_bands_make_one_picture() -> None:
    """Developing in bands of other heights gives the same pixels, overlays and blurs included."""
    plan = Plan(80, 60)
    canvases = [Canvas(plan, bytearray(plan.size)) for _ in range(2)]
    for canvas, step in zip(canvases, (60, 7), strict=True):
        painter = Painter(busy_world(), canvas)
        for stage in plan.stages[:-1]:
            for task in stage:
                painter.paint(task)
        for top in range(0, 60, step):
            develop(busy_world(), canvas, top, min(top + step, 60))
    one, many = (canvas["pixels"].astype(int) for canvas in canvases)
    assert np.abs(one - many).max() <= 1


def test_the_large_way_of_tracing_agrees_with_the_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half-size tracing with sharpened edges looks like tracing every pixel."""
    world = ball_world(sky="day")
    direct = render(world, 301, 203).astype(int)
    monkeypatch.setattr("cavendish.clay.plan._DIRECT", 1000)
    assert Plan(301, 203).scale == 2
    sharpened = render(world, 301, 203).astype(int)
    difference = np.abs(direct - sharpened)
    assert difference.mean() < 1.5
    assert (difference.max(axis=2) > 40).mean() < 0.004


def test_the_buffer_has_room_for_any_file() -> None:
    """The file takes the place of the light and may not reach what lies behind it."""
    for size in (1, 16, 300):
        plan = Plan(size, size)
        assert plan.layers["nearness"].offset >= 4 * size * size + 200_000


def test_plan_covers_every_pixel_once() -> None:
    for width, height in ((1024, 1024), (4096, 4096), (12288, 1536), (701, 5603)):
        plan = Plan(width, height)
        for stage in plan.stages:
            covered = sum((task.right - task.left) * (task.bottom - task.top) for task in stage)
            base = plan.base[0] * plan.base[1]
            assert covered == (base if stage[0].stage == "trace" else width * height)


def test_layers_do_not_overlap() -> None:
    plan = Plan(2500, 1500)
    canvas = Canvas(plan, bytearray(plan.size))
    for index, name in enumerate(plan.layers):
        canvas[name][...] = index
    for index, name in enumerate(plan.layers):
        assert (canvas[name] == index).all()


def test_shrinking_blurring_and_enlarging_keep_the_mean() -> None:
    values = np.random.default_rng(3).uniform(0, 1, (37, 53, 2)).astype(np.float32)
    small = shrink(values, 4)
    assert small.shape == (10, 14, 2)
    assert small.mean() == pytest.approx(values.mean(), abs=0.03)
    soft = blur(values, 3)
    assert soft.mean() == pytest.approx(values.mean(), abs=0.03)
    assert soft.std() < values.std() / 3
    large = enlarge(small, (106, 74), (0, 0, 53 / 4, 37 / 4))
    assert large.shape == (74, 106, 2)
    assert large.mean() == pytest.approx(values.mean(), abs=0.05)
