"""Instructions change what they speak of, and nothing else."""

from collections import Counter
from dataclasses import dataclass, field, replace

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.composition import Composition
from cavendish.clay.language import lexicon
from cavendish.clay.layout import bounds_of
from cavendish.clay.layout.framing import angle_of, outline
from cavendish.clay.scene import Item, Scene, from_document, to_document

CAT = "a beautiful cat under the tree"
TABLE = "three red apples and a blue cup on a wooden table"
PAIR = "a yellow car left of a green elephant"
POSTER = 'a poster that says "GRAND OPENING"'


def drawn(prompt: str) -> Scene:
    return compose(prompt, scene=None, seed=7, ratio=1.0).scene


def edited(prompt: str, instruction: str) -> tuple[Scene, Composition]:
    before = drawn(prompt)
    return before, compose(instruction, scene=before, seed=99, ratio=1.0)


def color(name: str) -> str:
    return next(sense.value for sense in lexicon().senses(name) if sense.role == "color")


def by_id(scene: Scene, identity: str) -> Item:
    return next(item for item in scene.items if item.id == identity)


@dataclass(frozen=True)
class Change:
    """What must differ; all that is not named here must be as before."""

    added: dict[str, int] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    colors: dict[str, str] = field(default_factory=dict)
    setting: dict[str, str | None] = field(default_factory=dict)
    grade: str | None = None
    altered: tuple[str, ...] = ()
    camera: bool = False


@pytest.mark.parametrize(
    ("prompt", "instruction", "change"),
    [
        (CAT, "make it night", Change(setting={"time": "night"})),
        (CAT, "add a red balloon", Change(added={"balloon": 1})),
        (CAT, "low angle", Change(camera=True)),
        (CAT, "focus on the cat", Change(camera=True)),
        (CAT, "stage light", Change(setting={"light": "stage"})),
        (CAT, "remove the tree and make it sunset", Change(removed=("tree1",), setting={"time": "sunset"})),
        (
            CAT,
            "let it snow and make the cat white",
            Change(colors={"cat1": "white"}, setting={"weather": "snow", "season": "winter"}),
        ),
        (CAT, "please make the kitten black", Change(colors={"cat1": "black"})),
        (CAT, "make the cat white and the tree red", Change(colors={"cat1": "white", "tree1": "red"})),
        (CAT, "paint the tree orange", Change(colors={"tree1": "orange"})),
        (CAT, "change the color of the cat to blue", Change(colors={"cat1": "blue"})),
        (CAT, "turn the cat purple", Change(colors={"cat1": "purple"})),
        (CAT, "turn it to night", Change(setting={"time": "night"})),
        (CAT, "make it gold", Change(altered=("cat1",))),
        (CAT, "Add two yellow flowers.", Change(added={"flower": 2})),
        (CAT, "add a ball next to the cat", Change(added={"ball": 1})),
        (CAT, "put a ball in front of the tree", Change(added={"ball": 1})),
        (CAT, "delete the cat", Change(removed=("cat1",))),
        (CAT, "get rid of the tree", Change(removed=("tree1",))),
        (CAT, "no tree", Change(removed=("tree1",))),
        (CAT, "remove everything", Change(removed=("cat1", "tree1"))),
        (CAT, "replace the cat with a dog", Change(removed=("cat1",), added={"dog": 1})),
        (CAT, "change the tree into a house", Change(removed=("tree1",), added={"house": 1})),
        (CAT, "swap the tree for a palm tree", Change(removed=("tree1",), added={"palm": 1})),
        (CAT, "change the background to a beach", Change(setting={"place": "beach"})),
        (CAT, "put it on the beach at sunset", Change(setting={"place": "beach", "time": "sunset"})),
        (CAT, "make it winter", Change(setting={"season": "winter"})),
        (CAT, "add fog", Change(setting={"weather": "fog"})),
        (CAT, "let it rain", Change(setting={"weather": "rain"})),
        (CAT, "studio lighting", Change(setting={"light": "studio"})),
        (CAT, "make it warmer", Change(grade="warm")),
        (CAT, "in black and white", Change(grade="monochrome")),
        (CAT, "from above", Change(camera=True)),
        (CAT, "zoom in", Change(camera=True)),
        (CAT, "zoom in on the cat", Change(camera=True)),
        (CAT, "show it from the left", Change(camera=True)),
        (CAT, "blur the background", Change(camera=True)),
        (CAT, "move the cat to the left", Change(altered=("cat1",))),
        (CAT, "make the cat a bit smaller", Change(altered=("cat1",))),
        (CAT, "turn the cat around", Change(altered=("cat1",))),
        (CAT, "put the cat behind the tree", Change(altered=("cat1",))),
        (CAT, "add a dog and make it brown", Change(added={"dog": 1})),
        (TABLE, "remove the second apple", Change(removed=("apple2",))),
        (TABLE, "make the apples green", Change(colors={"apple1": "green", "apple2": "green", "apple3": "green"})),
        (TABLE, "make the cup red", Change(colors={"cup1": "red"})),
        (TABLE, "remove all the apples", Change(removed=("apple1", "apple2", "apple3"))),
        (TABLE, "remove two apples", Change(removed=("apple1", "apple2"))),
        (TABLE, "remove the fruit", Change(removed=("apple1",))),
        (PAIR, "make both blue", Change(colors={"car1": "blue", "elephant1": "blue"})),
        (PAIR, "make the left one red", Change(colors={"car1": "red"})),
        (PAIR, "paint the animal pink", Change(colors={"elephant1": "pink"})),
    ],
)
def test_an_edit_changes_what_it_says_and_nothing_else(prompt: str, instruction: str, change: Change) -> None:
    before, result = edited(prompt, instruction)
    after = result.scene
    assert result.changed
    assert not result.unknown
    gone = {item.id for item in before.items} - {item.id for item in after.items}
    new = [item for item in after.items if item.id not in {old.id for old in before.items}]
    assert gone == set(change.removed)
    assert Counter(item.kind for item in new) == change.added
    for item in before.items:
        if item.id in gone:
            continue
        expected = replace(item, color=color(change.colors[item.id])) if item.id in change.colors else item
        if item.id in change.altered:
            assert by_id(after, item.id) != item
        else:
            assert by_id(after, item.id) == expected
    assert after.setting == replace(before.setting, **change.setting)  # type: ignore[arg-type]
    assert after.grade == change.grade
    assert (after.camera != before.camera) == change.camera or change.added or change.altered
    assert from_document(to_document(after)).setting == after.setting


