"""Words on things are changed by instructions, and by nothing else."""

from cavendish.clay.compose import compose
from cavendish.clay.scene import Scene


def edited(*prompts: str) -> Scene:
    scene: Scene | None = None
    for prompt in prompts:
        scene = compose(prompt, scene=scene, seed=1, ratio=1.0).scene
    assert scene is not None
    return scene


def texts(scene: Scene) -> dict[str, str | None]:
    return {item.kind: item.text for item in scene.items}


def test_words_are_written_changed_and_taken_off() -> None:
    assert texts(edited("a mug on a table", 'write "HELLO" on the mug'))["mug"] == "HELLO"
    assert texts(edited("a mug on a table", 'make the mug say "HI"', "make it red"))["mug"] == "HI"
    assert texts(edited('a mug that says "A"', 'change the text to "B"'))["mug"] == "B"
    cleared = edited('a mug that says "A"', "remove the text from the mug")
    assert texts(cleared) == {"mug": None}


def test_nothing_else_moves() -> None:
    before = edited("a mug and a book")
    after = compose('write "HELLO" on the mug', scene=before, seed=1, ratio=1.0).scene
    assert [item.at for item in after.items] == [item.at for item in before.items]
    assert after.camera == before.camera


def test_what_has_no_place_for_words_says_them() -> None:
    assert texts(edited("a cat", 'make the cat say "Miau"')) == {"cat": None, "speech_bubble": "Miau"}


def test_new_things_come_with_their_words() -> None:
    assert texts(edited("a cat", 'add a balloon with "30"')) == {"cat": None, "balloon": "30"}


def test_a_board_stays_a_board() -> None:
    [lettering] = edited('a card that says "Thank you"', 'change the text to "Get well soon"').lettering
    assert (lettering.text, lettering.on) == ("Get well soon", "card")
