"""How Clay reads a prompt, in a line: what will stand where, when, and in what light. Standard library only."""

import tomllib
from collections import Counter
from functools import cache
from importlib import resources

from .objects import KINDS
from .scene import Item, Scene

__all__ = ["reading"]


def reading(scene: Scene) -> str:
    """For people, in English: `What I read: 3 × red apple, blue cup. Place: table. Time: day.`"""
    things = Counter(_named(item) for item in scene.items)
    said = [name if count == 1 else f"{count} × {name}" for name, count in things.items()]
    said += [f"the words “{' '.join(lettering.text.split())}”" for lettering in scene.lettering]
    setting, camera = scene.setting, scene.camera
    focus = next((KINDS[item.kind].base.replace("_", " ") for item in scene.items if item.id == camera.focus), None)
    around = {
        "Place": setting.place,
        "Time": setting.time,
        "Season": setting.season,
        "Weather": setting.weather,
        "Light": setting.light,
        "Colours": scene.grade,
        "Focus": focus,
    }
    told = [f"{name}: {word}." for name, word in around.items() if word]
    return " ".join([f"What I read: {', '.join(said) or 'an empty place'}.", *told])


def _named(item: Item) -> str:
    colour = _colours().get((item.color or "").lower())
    written = item.text and _quoted(item.text, item.ink)
    return " ".join(word for word in (colour, item.material, KINDS[item.kind].base.replace("_", " "), written) if word)


def _quoted(text: str, ink: str | None) -> str:
    colour = _colours().get((ink or "").lower())
    return f"“{' '.join(text.split())}”{f' in {colour}' if colour else ''}"


@cache
def _colours() -> dict[str, str]:
    """The name of each colour that a prompt can name."""
    lexicon = resources.files(__package__).joinpath("language/lexicon.toml").read_text("utf-8")
    return {value.lower(): name for name, value in reversed(tomllib.loads(lexicon)["colors"].items())}
