"""Mountains: a range is solid below its surface and open above, every seed has its own, and none cuts the sky off."""

import numpy as np

from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Shape
from cavendish.clay.sculpt.forms import Form
from cavendish.clay.sets.massif import mountains


def near_range(seed: int, *, snowy: bool = False) -> Placed:
    return mountains(seed, snowy=snowy)[0]


def form_of(shape: Shape) -> Form:
    return shape.parts[0].form


def columns_of(values: list[tuple[float, float, float]]) -> np.ndarray:
    return np.array([(*value, 1.0) for value in values], np.float32).T


def test_what_is_below_the_surface_is_solid_and_what_is_above_is_open() -> None:
    shape = near_range(3).shape
    low, high = shape.bounds()
    places = [(x, z) for x in np.linspace(low[0], high[0], 9) for z in np.linspace(low[2], high[2], 5)]
    above, below = columns_of([(x, high[1] + 1, z) for x, z in places]), columns_of([(x, -1.0, z) for x, z in places])
    assert (form_of(shape).distance(above) > 0).all()
    assert (form_of(shape).distance(below) < 0).all()


def test_a_step_along_a_ray_never_jumps_over_the_surface() -> None:
    """The distance may fall short but must not exceed the way to the nearest surface: else peaks would have holes."""
    form = form_of(near_range(5).shape)
    chance = np.random.default_rng(1)
    points = columns_of([tuple(point) for point in chance.uniform((-20, 0.5, -8), (20, 9, 8), (400, 3))])
    gaps = form.distance(points)
    for direction in chance.normal(size=(24, 3)):
        moved = points.copy()
        moved[:3] += (direction / np.linalg.norm(direction))[:, None].astype(np.float32) * np.maximum(gaps, 0) * 0.98
        assert (form.distance(moved)[gaps > 0] > -1e-3).all()


def test_a_moved_range_is_the_same_range() -> None:
    form = form_of(near_range(5).shape)
    shift = np.array([3.0, 1.0, -2.0], np.float32)
    points = columns_of([(0.0, 4.0, 1.0), (-6.0, 2.0, 0.0)])
    there = points * np.float32(2.0)
    there[:3] += shift[:, None]
    there[3] = 1
    moved = form.moved(np.eye(3, dtype=np.float32), shift, 2.0)
    np.testing.assert_allclose(moved.distance(there), 2 * form.distance(points), atol=1e-3)


def test_every_seed_has_its_own_mountains() -> None:
    heights = [near_range(seed).shape.bounds().hi[1] for seed in (1, 1, 2)]
    assert heights[0] == heights[1]
    assert heights[0] != heights[2]


def test_in_winter_there_is_more_snow() -> None:
    def whiteness(*, snowy: bool) -> float:
        part = near_range(4, snowy=snowy).shape.parts[0]
        assert part.pattern is not None
        points = np.random.default_rng(2).uniform((-15, 0, -4), (15, 6, 4), (500, 3)).astype(np.float32).T
        base = np.broadcast_to(part.color, (500, 3)).astype(np.float32)
        return float(part.pattern(base, *points).mean())

    assert whiteness(snowy=True) > whiteness(snowy=False) * 1.2
