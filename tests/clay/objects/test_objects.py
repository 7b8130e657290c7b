"""Every kind can be modelled, stands on the ground, has the size the table says and takes colour and material."""

import subprocess
import sys

import numpy as np
import pytest

from cavendish.clay.objects import KINDS, Look, measure, natural_scale
from cavendish.clay.objects.materials import finish
from cavendish.clay.scene import MATERIALS
from cavendish.clay.sculpt import Mass, Material, Shape, paint, srgb

BLUE = srgb("#2040e0")


def points_on(shape: Shape, *, seed: int = 3, count: int = 8000) -> np.ndarray:
    """Points (4, n) near the surface of a shape."""
    low, high = shape.bounds()
    places = np.random.default_rng(seed).uniform(low, high, (count, 3)).T
    points = np.ones((4, count), np.float32)
    points[:3] = places
    distance = Mass(shape.parts).distance(points)
    return points[:, np.abs(distance) < 0.02 * max(np.subtract(high, low))]


@pytest.mark.parametrize("kind", KINDS)
def test_has_the_size_of_the_table(kind: str) -> None:
    low, high = measure(kind)
    extents = np.subtract(high, low)
    assert max(extents) == pytest.approx(KINDS[kind].size, rel=1e-4)
    assert min(extents) > 0.02
    assert low[1] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_stands_on_the_ground_over_its_own_footprint(kind: str) -> None:
    shape = KINDS[kind].build(Look())
    points = points_on(shape)
    height = shape.bounds().hi[1]
    above = points[1][points[1] > 0.0]
    assert above.min() < 0.05 * height
    low, high = shape.bounds()
    for axis in (0, 2):
        assert low[axis] < 0 < high[axis]


@pytest.mark.parametrize("kind", KINDS)
def test_support_lies_within_its_height(kind: str) -> None:
    support = KINDS[kind].support
    assert support is None or 0 < support < measure(kind).hi[1]


@pytest.mark.parametrize("kind", KINDS)
def test_takes_a_colour(kind: str) -> None:
    plain, blue = KINDS[kind].build(Look()), KINDS[kind].build(Look(color=BLUE))
    points = points_on(plain)
    before, _ = paint(plain.parts, points)
    after, _ = paint(blue.parts, points)
    assert np.isfinite(after).all()
    assert (np.abs(before - after).max(axis=1) > 0.05).mean() > 0.01


@pytest.mark.parametrize("kind", ["cat", "apple", "house", "car", "guitar"])
@pytest.mark.parametrize("material", MATERIALS)
def test_takes_every_material(kind: str, material: str) -> None:
    shape = finish(KINDS[kind].build(Look(material=material)), material)
    colors, _ = paint(shape.parts, points_on(shape, count=4000))
    assert np.isfinite(colors).all()


def test_gold_is_metal_but_keeps_the_eyes_dark() -> None:
    cat = finish(KINDS["cat"].build(Look()), "gold")
    metal = [part for part in cat.parts if part.material is Material.METAL]
    assert len(metal) > 20
    assert min(float(part.color.max()) for part in metal) < 0.3 * max(float(part.color.max()) for part in metal)


@pytest.mark.parametrize("material", ["glass", "ice"])
def test_what_is_of_glass_is_clear_but_keeps_its_black_eyes(material: str) -> None:
    elephant = finish(KINDS["elephant"].build(Look(material=material)), material)
    unions = [part for part in elephant.parts if part.op == "union" and part.material is not Material.EMISSIVE]
    glass = [part for part in unions if part.material is Material.GLASS]
    assert len({part.color.tobytes() for part in glass}) == 1
    assert 0 < len(unions) - len(glass) < 6


def test_glass_of_a_colour_keeps_it() -> None:
    red = np.array([0.7, 0.03, 0.03], np.float32)
    heart = finish(KINDS["heart"].build(Look(color=red, material="glass")), "glass")
    assert all(part.color[0] > 3 * part.color[1] for part in heart.parts if part.material is Material.GLASS)


@pytest.mark.parametrize("kind", ["tree", "pine", "house", "rock", "fence"])
def test_snow_lies_on_what_stands_outside(kind: str) -> None:
    shape = KINDS[kind].build(Look(snowy=True))
    points = points_on(shape)
    colors, _ = paint(shape.parts, points)
    white = colors.min(axis=1) > 0.7
    assert white.any()


def test_lamps_shine_in_the_dark_only() -> None:
    def glow(*, lit: bool) -> float:
        parts = KINDS["house"].build(Look(lit=lit)).parts
        return sum(float(part.color.max()) for part in parts if part.material is Material.EMISSIVE)

    assert glow(lit=True) > 5
    assert glow(lit=False) == 0


def test_a_sign_says_its_words() -> None:
    blank, written = KINDS["sign"].build(Look()), KINDS["sign"].build(Look(text="HELLO YOU"))
    assert len(written.parts) - len(blank.parts) == len("HELLOYOU")


def test_the_same_look_makes_the_same_thing() -> None:
    first, second = (KINDS["tree"].build(Look(seed=5)) for _ in range(2))
    assert all(
        a.form.bounds()[0].tolist() == b.form.bounds()[0].tolist()
        for a, b in zip(first.parts, second.parts, strict=True)
    )


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        natural_scale("jabberwock")


def test_the_table_is_read_without_numpy() -> None:
    code = "import sys; from cavendish.clay.objects import KINDS; assert 'cat' in KINDS and 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
