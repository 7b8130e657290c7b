"""Outlines blown up: a disc becomes a lens, a strip a tube, and distances lead rays safely to the skin."""

import numpy as np
import pytest

from cavendish.clay.sculpt import Part, Shape, srgb
from cavendish.clay.sculpt.inflation import SAMPLES, inflated
from cavendish.clay.sculpt.pillow import Pillow

SIDE = 2 * SAMPLES


def disc(radius: float) -> np.ndarray:
    """Coverage of a disc whose radius is given as a share of the square's side."""
    y, x = np.mgrid[:SIDE, :SIDE] / (SIDE - 1) - 0.5
    return (np.hypot(x, y) < radius).astype(np.float32)


def strip(half: float) -> np.ndarray:
    y, x = np.mgrid[:SIDE, :SIDE] / (SIDE - 1) - 0.5
    return ((np.abs(y) < half) & (np.abs(x) < 0.4)).astype(np.float32)


def points(x: object, y: object, z: object) -> np.ndarray:
    rows = np.broadcast_arrays(np.asarray(x, np.float32), np.asarray(y, np.float32), np.asarray(z, np.float32))
    return np.stack([*(row.ravel() for row in rows), np.ones(rows[0].size, np.float32)])


def skin(pillow: Pillow) -> np.ndarray:
    """Points (n, 3) all over the skin."""
    count = len(pillow.outline)
    rows, columns = np.nonzero(pillow.squares > 0)
    x, y = columns / (count - 1) - 0.5, 0.5 - rows / (count - 1)
    height = np.sqrt(pillow.squares[rows, columns])
    return np.concatenate([np.stack([x, y, share * height], axis=1) for share in (-1, -0.6, 0, 0.6, 1)])


def test_a_disc_is_thickest_in_its_middle_and_thin_at_its_seam() -> None:
    pillow = inflated(disc(0.3))
    middle = len(pillow.squares) // 2
    profile = np.sqrt(np.maximum(pillow.squares[middle, middle:], 0))
    assert 0.08 < profile[0] < 0.3
    assert (np.diff(profile) <= 1e-4).all()
    assert profile[np.flatnonzero(pillow.outline[middle, middle:] < 0)[-1]] < 0.25 * profile[0]


def test_what_is_wider_is_thicker() -> None:
    depths = [inflated(strip(half)).half_depth for half in (0.03, 0.08, 0.2)]
    assert depths == sorted(depths)
    assert depths[0] > 0.02


@pytest.mark.parametrize("coverage", [disc(0.3), strip(0.06), np.maximum(disc(0.12), strip(0.03))])
def test_distances_have_the_right_sign_and_hardly_ever_lead_too_far(coverage: np.ndarray) -> None:
    pillow = inflated(coverage)
    surface = skin(pillow)
    places = np.random.default_rng(4).uniform((-0.6, -0.6, -0.4), (0.6, 0.6, 0.4), (400, 3))
    distance = pillow.distance(points(*places.T))
    outside = distance > 0.02
    true = np.array([np.sqrt(((surface - place) ** 2).sum(axis=1).min()) for place in places[outside]])
    share = distance[outside] / true
    assert outside.mean() > 0.8
    assert (share < 1.1).mean() > 0.98
    assert share.min() > 0.2
    assert (pillow.distance(points(0.0, 0.0, 0.0)) < 0).all()


def test_an_outline_of_nothing_is_nowhere() -> None:
    pillow = inflated(np.zeros((SIDE, SIDE), np.float32))
    low, high = pillow.box()
    assert (low == high).all()
    assert (pillow.distance(points(0.0, 0.0, [0.0, 0.1])) > 0).all()


def test_moves_and_grows_with_its_shape() -> None:
    flat = Shape("disc")
    flat.parts.append(Part(inflated(disc(0.3)), srgb("#ff0000")))
    grown = Shape("disc").merge(flat, (1.0, 2.0, 3.0), scale=2.0, yaw=90)
    low, high = grown.bounds()
    assert np.allclose(np.add(low, high) / 2, (1, 2, 3), atol=0.02)
    assert high[2] - low[2] == pytest.approx(1.2, abs=0.03)
    near = flat.parts[0].form.distance(points(0.5, 0.0, 0.0))
    assert grown.parts[0].form.distance(points(1.0, 2.0, 2.0)) == pytest.approx(2 * near, rel=0.02)


def test_lines_are_pressed_in() -> None:
    lines = np.zeros((SAMPLES, SAMPLES), np.float32)
    lines[:, SAMPLES // 2 - 2 : SAMPLES // 2 + 3] = 1
    plain, pressed = inflated(disc(0.3)), inflated(disc(0.3), lines=lines, depth=0.4)
    middle, beside = SAMPLES // 2, SAMPLES // 2 + 30
    assert pressed.squares[middle, middle] == pytest.approx(plain.squares[middle, middle] * 0.36, rel=0.05)
    assert pressed.squares[middle, beside] == plain.squares[middle, beside]
