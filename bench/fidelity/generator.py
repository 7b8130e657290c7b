"""Prompts of our own, from a seed: what is to be shown is drawn first, then put into words in one of many ways."""

import random
from collections.abc import Callable

from .asked import Asked, Wanted
from .phrases import RELATIONS, REQUESTS, SETTINGS, STATEMENTS, WEATHERS, thing, verb

__all__ = ["generated"]

_PEOPLE = ("man", "woman", "boy", "girl")  # who has no colour that one could ask for
_ANIMALS = (
    *("cat", "dog", "rabbit", "mouse", "horse", "zebra", "giraffe", "cow", "sheep", "pig", "elephant", "bear"),
    *("panda", "fox", "owl", "chicken", "bird", "duck", "penguin", "monkey", "lion", "tiger", "frog", "turtle"),
    *("robot", "teddy bear", "dinosaur"),
)
_SMALL = (
    *("apple", "orange", "pear", "lemon", "banana", "strawberry", "tomato", "carrot", "cup", "teapot", "bottle"),
    *("bowl", "vase", "candle", "book", "clock", "gift", "hat", "ball", "key", "cupcake", "donut", "egg", "pumpkin"),
    *("camera", "pineapple", "mushroom", "cake", "backpack", "drum", "wine glass"),
)
_LARGE = (
    *("car", "truck", "bus", "bicycle", "motorcycle", "train", "boat", "chair", "table", "couch", "bench", "bed"),
    *("lamp", "umbrella", "piano", "guitar", "suitcase", "television", "refrigerator", "house", "tent", "castle"),
    *("windmill", "rocket", "tree", "cactus", "bush", "snowman", "mailbox", "fire hydrant", "traffic light", "sign"),
)
_COLORABLE = _ANIMALS + _SMALL + _LARGE
_ALL = _PEOPLE + _COLORABLE
_SEATS = ("chair", "bench", "couch", "bed", "car", "suitcase", "piano")
_ROOFS = ("tree", "umbrella", "table", "bridge")
_OTHERS = {"red": ("panda",)}  # with the colour they are something else
_COLORS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "gray")
_MATERIALS = ("wood", "gold", "silver", "glass", "stone", "metal")
_RATIOS = (1.0, 1.0, 1.0, 1.0, 4 / 3, 3 / 2, 16 / 9, 3 / 4, 2 / 3, 9 / 16)

# What stands about in these places anyway: nobody could count it there.
_AT_HOME = {"forest": {"tree", "bush", "mushroom"}, "desert": {"cactus"}, "meadow": {"tree"}, "city": {"house"}}

Said = tuple[str, tuple[Wanted, ...]]


def generated(seed: int, *, count: int) -> list[Asked]:
    """So many prompts of a seed; the same on every machine."""
    chance = random.Random(seed)  # noqa: S311 - a measure, not a secret
    return [_asked(chance) for _ in range(count)]


def _asked(chance: random.Random) -> Asked:
    tag = chance.choices(list(_FORMS), [weight for weight, _ in _FORMS.values()])[0]
    said, wanted = _FORMS[tag][1](chance)
    setting: dict[str, str] = {}
    if chance.random() < 0.4:
        words, setting = chance.choice(tuple((SETTINGS if chance.random() < 0.8 else WEATHERS).items()))
        if any(each.noun in _AT_HOME.get(setting.get("place", "meadow"), ()) for each in wanted):
            setting = {}
        else:
            said = f"{words}, there {verb(wanted[0])} {said}" if _is_plain(said, chance) else f"{said} {words}"
    requests = STATEMENTS if " is " in said or " are " in said else REQUESTS
    return Asked(chance.choice(requests).format(said), tag, wanted, setting, chance.choice(_RATIOS))


def _is_plain(said: str, chance: random.Random) -> bool:
    """Whether to put the setting first, which a statement cannot have before it."""
    return chance.random() < 0.2 and " is " not in said and " are " not in said


def _one(chance: random.Random) -> Said:
    return _things(chance, Wanted(chance.choice(_ALL)))


def _several(chance: random.Random) -> Said:
    return _things(chance, Wanted(chance.choice(_ALL), chance.randint(2, 12)))


