"""A hundred prompts in each language that Clay reads besides English, and what must come of them.

The tables in `prompts` hold a line for each: the prompt, the things with their counts, colours and materials, who
stands in which relation to whom, and all the rest as `place=…`, `camera=…`, `text=…`, `unknown=…` or `village`.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.composition import Composition
from cavendish.clay.language import Content, Unit, drawable, lexicon, read, seated, shown, tokenize, units
from cavendish.clay.language.hearing import heard
from cavendish.clay.language.inflection import Inflection
from cavendish.clay.language.phrases import english_units
from cavendish.clay.language.tongues import LANGUAGES, Tongue, tongues
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import MATERIALS, Scene

TABLES = Path(__file__).parent / "prompts"
GENEVAL = Path(__file__).parents[4] / "shared" / "data" / "geneval" / "evaluation_metadata.jsonl"
SETTINGS = ("place", "time", "weather", "season", "light")


@dataclass(frozen=True)
class Wish:
    """One line of a table."""

    prompt: str
    things: tuple[str, ...]
    links: tuple[str, ...]
    rest: tuple[str, ...]

    def told(self, name: str) -> list[str]:
        """What the line says after "name="."""
        return [word.partition("=")[2].replace("_", " ") for word in self.rest if word.startswith(f"{name}=")]


def wishes() -> Iterator[Wish]:
    for language in LANGUAGES:
        for line in (TABLES / f"{language}.txt").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                prompt, things, links, rest = ([part.strip() for part in line.split("|")] + [""] * 3)[:4]
                yield Wish(prompt, parts(things, ","), parts(links, ";"), tuple(rest.split()))


def parts(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def color(name: str) -> str:
    return next(sense.value for sense in lexicon().senses(name) if sense.role == "color")


def wanted(things: tuple[str, ...]) -> Counter[tuple[str, str | None, str | None]]:
    """Items as (kind, colour, material): "3 red+blue ball" are two red ones and a blue one."""
    items: Counter[tuple[str, str | None, str | None]] = Counter()
    for thing in things:
        *said, kind = thing.split()
        count = int(said.pop(0)) if said and said[0].isdigit() else 1
        material = next((word for word in said if word in MATERIALS), None)
        names = next((word.replace("_", " ").split("+") for word in said if word != material), [])
        for number in range(count):
            items[kind, color(names[number % len(names)]) if names else None, material] += 1
    return items


def linked(prompt: str) -> list[str]:
    content = read(prompt)
    kinds = [thing.kind for thing in content.things]
    return [f"{kinds[x.subject]} {x.relation} {' '.join(str(kinds[t]) for t in x.targets)}" for x in content.links]


def drawn(prompt: str) -> Composition:
    return compose(prompt, scene=None, seed=7, ratio=1.0)


def setting(scene: Scene) -> set[str]:
    said = {f"{name}={getattr(scene.setting, name)}" for name in SETTINGS}
    return said | {f"grade={scene.grade}"}


def told(content: Content) -> Counter[tuple[str, str | None, str | None]]:
    items: Counter[tuple[str, str | None, str | None]] = Counter()
    for thing in content.things:
        for number in range(thing.count):
            color = thing.colors[number % len(thing.colors)] if thing.colors else None
            items[str(shown(thing)), color, thing.material] += 1
    return items


@pytest.mark.parametrize("wish", list(wishes()), ids=lambda wish: wish.prompt)
def test_a_prompt_gives_the_scene_that_it_asks_for(wish: Wish) -> None:
    scene, content = drawn(wish.prompt).scene, drawable(seated(read(wish.prompt)), frozenset(KINDS))
    assert told(content) == wanted(wish.things)
    assert linked(wish.prompt) == list(wish.links)
    assert setting(scene) >= {word for word in wish.rest if word.partition("=")[0] in {*SETTINGS, "grade"}}
    assert content.camera == [word.replace(" ", "_") for word in wish.told("camera")]
    assert [" ".join(lettering.text.split()) for lettering in scene.lettering] == wish.told("text")
    assert content.unknown == wish.told("unknown")
    assert content.village == ("village" in wish.rest)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_a_hundred_prompts(language: str) -> None:
    lines = (TABLES / f"{language}.txt").read_text("utf-8").splitlines()
    assert len({line for line in lines if line and not line.startswith("#")}) >= 100


def heard_in(text: str) -> str:
    tokens = tokenize(text)
    tongue = heard(tokens, english_units(tokens))
    return "en" if tongue is None else LANGUAGES[tongues().index(tongue)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("chat", "en"),
        ("rot", "en"),
        ("die", "en"),
        ("a pain in the neck", "en"),
        ("a gift", "en"),
        ("an elefant", "en"),
        ("Die Hard poster", "en"),
        ("a four leaf clover on a table", "en"),
        ("Los Angeles at night", "en"),
        ("the main road", "en"),
        ("un chat", "fr"),
        ("le lion", "fr"),
        ("la table rouge", "fr"),
        ("Hund", "de"),
        ("Pizza, Burger und Pommes", "de"),
        ("la luna", "es"),
        ("perro azul", "es"),
        ("猫", "zh"),
        ("a cat 和 a dog", "en"),
        ("画一只cat", "zh"),
        ("ein cat unter dem Baum", "de"),
        ("a poster that says „Ein Hund und eine Katze“", "en"),
    ],
)
def test_the_words_tell_the_language(text: str, language: str) -> None:
    assert heard_in(text) == language


@pytest.mark.skipif(not GENEVAL.exists(), reason="the GenEval prompts are not here")
def test_english_prompts_are_read_as_english() -> None:
    prompts = [json.loads(line)["prompt"] for line in GENEVAL.read_text("utf-8").splitlines()]
    assert {heard_in(prompt) for prompt in prompts} == {"en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_word(language: str) -> None:
    path = resources.files("cavendish.clay.language").joinpath("words", f"{language}.toml")
    nouns = tomllib.loads(path.read_text("utf-8"))["nouns"]
    kinds = {sense.value for english in nouns for sense in lexicon().senses(english) if sense.role == "thing"}
    assert set(KINDS) - kinds == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_color_and_number_has_a_word(language: str) -> None:
    tongue = tongues()[LANGUAGES.index(language)]
    meant = {sense for meanings in tongue.meanings() for meaning in meanings for sense in meaning.senses}
    for name in ("red", "blue", "green", "yellow", "orange", "purple", "pink", "brown", "black", "white", "gray"):
        assert color(name) in {sense.value for sense in meant if sense.role == "color"}
    assert {str(number) for number in range(1, 13)} <= {sense.value for sense in meant if sense.role == "number"}


def test_a_word_that_english_would_mistake_is_unknown() -> None:
    assert read("eine Flasche mit Gift").unknown == ["Gift"]
    assert read("una casa y una red").unknown == ["red"]
    assert read("une table avec un car rouge").unknown == ["car"]


def test_an_english_side_that_nothing_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="zorb"):
        Tongue({"also_english": "", "nouns": {"zorb": "Zorb"}, "words": {}}, lexicon())


def test_nouns_and_adjectives_change_their_ends() -> None:
    french = Inflection(first=True, plural={"eau": ["eaux"], "": ["s"]}, adjective={"": ["e", "s"], "s": ["se"]})
    assert french.noun("gâteau sec") == (["gâteau sec"], ["gâteaux sec"])
    assert french.noun("oeil/yeux") == (["oeil"], ["yeux"])
    assert french.noun("/gens") == ([], ["gens"])
    assert french.noun("pain/") == (["pain"], [])
    assert french.adjectives("gris") == ["gris", "grise"]
    assert french.adjectives("bleu clair") == ["bleu clair"]


@pytest.mark.parametrize(
    ("text", "count"),
    [("Äpfel", 3), ("Aepfel", 3), ("Apfel", 1), ("Vögel", 3), ("gâteaux", 3), ("lápices", 3), ("luces de neón", 0)],
)
def test_plurals_are_told_from_singulars(text: str, count: int) -> None:
    assert [thing.count for thing in read(text).things] == [count][: bool(count)]


def test_words_stay_the_callers() -> None:
    assert read("zwei Kätzchen im Schnee").drawn == ["Kätzchen", "im Schnee"]
    assert read("un verre d'eau").drawn == ["verre d'eau"]
    assert read("一只小猫在沙滩上").drawn == ["小猫", "沙滩"]
    assert [unit.words for unit in units(tokenize("l'arbre"))] == ["l'", "arbre"]


def test_what_is_to_be_written_keeps_its_order() -> None:
    assert drawn("un panneau qui dit CHAT NOIR").scene.lettering[0].text.split() == ["CHAT", "NOIR"]
    assert drawn("ein Schild mit der Aufschrift ROTES HAUS").scene.lettering[0].text.split() == ["ROTES", "HAUS"]


@pytest.mark.parametrize(
    "text", ["的", "把", "在", "把把把", "在在的的有", "有的", "la la la", "der die das", "un", "y y", "上的下的"]
)
def test_rubbish_is_read_without_harm(text: str) -> None:
    for times in (1, 50):
        assert all(isinstance(unit, Unit) for unit in units(tokenize(text * times)))
        compose(text * times, scene=drawn("猫").scene, seed=1, ratio=1.0)