def test_a_new_thing_is_seen_whole_and_stands_free() -> None:
    for prompt in (CAT, TABLE, PAIR, "a dog", "a sailing boat at sunset on the sea"):
        for thing in ("a red balloon", "a bird", "two apples", "a house"):
            before, result = edited(prompt, f"add {thing}")
            old = {item.id for item in before.items}
            for item in result.scene.items:
                assert all(abs(edge) <= 0.97 for edge in outline(result.scene.camera, item)), (prompt, thing, item.id)
                if item.id not in old:
                    others = [bounds_of(by_id(result.scene, name)) for name in old]
                    assert not any(bounds_of(item).overlap(other, slack=0.12) for other in others), (prompt, thing)


@pytest.mark.parametrize(
    ("instruction", "axis", "sign"),
    [
        ("move the cat to the left", 0, -1),
        ("move the cat right", 0, 1),
        ("push the cat back", 2, -1),
        ("bring the cat forward", 2, 1),
        ("move the cat up", 1, 1),
    ],
)
def test_moving_goes_where_it_says(instruction: str, axis: int, sign: int) -> None:
    before, result = edited(CAT, instruction)
    assert (by_id(result.scene, "cat1").at[axis] - by_id(before, "cat1").at[axis]) * sign > 0.3


def test_sizes_and_angles() -> None:
    before, result = edited(CAT, "make the cat twice as big")
    assert by_id(result.scene, "cat1").scale == pytest.approx(2 * by_id(before, "cat1").scale)
    assert angle_of(edited(CAT, "low angle")[1].scene.camera).pitch < angle_of(before.camera).pitch - 4
    assert angle_of(edited(CAT, "bird's eye view")[1].scene.camera).pitch > 25
    assert angle_of(edited(CAT, "from the right")[1].scene.camera).yaw == pytest.approx(36, abs=1)
    assert edited(CAT, "focus on the tree")[1].scene.camera.focus == "tree1"