def _colored(chance: random.Random) -> Said:
    noun = chance.choice(_COLORABLE)
    return _things(chance, Wanted(noun, chance.choice((1, 1, 2, 3, 5)), _color(noun, chance)))


def _made(chance: random.Random) -> Said:
    return _things(chance, Wanted(chance.choice(_ALL), 1, None, chance.choice(_MATERIALS)))


def _pair(chance: random.Random) -> Said:
    return _things(chance, *(Wanted(noun, chance.choice((1, 1, 1, 2, 3))) for noun in _nouns(chance, 2)))


def _colored_pair(chance: random.Random) -> Said:
    return _things(chance, *(Wanted(noun, 1, _color(noun, chance)) for noun in chance.sample(_COLORABLE, 2)))


def _three(chance: random.Random) -> Said:
    return _things(chance, *(Wanted(noun) for noun in _nouns(chance, 3)))


def _related(chance: random.Random) -> Said:
    first, second, relation = _pair_for(chance)
    target = _dressed(second, chance)
    count = chance.choice((1, 1, 1, 2)) if relation not in ("on", "under") else 1
    subject = Wanted(first, count, _dressed(first, chance).color, None, relation, (0,))
    words = chance.choice(RELATIONS[relation])
    return words.format_map({"a": thing(subject, chance), "b": thing(target, chance), "is": verb(subject)}), (
        target,
        subject,
    )


def _between(chance: random.Random) -> Said:
    middle, first, second = _nouns(chance, 3)
    wanted = (Wanted(first), Wanted(second), Wanted(middle, 1, None, None, "between", (0, 1)))
    a, b, c = (thing(each, chance) for each in wanted)
    return chance.choice(
        (f"{c} between {a} and {b}", f"between {a} and {b} there is {c}", f"{c} in between {a} and {b}")
    ), wanted


def _twice_related(chance: random.Random) -> Said:
    """Two things that stand to a third, as in "a cat left of a house and a dog right of the house"."""
    middle, first, second = _nouns(chance, 3)
    one, other = chance.choice(
        (("left of", "right of"), ("right of", "left of"), ("left of", "above"), ("in front of", "left of"))
    )
    wanted = (Wanted(middle), Wanted(first, 1, None, None, one, (0,)), Wanted(second, 1, None, None, other, (0,)))
    b, a, c = (thing(each, chance) for each in wanted)
    ways = (f"{a} {one} {b} and {c} {other} the {middle}", f"{a} {one} {b}, and {c} {other} it")
    return chance.choice(ways), wanted


def _things(chance: random.Random, *wanted: Wanted) -> Said:
    phrases = [thing(each, chance) for each in wanted]
    company = len(phrases) == 2 and wanted[0].noun in _ANIMALS + _PEOPLE  # a cup with an apple has it in it
    joint = chance.choice((" and ", " and ", " with ")) if company else " and "
    return ", ".join(phrases[:-1]) + joint * (len(phrases) > 1) + phrases[-1], wanted


def _nouns(chance: random.Random, count: int) -> list[str]:
    return chance.sample(_ALL, count)


def _color(noun: str, chance: random.Random) -> str:
    return chance.choice([color for color in _COLORS if noun not in (color, *_OTHERS.get(color, ()))])


def _dressed(noun: str, chance: random.Random) -> Wanted:
    painted = chance.random() < 0.4 and noun not in _PEOPLE
    return Wanted(noun, 1, _color(noun, chance) if painted else None)


def _pair_for(chance: random.Random) -> tuple[str, str, str]:
    """Two nouns and a relation that they can stand in."""
    relation = chance.choice(tuple(RELATIONS))
    match relation:
        case "on":
            return chance.choice(_SMALL + _ANIMALS + _PEOPLE), chance.choice(_SEATS), relation
        case "under":
            return chance.choice(_ANIMALS + _PEOPLE + _SMALL), chance.choice(_ROOFS), relation
    first, second = _nouns(chance, 2)
    return first, second, relation


_FORMS: dict[str, tuple[float, Callable[[random.Random], Said]]] = {
    "one": (5, _one),
    "several": (18, _several),
    "colored": (14, _colored),
    "material": (6, _made),
    "pair": (10, _pair),
    "colored pair": (14, _colored_pair),
    "three": (6, _three),
    "related": (18, _related),
    "between": (4, _between),
    "twice related": (5, _twice_related),
}
