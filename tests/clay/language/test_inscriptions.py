"""Words belong to what they are said of; charts keep their numbers."""

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.language import read, tokenize
from cavendish.clay.language.charts import charted
from cavendish.clay.scene import MAX_TEXT, Scene

RED, BLUE, WHITE = "#d62b2b", "#2f6fd0", "#f6f2ea"


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


@pytest.mark.parametrize(
    ("prompt", "kinds", "captions"),
    [
        ('a dog with the caption "Good boy"', ["dog"], [("caption", "bottom")]),
        ('a comic panel with the caption "Meanwhile" and a robot', ["robot"], [("caption", "bottom")]),
        ('a robot in space, caption: "Meanwhile"', ["robot"], [("caption", "bottom")]),
        ('a girl with two captions: "Once" and "Later"', ["girl"], [("caption", "top"), ("caption", "bottom")]),
        ('a dog saying "Woof" with the caption "Later"', ["dog", "speech_bubble"], [("caption", "bottom")]),
        ('a dog with a speech bubble that says "Hi"', ["dog", "speech_bubble"], []),
        ('a beach at sunset with the caption "Hi there"', [], [(None, "center")]),
    ],
)
def test_a_caption_is_a_strip(prompt: str, kinds: list[str], captions: list[tuple[str | None, str]]) -> None:
    scene = drawn(prompt)
    assert [(lettering.on, lettering.place) for lettering in scene.lettering] == captions
    assert [item.kind for item in scene.items] == kinds


@pytest.mark.parametrize(
    ("prompt", "kind", "text", "ink", "color"),
    [
        ('a mug that says "HELLO" in red letters', "mug", "HELLO", RED, WHITE),
        ('a blue mug that says "HELLO" in red letters', "mug", "HELLO", RED, BLUE),
        ('a red sign with white text "SALE"', "sign", "SALE", WHITE, RED),
        ('a red sign with white text that says "SALE"', "sign", "SALE", WHITE, RED),
        ('a blue t-shirt with "BOSS" in white', "t_shirt", "BOSS", WHITE, BLUE),
        ('a white mug with blue writing "Hi"', "mug", "Hi", BLUE, WHITE),
        ("a white mug with the word HELLO in blue", "mug", "HELLO", BLUE, WHITE),
        ('a blue mug with the text "Dad" in gold letters', "mug", "Dad", "#d9a016", BLUE),
        ('a cat that says "Miau" in red letters', "speech_bubble", "Miau", RED, None),
        ('a blue mug that says "HELLO"', "mug", "HELLO", None, BLUE),
    ],
)
def test_words_have_the_colour_they_are_said_to_have(
    prompt: str, kind: str, text: str, ink: str | None, color: str | None
) -> None:
    item = next(item for item in drawn(prompt).items if item.kind == kind)
    assert (item.text, item.ink, item.color) == (text, ink, color)


def test_two_texts_on_a_thing_share_an_ink() -> None:
    [mug] = drawn('a mug that says "A" in red letters and with the text "B"').items
    assert (mug.text, mug.ink) == ("A\nB", RED)


def test_free_words_have_their_colour_too() -> None:
    [lettering] = drawn('a poster with the word "JAZZ" in big blue letters').lettering
    assert lettering.color == BLUE


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


@pytest.mark.parametrize(
    ("prompt", "kind", "rows"),
    [
        ("a pie chart with apples 30, pears 50, plums 20", "pie_chart", "apples: 30\npears: 50\nplums: 20"),
        ("a pie chart with 60% cats and 40% dogs", "pie_chart", "cats: 60%\ndogs: 40%"),
        ("a pie chart of market share: A 40%, B 60%", "pie_chart", "market share\nA: 40%\nB: 60%"),
        ("a donut chart: 25%, 75%", "pie_chart", ": 25%\n: 75%"),
        ("a line chart with 3, 5 and 9", "line_chart", ": 3\n: 5\n: 9"),
        ("a line graph Q1: 10, Q2: 20", "line_chart", "Q1: 10\nQ2: 20"),
        ("a line chart of visitors: Mon 12, Tue 30", "line_chart", "visitors\nMon: 12\nTue: 30"),
        ("ein Kreisdiagramm mit Äpfel 30 % und Birnen 70 %", "pie_chart", "Äpfel: 30 %\nBirnen: 70 %"),
        ("un camembert avec pommes 30 et poires 70", "pie_chart", "pommes: 30\npoires: 70"),
        ("un gráfico de líneas con 3, 5 y 9", "line_chart", ": 3\n: 5\n: 9"),
        ("饼图：苹果 30，梨 70", "pie_chart", "苹果: 30\n梨: 70"),
    ],
)
def test_a_chart_has_the_form_that_was_named(prompt: str, kind: str, rows: str) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert [(item.kind, item.text) for item in made.scene.items] == [(kind, rows)]
    assert made.unknown == ()


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
