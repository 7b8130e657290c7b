"""What an answer owes to whoever reads it: which things are not what was asked for, and whose drawings it uses.

The scene itself tells, so that it is told again whenever the scene is drawn again. Standard library only.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from .callings import is_calling
from .emoji import are_drawable
from .objects import KINDS
from .objects.inflatable import Inflatable
from .scene import Item, Scene

__all__ = ["ATTRIBUTION", "credit", "remarks"]

ATTRIBUTION = (
    "Emoji graphics by Twemoji, copyright Twitter, Inc. and other contributors, CC-BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/), blown up into three dimensions."
)
HOW_TO_INFLATE = "It can blow such things up from emoji once you install them: pip install “cavendish[emoji]”."
_ANYBODY = ("man", "woman", "old_man", "old_woman")
NARROWER = "~"  # before a name in the lexicon: the kind stands for it only for want of a better one


def credit(scene: Scene) -> str | None:
    """Whose drawings are in the picture; None where there are none but Clay's own."""
    return ATTRIBUTION if are_drawable() and any(_is_inflated(item) for item in scene.items) else None


def remarks(scene: Scene) -> tuple[str, ...]:
    """Sentences about what was drawn in another way than it was asked for; none where everything was."""
    inflated = _nouns(item for item in scene.items if _is_inflated(item))
    written = _nouns(item for item in scene.items if item.kind == "sign" and item.text == item.noun)
    broader = {f"{_article(item)} for “{item.noun}”": None for item in scene.items if _is_narrower(item)}
    said = [f"It drew {_listed(broader)}."] if broader else []
    if inflated and are_drawable():
        said += [f"It has no model of {_listed(inflated)}, but an inflatable.", ATTRIBUTION]
    elif inflated:
        said += [f"It has no model of {_listed(inflated)} and wrote that down instead.", HOW_TO_INFLATE]
    if written:
        said.append(f"It has no model of {_listed(written)} and put up a sign instead.")
    return tuple(said)


def _is_inflated(item: Item) -> bool:
    return isinstance(KINDS[item.kind], Inflatable)


def _nouns(items: Iterable[Item]) -> list[str]:
    return list(dict.fromkeys(f"“{item.noun}”" for item in items))


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _article(item: Item) -> str:
    name = KINDS[item.kind].base.replace("_", " ")
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _is_narrower(item: Item) -> bool:
    noun, names = item.noun.lower(), _narrower().get(KINDS[item.kind].base, frozenset())
    if KINDS[item.kind].base in _ANYBODY and is_calling(noun) and noun not in _names_of_people():
        return True
    return any(form in names for form in (noun, noun.removesuffix("s"), noun.removesuffix("es")))


@cache
def _names_of_people() -> frozenset[str]:
    """Every word for those who stand for anybody, in all languages."""
    language = resources.files(__package__).joinpath("language")
    words = [tomllib.loads(file.read_text("utf-8"))["nouns"] for file in language.joinpath("words").iterdir()]
    english = tomllib.loads(language.joinpath("lexicon.toml").read_text("utf-8"))["things"]["people"]
    listed = [names for table in (english, *words) for kind, names in table.items() if kind in _ANYBODY]
    return frozenset(name.strip(" ~\n").lower() for text in listed for name in text.replace("/", ",").split(","))


@cache
def _narrower() -> dict[str, frozenset[str]]:
    """The names that each kind stands for only roughly."""
    lexicon = resources.files(__package__).joinpath("language/lexicon.toml").read_text("utf-8")
    return {
        kind: frozenset(name.strip()[1:] for name in names.split(",") if name.strip().startswith(NARROWER))
        for family in tomllib.loads(lexicon)["things"].values()
        for kind, names in family.items()
    }
