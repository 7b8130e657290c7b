"""Words on things are changed by instructions, and by nothing else."""

from cavendish.clay.compose import compose
from cavendish.clay.scene import Scene

BLUE = "#2f6fd0"


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


def test_words_take_another_colour() -> None:
    before = edited('a white mug that says "HELLO" next to a cat')
    for instruction in ("make the text blue", "change the letters on the mug to blue", "make the text color blue"):
        [mug] = [item for item in compose(instruction, scene=before, seed=1, ratio=1.0).scene.items if item.text]
        assert (mug.ink, mug.text, mug.color) == (BLUE, "HELLO", "#f6f2ea")
    [mug] = edited('a mug that says "HELLO" in blue letters', 'change the text to "BYE"').items
    assert (mug.text, mug.ink) == ("BYE", BLUE)
    [mug] = edited('a mug that says "HELLO"', 'change the text to "BYE" in blue letters').items
    assert (mug.text, mug.ink) == ("BYE", BLUE)
    [mug] = edited('a mug that says "HELLO" in blue letters', "remove the text").items
    assert (mug.text, mug.ink) == (None, None)
    [lettering] = edited('a poster that says "SALE"', "make the text blue").lettering
    assert lettering.color == BLUE


def test_charts_take_numbers_and_keep_them() -> None:
    chart = "a bar chart with 3, 5, 9"
    assert texts(edited(chart, "change the chart to 2, 4, 8")) == {"bar_chart": ": 2\n: 4\n: 8"}
    assert texts(edited(chart, "turn it into a pie chart")) == {"pie_chart": ": 3\n: 5\n: 9"}
    added = texts(edited("a cat", "add a line chart with apples 3 and pears 5"))
    assert added == {"cat": None, "line_chart": "apples: 3\npears: 5"}


def test_what_has_no_place_for_words_says_them() -> None:
    assert texts(edited("a cat", 'make the cat say "Miau"')) == {"cat": None, "speech_bubble": "Miau"}
    [_, bubble] = edited("a cat", 'make the cat say "Miau" in blue letters').items
    assert (bubble.text, bubble.ink) == ("Miau", BLUE)


def test_new_things_come_with_their_words() -> None:
    assert texts(edited("a cat", 'add a balloon with "30"')) == {"cat": None, "balloon": "30"}


def test_a_board_stays_a_board() -> None:
    [lettering] = edited('a card that says "Thank you"', 'change the text to "Get well soon"').lettering
    assert (lettering.text, lettering.on) == ("Get well soon", "card")
