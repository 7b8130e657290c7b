"""Nouns, and which kinds of Clay's may be taken for them. Written for the oracle; the lexicon is not asked."""

from cavendish.clay.objects import KINDS

__all__ = ["kinds_of", "plural"]

_PEOPLE = {"man", "woman", "boy", "girl", "astronaut"}
_KINDS = {
    "person": _PEOPLE,
    "boat": {"sailboat", "rowboat", "ship"},
    "sports ball": {"ball", "football"},
    "ball": {"ball", "football"},
    "tv": {"television"},
    "tv remote": {"remote"},
    "cell phone": {"phone"},
    "dining table": {"table"},
    "computer keyboard": {"keyboard"},
    "sofa": {"couch"},
    "fir": {"pine"},
    "present": {"gift"},
    "car": {"car", "taxi"},
    "tree": {"tree", "pine", "palm"},
    "flower": {"flower", "rose", "sunflower", "tulip"},
    "cup": {"cup", "mug"},
    "bear": {"bear", "panda"},
}
_PLURALS = {
    "man": "men",
    "woman": "women",
    "mouse": "mice",
    "snowman": "snowmen",
    "tomato": "tomatoes",
    "sheep": "sheep",
    "fish": "fish",
    "person": "people",
    "knife": "knives",
    "strawberry": "strawberries",
    "cherry": "cherries",
}


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds that show a noun; none for a noun that nobody here knows."""
    name = noun.replace(" ", "_")
    return frozenset(_KINDS.get(noun, {name} if name in KINDS else set()))


def plural(noun: str) -> str:
    """The noun for several."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
