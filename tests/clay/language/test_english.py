"""What people write: long prompts with lens and light, poses, things held and ridden, rows and stacks, backgrounds.

The table in `prompts` holds a line for each, as in the other languages; behind a kind stands what it does, or how
several of it stand: "cat.sleep", "5 duck.row".
"""

from collections import Counter
from pathlib import Path

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.language import Content, Thing, lexicon, read
from cavendish.clay.language.deeds import shown
from cavendish.clay.layout import setting_of
from cavendish.clay.scene import MATERIALS

TABLE = Path(__file__).parent / "prompts" / "en.txt"
SETTINGS = ("place", "time", "weather", "season", "light")


def rows() -> list[tuple[str, ...]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [tuple(part.strip() for part in (line + " | | |").split(" |")[:4]) for line in lines]


def color(name: str) -> str:
    return next(sense.value for sense in lexicon().senses(name) if sense.role == "color")


def wanted(things: str) -> Counter[tuple[str, str | None, str | None]]:
    """Every single thing as its kind and what it does, its colour and its material."""
    items: Counter[tuple[str, str | None, str | None]] = Counter()
    for thing in filter(None, things.split(", ")):
        *said, kind = thing.split()
        count = int(said.pop(0)) if said and said[0].isdigit() else 1
        material = next((word for word in said if word in MATERIALS), None)
        names = next((word.split("+") for word in said if word != material), [])
        for number in range(count):
            items[kind, color(names[number % len(names)]) if names else None, material] += 1
    return items


def named(thing: Thing) -> str:
    return f"{shown(thing)}.{thing.formation}" if thing.formation and thing.count > 1 else str(shown(thing))


def told(content: Content) -> Counter[tuple[str, str | None, str | None]]:
    items: Counter[tuple[str, str | None, str | None]] = Counter()
    for thing in content.things:
        for number in range(thing.count):
            painted = thing.colors[number % len(thing.colors)] if thing.colors else None
            items[named(thing), painted, thing.material] += 1
    return items


def linked(content: Content) -> list[str]:
    kinds = [str(thing.kind) for thing in content.things]
    return [f"{kinds[x.subject]} {x.relation} {' '.join(kinds[t] for t in x.targets)}" for x in content.links]


def surroundings(content: Content) -> set[str]:
    setting = setting_of(content)
    words = {f"{name}={getattr(setting, name)}" for name in SETTINGS}
    return words | {f"grade={content.settings.get('grade')}", f"background={content.settings.get('backdrop')}"}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_prompt_is_understood(row: tuple[str, ...]) -> None:
    prompt, things, links, rest = row
    words = [word.replace("background=", "background=#") for word in rest.split()]
    content = read(prompt)
    assert told(content) == wanted(things)
    assert linked(content) == [link for link in links.split("; ") if link]
    around = {painted(word) for word in words if word.split("=")[0] in {*SETTINGS, "grade", "background"}}
    assert surroundings(content) >= around
    assert content.camera == after("camera", words)
    assert [lettering.text.replace(" ", "_") for lettering in content.letterings] == after("text", words)
    unknown = [word.replace(" ", "_") for word in content.unknown if "back" not in word]
    assert unknown == after("unknown", words)
    assert content.village == ("village" in words)


def after(name: str, words: list[str]) -> list[str]:
    return [word.partition("=")[2] for word in words if word.startswith(f"{name}=")]


def painted(word: str) -> str:
    name, _, value = word.partition("=#")
    return f"{name}={color(value.replace('_', ' '))}" if value else word


@pytest.mark.parametrize("ratio", [1.0, 16 / 9, 9 / 16])
def test_every_prompt_becomes_a_scene(ratio: float) -> None:
    for prompt, *_ in rows():
        scene = compose(prompt, scene=None, seed=7, ratio=ratio).scene
        assert len({item.id for item in scene.items}) == len(scene.items)
