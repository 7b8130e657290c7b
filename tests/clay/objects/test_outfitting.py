"""What is worn sits where it is worn: on the face, round the neck, whatever its wearer does."""

import numpy as np
import pytest

from cavendish.clay.objects import KINDS, Look
from cavendish.clay.objects.eyes import EYE
from cavendish.clay.objects.fitting import fitting_of
from cavendish.clay.objects.outfitting import can_wear, outfitted
from cavendish.clay.objects.poses import poses_of
from cavendish.clay.objects.worn import WORN, Worn
from cavendish.clay.sculpt import Material, Part, srgb

WEARERS = ["cat", "dog", "rabbit", "bear", "penguin", "owl", "lion", "elephant", "horse", "frog", "duck"]
UPRIGHT = ["man", "woman", "robot", "snowman", "teddy_bear"]
POSED = [f"{kind}.{pose}" for kind in ("cat", "horse", "man") for pose in poses_of(KINDS[kind])]
BLUE = "#2040e0"


def put_on(kind: str, *worn: Worn) -> list[Part]:
    """The parts that clothes add to a figure."""
    shape = KINDS[kind].build(Look())
    return outfitted(shape, kind, worn).parts[len(shape.parts) :]


@pytest.mark.parametrize("piece", WORN)
@pytest.mark.parametrize("kind", [*WEARERS, *UPRIGHT])
def test_everybody_can_wear_everything(kind: str, piece: str) -> None:
    fits = kind != "snowman" or WORN[piece] != "hats"  # which has a hat of its own
    assert can_wear(kind, piece) == fits
    if not fits:
        return
    parts = put_on(kind, Worn(piece))
    assert len(parts) > 3
    low, high = KINDS[kind].build(Look()).bounds()
    room = 0.6 * max(np.subtract(high, low))
    for part in parts:
        part_low, part_high = part.form.bounds()
        assert np.all(np.isfinite([part_low, part_high]))
        assert np.all(part_low > np.array(low) - room)
        assert np.all(part_high < np.array(high) + room)


@pytest.mark.parametrize("kind", [*WEARERS, *UPRIGHT, *POSED])
def test_dark_glasses_stand_before_open_eyes(kind: str) -> None:
    fit = fitting_of(kind)
    assert fit is not None
    shape = KINDS[kind].build(Look())
    lenses = [part for part in put_on(kind, Worn("sunglasses")) if part.color.max() < 0.02]
    for eye in shape.marked(EYE):
        middle, radius = eye.form.ball()
        nearest = min((part.form.bounds() for part in lenses), key=lambda box: np.linalg.norm(sum(box) / 2 - middle))
        ahead = float((sum(nearest) / 2 - middle) @ fit.face.axes.front)
        assert ahead > 0.3 * radius


@pytest.mark.parametrize("kind", [*WEARERS, *UPRIGHT, *POSED])
def test_a_scarf_lies_below_the_eyes_and_on_the_skin(kind: str) -> None:
    fit = fitting_of(kind)
    assert fit is not None
    middles = np.array([part.form.ball()[0] for part in put_on(kind, Worn("scarf"))[:56]], np.float32)
    assert float(((middles - fit.face.axes.middle) @ fit.neck.up).mean()) < 0
    assert float(np.median(np.abs(fit.probe.distance(middles)))) < 0.3 * fit.head


def test_who_wears_nothing_is_left_as_he_was() -> None:
    shape = KINDS["cat"].build(Look())
    assert outfitted(shape, "cat", ()) is shape


@pytest.mark.parametrize(("kind", "piece"), [("apple", "scarf"), ("octopus", "tie"), ("car", "sunglasses")])
def test_what_does_not_fit_is_left_out(kind: str, piece: str) -> None:
    assert not can_wear(kind, piece)
    shape = KINDS[kind].build(Look())
    assert outfitted(shape, kind, [Worn(piece)]) is shape


@pytest.mark.parametrize("piece", WORN)
def test_pieces_take_a_colour_and_a_material(piece: str) -> None:
    blue = put_on("cat", Worn(piece, BLUE))
    assert any(np.allclose(part.color, srgb(BLUE)) for part in blue)
    gold = put_on("cat", Worn(piece, None, "gold"))
    assert all(part.material is Material.METAL for part in gold)


def test_a_golden_cat_keeps_its_red_scarf() -> None:
    red = "#d62b2b"
    assert any(np.allclose(part.color, srgb(red)) for part in put_on("cat", Worn("scarf", red)))


def test_the_neck_of_a_cat_is_between_its_head_and_its_trunk() -> None:
    fit = fitting_of("cat")
    assert fit is not None
    head, radius = fit.skull
    assert fit.trunk[1] < fit.neck.middle[1] < head[1]
    assert 0.5 * radius < fit.girth < 1.2 * radius


@pytest.mark.parametrize("name", [name for name in KINDS if KINDS[name].face])
def test_whoever_looks_at_somebody_has_marked_eyes(name: str) -> None:
    eyeless = {"astronaut", "butterfly", "dragonfly", "spider"}
    assert bool(KINDS[name].build(Look()).marked(EYE)) == (name not in eyeless)
