"""Kinds that are blown up from emoji: each has a drawing and a word, keeps its size and colours, and can do without."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest

from cavendish.clay import emoji
from cavendish.clay.language.lexicon import lexicon
from cavendish.clay.objects import KINDS, Look, measure, natural_scale
from cavendish.clay.objects.inflatable import Inflatable, head_of, inflatables, words_of_emoji
from cavendish.clay.scene import MATERIALS, Camera, Item, Scene, Setting, from_document, to_document
from cavendish.clay.sculpt import Mass, Material, paint, srgb

SOME = ("llama", "lobster", "taco", "chess_pawn", "snowflake", "dagger")
BLOWN_UP = list(inflatables().values())
needs_drawings = pytest.mark.skipif(not emoji.are_drawable(), reason="the extra `emoji` is not installed")


@pytest.fixture
def without_the_extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a machine where the rasteriser is missing."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    caches = (emoji._drawings, natural_scale, measure)
    for cached in caches:
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


@needs_drawings
@pytest.mark.parametrize("kind", BLOWN_UP, ids=lambda kind: kind.name)
def test_every_one_has_a_drawing(kind: Inflatable) -> None:
    assert emoji.drawing_of(kind.code) is not None


def test_every_one_has_its_word_and_no_model() -> None:
    assert set(KINDS).isdisjoint(inflatables())
    for name in inflatables():
        assert name in {sense.value for sense in lexicon().senses(name.replace("_", " ")) if sense.role == "thing"}
    things = {s.value for _, senses in lexicon().entries() for s in senses if s.role == "thing"}
    assert things <= {*KINDS, *inflatables()}


def test_no_two_share_an_emoji() -> None:
    assert len(words_of_emoji()) == len(BLOWN_UP)


@needs_drawings
@pytest.mark.parametrize("name", ["otter", "bison", "dodo", "leopard", "llama"])
def test_a_head_is_at_the_upper_end_of_the_outline(name: str) -> None:
    x, y, width = head_of(KINDS[name]) or (9.0, 9.0, 9.0)
    low, high = KINDS[name].build(Look()).bounds()
    assert low[0] <= x <= high[0] - 0.3 * (high[0] - low[0]) * (name in {"bison", "leopard"})
    assert 0.6 * high[1] < y <= high[1]
    assert 0.05 < width < high[0] - low[0]
    assert head_of(KINDS["cat"]) is None


@needs_drawings
@pytest.mark.parametrize("name", SOME)
def test_is_as_large_as_the_table_says_and_has_depth(name: str) -> None:
    low, high = measure(name)
    extents = np.subtract(high, low)
    assert max(extents) == pytest.approx(KINDS[name].size, rel=1e-4)
    assert extents[2] > 0.05 * max(extents)
    assert low[1] == pytest.approx(0, abs=1e-6)


@needs_drawings
def test_shows_the_colours_of_its_emoji_on_both_sides() -> None:
    shape = KINDS["lobster"].build(Look())
    _, high = shape.bounds()
    points = np.ones((4, 500), np.float32)
    points[0], points[1] = 0.0, np.linspace(0.02, high[1], 500)
    for side in (-1, 1):
        points[2] = side * 0.03
        colors, materials = paint(shape.parts, points)
        assert (materials == Material.GLOSSY).all()
        assert ((colors[:, 0] > 0.4) & (colors[:, 1] < 0.3)).mean() > 0.1


@needs_drawings
@pytest.mark.parametrize(("name", "main"), [("bison", 1), ("otter", 1), ("dress", 1), ("llama", 1)])
def test_takes_a_colour_and_keeps_its_eyes(name: str, main: int) -> None:
    shape = KINDS[name].build(Look(color=srgb("#20c020")))
    low, high = shape.bounds()
    points = np.ones((4, 6000), np.float32)
    points[:3] = np.random.default_rng(1).uniform(low, high, (6000, 3)).T
    inside = Mass(shape.parts).distance(points) < 0
    colors, _ = paint(shape.parts, points[:, inside])
    assert (colors.argmax(axis=1) == main).mean() > 0.55
    assert np.isfinite(colors).all()


@needs_drawings
def test_the_same_emoji_always_gives_the_same_clay() -> None:
    from cavendish.clay.objects.inflatable_art import artwork
    from cavendish.clay.objects.inflatable_model import _pillow

    points = np.ones((4, 400), np.float32)
    points[:3] = np.random.default_rng(2).uniform(-0.5, 1.0, (3, 400))
    first = Mass(KINDS["taco"].build(Look()).parts).distance(points)
    for cached in (artwork, _pillow):
        cached.cache_clear()
    assert (first == Mass(KINDS["taco"].build(Look()).parts).distance(points)).all()


@needs_drawings
def test_few_are_kept_at_once() -> None:
    from cavendish.clay.objects.inflatable_art import KEPT, artwork

    for kind in BLOWN_UP[: KEPT + 3]:
        artwork(kind.code)
    assert artwork.cache_info().currsize <= KEPT <= 48


@pytest.mark.parametrize("material", [None, *MATERIALS])
def test_scenes_with_one_survive_the_trip_through_json(material: str | None) -> None:
    item = Item("taco1", "taco", "taco", (0.0, 0.0, 0.0), color="#20c020", material=material)
    scene = Scene(1, (item,), Setting(), Camera())
    assert from_document(to_document(scene)) == scene


def test_what_is_neither_modelled_nor_inflated_is_no_kind() -> None:
    assert "zorb" not in KINDS
    with pytest.raises(KeyError):
        measure("zorb")


@pytest.mark.usefixtures("without_the_extra")
def test_without_the_extra_the_word_stands_there() -> None:
    shape = KINDS["llama"].build(Look())
    assert len(shape.parts) > len(KINDS["sign"].build(Look()).parts)
    low, high = measure("llama")
    assert max(np.subtract(high, low)) == pytest.approx(KINDS["llama"].size, rel=1e-4)


@needs_drawings
def test_what_hides_the_print_shows_it_as_lines() -> None:
    plain, golden = KINDS["taco"].build(Look()), KINDS["taco"].build(Look(material="gold"))
    assert plain.bounds() == golden.bounds()
    low, high = plain.bounds()
    points = np.ones((4, 3000), np.float32)
    points[:3] = np.random.default_rng(5).uniform(low, high, (3000, 3)).T
    pressed = Mass(golden.parts).distance(points) - Mass(plain.parts).distance(points)
    assert pressed.max() > 0.02
