"""Instructions change what they speak of, and nothing else; the tables are in `prompts`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from cavendish.clay.compose import compose
from cavendish.clay.language import lexicon
from cavendish.clay.scene import Item, Scene

TABLES = Path(__file__).parent / "prompts"
SCENES = {
    "cat": "a beautiful cat under the tree",
    "table": "three red apples and a blue cup on a wooden table",
    "pair": "a yellow car left of a green elephant",
    "girl": "a girl holding a red balloon next to a dog",
}
SETTINGS = ("place", "time", "weather", "season", "light")


@dataclass(frozen=True)
class Change:
    """One line of a table."""

    scene: str
    instruction: str
    said: tuple[str, ...]

    def marked(self, mark: str) -> set[str]:
        return {word.removeprefix(mark) for word in self.said if word.startswith(mark)}

    def values(self) -> dict[str, str]:
        pairs = (word.split("=") for word in self.said if "=" in word)
        return dict(pairs)


def changes() -> Iterator[Change]:
    for table in sorted(TABLES.glob("*.txt")):
        for line in table.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                scene, instruction, said = (part.strip() for part in line.split("|"))
                yield Change(scene, instruction, tuple(said.split()))


def drawn(name: str) -> Scene:
    return compose(SCENES[name], scene=None, seed=7, ratio=1.0).scene


def color(name: str) -> str:
    return next(sense.value for sense in lexicon().senses(name) if sense.role == "color")


def described(item: Item) -> str:
    """A new item as the table writes it: "+balloon", "+red_balloon"."""
    names = {color(name): f"{name}_" for name in ("red", "blue", "white")}
    return names.get(item.color or "", "") + item.kind


@pytest.mark.parametrize("change", list(changes()), ids=lambda change: change.instruction)
def test_an_instruction_changes_what_it_says_and_nothing_else(change: Change) -> None:
    before = drawn(change.scene)
    result = compose(change.instruction, scene=before, seed=99, ratio=1.0)
    after = {item.id: item for item in result.scene.items}
    values = change.values()
    assert result.changed == (change.said[0].partition("=")[0] != "unknown")
    assert list(result.unknown) == [word for name, word in values.items() if name == "unknown"]
    assert {item.id for item in before.items} - set(after) == change.marked("-")
    new = [item for name, item in after.items() if name not in {old.id for old in before.items}]
    assert {described(item) for item in new} == change.marked("+")
    assert result.scene.setting == replace(before.setting, **{k: v for k, v in values.items() if k in SETTINGS})
    assert result.scene.grade == values.get("grade")
    for item in before.items:
        if item.id in change.marked("~"):
            assert after[item.id] != item
        elif item.id in after:
            assert after[item.id] == (replace(item, color=color(values[item.id])) if item.id in values else item)
    if not (new or change.marked("~")):
        assert (result.scene.camera != before.camera) == ("camera" in change.said)
