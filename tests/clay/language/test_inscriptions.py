"""Words belong to what they are said of; charts keep their numbers."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.language import read, tokenize
from cavendish.clay.language.charts import charted
from cavendish.clay.scene import MAX_TEXT, Scene


def drawn(prompt: str) -> Scene:
    return compose(prompt, scene=None, seed=1, ratio=1.0).scene


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ('a mug that says "HELLO"', {"mug": "HELLO"}),
        ('a mug that says: "Good morning, Łukasz!"', {"mug": "Good morning, Łukasz!"}),
        ('a t-shirt with "I ♥ NY"', {"t_shirt": "I ♥ NY"}),
        ('a birthday cake that says "Happy Birthday Anna"', {"cake": "Happy Birthday Anna"}),
        ('a book titled "Moby Dick" on a table', {"book": "Moby Dick"}),
        ('a bottle labelled "Olivenöl"', {"bottle": "Olivenöl"}),
        ('a balloon with "30"', {"balloon": "30"}),
        ("a balloon with the number 30", {"balloon": "30"}),
        ('a laptop showing "Hello"', {"laptop": "Hello"}),
        ('a mug with the slogan "HI" and a cat', {"mug": "HI", "cat": None}),
        ("the word LOVE on a mug", {"mug": "LOVE"}),
        ('a man wearing a t-shirt that says "BOSS"', {"man": "BOSS"}),
        ('a boy holding a sign that says "HELP"', {"boy": None, "sign": "HELP"}),
        ('a bridge with the text "Golden Gate"', {"bridge": None, "sign": "Golden Gate"}),
        ('a cat that says "Miau"', {"cat": None, "speech_bubble": "Miau"}),
        ('a mug that says "A" and a book that says "B"', {"mug": "A", "book": "B"}),
        ("eine Tasse mit der Aufschrift „Grüße“", {"cup": "Grüße"}),
    ],
)
def test_a_text_sits_on_its_thing(prompt: str, texts: dict[str, str | None]) -> None:
    scene = drawn(prompt)
    assert {item.kind.partition(".")[0]: item.text for item in scene.items} == texts
    assert scene.lettering == ()


@pytest.mark.parametrize(
    ("prompt", "board"),
    [
        ('a poster that says "GRAND OPENING"', None),
        ('a poster that says "Sale until 12 July"', "poster"),
        ('a menu that says "Tea 2.00"', "menu"),
        ('a card that says "Thank you"', "card"),
        ('a logo that says "ACME"', "logo"),
        ('a poster for a house called "Hill View, 12 rooms"', "poster"),
    ],
)
def test_a_carrier_of_words_is_a_board(prompt: str, board: str | None) -> None:
    [lettering] = drawn(prompt).lettering
    assert lettering.on == board


def test_a_caption_stands_below() -> None:
    scene = drawn('a dog with the caption "Good boy"')
    assert [(lettering.on, lettering.place) for lettering in scene.lettering] == [("caption", "bottom")]
    assert [item.kind for item in scene.items] == ["dog"]


def test_a_quote_is_kept_to_the_letter() -> None:
    assert tokenize('"½ m² ™\n\tI ♥\\nNY"')[0].quote == "½ m² ™\nI ♥\nNY"


def test_what_is_too_long_is_told() -> None:
    text = "word " * 60
    content = read(f'a poster that says "{text}"')
    assert len(content.letterings[0].text) <= MAX_TEXT
    assert content.unknown == [f"… {text[len(content.letterings[0].text) :].strip()}"]


@pytest.mark.parametrize(
    ("prompt", "rows"),
    [
        ("a bar chart of 3, 5, 8 for Mon, Tue, Wed", "Mon: 3\nTue: 5\nWed: 8"),
        ("a bar chart of 3, 5 and 8 for Monday, Tuesday and Wednesday", "Monday: 3\nTuesday: 5\nWednesday: 8"),
        ("a chart showing apples 10 %, pears 25 % and plums 40 %", "apples: 10 %\npears: 25 %\nplums: 40 %"),
        ("a bar chart: Mon: 3, Tue: 5", "Mon: 3\nTue: 5"),
        ("a bar chart with 10 cats and 20 dogs", "cats: 10\ndogs: 20"),
        ('a bar chart titled "Sales" of 1.5, 2 for A, B', "Sales\nA: 1.5\nB: 2"),
    ],
)
def test_a_chart_keeps_its_numbers(prompt: str, rows: str) -> None:
    assert charted(prompt)[1] == rows
    assert [(item.kind, item.text) for item in drawn(prompt).items] == [("bar_chart", rows)]


@pytest.mark.parametrize("prompt", ["a bar chart", "a cat and 3 dogs", "a chart on a table with 3 cups"])
def test_where_there_is_no_data_nothing_is_taken_out(prompt: str) -> None:
    assert charted(prompt) == (prompt, None)


def test_a_chart_is_never_longer_than_a_scene_can_hold() -> None:
    prompt = "a bar chart: " + ", ".join(
        f"the {letter * 16} {1000 + number}" for number, letter in enumerate("abcdefghijkl")
    )
    _, rows = charted(prompt)
    assert rows is not None
    assert len(rows) <= MAX_TEXT
