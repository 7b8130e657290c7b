"""Prompts become content: nouns, counts, colours, relations, settings, letters, and the words left over."""

import json
from collections import Counter
from pathlib import Path

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.language import Content, lexicon, read
from cavendish.clay.layout import bounds_of
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import GRADES, LIGHTS, MATERIALS, PLACES, SEASONS, TIMES, WEATHERS, Item, Scene

GENEVAL = Path(__file__).parents[4] / "shared" / "data" / "geneval" / "evaluation_metadata.jsonl"


def named(content: Content) -> list[str]:
    """Things as "2 cat", numbered only where there are several."""
    return [f"{thing.count} {thing.kind}" if thing.count > 1 else str(thing.kind) for thing in content.things]


def linked(content: Content) -> list[str]:
    kinds = [thing.kind for thing in content.things]
    return [f"{kinds[x.subject]} {x.relation} {' '.join(str(kinds[t]) for t in x.targets)}" for x in content.links]


def color(name: str) -> str:
    return next(sense.value for sense in lexicon().senses(name) if sense.role == "color")


@pytest.mark.parametrize(
    ("prompt", "things", "links", "settings"),
    [
        ("a beautiful cat under the tree", ["cat", "tree"], ["cat under tree"], {}),
        ("Please draw a cute kitten beneath an oak tree", ["cat", "tree"], ["cat under tree"], {}),
        ("under a tree there is a cat", ["tree", "cat"], ["cat under tree"], {}),
        ("a stunning dog under the palm tree", ["dog", "palm"], ["dog under palm"], {}),
        ("three red apples and a blue cup on a wooden table", ["3 apple", "cup"], [], {"place": "table"}),
        ("a blue cup and 3 red apples on the table", ["cup", "3 apple"], [], {"place": "table"}),
        ("On a table: a blue mug, three apples", ["mug", "3 apple"], [], {"place": "table"}),
        ("two red pears and a blue cup on a wooden table", ["2 pear", "cup"], [], {"place": "table"}),
        (
            "Create a picture of a futuristic banana with neon lights in a cyberpunk city.",
            ["banana"],
            [],
            {"place": "city", "light": "neon", "time": "night"},
        ),
        ("a glowing banana, cyberpunk city", ["banana"], [], {"place": "city", "light": "neon", "time": "night"}),
        ("a futuristic car with neon lights in a city", ["car"], [], {"place": "city", "light": "neon"}),
        ("a sailing boat at sunset on the sea", ["sailboat"], [], {"place": "sea", "time": "sunset"}),
        ("sailboat on the ocean, dusk", ["sailboat"], [], {"place": "sea", "time": "sunset"}),
        ("a yacht in the sea during sunrise", ["sailboat"], [], {"place": "sea", "time": "sunset"}),
        ("a whale at sunset on the sea", ["whale"], [], {"place": "sea", "time": "sunset"}),
        ("a dog right of a bicycle", ["dog", "bicycle"], ["dog right bicycle"], {}),
        ("a bike with a dog to the right of it", ["bicycle", "dog"], ["bicycle with dog", "dog right bicycle"], {}),
        ("to the right of the bicycle sits a puppy", ["bicycle", "dog"], ["dog right bicycle"], {}),
        ("a horse right of a bicycle", ["horse", "bicycle"], ["horse right bicycle"], {}),
        (
            "a snowy mountain village at night",
            [],
            [],
            {"place": "mountains", "weather": "snow", "season": "winter", "time": "night"},
        ),
        ("a yellow car left of a green elephant", ["car", "elephant"], ["car left elephant"], {}),
        ("A photo of a yellow car on the left of a green elephant.", ["car", "elephant"], ["car left elephant"], {}),
        ("a cat on a chair next to a lamp", ["cat", "chair", "lamp"], ["cat on chair", "chair near lamp"], {}),
        ("a cat and a dog behind a fence", ["cat", "dog", "fence"], ["cat behind fence", "dog behind fence"], {}),
        ("a bowl of apples", ["bowl", "3 apple"], ["apple in bowl"], {}),
        ("a vase with five tulips", ["vase", "5 tulip"], ["tulip in vase"], {}),
        ("a cup of coffee and a donut", ["cup", "donut"], [], {}),
        ("a cat between a dog and a rabbit", ["cat", "dog", "rabbit"], ["cat between dog rabbit"], {}),
        ("a cat between two dogs", ["cat", "dog", "dog"], ["cat between dog dog"], {}),
        ("a lion wearing a crown on a rock", ["lion", "crown", "rock"], ["lion wearing crown", "lion on rock"], {}),
        ("two mugs and a plate of cookies", ["2 mug", "plate", "3 cookie"], ["cookie in plate"], {}),
        ("a man wearing a hat", ["man", "hat"], ["man wearing hat"], {}),
        ("a boy with a hat holding a ball", ["boy", "hat", "ball"], ["boy wearing hat", "boy holding ball"], {}),
        ("an astronaut riding a horse on the moon", ["astronaut", "horse"], ["astronaut riding horse"], {}),
        ("a frog in a rowing boat", ["frog", "rowboat"], ["frog in rowboat"], {}),
        ("a table and four chairs", ["table", "4 chair"], [], {}),
        ("a dining table left of a bed", ["table", "bed"], ["table left bed"], {}),
        ("mountains in autumn fog", [], [], {"place": "mountains", "season": "autumn", "weather": "fog"}),
        ("a mountain", ["mountain"], [], {}),
        ("no dogs, just a cat without a hat", ["cat"], [], {}),
        ("a dozen eggs and a pair of scissors", ["12 egg", "2 scissors"], [], {}),
        ("an elefant and two bycicles", ["elephant", "2 bicycle"], [], {}),
        ("🐱 under 🌳", ["cat", "tree"], ["cat under tree"], {}),
        ("a cat, golden hour", ["cat"], [], {"time": "sunset", "grade": "warm"}),
        ("a fox in the woods, rainy day", ["fox"], [], {"place": "forest", "weather": "rain"}),
        ("There is a house. A tree is left of the house.", ["house", "tree"], ["tree left house"], {}),
    ],
)
def test_a_prompt_gives_its_content(prompt: str, things: list[str], links: list[str], settings: dict[str, str]) -> None:
    content = read(prompt)
    assert named(content) == things
    assert linked(content) == links
    assert content.settings.items() >= settings.items()


