"""The primitives and the sculpting verbs."""

import numpy as np
import pytest

from cavendish.clay.sculpt import Floats, Mass, Material, Shape, paint, srgb

RED, BLUE = srgb("#ff0000"), srgb("#0000ff")
SQUARE = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]


def points(*places: tuple[float, float, float]) -> Floats:
    columns = np.ones((4, len(places)), np.float32)
    columns[:3] = np.array(places, np.float32).T
    return columns


def disc_field() -> Floats:
    """Signed distances to a disc of radius 0.5 over a 2 x 2 square."""
    x, y = np.meshgrid(np.linspace(-1, 1, 81), np.linspace(1, -1, 81))
    return (np.hypot(x, y) - 0.5).astype(np.float32)


SAMPLES = {
    "ball": Shape("ball").ellipsoid((0, 0, 0), 0.5, RED),
    "egg": Shape("egg").ellipsoid((0.1, 0, 0), (0.6, 0.4, 0.3), RED, rotate=(("z", 30),)),
    "limb": Shape("limb").cone((0, -0.4, 0), (0.2, 0.5, 0), 0.2, 0.1, RED),
    "box": Shape("box").box((0, 0, 0), (0.5, 0.3, 0.2), RED, rotate=(("y", 20), ("x", 10))),
    "pot": Shape("pot").cylinder((0, 0, 0), 0.3, 0.4, RED, top_radius=0.5),
    "ring": Shape("ring").torus((0, 0, 0), 0.5, 0.1, RED, rotate=(("x", 90),)),
    "prism": Shape("prism").prism((0, 0, 0), SQUARE, 0.2, RED),
    "bowl": Shape("bowl").lathe((0, 0, 0), [(0, 0), (0.4, 0.05), (0.5, 0.4)], 0.04, RED),
    "glyph": Shape("glyph").glyph((0, 0, 0), disc_field(), 2, 2, 0.2, RED),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_distance_is_safe_to_march_along(name: str) -> None:
    """From anywhere outside, nothing solid lies within (nearly) the distance that was promised."""
    random = np.random.default_rng(1)
    mass = Mass(SAMPLES[name].parts)
    starts = points(*random.uniform(-1.5, 1.5, (400, 3)).tolist())
    gaps = mass.distance(starts)
    outside = np.flatnonzero(gaps > 0.02)
    assert outside.size > 100
    directions = random.normal(size=(3, outside.size))
    directions /= np.linalg.norm(directions, axis=0)
    ends = starts[:, outside].copy()
    ends[:3] += directions * gaps[outside] * 0.9
    assert mass.distance(ends).min() > -0.02


@pytest.mark.parametrize("name", SAMPLES)
def test_bounds_hold_the_form_and_are_tight(name: str) -> None:
    shape = SAMPLES[name]
    low, high = (np.array(corner) for corner in shape.bounds())
    lattice = np.stack(np.meshgrid(*(np.linspace(-1.3, 1.3, 53),) * 3), axis=-1).reshape(-1, 3)
    inside = lattice[Mass(shape.parts).distance(points(*lattice.tolist())) < 0]
    assert (inside >= low - 1e-3).all()
    assert (inside <= high + 1e-3).all()
    assert (high - low < np.ptp(inside, axis=0) + 0.3).all()


def test_ball_distance_is_exact() -> None:
    gaps = Mass(SAMPLES["ball"].parts).distance(points((0, 0.1, 0), (0.5, 0, 0), (0, 2, 0)))
    assert gaps == pytest.approx([-0.4, 0, 1.5], abs=1e-4)


@pytest.mark.parametrize("radii", [(0.3, 0.1), (0.05, 0.3), (0.2, 0.2)])
def test_a_limb_is_what_a_ball_fills_on_its_way(radii: tuple[float, float]) -> None:
    root, tip = np.zeros(3), np.array((0.3, 0.8, 0.2))
    places = np.random.default_rng(4).uniform(-1.5, 1.5, (200, 3))
    steps = np.linspace(0, 1, 2001)
    reaches = np.linalg.norm(places[:, None] - (root + steps[:, None] * (tip - root)), axis=2)
    nearest = (reaches - (radii[0] + steps * (radii[1] - radii[0]))).min(axis=1)
    limb = Shape("limb").cone(root, tip, *radii, RED)
    pair = Shape("pair").merge(limb).merge(limb)
    for shape in (limb, pair):
        assert Mass(shape.parts).distance(points(*places.tolist())) == pytest.approx(nearest, abs=1e-4)


def test_glyph_follows_its_field() -> None:
    gaps = Mass(SAMPLES["glyph"].parts).distance(points((0, 0, 0), (0.75, 0, 0), (3, 0, 0)))
    assert gaps[0] < 0 < gaps[1] < gaps[2]
    assert gaps[1] == pytest.approx(0.25, abs=0.05)


def test_cut_removes_and_intersection_trims() -> None:
    cut = Shape("cut").ellipsoid((0, 0, 0), 0.5, RED).ellipsoid((0, 0, 0), 0.3, RED, op="subtract")
    half = Shape("half").ellipsoid((0, 0, 0), 0.5, RED).box((0, -1, 0), (1, 1, 1), RED, op="intersect")
    assert Mass(cut.parts).distance(points((0.1, 0, 0), (0.4, 0, 0))) == pytest.approx([0.2, -0.1], abs=1e-3)
    assert half.bounds().hi[1] == pytest.approx(0)


def test_blending_bulges_and_mixes_colours() -> None:
    shape = Shape("pair").ellipsoid((-0.4, 0, 0), 0.35, RED).ellipsoid((0.4, 0, 0), 0.35, BLUE, blend=0.4)
    middle = points((0, 0, 0))
    assert Mass(shape.parts).distance(middle)[0] < 0.05
    colors, _ = paint(shape.parts, middle)
    assert colors[0] == pytest.approx([0.5, 0, 0.5], abs=0.02)


def test_neighbours_evaluated_together_agree_with_each_alone() -> None:
    shape = Shape("many")
    for index in range(7):
        shape.ellipsoid((index * 0.2, 0, 0), (0.1, 0.2, 0.1), RED, blend=0.05)
        shape.parts.sort(key=lambda part: type(part.form).__name__)
        shape.cone((index * 0.2, 0, 0), (index * 0.2, 0.5, 0), 0.05, 0.02, RED)
    places = points(*np.random.default_rng(2).uniform(-1, 2, (50, 3)).tolist())
    total = np.full(50, np.inf)
    for part in shape.parts:
        total = np.minimum(total, part.form.distance(places))
    gaps = Mass(shape.parts).distance(places)
    assert (gaps <= total + 1e-6).all()
    assert (gaps >= total - 0.05).all()


def test_merge_moves_turns_scales_and_carries_patterns_along() -> None:
    def stripes(color: Floats, x: Floats, _y: Floats, _z: Floats) -> Floats:
        return np.where((x > 0)[:, None], color, color * 0)

    inner = Shape("inner").box((1, 0, 0), (0.5, 0.1, 0.1), RED, pattern=stripes)
    outer = Shape("outer").merge(inner, (0, 5, 0), 2, 90)
    bounds = outer.bounds()
    assert bounds.lo == pytest.approx((-0.2, 4.8, -3), abs=1e-4)
    assert bounds.hi == pytest.approx((0.2, 5.2, -1), abs=1e-4)
    colors, _ = paint(outer.parts, points((0, 5, -2)))
    assert colors[0] == pytest.approx(RED)


def test_material_belongs_to_the_part_in_front() -> None:
    shape = Shape("eye").ellipsoid((0, 0, 0), 0.5, RED).ellipsoid((0, 0, 0.45), 0.1, BLUE, material=Material.GLOSSY)
    _, materials = paint(shape.parts, points((0, 0, 0.55), (0, 0.5, 0)))
    assert materials.tolist() == [Material.GLOSSY, Material.CLAY]


def test_verbs_chain_and_empty_shapes_have_no_bounds() -> None:
    shape = Shape("rope")
    assert shape.chain([(0, 0, 0), (1, 0, 0), (1, 1, 0)], [0.1, 0.1, 0.05], RED) is shape
    assert [part.blend for part in shape.parts] == [0.05, 0.05]
    with pytest.raises(ValueError, match="empty"):
        Shape("nothing").bounds()


@pytest.mark.parametrize("code", ["red", "#12345", "#1234567"])
def test_colours_are_six_digits(code: str) -> None:
    with pytest.raises(ValueError, match=r"rrggbb|literal"):
        srgb(code)


def test_srgb_is_linear_light() -> None:
    assert srgb("#ffffff") == pytest.approx([1, 1, 1])
    assert srgb("#808080")[0] == pytest.approx(0.216, abs=0.002)
