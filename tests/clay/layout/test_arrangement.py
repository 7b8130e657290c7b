"""Things stand where they should: on the ground, clear of one another, in their relation, large in every frame."""

import itertools

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.layout import Bounds, bounds_of, collide, in_lines, subjects
from cavendish.clay.layout.extents import support_height
from cavendish.clay.layout.framing import outline
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import Item, Scene

RATIOS = [1 / 8, 1 / 4, 9 / 16, 2 / 3, 3 / 4, 4 / 5, 1.0, 5 / 4, 4 / 3, 3 / 2, 16 / 9, 21 / 9, 4.0, 8.0]
PROMPTS = [
    "a beautiful cat under the tree",
    "three red apples and a blue cup on a wooden table",
    "Create a picture of a futuristic banana with neon lights in a cyberpunk city.",
    "a sailing boat at sunset on the sea",
    "a dog right of a bicycle",
    "a snowy mountain village at night",
    "a yellow car left of a green elephant",
    "five cats",
    "twelve apples",
    "a house, a tree and a car",
    "a cat",
    "three balloons",
]


def scene(prompt: str, *, seed: int = 1, ratio: float = 1.0) -> Scene:
    return compose(prompt, scene=None, seed=seed, ratio=ratio).scene


def edges(picture: Scene) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of all subjects in the frame, which goes from -1 to 1."""
    views = [outline(picture.camera, item) for item in subjects(picture)]
    lefts, rights, bottoms, tops = zip(*views, strict=True)
    return min(lefts), max(rights), min(bottoms), max(tops)


def one(picture: Scene, kind: str) -> Item:
    return next(item for item in picture.items if KINDS[item.kind].base == kind)


def box(picture: Scene, kind: str) -> Bounds:
    return bounds_of(one(picture, kind))


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("prompt", PROMPTS)
def test_subjects_are_large_and_whole_in_every_frame(prompt: str, ratio: float) -> None:
    left, right, bottom, top = edges(scene(prompt, ratio=ratio))
    assert min(left, bottom) > -0.98
    assert max(right, top) < 0.98
    assert 0.62 <= max(right - left, top - bottom) / 2 <= 0.95


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("prompt", [*PROMPTS, "two dogs and three cats", "a cat, a dog, a rabbit and a horse"])
def test_nothing_stands_in_anything_else(prompt: str, seed: int) -> None:
    items = scene(prompt, seed=seed).items
    for item, other in itertools.combinations(items, 2):
        if {item.kind, other.kind} not in ({"cat", "tree"}, {"house", "pine"}, {"pine"}):
            assert not collide([item], [other]), (item, other)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_only_what_hovers_is_off_the_ground(prompt: str) -> None:
    for item in scene(prompt).items:
        assert item.at[1] >= 0
        assert item.at[1] == 0 or KINDS[item.kind].hover > 0


@pytest.mark.parametrize("seed", range(4))
def test_relations_hold(seed: int) -> None:
    def pair(relation: str) -> tuple[Bounds, Bounds]:
        picture = scene(f"a cat {relation} a house", seed=seed)
        return box(picture, "cat"), box(picture, "house")

    cat, house = pair("left of")
    assert cat.center[0] < house.lo[0] + 0.1
    cat, house = pair("right of")
    assert cat.center[0] > house.hi[0] - 0.1
    cat, house = pair("above")
    assert cat.lo[1] >= house.hi[1]
    cat, house = pair("below")
    assert cat.hi[1] <= house.lo[1]
    cat, house = pair("in front of")
    assert cat.lo[2] >= house.hi[2]
    cat, house = pair("behind")
    assert cat.hi[2] <= house.lo[2]
    cat, house = pair("next to")
    assert abs(cat.center[0] - house.center[0]) < house.size[0] / 2 + cat.size[0]


@pytest.mark.parametrize("seed", range(4))
def test_under_a_tree_is_beneath_its_crown_and_before_its_trunk(seed: int) -> None:
    picture = scene("a cat under a tree", seed=seed)
    cat, tree = box(picture, "cat"), box(picture, "tree")
    assert tree.lo[0] < cat.center[0] < tree.hi[0]
    assert cat.center[2] > one(picture, "tree").at[2] + 0.2
    assert cat.hi[1] < 0.65 * tree.hi[1]


def test_supports_carry() -> None:
    picture = scene("a bird on a chair")
    assert one(picture, "bird").at[1] == pytest.approx(support_height(one(picture, "chair")))
    picture = scene("three apples in a bowl")
    bowl = box(picture, "bowl")
    for item in picture.items:
        if item.kind == "apple":
            assert bowl.lo[0] < bounds_of(item).center[0] < bowl.hi[0]
            assert bowl.lo[1] < item.at[1] < bowl.hi[1]
    picture = scene("a man riding a horse")
    assert one(picture, "man").at[1] > 0.3
    picture = scene("a man holding a red balloon")
    assert abs(box(picture, "balloon").center[0] - box(picture, "man").center[0]) < box(picture, "man").size[0]


def test_between_is_between() -> None:
    for prompt in ("a cat between a dog and a horse", "a cat between two trees"):
        cat, *others = (bounds_of(item).center[0] for item in scene(prompt).items)
        assert min(others) < cat < max(others)


@pytest.mark.parametrize("count", range(1, 13))
def test_counts_are_kept_and_every_one_is_seen(count: int) -> None:
    picture = scene(f"{count} dogs" if count > 1 else "a dog")
    assert len(picture.items) == count
    views = [outline(picture.camera, item) for item in picture.items]
    for number, (left, right, bottom, top) in enumerate(views):
        hidden = sum(
            max(0.0, min(right, other[1]) - max(left, other[0])) * max(0.0, min(top, other[3]) - max(bottom, other[2]))
            for item, other in zip(picture.items, views, strict=True)
            if item.at[2] > picture.items[number].at[2] + 0.3
        )
        assert hidden < 0.8 * (right - left) * (top - bottom)


def test_the_same_seed_gives_the_same_scene_and_another_one_another() -> None:
    for prompt in PROMPTS:
        assert scene(prompt, seed=3) == scene(prompt, seed=3)
        assert scene(prompt, seed=3).items != scene(prompt, seed=4).items


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a boat", "sea"),
        ("an apple", "table"),
        ("a cup and an apple", "table"),
        ("a car", "street"),
        ("a fish", "underwater"),
        ("a rocket", "space"),
        ("a cow", "meadow"),
        ("a couch", "room"),
        ("a cactus", "desert"),
        ("a village", "village"),
        ("a car in a forest", "forest"),
        ("a cat wearing a hat", "meadow"),
        ("a frog in a boat", "sea"),
        ("a cat on a bed", "room"),
        ('a poster that says "HI"', "poster"),
        ("flibbertigibbet", "poster"),
    ],
)
def test_every_picture_has_a_fitting_place(prompt: str, place: str) -> None:
    assert scene(prompt).setting.place == place


def test_a_village_has_houses_and_trees() -> None:
    kinds = [item.kind for item in scene("a snowy mountain village at night").items]
    assert kinds.count("house") >= 5
    assert kinds.count("pine") >= 4


def test_words_that_cannot_be_drawn_are_spelled_out() -> None:
    result = compose("a flibbertigibbet", scene=None, seed=1, ratio=1.0)
    assert result.drawn == ()
    assert result.unknown == ("flibbertigibbet",)
    assert result.scene.items == ()
    assert result.scene.lettering[0].text == "flibbertigibbet"


@pytest.mark.parametrize(
    ("text", "ratio", "lines"),
    [("GRAND OPENING", 1.0, 2), ("GRAND OPENING", 8.0, 1), ("GRAND OPENING", 0.125, 2), ("SALE", 1.0, 1)],
)
def test_letters_are_as_large_as_the_frame_lets_them(text: str, ratio: float, lines: int) -> None:
    assert len(in_lines(text, ratio=ratio).splitlines()) == lines


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "\x00\x01\x02\x7f",
        "a red cat and " * 8000,
        "the " * 25_000,
        '"' * 100_000,
        "'" * 100_000,
        "elefannt ballon " * 6_000,
        "9" * 100_000,
        "\ud800 cat",
        "一只猫在树下",
        "قطة تحت الشجرة",
        "👩‍👩‍👧🙃🐱",
        "".join(chr(sign) for sign in range(32, 0x3000)),
        ", ".join(f"twelve {kind}s" for kind in list(KINDS)[:24]),
        "left of " * 500,
        "a cat left of a dog left of a cat left of a dog left of the cat",
        "a cat on a cat on a cat on a cat",
    ],
)
@pytest.mark.parametrize("ratio", [0.125, 1.0, 8.0])
def test_any_text_gives_a_scene(prompt: str, ratio: float) -> None:
    picture = compose(prompt, scene=None, seed=2**63, ratio=ratio).scene
    again = compose(prompt, scene=picture, seed=0, ratio=ratio).scene
    assert len(picture.items) <= 64
    assert len(again.items) <= 64