@pytest.mark.parametrize(
    ("prompt", "colors"),
    [
        ("a red apple and a blue cup", [["red"], ["blue"]]),
        ("a red and a blue cup", [["red"], ["blue"]]),
        ("red and blue balloons", [["red", "blue"]]),
        ("an orange cat and an orange", [["orange"], []]),
        ("a light blue car", [["light blue"]]),
        ("a darkolivegreen bus", [["darkolivegreen"]]),
        ("a cup that is purple", [["purple"]]),
        ("a black and white cat", [["black"]]),
        ("the car is yellow and the house is pink", [["yellow"], ["pink"]]),
    ],
)
def test_colors_stay_with_their_nouns(prompt: str, colors: list[list[str]]) -> None:
    expected = [[color(name) for name in names] for names in colors]
    assert [list(thing.colors) for thing in read(prompt).things] == expected


@pytest.mark.parametrize(
    ("prompt", "materials"),
    [
        ("a golden horse", ["gold"]),
        ("a glass apple and a wooden duck", ["glass", "wood"]),
        ("a car made of metal", ["metal"]),
    ],
)
def test_materials_stay_with_their_nouns(prompt: str, materials: list[str]) -> None:
    assert [thing.material for thing in read(prompt).things] == materials


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ('a poster that says "GRAND OPENING"', "GRAND OPENING"),
        ("a banner saying “Willkommen”", "Willkommen"),
        ("a sign with the words 'Rock & Roll'", "Rock & Roll"),
        ("a poster that reads «C'est la vie»", "C'est la vie"),
        ("a billboard 「こんにちは」", "こんにちは"),
        ("a poster that says Grand Opening", "Grand Opening"),
        ("a sign that says STOP next to a tree", "STOP"),
        ("the word HELLO on a beach", "HELLO"),
        ("a poster that says hello world, blue background", "hello world"),
    ],
)
def test_texts_become_lettering(prompt: str, text: str) -> None:
    assert [lettering.text for lettering in read(prompt).letterings] == [text]


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("low angle photo of a lion, bokeh", ["low", "blur"]),
        ("close-up of a rose", ["closer"]),
        ("a castle, bird's eye view", ["high"]),
        ("a wide shot of a barn from the left", ["wider", "left"]),
    ],
)
def test_camera_words(prompt: str, words: list[str]) -> None:
    assert read(prompt).camera == words