def test_relations_to_what_exists() -> None:
    left = edited(CAT, "add a dog left of the cat")[1].scene
    assert bounds_of(by_id(left, "dog1")).center[0] < bounds_of(by_id(left, "cat1")).center[0]
    on_top = edited("a table", "put a cup on the table")[1].scene
    assert by_id(on_top, "cup1").at[1] == pytest.approx(bounds_of(by_id(on_top, "table1")).hi[1], abs=0.05)


def test_letters_can_be_changed() -> None:
    assert edited(POSTER, 'change the text to "SALE"')[1].scene.lettering[0].text == "SALE"
    assert edited(POSTER, "make the letters red")[1].scene.lettering[0].color == color("red")
    assert edited(POSTER, "remove the text")[1].scene.lettering == ()
    assert edited(CAT, 'add the text "Hello"')[1].scene.lettering[0].text == "Hello"


def test_turning_into_a_material_does_not_rotate() -> None:
    before, result = edited(CAT, "turn the cat into gold")
    assert by_id(result.scene, "cat1") == replace(by_id(before, "cat1"), material="gold")


def test_what_only_says_where_is_never_taken_away() -> None:
    prompt = "two dogs and a red ball on the beach"
    assert [item.id for item in edited(prompt, "remove the ball behind the right dog")[1].scene.items] == [
        "dog1",
        "dog2",
    ]
    hidden = edited(prompt, "hide the ball behind the right dog")[1].scene
    assert bounds_of(by_id(hidden, "ball1")).hi[2] < bounds_of(by_id(hidden, "dog2")).center[2]
    between = edited(prompt, "I want the ball between the dogs")[1].scene
    assert by_id(between, "dog1").at[0] < by_id(between, "ball1").at[0] < by_id(between, "dog2").at[0]
    assert edited(prompt, "change the beach to a snowy forest")[1].scene.setting.place == "forest"
    assert edited(prompt, "add five birds in the sky")[1].scene.setting.place == "beach"


def test_what_was_spoken_of_is_remembered() -> None:
    scene = edited(CAT, "add a dog and make it blue and remove the tree")[1].scene
    assert by_id(scene, "dog1").color == color("blue")
    assert [item.kind for item in scene.items] == ["cat", "dog"]


@pytest.mark.parametrize("instruction", ["a dog on the beach", "create a picture of a cat", "two boats", POSTER])
def test_a_whole_new_picture_starts_anew(instruction: str) -> None:
    _, result = edited(CAT, instruction)
    assert result.scene.seed == 99
    assert "tree1" not in {item.id for item in result.scene.items}


@pytest.mark.parametrize(
    "instruction", ["", "xyzzy plugh", "make the dog green", "tilt the camera down", "remove the bicycle", "🙃", "..."]
)
def test_what_is_not_understood_changes_nothing(instruction: str) -> None:
    before, result = edited(CAT, instruction)
    assert not result.changed
    assert result.scene == before


def test_another_ratio_frames_anew_from_the_same_side() -> None:
    before = drawn(CAT)
    after = compose("make it night", scene=before, seed=1, ratio=0.125).scene
    assert after.items == before.items
    assert after.camera.ratio == 0.125
    assert all(abs(edge) < 1 for item in after.items for edge in outline(after.camera, item))
    assert angle_of(after.camera).pitch == pytest.approx(angle_of(before.camera).pitch, abs=0.5)


def test_edits_can_follow_one_another_for_long() -> None:
    scene = drawn(CAT)
    for number in range(40):
        instruction = ("add a bird", "zoom in", "make it bigger", "add three apples", "from above", "undo")[number % 6]
        scene = compose(instruction, scene=scene, seed=number, ratio=1.0).scene
        from_document(to_document(scene))
    assert len(scene.items) <= 64
