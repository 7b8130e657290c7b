"""Whoever has a costume stands on the rig of men and women, wears what there is, and can be asked for."""

import numpy as np
import pytest

from cavendish.clay.compose import compose
from cavendish.clay.objects import KINDS, Look, natural_scale
from cavendish.clay.objects.families import people
from cavendish.clay.objects.families.costumes import COSTUMES
from cavendish.clay.objects.families.dressing import WORN
from cavendish.clay.objects.families.faces import FACIAL
from cavendish.clay.objects.families.hair import HAIR
from cavendish.clay.objects.families.handhelds import HANDHELDS
from cavendish.clay.objects.families.headgear import HATS
from cavendish.clay.objects.limbs import POSTURES, STATURES
from cavendish.clay.objects.materials import finish
from cavendish.clay.objects.poses import poses_of
from cavendish.clay.remarks import remarks
from cavendish.clay.sculpt import Mass, Material, Shape, paint, srgb

RED = srgb("#d0101c")
SEATED = ("sit", "perch", "read", "study")


def share_of(shape: Shape, color: np.ndarray) -> float:
    """How much of a shape's insides has that colour."""
    low, high = shape.bounds()
    points = np.ones((4, 9000), np.float32)
    points[:3] = np.random.default_rng(4).uniform(low, high, (9000, 3)).T
    inside = points[:, Mass(shape.parts).distance(points) < 0]
    return float((np.abs(paint(shape.parts, inside)[0] - color).max(axis=1) < 0.05).mean())


def test_everybody_has_a_stature_and_the_poses_of_people() -> None:
    named = {name for name, kind in KINDS.items() if kind.family == "people"}
    assert set(COSTUMES) < named == set(STATURES)
    for kind in COSTUMES:
        assert poses_of(KINDS[kind]) == poses_of(KINDS["man"])


@pytest.mark.parametrize("kind", COSTUMES)
def test_is_dressed_in_what_there_is(kind: str) -> None:
    costume = COSTUMES[kind]
    assert {piece.what for piece in costume.worn} <= set(WORN)
    assert {piece.what for piece in costume.facial} <= set(FACIAL)
    assert {piece.what for piece in (costume.left, costume.right) if piece} <= set(HANDHELDS)
    assert costume.hat is None or costume.hat.what in HATS
    assert costume.hair
    assert set(costume.hair) <= set(HAIR)
    assert costume.stance in POSTURES


def test_nothing_hangs_unworn() -> None:
    pieces = [
        piece for each in COSTUMES.values() for piece in (*each.worn, *each.facial, each.hat, each.left, each.right)
    ]
    used = {piece.what for piece in pieces if piece}
    assert {*WORN, *FACIAL, *HATS, *HANDHELDS} <= used
    assert {style for each in COSTUMES.values() for style in each.hair} | {"bunches"} == set(HAIR)


@pytest.mark.parametrize("kind", sorted(set(COSTUMES) - {"baby"}))
def test_is_as_tall_as_others_are(kind: str) -> None:
    """Hats and plumes make a kind's size, not its body."""
    assert natural_scale(kind) == pytest.approx(natural_scale("man"), rel=0.01)


@pytest.mark.parametrize("kind", COSTUMES)
def test_a_colour_is_that_of_the_main_garment(kind: str) -> None:
    plain, red = KINDS[kind].build(Look()), KINDS[kind].build(Look(color=RED))
    assert share_of(red, RED) > share_of(plain, RED) + 0.05 or COSTUMES[kind].armour
    assert share_of(red, RED) > 0.1


def test_seeds_tell_people_apart() -> None:
    def palette(seed: int) -> set[tuple[float, ...]]:
        return {tuple(part.color.tolist()) for part in KINDS["chef"].build(Look(seed=seed)).parts}

    assert palette(0) == palette(0)
    assert len({frozenset(palette(seed)) for seed in range(6)}) > 3


def test_a_knight_is_of_metal_and_can_be_golden() -> None:
    knight = KINDS["knight"].build(Look())
    assert sum(part.material is Material.METAL for part in knight.parts) > 20
    golden = [part.color for part in finish(knight, "gold").parts if part.material is Material.METAL]
    assert all(color[0] > color[2] for color in golden)


@pytest.mark.parametrize(
    ("pose", "swords", "shields"), [(None, 1, 1), ("walk", 1, 1), ("hold", 0, 1), ("hold_left", 0, 0)]
)
def test_whoever_holds_something_else_keeps_but_his_shield(pose: str | None, swords: int, shields: int) -> None:
    bare = len(KINDS["knight.sit"].build(Look()).parts)
    props = []
    for name in ("sword", "shield"):
        prop = Shape()
        HANDHELDS[name](prop, RED)
        props.append(len(prop.parts))
    name = f"knight.{pose}" if pose else "knight"
    assert len(KINDS[name].build(Look()).parts) - bare == swords * props[0] + shields * props[1]


@pytest.mark.parametrize("pose", SEATED)
@pytest.mark.parametrize("kind", ["queen", "wizard", "mermaid", "nurse", "superhero"])
def test_long_clothes_sit_with_who_wears_them(kind: str, pose: str) -> None:
    standing, seated = KINDS[kind].build(Look()), KINDS[f"{kind}.{pose}"].build(Look())
    assert seated.bounds().hi[1] < standing.bounds().hi[1] - 0.15
    assert seated.bounds().hi[2] > 0.4


def test_nobody_else_is_called() -> None:
    with pytest.raises(AttributeError):
        people.__getattr__("jabberwock")


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("a knight fighting a dragon in front of a castle", ["castle", "dragon", "knight"]),
        ("a policewoman and a fireman", ["firefighter", "police_officer"]),
        ("two old men on a bench", ["bench", "old_man", "old_man"]),
        ("my grandma holding a cake", ["cake", "old_woman.carry"]),
        ("an elderly Japanese man", ["old_man"]),
        ("the queen sitting on a chair", ["chair", "queen.perch"]),
        ("a cowboy riding a horse", ["cowboy.ride", "horse"]),
        ("three ninjas jumping", ["ninja.jump"] * 3),
        ("policemen, firemen", ["firefighter"] * 3 + ["police_officer"] * 3),
        ("ein Ritter und eine Königin", ["knight", "queen"]),
        ("zwei alte Männer", ["old_man", "old_man"]),
        ("un roi et une infirmière", ["king", "nurse"]),
        ("un pirata y una anciana", ["old_woman", "pirate"]),
        ("骑士和海盗", ["knight", "pirate"]),
        ("一位老人和一位奶奶", ["old_man", "old_woman"]),
        ("🧙 👸 🤴", ["prince", "princess", "wizard"]),
        ("👨‍🍳 👩‍🚒", ["chef", "firefighter"]),
    ],
)
def test_people_are_found_by_many_names(prompt: str, kinds: list[str]) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert sorted(item.kind for item in made.scene.items) == kinds


def test_a_fisherman_is_only_nearly_a_sailor() -> None:
    assert remarks(compose("a fisherman", scene=None, seed=1, ratio=1.0).scene) == (
        "It drew a sailor for “fisherman”.",
    )
    assert remarks(compose("a baker", scene=None, seed=1, ratio=1.0).scene) == ()