@pytest.mark.parametrize(
    ("prompt", "unknown"),
    [
        ("Create a beautiful, stunning picture of a cute cat, 4k, highly detailed masterpiece", []),
        ("a fluffy cat", ["fluffy"]),
        ("a red zorb left of a dog", ["zorb"]),
        ("a monkey juggling a banana", ["juggling"]),
        ("a battle of knights", ["battle"]),
        ("een hond", ["een", "hond"]),
        ("20 cats", ["20"]),
        ("a valet at the floor with a thimble", ["valet", "thimble"]),
    ],
)
def test_what_cannot_be_drawn_is_listed_and_nothing_else(prompt: str, unknown: list[str]) -> None:
    assert read(prompt).unknown == unknown


def test_an_unknown_noun_takes_its_colour_with_it() -> None:
    content = read("a red zorb and a cat")
    assert [thing.colors for thing in content.things] == [()]


def test_a_noun_before_a_noun_is_no_thing_of_its_own() -> None:
    content = read("a toy robot on a book")
    assert named(content) == ["robot", "book"]
    assert content.unknown == ["toy"]


def test_a_misspelling_is_mended_aloud() -> None:
    assert "elephant (for elefant)" in read("an elefant").drawn


def test_every_word_of_the_lexicon_stands_for_something_that_exists() -> None:
    known = {
        "place": PLACES,
        "time": TIMES,
        "weather": WEATHERS,
        "season": SEASONS,
        "light": LIGHTS,
        "grade": GRADES,
        "backdrop": {"#ffffff"},
    }
    for phrase, senses in lexicon().entries():
        for sense in senses:
            if sense.role == "setting":
                for pair in sense.value.split():
                    name, value = pair.split("=")
                    assert value in {*known[name], "none"}, phrase
            assert sense.role != "material" or sense.value in MATERIALS


def test_every_kind_has_its_word() -> None:
    for kind in KINDS:
        assert [thing.kind for thing in read(f"a {kind.replace('_', ' ')}").things] == [kind]


def is_there(scene: Scene, wish: dict[str, object], kinds: list[str]) -> bool:
    """Say whether one thing that a GenEval prompt asks for is in the scene, with its colour, where it belongs."""
    kind = kinds[0]
    items = [item for item in scene.items if item.kind == kind]
    if isinstance(name := wish.get("color"), str):
        items = [item for item in items if item.color == color(name)]
    match wish.get("position"):
        case [str() as relation, int() as target]:
            other = next(item for item in scene.items if item.kind == kinds[1 + target] and item not in items[:1])
            return bool(items) and stands(items[0], relation, other)
    return bool(items)


def stands(item: Item, relation: str, other: Item) -> bool:
    (x, y, _), (other_x, other_y, _) = bounds_of(item).center, bounds_of(other).center
    return {"left of": x < other_x, "right of": x > other_x, "above": y > other_y, "below": y < other_y}[relation]


@pytest.mark.skipif(not GENEVAL.exists(), reason="the GenEval prompts are not here")
def test_nearly_all_geneval_prompts_give_what_they_ask_for() -> None:
    right, possible = 0, 0
    for line in GENEVAL.read_text("utf-8").splitlines():
        document = json.loads(line)
        wishes = document["include"]
        kinds = [next(s.value for s in lexicon().senses(wish["class"]) if s.role == "thing") for wish in wishes]
        if any(kind not in KINDS for kind in kinds):
            continue
        possible += 1
        scene = compose(document["prompt"], scene=None, seed=possible, ratio=1.0).scene
        wanted: Counter[str] = Counter()
        for kind, wish in zip(kinds, wishes, strict=True):
            wanted[kind] += wish["count"]
        counted = Counter(item.kind for item in scene.items) == wanted
        right += counted and all(is_there(scene, w, [k, *kinds]) for k, w in zip(kinds, wishes, strict=True))
    assert possible >= 400
    assert right / possible >= 0.99
